package fr.jalon.indicateur;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Types of the events figures are read from: the readings keep to them, and an event of another type touches no file. One list for both, so
 * that a type read anew is a type that touches.
 */
final class TypesLus {

    static final List<String> ETAPES = List.of("ip.rapport-rendu", "ip.personnes-informees", "ip.close");
    static final List<String> ECHEANCES = List.of("echeance.posee", "echeance.deplacee", "echeance.annulee");
    static final List<String> ORIENTATIONS = List.of("ip.qualifiee", "information.jointe", "information.orientee");
    static final List<String> INFORMATIONS = List.of("information.recue");
    /** Each says who an IP is about from then on. */
    static final List<String> MINEURS = List.of("ip.qualifiee", "ip.mineurs-ajoutes", "ip.mineur-ajoute", "ip.corrigee", "ip.mineur-sorti");
    static final List<String> NAISSANCES = List.of("enfant.cree", "enfant.ne");
    static final List<String> REUNIONS = List.of("enfants.reunis");
    static final List<String> ACTES = List.of("mesure.caduque", "mesure.terminee", "mesure.renouvelee", "mesure.requalifiee", "mesure.cadre-change",
            "mesure.transferee", "mesure.modulee", "mesure.rapport", "mesure.lieu", "mesure.lieu-fini", "mesure.revue", "mesure.audience", "ip.decidee",
            "ip.suite-judiciaire", "signalement.transmis", "information.recue");
    /** Files every event of which is read as an act. */
    static final List<String> DOSSIERS = List.of("projet.", "autonomie.", "releve.");

    private TypesLus() {
    }

    /** A condition on the type of an event. */
    static String dans(String e, List<String> types) {
        return types.stream().map(t -> "'" + t + "'").collect(Collectors.joining(", ", e + ".type in (", ")"));
    }

    /** An act of any file. */
    static String actes(String e) {
        return "(" + dans(e, ACTES) + DOSSIERS.stream().map(d -> " or " + e + ".type like '" + d + "%'").collect(Collectors.joining()) + ")";
    }

    /** Any of those read. */
    static String lus(String e) {
        List<String> tous = List.copyOf(new TreeSet<>(Stream.of(ETAPES, ECHEANCES, ORIENTATIONS, INFORMATIONS, MINEURS, NAISSANCES, REUNIONS)
                .flatMap(List::stream).toList()));
        return "(" + dans(e, tous) + " or " + actes(e) + ")";
    }
}
