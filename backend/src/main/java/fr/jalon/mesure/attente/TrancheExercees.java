package fr.jalon.mesure.attente;

/** A figure of the exercised measures, said once: its count and the list behind it filter by the same condition. */
public enum TrancheExercees {
    TOUTES("Exercées ou suspendues", "true"),
    EXERCEES("Exercées", "m.etat = 'EXERCEE'"),
    SUSPENDUES("Suspendues", "m.etat = 'SUSPENDUE'"),
    TERME_PASSE("Exercées au-delà de leur terme", "m.terme < :jour"),
    TERMES_30("À terme d’ici 30 jours", "m.terme between :jour and :jour30"),
    TERMES_90("À terme d’ici 90 jours", "m.terme between :jour and :jour90");

    private final String libelle;
    private final String condition;

    TrancheExercees(String libelle, String condition) {
        this.libelle = libelle;
        this.condition = condition;
    }

    public String libelle() {
        return libelle;
    }

    String condition() {
        return condition;
    }
}
