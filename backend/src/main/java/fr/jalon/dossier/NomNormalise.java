package fr.jalon.dossier;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names as they are compared: no case, accent, hyphen or apostrophe. « Le Gall » gives the words {@code le}, {@code gall} and
 * {@code legall}, so that joined, split and hyphenated spellings meet.
 */
final class NomNormalise {

    private static final Pattern DIACRITIQUES = Pattern.compile("\\p{M}+");
    private static final Pattern AUTRES = Pattern.compile("[^a-z]+");
    private static final Set<String> PARTICULES = Set.of("de", "du", "des", "le", "la", "les", "l", "d", "el", "al", "ben", "von", "van",
            "da", "dos", "do", "di", "et", "ou", "saint", "st");
    private static final int MOTS_AU_PLUS = 8;
    private static final int LONGUEUR_AU_PLUS = 40;

    private NomNormalise() {
    }

    /** Lower-case ASCII letters, words separated by one space. */
    static String normaliser(String nom) {
        if (nom == null) {
            return "";
        }
        String texte = nom.toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae").replace("ß", "ss").replace("ø", "o")
                .replace("ł", "l").replace("đ", "d").replace("ı", "i");
        texte = DIACRITIQUES.matcher(Normalizer.normalize(texte, Normalizer.Form.NFKD)).replaceAll("");
        return AUTRES.matcher(texte).replaceAll(" ").strip();
    }

    /** The words of a name as they are kept: each word, and neighbours joined where a particle or a hyphen may hide. */
    static List<String> motsGardes(String nom) {
        List<String> mots = decouper(nom);
        Set<String> gardes = new LinkedHashSet<>();
        for (String mot : mots) {
            if (mots.size() == 1 || !PARTICULES.contains(mot)) {
                gardes.add(mot);
            }
        }
        for (int i = 0; i + 1 < mots.size(); i++) {
            gardes.add(tronquer(mots.get(i) + mots.get(i + 1)));
        }
        if (mots.size() == 3) {
            gardes.add(tronquer(String.join("", mots)));
        }
        return List.copyOf(gardes);
    }

    /** The words of a query: particles join the word that follows them (« le gall » is asked as {@code legall}). */
    static List<String> motsDemandes(String requete) {
        List<String> demandes = new ArrayList<>();
        StringBuilder particule = new StringBuilder();
        for (String mot : decouper(requete)) {
            if (PARTICULES.contains(mot)) {
                particule.append(mot);
            } else {
                demandes.add(tronquer(particule + mot));
                particule.setLength(0);
            }
        }
        if (!particule.isEmpty()) {
            demandes.add(particule.toString());
        }
        return List.copyOf(new LinkedHashSet<>(demandes));
    }

    /** The word of a query without the particle typed before it; empty when it had none. */
    static List<String> sansParticule(String demande, String requete) {
        List<String> mots = decouper(requete);
        for (int i = 1; i < mots.size(); i++) {
            if (!PARTICULES.contains(mots.get(i)) && PARTICULES.contains(mots.get(i - 1)) && demande.endsWith(mots.get(i))
                    && !demande.equals(mots.get(i))) {
                return List.of(mots.get(i));
            }
        }
        return List.of();
    }

    /** The word, and each word left when one of its letters is removed: two words one letter apart, or with two letters exchanged, share one. */
    static Set<String> variantes(String mot) {
        Set<String> variantes = new LinkedHashSet<>();
        variantes.add(mot);
        for (int i = 0; mot.length() > 2 && i < mot.length(); i++) {
            variantes.add(mot.substring(0, i) + mot.substring(i + 1));
        }
        return variantes;
    }

    private static List<String> decouper(String nom) {
        String texte = normaliser(nom);
        if (texte.isEmpty()) {
            return List.of();
        }
        return List.of(texte.split(" ")).stream().limit(MOTS_AU_PLUS).map(NomNormalise::tronquer).toList();
    }

    private static String tronquer(String mot) {
        return mot.length() > LONGUEUR_AU_PLUS ? mot.substring(0, LONGUEUR_AU_PLUS) : mot;
    }
}
