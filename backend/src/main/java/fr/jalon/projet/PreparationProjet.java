package fr.jalon.projet;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.ip.decision.Delegations;
import fr.jalon.ip.decision.Delegations.Signataire;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who the forms of a projet propose: the référents of the territory, the signatories of a day. */
@Service
@Transactional(readOnly = true)
public class PreparationProjet {

    public record ReferentNommable(UUID id, String nom, String fonction) {
    }

    private final Projets projets;
    private final Utilisateurs utilisateurs;
    private final Delegations delegations;
    private final Acces acces;
    private final Horloge horloge;

    PreparationProjet(Projets projets, Utilisateurs utilisateurs, Delegations delegations, Acces acces, Horloge horloge) {
        this.projets = projets;
        this.utilisateurs = utilisateurs;
        this.delegations = delegations;
        this.acces = acces;
        this.horloge = horloge;
    }

    public List<ReferentNommable> referents(UUID projetId) {
        acces.exigerVue(Sujet.projet(projetId));
        Projet p = projets.findById(projetId).orElseThrow(Introuvable::new);
        return utilisateurs.tenant(Mission.PARCOURS, p.uniteId()).stream().map(x -> new ReferentNommable(x.id(), x.nomAffiche(), x.fonction())).toList();
    }

    public List<Signataire> signataires(UUID projetId, LocalDate le) {
        acces.exigerVue(Sujet.projet(projetId));
        return delegations.signataires(le == null ? horloge.aujourdhui() : le);
    }
}
