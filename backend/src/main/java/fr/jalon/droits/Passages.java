package fr.jalon.droits;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Hides words wherever they stand in a text: whatever their case, their accents and what separates them; a telephone number whatever its pairs. */
final class Passages {

    private final List<Pattern> motifs;
    private final String aLaPlace;

    Passages(Collection<String> dits, String aLaPlace) {
        this.motifs = dits.stream().filter(d -> d != null && d.strip().length() > 2).map(Passages::motif).toList();
        this.aLaPlace = Matcher.quoteReplacement(aLaPlace);
    }

    String cacher(String texte) {
        String net = texte;
        for (Pattern m : motifs) {
            net = net == null ? null : m.matcher(net).replaceAll(aLaPlace);
        }
        return net;
    }

    boolean dans(String texte) {
        return texte != null && motifs.stream().anyMatch(m -> m.matcher(texte).find());
    }

    private static Pattern motif(String dit) {
        String chiffres = dit.replaceAll("[^0-9]", "");
        boolean numero = chiffres.length() >= 9 && dit.replaceAll("[0-9\\s.+()-]", "").isEmpty();
        String corps = numero ? Arrays.stream(chiffres.split("")).collect(Collectors.joining("[\\s.\\-]?"))
                : Arrays.stream(dit.strip().split("[^\\p{L}\\p{N}]+")).filter(m -> !m.isEmpty()).map(Passages::avecOuSansAccent)
                        .collect(Collectors.joining("[^\\p{L}\\p{N}]+"));
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + corps + "(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String avecOuSansAccent(String mot) {
        StringBuilder motif = new StringBuilder();
        for (char c : Normalizer.normalize(mot, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT).toCharArray()) {
            motif.append(switch (c) {
                case 'a' -> "[aàâä]";
                case 'c' -> "[cç]";
                case 'e' -> "[eéèêë]";
                case 'i' -> "[iîï]";
                case 'n' -> "[nñ]";
                case 'o' -> "[oôö]";
                case 'u' -> "[uùûü]";
                case 'y' -> "[yÿ]";
                default -> Pattern.quote(String.valueOf(c));
            });
        }
        return motif.toString();
    }
}
