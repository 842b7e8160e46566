package fr.jalon.ip.fiche;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.jalon.echeance.ConsultationEcheances.EcheanceVue;
import fr.jalon.ip.EtatIp;

/**
 * An IP as its page shows it to the person who opens it.
 *
 * @param horloges the two clocks, evaluation then full processing; the first is that of the minor with the nearest date
 * @param autres other due dates: whoever transmitted, opinions asked, justice
 * @param etapes steps that wait, each with who holds it and whether this person may do it
 * @param voisines other IPs of the same children, or linked by hand
 */
public record FicheIp(UUID id, String numero, EtatIp etat, long version, boolean urgence, Instant recueLe, Instant qualifieeLe,
        Instant rapportRenduLe, Instant decideeLe, Instant closeLe, String motifCloture, Voie voie, Unite recueil, Unite pilote,
        List<Unite> associees, List<Mineur> mineurs, List<Clock> horloges, List<EcheanceVue> autres, boolean enConsigne,
        List<ConsigneVue> consignes, List<Etape> etapes, List<Information> informations, List<Voisine> voisines) {

    public record Unite(String id, String nom) {
    }

    /** @param libelle null until one is chosen */
    public record Voie(String code, String libelle, String proposeeLibelle, boolean leveeDeDoutes) {
    }

    /**
     * @param id the minor in this IP; {@code enfantId} is the child's file, which may be out of sight ({@code ouvrable})
     * @param echeances due dates of this minor alone
     */
    public record Mineur(UUID id, UUID enfantId, String affiche, String age, LocalDate naissance, boolean moinsDeDeuxAns, boolean restreint,
            String origine, boolean ouvrable, Instant retireLe, String retireMotif, List<EcheanceVue> echeances) {
    }

    /** @param code EVALUATION or TRAITEMENT */
    public record Clock(String code, String libelle, EcheanceVue echeance) {
    }

    public record ConsigneVue(UUID id, LocalDate du, LocalDate leveeLe, String auteur, String reference, List<String> portees,
            boolean enVigueur, boolean annulee) {
    }

    public record Etape(String tacheId, String etape, String libelle, String mission, UUID titulaireId, String titulaire, Instant depuis,
            Instant titulaireDepuis, String uniteId, String unite, boolean possible) {
    }

    /** @param transmetteurReserve somebody transmitted, whose identity only those who received it know */
    public record Information(UUID id, String numero, boolean initiale, Instant recueLe, Instant saisieLe, String mode, String nature,
            String origine, String unite, String transmetteur, String transmetteurQualite, String transmetteurContact,
            boolean transmetteurReserve, boolean anonyme, String faits, boolean ouvrable) {
    }

    /** Out of sight, an IP only says which unit to contact: its number and state are null. */
    public record Voisine(UUID id, String numero, String etat, LocalDate recueLe, String lien, String unite, boolean visible) {
    }
}
