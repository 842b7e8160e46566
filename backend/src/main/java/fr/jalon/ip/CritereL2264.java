package fr.jalon.ip;

/** The four cases in which the procureur is seized (L226-4 I). */
public enum CritereL2264 {
    ACTIONS_SANS_EFFET("Des actions déjà menées n’ont pas permis de remédier à la situation (1°)", true),
    ACTIONS_IMPOSSIBLES("Les actions ne peuvent être mises en place : refus de la famille ou impossibilité de collaborer (2°)", true),
    DANGER_GRAVE_IMMEDIAT("Le danger est grave et immédiat, notamment maltraitance (3°)", false),
    EVALUATION_IMPOSSIBLE("Danger présumé et situation impossible à évaluer", true);

    private final String libelle;
    private final boolean actionsAttendues;

    CritereL2264(String libelle, boolean actionsAttendues) {
        this.libelle = libelle;
        this.actionsAttendues = actionsAttendues;
    }

    public String libelle() {
        return libelle;
    }

    /** The PCD tells the procureur what was already tried; a grave and immediate danger does not wait for it. */
    public boolean actionsAttendues() {
        return actionsAttendues;
    }
}
