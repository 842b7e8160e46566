package fr.jalon.echeance;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Acces;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The rules in the hands of the functional administrator: read, previewed, edited as a new dated row, followed by open due dates. */
@Service
public class GestionRegles {

    public static final Set<String> DESTINATAIRES = Set.of("TITULAIRE", "EQUIPE", "SUPERVISION");
    private static final LocalDate JOUR_TEMOIN = LocalDate.of(2027, 1, 1);

    /** A rule with its versions, the one in force today first told. {@code ouvertes}: due dates it governs now. */
    public record RegleVue(Regle enVigueur, List<Regle> versions, long ouvertes, String periodeEnMots, String changement) {
    }

    /** The edition of a rule, applicable to periods that start on {@code du} or later. {@code versionId}: the row the form was opened on. */
    public record Edition(UUID versionId, String periode, List<String> rappels, List<String> destinataires, boolean aValider, LocalDate du,
            String motif, Map<String, String> motifs) {
    }

    /** What an edition would change among open due dates. */
    public record Apercu(long concernees, long deplacees, long deviennentEnRetard, long neSontPlusEnRetard, long rapprochees) {
    }

    private final Regles regles;
    private final RegleEnBase base;
    private final SuiteDesRegles suite;
    private final Acces acces;
    private final Journal journal;
    private final Evenements evenements;
    private final Horloge horloge;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    GestionRegles(Regles regles, RegleEnBase base, SuiteDesRegles suite, Acces acces, Journal journal, Evenements evenements,
            Horloge horloge, JdbcClient jdbc, TransactionTemplate transaction) {
        this.regles = regles;
        this.base = base;
        this.suite = suite;
        this.acces = acces;
        this.journal = journal;
        this.evenements = evenements;
        this.horloge = horloge;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Transactional(readOnly = true)
    public List<RegleVue> lister() {
        acces.exiger(Mission.ADMINISTRATION);
        Map<String, Long> ouvertes = new HashMap<>();
        jdbc.sql("select regle, count(*) from echeance where etat = 'OUVERTE' group by regle")
                .query(l -> {
                    ouvertes.put(l.getString(1), l.getLong(2));
                });
        List<Regle> toutes = base.toutes();
        return toutes.stream().map(Regle::code).distinct().map(code -> {
            List<Regle> versions = toutes.stream().filter(r -> r.code().equals(code)).toList();
            Regle courante = courante(versions);
            return new RegleVue(courante, versions, ouvertes.getOrDefault(code, 0L), Francais.periode(courante.periode()),
                    Explication.changement(courante));
        }).toList();
    }

    private Regle courante(List<Regle> versions) {
        LocalDate jour = horloge.aujourdhui();
        return versions.stream().filter(r -> r.enVigueur(jour)).findFirst().orElse(versions.get(versions.size() - 1));
    }

    /** Writes nothing. */
    @Transactional(readOnly = true)
    public Apercu apercu(String code, Edition edition) {
        acces.exiger(Mission.ADMINISTRATION);
        Regle nouvelle = composer(code, edition);
        LocalDate aujourdhui = horloge.aujourdhui();
        long[] comptes = new long[5];
        jdbc.sql("select origine_jour, origine_le, date_legale from echeance where etat = 'OUVERTE' and regle = ? and origine_jour >= ?")
                .params(code, edition.du())
                .query(l -> {
                    Origine origine = new Origine(l.getObject(1, LocalDate.class),
                            l.getTimestamp(2) == null ? null : l.getTimestamp(2).toInstant());
                    LocalDate avant = l.getObject(3, LocalDate.class);
                    LocalDate apres = nouvelle.delai().terme(origine, horloge.zone()).jour();
                    comptes[0]++;
                    comptes[1] += apres.equals(avant) ? 0 : 1;
                    comptes[2] += apres.isBefore(aujourdhui) && !avant.isBefore(aujourdhui) ? 1 : 0;
                    comptes[3] += avant.isBefore(aujourdhui) && !apres.isBefore(aujourdhui) ? 1 : 0;
                    comptes[4] += apres.isBefore(avant) ? 1 : 0;
                });
        return new Apercu(comptes[0], comptes[1], comptes[2], comptes[3], comptes[4]);
    }

    /**
     * Adds the dated row, then makes open due dates follow, batch after batch. What is not followed in time goes on in the background.
     *
     * @return how many due dates followed before the answer
     */
    public int appliquer(String code, Edition edition) {
        transaction.executeWithoutResult(statut -> ecrire(code, edition));
        regles.oublier();
        return suite.suivre(java.time.Duration.ofSeconds(20));
    }

    private void ecrire(String code, Edition edition) {
        acces.exiger(Mission.ADMINISTRATION);
        // Two administrators editing one rule follow each other.
        jdbc.sql("select pg_advisory_xact_lock(7061003)").query().listOfRows();
        List<Regle> versions = base.toutes().stream().filter(r -> r.code().equals(code)).toList();
        if (versions.isEmpty()) {
            throw new Introuvable();
        }
        if (versions.stream().noneMatch(r -> r.id().equals(edition.versionId())) || !versions.get(versions.size() - 1).id().equals(edition.versionId())) {
            throw new Conflit(null, null, "Cette règle a été modifiée depuis que vous l’avez ouverte.");
        }
        Regle nouvelle = composer(code, edition);
        if (edition.motif() == null || edition.motif().isBlank()) {
            throw Refus.champ("motif", "Écrivez ce qui justifie ce changement (texte, note de service…).");
        }
        new Avertissements.Controle(edition.motifs()).si(auDelaDeTroisMois(nouvelle), "AU_DELA_DE_TROIS_MOIS",
                "Le décret fixe trois mois au plus depuis la réception (D226-2-4 II).").exiger();
        base.ceder(code, edition.du(), horloge.maintenant());
        base.inserer(nouvelle, base.ordre(code), horloge.maintenant(), IdentiteCourante.exiger().utilisateurId());
        evenements.ajouter(NouvelEvenement.de("regle.modifiee").dimension("regle", code).dimension("version", nouvelle.id())
                .dimension("du", nouvelle.du()).dimension("periode", nouvelle.periode()).texte(edition.motif()));
        journal.modification(null, "regle.modifier");
    }

    private static boolean auDelaDeTroisMois(Regle regle) {
        return Set.of("EVALUATION", "TRAITEMENT").contains(regle.genre()) && regle.delai()
                .terme(Origine.de(JOUR_TEMOIN), java.time.ZoneOffset.UTC).jour().isAfter(JOUR_TEMOIN.plusMonths(3));
    }

    private Regle composer(String code, Edition e) {
        List<Refus.Erreur> erreurs = new ArrayList<>();
        Regle avant = regles.de(code).stream().reduce((a, b) -> b).orElseThrow(Introuvable::new);
        if (e.du() == null) {
            erreurs.add(new Refus.Erreur("du", "Indiquez à partir de quel point de départ la règle s’applique."));
        } else if (e.du().isAfter(horloge.aujourdhui().plusYears(2))) {
            erreurs.add(new Refus.Erreur("du", "Cette date est trop lointaine."));
        }
        Calcul calcul = ChargementRegles.calcul(avant.calcul(), e.periode() == null ? "" : e.periode());
        try {
            new Delai(calcul, e.periode() == null ? "" : e.periode());
        } catch (IllegalArgumentException x) {
            erreurs.add(new Refus.Erreur("periode", "Écrivez une durée en jours ou en mois, par exemple « 2 mois »."));
        }
        List<String> rappels = e.rappels() == null ? avant.rappels() : e.rappels().stream().distinct().toList();
        rappels.stream().filter(r -> !lisible(r)).findFirst()
                .ifPresent(r -> erreurs.add(new Refus.Erreur("rappels", "Un rappel n’est pas une durée lisible.")));
        Set<String> destinataires = e.destinataires() == null ? avant.destinataires() : new LinkedHashSet<>(e.destinataires());
        if (!DESTINATAIRES.containsAll(destinataires) || destinataires.isEmpty()) {
            erreurs.add(new Refus.Erreur("destinataires", "Choisissez qui est prévenu."));
        }
        if (!erreurs.isEmpty()) {
            throw new Refus(erreurs);
        }
        String commune = avant.periodeCommune() != null ? avant.periodeCommune() : avant.periode();
        return new Regle(Ids.nouveau(), code, avant.genre(), avant.libelle(), avant.article(), avant.nature(), avant.origine(), calcul,
                e.periode(), avant.etapes(), avant.etapeRappel(), rappels, destinataires.stream().sorted().collect(Collectors.toCollection(LinkedHashSet::new)),
                e.aValider(), "ADMINISTRATEUR", commune.equals(e.periode()) ? null : commune, e.motif(), e.du(), null);
    }

    private static boolean lisible(String periode) {
        try {
            if (periode.contains("T")) {
                Duration.parse(periode);
            } else {
                Period.parse(periode);
            }
            return true;
        } catch (DateTimeException x) {
            return false;
        }
    }
}
