package fr.jalon.statistique;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

/** The variables of the extract, as data: where each comes from, or why it is not kept; strict at start. */
@Component
class DictionnaireOlinpe {

    enum Certitude {
        ETABLI, ANCIEN, NON_ETABLI
    }

    /** When a variable is due: of every event, or of these alone. */
    enum Si {
        TOUJOURS, ADMINISTRATIF, JUDICIAIRE, DOMICILE, ACCUEIL, FIN
    }

    /** @param champ field of an event's line, or null and {@code manque} says why */
    record Variable(String code, String libelle, String bloc, String format, String champ, Certitude certitude, Si si, boolean facultative, String manque) {

        Si quand() {
            return si == null ? Si.TOUJOURS : si;
        }
    }

    record Dictionnaire(int annee, String source, List<Variable> variables) {
    }

    private final Dictionnaire dictionnaire = Lecture.yaml("olinpe", Dictionnaire.class);

    DictionnaireOlinpe() {
        Set<String> codes = new HashSet<>();
        for (Variable v : dictionnaire.variables()) {
            if (v.code() == null || !codes.add(v.code()) || v.certitude() == null || (v.champ() == null) == (v.manque() == null)
                    || v.champ() != null && !LignesOlinpe.CHAMPS.contains(v.champ())) {
                throw new IllegalStateException("statistiques/olinpe.yaml : la variable " + v.code() + " est mal écrite.");
            }
        }
    }

    Dictionnaire lire() {
        return dictionnaire;
    }
}
