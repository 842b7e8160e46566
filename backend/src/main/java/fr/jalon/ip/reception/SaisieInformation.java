package fr.jalon.ip.reception;

import java.time.LocalDateTime;
import java.util.Map;

import fr.jalon.dossier.SaisieFamille;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * An intake as the form sends it, in the order of the conversation.
 *
 * @param recueLe local date and hour in the zone of the département; null means now
 * @param regularisation entered after a night or a week-end; {@code astreinte} says which on-call officer received
 * @param urgence how it looks on reception, before any evaluation
 * @param parentsInformes OUI, NON or INCONNU: whether the family knows of the transmission (L226-2-1)
 * @param unite the unit that receives when the profile leaves a choice; null otherwise
 * @param motifs reasons given for what was warned
 */
public record SaisieInformation(
        @NotBlank(message = "Choisissez la nature de ce qui est reçu.") String nature,
        @NotBlank(message = "Choisissez par quel moyen l’information est arrivée.") String mode,
        @NotBlank(message = "Choisissez de qui elle vient.") String origine,
        @NotNull(message = "Dites qui transmet, ou choisissez « Anonyme ».") @Valid TransmetteurSaisi transmetteur,
        LocalDateTime recueLe,
        boolean regularisation,
        String astreinte,
        boolean urgence,
        @Size(max = 100, message = "Cent caractères au plus.") String reference,
        @NotBlank(message = "Écrivez les faits tels qu’ils ont été rapportés.")
        @Size(max = 20000, message = "Vingt mille caractères au plus : joignez le reste en fichier.") String faits,
        String parentsInformes,
        @Size(max = 500, message = "Cinq cents caractères au plus.") String parentsInformesPrecision,
        String unite,
        @NotNull(message = "Indiquez au moins un mineur, même non nommé.") @Valid SaisieFamille famille,
        Map<String, String> motifs) {

    /** In what capacity somebody transmits. */
    public enum Cadre {
        PROFESSIONNEL, PARTICULIER, ANONYME
    }

    /**
     * @param contact telephone or address where to answer
     * @param confidentiel asks that nobody but those who received knows who they are
     * @param retourDemande asks to be told what followed (a professional is told without asking)
     */
    public record TransmetteurSaisi(@NotNull(message = "Dites en quelle qualité la personne transmet.") Cadre cadre,
            @Size(max = 200) String nom, @Size(max = 200) String qualite, @Size(max = 300) String contact, boolean confidentiel,
            boolean retourDemande) {

        Transmetteur enregistre() {
            return new Transmetteur(texte(nom), texte(qualite), texte(contact), cadre == Cadre.PROFESSIONNEL, cadre == Cadre.ANONYME,
                    confidentiel);
        }

        private static String texte(String valeur) {
            return valeur == null || valeur.isBlank() ? null : valeur.strip();
        }
    }
}
