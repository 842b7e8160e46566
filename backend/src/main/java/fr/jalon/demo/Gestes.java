package fr.jalon.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.departement.Departement;
import fr.jalon.dossier.AdulteSaisi;
import fr.jalon.dossier.EnfantSaisi;
import fr.jalon.dossier.ExerciceAutorite;
import fr.jalon.dossier.FoyerSaisi;
import fr.jalon.dossier.Naissance;
import fr.jalon.dossier.QualiteAdulte;
import fr.jalon.dossier.SaisieFamille;
import fr.jalon.dossier.Sexe;
import fr.jalon.ip.CritereL2264;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.InformationsPreoccupantes;
import fr.jalon.ip.MineurConcerne;
import fr.jalon.ip.MineursConcernes;
import fr.jalon.ip.MotifCloture;
import fr.jalon.ip.analyse.PremiereAnalyse;
import fr.jalon.ip.analyse.SaisieAnalyse;
import fr.jalon.ip.consigne.Consigne;
import fr.jalon.ip.consigne.Consignes;
import fr.jalon.ip.consigne.Demande;
import fr.jalon.ip.consigne.GestionConsignes;
import fr.jalon.ip.consigne.Portee;
import fr.jalon.ip.decision.Decider;
import fr.jalon.ip.decision.DecisionSaisie;
import fr.jalon.ip.decision.Issue;
import fr.jalon.ip.decision.SuiteJustice;
import fr.jalon.ip.evaluation.ActeSaisi;
import fr.jalon.ip.evaluation.ActesEvaluation;
import fr.jalon.ip.evaluation.ConclusionEvaluation;
import fr.jalon.ip.evaluation.Conclusions;
import fr.jalon.ip.evaluation.DemandesAvis;
import fr.jalon.ip.evaluation.Designations;
import fr.jalon.ip.evaluation.DestinataireSignalement;
import fr.jalon.ip.evaluation.Evaluateurs;
import fr.jalon.ip.evaluation.GenreActe;
import fr.jalon.ip.evaluation.MotifRemplacement;
import fr.jalon.ip.evaluation.PropositionEvaluation;
import fr.jalon.ip.evaluation.RapportEvaluation;
import fr.jalon.ip.evaluation.RemiseRapport;
import fr.jalon.ip.evaluation.Signalements;
import fr.jalon.ip.evaluation.TransmissionSignalement;
import fr.jalon.ip.mandat.Mandats;
import fr.jalon.ip.mandat.SaisieMandat;
import fr.jalon.ip.reception.InformationsEntrantes;
import fr.jalon.ip.reception.Orientation;
import fr.jalon.ip.reception.Reception;
import fr.jalon.ip.reception.SaisieInformation;
import fr.jalon.ip.suites.FinsSansDecision;
import fr.jalon.ip.suites.Informer;
import fr.jalon.ip.suites.SuitesJudiciaires;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the demo people do, each act through the service its form calls. Runs in the caller's transaction, as the caller's person. */
@Component
class Gestes {

    private static final String TEXTE = "Texte de démonstration : observations de l’équipe, sans personne réelle.";
    private static final Map<String, String> MOTIFS_RAPPORT = Map.of("DEPASSEMENT", "Familles indisponibles en période de congés (fictif).",
            "MINEUR_NON_RENCONTRE", "Le mineur n’a pas pu être rencontré (fictif).", "FOYER_NON_VISITE", "Domicile hors du département (fictif).",
            "SANS_VISITE", "Visite impossible, entretiens au centre (fictif).", "TITULAIRE_NON_RENCONTRE", "Titulaire éloigné (fictif).",
            "TITULAIRE_NON_INFORME", "Adresse inconnue (fictif).", "UNE_PROFESSION", "Absence dans l’équipe (fictif).",
            "UN_SEUL_EVALUATEUR", "Absence dans l’équipe (fictif).");

    private final Reception reception;
    private final PremiereAnalyse analyse;
    private final Mandats mandats;
    private final Designations designations;
    private final Evaluateurs evaluateurs;
    private final ActesEvaluation actes;
    private final DemandesAvis avis;
    private final RapportEvaluation rapport;
    private final Conclusions conclusions;
    private final RemiseRapport remise;
    private final TransmissionSignalement signalements;
    private final GestionConsignes consignes;
    private final Consignes enVigueur;
    private final Decider decider;
    private final Informer informer;
    private final SuitesJudiciaires suites;
    private final FinsSansDecision fins;
    private final InformationsEntrantes informations;
    private final InformationsPreoccupantes ips;
    private final MineursConcernes mineurs;
    private final Departement departement;
    private final fr.jalon.commun.temps.Horloge horloge;
    private final JdbcClient jdbc;

    @SuppressWarnings("java:S107") // The path of an IP is eighteen services long: each is one act.
    Gestes(Reception reception, PremiereAnalyse analyse, Mandats mandats, Designations designations, Evaluateurs evaluateurs, ActesEvaluation actes,
            DemandesAvis avis, RapportEvaluation rapport, Conclusions conclusions, RemiseRapport remise, TransmissionSignalement signalements,
            GestionConsignes consignes, Consignes enVigueur, Decider decider, Informer informer, SuitesJudiciaires suites, FinsSansDecision fins,
            InformationsEntrantes informations, InformationsPreoccupantes ips, MineursConcernes mineurs, Departement departement,
            fr.jalon.commun.temps.Horloge horloge, JdbcClient jdbc) {
        this.reception = reception;
        this.analyse = analyse;
        this.mandats = mandats;
        this.designations = designations;
        this.evaluateurs = evaluateurs;
        this.actes = actes;
        this.avis = avis;
        this.rapport = rapport;
        this.conclusions = conclusions;
        this.remise = remise;
        this.signalements = signalements;
        this.consignes = consignes;
        this.enVigueur = enVigueur;
        this.decider = decider;
        this.informer = informer;
        this.suites = suites;
        this.fins = fins;
        this.informations = informations;
        this.ips = ips;
        this.mineurs = mineurs;
        this.departement = departement;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    private ZoneId zone() {
        return horloge.zone();
    }

    private InformationPreoccupante ip(UUID information) {
        return ips.findById(informations.findById(information).orElseThrow().ipId()).orElseThrow();
    }

    private List<MineurConcerne> presents(InformationPreoccupante ip) {
        return mineurs.findByIpIdOrderByOrdre(ip.id()).stream().filter(m -> !m.retire()).toList();
    }

    UUID recevoir(Histoire h, Particularite particularite) {
        return recevoir(h, famille(h, particularite == Particularite.SOUPCON_DE_DOUBLON));
    }

    private UUID recevoir(Histoire h, SaisieFamille famille) {
        Histoire.Reception r = h.reception();
        SaisieInformation.Cadre cadre = SaisieInformation.Cadre.valueOf(r.cadre());
        return reception.recevoir(new SaisieInformation(r.nature(), r.mode(), r.origine(),
                new SaisieInformation.TransmetteurSaisi(cadre, r.nom(), r.qualite(), null, r.confidentiel(), r.retourDemande()), null,
                r.astreinte() != null, r.astreinte(), r.urgence(), null, r.faits(), "INCONNU", null, h.unite(), famille, Map.of())).id();
    }

    private static SaisieFamille famille(Histoire h, boolean doublon) {
        Famille f = h.famille();
        List<SaisieFamille.EnfantDe> enfants = new ArrayList<>();
        for (int n = 0; n < f.enfants().size(); n++) {
            Famille.EnfantFictif e = f.enfants().get(n);
            Naissance naissance = e.aNaitre() ? Naissance.aNaitre(e.terme()) : Naissance.exacte(e.neLe());
            enfants.add(new SaisieFamille.EnfantDe("e" + n, null, new EnfantSaisi(e.nom(), null, e.prenoms(), e.nonNomme(), e.aNaitre() ? Sexe.INCONNU
                    : e.fille() ? Sexe.FILLE : Sexe.GARCON, naissance, null, null, false)));
        }
        if (doublon) {
            // Typed a second time in a hurry, the accents gone: somebody will have to look at the pair.
            Famille.EnfantFictif e = f.enfants().get(0);
            enfants.add(new SaisieFamille.EnfantDe("double", null, EnfantSaisi.de(java.text.Normalizer.normalize(e.nom(), java.text.Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", ""), e.prenoms(), Naissance.exacte(e.neLe()), e.fille() ? Sexe.FILLE : Sexe.GARCON)));
        }
        List<SaisieFamille.TitulaireDe> titulaires = new ArrayList<>();
        for (int n = 0; n < f.adultes().size(); n++) {
            Famille.AdulteFictif a = f.adultes().get(n);
            titulaires.add(new SaisieFamille.TitulaireDe("a" + n, null, new AdulteSaisi(a.nom(), null, a.prenoms(), a.femme() ? "MADAME" : "MONSIEUR", null,
                    a.telephone(), null), a.femme() ? QualiteAdulte.MERE : QualiteAdulte.PERE,
                    f.adultes().size() == 1 ? ExerciceAutorite.EXCLUSIF : ExerciceAutorite.CONJOINT, null, null, null, List.of()));
        }
        List<SaisieFamille.FoyerDe> foyers = new ArrayList<>();
        for (int n = 0; n < f.foyers().size(); n++) {
            Famille.FoyerFictif x = f.foyers().get(n);
            foyers.add(new SaisieFamille.FoyerDe("f" + n, null, new FoyerSaisi(null, x.adresse(), x.codePostal(), x.commune(),
                    h.qualifiee() ? h.evaluation().equipe() : null, null, x.protege(), x.protege() ? "Violences (fictif)" : null), List.of(),
                    x.habitants().stream().map(i -> "a" + i).toList(), x.principal(), null));
        }
        return new SaisieFamille(enfants, titulaires, foyers);
    }

    void analyser(UUID id, Histoire h, boolean signaler) {
        Histoire.Analyse a = h.analyse();
        List<SaisieAnalyse.SignalementImmediat> immediats = signaler ? List.of(new SaisieAnalyse.SignalementImmediat(UUID.randomUUID(), enfants(id).get(0),
                null, DestinataireSignalement.PARQUET_ASTREINTE, "Tribunal judiciaire (fictif)", CritereL2264.DANGER_GRAVE_IMMEDIAT, null,
                "Danger grave et immédiat rapporté (fictif).", null)) : null;
        analyse.analyser(id, new SaisieAnalyse(informations.findById(id).orElseThrow().version(), Orientation.valueOf(a.orientation()), null,
                h.reception().urgence(), null, a.vers(), null, null, null, immediats,
                Map.of("PARQUET_NON_QUALIFIEE", "Situation déjà connue du service (fictif).", "URGENCE_NON_QUALIFIEE", "Urgence levée (fictif).")));
    }

    private List<UUID> enfants(UUID information) {
        return jdbc.sql("select enfant_id from information_mineur where information_id = ? order by ordre").param(information).query(UUID.class).list();
    }

    void completer(UUID id, Histoire h) {
        InformationPreoccupante ip = ip(id);
        UUID connu = presents(ip).get(0).enfantId();
        UUID complement = recevoir(h, new SaisieFamille(List.of(new SaisieFamille.EnfantDe("e0", connu, null)), List.of(), List.of()));
        analyse.analyser(complement, new SaisieAnalyse(informations.findById(complement).orElseThrow().version(), Orientation.COMPLEMENT, null,
                h.reception().urgence(), null, null, ip.id(), null, null, null, Map.of()));
    }

    void confier(UUID id, Histoire h, boolean conjointe) {
        InformationPreoccupante ip = ip(id);
        List<String> equipes = departement.unitesDeType(departement.typesPour("EVALUATION")).stream().map(Departement.UniteActive::id)
                .filter(u -> !u.equals(h.evaluation().equipe())).sorted().toList();
        String associee = conjointe && !equipes.isEmpty() ? equipes.get(Math.floorMod(h.numero(), equipes.size())) : null;
        mandats.confier(ip.id(), new SaisieMandat(ip.version(), h.evaluation().equipe(), associee, ip.voieProposee(), false, null, null,
                Map.of("NAVETTE_ABSENTE", "Famille inconnue des services (fictif).", "DEUX_TERRITOIRES", "Un seul territoire suffit (fictif).")));
    }

    void designer(UUID id, Histoire h) {
        InformationPreoccupante ip = ip(id);
        designations.designer(ip.id(), new Designations.Designation(ip.version(), null, associee(ip.id()), h.evaluation().evaluateurs().stream()
                .map(a -> new Designations.EvaluateurNomme(a.id(), a.profession())).toList(), null, MOTIFS_RAPPORT));
    }

    private String associee(UUID ip) {
        return jdbc.sql("select min(unite_id) from sujet_unite where sujet_type = 'IP' and sujet_id = ? and titre = 'ASSOCIEE'").param(ip)
                .query(String.class).optional().orElse(null);
    }

    void remplacer(UUID id, Histoire h) {
        InformationPreoccupante ip = ip(id);
        List<Evaluateurs.Evaluateur> presents = evaluateurs.presents(ip.id());
        Set<UUID> dedans = presents.stream().map(Evaluateurs.Evaluateur::utilisateurId).collect(java.util.stream.Collectors.toSet());
        Map<String, Object> entrant = jdbc.sql("""
                select u.id, u.profession from utilisateur u join utilisateur_role r on r.utilisateur_id = u.id
                where r.role = 'EVALUATEUR' and r.unite_id = :unite and u.demo and u.id not in (:dedans) order by u.identifiant limit 1""")
                .param("unite", h.evaluation().equipe()).param("dedans", dedans).query().singleRow();
        designations.remplacer(ip.id(), new Designations.Remplacement(presents.get(1).id(),
                new Designations.EvaluateurNomme((UUID) entrant.get("id"), (String) entrant.get("profession")), MotifRemplacement.values()[0],
                "Arrêt de travail (fictif).", MOTIFS_RAPPORT));
    }

    void noter(UUID id, Histoire.Acte a) {
        InformationPreoccupante ip = ip(id);
        List<UUID> enfants = presents(ip).stream().map(MineurConcerne::enfantId).toList();
        boolean courrier = a.genre().equals("INFORMATION");
        List<ActeSaisi.PersonneActe> gens = new ArrayList<>();
        if (!courrier) {
            presents(ip).forEach(m -> gens.add(new ActeSaisi.PersonneActe(m.id(), null, true, false, false,
                    a.genre().equals("ENTRETIEN") ? "Avis de l’enfant, texte de démonstration." : null)));
        }
        adultes(enfants).forEach(x -> gens.add(new ActeSaisi.PersonneActe(null, x, true, false, false, courrier ? null : "Avis, texte de démonstration.")));
        List<UUID> foyers = jdbc.sql("select distinct foyer_id from foyer_enfant where enfant_id in (:enfants) and annule_le is null order by foyer_id")
                .param("enfants", enfants).query(UUID.class).list();
        UUID foyer = a.genre().equals("VISITE") && !foyers.isEmpty() ? foyers.get(Math.min(a.foyer(), foyers.size() - 1)) : null;
        actes.noter(ip.id(), new ActeSaisi(UUID.randomUUID(), foyer == null && a.genre().equals("VISITE") ? GenreActe.ENTRETIEN
                : GenreActe.valueOf(a.genre()), horloge.aujourdhui(), null, foyer, null, courrier ? "COURRIER" : null, null, TEXTE, null, gens, Map.of()));
    }

    private List<UUID> adultes(List<UUID> enfants) {
        return jdbc.sql("select distinct adulte_id from autorite_parentale where enfant_id in (:enfants) and annule_le is null order by adulte_id")
                .param("enfants", enfants).query(UUID.class).list();
    }

    void demanderAvis(UUID id) {
        avis.demander(ip(id).id(), horloge.aujourdhui(), "COURRIEL", List.of(
                new DemandesAvis.AvisDemande(UUID.randomUUID(), "ECOLE", "École de démonstration", "Assiduité et attitude en classe (fictif).", null),
                new DemandesAvis.AvisDemande(UUID.randomUUID(), "PMI", "PMI de secteur (fictif)", "Suivi de santé (fictif).", null)));
    }

    void signaler(UUID id) {
        InformationPreoccupante ip = ip(id);
        signalements.transmettre(ip.id(), new Signalements.NouveauSignalement(UUID.randomUUID(), presents(ip).get(0).id(), horloge.maintenant(),
                DestinataireSignalement.PARQUET, "Tribunal judiciaire (fictif)", CritereL2264.DANGER_GRAVE_IMMEDIAT, null,
                "Révélation pendant l’évaluation (fictif).", null));
    }

    void tenir(UUID id, LocalDate du) {
        InformationPreoccupante ip = ip(id);
        consignes.poser(ip.id(), ip.version(), new Demande(du, "Permanence du parquet (fictif)", null, Set.of(Portee.CONTACT, Portee.INFORMATION), null));
    }

    void lever(UUID id, LocalDate le) {
        InformationPreoccupante ip = ip(id);
        for (Consigne c : enVigueur.de(ip.id())) {
            if (c.leveeLe() == null && c.annuleeLe() == null) {
                consignes.lever(ip.id(), c.id(), ip(id).version(), le, null);
            }
        }
    }

    /** Some of the report, as it stands before it is handed in. */
    void ecrire(UUID id, Histoire h) {
        UUID ip = ip(id).id();
        departement.profil().sectionsRapport().stream().limit(3).forEach(s -> rapport.ecrire(ip, s.code(), 0, TEXTE));
    }

    void rendre(UUID id, Histoire h) {
        InformationPreoccupante ip = ip(id);
        rapport.sections(ip.id()).stream().filter(s -> s.texte().isBlank()).forEach(s -> rapport.ecrire(ip.id(), s.code(), s.version(), TEXTE));
        List<MineurConcerne> presents = presents(ip);
        for (int n = 0; n < presents.size(); n++) {
            Histoire.Conclusion c = conclusion(h, n);
            conclusions.ecrire(ip.id(), presents.get(n).id(), new Conclusions.ConclusionSaisie(0, ConclusionEvaluation.valueOf(c.conclusion()), c.natures(),
                    PropositionEvaluation.valueOf(c.proposition()), c.aide(), "Motivation de démonstration."));
        }
        remise.rendre(ip.id(), new RemiseRapport.RapportRendu(ip(id).version(), null, MOTIFS_RAPPORT, h.evaluation().motifDepassement()));
    }

    private static Histoire.Conclusion conclusion(Histoire h, int rang) {
        List<Histoire.Conclusion> toutes = h.evaluation().conclusions();
        return toutes.get(Math.min(rang, toutes.size() - 1));
    }

    void demanderPrecision(UUID id) {
        InformationPreoccupante ip = ip(id);
        decider.demanderPrecision(ip.id(), ip.version(), "Préciser ce qui a été observé chez le second parent (fictif).");
    }

    void decider(UUID id, Histoire h) {
        InformationPreoccupante ip = ip(id);
        List<MineurConcerne> presents = presents(ip);
        List<DecisionSaisie> saisies = new ArrayList<>();
        for (int n = 0; n < presents.size(); n++) {
            Histoire.Conclusion c = conclusion(h, n);
            saisies.add(new DecisionSaisie(presents.get(n).id(), Issue.valueOf(c.issue()), c.aide(), c.critere() == null ? null
                    : CritereL2264.valueOf(c.critere()), "Rencontres et proposition d’aide, sans effet durable (fictif).", null, null,
                    "Décision motivée pour la démonstration, au vu du rapport de l’équipe."));
        }
        decider.decider(ip.id(), new Decider.DemandeDecision(ip.version(), h.evaluation().signataire().id(), horloge.aujourdhui(), saisies, Map.of()));
    }

    void informer(UUID id) {
        InformationPreoccupante ip = ip(id);
        LocalDate jour = horloge.aujourdhui();
        List<Informer.LigneInformation> lignes = new ArrayList<>();
        for (MineurConcerne m : presents(ip)) {
            adultes(List.of(m.enfantId())).forEach(a -> lignes.add(new Informer.LigneInformation("TITULAIRE", a, m.id(), "COURRIER", jour, null, null)));
        }
        lignes.addAll(reponses(ip, jour));
        informer.informer(ip.id(), new Informer.DemandeInformation(ip.version(), lignes, true));
    }

    /** What stays owed to whoever transmitted once a file ended without decision. */
    void repondre(UUID id) {
        InformationPreoccupante ip = ip(id);
        informer.informer(ip.id(), new Informer.DemandeInformation(ip.version(), reponses(ip, horloge.aujourdhui()), false));
    }

    private List<Informer.LigneInformation> reponses(InformationPreoccupante ip, LocalDate jour) {
        return informations.findByIpIdOrderByRecueLe(ip.id()).stream()
                .filter(i -> i.nature().equals("SNATED_119") || i.transmetteur().professionnel() || i.retourDemandeLe() != null)
                .map(i -> new Informer.LigneInformation(i.nature().equals("SNATED_119") ? "SNATED" : "TRANSMETTEUR", i.id(), null, "COURRIER", jour,
                        null, null)).toList();
    }

    void accuser(UUID id, LocalDate le) {
        fins.accuserReception(ip(id).id(), le);
    }

    void suivre(UUID id, LocalDate le, Histoire h) {
        InformationPreoccupante ip = ip(id);
        List<MineurConcerne> presents = presents(ip);
        for (int n = 0; n < presents.size(); n++) {
            Histoire.Conclusion c = conclusion(h, n);
            if (c.justice()) {
                suites.noter(ip.id(), new SuitesJudiciaires.NouvelleSuite(null, presents.get(n).id(), SuiteJustice.valueOf(c.suite()), le, null, Map.of()));
            }
        }
    }

    void clore(UUID id, Histoire h) {
        InformationPreoccupante ip = ip(id);
        LocalDate le = h.fin().le();
        LocalDate recue = ip.recueLe().atZone(zone()).toLocalDate();
        boolean transfert = h.fin().motif().equals("TRANSFEREE");
        fins.clore(ip.id(), new FinsSansDecision.DemandeFin(ip.version(), MotifCloture.valueOf(h.fin().motif()), le,
                transfert ? "Département fictif" : null, transfert ? recue : null, null, transfert ? List.of("Rapport de situation (fictif)") : List.of(),
                transfert ? le : null, null, transfert ? null : recue, transfert ? null : "Aucune adresse nouvelle (fictif).",
                transfert ? null : recue, transfert ? null : "Aucune adresse nouvelle (fictif).", null, null, null, Map.of()));
    }
}
