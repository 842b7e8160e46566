package fr.jalon.dossier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

import fr.jalon.commun.base.Ecritures;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the words of each child's names findable. Derived from {@code enfant} and {@code nom_alternatif}; rebuildable. */
@Component
public class IndexNoms {

    private static final int LOT = 1000;

    /** A name as it is written in the index. */
    record Entree(UUID enfant, String mot, String place) {
    }

    private final JdbcClient jdbc;
    private final Ecritures ecritures;

    IndexNoms(JdbcClient jdbc, Ecritures ecritures) {
        this.jdbc = jdbc;
        this.ecritures = ecritures;
    }

    /** Writes the index of a child whose file opens: nothing is there before. */
    @Transactional(propagation = Propagation.MANDATORY)
    void commencer(Enfant enfant) {
        ecrire(enfant, List.of());
    }

    /** Writes the index of one child again, in the transaction that changes the child. */
    @Transactional(propagation = Propagation.MANDATORY)
    void indexer(Enfant enfant, List<String[]> autresNoms) {
        ecritures.ecrire("delete from enfant_mot where enfant_id = ?", enfant.id());
        ecrire(enfant, autresNoms);
    }

    private void ecrire(Enfant enfant, List<String[]> autresNoms) {
        Map<String, String> places = mots(enfant.nom(), enfant.nomUsage(), enfant.prenoms(), autresNoms);
        ecrireMots(places.keySet());
        ecritures.ecrire("insert into enfant_mot(mot, place, enfant_id) select m, p::\"char\", ? from unnest(?, ?) as t(m, p)",
                enfant.id(), places.keySet().toArray(String[]::new), places.values().toArray(String[]::new));
        Naissance naissance = enfant.naissance();
        ecritures.ecrire("""
                insert into enfant_recherche(enfant_id, naissance_du, naissance_au, cle_nom, cle_prenom) values (?, ?, ?, ?, ?)
                on conflict (enfant_id) do update set naissance_du = excluded.naissance_du, naissance_au = excluded.naissance_au,
                    cle_nom = excluded.cle_nom, cle_prenom = excluded.cle_prenom""",
                enfant.id(), naissance.auPlusTot(), naissance.auPlusTard(), cle(enfant.nom()), cle(premier(enfant.prenoms())));
    }

    /** Words new to the house join the vocabulary, in one order for everybody (the set is sorted) so that two intakes never wait for each other in a ring. */
    private void ecrireMots(java.util.Collection<String> mots) {
        TreeSet<String> tries = new TreeSet<>(mots);
        if (tries.isEmpty()) {
            return;
        }
        ecritures.ecrire("""
                insert into mot_connu(mot, cle, variantes)
                select m, c, string_to_array(v, ' ') from unnest(?, ?, ?) as t(m, c, v) on conflict do nothing""",
                tries.toArray(String[]::new), tries.stream().map(PhonetiqueFrancaise::cle).toArray(String[]::new),
                tries.stream().map(m -> String.join(" ", NomNormalise.variantes(m))).toArray(String[]::new));
    }

    /** Word → place, the strongest place first: N, P, S, then A. */
    static Map<String, String> mots(String nom, String nomUsage, String prenoms, List<String[]> autresNoms) {
        Map<String, String> places = new LinkedHashMap<>();
        NomNormalise.motsGardes(nom).forEach(m -> places.putIfAbsent(m, "N"));
        NomNormalise.motsGardes(nomUsage).forEach(m -> places.putIfAbsent(m, "N"));
        NomNormalise.motsGardes(premier(prenoms)).forEach(m -> places.putIfAbsent(m, "P"));
        // Given names side by side are not joined: the pairs would be ten times the words.
        for (String suivant : prenoms == null ? new String[0] : prenoms.strip().split("[\\s,]+")) {
            NomNormalise.motsGardes(suivant).forEach(m -> places.putIfAbsent(m, "S"));
        }
        for (String[] autre : autresNoms) {
            NomNormalise.motsGardes(autre[0]).forEach(m -> places.putIfAbsent(m, "A"));
            NomNormalise.motsGardes(autre[1]).forEach(m -> places.putIfAbsent(m, "A"));
        }
        return places;
    }

    /** First given name, compound included: « Jean-Pierre Louis » → « Jean-Pierre ». */
    static String premier(String prenoms) {
        return prenoms == null || prenoms.isBlank() ? "" : prenoms.strip().split("[\\s,]+")[0];
    }

    static String cle(String nom) {
        return PhonetiqueFrancaise.cle(NomNormalise.normaliser(nom).replace(" ", ""));
    }

    /** Rebuilds the three derived tables from the children. Long work, one batch at a time; the caller holds the transaction. */
    @Transactional
    public long reconstruire() {
        jdbc.sql("delete from enfant_mot").update();
        jdbc.sql("delete from enfant_recherche").update();
        jdbc.sql("delete from mot_connu").update();
        UUID apres = new UUID(0, 0);
        long faits = 0;
        while (true) {
            List<Ligne> lignes = lot(apres);
            if (lignes.isEmpty()) {
                return faits;
            }
            indexer(lignes);
            faits += lignes.size();
            apres = lignes.get(lignes.size() - 1).id();
        }
    }

    /** The next children that stand for themselves, with every other name they are found by. */
    List<Ligne> lot(UUID apres) {
        // Merged files are followed for the whole batch at once: one by one, the planner reads the table as often as there are children.
        return jdbc.sql("""
                with recursive tetes as materialized (
                    select * from enfant where id > ? and fusionne_vers is null and efface_le is null order by id limit ?),
                sous(tete, id) as (
                    select t.id, t.id from tetes t
                    union all
                    select s.tete, f.id from sous s join enfant f on f.fusionne_vers = s.id),
                noms as (
                    select s.tete, a.nom || '\u0001' || a.prenoms as nom from nom_alternatif a join sous s on s.id = a.enfant_id
                    union all
                    select s.tete, concat_ws(' ', f.nom, f.nom_usage) || '\u0001' || f.prenoms from enfant f join sous s on s.id = f.id
                        where s.id <> s.tete and f.fusionne_vers is not null)
                select t.id, t.nom, t.nom_usage, t.prenoms, t.naissance_precision, t.naissance_le, t.terme_prevu,
                    coalesce((select array_agg(n.nom) from noms n where n.tete = t.id), '{}') as autres
                from tetes t order by t.id""").params(apres, LOT)
                .query((rs, n) -> new Ligne(rs.getObject("id", UUID.class), rs.getString("nom"), rs.getString("nom_usage"), rs.getString("prenoms"),
                        rs.getString("naissance_precision"), rs.getObject("naissance_le", java.time.LocalDate.class),
                        rs.getObject("terme_prevu", java.time.LocalDate.class), (String[]) rs.getArray("autres").getArray())).list();
    }

    /** A child that no longer stands for itself is found under the one that does. */
    @Transactional(propagation = Propagation.MANDATORY)
    void oublier(UUID enfant) {
        jdbc.sql("delete from enfant_mot where enfant_id = ?").param(enfant).update();
        jdbc.sql("delete from enfant_recherche where enfant_id = ?").param(enfant).update();
    }

    /** Makes words known before their bearers come, so that those who write many children at once do not wait for each other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void connaitre(java.util.Collection<String> noms) {
        ecrireMots(noms.stream().flatMap(n -> NomNormalise.motsGardes(n).stream()).toList());
    }

    /** Makes new children written in bulk findable, in the transaction that wrote them; they have no other name yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void indexerEnLot(java.util.Collection<UUID> enfants) {
        indexer(jdbc.sql("""
                select id, nom, nom_usage, prenoms, naissance_precision, naissance_le, terme_prevu from enfant
                where id = any (cast(? as uuid[]))""").param(Tableaux.uuids(List.copyOf(enfants)))
                .query((rs, n) -> new Ligne(rs.getObject("id", UUID.class), rs.getString("nom"), rs.getString("nom_usage"), rs.getString("prenoms"),
                        rs.getString("naissance_precision"), rs.getObject("naissance_le", java.time.LocalDate.class),
                        rs.getObject("terme_prevu", java.time.LocalDate.class), new String[0])).list());
    }

    /** A child as the rebuild reads it. */
    record Ligne(UUID id, String nom, String nomUsage, String prenoms, String naissancePrecision, java.time.LocalDate naissanceLe,
            java.time.LocalDate termePrevu, String[] autres) {

        Naissance naissance() {
            return new Naissance(Naissance.Precision.valueOf(naissancePrecision), naissanceLe, termePrevu);
        }

        Map<String, String> mots() {
            return IndexNoms.mots(nom, nomUsage, prenoms, java.util.Arrays.stream(autres).map(a -> a.split("\u0001", -1)).toList());
        }
    }

    private void indexer(List<Ligne> lignes) {
        List<Entree> entrees = new ArrayList<>();
        for (Ligne l : lignes) {
            l.mots().forEach((mot, place) -> entrees.add(new Entree(l.id(), mot, place)));
        }
        ecrireMots(entrees.stream().map(Entree::mot).toList());
        jdbc.sql("insert into enfant_mot(mot, place, enfant_id) select m, p::\"char\", e from unnest(?, ?, cast(? as uuid[])) as t(m, p, e)")
                .params(entrees.stream().map(Entree::mot).toArray(String[]::new), entrees.stream().map(Entree::place).toArray(String[]::new),
                        Tableaux.uuids(entrees.stream().map(Entree::enfant).toList())).update();
        jdbc.sql("""
                insert into enfant_recherche(enfant_id, naissance_du, naissance_au, cle_nom, cle_prenom)
                select * from unnest(cast(? as uuid[]), cast(? as date[]), cast(? as date[]), ?, ?)""")
                .params(Tableaux.uuids(lignes.stream().map(Ligne::id).toList()),
                        lignes.stream().map(l -> texte(l.naissance().auPlusTot())).toArray(String[]::new),
                        lignes.stream().map(l -> texte(l.naissance().auPlusTard())).toArray(String[]::new),
                        lignes.stream().map(l -> cle(l.nom())).toArray(String[]::new),
                        lignes.stream().map(l -> cle(premier(l.prenoms()))).toArray(String[]::new)).update();
    }

    private static String texte(java.time.LocalDate date) {
        return date == null ? null : date.toString();
    }
}
