package fr.jalon.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.Sujet;

/** Writes a closed information whole: its rows and, through {@link EcritureEvenements}, all that the services would have appended. */
final class EcritureDossier {

    private static final String INFORMATION = "information_entrante(id, numero, recue_le, saisie_le, regularisation, astreinte, mode, nature, origine, "
            + "transmetteur_nom, transmetteur_qualite, transmetteur_professionnel, transmetteur_anonyme, transmetteur_confidentiel, retour_demande_le, "
            + "faits, parents_informes, unite_id, etat, orientation, orientee_vers, comptee, ip_id, saisie_par, urgence, analysee_le, analysee_par, version)";
    private static final String INFORMATION_MINEUR = "information_mineur(information_id, enfant_id, ordre)";
    private static final String IP = "information_preoccupante(id, numero, information_initiale_id, recue_le, qualifiee_le, urgence, voie_proposee, voie, "
            + "levee_de_doutes, unite_pilote, etat, rapport_rendu_le, decidee_le, close_le, motif_cloture, version)";
    private static final String MINEUR = "mineur_concerne(id, ip_id, enfant_id, origine, ordre, version)";
    private static final String MANDAT = "mandat(id, ip_id, genre, unite_id, voie, levee_de_doutes, fait_le, saisi_le, saisi_par)";
    private static final String INSTANCE = "processus_instance(instance_id, sujet_type, sujet_id, cle, version, actif, ouvert_le)";
    private static final String MODELE = "information-preoccupante";

    /** What every closed file of a lot shares. */
    record Atelier(Copie copie, ReglesDemo regles, ZoneId zone, String versionModele, List<UUID> enfants, List<String> sections) {
    }

    private final Atelier atelier;
    private final Copie copie;
    private final Histoire h;
    private final Hasard hasard;
    private final EcritureEvenements evenements;
    private final EcritureEcheances echeances;
    private final EcritureFamille famille;
    private final Sujet information;
    private final List<Sujet> enfants;

    EcritureDossier(Atelier atelier, Histoire h, long graine) {
        this.atelier = atelier;
        this.copie = atelier.copie();
        this.h = h;
        this.hasard = Hasard.de(graine, "ecriture", h.annee(), h.numero());
        this.evenements = new EcritureEvenements(copie, hasard, atelier.zone());
        this.echeances = new EcritureEcheances(copie, hasard, atelier.regles(), evenements, atelier.zone());
        this.famille = new EcritureFamille(copie, hasard);
        this.information = Sujet.information(h.id());
        this.enfants = h.famille().enfants().stream().map(e -> Sujet.enfant(e.id())).toList();
    }

    static Copie copie() {
        Copie copie = new Copie();
        EcritureFamille.annoncer(copie);
        copie.annoncer(IP, INFORMATION, INFORMATION_MINEUR, MINEUR, MANDAT, INSTANCE);
        EcritureEvenements.annoncer(copie);
        EcritureEcheances.annoncer(copie);
        EcritureEvaluation.annoncer(copie);
        EcritureSuites.annoncer(copie);
        return copie;
    }

    /** @param numeroIp rank among the IP of the year; unused when it was not qualified */
    void ecrire(int numeroIp) {
        recevoir();
        EcritureEcheances.Posee analyse = echeances.poser("PREMIERE_ANALYSE", information, null, h.reception().le(), h.reception().le(), cadreRecueil(
                h.reception().par(), List.of()));
        if (h.qualifiee()) {
            qualifier(numeroIp, analyse);
        } else {
            orienter(analyse);
        }
    }

    private EcritureEvenements.Cadre cadreRecueil(Personnel.Agent par, List<Sujet> sujets) {
        return new EcritureEvenements.Cadre(h.unite(), par, sujets);
    }

    private void recevoir() {
        Histoire.Reception r = h.reception();
        famille.ecrire(h.famille(), h.unite(), r.le(), atelier.enfants());
        for (Famille.EnfantFictif e : h.famille().enfants()) {
            famille.regard(Sujet.enfant(e.id()), h.unite(), "SUIVI", r.le());
            evenements.evenement("enfant.cree", r.le(), null, cadreRecueil(r.par(), List.of(Sujet.enfant(e.id()))), "naissance",
                    e.aNaitre() ? "A_NAITRE" : "EXACTE");
        }
        information(h.id(), h.numero(), r.le(), h.analyse().le(), h.qualifiee() ? "QUALIFIEE" : h.analyse().orientation().startsWith("TRANSMISE")
                ? "TRANSMISE" : "NON_QUALIFIEE", h.analyse().orientation(), h.analyse().vers(), h.qualifiee() ? h.evaluation().ip() : null, enfants);
        famille.regard(information, h.unite(), "RECUEIL", r.le());
        recue(h.id(), r.le(), enfants);
        copie.ligne(INSTANCE, "demonstration-" + h.id(), h.qualifiee() ? "IP" : "INFORMATION", h.qualifiee() ? h.evaluation().ip() : h.id(), MODELE,
                atelier.versionModele(), false, r.le());
    }

    private void information(UUID id, int numero, Instant recueLe, Instant analyseeLe, String etat, String orientation, String vers, UUID ip,
            List<Sujet> nommes) {
        Histoire.Reception r = h.reception();
        LocalDate jour = recueLe.atZone(atelier.zone()).toLocalDate();
        copie.ligne(INFORMATION, id, "INF-%d-%04d".formatted(jour.getYear(), numero), recueLe, recueLe, r.astreinte() != null, r.astreinte(), r.mode(),
                r.nature(), r.origine(), r.nom(), r.qualite(), r.professionnel(), r.anonyme(), r.confidentiel(), r.retourDemande() ? jour : null,
                r.faits(), "INCONNU", h.unite(), etat, orientation, vers, true, ip, r.par().id(), r.urgence(), analyseeLe, h.analyse().par().id(), 0);
        for (int n = 0; n < nommes.size(); n++) {
            copie.ligne(INFORMATION_MINEUR, id, nommes.get(n).id(), n);
        }
    }

    private void recue(UUID id, Instant le, List<Sujet> nommes) {
        List<Sujet> sujets = new ArrayList<>(List.of(Sujet.information(id)));
        sujets.addAll(nommes);
        evenements.evenement("information.recue", le, "recue", cadreRecueil(h.reception().par(), sujets), avec(communes(h.reception().urgence()),
                "regularisation", h.reception().astreinte() == null ? "NON" : "OUI", "mineurs", nommes.size()));
    }

    private Object[] communes(boolean urgence) {
        Histoire.Reception r = h.reception();
        return new Object[] {"nature", r.nature(), "origine", r.origine(), "mode", r.mode(), "urgence", urgence ? "OUI" : "NON", "comptee", "OUI"};
    }

    private static Object[] avec(Object[] communes, Object... autres) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(communes), java.util.Arrays.stream(autres)).toArray();
    }

    private void orienter(EcritureEcheances.Posee analyse) {
        Histoire.Analyse a = h.analyse();
        List<Sujet> sujets = new ArrayList<>(List.of(information));
        sujets.addAll(enfants);
        boolean nonQualifiee = a.orientation().equals("NON_QUALIFIEE");
        EcritureEvenements.Cadre cadre = cadreRecueil(a.par(), sujets);
        evenements.evenement("information.orientee", a.le(), nonQualifiee ? "non-qualifiee" : "transmise", cadre,
                avec(communes(h.reception().urgence()), "orientation", a.orientation(), "vers", nonQualifiee ? a.vers() : null));
        echeances.satisfaire(analyse, a.le(), a.le(), cadre);
        if (nonQualifiee && h.reception().nature().equals("SOIT_TRANSMIS")) {
            evenements.evenement("information.motif-donne", a.le(), null, cadreRecueil(a.par(), List.of(information)), "motifs", "PARQUET_NON_QUALIFIEE");
        }
    }

    private void qualifier(int numeroIp, EcritureEcheances.Posee analyse) {
        Histoire.Evaluation e = h.evaluation();
        Histoire.Analyse a = h.analyse();
        LocalDate jour = h.reception().le().atZone(atelier.zone()).toLocalDate();
        Sujet ip = Sujet.ip(e.ip());
        boolean jeune = h.famille().enfants().stream().anyMatch(x -> moinsDeDeuxAns(x, jour));
        String voie = atelier.regles().voie(h.reception().urgence(), jeune);
        boolean confiee = h.fin() == null || !e.confiee().atZone(atelier.zone()).toLocalDate().isAfter(h.fin().le());
        List<EcritureSuites.Mineur> mineurs = new ArrayList<>();
        List<Sujet> sujets = new ArrayList<>(List.of(ip));
        for (int n = 0; n < enfants.size(); n++) {
            EcritureSuites.Mineur m = new EcritureSuites.Mineur(Sujet.mineur(hasard.id(a.le().toEpochMilli())), enfants.get(n),
                    e.conclusions().get(n));
            mineurs.add(m);
            copie.ligne(MINEUR, m.sujet().id(), e.ip(), m.enfant().id(), "INFORMATION", n, 0);
            sujets.add(m.sujet());
            sujets.add(m.enfant());
        }
        Instant close = h.fin() != null ? midi(h.fin().le()) : e.informees();
        copie.ligne(IP, e.ip(), "IP-%d-%04d".formatted(jour.getYear(), numeroIp), h.id(), h.reception().le(), a.le(), h.reception().urgence(), voie,
                confiee ? voie : null, false, confiee ? e.equipe() : null, h.fin() != null ? "CLOSE_SANS_DECISION" : "TRAITEE",
                h.fin() != null ? null : e.rapport(), h.fin() != null ? null : e.decidee(), close, h.fin() == null ? null : h.fin().motif(), 0);
        famille.regard(ip, h.unite(), "RECUEIL", a.le());

        List<Sujet> avecInformation = new ArrayList<>(sujets);
        avecInformation.add(information);
        evenements.evenement("ip.qualifiee", a.le(), "premiere-analyse", cadreRecueil(a.par(), avecInformation), avec(communes(h.reception().urgence()),
                "orientation", "IP", "voie", voie, "mineurs", enfants.size()));
        echeances.satisfaire(analyse, a.le(), a.le(), cadreRecueil(a.par(), List.of()));
        EcritureSuites suites = new EcritureSuites(new EcritureSuites.Outils(copie, hasard, evenements, echeances, atelier.zone(), atelier.sections()), h,
                mineurs, sujets);
        suites.poser(voie, atelier.regles(), jour, cadreRecueil(a.par(), sujets));
        Map<String, String> dimensions = Map.of("nature", h.reception().nature(), "origine", h.reception().origine(), "urgence",
                h.reception().urgence() ? "OUI" : "NON", "comptee", "OUI");
        LocalDate mandat = e.confiee().atZone(atelier.zone()).toLocalDate();
        evenements.periode("TRAITEMENT", ip, h.unite(), confiee ? e.equipe() : h.unite(), mandat, dimensions, jour, close.atZone(atelier.zone()).toLocalDate());
        if (confiee) {
            confier(e, ip, sujets, voie);
        }
        suites.derouler(confiee, voie, tous -> joindre(tous, suites));
    }

    private void confier(Histoire.Evaluation e, Sujet ip, List<Sujet> sujets, String voie) {
        copie.ligne(MANDAT, hasard.id(e.confiee().toEpochMilli()), e.ip(), "MANDAT", e.equipe(), voie, false, e.confiee(), e.confiee(), e.mandant().id());
        famille.regard(ip, e.equipe(), "PILOTE", e.confiee());
        famille.regard(information, e.equipe(), "PILOTE", e.confiee());
        if (!e.equipe().equals(h.unite())) {
            enfants.forEach(x -> famille.regard(x, e.equipe(), "SUIVI", e.confiee()));
        }
        evenements.evenement("ip.confiee", e.confiee(), "confier", new EcritureEvenements.Cadre(e.equipe(), e.mandant(), sujets), "voie", voie,
                "voieProposee", voie, "urgence", h.reception().urgence() ? "OUI" : "NON", "leveeDeDoutes", "NON", "conjointe", "NON");
    }

    /** What came in about the same children while they were evaluated. */
    private void joindre(List<Sujet> sujets, EcritureSuites suites) {
        Histoire.Complement c = h.complement();
        if (c == null) {
            return;
        }
        List<Sujet> nomme = enfants.subList(0, 1);
        information(c.id(), c.numero(), c.le(), c.analyseeLe(), "JOINTE", "COMPLEMENT", null, h.evaluation().ip(), nomme);
        recue(c.id(), c.le(), nomme);
        Sujet sujet = Sujet.information(c.id());
        EcritureEcheances.Posee analyse = echeances.poser("PREMIERE_ANALYSE", sujet, null, c.le(), c.le(), cadreRecueil(h.reception().par(), List.of()));
        famille.regard(sujet, h.unite(), "RECUEIL", c.le());
        famille.regard(sujet, h.evaluation().equipe(), "PILOTE", c.analyseeLe());
        List<Sujet> tous = new ArrayList<>(sujets);
        tous.add(sujet);
        EcritureEvenements.Cadre cadre = new EcritureEvenements.Cadre(h.evaluation().equipe(), h.analyse().par(), tous);
        evenements.evenement("information.jointe", c.analyseeLe(), "jointe", cadre, avec(communes(h.reception().urgence()), "orientation", "COMPLEMENT",
                "nouveauxMineurs", 0));
        echeances.satisfaire(analyse, c.analyseeLe(), c.analyseeLe(), cadreRecueil(h.analyse().par(), List.of()));
        suites.poserRetour(c.id(), c.le(), c.analyseeLe(), cadre);
        copie.ligne(INSTANCE, "demonstration-" + c.id(), "INFORMATION", c.id(), MODELE, atelier.versionModele(), false, c.le());
    }

    static boolean moinsDeDeuxAns(Famille.EnfantFictif e, LocalDate jour) {
        return e.aNaitre() || e.neLe().plusYears(2).isAfter(jour);
    }

    private Instant midi(LocalDate jour) {
        return jour.atTime(12, 0).atZone(atelier.zone()).toInstant();
    }
}
