package fr.jalon.mesure.accueil;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.mesure.ActesMesure;
import fr.jalon.mesure.GenreActe;
import fr.jalon.mesure.Mesure;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A change of place one prepares: its day, the judge told, or given up. The change itself is a place recorded (see {@link GestionLieux}). */
@Service
public class ChangementsPrevus {

    private final ActesAccueil acces;
    private final ActesMesure actes;
    private final ChangementsEnBase base;
    private final Horloge horloge;

    ChangementsPrevus(ActesAccueil acces, ActesMesure actes, ChangementsEnBase base, Horloge horloge) {
        this.acces = acces;
        this.actes = actes;
        this.base = base;
        this.horloge = horloge;
    }

    /** Prepared, or moved to another day when one already was. */
    @Transactional
    public void prevoir(UUID mesureId, long version, LocalDate prevuLe, String motif) {
        Mesure m = enCours(mesureId, version);
        if (!prevuLe.isAfter(horloge.aujourdhui())) {
            throw Refus.champ("prevuLe", "Ce jour est passé\u00a0: enregistrez plutôt le nouveau lieu.");
        }
        base.prepare(mesureId).ifPresentOrElse(p -> base.deplacer(p.id(), prevuLe, ActesAccueil.net(motif)),
                () -> base.inserer(Ids.nouveau(), mesureId, prevuLe, ActesAccueil.net(motif), horloge.maintenant(), ActesAccueil.moi()));
        actes.suivre(m, "changement-prevu");
    }

    @Transactional
    public void aviser(UUID mesureId, long version, LocalDate le) {
        Mesure m = enCours(mesureId, version);
        ChangementsEnBase.Prevu p = exiger(mesureId);
        if (le.isAfter(horloge.aujourdhui())) {
            throw Refus.champ("le", "Cette date est dans le futur.");
        }
        if (le.isBefore(m.demarreeLe())) {
            throw Refus.champ("le", "L’accueil n’avait pas commencé à cette date.");
        }
        base.aviser(p.id(), le, actes.noter(m, GenreActe.JUGE_AVISE, le, Map.of("prevuLe", p.prevuLe()), null, p.motif()));
        actes.suivre(m, "juge-avise");
    }

    @Transactional
    public void renoncer(UUID mesureId, long version, String motif) {
        Mesure m = enCours(mesureId, version);
        base.renoncer(exiger(mesureId).id(), motif.strip(), horloge.maintenant());
        actes.suivre(m, "changement-abandonne");
    }

    private Mesure enCours(UUID mesureId, long version) {
        Mesure m = acces.ouvrirCommencee(mesureId, version);
        if (!m.etat().enExercice()) {
            throw new Conflit(null, null, "La mesure est finie\u00a0: plus aucun changement de lieu ne s’y prépare.");
        }
        return m;
    }

    private ChangementsEnBase.Prevu exiger(UUID mesureId) {
        return base.prepare(mesureId).orElseThrow(() -> new Conflit(null, null, "Ce changement de lieu a été fait ou abandonné depuis."));
    }
}
