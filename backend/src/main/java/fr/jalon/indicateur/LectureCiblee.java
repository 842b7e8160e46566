package fr.jalon.indicateur;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which files were touched between two fences, and their histories as known below one. */
@Component
class LectureCiblee {

    /** Whatever an event that is read says, cancels or replaces is touched, and both sides of a version of a period. */
    private static final String TOUCHES = """
            with dits as materialized (select id, type, annule_id, rectifie_id from evenement
                where transaction_id >= cast(:depuis as xid8) and transaction_id < cast(:cloture as xid8)),
            e as materialized (select e.id from dits e where %1$s
                union select e.id from dits d join evenement e on e.id = d.annule_id where %1$s
                union select e.id from dits d join evenement e on e.id = d.rectifie_id where %1$s)
            select s.sujet_type, s.sujet_id from e join evenement_sujet s on s.evenement_id = e.id
            union select unnest(array[p.sujet_type, 'ENFANT']), unnest(array[p.sujet_id, p.enfant_id]) from periode p
                where p.connu_tx >= cast(:depuis as xid8) and p.connu_tx < cast(:cloture as xid8)
            union select unnest(array[p.sujet_type, 'ENFANT']), unnest(array[p.sujet_id, p.enfant_id]) from periode p
                where p.connu_fin_tx >= cast(:depuis as xid8) and p.connu_fin_tx < cast(:cloture as xid8)
            union select 'ENFANT', t.enfant_id from enfant_trait t
                where t.connu_fin_tx >= cast(:depuis as xid8) and t.connu_fin_tx < cast(:cloture as xid8)""".formatted(TypesLus.lus("e"));

    /** Children of files touched by an event that does not name them: those of their periods, and those any event named with them. */
    private static final String ENFANTS_DE = """
            select o.enfant_id from periode o where o.connu_au is null and o.enfant_id is not null /*parmi o.sujet_id autres*/
            union select en.sujet_id from evenement_sujet f join evenement_sujet en on en.evenement_id = f.evenement_id and en.sujet_type = 'ENFANT'
            where f.sujet_type not in ('IP', 'INFORMATION', 'ENFANT') /*parmi f.sujet_id autres*/""";

    private static final String INFORMATIONS_DES_IP = """
            select distinct i.sujet_id from evenement_sujet ip join evenement e on e.id = ip.evenement_id and e.type in ('ip.qualifiee', 'information.jointe')
            join evenement_sujet i on i.evenement_id = e.id and i.sujet_type = 'INFORMATION'
            where ip.sujet_type = 'IP' /*parmi ip.sujet_id ips*/""";

    private static final String IP_DES_INFORMATIONS = """
            select distinct ip.sujet_id from evenement_sujet i join evenement e on e.id = i.evenement_id and e.type in ('ip.qualifiee', 'information.jointe')
            join evenement_sujet ip on ip.evenement_id = e.id and ip.sujet_type = 'IP'
            where i.sujet_type = 'INFORMATION' /*parmi i.sujet_id informations*/""";

    private static final String IP_DES_ENFANTS = """
            select distinct ip.sujet_id from evenement_sujet en join evenement e on e.id = en.evenement_id
                and %s
            join evenement_sujet ip on ip.evenement_id = e.id and ip.sujet_type = 'IP'
            where en.sujet_type = 'ENFANT' /*parmi en.sujet_id enfants*/""".formatted(TypesLus.dans("e", TypesLus.MINEURS));

    private final JdbcClient jdbc;
    private final LectureFaits lecture;
    /** Of the last fences asked: facts below a fence do not change, homes aside, which are told as they are. */
    private final Map<String, Faits> legers = new LinkedHashMap<>(4, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Faits> plusAncienne) {
            return size() > 2;
        }
    };

    LectureCiblee(JdbcClient jdbc, LectureFaits lecture) {
        this.jdbc = jdbc;
        this.lecture = lecture;
    }

    /** Files whose history as known below {@code cloture} may differ from what it was below {@code depuis}. */
    Cible touches(String depuis, String cloture) {
        Cible cible = new Cible(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
        jdbc.sql(TOUCHES).param("depuis", depuis).param("cloture", cloture).query(l -> {
            UUID id = l.getObject("sujet_id", UUID.class);
            if (id != null) {
                ranger(cible, l.getString("sujet_type"), id);
            }
        });
        Parmi parmi = new Parmi(Map.of("autres", cible.autres(), "ips", cible.ips()));
        cible.enfants().addAll(ids(parmi, ENFANTS_DE));
        cible.informations().addAll(ids(parmi, INFORMATIONS_DES_IP));
        return reunis(cible, EnfantsReunis.lire(jdbc, depuis), EnfantsReunis.lire(jdbc, cloture));
    }

    /** A child merged before or after brings all the others. */
    private static Cible reunis(Cible cible, EnfantsReunis avant, EnfantsReunis apres) {
        Set<UUID> tous = cible.enfants();
        for (int taille = -1; taille != tous.size();) {
            taille = tous.size();
            tous = apres.avecReunis(avant.avecReunis(tous));
        }
        return new Cible(cible.ips(), cible.informations(), tous, cible.autres());
    }

    static void ranger(Cible cible, String type, UUID id) {
        switch (type) {
            case "ENFANT" -> cible.enfants().add(id);
            case "IP" -> {
                cible.ips().add(id);
                cible.autres().add(id);
            }
            case "INFORMATION" -> {
                cible.informations().add(id);
                cible.autres().add(id);
            }
            case "MESURE", "PROJET", "AUTONOMIE", "RELEVE" -> cible.autres().add(id);
            default -> {
                // Nothing is counted of the others.
            }
        }
    }

    /** Histories of those files as known below a fence. */
    Histoires lire(Cible cible, String cloture) {
        EnfantsReunis reunis = EnfantsReunis.lire(jdbc, cloture);
        return Histoires.de(lecture.compter(cloture, reunis, parmi(cible, reunis, false)), cible, reunis);
    }

    /** Their facts, with those of the files they depend on, homes included. */
    Faits faits(Cible cible, String cloture) {
        EnfantsReunis reunis = EnfantsReunis.lire(jdbc, cloture);
        return lecture.compter(cloture, reunis, parmi(cible, reunis, true));
    }

    private Parmi parmi(Cible cible, EnfantsReunis reunis, boolean foyers) {
        Set<UUID> enfants = reunis.avecReunis(cible.enfants());
        Parmi parmi = new Parmi(Map.of("enfants", enfants, "autres", cible.autres(), "informations", cible.informations()));
        Set<UUID> ips = new HashSet<>(cible.ips());
        ips.addAll(ids(parmi, IP_DES_ENFANTS));
        ips.addAll(ids(parmi, IP_DES_INFORMATIONS));
        return foyers ? parmi.avec("ips", ips).avec("foyers", List.of()) : parmi.avec("ips", ips);
    }

    List<FaitsMesures.Places> places() {
        return lecture.places();
    }

    /** Every history: of a small base, or of a first day. */
    Histoires toutes(String cloture) {
        EnfantsReunis reunis = EnfantsReunis.lire(jdbc, cloture);
        return Histoires.de(lecture.lire(cloture), null, reunis);
    }

    /** The facts light records and help at home tell, with those of their children: families and numbers are counted from them alone. */
    Faits legers(String cloture) {
        synchronized (legers) {
            return legers.computeIfAbsent(cloture, this::lireLegers);
        }
    }

    private Faits lireLegers(String cloture) {
        EnfantsReunis reunis = EnfantsReunis.lire(jdbc, cloture);
        Set<UUID> enfants = reunis.avecReunis(new HashSet<>(jdbc.sql("""
                select enfant_id from periode where (sujet_type = 'RELEVE' or genre = 'EXERCEE' and (dimensions ->> 'base' = 'TISF' or dimensions ->> 'produit' = 'TISF'))
                    and enfant_id is not null
                union select enfant_id from releve_repere where enfant_id is not null""").query(UUID.class).list()));
        List<UUID> releves = jdbc.sql("select id from releve_repere").query(UUID.class).list();
        return lecture.compter(cloture, reunis,
                new Parmi(Map.of("enfants", enfants, "autres", releves, "informations", List.of(), "ips", List.of(), "foyers", List.of())));
    }

    private List<UUID> ids(Parmi parmi, String sql) {
        return parmi.requete(jdbc, sql).query(UUID.class).list();
    }
}
