package fr.jalon.indicateur;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import fr.jalon.diffusion.Case;
import fr.jalon.diffusion.Part;
import fr.jalon.diffusion.Public;
import fr.jalon.diffusion.Secret;
import fr.jalon.diffusion.Somme;

/** The yearly table as it may leave: small numbers of children hidden, with what would give them back. The same cells go to the screen and to the file. */
final class SecretIndicateurs {

    static final String MASQUE = "s.";

    private final List<Indicateurs.Ligne> lignes;
    private final Map<String, Map<Integer, Derriere.Enfants>> enfants;
    private final List<Case> cases = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Somme> sommes = new ArrayList<>();
    private final Map<Formule, String> codes = new HashMap<>();

    private SecretIndicateurs(List<Indicateurs.Ligne> lignes, Map<String, Map<Integer, Derriere.Enfants>> enfants) {
        this.lignes = lignes;
        this.enfants = enfants;
        lignes.forEach(l -> codes.putIfAbsent(l.indicateur().mesure(), l.indicateur().code()));
    }

    /** Keys (code and year) of what may not be read by that public. */
    static Set<String> cachees(List<Indicateurs.Ligne> lignes, Map<String, Map<Integer, Derriere.Enfants>> enfants, Public qui) {
        SecretIndicateurs s = new SecretIndicateurs(lignes, enfants);
        lignes.forEach(l -> l.cellules().forEach(c -> s.peser(l.indicateur(), c)));
        return Secret.cachees(s.cases, s.sommes, s.parts, qui.seuil());
    }

    static String cle(String code, int annee) {
        return code + "@" + annee;
    }

    private void peser(Indicateur i, Indicateurs.Cellule x) {
        Chiffre c = x.chiffre();
        if (c.valeur() == null || i.mesure() instanceof FormuleMesure.PlacesOuvertes) {
            return;
        }
        String cle = cle(i.code(), x.annee());
        Derriere.Enfants e = enfants.get(i.code()).get(x.annee());
        if (c.base() != null || "%".equals(i.unite()) || i.mesure() instanceof FormuleComposee.Ratio) {
            cases.add(new Case(cle + "#n", e.comptes(), e.comptes(), false));
            cases.add(new Case(cle + "#d", e.base(), e.base(), false));
            parts.add(new Part(cle, cle + "#n", cle + "#d"));
            if (i.mesure() instanceof FormuleComposee.Ratio r) {
                // What is printed beside it gives its terms.
                parts.add(new Part(cle, cle(r.numerateur(), x.annee()), cle(r.denominateur(), x.annee())));
            }
        } else if (longueur(i.mesure())) {
            if (e.comptes() > 0) {
                cases.add(Case.de(cle, e.comptes(), e.comptes()));
            }
        } else {
            cases.add(Case.de(cle, c.valeur().abs().longValue(), e.comptes()));
            parties(i.mesure()).forEach(p -> sommes.add(new Somme(cle, p.stream().map(code -> cle(code, x.annee())).toList())));
        }
    }

    /** Not a number of anybody: it is that of a few when few are behind. */
    private static boolean longueur(Formule f) {
        return switch (Forme.de(f)) {
            case LONGUEUR, JOURNEES, OCCUPATION -> true;
            default -> f instanceof FormuleSuivi.Nombres;
        };
    }

    /** Other rows that add up to it, where all are shown: what is hidden in one would be found by the others. */
    private List<List<String>> parties(Formule f) {
        List<List<String>> trouvees = new ArrayList<>();
        if (f instanceof FormuleComposee.Somme s && s.moins() == null) {
            trouvees.add(s.de());
        } else if (f instanceof Formule.Ouvertes o && o.mois() == 0 && o.moinsDe() == null) {
            trouvees.add(lignes.stream().map(Indicateurs.Ligne::indicateur).filter(i -> i.mesure() instanceof Formule.Ouvertes x && !x.equals(o)).map(Indicateur::code).toList());
        } else if (f instanceof Formule.Entrantes e && e.issue() == null) {
            ajouter(trouvees, List.of(new Formule.Entrantes("IP"), new Formule.Entrantes("TRANSMISE"), new Formule.Entrantes("NON_QUALIFIEE"), new Formule.Entrantes("ATTENTE")));
        } else if (f instanceof FormuleAutonomie.Majeurs m && m.mna() == null) {
            ajouter(trouvees, List.of(new FormuleAutonomie.Majeurs(m.bases(), m.quoi(), true, m.reference()), new FormuleAutonomie.Majeurs(m.bases(), m.quoi(), false, m.reference())));
        } else if (f instanceof FormuleAutonomie.Anniversaires a && a.mna() == null) {
            ajouter(trouvees, List.of(new FormuleAutonomie.Anniversaires(a.ans(), a.bases(), true), new FormuleAutonomie.Anniversaires(a.ans(), a.bases(), false)));
        } else if (f instanceof FormuleAutonomie.Suivis s && s.mna() == null) {
            ajouter(trouvees, List.of(new FormuleAutonomie.Suivis(s.du(), s.moinsDe(), true, s.annee()), new FormuleAutonomie.Suivis(s.du(), s.moinsDe(), false, s.annee())));
        }
        return trouvees;
    }

    private void ajouter(List<List<String>> trouvees, List<Formule> parties) {
        List<String> siennes = parties.stream().map(codes::get).filter(Objects::nonNull).toList();
        if (siennes.size() == parties.size()) {
            trouvees.add(siennes);
        }
    }
}
