package fr.jalon.autonomie.papiers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fr.jalon.courrier.Imprime;
import fr.jalon.departement.ReglagesAutonomie;

/** Composes the papers handed to a young person. Their titles hold no name: a title stands in the list of a printer. */
public final class PapiersDuJeune {

    /** Who writes: département, unit, and where it signs. */
    public record Emetteur(String departement, String unite, String unites) {
    }

    /** @param adresse lines of the address, or empty: the letter is then handed over */
    public record Destinataire(String nom, List<String> adresse) {
    }

    /**
     * @param tardif entered in care at 17 or later: as soon as possible, instead of before the birthday
     * @param avant the 17th birthday
     * @param confiance name of the person of trust, or null: the letter then says that one may be chosen
     */
    public record Invitation(LocalDate ecriteLe, String entretien, LocalDate le, LocalTime heure, String lieu, String adresse,
            List<String> participants, String confiance, String referent, boolean tardif, LocalDate avant, boolean second) {
    }

    /** What is foreseen in one domain, in the words agreed with the young person. */
    public record Condition(String domaine, String texte) {
    }

    /** @param decline the young person declined the interview: the conditions are notified all the same */
    public record Notification(LocalDate le, String entretien, LocalDate entretienLe, boolean decline, List<Condition> conditions, String texte,
            String signataire, String delegation, String recours, String moyen) {
    }

    public record DateDite(String libelle, LocalDate le, String note) {
    }

    public record PersonneDite(String role, String nom, String comment) {
    }

    /** @param fait done on that day, or null */
    public record EtapeDite(String libelle, LocalDate prevue, LocalDate fait) {
    }

    /** @param ne « né », « née », or « né(e) » when it is not known */
    public record PageJeune(LocalDate aJourLe, String ne, LocalDate neLe, boolean majeur, List<DateDite> dates, List<PersonneDite> personnes,
            List<EtapeDite> etapes, List<ReglagesAutonomie.Droit> droits, List<ReglagesAutonomie.Contact> contacts) {
    }

    private PapiersDuJeune() {
    }

    public static Imprime invitation(Emetteur de, Destinataire a, Invitation i, Instant le) {
        return imprime("autonomie-invitation", "Invitation à un entretien", "Invitation d’un jeune confié à l’entretien qui prépare sa majorité", de, le,
                Map.of("de", de, "a", a, "i", i));
    }

    public static Imprime notification(Emetteur de, Destinataire a, Notification n, Instant le) {
        return imprime("autonomie-notification", "Conditions de votre accompagnement vers l’autonomie",
                "Notification des conditions de l’accompagnement vers l’autonomie (article L222-5-1 du code de l’action sociale et des familles)", de, le,
                Map.of("de", de, "a", a, "n", n));
    }

    public static Imprime page(Emetteur de, Destinataire a, PageJeune p, Instant le) {
        return imprime("autonomie-page", "Ma page", "Les droits, les dates et les personnes d’un jeune confié, en mots simples", de, le,
                Map.of("de", de, "a", a, "p", p));
    }

    private static Imprime imprime(String modele, String titre, String sujet, Emetteur de, Instant le, Map<String, ?> valeurs) {
        return new Imprime(modele, titre, sujet, "Département · " + de.departement() + " · " + de.unite(), le, Imprime.Corps.NORMAL, new HashMap<>(valeurs));
    }
}
