package fr.jalon.projet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.dossier.Naissance;
import fr.jalon.echeance.Attendue;
import fr.jalon.echeance.Echeances;
import fr.jalon.echeance.Termes;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the due dates of a projet equal to what its acts ask for: three months, the shared meeting, the revisions, the dated actions. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class HorlogeProjet {

    private final Echeances echeances;
    private final ActionsEnBase actions;
    private final RapportsDemandes rapports;
    private final Termes termes;
    private final Horloge horloge;

    HorlogeProjet(Echeances echeances, ActionsEnBase actions, RapportsDemandes rapports, Termes termes, Horloge horloge) {
        this.echeances = echeances;
        this.actions = actions;
        this.rapports = rapports;
        this.termes = termes;
        this.horloge = horloge;
    }

    void suivre(Projet p, List<ActeProjet> actes, Naissance naissance) {
        boolean ouvert = p.etat().ouvert();
        suivre(p, actes, naissance, ouvert ? actions.etablies(p.id()) : List.of(), ouvert ? rapports.de(p.id()) : List.of());
    }

    void suivre(LectureEnLot.Lu lu) {
        suivre(lu.projet(), lu.actes(), lu.naissance(), lu.actions(), lu.rapports());
    }

    private void suivre(Projet p, List<ActeProjet> actes, Naissance naissance, List<ActionsEnBase.ActionEtablie> siennes, List<RapportsDemandes.Rapport> demandes) {
        echeances.accorder(Sujet.projet(p.id()), p.uniteId(), attendues(p, actes, naissance, siennes, demandes), p.etat().ouvert() ? "ACTE" : "FIN_" + p.etat());
    }

    /** What {@link #suivre} would change; writes nothing. */
    List<Echeances.Ecart> verifier(LectureEnLot.Lu lu) {
        return echeances.verifier(Sujet.projet(lu.projet().id()), attendues(lu.projet(), lu.actes(), lu.naissance(), lu.actions(), lu.rapports()));
    }

    private List<Attendue> attendues(Projet p, List<ActeProjet> actes, Naissance naissance, List<ActionsEnBase.ActionEtablie> siennes,
            List<RapportsDemandes.Rapport> demandes) {
        boolean ouvert = p.etat().ouvert();
        return DatesProjet.de(actes, ouvert ? siennes.stream().map(a -> new DatesProjet.ActionDatee(a.lignee(), a.echeance(), a.finie())).toList() : List.of(),
                ouvert ? demandes.stream().map(r -> new DatesProjet.RapportRendu(r.mesureId(), r.le(), r.finLe())).toList() : List.of(), naissance, this::midi);
    }

    /** Last day a version established on a day is not past its revision. */
    LocalDate revisionLe(Naissance naissance, LocalDate etabliLe) {
        return termes.de(DatesProjet.regleRevision(naissance, etabliLe), etabliLe);
    }

    /** Last day to establish a projet whose path began on a day. */
    LocalDate aEtablirLe(LocalDate depuis) {
        return termes.de("PROJET", depuis);
    }

    private Instant midi(LocalDate jour) {
        return jour.atTime(12, 0).atZone(horloge.zone()).toInstant();
    }
}
