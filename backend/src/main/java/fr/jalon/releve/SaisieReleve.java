package fr.jalon.releve;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.EnFrancais;

/**
 * What a form says of a record.
 *
 * @param au last day of one that lasts, null while it does
 * @param texte a precision that nobody counts
 * @param motifs reasons given for what was warned of
 */
public record SaisieReleve(String code, LocalDate du, LocalDate au, Map<String, String> champs, String texte, Map<String, String> motifs) {

    /**
     * The fields as they are kept: known codes and whole numbers, nothing empty.
     *
     * @throws Refus at each field that says something impossible
     */
    Map<String, String> exiger(GenreReleve genre, LocalDate aujourdhui, LocalDate naissance) {
        dates(genre, aujourdhui, naissance);
        Map<String, String> donnes = champs == null ? Map.of() : champs;
        Map<String, String> retenus = new LinkedHashMap<>();
        for (GenreReleve.Champ c : genre.champs()) {
            String valeur = donnes.get(c.code());
            if (valeur == null || valeur.isBlank()) {
                if (c.obligatoire()) {
                    throw Refus.champ("champs." + c.code(), c.type() == GenreReleve.TypeChamp.NOMBRE ? "Indiquez ce nombre." : "Choisissez une réponse.");
                }
            } else {
                retenus.put(c.code(), valeur(c, valeur.strip()));
            }
        }
        Set<String> connus = genre.champs().stream().map(GenreReleve.Champ::code).collect(java.util.stream.Collectors.toSet());
        donnes.keySet().stream().filter(k -> !connus.contains(k)).findFirst().ifPresent(k -> {
            throw Refus.champ("champs." + k, "Ce repère n’a pas ce champ.");
        });
        return retenus;
    }

    private void dates(GenreReleve genre, LocalDate aujourdhui, LocalDate naissance) {
        if (du == null) {
            throw Refus.champ("du", genre.dure() ? "Indiquez depuis quand." : "Indiquez le jour.");
        }
        if (du.isAfter(aujourdhui)) {
            throw Refus.champ("du", "Cette date est dans le futur.");
        }
        if (naissance != null && du.isBefore(naissance)) {
            throw Refus.champ("du", "L’enfant n’était pas né\u00a0: il l’est depuis le " + EnFrancais.jour(naissance) + ".");
        }
        if (au != null && !genre.dure()) {
            throw Refus.champ("au", "Ce repère est d’un seul jour.");
        }
        if (au != null && au.isAfter(aujourdhui)) {
            throw Refus.champ("au", "Cette date est dans le futur.");
        }
        if (au != null && au.isBefore(du)) {
            throw Refus.champ("au", "La fin ne peut pas précéder le début (" + EnFrancais.jour(du) + ").");
        }
    }

    private static String valeur(GenreReleve.Champ c, String valeur) {
        boolean juste = switch (c.type()) {
            case LISTE -> c.valeurs().stream().anyMatch(v -> v.code().equals(valeur));
            case OUI_NON -> "OUI".equals(valeur) || "NON".equals(valeur);
            case NOMBRE -> valeur.matches("\\d{1,6}") && (c.max() == null || Integer.parseInt(valeur) <= c.max());
        };
        if (!juste) {
            throw Refus.champ("champs." + c.code(), c.type() == GenreReleve.TypeChamp.NOMBRE
                    ? "Écrivez un nombre entier" + (c.max() == null ? "." : ", " + c.max() + " au plus.") : "Choisissez dans la liste.");
        }
        return c.type() == GenreReleve.TypeChamp.NOMBRE ? String.valueOf(Integer.parseInt(valeur)) : valeur;
    }

    String texteNet() {
        return texte == null || texte.isBlank() ? null : texte.strip();
    }
}
