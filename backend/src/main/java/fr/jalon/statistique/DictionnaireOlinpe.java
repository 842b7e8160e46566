package fr.jalon.statistique;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/** The variables of the extract, as data: where each comes from and its official codes, or why it is not kept; strict at start. */
@Component
class DictionnaireOlinpe {

    /** How sure a label is: read in the text in force, read in the former one and kept since, former, to be read, or ours. */
    enum Certitude {
        ETABLI, REPRIS, ANCIEN, NON_ETABLI, LOCAL
    }

    /** When a variable is due: of every event, or of these alone. */
    enum Si {
        TOUJOURS, OFFICIEL, COMMENCE, FIN, ADMINISTRATIF, JUDICIAIRE, DOMICILE_ADMINISTRATIF, DOMICILE_JUDICIAIRE, ACCUEIL_ADMINISTRATIF, ACCUEIL_JUDICIAIRE, PLACEMENT
    }

    /** The file in which it is completed. */
    enum Ou {
        ENFANT, MESURE
    }

    record Source(String code, String libelle) {
    }

    /** @param de our codes that are told by this official one */
    record Modalite(List<String> de, String code, String libelle) {
    }

    /**
     * @param champ field of an event's line, or null and {@code manque} says why
     * @param inconnu what the text has written where the value is not known
     * @param seuil share of lines, in points, under which the officer is told; null: that of the dictionary
     */
    record Variable(String code, String libelle, String bloc, String format, String champ, Certitude certitude, List<String> source, Si si, boolean facultative,
            String manque, String inconnu, Ou ou, Integer seuil, List<Modalite> modalites) {

        Variable {
            modalites = modalites == null ? List.of() : modalites;
        }

        Si quand() {
            return si == null ? Si.TOUJOURS : si;
        }

        boolean tenue() {
            return champ != null;
        }

        /** As it leaves: the official code, nothing for a value that has none. */
        Optional<String> coder(String valeur) {
            if (valeur == null) {
                return Optional.ofNullable(inconnu);
            }
            return modalites.isEmpty() ? Optional.of(valeur) : modalites.stream().filter(m -> m.de().contains(valeur)).map(Modalite::code).findFirst();
        }

        boolean sansCode(String valeur) {
            return valeur != null && coder(valeur).isEmpty();
        }
    }

    record Dictionnaire(int annee, String source, int seuil, int chute, List<Source> sources, List<Variable> variables) {

        int seuil(Variable v) {
            return v.seuil() == null ? seuil : v.seuil();
        }

        Optional<Variable> trouver(String code) {
            return variables.stream().filter(v -> v.code().equals(code)).findFirst();
        }

        /** Where a label comes from, in words. */
        String dOu(Variable v) {
            Map<String, String> libelles = sources.stream().collect(Collectors.toMap(Source::code, Source::libelle));
            return v.source().stream().map(libelles::get).collect(Collectors.joining(" ; "));
        }
    }

    private final Dictionnaire dictionnaire = Lecture.yaml("olinpe", Dictionnaire.class);

    DictionnaireOlinpe() {
        List<String> fautes = fautes(dictionnaire);
        if (!fautes.isEmpty()) {
            throw new IllegalStateException("statistiques/olinpe.yaml : " + String.join(" ; ", fautes));
        }
    }

    Dictionnaire lire() {
        return dictionnaire;
    }

    /** What is wrong in a dictionary, in words; nothing when it can be used. */
    static List<String> fautes(Dictionnaire d) {
        List<String> fautes = new ArrayList<>();
        Set<String> sources = d.sources().stream().map(Source::code).collect(Collectors.toSet());
        Set<String> codes = new HashSet<>();
        for (Variable v : d.variables()) {
            if (v.code() == null || !codes.add(v.code())) {
                fautes.add("le code " + v.code() + " manque ou est deux fois");
            } else if (v.certitude() == null || v.source() == null || v.source().isEmpty() || !sources.containsAll(v.source())) {
                fautes.add(v.code() + " ne dit pas d’où elle vient");
            } else if (v.tenue() == (v.manque() != null) || v.tenue() && !LignesOlinpe.CHAMPS.contains(v.champ())) {
                fautes.add(v.code() + " n’a ni champ connu ni raison de manquer");
            } else if (v.seuil() != null && (v.seuil() < 0 || v.seuil() > 100)) {
                fautes.add(v.code() + " a un seuil hors de 0 à 100");
            }
            deuxFois(v, m -> m.de().stream()).forEach(c -> fautes.add(v.code() + " donne deux codes à " + c));
            deuxFois(v, m -> java.util.stream.Stream.of(m.code())).forEach(c -> fautes.add(v.code() + " dit deux fois le code " + c));
        }
        return fautes;
    }

    private static Set<String> deuxFois(Variable v, Function<Modalite, java.util.stream.Stream<String>> lire) {
        Map<String, Integer> vus = new HashMap<>();
        v.modalites().stream().flatMap(lire).forEach(c -> vus.merge(c, 1, Integer::sum));
        return vus.entrySet().stream().filter(e -> e.getValue() > 1).map(Map.Entry::getKey).collect(Collectors.toSet());
    }
}
