package fr.jalon.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import fr.jalon.commun.Sujet;

/** From the mandate to the end of a closed file: hold, report, decisions, people told, what justice did. */
final class EcritureSuites {

    private static final String SIGNALEMENT = "signalement(id, ip_id, mineur_id, transmis_le, destinataire, critere, actions_tentees, expose, etape, saisie_le, "
            + "saisie_par, evenement_id)";
    private static final String DECISION = "decision_mineur(id, ip_id, mineur_id, issue, nature_aide, critere, actions_tentees, motivation, signataire_id, "
            + "delegation_id, decidee_le, saisie_le, saisie_par, evenement_id, signalement_id)";
    private static final String INFORMEE = "information_donnee(id, ip_id, destinataire, reference_id, mineur_id, moyen, donnee_le, saisie_le, saisie_par, "
            + "evenement_id)";
    private static final String SUITE = "suite_judiciaire(id, ip_id, mineur_id, suite, survenue_le, saisie_le, saisie_par, evenement_id)";
    private static final String CONSIGNE = "consigne_parquet(id, ip_id, du, auteur, reference, portees, saisie_le, saisie_par, evenement_id, levee_le, "
            + "levee_saisie_le, levee_par)";
    private static final String RETENUE = "echeance_retenue(id, sujet_type, sujet_id, motif, etapes, du, au)";
    private static final String FIN = "fin_sans_decision(id, ip_id, motif, le, etape, departement, envoyee_le, accuse_recu_le, saisie_le, saisie_par, evenement_id)";

    private static final String ACTIONS = "Rencontres et proposition d’aide, sans effet durable (fictif).";
    private static final String MOTIVATION = "Décision motivée pour la démonstration, au vu du rapport de l’équipe.";

    record Outils(Copie copie, Hasard hasard, EcritureEvenements evenements, EcritureEcheances echeances, ZoneId zone, List<String> sections) {
    }

    record Mineur(Sujet sujet, Sujet enfant, Histoire.Conclusion conclusion) {
    }

    private final Outils o;
    private final Histoire h;
    private final Histoire.Evaluation e;
    private final List<Mineur> mineurs;
    private final List<Sujet> sujets;
    private final Sujet ip;
    private final List<EcritureEcheances.Posee> evaluations = new ArrayList<>();
    private final Map<Sujet, EcritureEcheances.Posee> reponses = new LinkedHashMap<>();
    private EcritureEcheances.Posee traitement;
    private final Map<UUID, EcritureEcheances.Posee> retours = new LinkedHashMap<>();

    EcritureSuites(Outils outils, Histoire h, List<Mineur> mineurs, List<Sujet> sujets) {
        this.o = outils;
        this.h = h;
        this.e = h.evaluation();
        this.mineurs = mineurs;
        this.sujets = sujets;
        this.ip = sujets.get(0);
    }

    static void annoncer(Copie copie) {
        copie.annoncer(SIGNALEMENT, DECISION, INFORMEE, SUITE, CONSIGNE, RETENUE, FIN);
    }

    /** The due dates that follow from the qualification. */
    void poser(String voie, ReglesDemo regles, LocalDate jour, EcritureEvenements.Cadre cadre) {
        Instant recue = h.reception().le();
        Instant le = h.analyse().le();
        o.echeances().retenue(e.consigne());
        for (int n = 0; n < mineurs.size(); n++) {
            boolean jeune = EcritureDossier.moinsDeDeuxAns(h.famille().enfants().get(n), jour);
            evaluations.add(o.echeances().poser(regles.delai(voie, h.reception().urgence(), jeune), ip, mineurs.get(n).sujet(), recue, le, cadre));
        }
        traitement = o.echeances().poser("TRAITEMENT", ip, null, recue, le, cadre);
        poserRetour(h.id(), recue, le, cadre);
    }

    /** The right of whoever transmitted to be told what followed. */
    void poserRetour(UUID id, Instant recue, Instant le, EcritureEvenements.Cadre cadre) {
        Sujet information = Sujet.information(id);
        if (h.reception().nature().equals("SNATED_119")) {
            retours.put(id, o.echeances().poser("RETOUR_119", ip, information, recue, le, cadre));
        } else if (h.reception().professionnel()) {
            retours.put(id, o.echeances().poser("RETOUR_TRANSMETTEUR_PRO", ip, information, recue, le, cadre));
        } else if (h.reception().retourDemande()) {
            retours.put(id, o.echeances().poserAuJour("RETOUR_TRANSMETTEUR_DEMANDE", ip, information, jour(recue), le, cadre));
        }
    }

    void derouler(boolean confiee, String voie, Consumer<List<Sujet>> joindre) {
        if (!confiee) {
            clore("confier");
            return;
        }
        LocalDate mandat = jour(e.confiee());
        LocalDate designes = jour(e.designes());
        if (h.fin() != null && designes.isAfter(h.fin().le())) {
            o.evenements().periode("ATTENTE_EVALUATEURS", ip, e.equipe(), EcritureEvaluation.voie(voie), mandat, h.fin().le());
            clore("designer");
            return;
        }
        EcritureEvaluation evaluation = new EcritureEvaluation(o, h, mineurs, sujets);
        o.evenements().periode("ATTENTE_EVALUATEURS", ip, e.equipe(), EcritureEvaluation.voie(voie), mandat, designes);
        evaluation.designer();
        if (h.fin() != null) {
            evaluation.agir(midi(h.fin().le()));
            o.evenements().periode("EVALUATION", ip, e.equipe(), EcritureEvaluation.voie(voie), designes, h.fin().le());
            clore("evaluer");
            return;
        }
        joindre.accept(sujets);
        tenir();
        evaluation.agir(null);
        LocalDate rapport = jour(e.rapport());
        o.evenements().periode("EVALUATION", ip, e.equipe(), EcritureEvaluation.voie(voie), designes, rapport);
        evaluation.rendre(evaluations.stream().map(EcritureEcheances.Posee::legale).min(Comparator.naturalOrder()).orElseThrow());
        evaluations.forEach(p -> o.echeances().satisfaire(p, e.rapport(), e.rapport(), cadre(e.evaluateurs().get(0), sujets)));
        o.evenements().periode("ATTENTE_DECISION", ip, e.equipe(), EcritureEvaluation.voie(voie), rapport, jour(e.decidee()));
        decider();
        informer();
        if (h.justice()) {
            suivre();
        }
    }

    private void tenir() {
        Histoire.Consigne c = e.consigne();
        if (c == null) {
            return;
        }
        Personnel.Agent par = e.designe();
        Instant le = midi(c.du());
        UUID id = o.hasard().id(le.toEpochMilli());
        UUID posee = o.evenements().evenement("consigne.posee", le, "evaluer", cadre(par, sujets), "consigne", id, "portees", "CONTACT");
        o.copie().ligne(CONSIGNE, id, e.ip(), c.du(), "Permanence du parquet (fictif)", null, List.of("CONTACT"), le, par.id(), posee, c.au(), midi(c.au()),
                par.id());
        o.copie().ligne(RETENUE, id, ip.type(), ip.id(), "CONSIGNE_PARQUET", List.of("evaluer"), c.du(), c.au());
        o.evenements().evenement("consigne.levee", midi(c.au()), "evaluer", cadre(par, sujets), "consigne", id, "portees", "CONTACT");
        o.evenements().periode("CONSIGNE_PARQUET", ip, e.equipe(), Map.of(), c.du(), c.au());
    }

    private void decider() {
        Personnel.Agent par = e.signataire();
        for (Mineur m : mineurs) {
            Histoire.Conclusion c = m.conclusion();
            EcritureEvenements.Cadre cadre = cadre(par, List.of(ip, m.sujet(), m.enfant()));
            UUID decidee = o.evenements().evenement("ip.decidee", e.decidee(), "decider", cadre, "issue", c.issue(), "natureAide", c.aide(), "critere",
                    c.critere());
            UUID signalement = null;
            if (c.justice()) {
                signalement = o.hasard().id(e.decidee().toEpochMilli());
                UUID transmis = o.evenements().evenement("signalement.transmis", e.decidee(), "decider", cadre, "critere", c.critere(), "destinataire",
                        "PARQUET");
                o.copie().ligne(SIGNALEMENT, signalement, e.ip(), m.sujet().id(), e.decidee(), "PARQUET", c.critere(), ACTIONS, MOTIVATION, "decider",
                        e.decidee(), par.id(), transmis);
            }
            o.copie().ligne(DECISION, o.hasard().id(e.decidee().toEpochMilli()), e.ip(), m.sujet().id(), c.issue(), c.aide(), c.critere(),
                    c.justice() ? ACTIONS : null, MOTIVATION, par.id(), Personnel.idDelegation(par), e.decidee(), e.decidee(), par.id(), decidee,
                    signalement);
        }
        mineurs.stream().filter(m -> m.conclusion().justice()).forEach(m -> reponses.put(m.sujet(),
                o.echeances().poser("REPONSE_PARQUET", ip, m.sujet(), e.decidee(), e.decidee(), cadre(par, sujets))));
    }

    private void informer() {
        Personnel.Agent par = e.informe();
        LocalDate jour = jour(e.informees());
        for (Mineur m : mineurs) {
            h.famille().adultes().forEach(a -> informee("TITULAIRE", a.id(), m, jour, par));
        }
        retours.keySet().forEach(id -> informee(transmetteur(), id, null, jour, par));
        EcritureEvenements.Cadre cadre = cadre(par, sujets);
        o.evenements().evenement("ip.personnes-informees", e.informees(), "informer", cadre, "justice", h.justice() ? "OUI" : "NON");
        if (!h.justice()) {
            o.evenements().evenement("ip.traitee", e.informees(), "traitee", cadre);
        }
        o.echeances().satisfaire(traitement, e.informees(), e.informees(), cadre);
        retours.values().forEach(r -> o.echeances().satisfaire(r, e.informees(), e.informees(), cadre));
    }

    private String transmetteur() {
        return h.reception().nature().equals("SNATED_119") ? "SNATED" : "TRANSMETTEUR";
    }

    private void informee(String destinataire, UUID reference, Mineur m, LocalDate jour, Personnel.Agent par) {
        List<Sujet> concernes = m == null ? List.of(ip, Sujet.information(reference)) : List.of(ip, m.sujet(), m.enfant());
        UUID evenement = o.evenements().evenement("ip.personne-informee", midi(jour), "informer", cadre(par, concernes), "destinataire", destinataire,
                "moyen", "COURRIER");
        o.copie().ligne(INFORMEE, o.hasard().id(e.informees().toEpochMilli()), e.ip(), destinataire, reference, m == null ? null : m.sujet().id(),
                "COURRIER", jour, e.informees(), par.id(), evenement);
    }

    private void suivre() {
        Personnel.Agent par = e.signataire();
        Instant le = midi(e.suite());
        for (Mineur m : mineurs.stream().filter(x -> x.conclusion().justice()).toList()) {
            UUID evenement = o.evenements().evenement("ip.suite-judiciaire", le, "suivre-justice", cadre(par, List.of(ip, m.sujet(), m.enfant())), "suite",
                    m.conclusion().suite(), "definitive", "OUI");
            o.copie().ligne(SUITE, o.hasard().id(le.toEpochMilli()), e.ip(), m.sujet().id(), m.conclusion().suite(), e.suite(), le, par.id(), evenement);
            o.echeances().satisfaire(reponses.get(m.sujet()), le, le, cadre(par, sujets));
        }
        o.evenements().evenement("ip.traitee", le, "traitee", cadre(par, sujets));
    }

    private void clore(String etape) {
        Instant le = midi(h.fin().le());
        Personnel.Agent par = e.signataire();
        String unite = etape.equals("confier") ? h.unite() : e.equipe();
        EcritureEvenements.Cadre cadre = new EcritureEvenements.Cadre(unite, par, sujets);
        UUID close = o.evenements().evenement("ip.close", le, "close-sans-decision", cadre, "motif", h.fin().motif());
        o.copie().ligne(FIN, o.hasard().id(le.toEpochMilli()), e.ip(), h.fin().motif(), h.fin().le(), etape,
                h.fin().transfert() ? "Département fictif" : null,
                h.fin().transfert() ? h.fin().le() : null, h.fin().transfert() ? h.fin().accuse() : null, le, par.id(), close);
        String motif = "CLOTURE_" + h.fin().motif();
        evaluations.forEach(p -> o.echeances().annuler(p, le, motif, cadre));
        o.echeances().annuler(traitement, le, motif, cadre);
        apresLaFin(unite, le, cadre);
    }

    /** What outlives an ending: the answer to whoever transmitted, the receipt of a transfer. */
    private void apresLaFin(String unite, Instant le, EcritureEvenements.Cadre cadre) {
        EcritureEcheances.Posee accuse = h.fin().transfert() ? o.echeances().poserAuJour("ACCUSE_TRANSFERT", ip, null, h.fin().le(), le, cadre) : null;
        if (h.reponseDue()) {
            Instant repondue = midi(h.fin().repondue());
            EcritureEvenements.Cadre aInformer = new EcritureEvenements.Cadre(unite, e.informe(), List.of(ip, Sujet.information(h.id())));
            UUID evenement = o.evenements().evenement("ip.personne-informee", repondue, "close-sans-decision", aInformer, "destinataire",
                    transmetteur(), "moyen", "COURRIER");
            o.copie().ligne(INFORMEE, o.hasard().id(repondue.toEpochMilli()), e.ip(), transmetteur(), h.id(), null, "COURRIER", h.fin().repondue(), repondue,
                    e.informe().id(), evenement);
            retours.values().forEach(r -> o.echeances().satisfaire(r, repondue, repondue, aInformer));
        }
        if (accuse != null) {
            Instant recu = midi(h.fin().accuse());
            o.evenements().evenement("ip.transfert-accuse", recu, "close-sans-decision", cadre);
            o.echeances().satisfaire(accuse, recu, recu, cadre);
        }
    }

    private EcritureEvenements.Cadre cadre(Personnel.Agent par, List<Sujet> concernes) {
        return new EcritureEvenements.Cadre(e.equipe(), par, concernes);
    }

    private LocalDate jour(Instant instant) {
        return instant.atZone(o.zone()).toLocalDate();
    }

    private Instant midi(LocalDate jour) {
        return jour.atTime(12, 0).atZone(o.zone()).toInstant();
    }
}
