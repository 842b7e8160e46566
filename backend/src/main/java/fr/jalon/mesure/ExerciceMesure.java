package fr.jalon.mesure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Mission;
import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Profil;
import fr.jalon.mesure.ReferentsMesure.DemandeReferent;

import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The exercise of a measure: first intervention, modulation without a new decision but with an account of it, pauses. */
@Service
public class ExerciceMesure {

    /**
     * The first intervention.
     *
     * @param a the hour, which counts for an « accueil 72 heures »
     */
    public record DemandeDemarrage(Long version, LocalDate le, LocalTime a, DemandeReferent referentMesure, DemandeReferent referentParcours,
            Map<String, String> motifs) {
    }

    /** @param compteRendu what was agreed and why, which the decision-maker reads: required */
    public record DemandeModulation(Long version, LocalDate le, String intensite, String lieu, @Size(max = 8000) String compteRendu) {
    }

    public record DemandeSuspension(Long version, LocalDate le, String motif, @Size(max = 4000) String texte) {
    }

    public record DemandeReprise(Long version, LocalDate le, @Size(max = 4000) String texte) {
    }

    private final ActesMesure actes;
    private final Garde garde;
    private final ReferentsMesure referents;
    private final Horloge horloge;

    ExerciceMesure(ActesMesure actes, Garde garde, ReferentsMesure referents, Horloge horloge) {
        this.actes = actes;
        this.garde = garde;
        this.referents = referents;
        this.horloge = horloge;
    }

    @Transactional
    public void demarrer(UUID mesureId, DemandeDemarrage d) {
        Mesure m = actes.ouvrir(mesureId, d.version(), Mission.EXERCICE, Mission.MESURE);
        String etape = m.etape();
        boolean accordAttendu = m.etat() == EtatMesure.ATTENTE_ACCORD;
        if (!m.etat().enAttente() && !m.relaisAttendu()) {
            throw m.pasMaintenant();
        }
        if ("SERVICE".equals(m.exercice()) && m.serviceId() == null) {
            throw new Conflit(null, null, "Aucun service n’exerce encore cette mesure\u00a0: affectez-la d’abord.");
        }
        garde.suite("le", d.le(), m, actes.de(m));
        if (!m.relaisAttendu() && m.accueil()) {
            garde.unSeulAccueil("le", m.enfantId(), m.id());
        }
        Map<String, String> passes = new Avertissements.Controle(d.motifs())
                .si(accordAttendu, "ACCORD_MANQUANT", "Il manque l’accord d’un titulaire de l’autorité parentale.")
                .si(m.terme() != null && d.le().isAfter(m.terme()), "TERME_PASSE", "Le terme de la mesure était déjà passé à cette date.").exiger();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("a", heure(m, d));
        actes.noter(m, GenreActe.DEMARRAGE, d.le(), details, passes, null);
        nommer(m, "referentMesure", "MESURE", d.referentMesure(), d.le());
        nommer(m, "referentParcours", "PARCOURS", d.referentParcours(), d.le());
        actes.avancer(m, etape, "demarrer");
    }

    /** 72 hours run from an instant: without it the whole day would be given away. */
    private Instant heure(Mesure m, DemandeDemarrage d) {
        if (!garde.profil().baseLegale(m.baseLegale()).map(Profil.BaseLegale::heures).orElse(false)) {
            return null;
        }
        if (d.a() == null) {
            throw Refus.champ("a", "Indiquez l’heure\u00a0: cet accueil se compte en heures.");
        }
        Instant instant = d.le().atTime(d.a()).atZone(horloge.zone()).toInstant();
        if (instant.isAfter(horloge.maintenant())) {
            throw Refus.champ("a", "Cette heure est à venir.");
        }
        return instant;
    }

    private void nommer(Mesure m, String champ, String genre, DemandeReferent r, LocalDate le) {
        if (r != null && (r.utilisateurId() != null || ActesMesure.net(r.nom()) != null)) {
            Refus.sous(champ, () -> {
                referents.noter(m, new DemandeReferent(null, genre, r.utilisateurId(), r.nom(), r.du() == null ? le : r.du()));
                return null;
            });
        }
    }

    @Transactional
    public void moduler(UUID mesureId, DemandeModulation d) {
        Mesure m = enExercice(mesureId, d.version());
        garde.fait("le", d.le(), m);
        Garde.pasAvant("le", d.le(), m.demarreeLe(), "la première intervention");
        String intensite = garde.intensite("intensite", garde.produit("produit", m.produit()), d.intensite());
        String lieu = garde.code("lieu", "lieux-intervention", d.lieu(), false);
        if (intensite == null && lieu == null) {
            throw Refus.champ("intensite", "Dites ce qui change\u00a0: l’intensité ou le lieu de l’intervention.");
        }
        if (ActesMesure.net(d.compteRendu()) == null) {
            throw Refus.champ("compteRendu", "Une modulation se fait sans nouvelle décision, mais elle se rend compte\u00a0: écrivez-en le compte rendu.");
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("intensite", intensite);
        details.put("lieu", lieu);
        actes.noter(m, GenreActe.MODULATION, d.le(), details, null, d.compteRendu());
        actes.suivre(m, "moduler");
    }

    @Transactional
    public void suspendre(UUID mesureId, DemandeSuspension d) {
        Mesure m = enExercice(mesureId, d.version());
        if (m.etat() == EtatMesure.SUSPENDUE) {
            throw m.pasMaintenant();
        }
        garde.suite("le", d.le(), m, actes.de(m));
        String motif = garde.code("motif", "motifs-suspension", d.motif(), true);
        actes.noter(m, GenreActe.SUSPENSION, d.le(), Map.of("motif", motif), null, d.texte());
        actes.suivre(m, "suspendre");
    }

    @Transactional
    public void reprendre(UUID mesureId, DemandeReprise d) {
        Mesure m = enExercice(mesureId, d.version());
        if (m.etat() != EtatMesure.SUSPENDUE) {
            throw m.pasMaintenant();
        }
        garde.suite("le", d.le(), m, actes.de(m));
        actes.noter(m, GenreActe.REPRISE, d.le(), Map.of(), null, d.texte());
        actes.suivre(m, "reprendre");
    }

    private Mesure enExercice(UUID mesureId, Long version) {
        Mesure m = actes.ouvrir(mesureId, version, Mission.EXERCICE, Mission.PARCOURS, Mission.MESURE);
        if (!m.etat().enExercice()) {
            throw m.pasMaintenant();
        }
        return m;
    }
}
