package fr.jalon.ip.correction;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.LibellesEvenements;
import fr.jalon.evenement.Retours;
import fr.jalon.ip.ActesIp;
import fr.jalon.ip.EtatIp;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.InformationsPreoccupantes;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Undoing the last act in one click, for as long as nobody has acted after. An act is what one transaction said of the IP: its events are
 * cancelled, its periods and its rows put back as they were, the engine stands again where it stood.
 */
@Service
public class DernierActe {

    static final Duration DELAI = Duration.ofHours(24);

    static final String MOTIF = "Acte annulé aussitôt après";

    /** Acts that can be undone, by the event that names each, the most telling first; and whose duty each is. */
    private static final Map<String, Mission> ACTES = new LinkedHashMap<>();

    static {
        ACTES.put("ip.close", Mission.DECISION);
        ACTES.put("ip.decidee", Mission.DECISION);
        ACTES.put("ip.precision-demandee", Mission.DECISION);
        ACTES.put("ip.precision-apportee", Mission.EVALUATION);
        ACTES.put("ip.personnes-informees", Mission.INFORMATION);
        ACTES.put("ip.personne-informee", Mission.INFORMATION);
        ACTES.put("ip.suite-judiciaire", Mission.DECISION);
        ACTES.put("ip.rapport-rendu", Mission.EVALUATION);
        ACTES.put("ip.evaluateurs-designes", Mission.DESIGNATION);
        ACTES.put("ip.evaluateur-remplace", Mission.DESIGNATION);
        ACTES.put("ip.confiee", Mission.MANDAT);
        ACTES.put("ip.voie-changee", Mission.MANDAT);
        ACTES.put("ip.unite-changee", Mission.MANDAT);
        ACTES.put("ip.qualifiee", Mission.RECUEIL);
        ACTES.put("ip.mineur-sorti", Mission.DECISION);
        ACTES.put("ip.avis-commission", Mission.DECISION);
    }

    /** Events that go with an act and fall with it. */
    private static final Set<String> AVEC = Set.of("ip.traitee", "evaluation.conclue", "signalement.transmis", "consigne.reprise");

    /**
     * The last act as the screens offer to undo it.
     *
     * @param retour words of the state the file comes back to, or null when it does not move
     */
    public record ActeAnnulable(String acte, String libelle, Instant le, String par, boolean parMoi, String retour, Instant jusquA, long version) {
    }

    private final Retours retours;
    private final ActesIp actes;
    private final InformationsPreoccupantes ips;
    private final Defaire defaire;
    private final Evenements evenements;
    private final LibellesEvenements libelles;
    private final Utilisateurs utilisateurs;
    private final Acces acces;
    private final Horloge horloge;

    DernierActe(Retours retours, ActesIp actes, InformationsPreoccupantes ips, Defaire defaire, Evenements evenements,
            LibellesEvenements libelles, Utilisateurs utilisateurs, Acces acces, Horloge horloge) {
        this.retours = retours;
        this.actes = actes;
        this.ips = ips;
        this.defaire = defaire;
        this.evenements = evenements;
        this.libelles = libelles;
        this.utilisateurs = utilisateurs;
        this.acces = acces;
        this.horloge = horloge;
    }

    /** What can be undone now by the person reading; empty when somebody acted after, or it is too late, or it is not theirs. */
    @Transactional(readOnly = true)
    public Optional<ActeAnnulable> lire(UUID ipId) {
        acces.exigerVue(Sujet.ip(ipId));
        InformationPreoccupante ip = ips.findById(ipId).orElseThrow(Introuvable::new);
        return annulable(ipId).map(a -> {
            UUID moi = IdentiteCourante.exiger().utilisateurId();
            String type = type(a).orElseThrow();
            EtatIp retour = type.equals("ip.qualifiee") ? null : defaire.etatAvant(ipId, a.transaction()).filter(e -> e != ip.etat()).orElse(null);
            return new ActeAnnulable(type, libelles.de(type), a.le(), utilisateurs.parId(a.auteurId()).map(p -> p.nomAffiche()).orElse(null),
                    a.auteurId().equals(moi), type.equals("ip.qualifiee") ? "Première analyse" : retour == null ? null : retour.libelle(),
                    a.le().plus(DELAI), ip.version());
        });
    }

    /** Undoes it; told as a conflict when somebody acted in between. */
    @Transactional
    public void annuler(UUID ipId, Long version) {
        if (version == null) {
            throw Refus.champ("version", "Rouvrez le dossier : la version lue manque.");
        }
        acces.exigerVue(Sujet.ip(ipId));
        Retours.Acte vu = retours.dernierActe(Sujet.ip(ipId)).orElseThrow(DernierActe::rien);
        // The right is that of the act; its author keeps it, under whatever duty they hold, for as long as nobody acted after.
        InformationPreoccupante ip = actes.ouvrir(ipId, type(vu).filter(t -> !auteur(vu)).map(ACTES::get).map(List::of).orElse(List.of(Mission.values())), version);
        Retours.Acte acte = annulable(ipId).filter(a -> a.transaction().equals(vu.transaction())).orElseThrow(DernierActe::rien);
        defaire.defaire(ip, acte, type(acte).orElseThrow(), MOTIF);
        retours.faits(Sujet.ip(ipId), acte.transaction()).forEach(f -> evenements.annuler(f.id(), "ip.acte-annule", MOTIF));
        actes.suivre(ip, "annuler-acte");
    }

    private Optional<Retours.Acte> annulable(UUID ipId) {
        return retours.dernierActe(Sujet.ip(ipId)).filter(a -> a.auteurId() != null)
                .filter(a -> horloge.maintenant().isBefore(a.le().plus(DELAI)))
                .filter(a -> a.faits().stream().allMatch(f -> ACTES.containsKey(f.type()) || AVEC.contains(f.type())))
                .filter(a -> type(a).isPresent())
                .filter(a -> auteur(a) || acces.peut(ACTES.get(type(a).orElseThrow()), Sujet.ip(ipId)));
    }

    private static Optional<String> type(Retours.Acte acte) {
        return ACTES.keySet().stream().filter(acte::contient).findFirst();
    }

    private static boolean auteur(Retours.Acte acte) {
        Identite qui = IdentiteCourante.exiger();
        return qui.utilisateurId() != null && qui.utilisateurId().equals(acte.auteurId());
    }

    private static Conflit rien() {
        return new Conflit(null, null, "Cet acte ne peut plus être annulé d’un clic : quelqu’un a agi depuis, ou le délai est passé. "
                + "Le menu « Corriger » reste ouvert.");
    }
}
