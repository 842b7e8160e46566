package fr.jalon.droits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Mur;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.donnees.DossierTenu;
import fr.jalon.commun.temps.Horloge;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Children whose files go together: brothers and sisters of one information or one IP share its pages, so that none goes before the others.
 * Says of each such set whether its time is over, and if not why.
 */
@Component
class Ensembles {

    /** One file and what the table says of it; {@code regle} is null when the table knows nothing of it. */
    record DossierJuge(DossierTenu dossier, RegleConservation regle, LocalDate echueLe) {
    }

    /**
     * @param enfants under every id merges gave them
     * @param obstacles why it cannot be proposed, in words; empty when it can
     */
    record Ensemble(Set<UUID> enfants, Set<UUID> tetes, List<DossierJuge> dossiers, LocalDate echueLe, List<String> obstacles) {

        boolean eliminable() {
            return obstacles.isEmpty();
        }

        RegleConservation.SortFinal sortFinal() {
            return dossiers.stream().map(d -> d.regle().sortFinal()).max(java.util.Comparator.naturalOrder()).orElse(RegleConservation.SortFinal.ELIMINATION);
        }
    }

    private record Fiche(UUID id, UUID fusionneVers, LocalDate naissance, LocalDate creeLe, boolean efface) {
    }

    private final CatalogueDonnees catalogue;
    private final ClesDesDossiers cles;
    private final TableConservation table;
    private final Horloge horloge;
    private final JdbcClient jdbc;
    private final Mur mur;

    Ensembles(CatalogueDonnees catalogue, ClesDesDossiers cles, TableConservation table, Horloge horloge, JdbcClient jdbc, Mur mur) {
        this.catalogue = catalogue;
        this.cles = cles;
        this.table = table;
        this.horloge = horloge;
        this.jdbc = jdbc;
        this.mur = mur;
    }

    /** The sets these children stand in, each told once. */
    List<Ensemble> autourDe(Collection<UUID> enfants) {
        // What holds a file back is looked for in every unit; whoever reads what is found is asked by the caller.
        return mur.parLaMaison(() -> chercher(enfants));
    }

    private List<Ensemble> chercher(Collection<UUID> enfants) {
        Map<UUID, UUID> racine = reunir(new LinkedHashSet<>(enfants));
        Map<UUID, Set<UUID>> groupes = new LinkedHashMap<>();
        racine.keySet().forEach(e -> groupes.computeIfAbsent(trouver(racine, e), k -> new LinkedHashSet<>()).add(e));
        Map<UUID, Fiche> fiches = fiches(racine.keySet());
        List<DossierTenu> dossiers = catalogue.dossiers(cles.dUnEnsemble(racine.keySet()));
        Map<String, RegleConservation> regles = table.enVigueur();
        Set<UUID> empeches = new HashSet<>(jdbc.sql("""
                select d.enfant_id from droits_demande d where d.enfant_id = any(:e) and d.etat in ('A_INSTRUIRE', 'ARRETEE')
                union select x.enfant_id from elimination_enfant x join elimination l on l.id = x.elimination_id
                where x.enfant_id = any(:e) and l.etat in ('PROPOSEE', 'VISEE')""").param("e", racine.keySet().toArray(UUID[]::new)).query(UUID.class).list());
        return groupes.values().stream().map(g -> juger(g, fiches, dossiers, regles, empeches)).toList();
    }

    private Ensemble juger(Set<UUID> enfants, Map<UUID, Fiche> fiches, List<DossierTenu> tous, Map<String, RegleConservation> regles, Set<UUID> empeches) {
        List<DossierTenu> siens = new ArrayList<>(tous.stream().filter(d -> d.enfants().stream().anyMatch(enfants::contains)).toList());
        Set<UUID> tetes = new LinkedHashSet<>(enfants.stream().filter(e -> fiches.containsKey(e) && fiches.get(e).fusionneVers() == null).toList());
        tetes.stream().filter(t -> siens.stream().noneMatch(d -> d.enfants().stream().anyMatch(e -> tete(e, fiches).equals(t))))
                .forEach(t -> siens.add(new DossierTenu(Sujet.enfant(t), Set.of(t), "Identité seule", "ENFANT", "SANS_DOSSIER", false, fiches.get(t).creeLe())));
        Set<String> obstacles = new LinkedHashSet<>();
        LocalDate aujourdhui = horloge.aujourdhui();
        LocalDate echue = null;
        List<DossierJuge> juges = new ArrayList<>();
        for (DossierTenu d : siens) {
            RegleConservation regle = d.ouvert() ? null : regles.get(d.genre() + "/" + d.issue());
            LocalDate fin = regle == null ? null : d.enfants().stream().map(e -> regle.echue(d.finLe(), naissance(e, fiches))).max(LocalDate::compareTo).orElseThrow();
            juges.add(new DossierJuge(d, regle, fin));
            if (d.ouvert()) {
                obstacles.add(d.reference() + " est encore en cours");
            } else if (regle == null) {
                obstacles.add("aucune durée n’est fixée pour " + d.reference());
            } else {
                echue = echue == null || fin.isAfter(echue) ? fin : echue;
                if (!fin.isBefore(aujourdhui)) {
                    obstacles.add(d.reference() + " se conserve jusqu’au " + fr.jalon.commun.temps.EnFrancais.jour(fin));
                }
                if (regle.aValider()) {
                    obstacles.add("la durée « " + regle.libelle() + " » n’est pas validée");
                }
            }
        }
        if (jdbc.sql("select exists (select 1 from processus_instance where actif and sujet_id = any(:s))")
                .param("s", siens.stream().map(d -> d.sujet().id()).toArray(UUID[]::new)).query(Boolean.class).single()) {
            obstacles.add("un parcours est encore en cours");
        }
        if (enfants.stream().anyMatch(empeches::contains)) {
            obstacles.add("une demande de la personne ou une élimination est en cours");
        }
        if (enfants.stream().anyMatch(e -> fiches.containsKey(e) && fiches.get(e).efface())) {
            obstacles.add("un dossier de l’ensemble a déjà été éliminé");
        }
        return new Ensemble(enfants, tetes, juges, echue, List.copyOf(obstacles));
    }

    private static UUID tete(UUID enfant, Map<UUID, Fiche> fiches) {
        UUID id = enfant;
        for (int pas = 0; pas < fiches.size() && fiches.containsKey(id) && fiches.get(id).fusionneVers() != null; pas++) {
            id = fiches.get(id).fusionneVers();
        }
        return id;
    }

    private static LocalDate naissance(UUID enfant, Map<UUID, Fiche> fiches) {
        Fiche fiche = fiches.get(tete(enfant, fiches));
        return fiche == null ? null : fiche.naissance();
    }

    private Map<UUID, Fiche> fiches(Set<UUID> enfants) {
        Map<UUID, Fiche> fiches = new HashMap<>();
        jdbc.sql("select id, fusionne_vers, coalesce(naissance_le, terme_prevu) as ne, cree_le, efface_le is not null as efface from enfant where id = any(:e)")
                .param("e", enfants.toArray(UUID[]::new)).query(l -> {
                    UUID id = l.getObject("id", UUID.class);
                    fiches.put(id, new Fiche(id, l.getObject("fusionne_vers", UUID.class), l.getObject("ne", LocalDate.class), horloge.jour(l.getTimestamp("cree_le").toInstant()),
                            l.getBoolean("efface")));
                });
        return fiches;
    }

    /** What ties two children's files: merges, one IP, one information, an IP told double of another. Followed until nothing new comes. */
    private static final String LIENS = """
            select e.id as un, e.fusionne_vers as autre from enfant e where e.fusionne_vers is not null and (e.id = any(:e) or e.fusionne_vers = any(:e))
            union select m.enfant_id, a.enfant_id from mineur_concerne m join mineur_concerne a on a.ip_id = m.ip_id and a.enfant_id <> m.enfant_id where m.enfant_id = any(:e)
            union select m.enfant_id, a.enfant_id from information_mineur m join information_mineur a on a.information_id = m.information_id and a.enfant_id <> m.enfant_id
                where m.enfant_id = any(:e)
            union select m.enfant_id, a.enfant_id from mineur_concerne m join information_entrante i on i.ip_id = m.ip_id
                join information_mineur a on a.information_id = i.id and a.enfant_id <> m.enfant_id where m.enfant_id = any(:e)
            union select a.enfant_id, m.enfant_id from information_mineur a join information_entrante i on i.id = a.information_id
                join mineur_concerne m on m.ip_id = i.ip_id and a.enfant_id <> m.enfant_id where a.enfant_id = any(:e)
            union select m.enfant_id, a.enfant_id from mineur_concerne m join fin_sans_decision f on f.ip_id = m.ip_id or f.doublon_de = m.ip_id
                join mineur_concerne a on (a.ip_id = f.ip_id or a.ip_id = f.doublon_de) and a.enfant_id <> m.enfant_id where m.enfant_id = any(:e) and f.doublon_de is not null""";

    private Map<UUID, UUID> reunir(Set<UUID> depart) {
        Map<UUID, UUID> racine = new LinkedHashMap<>();
        depart.forEach(e -> racine.put(e, e));
        Set<UUID> front = depart;
        while (!front.isEmpty()) {
            Set<UUID> suivants = new LinkedHashSet<>();
            jdbc.sql(LIENS).param("e", front.toArray(UUID[]::new)).query(l -> {
                for (String cote : List.of("un", "autre")) {
                    UUID id = l.getObject(cote, UUID.class);
                    if (racine.putIfAbsent(id, id) == null) {
                        suivants.add(id);
                    }
                }
                UUID a = trouver(racine, l.getObject("un", UUID.class));
                UUID b = trouver(racine, l.getObject("autre", UUID.class));
                if (!a.equals(b)) {
                    racine.put(b, a);
                }
            });
            front = suivants;
        }
        return racine;
    }

    private static UUID trouver(Map<UUID, UUID> racine, UUID id) {
        UUID r = id;
        while (!racine.get(r).equals(r)) {
            r = racine.get(r);
        }
        return r;
    }
}
