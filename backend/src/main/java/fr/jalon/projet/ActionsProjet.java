package fr.jalon.projet;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;

import jakarta.validation.constraints.Size;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What became of the actions of the version in force: done, or given up with the reason. A service answers for its own. */
@Service
public class ActionsProjet {

    /** @param issue {@code FAITE} or {@code ABANDONNEE} */
    public record DemandeActionFinie(Long version, String issue, LocalDate le, @Size(max = 4000) String texte) {
    }

    private final ActesProjet actes;
    private final ActionsEnBase base;
    private final GardeProjet garde;
    private final Acces acces;
    private final JdbcClient jdbc;

    ActionsProjet(ActesProjet actes, ActionsEnBase base, GardeProjet garde, Acces acces, JdbcClient jdbc) {
        this.actes = actes;
        this.base = base;
        this.garde = garde;
        this.acces = acces;
        this.jdbc = jdbc;
    }

    @Transactional
    public void finir(UUID projetId, UUID lignee, DemandeActionFinie d) {
        Projet p = actes.ouvrir(projetId, d.version(), Mission.PARCOURS, Mission.EXERCICE);
        GardeProjet.ouvert(p);
        ActionsEnBase.ActionEtablie a = base.etablies(p.id()).stream().filter(x -> x.lignee().equals(lignee)).findFirst().orElseThrow(Introuvable::new);
        Identite qui = IdentiteCourante.exiger();
        if (!acces.peut(Mission.PARCOURS, Sujet.projet(p.id())) && (a.serviceId() == null || !qui.voitUnite(a.serviceId()))) {
            throw new Interdit("Cette action n’est pas confiée à votre service.");
        }
        if (a.finie() != null) {
            throw new Conflit(null, null, "Cette action est déjà finie.");
        }
        if (d.issue() == null || !Set.of("FAITE", "ABANDONNEE").contains(d.issue())) {
            throw Refus.champ("issue", "Dites si l’action est faite, ou si elle ne le sera pas.");
        }
        garde.fait("le", d.le(), p);
        if ("ABANDONNEE".equals(d.issue()) && ActesProjet.net(d.texte()) == null) {
            throw Refus.champ("texte", "Écrivez pourquoi cette action ne sera pas faite.");
        }
        jdbc.sql("update projet_action set faite_le = :faite, abandonnee_le = :abandon where id = :id")
                .param("faite", "FAITE".equals(d.issue()) ? d.le() : null, java.sql.Types.DATE)
                .param("abandon", "FAITE".equals(d.issue()) ? null : d.le(), java.sql.Types.DATE).param("id", a.id()).update();
        actes.noter(p, GenreActeProjet.ACTION_FAITE, d.le(), Map.of("action", lignee, "issue", d.issue(), "ligne", a.id()), null, d.texte());
        actes.suivre(p, "action");
    }
}
