package fr.jalon.mesure;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.jalon.acces.Mission;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;

import jakarta.validation.constraints.Size;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way back: the last act entered is cancelled with its reason, and state, periods, due dates, sight and step follow the acts that stay.
 * To go further back, cancel the last one again.
 */
@Service
public class CorrectionMesure {

    public record DemandeCorrection(Long version, @Size(max = 4000) String motif) {
    }

    private final ActesMesure actes;
    private final Garde garde;
    private final AccordsMesure accords;
    private final ReferentsMesure referents;
    private final ObjectProvider<ControleService> services;

    CorrectionMesure(ActesMesure actes, Garde garde, AccordsMesure accords, ReferentsMesure referents, ObjectProvider<ControleService> services) {
        this.actes = actes;
        this.garde = garde;
        this.accords = accords;
        this.referents = referents;
        this.services = services;
    }

    @Transactional
    public void annulerActe(UUID mesureId, UUID acteId, DemandeCorrection d) {
        Mesure m = actes.ouvrir(mesureId, d.version(), Mission.MESURE, Mission.EXERCICE, Mission.PARCOURS);
        if (ActesMesure.net(d.motif()) == null) {
            throw Refus.champ("motif", "Écrivez pourquoi cet acte est annulé.");
        }
        Acte acte = actes.de(m).stream().filter(a -> a.id().equals(acteId)).findFirst().orElseThrow(Introuvable::new);
        exigerAnnulable(m, acte);
        String etape = m.etape();
        actes.effacer(m, acte, d.motif().strip());
        if (m.serviceId() != null && m.etat().ouverte()) {
            // The measure may be back in a place somebody is giving now: they wait, and count it.
            services.ifAvailable(s -> s.tenir(m.serviceId(), m.produit()));
        }
        if (m.accueil() && m.etat().enExercice()) {
            garde.unSeulAccueil("", m.enfantId(), m.id());
        }
        if (acte.genre() == GenreActe.ACCORD || acte.genre() == GenreActe.ACCORD_REVOQUE) {
            accords.reecrire(m);
        } else if (acte.genre() == GenreActe.REFERENT) {
            referents.defaire(acte);
        }
        actes.avancer(m, etape, "annuler-acte");
    }

    private void exigerAnnulable(Mesure m, Acte acte) {
        if (!acte.vivant()) {
            throw new Conflit(null, null, "Cet acte est déjà annulé.");
        }
        if (m.etat() == EtatMesure.ANNULEE) {
            throw new Conflit(null, null, "Cette mesure est annulée\u00a0: si elle a bien eu lieu, saisissez-la de nouveau.");
        }
        if (acte.genre().duLieu()) {
            throw new Conflit(null, null, "Cet acte s’annule avec les lieux d’accueil, où il est tenu.");
        }
        if (!annulable(acte)) {
            throw new Conflit(null, null, "La décision ne s’annule pas seule\u00a0: annulez la mesure saisie par erreur.");
        }
        if (dernier(actes.de(m)).filter(a -> a.id().equals(acte.id())).isEmpty()) {
            throw new Conflit(null, null, "Un acte plus récent repose sur celui-ci\u00a0: annulez d’abord le dernier acte saisi.");
        }
    }

    /** The last one entered among those that are cancelled here. */
    static Optional<Acte> dernier(List<Acte> actes) {
        return actes.stream().filter(a -> a.vivant() && !a.genre().duLieu() && a.genre() != GenreActe.RANG)
                .max(Comparator.comparing(Acte::saisiLe).thenComparing(Acte::id));
    }

    /** The decision and its order are what the measure is: they go with it, or not at all. */
    static boolean annulable(Acte a) {
        return a.genre() != GenreActe.DECISION && a.genre() != GenreActe.ORDONNANCE && a.genre() != GenreActe.ANNULATION;
    }
}
