package fr.jalon.echeance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Acces;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.evenement.Evenements;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Due dates as screens show them, and the explanation of each, for whoever sees the file. */
@Service
@Transactional(readOnly = true)
public class ConsultationEcheances {

    /**
     * A due date of a file.
     *
     * @param objet name of what it is about within the file, or null for the file itself
     * @param jours days left, negative when late; null once it no longer runs
     * @param joursUtilises days since the origin, to today or to the day it was met
     * @param delai days the period has in all
     * @param joursRetenus days of it during which the parquet held the file
     * @param prochaine the earliest open one of the file
     */
    public record EcheanceVue(UUID id, String genre, String regle, String libelle, String article, String nature, boolean aValider,
            UUID objetId, String objet, LocalDate origine, LocalDate dateLegale, Instant instantLegal, LocalDate dateOperationnelle,
            Echeance.Etat etat, Integer jours, int joursUtilises, int delai, long joursRetenus, boolean enConsigne, Instant satisfaiteLe,
            boolean enRetard, boolean prochaine) {
    }

    /** A time of hold; {@code au} is the first day free again. */
    public record RetenueVue(LocalDate du, LocalDate au, String motif) {
    }

    /** A former date, and the code of what moved it. */
    public record DeplacementVu(LocalDate le, LocalDate avant, LocalDate apres, String motif) {
    }

    /** A due date and everything that explains it. */
    public record ExplicationVue(EcheanceVue echeance, String situation, List<String> calcul, String changement, List<RetenueVue> retenues,
            String effetRetenues, List<DeplacementVu> deplacements, LocalDate versionDu, LocalDate versionAu, String versionMotif) {
    }

    private final EcheanceEnBase base;
    private final Regles regles;
    private final Retenues retenues;
    private final Calendrier calendrier;
    private final Evenements evenements;
    private final List<LibellesObjets> libelles;
    private final Acces acces;
    private final Horloge horloge;

    ConsultationEcheances(EcheanceEnBase base, Regles regles, Retenues retenues, Calendrier calendrier, Evenements evenements,
            List<LibellesObjets> libelles, Acces acces, Horloge horloge) {
        this.base = base;
        this.regles = regles;
        this.retenues = retenues;
        this.calendrier = calendrier;
        this.evenements = evenements;
        this.libelles = libelles;
        this.acces = acces;
        this.horloge = horloge;
    }

    /** Live due dates of a file, earliest first, then those it no longer asks for. */
    public List<EcheanceVue> de(Sujet sujet) {
        acces.exigerVue(sujet);
        List<Echeance> echeances = base.de(sujet);
        List<Retenues.Retenue> enRetenue = retenues.de(sujet);
        Map<UUID, String> noms = noms(echeances);
        UUID prochaine = echeances.stream().filter(Echeance::ouverte).findFirst().map(Echeance::id).orElse(null);
        return echeances.stream().sorted(java.util.Comparator.comparing((Echeance e) -> e.etat() == Echeance.Etat.ANNULEE))
                .map(e -> vue(e, enRetenue, noms, e.id().equals(prochaine))).toList();
    }

    public ExplicationVue expliquer(UUID id) {
        Echeance e = base.parId(id).orElseThrow(Introuvable::new);
        acces.exigerVue(e.sujet());
        Regle regle = regles.version(e.regleId());
        List<Retenues.Retenue> toutes = retenues.de(e.sujet());
        Explication explication = new Explication(calendrier.jours(), horloge.zone());
        EcheanceVue vue = vue(e, toutes, noms(List.of(e)), false);
        LocalDate fin = fin(e);
        List<Retenues.Retenue> utiles = toutes.stream().filter(r -> !r.du().isAfter(fin)
                && (r.au() == null || r.au().isAfter(e.origine().jour()))).toList();
        return new ExplicationVue(vue, explication.situation(e, horloge.aujourdhui()), explication.calcul(e, regle),
                Explication.changement(regle), utiles.stream().map(r -> new RetenueVue(r.du(), r.au(), r.motif())).toList(),
                effet(vue), deplacements(e), regle.du(), regle.au(), regle.motif());
    }

    private static String effet(EcheanceVue vue) {
        if (vue.joursRetenus() == 0) {
            return null;
        }
        return "Une consigne du parquet a retenu le dossier " + Francais.jours(vue.joursRetenus())
                + ". La date légale ne bouge pas\u00a0; " + (vue.enRetard() ? "le retard est compté à part s’il ne dépasse pas cette durée."
                        : "un retard qui ne dépasserait pas cette durée serait compté à part.");
    }

    private List<DeplacementVu> deplacements(Echeance e) {
        return evenements.chronologie(e.sujet()).stream()
                .filter(v -> v.type().equals("echeance.deplacee") && e.id().toString().equals(v.dimensions().get("echeance")))
                .map(v -> new DeplacementVu(horloge.jour(v.enregistreLe()), LocalDate.parse(v.dimensions().get("avant")),
                        LocalDate.parse(v.dimensions().get("dateLegale")), motif(v.dimensions().get("motif")))).toList();
    }

    private static String motif(String code) {
        return code == null ? "dossier modifié" : code.startsWith("REGLE") ? "règle modifiée"
                : code.startsWith("CORRECTION") ? "correction" : "dossier modifié";
    }

    private EcheanceVue vue(Echeance e, List<Retenues.Retenue> enRetenue, Map<UUID, String> noms, boolean prochaine) {
        Regle regle = regles.version(e.regleId());
        LocalDate aujourdhui = horloge.aujourdhui();
        LocalDate fin = fin(e);
        boolean consigne = e.ouverte() && enRetenue.stream().anyMatch(r -> r.couvre(aujourdhui)
                && r.etapes().stream().anyMatch(e.etapes()::contains));
        boolean enRetard = e.etat() != Echeance.Etat.ANNULEE && fin.isAfter(e.dateLegale());
        return new EcheanceVue(e.id(), e.genre(), e.regle(), regle.libelle(), regle.article(), regle.nature(), regle.aValider(),
                e.objetId(), e.objet() == null ? null : noms.get(e.objetId()), e.origine().jour(), e.dateLegale(), e.instantLegal(),
                e.dateOperationnelle(), e.etat(), e.ouverte() ? entre(aujourdhui, e.dateLegale()) : null,
                Math.max(0, entre(e.origine().jour(), fin)), entre(e.origine().jour(), e.dateLegale()),
                Retenues.jours(enRetenue, e.origine().jour(), fin), consigne, e.satisfaiteLe(), enRetard, prochaine);
    }

    /** The day up to which it is judged: when it was met, or today. */
    private LocalDate fin(Echeance e) {
        return e.satisfaiteLe() == null ? horloge.aujourdhui() : horloge.jour(e.satisfaiteLe());
    }

    private static int entre(LocalDate du, LocalDate au) {
        return (int) ChronoUnit.DAYS.between(du, au);
    }

    private Map<UUID, String> noms(List<Echeance> echeances) {
        Map<TypeSujet, Set<UUID>> parType = echeances.stream().map(Echeance::objet).filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Sujet::type, Collectors.mapping(Sujet::id, Collectors.toSet())));
        Map<UUID, String> noms = new HashMap<>();
        libelles.stream().filter(l -> parType.containsKey(l.type())).forEach(l -> noms.putAll(l.libelles(parType.get(l.type()))));
        return noms;
    }
}
