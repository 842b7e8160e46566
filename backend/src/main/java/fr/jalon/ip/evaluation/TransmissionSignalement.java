package fr.jalon.ip.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.ip.ActesIp;
import fr.jalon.ip.InformationPreoccupante;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A signalement for one minor, from any step of an open or closed IP: the evaluation and the path of the file stay where they are.
 * Whoever evaluates, decides or receives may send one: grave danger waits for nobody's turn.
 */
@Service
@Transactional
public class TransmissionSignalement {

    /** A draft to read over, never sent as it is. */
    public record ProjetDeSignalement(UUID mineurId, String mineur, boolean rencontre, String critereSuggere, String expose, String actionsTentees) {
    }

    private static final List<Mission> MISSIONS = List.of(Mission.EVALUATION, Mission.DECISION, Mission.RECUEIL);

    private final ActesIp actes;
    private final Signalements signalements;
    private final EspaceEvaluation espace;
    private final Familles familles;
    private final Acces acces;
    private final Utilisateurs utilisateurs;
    private final Departement departement;
    private final Horloge horloge;

    TransmissionSignalement(ActesIp actes, Signalements signalements, EspaceEvaluation espace, Familles familles, Acces acces,
            Utilisateurs utilisateurs, Departement departement, Horloge horloge) {
        this.actes = actes;
        this.signalements = signalements;
        this.espace = espace;
        this.familles = familles;
        this.acces = acces;
        this.utilisateurs = utilisateurs;
        this.departement = departement;
        this.horloge = horloge;
    }

    public UUID transmettre(UUID ipId, Signalements.NouveauSignalement s) {
        InformationPreoccupante ip = actes.ouvrir(ipId, acces.tenue(MISSIONS, Sujet.ip(ipId)), null);
        UUID id = signalements.transmettre(ip, s);
        actes.suivre(ip, "signaler");
        return id;
    }

    public void annuler(UUID ipId, UUID id, String motif) {
        InformationPreoccupante ip = actes.ouvrir(ipId, acces.tenue(MISSIONS, Sujet.ip(ipId)), null);
        signalements.annuler(ip, id, motif);
        actes.suivre(ip, "annuler-signalement");
    }

    /** Those of an IP, minor by minor, cancelled ones struck through. */
    public List<EvaluationVue.SignalementVue> de(UUID ipId) {
        acces.exigerVue(Sujet.ip(ipId));
        List<Signalements.Signalement> tous = signalements.de(ipId);
        FamilleEvaluee famille = familles.de(ipId);
        Set<UUID> auteurs = tous.stream().map(Signalements.Signalement::saisiePar).filter(x -> x != null).collect(Collectors.toSet());
        Map<UUID, String> noms = utilisateurs.noms(auteurs);
        return tous.stream().map(s -> VuesEvaluation.vue(s, famille.affiche(s.mineurId()), s.saisiePar() == null ? null : noms.get(s.saisiePar())))
                .toList();
    }

    /** The dated list of attempts, as a first draft for the minor who could not be met. */
    public ProjetDeSignalement projet(UUID ipId, UUID mineurId) {
        acces.exigerVue(Sujet.ip(ipId));
        EspaceEvaluation.Lu lu = espace.lire(ipId);
        Bilan.BilanMineur m = lu.bilan().mineurs().stream().filter(x -> x.mineurId().equals(mineurId)).findFirst().orElseThrow(Introuvable::new);
        ProjetSignalement projet = new ProjetSignalement(lu, mineurId, horloge.zone(), horloge.aujourdhui(),
                code -> departement.profil().libelle("moyens", code));
        return new ProjetDeSignalement(mineurId, m.affiche(), m.rencontre(), m.rencontre() || m.aNaitre() ? null : "EVALUATION_IMPOSSIBLE",
                projet.texte(), projet.actionsTentees());
    }
}
