package fr.jalon.projet.suivi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.NomEnfant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Coverage: children whose projet is established and not past its revision, among those a measure of whom has been exercised for more than
 * three months. Figures and lists are read by one expression, over the projets the units of whoever reads lead.
 */
@Service
@Transactional(readOnly = true)
public class Couverture {

    /**
     * Children of a line.
     *
     * @param code of the unit or of the product; null for the whole
     * @param enfants a measure of whom has been exercised for more than three months
     * @param couverts of these, those whose projet is in force
     * @param part in percent, null when there is nobody
     * @param parCas every open projet, measures of less than three months included
     * @param majeurs of the open projets, those of young people now of age, told apart
     * @param enVigueur projets in force, and {@code avecMep} those set up within a MEP
     */
    public record LigneCouverture(String code, String libelle, long enfants, long couverts, BigDecimal part, Map<CasProjet, Long> parCas, long majeurs,
            long enVigueur, long avecMep, BigDecimal partMep) {
    }

    /** Lines of products may add up to more than the whole: a child under two products counts in each. */
    public record TableauCouverture(LocalDate le, LigneCouverture ensemble, List<LigneCouverture> unites, List<LigneCouverture> produits) {
    }

    /** @param duDenominateur keeps children a measure of whom has run for more than three months */
    public record FiltreCouverture(CasProjet cas, String unite, String produit, Boolean duDenominateur, Boolean majeurs) {
    }

    public record EnfantSuivi(UUID projetId, String numero, String enfant, String age, String unite, LocalDate depuis, LocalDate mesureDepuis,
            LocalDate etabliLe, LocalDate revisionLe, CasProjet cas, String casLibelle, boolean majeur) {
    }

    public record PageCouverture(List<EnfantSuivi> lignes, Long total, String suivante) {
    }

    static final int TAILLE_MAX = 200;
    private static final int MOIS = 3;

    /**
     * What is told of an open projet, in one number: its case, then whether a measure has run for more than three months, of age, within a MEP.
     * The only place where coverage is defined; {@code seuil} is the first day whose three months are not over.
     */
    private static final String CODE = """
            (case when p.revision_le >= :jour then 0 when p.revision_le is not null then 1 when p.depuis >= :seuil then 2 when p.commence then 3 else 4 end
                + case when p.mesure_depuis < :seuil then 8 else 0 end + case when p.majeur_le <= :jour then 16 else 0 end
                + case when p.etabli_avec_mep then 32 else 0 end)""";
    private static final List<CasProjet> CAS = List.of(CasProjet.VALIDE, CasProjet.REVISION_DEPASSEE, CasProjet.DANS_LES_DELAIS, CasProjet.RETARD,
            CasProjet.JAMAIS_COMMENCE);
    private static final int COMPTE = 8;
    private static final int MAJEUR = 16;
    private static final int MEP = 32;
    private static final String OUVERTS = " from projet p where p.etat not in ('CLOS', 'ANNULE') and ";

    private final JdbcClient jdbc;
    private final Acces acces;
    private final Departement departement;
    private final Dossiers dossiers;
    private final Horloge horloge;

    Couverture(JdbcClient jdbc, Acces acces, Departement departement, Dossiers dossiers, Horloge horloge) {
        this.jdbc = jdbc;
        this.acces = acces;
        this.departement = departement;
        this.dossiers = dossiers;
        this.horloge = horloge;
    }

    private record Compte(String unite, List<String> produits, int code, long nombre) {

        CasProjet cas() {
            return CAS.get(code & 7);
        }

        boolean compte() {
            return (code & COMPTE) != 0;
        }

        boolean majeur() {
            return (code & MAJEUR) != 0;
        }

        boolean mep() {
            return (code & MEP) != 0;
        }
    }

    public TableauCouverture tableau() {
        exiger();
        Map<String, Object> parametres = dates();
        String ici = territoire(parametres);
        List<Compte> comptes = jdbc.sql("select p.unite_id, p.produits, " + CODE + " as code, count(*) as nombre" + OUVERTS + ici + " group by 1, 2, 3")
                .params(parametres).query((l, n) -> new Compte(l.getString(1), List.of((String[]) l.getArray(2).getArray()), l.getInt(3), l.getLong(4))).list();
        Map<String, List<Compte>> unites = new TreeMap<>();
        Map<String, List<Compte>> produits = new TreeMap<>();
        comptes.forEach(c -> {
            unites.computeIfAbsent(c.unite(), k -> new ArrayList<>()).add(c);
            c.produits().forEach(p -> produits.computeIfAbsent(p, k -> new ArrayList<>()).add(c));
        });
        return new TableauCouverture(horloge.aujourdhui(), ligne(null, "Ensemble", comptes),
                unites.entrySet().stream().map(e -> ligne(e.getKey(), departement.noms().getOrDefault(e.getKey(), e.getKey()), e.getValue())).toList(),
                produits.entrySet().stream().map(e -> ligne(e.getKey(), produit(e.getKey()), e.getValue())).toList());
    }

    private Map<String, Object> dates() {
        LocalDate jour = horloge.aujourdhui();
        LocalDate seuil = jour.minusMonths(MOIS).minusDays(3);
        while (seuil.plusMonths(MOIS).isBefore(jour)) {
            seuil = seuil.plusDays(1);
        }
        return new HashMap<>(Map.of("jour", jour, "seuil", seuil));
    }

    /** The projets their units lead: counted and listed by the same words. */
    private static String territoire(Map<String, Object> parametres) {
        Identite qui = IdentiteCourante.exiger();
        if (qui.departement()) {
            return "true";
        }
        parametres.put("mesUnites", qui.unites().toArray(String[]::new));
        return "p.unite_id = any (:mesUnites)";
    }

    private String produit(String code) {
        return departement.profil().produit(code).map(Profil.Produit::sigle).orElse(code);
    }

    private static LigneCouverture ligne(String code, String libelle, List<Compte> comptes) {
        Map<CasProjet, Long> parCas = new EnumMap<>(CasProjet.class);
        for (CasProjet cas : CasProjet.values()) {
            parCas.put(cas, comptes.stream().filter(c -> c.cas() == cas).mapToLong(Compte::nombre).sum());
        }
        long enfants = comptes.stream().filter(Compte::compte).mapToLong(Compte::nombre).sum();
        long couverts = comptes.stream().filter(c -> c.compte() && c.cas() == CasProjet.VALIDE).mapToLong(Compte::nombre).sum();
        long mep = comptes.stream().filter(c -> c.cas() == CasProjet.VALIDE && c.mep()).mapToLong(Compte::nombre).sum();
        long enVigueur = parCas.get(CasProjet.VALIDE);
        return new LigneCouverture(code, libelle, enfants, couverts, part(couverts, enfants), parCas,
                comptes.stream().filter(Compte::majeur).mapToLong(Compte::nombre).sum(), enVigueur, mep, part(mep, enVigueur));
    }

    private static BigDecimal part(long numerateur, long denominateur) {
        return denominateur == 0 ? null : BigDecimal.valueOf(numerateur).multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(denominateur), 1, RoundingMode.HALF_UP);
    }

    /** Children behind a figure; those whose file is for named people only are counted, and named to these alone. */
    public PageCouverture liste(FiltreCouverture f, String apres, int taille) {
        exiger();
        Map<String, Object> parametres = dates();
        String ici = territoire(parametres);
        Acces.Filtre vue = acces.filtre("'PROJET'", "p.id");
        parametres.putAll(vue.parametres());
        List<String> conditions = new ArrayList<>(List.of(ici, vue.sql()));
        si(conditions, parametres, CODE + " % 8 = :cas", "cas", f.cas() == null ? null : CAS.indexOf(f.cas()));
        si(conditions, parametres, "p.unite_id = :unite", "unite", f.unite());
        si(conditions, parametres, ":produit = any (p.produits)", "produit", f.produit());
        si(conditions, parametres, "((" + CODE + " & 8) <> 0) = :compte", "compte", f.duDenominateur());
        si(conditions, parametres, "((" + CODE + " & 16) <> 0) = :majeur", "majeur", f.majeurs());
        String depuis = OUVERTS + String.join(" and ", conditions);
        boolean premiere = apres == null || apres.isBlank();
        Long total = premiere ? jdbc.sql("select count(*)" + depuis).params(parametres).query(Long.class).single() : null;
        int bornee = Math.max(1, Math.min(taille, TAILLE_MAX));
        if (!premiere) {
            cle(apres, parametres);
            depuis += " and (p.depuis, p.id) > (:apresLe, :apresId)";
        }
        record Ligne(UUID id, LocalDate mesureDepuis, LocalDate depuis, LocalDate etabliLe, LocalDate revisionLe, String uniteId, int code, String numero,
                UUID enfantId) {
        }
        List<Ligne> lues = jdbc.sql("select p.id, p.mesure_depuis, p.depuis, p.etabli_le, p.revision_le, p.unite_id, " + CODE + " as code, p.numero, p.enfant_id"
                + depuis + " order by p.depuis, p.id limit :limite").params(parametres).param("limite", bornee + 1).query(Ligne.class).list();
        boolean reste = lues.size() > bornee;
        List<Ligne> page = reste ? lues.subList(0, bornee) : lues;
        Map<UUID, NomEnfant> noms = page.isEmpty() ? Map.of() : dossiers.nomsDe(page.stream().map(Ligne::enfantId).toList());
        return new PageCouverture(page.stream().map(l -> {
            NomEnfant n = noms.get(l.enfantId());
            CasProjet cas = CAS.get(l.code() & 7);
            return new EnfantSuivi(l.id(), l.numero(), n == null ? "Enfant non nommé" : n.affiche(), n == null ? "âge inconnu" : n.age(),
                    departement.noms().getOrDefault(l.uniteId(), l.uniteId()), l.depuis(), l.mesureDepuis(), l.etabliLe(), l.revisionLe(), cas, cas.libelle(),
                    (l.code() & MAJEUR) != 0);
        }).toList(), total, reste ? page.get(page.size() - 1).depuis() + "_" + page.get(page.size() - 1).id() : null);
    }

    /** Whoever leads measures or supervises: in their units, as everywhere. */
    private void exiger() {
        Identite qui = IdentiteCourante.exiger();
        acces.exiger(qui.a(Mission.MESURE) ? Mission.MESURE : qui.a(Mission.PARCOURS) ? Mission.PARCOURS : Mission.SUPERVISION);
    }

    private static void si(List<String> conditions, Map<String, Object> parametres, String sql, String nom, Object valeur) {
        if (valeur != null && !(valeur instanceof String s && s.isBlank())) {
            conditions.add(sql);
            parametres.put(nom, valeur);
        }
    }

    private static void cle(String apres, Map<String, Object> parametres) {
        String[] parts = apres.split("_", 2);
        try {
            parametres.put("apresLe", LocalDate.parse(parts[0]));
            parametres.put("apresId", UUID.fromString(parts[1]));
        } catch (RuntimeException e) {
            throw Refus.champ("apres", "Cette page n’existe plus\u00a0: reprenez la liste au début.");
        }
    }
}
