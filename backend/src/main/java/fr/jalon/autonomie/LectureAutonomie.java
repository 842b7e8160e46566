package fr.jalon.autonomie;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Journal;
import fr.jalon.acces.NatureDonnee;
import fr.jalon.acces.RegardDonnees;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.autonomie.PageAutonomie.ActeAutonomieVu;
import fr.jalon.autonomie.PageAutonomie.CoordonneesVues;
import fr.jalon.autonomie.PageAutonomie.JeuneVu;
import fr.jalon.autonomie.PageAutonomie.MotAutonomie;
import fr.jalon.autonomie.PageAutonomie.PersonneReferenceVue;
import fr.jalon.autonomie.PageAutonomie.RepereVu;
import fr.jalon.autonomie.PageAutonomie.SortieVue;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.ReglagesAutonomie;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.NomEnfant;
import fr.jalon.echeance.ConsultationEcheances;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The page of a path, in a fixed number of queries. */
@Service
public class LectureAutonomie {

    private final Autonomies autonomies;
    private final ActesAutonomie suivi;
    private final ActesAutonomieEnBase actes;
    private final CalendrierAutonomie calendrier;
    private final ActesPossibles possibles;
    private final LibellesAutonomie mots;
    private final Dossiers dossiers;
    private final ConsultationEcheances echeances;
    private final Utilisateurs utilisateurs;
    private final Acces acces;
    private final Journal journal;
    private final Horloge horloge;
    private final RegardDonnees regard;

    LectureAutonomie(Autonomies autonomies, ActesAutonomie suivi, ActesAutonomieEnBase actes, CalendrierAutonomie calendrier, ActesPossibles possibles,
            LibellesAutonomie mots, Dossiers dossiers, ConsultationEcheances echeances, Utilisateurs utilisateurs, Acces acces, Journal journal,
            Horloge horloge, RegardDonnees regard) {
        this.regard = regard;
        this.autonomies = autonomies;
        this.suivi = suivi;
        this.actes = actes;
        this.calendrier = calendrier;
        this.possibles = possibles;
        this.mots = mots;
        this.dossiers = dossiers;
        this.echeances = echeances;
        this.utilisateurs = utilisateurs;
        this.acces = acces;
        this.journal = journal;
        this.horloge = horloge;
    }

    /** Opening is a line of the journal. */
    @Transactional
    public PageAutonomie ouvrir(UUID id) {
        PageAutonomie page = lire(id);
        journal.ouverture(Sujet.autonomie(id));
        return page;
    }

    /** The path of a child, or nothing when there is none in sight. */
    @Transactional(readOnly = true)
    public Optional<UUID> deLEnfant(UUID enfantId) {
        dossiers.exigerLecture(enfantId);
        return autonomies.findFirstByEnfantIdInOrderBySaisieLe(dossiers.identites(dossiers.canonique(enfantId))).map(Autonomie::id)
                .filter(id -> acces.voit(Sujet.autonomie(id)));
    }

    /** The page again after an act, which is journaled by itself. */
    @Transactional
    public PageAutonomie lire(UUID id) {
        acces.exigerVue(Sujet.autonomie(id));
        Autonomie a = autonomies.findById(id).orElseThrow(Introuvable::new);
        Situation s = suivi.situation(a);
        List<Acte> siens = actes.de(id);
        Predicate<String> tue = tues(Sujet.autonomie(id));
        Map<UUID, Map<String, List<String>>> ecrits = actes.mots(List.of(id));
        ecrits.replaceAll((acte, mots) -> sans(mots, tue));
        ReglagesAutonomie reglages = mots.profil().autonomie();
        List<String> aFaire = possibles.de(a, s);
        LocalDate aujourdhui = horloge.aujourdhui();
        return new PageAutonomie(id, a.version(), jeune(a), a.etat, a.etat.libelle(), a.etape(), mots.unite(a.uniteId), a.mna, a.mdph,
                a.naissance.plusYears(OuvertureAutonomie.AGE_OUVERTURE), a.dixSeptLe, a.dixHuitLe, a.vingtEtUnLe, a.ouverteLe, a.entreeLe, a.tardive,
                a.enCharge, a.jeuneMajeur, a.rendezVousLe, a.entretienDuLe, a.entretienLe, mots.issue(a.entretienIssue), a.notifieLe, a.projetLe,
                reference(s, ecrits), a.demandeLe, a.decisionLe, a.decision, a.mesureId, a.terme, a.sortieLe, a.sortieMajeur, sortie(s), a.sixMoisLe,
                a.sixMoisFaitLe, a.suiviLe, restants(s, reglages.suiviSortie()), a.closeLe, mots.liste("motifs-fin-autonomie", a.motifFin),
                coordonnees(s, ecrits), AlertesAutonomie.de(s, reglages.alerteSortie(), aujourdhui), reperes(id), vus(siens, ecrits, tue),
                echeances.de(Sujet.autonomie(id)), aFaire,
                aFaire.contains("ANNULER_ACTE") ? CorrectionAutonomie.dernier(siens).map(Acte::id).orElse(null) : null);
    }

    private JeuneVu jeune(Autonomie a) {
        NomEnfant n = dossiers.nomsDe(List.of(a.enfantId())).get(a.enfantId());
        return n == null ? new JeuneVu(a.enfantId(), "Jeune non nommé", "âge inconnu", a.naissance, a.naissanceExacte, false)
                : new JeuneVu(n.canonique(), n.affiche(), n.age(), a.naissance, a.naissanceExacte, acces.voit(Sujet.enfant(n.canonique())));
    }

    private static Integer restants(Situation s, ReglagesAutonomie.SuiviSortie reglage) {
        if (reglage == null) {
            return null;
        }
        long deja = s.sortieLe == null ? 0 : s.actes().stream().filter(x -> x.genre() == GenreActe.SUIVI && !x.le().isBefore(s.sortieLe)).count();
        return (int) Math.max(0, 1 + reglage.renouvellements() - deja);
    }

    private static Optional<Acte> dernier(Situation s, GenreActe genre) {
        return s.actes().stream().filter(x -> x.genre() == genre).max(Acte.SAISIE);
    }

    private static String mot(Map<UUID, Map<String, List<String>>> ecrits, Acte a, String code) {
        return ecrits.getOrDefault(a.id(), Map.of()).getOrDefault(code, List.of()).stream().findFirst().orElse(null);
    }

    private PersonneReferenceVue reference(Situation s, Map<UUID, Map<String, List<String>>> ecrits) {
        return dernier(s, GenreActe.PERSONNE_REFERENCE).map(x -> new PersonneReferenceVue(x.le(), x.oui("choisie"), mot(ecrits, x, "nom"),
                mots.liste("qualites-personne-reference", x.d("qualite")), mot(ecrits, x, "lien"), mot(ecrits, x, "telephone"))).orElse(null);
    }

    private static CoordonneesVues coordonnees(Situation s, Map<UUID, Map<String, List<String>>> ecrits) {
        return dernier(s, GenreActe.COORDONNEES).map(x -> new CoordonneesVues(x.le(), x.oui("consentement"), mot(ecrits, x, "telephone"),
                mot(ecrits, x, "courriel"), mot(ecrits, x, "adresse"))).orElse(null);
    }

    private SortieVue sortie(Situation s) {
        Acte f = s.fiche;
        return f == null ? null : new SortieVue(f.le(), mots.liste("motifs-sortie", f.d("motif")), mots.liste("logements-sortie", f.d("logement")),
                f.dit("logementStable"), f.dit("ressources"), mots.liste("ressources-sortie", f.d("ressource")), f.dit("activite"),
                mots.liste("activites-sortie", f.d("activiteCode")), f.dit("souhaitee"), f.dit("droitCommun"), f.oui("diplome"), f.oui("emancipe"));
    }

    private List<RepereVu> reperes(UUID id) {
        Map<String, ReglagesAutonomie.Repere> connus = mots.profil().autonomie().reperes().stream().collect(Collectors.toMap(ReglagesAutonomie.Repere::code, r -> r));
        return calendrier.de(id).stream().filter(CalendrierAutonomie.Ligne::vivante).map(l -> {
            ReglagesAutonomie.Repere r = connus.get(l.code());
            return new RepereVu(l.id(), l.code(), r == null ? l.code() : r.libelle(), r == null ? null : r.aide(), l.le(), l.etat(), l.faitLe(),
                    r != null && r.aValider());
        }).toList();
    }

    /** Headings of a kind this person does not read on this path: their words and ticked answers are left out. */
    private Predicate<String> tues(Sujet sujet) {
        Map<NatureDonnee, Boolean> lues = new EnumMap<>(NatureDonnee.class);
        return code -> !lues.computeIfAbsent(regard.deLaRubrique(code), n -> regard.lit(n, sujet));
    }

    private static Map<String, List<String>> sans(Map<String, List<String>> mots, Predicate<String> tue) {
        return mots.entrySet().stream().filter(e -> !tue.test(e.getKey().substring(e.getKey().indexOf('.') + 1)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    private static Acte sans(Acte a, Predicate<String> tue) {
        String situations = a.d("situations");
        if (situations == null) {
            return a;
        }
        Map<String, String> details = new TreeMap<>(a.details());
        String lues = Arrays.stream(situations.split(",")).filter(c -> !tue.test(c.split("\\.")[0])).collect(Collectors.joining(","));
        details.remove("situations");
        if (!lues.isEmpty()) {
            details.put("situations", lues);
        }
        return new Acte(a.id(), a.genre(), a.le(), details, a.avertissements(), a.texte(), a.evenementId(), a.saisiLe(), a.saisiPar(), a.annuleLe(),
                a.annuleMotif());
    }

    private List<ActeAutonomieVu> vus(List<Acte> tous, Map<UUID, Map<String, List<String>>> ecrits, Predicate<String> tue) {
        List<Acte> siens = tous.stream().map(a -> sans(a, tue)).toList();
        Map<UUID, String> auteurs = utilisateurs.noms(siens.stream().map(Acte::saisiPar).filter(Objects::nonNull).collect(Collectors.toSet()));
        List<ActeAutonomieVu> vus = new ArrayList<>(siens.stream().map(x -> new ActeAutonomieVu(x.id(), x.genre(), x.genre().libelle(), x.le(),
                mots.details(x), mots.mots(ecrits.getOrDefault(x.id(), Map.of())),
                x.avertissements().entrySet().stream().map(e -> new MotAutonomie(mots.avertissement(e.getKey()), e.getValue())).toList(), x.texte(),
                x.saisiPar() == null ? null : auteurs.get(x.saisiPar()), x.saisiLe(), x.annuleLe(), x.annuleMotif())).toList());
        Collections.reverse(vus);
        return vus;
    }
}
