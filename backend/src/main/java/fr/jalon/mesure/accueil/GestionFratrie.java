package fr.jalon.mesure.accueil;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.mesure.ActesMesure;
import fr.jalon.mesure.GenreActe;
import fr.jalon.mesure.Mesure;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brothers and sisters received together or apart, the reason of a separation and the notice to the judge (C. civ. 375-7 al. 3). */
@Service
public class GestionFratrie {

    public record FratrieDemande(UUID frereId, boolean ensemble, String motif, LocalDate du, LocalDate jugeAviseLe) {
    }

    private final ActesAccueil acces;
    private final ActesMesure actes;
    private final DroitsEnBase base;
    private final FreresEtSoeurs freres;
    private final Horloge horloge;

    GestionFratrie(ActesAccueil acces, ActesMesure actes, DroitsEnBase base, FreresEtSoeurs freres, Horloge horloge) {
        this.acces = acces;
        this.actes = actes;
        this.base = base;
        this.freres = freres;
        this.horloge = horloge;
    }

    @Transactional
    public UUID noter(UUID mesureId, long version, FratrieDemande d, Map<String, String> motifs) {
        Mesure m = acces.ouvrir(mesureId, version, ActesAccueil.DROITS);
        if (m.demarreeLe() == null || !m.etat().enExercice()) {
            throw new Conflit(null, null, "L’accueil de la fratrie se note pendant l’exercice de la mesure.");
        }
        if (!freres.de(m.enfantId()).contains(d.frereId())) {
            throw Refus.champ("frereId", "Choisissez un frère ou une sœur liés à l’enfant dans son dossier.");
        }
        exiger(d, m);
        Map<String, String> retenus = new Avertissements.Controle(motifs)
                .si("JUDICIAIRE".equals(m.cadre()) && !d.ensemble() && d.jugeAviseLe() == null, "FRATRIE_SANS_AVIS",
                        "Le juge est avisé quand des frères et sœurs sont accueillis séparément (375-7 du code civil). Pourquoi ne l’est-il pas encore\u00a0?").exiger();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("statut", d.ensemble() ? "ENSEMBLE" : "SEPARES");
        details.put("frere", d.frereId());
        UUID acte = actes.noter(m, GenreActe.FRATRIE, d.du(), details, retenus, d.motif());
        if (d.jugeAviseLe() != null && !d.ensemble()) {
            actes.noter(m, GenreActe.JUGE_AVISE, d.jugeAviseLe(), Map.of("nature", "FRATRIE"), null, null);
        }
        base.fratrie(mesureId).stream().filter(f -> f.frereId().equals(d.frereId()) && !f.du().isAfter(d.du()) && (f.au() == null || f.au().isAfter(d.du())))
                .forEach(f -> base.finirFratrie(f.id(), d.du(), acte));
        UUID id = Ids.nouveau();
        base.inserer(mesureId, new DroitsEnBase.Fratrie(id, d.frereId(), d.ensemble(), ActesAccueil.net(d.motif()), d.jugeAviseLe(), d.du(), null, acte),
                horloge.maintenant(), ActesAccueil.moi());
        actes.suivre(m, "fratrie");
        return id;
    }

    @Transactional
    public void annuler(UUID mesureId, UUID id, long version, String motif) {
        Mesure m = acces.ouvrir(mesureId, version, ActesAccueil.DROITS);
        DroitsEnBase.Fratrie f = base.fratrie(mesureId).stream().filter(x -> x.id().equals(id)).findFirst().orElseThrow(Introuvable::new);
        base.annulerFratrie(id, motif.strip(), horloge.maintenant());
        if (f.acteId() != null) {
            actes.retirer(m, f.acteId(), motif);
        }
        actes.suivre(m, "fratrie-annulee");
    }

    private void exiger(FratrieDemande d, Mesure m) {
        LocalDate jour = horloge.aujourdhui();
        if (d.du().isAfter(jour)) {
            throw Refus.champ("du", "Cette date est dans le futur.");
        }
        if (d.du().isBefore(m.demarreeLe())) {
            throw Refus.champ("du", "L’accueil n’avait pas commencé à cette date.");
        }
        if (!d.ensemble() && ActesAccueil.net(d.motif()) == null) {
            throw Refus.champ("motif", "Écrivez pourquoi ils sont accueillis séparément.");
        }
        if (d.jugeAviseLe() != null && d.jugeAviseLe().isAfter(jour)) {
            throw Refus.champ("jugeAviseLe", "Cette date est dans le futur.");
        }
    }
}
