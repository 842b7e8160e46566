package fr.jalon.ip.fiche;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Ouvertures;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.NomEnfant;
import fr.jalon.echeance.ConsultationEcheances;
import fr.jalon.echeance.ConsultationEcheances.EcheanceVue;
import fr.jalon.echeance.Echeance;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.InformationsPreoccupantes;
import fr.jalon.ip.MineurConcerne;
import fr.jalon.ip.MineursConcernes;
import fr.jalon.ip.consigne.Consignes;
import fr.jalon.tache.LigneTache;
import fr.jalon.tache.ListeTaches;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the page of an IP together, with the same number of queries whatever it holds. */
@Service
public class LectureIp {

    private final InformationsPreoccupantes ips;
    private final MineursConcernes mineurs;
    private final Proximites proximites;
    private final ConsultationEcheances echeances;
    private final Consignes consignes;
    private final ListeTaches taches;
    private final Dossiers dossiers;
    private final Departement departement;
    private final Acces acces;
    private final Ouvertures ouvertures;
    private final Horloge horloge;

    LectureIp(InformationsPreoccupantes ips, MineursConcernes mineurs, Proximites proximites, ConsultationEcheances echeances,
            Consignes consignes, ListeTaches taches, Dossiers dossiers, Departement departement, Acces acces, Ouvertures ouvertures,
            Horloge horloge) {
        this.ips = ips;
        this.mineurs = mineurs;
        this.proximites = proximites;
        this.echeances = echeances;
        this.consignes = consignes;
        this.taches = taches;
        this.dossiers = dossiers;
        this.departement = departement;
        this.acces = acces;
        this.ouvertures = ouvertures;
        this.horloge = horloge;
    }

    /** Opening is a line of the journal. */
    @Transactional
    public FicheIp ouvrir(UUID id) {
        Sujet sujet = Sujet.ip(id);
        acces.exigerVue(sujet);
        InformationPreoccupante ip = ips.findById(id).orElseThrow(Introuvable::new);
        ouvertures.noter(sujet);
        Map<String, String> noms = departement.noms();
        List<EcheanceVue> dates = echeances.de(sujet);
        Proximites.Unites unites = proximites.unites(ip);
        List<FicheIp.Information> informations = proximites.informations(ip, unites.mandatees(), noms);
        List<MineurConcerne> concernes = mineurs.findByIpIdOrderByOrdre(id);
        List<FicheIp.ConsigneVue> requisitions = requisitions(id);
        return new FicheIp(id, ip.numero(), ip.etat(), ip.version(), ip.urgence(), ip.recueLe(), ip.qualifieeLe(), ip.rapportRenduLe(),
                ip.decideeLe(), ip.closeLe(), ip.motifCloture() == null ? null : ip.motifCloture().libelle(), voie(ip),
                unite(unites.recueil(), noms), unite(ip.unitePilote(), noms), unites.associees().stream().map(u -> unite(u, noms)).toList(),
                mineurs(concernes, dates), horloges(dates), autres(dates), requisitions.stream().anyMatch(FicheIp.ConsigneVue::enVigueur),
                requisitions, etapes(sujet), informations, proximites.voisines(ip, concernes.stream().map(MineurConcerne::enfantId).toList(), noms));
    }

    private FicheIp.Voie voie(InformationPreoccupante ip) {
        return new FicheIp.Voie(ip.voie(), libelleVoie(ip.voie()), libelleVoie(ip.voieProposee()), ip.leveeDeDoutes());
    }

    private String libelleVoie(String code) {
        return code == null ? null : departement.profil().voies().stream().filter(v -> v.code().equals(code)).map(Profil.Voie::libelle)
                .findFirst().orElse(code);
    }

    private static FicheIp.Unite unite(String id, Map<String, String> noms) {
        return id == null ? null : new FicheIp.Unite(id, noms.getOrDefault(id, id));
    }

    private List<FicheIp.Mineur> mineurs(List<MineurConcerne> concernes, List<EcheanceVue> dates) {
        Map<UUID, NomEnfant> noms = dossiers.nomsDe(concernes.stream().map(MineurConcerne::enfantId).collect(Collectors.toSet()));
        Set<UUID> visibles = proximites.enfantsEnVue(noms.values().stream().map(NomEnfant::canonique).toList());
        return concernes.stream().map(m -> {
            NomEnfant n = noms.get(m.enfantId());
            List<EcheanceVue> siennes = dates.stream().filter(e -> m.id().equals(e.objetId()) && e.etat() != Echeance.Etat.ANNULEE).toList();
            return n == null
                    ? new FicheIp.Mineur(m.id(), m.enfantId(), "Enfant non nommé", "âge inconnu", null, false, false, m.origine(), false,
                            m.retireLe(), m.retireMotif(), siennes)
                    : new FicheIp.Mineur(m.id(), n.canonique(), n.affiche(), n.age(),
                            n.naissance() != null && n.naissance().exacte() ? n.naissance().le() : null, n.moinsDeDeuxAns(), n.restreint(),
                            m.origine(), visibles.contains(n.canonique()), m.retireLe(), m.retireMotif(), siennes);
        }).toList();
    }

    /** For each clock, the date that says most: the nearest that runs, or failing that the last that was met. */
    private static List<FicheIp.Clock> horloges(List<EcheanceVue> dates) {
        List<FicheIp.Clock> horloges = new ArrayList<>();
        for (String genre : List.of("EVALUATION", "TRAITEMENT")) {
            List<EcheanceVue> siennes = dates.stream().filter(e -> e.genre().equals(genre) && e.etat() != Echeance.Etat.ANNULEE).toList();
            siennes.stream().filter(e -> e.etat() == Echeance.Etat.OUVERTE).min(Comparator.comparing(EcheanceVue::dateLegale))
                    .or(() -> siennes.stream().max(Comparator.comparing((EcheanceVue e) -> e.satisfaiteLe() == null ? Instant.MIN : e.satisfaiteLe())))
                    .ifPresent(e -> horloges.add(new FicheIp.Clock(genre,
                            genre.equals("EVALUATION") ? "Évaluation, jusqu’au rapport" : "Traitement complet, jusqu’à l’information des personnes", e)));
        }
        return horloges;
    }

    private static List<EcheanceVue> autres(List<EcheanceVue> dates) {
        return dates.stream().filter(e -> !e.genre().equals("EVALUATION") && !e.genre().equals("TRAITEMENT")
                && e.etat() != Echeance.Etat.ANNULEE).toList();
    }

    private List<FicheIp.ConsigneVue> requisitions(UUID id) {
        LocalDate jour = horloge.aujourdhui();
        return consignes.de(id).stream().map(c -> new FicheIp.ConsigneVue(c.id(), c.du(), c.leveeLe(), c.auteur(), c.reference(),
                c.portees().stream().map(p -> p.libelle()).toList(), c.enVigueur(jour), c.annuleeLe() != null)).toList();
    }

    private List<FicheIp.Etape> etapes(Sujet sujet) {
        List<FicheIp.Etape> etapes = new ArrayList<>();
        for (LigneTache t : taches.deSujet(sujet)) {
            etapes.add(new FicheIp.Etape(t.id(), t.etape(), t.etapeLibelle(), t.mission(), t.titulaire() == null ? null : t.titulaire().id(),
                    t.titulaire() == null ? null : t.titulaire().nom(), t.depuis(), t.titulaire() == null ? null : t.titulaire().depuis(),
                    t.unite().id(), t.unite().nom(), acces.peut(Mission.deCode(t.mission()), sujet)));
        }
        return etapes;
    }
}
