package fr.jalon.contrat;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who reads the table and who types in a fiche. Whoever counts, or supervises the whole département, reads all; whoever is in charge of a
 * fiche reads and types that fiche. A fiche without anybody in charge is typed by whoever counts; once somebody is, by them alone.
 */
@Service
public class DroitsContrat {

    public record Responsable(UUID id, String nom) {
    }

    private final JdbcClient jdbc;
    private final Acces acces;
    private final Journal journal;
    private final Utilisateurs utilisateurs;
    private final Horloge horloge;

    DroitsContrat(JdbcClient jdbc, Acces acces, Journal journal, Utilisateurs utilisateurs, Horloge horloge) {
        this.jdbc = jdbc;
        this.acces = acces;
        this.journal = journal;
        this.utilisateurs = utilisateurs;
        this.horloge = horloge;
    }

    /** Fiches the person may read: null means all. */
    Set<String> lisibles() {
        Identite qui = IdentiteCourante.exiger();
        if (qui.a(Mission.COMPTAGE) || qui.a(Mission.SUPERVISION) && qui.territoire(Mission.SUPERVISION).departement()) {
            return null;
        }
        Set<String> miennes = miennes(qui);
        if (miennes.isEmpty()) {
            acces.exiger(Mission.COMPTAGE);
        }
        return miennes;
    }

    private Set<String> miennes(Identite qui) {
        return qui.utilisateurId() == null ? Set.of() : Set.copyOf(jdbc.sql("select fiche from fiche_responsable where utilisateur_id = ?").param(qui.utilisateurId()).query(String.class).list());
    }

    /** Fiches of the person's to type in, among these. */
    Set<String> saisissables(Set<String> fiches) {
        Identite qui = IdentiteCourante.exiger();
        Map<String, List<Responsable>> enCharge = responsables();
        return fiches.stream().filter(f -> peut(qui, enCharge.getOrDefault(f, List.of()))).collect(Collectors.toSet());
    }

    private static boolean peut(Identite qui, List<Responsable> enCharge) {
        return enCharge.isEmpty() ? qui.a(Mission.COMPTAGE) : enCharge.stream().anyMatch(r -> r.id().equals(qui.utilisateurId()));
    }

    /** @throws Interdit for whoever has not the fiche, told who has */
    void exigerFiche(String fiche) {
        List<Responsable> enCharge = responsables().getOrDefault(fiche, List.of());
        if (!peut(IdentiteCourante.exiger(), enCharge)) {
            journal.refus(null, "contrat.fiche");
            throw new Interdit(enCharge.isEmpty() ? "La fiche " + fiche + " n’a pas de responsable\u00a0: elle est saisie par qui suit le contrat."
                    : "La fiche " + fiche + " est saisie par " + enCharge.stream().map(Responsable::nom).collect(Collectors.joining(", ")) + ".");
        }
    }

    void exigerComptage() {
        acces.exiger(Mission.COMPTAGE);
    }

    /** People in charge, by fiche. */
    Map<String, List<Responsable>> responsables() {
        List<Map<String, Object>> lues = jdbc.sql("select fiche, utilisateur_id from fiche_responsable order by fiche, depuis").query().listOfRows();
        Map<UUID, String> noms = utilisateurs.noms(lues.stream().map(l -> (UUID) l.get("utilisateur_id")).collect(Collectors.toSet()));
        return lues.stream().collect(Collectors.groupingBy(l -> (String) l.get("fiche"), TreeMap::new, Collectors.mapping(
                l -> new Responsable((UUID) l.get("utilisateur_id"), noms.getOrDefault(l.get("utilisateur_id"), "une personne partie")), Collectors.toList())));
    }

    /** Those who may be put in charge: whoever counts or supervises. */
    @Transactional(readOnly = true)
    public List<Responsable> possibles() {
        exigerComptage();
        return java.util.stream.Stream.concat(utilisateurs.tenant(Mission.COMPTAGE).stream(), utilisateurs.tenant(Mission.SUPERVISION).stream())
                .map(p -> new Responsable(p.id(), p.nomAffiche())).distinct().sorted(java.util.Comparator.comparing(Responsable::nom)).toList();
    }

    /** Puts these people in charge of a fiche, and nobody else; none gives it back to whoever counts. */
    @Transactional
    public void confier(String fiche, Set<UUID> personnes, Set<String> fiches) {
        exigerComptage();
        if (!fiches.contains(fiche)) {
            throw Refus.champ("fiche", "Cette fiche n’est pas dans le document.");
        }
        Set<UUID> possibles = possibles().stream().map(Responsable::id).collect(Collectors.toSet());
        if (!possibles.containsAll(personnes)) {
            throw Refus.champ("personnes", "Une de ces personnes ne compte ni ne supervise\u00a0: elle n’ouvre pas cette page.");
        }
        jdbc.sql("delete from fiche_responsable where fiche = ?").param(fiche).update();
        UUID par = IdentiteCourante.exiger().utilisateurId();
        personnes.forEach(p -> jdbc.sql("insert into fiche_responsable(fiche, utilisateur_id, par, depuis) values (?, ?, ?, ?)")
                .params(java.util.Arrays.asList(fiche, p, par, Timestamp.from(horloge.maintenant()))).update());
        journal.modification(null, "contrat.responsables");
    }
}
