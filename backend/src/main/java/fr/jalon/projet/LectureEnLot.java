package fr.jalon.projet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Naissance;
import fr.jalon.dossier.NomEnfant;
import fr.jalon.evenement.Periodes;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads projets a few hundred at a time, with the acts, periods and measures they are compared with: a fixed number of queries a lot. */
@Component
class LectureEnLot {

    static final int TAILLE = 500;

    /** Children one of whose measures is exercised and who have no projet: those that ask for none are told apart in memory. */
    private static final String SANS_PROJET = """
            select distinct m.enfant_id from mesure m where m.etat in ('EXERCEE', 'SUSPENDUE') and not exists (
                select 1 from projet p where p.enfant_id = m.enfant_id and p.etat <> 'ANNULE') and m.enfant_id > :apres
            order by m.enfant_id limit :lot""";

    /** Work on one lot. */
    interface Lot {
        /** @return whether to go on */
        boolean lire(List<UUID> ids);
    }

    record Lu(Projet projet, List<ActeProjet> actes, CoursDesMesures cours, Naissance naissance, List<Periodes.Periode> periodes,
            List<ActionsEnBase.ActionEtablie> actions, List<RapportsDemandes.Rapport> rapports) {
    }

    private final Projets connus;
    private final ActesProjetEnBase actes;
    private final ActionsEnBase actions;
    private final RapportsDemandes rapports;
    private final MesuresConcernees mesures;
    private final Periodes periodes;
    private final Dossiers dossiers;
    private final JdbcClient jdbc;
    private final TransactionTemplate lecture;

    LectureEnLot(Projets connus, ActesProjetEnBase actes, ActionsEnBase actions, RapportsDemandes rapports, MesuresConcernees mesures, Periodes periodes, Dossiers dossiers, JdbcClient jdbc,
            TransactionTemplate lecture) {
        this.connus = connus;
        this.actes = actes;
        this.actions = actions;
        this.rapports = rapports;
        this.mesures = mesures;
        this.periodes = periodes;
        this.dossiers = dossiers;
        this.jdbc = jdbc;
        this.lecture = lecture;
    }

    /** @param condition on {@code p}, from {@code and}; empty for all */
    void parcourir(String condition, Lot travail) {
        UUID apres = new UUID(0, 0);
        while (true) {
            List<UUID> ids = jdbc.sql("select p.id from projet p where p.id > :apres " + condition + " order by p.id limit :lot")
                    .param("apres", apres).param("lot", TAILLE).query(UUID.class).list();
            if (ids.isEmpty() || !travail.lire(ids)) {
                return;
            }
            apres = ids.get(ids.size() - 1);
        }
    }

    /** Children one of whose measures is exercised and who have no projet, those whose measures ask for none among them. */
    void sansProjet(Lot travail) {
        UUID apres = new UUID(0, 0);
        while (true) {
            UUID derniere = apres;
            List<UUID> enfants = lecture.execute(s -> jdbc.sql(SANS_PROJET).param("apres", derniere).param("lot", TAILLE).query(UUID.class).list());
            if (enfants.isEmpty() || !travail.lire(enfants)) {
                return;
            }
            apres = enfants.get(enfants.size() - 1);
        }
    }

    /** A second projet left by files united follows nothing any more: the first one opened does, and this one is as it was. */
    private List<Projet> suivis(List<Projet> projets) {
        Map<UUID, UUID> canoniques = dossiers.canoniques(projets.stream().map(Projet::enfantId).toList());
        Set<UUID> reunis = new HashSet<>(jdbc.sql("select fusionne_vers from enfant where fusionne_vers = any(:ids)")
                .param("ids", canoniques.values().toArray(UUID[]::new)).query(UUID.class).list());
        return projets.stream().filter(p -> {
            UUID canonique = canoniques.getOrDefault(p.enfantId(), p.enfantId());
            return !reunis.contains(canonique) || p.id().equals(connus.findByEnfantIdInOrderBySaisiLe(dossiers.identites(canonique)).stream()
                    .filter(x -> x.etat() != EtatProjet.ANNULE).map(Projet::id).findFirst().orElse(p.id()));
        }).toList();
    }

    List<Lu> lire(List<Projet> lus) {
        List<Projet> projets = suivis(lus);
        List<UUID> ids = projets.stream().map(Projet::id).toList();
        Map<UUID, List<ActeProjet>> parProjet = actes.de(ids);
        Map<UUID, List<Periodes.Periode>> siennes = periodes.de(ids).stream().collect(Collectors.groupingBy(p -> p.sujet().id()));
        Set<UUID> enfants = projets.stream().map(Projet::enfantId).collect(Collectors.toSet());
        Map<UUID, NomEnfant> noms = dossiers.nomsDe(enfants);
        Map<UUID, CoursDesMesures> cours = cours(enfants, noms);
        Map<UUID, List<ActionsEnBase.ActionEtablie>> parActions = actions.etablies(ids);
        Map<UUID, List<RapportsDemandes.Rapport>> parRapports = rapports.de(ids);
        return projets.stream().map(p -> new Lu(p, parProjet.getOrDefault(p.id(), List.of()), cours.get(p.enfantId()),
                naissance(noms.get(p.enfantId())), siennes.getOrDefault(p.id(), List.of()), parActions.getOrDefault(p.id(), List.of()),
                parRapports.getOrDefault(p.id(), List.of()))).toList();
    }

    Map<UUID, CoursDesMesures> cours(Collection<UUID> enfants) {
        return cours(enfants, dossiers.nomsDe(enfants));
    }

    private Map<UUID, CoursDesMesures> cours(Collection<UUID> enfants, Map<UUID, NomEnfant> noms) {
        // Files united into one child are few: each is asked for alone.
        Set<UUID> reunis = new HashSet<>(jdbc.sql("select fusionne_vers from enfant where fusionne_vers = any(:ids)").param("ids", enfants.toArray(UUID[]::new))
                .query(UUID.class).list());
        Map<UUID, List<Periodes.Periode>> parEnfant = new HashMap<>();
        List<UUID> seuls = enfants.stream().filter(e -> !reunis.contains(e)).toList();
        periodes.dEnfants(seuls, List.of()).forEach(p -> parEnfant.computeIfAbsent(p.enfantId(), k -> new ArrayList<>()).add(p));
        Map<UUID, CoursDesMesures> cours = new LinkedHashMap<>();
        enfants.forEach(e -> cours.put(e, reunis.contains(e) ? mesures.de(dossiers.identites(dossiers.canonique(e)), naissance(noms.get(e)))
                : mesures.cours(parEnfant.getOrDefault(e, List.of()), naissance(noms.get(e)))));
        return cours;
    }

    static Naissance naissance(NomEnfant n) {
        return n == null ? Naissance.inconnue() : n.naissance();
    }
}
