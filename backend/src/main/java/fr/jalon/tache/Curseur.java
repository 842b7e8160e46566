package fr.jalon.tache;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import fr.jalon.commun.Refus;

/** The place of a line in a sort, as the address bar carries it: ids, dates and codes only. */
record Curseur(List<String> valeurs) {

    private static final String SEPARATEUR = "\u001f";

    String texte() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(String.join(SEPARATEUR, valeurs).getBytes(StandardCharsets.UTF_8));
    }

    static Curseur lire(String texte, Tri tri) {
        try {
            List<String> valeurs = List.of(new String(Base64.getUrlDecoder().decode(texte), StandardCharsets.UTF_8).split(SEPARATEUR, -1));
            if (valeurs.size() == tri.cle().size()) {
                return new Curseur(valeurs);
            }
        } catch (IllegalArgumentException e) {
            // Falls through: a mangled address is told in the same words as a foreign one.
        }
        throw Refus.champ("apres", "Cette adresse de page n’est plus valable : reprenez la liste au début.");
    }
}
