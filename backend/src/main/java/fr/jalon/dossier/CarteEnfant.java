package fr.jalon.dossier;

import java.util.List;
import java.util.UUID;

/**
 * One answer of the search. A child in sight is told whole; out of one's territory only that the child is known and whom to contact:
 * then {@code id} and every other field are null, and {@code contacter} is not empty.
 *
 * @param correspondance EXACTE or PROCHE
 * @param commune where the child lives now, or null; never an address
 * @param enCours what is under way, most recent first
 */
public record CarteEnfant(UUID id, NomEnfant nom, String nomComplet, Sexe sexe, String commune, Correspondance correspondance,
        List<String> freres, List<EnCours.Element> enCours, List<Contact> contacter) {

    public enum Correspondance {
        EXACTE, PROCHE
    }

    /** A unit that knows the child. */
    public record Contact(String unite, String nom) {
    }

    static CarteEnfant ailleurs(List<Contact> contacter) {
        return new CarteEnfant(null, null, null, null, null, null, List.of(), List.of(), contacter);
    }
}
