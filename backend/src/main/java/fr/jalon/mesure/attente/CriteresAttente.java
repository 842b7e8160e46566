package fr.jalon.mesure.attente;

/**
 * Which waiting measures.
 *
 * @param accord those whose holders' agreement is awaited, which are not waiting for exercise and are counted apart
 * @param service id of a service, or {@link #SANS_SERVICE}
 */
public record CriteresAttente(boolean accord, String unite, String produit, String cadre, String service, Bande bande, boolean moinsDeDeuxAns,
        boolean fratrie, TriAttente tri) {

    /** Nobody is to exercise it yet. */
    public static final String SANS_SERVICE = "-";

    public CriteresAttente {
        unite = vide(unite);
        produit = vide(produit);
        cadre = vide(cadre);
        service = vide(service);
        tri = tri == null ? TriAttente.ORDRE : tri;
    }

    boolean garde(MesureEnAttente m) {
        return accord == m.accord()
                && (unite == null || unite.equals(m.unite()))
                && (produit == null || produit.equals(m.produit()))
                && (cadre == null || cadre.equals(m.cadre()))
                && (service == null || service.equals(m.service() == null ? SANS_SERVICE : m.service()))
                && (bande == null || bande == m.bande())
                && (!moinsDeDeuxAns || m.moinsDeDeuxAns())
                && (!fratrie || m.freres() > 0);
    }

    /** The same without one criterion: what each of its values would list. */
    CriteresAttente sansUnite() {
        return new CriteresAttente(accord, null, produit, cadre, service, bande, moinsDeDeuxAns, fratrie, tri);
    }

    CriteresAttente sansProduit() {
        return new CriteresAttente(accord, unite, null, cadre, service, bande, moinsDeDeuxAns, fratrie, tri);
    }

    CriteresAttente sansCadre() {
        return new CriteresAttente(accord, unite, produit, null, service, bande, moinsDeDeuxAns, fratrie, tri);
    }

    CriteresAttente sansService() {
        return new CriteresAttente(accord, unite, produit, cadre, null, bande, moinsDeDeuxAns, fratrie, tri);
    }

    CriteresAttente sansBande() {
        return new CriteresAttente(accord, unite, produit, cadre, service, null, moinsDeDeuxAns, fratrie, tri);
    }

    private static String vide(String texte) {
        return texte == null || texte.isBlank() ? null : texte;
    }
}
