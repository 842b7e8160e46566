package fr.jalon.commun.texte;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A text several people write, at one version: a section of a report, a part of a projet. Writing on the version one has read gives the
 * next; writing on an older one gives the conflict, with what stands now, and changes nothing. No text is lost: whatever a save would make
 * unreadable is kept apart first.
 */
public record TexteVersionne(String code, String texte, long version, UUID auteurId, Instant modifieeLe) {

    /** Pauses shorter than this belong to one sitting of one writer. */
    public static final Duration SEANCE = Duration.ofMinutes(30);

    /**
     * @param texte what stands
     * @param garder the version to keep in the history, empty when the new text contains all of it
     * @param conflit nothing is to be written
     */
    public record Ecriture(TexteVersionne texte, Optional<TexteVersionne> garder, boolean conflit) {
    }

    public static TexteVersionne vide(String code) {
        return new TexteVersionne(code, "", 0, null, null);
    }

    /** @param versionLue the one read before writing */
    public Ecriture ecrire(long versionLue, String nouveau, UUID auteur, Instant le) {
        if (versionLue == version && nouveau.equals(texte)) {
            return new Ecriture(this, Optional.empty(), false);
        }
        // The same words sent again after a cut are not a conflict.
        if (versionLue != version) {
            boolean memeEnvoi = nouveau.equals(texte) && auteur != null && auteur.equals(auteurId);
            return new Ecriture(this, Optional.empty(), !memeEnvoi);
        }
        boolean autreSeance = version > 0 && (auteurId == null || !auteurId.equals(auteur) || modifieeLe.plus(SEANCE).isBefore(le));
        boolean garder = !texte.isEmpty() && (autreSeance || !complete(texte, nouveau));
        return new Ecriture(new TexteVersionne(code, nouveau, version + 1, auteur, le), garder ? Optional.of(this) : Optional.empty(), false);
    }

    /** Whether the new text is the former one with words added in one place: nothing of it is lost by forgetting it. */
    public static boolean complete(String ancien, String nouveau) {
        int manque = nouveau.length() - ancien.length();
        if (manque < 0) {
            return false;
        }
        int debut = 0;
        while (debut < ancien.length() && ancien.charAt(debut) == nouveau.charAt(debut)) {
            debut++;
        }
        int fin = 0;
        while (fin < ancien.length() - debut && ancien.charAt(ancien.length() - 1 - fin) == nouveau.charAt(nouveau.length() - 1 - fin)) {
            fin++;
        }
        return debut + fin == ancien.length();
    }
}
