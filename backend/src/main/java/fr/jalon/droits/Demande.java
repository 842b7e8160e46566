package fr.jalon.droits;

import java.time.LocalDate;
import java.util.UUID;

import fr.jalon.commun.Conflit;

/** A dated request about one child's file: who asks, as what, what was answered and when. */
public record Demande(UUID id, String numero, UUID enfantId, String uniteId, Genre genre, Qualite qualite, String demandeur, String contact, String objet,
        LocalDate recueLe, LocalDate identiteLe, String identiteMoyen, LocalDate echeance, LocalDate prolongeeLe, String prolongationMotif, Etat etat,
        Decision decision, String decisionMotif, String corrige, String moyen, LocalDate repondueLe, long version) {

    public enum Genre {
        ACCES("Accès au dossier"), RECTIFICATION("Rectification"), OPPOSITION("Opposition"), LIMITATION("Limitation"), EFFACEMENT("Effacement");

        private final String libelle;

        Genre(String libelle) {
            this.libelle = libelle;
        }

        public String libelle() {
            return libelle;
        }
    }

    public enum Qualite {
        ENFANT("Le jeune lui-même"), TITULAIRE("Titulaire de l’autorité parentale"), TUTEUR("Tuteur"), ANCIEN_CONFIE("Adulte, ancien enfant confié"),
        MANDATAIRE("Mandataire, avocat"), AYANT_DROIT("Ayant droit");

        private final String libelle;

        Qualite(String libelle) {
            this.libelle = libelle;
        }

        public String libelle() {
            return libelle;
        }
    }

    public enum Etat {
        A_INSTRUIRE("À instruire"), ARRETEE("Copie arrêtée, à remettre"), REPONDUE("Répondue"), SANS_SUITE("Classée sans suite");

        private final String libelle;

        Etat(String libelle) {
            this.libelle = libelle;
        }

        public String libelle() {
            return libelle;
        }

        public boolean ouverte() {
            return this == A_INSTRUIRE || this == ARRETEE;
        }
    }

    public enum Decision {
        ACCEPTEE("Acceptée"), EN_PARTIE("Acceptée en partie"), REFUSEE("Refusée");

        private final String libelle;

        Decision(String libelle) {
            this.libelle = libelle;
        }

        public String libelle() {
            return libelle;
        }
    }

    /** One month (RGPD art. 12.3; a month of silence refuses, CRPA R*311-12), three when it was extended in the first. */
    static LocalDate echeance(LocalDate recueLe, boolean prolongee) {
        return recueLe.plusMonths(prolongee ? 3 : 1);
    }

    void exigerVersion(long lue) {
        if (lue != version) {
            throw new Conflit(null, null, "Cette demande a changé depuis que vous l’avez ouverte.");
        }
    }

    void exigerOuverte() {
        if (!etat.ouverte()) {
            throw new Conflit(null, null, "Cette demande est close\u00a0: " + etat.libelle().toLowerCase() + ".");
        }
    }
}
