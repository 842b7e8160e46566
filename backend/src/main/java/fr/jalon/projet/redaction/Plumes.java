package fr.jalon.projet.redaction;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Sujet;

import org.springframework.stereotype.Component;

/** What somebody may read and write of a projet. */
@Component
class Plumes {

    static final List<Mission> MISSIONS = List.of(Mission.PARCOURS, Mission.MESURE);

    /**
     * @param parcours writes the département's parts, objectives and actions
     * @param services of theirs that exercise a measure of the child: they write what is addressed to these
     * @param tout reads the whole projet; a service reads what is addressed to it alone
     */
    record Plume(boolean parcours, Set<String> services, boolean tout) {

        boolean ecrit(ModeleProjet.Partie partie, String contributeur) {
            return ModeleProjet.PARCOURS.equals(contributeur) ? parcours && partie.contributeurs().contains(ModeleProjet.PARCOURS)
                    : contributeur != null && partie.duService() && services.contains(contributeur);
        }

        boolean lit(String contributeur) {
            return tout || contributeur != null && services.contains(contributeur);
        }
    }

    private final Acces acces;

    Plumes(Acces acces) {
        this.acces = acces;
    }

    /** @throws fr.jalon.commun.Introuvable out of sight */
    Plume de(UUID projetId) {
        Sujet sujet = Sujet.projet(projetId);
        acces.exigerVue(sujet);
        Identite qui = IdentiteCourante.exiger();
        Set<String> exercent = new TreeSet<>(acces.unites(sujet, Acces.Titre.EXERCICE));
        Set<String> siens = new TreeSet<>();
        exercent.stream().filter(u -> qui.a(Mission.EXERCICE, u)).forEach(siens::add);
        boolean parcours = acces.peutUne(MISSIONS, sujet);
        boolean territoire = qui.departement() || acces.unites(sujet, Acces.Titre.PILOTE).stream().anyMatch(qui::voitUnite)
                || acces.unites(sujet, Acces.Titre.ASSOCIEE).stream().anyMatch(qui::voitUnite);
        return new Plume(parcours, siens, parcours || territoire);
    }

    /** Services that exercise a measure of the child now. */
    List<String> services(UUID projetId) {
        return acces.unites(Sujet.projet(projetId), Acces.Titre.EXERCICE).stream().sorted().toList();
    }
}
