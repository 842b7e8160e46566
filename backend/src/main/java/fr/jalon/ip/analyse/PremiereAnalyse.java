package fr.jalon.ip.analyse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;
import fr.jalon.ip.HorlogeInformation;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.consigne.SuiteConsignes;
import fr.jalon.ip.reception.FaitsReception;
import fr.jalon.ip.reception.InformationEntrante;
import fr.jalon.ip.reception.InformationsEntrantes;
import fr.jalon.ip.reception.Orientation;
import fr.jalon.processus.Processus;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of an information, said once by somebody who receives. */
@Service
public class PremiereAnalyse {

    public static final String ETAPE = "premiere-analyse";

    /** @param ipId the IP opened or joined; null when there is none */
    public record Analysee(UUID informationId, Orientation orientation, UUID ipId, String numero) {
    }

    private final InformationsEntrantes informations;
    private final MineursAnalyses mineurs;
    private final Qualification qualification;
    private final Jonction jonction;
    private final Acces acces;
    private final Journal journal;
    private final Evenements evenements;
    private final HorlogeInformation delais;
    private final SuiteConsignes consignes;
    private final Processus processus;
    private final Departement departement;
    private final Horloge horloge;

    PremiereAnalyse(InformationsEntrantes informations, MineursAnalyses mineurs, Qualification qualification, Jonction jonction, Acces acces,
            Journal journal, Evenements evenements, HorlogeInformation delais, SuiteConsignes consignes, Processus processus,
            Departement departement, Horloge horloge) {
        this.informations = informations;
        this.mineurs = mineurs;
        this.qualification = qualification;
        this.jonction = jonction;
        this.acces = acces;
        this.journal = journal;
        this.evenements = evenements;
        this.delais = delais;
        this.consignes = consignes;
        this.processus = processus;
        this.departement = departement;
        this.horloge = horloge;
    }

    @Transactional
    public Analysee analyser(UUID informationId, SaisieAnalyse saisie) {
        Sujet sujet = Sujet.information(informationId);
        acces.exiger(Mission.RECUEIL, sujet);
        InformationEntrante information = informations.verrouiller(informationId).orElseThrow(Introuvable::new);
        information.exigerVersion(saisie.version());
        information.exigerEnAttente();
        Instant maintenant = horloge.maintenant();
        Instant faiteLe = saisie.faiteLe() == null ? maintenant : saisie.faiteLe().atZone(horloge.zone()).toInstant();
        List<UUID> recus = mineurs.de(informationId);
        List<UUID> retenus = retenus(saisie, recus);
        boolean complement = saisie.orientation() == Orientation.COMPLEMENT && saisie.ipId() != null;
        InformationPreoccupante cible = complement ? jonction.cible(saisie.ipId()) : null;
        Map<String, String> passes = ControleAnalyse.verifier(saisie, new ControleAnalyse.Contexte(information, faiteLe, maintenant, retenus.size(),
                saisie.orientation() == Orientation.IP && mineurs.enEvaluation(retenus), cible == null || jonction.commun(cible, recus)),
                departement.profil());

        Analysee analysee = switch (saisie.orientation()) {
            case IP -> qualifier(information, saisie, retenus, faiteLe);
            case COMPLEMENT -> joindre(information, saisie, cible, recus, faiteLe);
            default -> orienter(information, saisie, recus, faiteLe);
        };
        delais.suivre(informationId);
        if (!passes.isEmpty()) {
            mineurs.garder(informationId, passes);
            evenements.ajouter(FaitsReception.avertissements(information, passes));
        }
        journal.modification(sujet, "information.analyser");
        return analysee;
    }

    private List<UUID> retenus(SaisieAnalyse saisie, List<UUID> recus) {
        if (saisie.mineurs() == null) {
            return recus;
        }
        if (!recus.containsAll(saisie.mineurs())) {
            throw Refus.champ("mineurs", "Un mineur choisi n’est pas dans cette information. Ajoutez-le comme mineur présent au domicile.");
        }
        return List.copyOf(new LinkedHashSet<>(saisie.mineurs()));
    }

    private Analysee qualifier(InformationEntrante information, SaisieAnalyse saisie, List<UUID> retenus, Instant faiteLe) {
        List<UUID> domicile = new ArrayList<>();
        if (saisie.domicile() != null) {
            domicile.addAll(mineurs.enregistrer(saisie.domicile(), information.uniteId(), "domicile."));
            domicile.removeAll(retenus);
        }
        InformationPreoccupante ip = qualification.qualifier(information, saisie, retenus, domicile, faiteLe);
        consignes.qualifiee(information, ip, horloge.jour(faiteLe));
        return new Analysee(information.id(), Orientation.IP, ip.id(), ip.numero());
    }

    private Analysee joindre(InformationEntrante information, SaisieAnalyse saisie, InformationPreoccupante cible, List<UUID> recus, Instant faiteLe) {
        information.analyser(Orientation.COMPLEMENT, null, saisie.motif(), cible.id(), faiteLe, auteur());
        processus.terminer(Sujet.information(information.id()), ETAPE, Map.of("orientation", Orientation.COMPLEMENT.name()));
        jonction.joindre(information, cible, recus, saisie.urgence(), faiteLe);
        consignes.jointe(information, cible, horloge.jour(faiteLe));
        return new Analysee(information.id(), Orientation.COMPLEMENT, cible.id(), cible.numero());
    }

    private Analysee orienter(InformationEntrante information, SaisieAnalyse saisie, List<UUID> recus, Instant faiteLe) {
        Orientation choix = saisie.orientation();
        information.analyser(choix, saisie.vers().strip(), saisie.motif(), null, faiteLe, auteur());
        Set<Sujet> sujets = new LinkedHashSet<>(List.of(Sujet.information(information.id())));
        recus.stream().map(Sujet::enfant).forEach(sujets::add);
        // The name of a service or of a court is words: only the code of an orientation is counted.
        evenements.ajouter(FaitsReception.dimensions(NouvelEvenement.de("information.orientee").survenu(faiteLe).unite(information.uniteId())
                .element(choix.element()).sujets(sujets), information)
                .dimension("orientation", choix).dimension("vers", choix == Orientation.NON_QUALIFIEE ? saisie.vers() : null)
                .texte(saisie.motif()));
        processus.terminer(Sujet.information(information.id()), ETAPE, Map.of("orientation", choix.name()));
        consignes.orientee(information, horloge.jour(faiteLe));
        return new Analysee(information.id(), choix, null, null);
    }

    private static UUID auteur() {
        return IdentiteCourante.exiger().utilisateurId();
    }
}
