package fr.jalon.ip.evaluation;

/** Why an evaluator leaves an evaluation; counted. */
public enum MotifRemplacement {
    EVALUATEUR_ABSENT("Évaluateur absent"),
    CHANGEMENT_DE_POSTE("Changement de poste"),
    FAMILLE_CONNUE("Ne peut pas évaluer cette famille"),
    RENFORT("Équipe complétée"),
    CORRECTION("Désignation corrigée"),
    AUTRE("Autre motif");

    private final String libelle;

    MotifRemplacement(String libelle) {
        this.libelle = libelle;
    }

    public String libelle() {
        return libelle;
    }
}
