package fr.jalon.ip.consigne;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.echeance.Echeances;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.Periodes;
import fr.jalon.ip.ActesIp;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.InformationsPreoccupantes;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records a request of the parquet, its lifting, and the withdrawal of one entered by mistake. */
@Service
public class GestionConsignes {

    /** Who may record what the parquet asks: whoever holds any duty on the path; the first they hold is the one checked. */
    private static final List<Mission> MISSIONS = List.of(Mission.MANDAT, Mission.RECUEIL, Mission.DESIGNATION, Mission.EVALUATION,
            Mission.DECISION, Mission.INFORMATION);
    private static final String MOTIF = "CONSIGNE_PARQUET";

    private final ConsigneEnBase base;
    private final InformationsPreoccupantes ips;
    private final ActesIp actes;
    private final Acces acces;
    private final Echeances echeances;
    private final Evenements evenements;
    private final Periodes periodes;
    private final Journal journal;
    private final Horloge horloge;

    GestionConsignes(ConsigneEnBase base, InformationsPreoccupantes ips, ActesIp actes, Acces acces, Echeances echeances,
            Evenements evenements, Periodes periodes, Journal journal, Horloge horloge) {
        this.base = base;
        this.ips = ips;
        this.actes = actes;
        this.acces = acces;
        this.echeances = echeances;
        this.evenements = evenements;
        this.periodes = periodes;
        this.journal = journal;
        this.horloge = horloge;
    }

    /**
     * Every request on the file, for whoever sees it.
     *
     * @param version of the IP, for the forms
     * @param ouverte whether a request would still hold something
     */
    public record ConsignesDeLIp(long version, boolean ouverte, List<Consigne> consignes) {
    }

    @Transactional(readOnly = true)
    public ConsignesDeLIp consulter(UUID ipId) {
        acces.exigerVue(Sujet.ip(ipId));
        InformationPreoccupante ip = ips.findById(ipId).orElseThrow(Introuvable::new);
        return new ConsignesDeLIp(ip.version(), ip.etat().ouverte(), base.de(ipId));
    }

    @Transactional
    public UUID poser(UUID ipId, Long version, LocalDate du, String auteur, String reference, Set<Portee> portees, String precisions) {
        InformationPreoccupante ip = ouvrir(ipId, version);
        if (du.isAfter(horloge.aujourdhui())) {
            throw Refus.champ("du", "La consigne ne peut pas dater de l’avenir.");
        }
        UUID id = Ids.nouveau();
        UUID evenement = evenements.ajouter(actes.evenement("consigne.posee", ip).survenu(du).dimension("consigne", id)
                .dimension("portees", codes(portees)).texte(precisions));
        base.inserer(new Consigne(id, ipId, du, auteur.strip(), vide(reference), portees, vide(precisions), horloge.maintenant(), moi(),
                evenement, null, null, null, null));
        echeances.retenir(id, Sujet.ip(ipId), MOTIF, etapes(portees), du);
        conclure(ip, "consigne-poser");
        return id;
    }

    /** @param le first day the acts are allowed again */
    @Transactional
    public void lever(UUID ipId, UUID id, Long version, LocalDate le, String reference) {
        InformationPreoccupante ip = ouvrir(ipId, version);
        Consigne consigne = vivante(ipId, id);
        if (consigne.leveeLe() != null) {
            throw new Conflit(null, null, "Cette consigne est déjà levée. Relisez le dossier.");
        }
        if (le.isBefore(consigne.du())) {
            throw Refus.champ("le", "La levée ne peut pas précéder la consigne.");
        }
        if (le.isAfter(horloge.aujourdhui())) {
            throw Refus.champ("le", "La levée ne peut pas dater de l’avenir.");
        }
        base.lever(id, le, vide(reference), horloge.maintenant(), moi());
        evenements.ajouter(actes.evenement("consigne.levee", ip).survenu(le).dimension("consigne", id)
                .dimension("portees", codes(consigne.portees())));
        echeances.lever(id, Sujet.ip(ipId), le);
        conclure(ip, "consigne-lever");
    }

    /** It was entered by mistake: as if it had never held anything, and it stays readable with the reason. */
    @Transactional
    public void annuler(UUID ipId, UUID id, Long version, String motif) {
        InformationPreoccupante ip = ouvrir(ipId, version);
        Consigne consigne = vivante(ipId, id);
        base.annuler(id, motif.strip(), horloge.maintenant(), moi());
        evenements.annuler(consigne.evenementId(), "consigne.corrigee", motif);
        echeances.oublierRetenue(id, Sujet.ip(ipId));
        conclure(ip, "consigne-annuler");
    }

    private Consigne vivante(UUID ipId, UUID id) {
        Consigne consigne = base.parId(ipId, id).orElseThrow(Introuvable::new);
        if (consigne.annuleeLe() != null) {
            throw new Conflit(null, null, "Cette consigne a été retirée comme saisie par erreur. Relisez le dossier.");
        }
        return consigne;
    }

    private InformationPreoccupante ouvrir(UUID ipId, Long version) {
        Mission mission = MISSIONS.stream().filter(m -> IdentiteCourante.exiger().a(m)).findFirst().orElse(Mission.MANDAT);
        InformationPreoccupante ip = actes.ouvrir(ipId, mission, version);
        if (!ip.etat().ouverte()) {
            throw new Conflit(null, null, "Le dossier est clos : une consigne n’y retiendrait plus rien.");
        }
        return ip;
    }

    private void conclure(InformationPreoccupante ip, String quoi) {
        accorderPeriodes(ip);
        journal.modification(Sujet.ip(ip.id()), "ip." + quoi);
    }

    /** One period of hold as long as at least one request lasts, whatever their number. */
    private void accorderPeriodes(InformationPreoccupante ip) {
        Sujet sujet = Sujet.ip(ip.id());
        List<Intervalles.Intervalle> voulus = new ArrayList<>(Intervalles.union(base.de(ip.id()).stream()
                .filter(c -> c.annuleeLe() == null).map(c -> new Intervalles.Intervalle(c.du(), c.leveeLe())).toList()));
        for (Periodes.Periode p : periodes.de(sujet).stream().filter(p -> p.genre().equals(MOTIF)).toList()) {
            Intervalles.Intervalle meme = voulus.stream().filter(i -> i.debut().equals(p.debut())).findFirst().orElse(null);
            if (meme == null) {
                periodes.annuler(p.periodeId());
            } else {
                voulus.remove(meme);
                if (p.fin() == null && meme.fin() != null || p.fin() != null && meme.fin() != null && !meme.fin().equals(p.fin())) {
                    periodes.fermer(p.periodeId(), meme.fin());
                } else if (p.fin() != null && meme.fin() == null) {
                    periodes.rouvrir(p.periodeId());
                }
            }
        }
        for (Intervalles.Intervalle i : voulus) {
            UUID periode = periodes.ouvrir(MOTIF, sujet, null, actes.unite(ip), Map.of(), i.debut());
            if (i.fin() != null) {
                periodes.fermer(periode, i.fin());
            }
        }
    }

    private static List<String> etapes(Set<Portee> portees) {
        return portees.stream().flatMap(p -> p.etapes().stream()).distinct().toList();
    }

    private static String codes(Set<Portee> portees) {
        return portees.stream().map(Enum::name).sorted().reduce((a, b) -> a + "," + b).orElse("");
    }

    private static UUID moi() {
        return IdentiteCourante.exiger().utilisateurId();
    }

    private static String vide(String texte) {
        return texte == null || texte.isBlank() ? null : texte.strip();
    }
}
