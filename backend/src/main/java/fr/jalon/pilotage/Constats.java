package fr.jalon.pilotage;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Sentences made of the figures. */
final class Constats {

    private static final String INSECABLE = "\u00a0";

    private Constats() {
    }

    static String constat(Map<Chiffre, Long> chiffres, List<TableauDeBord.LigneUnite> unites) {
        long tous = chiffres.get(Chiffre.TOUS);
        long retard = chiffres.get(Chiffre.RETARD);
        if (tous == 0) {
            return "Aucun dossier n’attend personne dans votre territoire.";
        }
        long bientot = chiffres.get(Chiffre.J15);
        String suite = bientot == 0 ? "aucun autre ne le sera d’ici 15" + INSECABLE + "jours."
                : nombre(bientot) + (bientot > 1 ? " autres le seront" : " autre le sera") + " d’ici 15" + INSECABLE + "jours si rien n’est fait.";
        if (retard == 0) {
            return "Aucun des " + nombre(tous) + " dossiers en cours n’est en retard" + INSECABLE + "; "
                    + (bientot == 0 ? "aucun ne le sera d’ici 15" + INSECABLE + "jours." : nombre(bientot)
                            + (bientot > 1 ? " le seront" : " le sera") + " d’ici 15" + INSECABLE + "jours si rien n’est fait.");
        }
        String ou = unites.size() < 2 ? "" : unites.stream().max(Comparator.comparing(u -> u.chiffres().get(Chiffre.RETARD)))
                .map(u -> ", dont " + nombre(u.chiffres().get(Chiffre.RETARD)) + " à «" + INSECABLE + u.nom() + INSECABLE + "»").orElse("");
        return nombre(retard) + (retard > 1 ? " dossiers sont" : " dossier est") + " en retard sur " + nombre(tous) + " en cours" + ou
                + INSECABLE + "; " + suite;
    }

    static String phrase(List<TableauDeBord.Barre> barres) {
        long retard = barres.stream().filter(TableauDeBord.Barre::enRetard).mapToLong(TableauDeBord.Barre::nombre).sum();
        String detail = String.join(", ", barres.stream().filter(b -> b.nombre() > 0).map(b -> nombre(b.nombre()) + " " + b.libelle()).toList());
        return "De part et d’autre de la date légale" + INSECABLE + ": " + nombre(retard)
                + (retard > 1 ? " dossiers après" : " dossier après") + (detail.isEmpty() ? "." : INSECABLE + "; " + detail + ".");
    }

    static String nombre(long n) {
        return String.format(java.util.Locale.ROOT, "%,d", n).replace(",", "\u202f");
    }
}
