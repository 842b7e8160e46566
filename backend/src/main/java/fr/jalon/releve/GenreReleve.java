package fr.jalon.releve;

import java.util.List;

/**
 * A kind of light record, as {@code releves/genres.yaml} says it.
 *
 * @param sur what it is noted on
 * @param dure it lasts from a day to another; otherwise it is of one day
 * @param sensible health or the like: told as such beside the form
 * @param aValider the document names it without defining it
 * @param demandes rows of documents that count it; their département is before the first dash
 */
public record GenreReleve(String code, String libelle, String rubrique, Sur sur, boolean dure, boolean sensible, boolean aValider, String aide,
        List<String> demandes, List<Champ> champs) {

    /** What a record is noted on: the child, the family at home (counted once), or a meeting of a unit. */
    public enum Sur {
        ENFANT, FOYER, REUNION
    }

    public enum TypeChamp {
        LISTE, OUI_NON, NOMBRE
    }

    /** @param max greatest whole number accepted */
    public record Champ(String code, String libelle, TypeChamp type, boolean obligatoire, Integer max, List<Valeur> valeurs) {

        public Champ {
            valeurs = valeurs == null ? List.of() : List.copyOf(valeurs);
        }
    }

    /** @param pour départements where it is proposed; empty: everywhere */
    public record Valeur(String code, String libelle, List<String> pour) {

        public Valeur {
            pour = pour == null ? List.of() : List.copyOf(pour);
        }

        boolean proposee(String departement) {
            return pour.isEmpty() || pour.contains(departement);
        }
    }

    public GenreReleve {
        demandes = demandes == null ? List.of() : List.copyOf(demandes);
        champs = champs == null ? List.of() : List.copyOf(champs);
    }

    /** Kind of its periods. */
    public String genre() {
        return PREFIXE + code;
    }

    static final String PREFIXE = "RELEVE_";

    boolean demandeEn(String departement) {
        return demandes.stream().anyMatch(d -> d.startsWith(departement + "-"));
    }

    /** The same with the values this département proposes. */
    GenreReleve en(String departement) {
        return new GenreReleve(code, libelle, rubrique, sur, dure, sensible, aValider, aide, demandes.stream().filter(d -> d.startsWith(departement + "-")).toList(),
                champs.stream().map(c -> new Champ(c.code(), c.libelle(), c.type(), c.obligatoire(), c.max(),
                        c.valeurs().stream().filter(v -> v.proposee(departement)).toList())).toList());
    }
}
