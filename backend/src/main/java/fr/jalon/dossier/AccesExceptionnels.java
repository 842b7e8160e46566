package fr.jalon.dossier;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A child's file opened for twenty-four hours to somebody outside its units: a written reason, seen at once by whoever supervises, listed by
 * month. It opens reading, never an act; a file for named people only is never opened, and nothing says that it exists. Real time throughout.
 */
@Service
public class AccesExceptionnels {

    /** @param enfantId the file now open */
    public record AccesOuvert(UUID enfantId, Instant jusqua) {
    }

    /** @param vu whoever supervises has read the line */
    public record LigneAcces(UUID id, UUID enfantId, String enfant, String qui, String fonction, String unites, String motif, Instant du, Instant au,
            boolean enCours, boolean vu) {
    }

    static final int MOTIF_MIN = 20;
    private static final Duration DUREE = Duration.ofHours(24);
    private static final Identite MAISON = Identite.systeme("acces");

    private final RechercheEnfants recherche;
    private final DroitsDossier droits;
    private final Noms noms;
    private final Acces acces;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final Horloge horloge;
    private final TransactionTemplate aPart;

    AccesExceptionnels(RechercheEnfants recherche, DroitsDossier droits, Noms noms, Acces acces, Journal journal, JdbcClient jdbc, Horloge horloge,
            PlatformTransactionManager transactions) {
        this.recherche = recherche;
        this.droits = droits;
        this.noms = noms;
        this.acces = acces;
        this.journal = journal;
        this.jdbc = jdbc;
        this.horloge = horloge;
        // Another transaction, hence another identity told to the database: the house looks, and says who it is only once it is opened.
        this.aPart = new TransactionTemplate(transactions);
        this.aPart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Opens the file of the child that the search said known elsewhere, by the same words.
     *
     * @throws Refus at {@code q} when no file, or more than one, answers exactly; at {@code motif} when it says too little
     */
    @Transactional
    public AccesOuvert ouvrir(String texte, String naissance, String motif) {
        droits.exigerRecherche();
        String dit = motif == null ? "" : motif.strip();
        if (dit.length() < MOTIF_MIN) {
            throw Refus.champ("motif", "Dites pourquoi ce dossier vous est nécessaire, en une phrase (" + MOTIF_MIN + " caractères au moins).");
        }
        DemandeEnfant demande = DemandeEnfant.lire(texte, naissance);
        List<UUID> exacts = demande.vide() ? List.of() : IdentiteCourante.en(MAISON, () -> aPart.execute(s -> recherche.chercher(demande, false,
                RechercheEnfants.LIMITE_AU_PLUS, false))).stream().filter(RechercheEnfants.Trouve::exacte).map(RechercheEnfants.Trouve::id)
                .filter(id -> id != null && !acces.voit(Sujet.enfant(id))).distinct().toList();
        journal.recherche(exacts.size());
        if (exacts.isEmpty()) {
            throw Refus.champ("q", "Aucun enfant connu d’une autre unité ne porte exactement ce nom. Vérifiez-le, ou précisez la date de naissance.");
        }
        if (exacts.size() > 1) {
            throw Refus.champ("q", "Plusieurs enfants connus portent ce nom. Précisez la date de naissance.");
        }
        UUID enfant = exacts.get(0);
        Identite qui = IdentiteCourante.exiger();
        Instant du = Instant.now();
        jdbc.sql("""
                insert into acces_exceptionnel(id, enfant_id, utilisateur_id, motif, unites, du, au) values (?, ?, ?, ?, ?, ?, ?)""")
                .params(Ids.nouveau(), enfant, qui.utilisateurId(), dit, String.join(",", qui.unites()), java.sql.Timestamp.from(du),
                        java.sql.Timestamp.from(du.plus(DUREE))).update();
        journal.modification(Sujet.enfant(enfant), "acces.exceptionnel");
        return new AccesOuvert(enfant, du.plus(DUREE));
    }

    /** Files open to me now by exception. */
    @Transactional(readOnly = true)
    public List<AccesOuvert> miens() {
        return jdbc.sql("""
                select enfant_id, max(au) as au from acces_exceptionnel where utilisateur_id = ? and au > clock_timestamp() group by enfant_id""")
                .param(IdentiteCourante.exiger().utilisateurId())
                .query((l, n) -> new AccesOuvert(l.getObject("enfant_id", UUID.class), l.getTimestamp("au").toInstant())).list();
    }

    /** Those of a month on the files one supervises, the latest first; a file for named people only tells no name. */
    @Transactional(readOnly = true)
    public List<LigneAcces> duMois(YearMonth mois) {
        acces.exiger(Mission.SUPERVISION);
        YearMonth voulu = mois == null ? YearMonth.from(LocalDate.now(horloge.zone())) : mois;
        Acces.Filtre filtre = acces.filtreDuTerritoire("'ENFANT'", "a.enfant_id");
        ZoneId zone = horloge.zone();
        List<LigneAcces> lignes = jdbc.sql("""
                select a.*, concat_ws(' ', u.prenom, u.nom) as qui, coalesce(u.fonction, '') as fonction, a.au > clock_timestamp() as en_cours
                from acces_exceptionnel a join utilisateur u on u.id = a.utilisateur_id
                where a.du >= :debut and a.du < :fin and """ + " " + filtre.sql() + " order by a.du desc limit 500").params(filtre.parametres())
                .param("debut", java.sql.Timestamp.from(voulu.atDay(1).atStartOfDay(zone).toInstant()))
                .param("fin", java.sql.Timestamp.from(voulu.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant()))
                .query((l, n) -> new LigneAcces(l.getObject("id", UUID.class), l.getObject("enfant_id", UUID.class), "", l.getString("qui"),
                        l.getString("fonction"), l.getString("unites"), l.getString("motif"), l.getTimestamp("du").toInstant(),
                        l.getTimestamp("au").toInstant(), l.getBoolean("en_cours"), l.getTimestamp("vu_le") != null)).list();
        Map<UUID, NomEnfant> nommes = noms.nomsDe(lignes.stream().map(LigneAcces::enfantId).collect(Collectors.toSet()));
        return lignes.stream().map(l -> new LigneAcces(l.id(), l.enfantId(), nommes.containsKey(l.enfantId()) ? nommes.get(l.enfantId()).affiche() : "",
                l.qui(), l.fonction(), l.unites(), l.motif(), l.du(), l.au(), l.enCours(), l.vu())).toList();
    }

    /** How many, on the files one supervises, nobody who supervises has read. */
    @Transactional(readOnly = true)
    public long aVoir() {
        acces.exiger(Mission.SUPERVISION);
        Acces.Filtre filtre = acces.filtreDuTerritoire("'ENFANT'", "a.enfant_id");
        return jdbc.sql("select count(*) from acces_exceptionnel a where a.vu_le is null and " + filtre.sql()).params(filtre.parametres())
                .query(Long.class).single();
    }

    @Transactional
    public void vus(Set<UUID> ids) {
        acces.exiger(Mission.SUPERVISION);
        if (ids.isEmpty()) {
            return;
        }
        Acces.Filtre filtre = acces.filtreDuTerritoire("'ENFANT'", "a.enfant_id");
        jdbc.sql("update acces_exceptionnel a set vu_le = clock_timestamp(), vu_par = :moi where a.id in (:ids) and a.vu_le is null and " + filtre.sql())
                .params(filtre.parametres()).param("ids", ids).param("moi", IdentiteCourante.exiger().utilisateurId()).update();
    }
}
