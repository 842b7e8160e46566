package fr.jalon.ip.analyse;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.dossier.SaisieFamille;
import fr.jalon.evenement.Evenements;
import fr.jalon.ip.ActesIp;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.MineurConcerne;
import jakarta.persistence.EntityManager;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Other minors found at home, or a baby born meanwhile, join the evaluation under way (L226-3: every minor present at home). */
@Service
public class AutresMineurs {

    /** Where an added minor comes from. */
    public enum Origine {
        DOMICILE, NAISSANCE, AJOUT
    }

    private static final List<Mission> MISSIONS = List.of(Mission.RECUEIL, Mission.MANDAT, Mission.EVALUATION);

    private final ActesIp actes;
    private final MineursAnalyses mineurs;
    private final Acces acces;
    private final Evenements evenements;
    private final EntityManager entites;

    AutresMineurs(ActesIp actes, MineursAnalyses mineurs, Acces acces, Evenements evenements, EntityManager entites) {
        this.actes = actes;
        this.mineurs = mineurs;
        this.acces = acces;
        this.evenements = evenements;
        this.entites = entites;
    }

    /** @return the minors added, in the order given */
    @Transactional
    public List<UUID> ajouter(UUID ipId, long version, SaisieFamille famille, Origine origine) {
        InformationPreoccupante ip = actes.ouvrir(ipId, acces.tenue(MISSIONS, Sujet.ip(ipId)), version);
        if (!MineursAnalyses.EN_EVALUATION.contains(ip.etat().name()) || ip.etat().evaluee()) {
            throw Refus.global("L’évaluation est rendue : un autre mineur fait l’objet d’une nouvelle information.");
        }
        List<MineurConcerne> presents = actes.mineurs(ip);
        List<UUID> deja = presents.stream().map(MineurConcerne::enfantId).toList();
        List<UUID> ajoutes = new ArrayList<>();
        int ordre = presents.stream().mapToInt(MineurConcerne::ordre).max().orElse(-1) + 1;
        for (UUID enfant : mineurs.enregistrer(famille, actes.unite(ip), "famille.")) {
            if (!deja.contains(enfant)) {
                MineurConcerne mineur = new MineurConcerne(ipId, enfant, origine.name(), ordre++);
                entites.persist(mineur);
                ajoutes.add(mineur.id());
                Stream.of(Acces.Titre.ASSOCIEE, Acces.Titre.RECUEIL).flatMap(t -> acces.unites(Sujet.ip(ipId), t).stream())
                        .forEach(u -> acces.rattacher(Sujet.enfant(enfant), u, Acces.Titre.SUIVI));
            }
        }
        if (ajoutes.isEmpty()) {
            throw Refus.champ("famille.enfants", "Ces mineurs sont déjà dans le dossier.");
        }
        // A version read before must not pass after: the minors are part of what the form showed.
        entites.lock(ip, jakarta.persistence.LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        entites.flush();
        evenements.ajouter(actes.evenement("ip.mineurs-ajoutes", ip).dimension("origineMineur", origine).dimension("mineurs", ajoutes.size()));
        actes.suivre(ip, "ajouter-mineurs");
        return ajoutes;
    }
}
