package fr.jalon.projet.redaction;

import java.util.Set;

/** Kinds of facts the file already knows, which a form model asks to be shown beside a part. */
final class SourcesConnues {

    static final Set<String> CODES = Set.of("evaluation", "mesures", "foyers", "lieux", "titulaires", "fratrie", "sante", "ecole", "autonomie");

    private SourcesConnues() {
    }
}
