package fr.jalon.indicateur;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The minors of each IP as the events below a fence say: named at qualification or added since, withdrawn, come of age, merged, born. */
@Component
class MineursDesIp {

    /** Each of these says who is present from then on: the last that stands is the answer, and a cancelled one gives way. */
    private static final String PRESENTS = """
            select e.id, ip.sujet_id as ip_id, en.sujet_id as enfant_id, e.type = 'ip.mineur-sorti' as sorti
            from evenement e join evenement_sujet ip on ip.evenement_id = e.id and ip.sujet_type = 'IP'
            join evenement_sujet en on en.evenement_id = e.id and en.sujet_type = 'ENFANT'
            where %s and %s /*parmi ip.sujet_id ips*/
            order by e.transaction_id, e.enregistre_le, e.id""".formatted(TypesLus.dans("e", TypesLus.MINEURS), LectureFaits.TIENT);

    private static final String A_NAITRE = """
            select s.sujet_id as enfant_id, (select min(n.jour) from evenement n
                join evenement_sujet ns on ns.evenement_id = n.id and ns.sujet_type = 'ENFANT' and ns.sujet_id = s.sujet_id
                where n.type = 'enfant.ne' and %s) as ne_le
            from evenement e join evenement_sujet s on s.evenement_id = e.id and s.sujet_type = 'ENFANT'
            where e.type = 'enfant.cree' and e.dimensions ->> 'naissance' = 'A_NAITRE' and %s /*parmi s.sujet_id mineurs*/"""
            .formatted(LectureFaits.tient("n"), LectureFaits.TIENT);

    /** Who an IP is about, as its last event says; who came of age or died in the course of it was about it too. */
    private static final class Liste {
        private UUID evenement;
        private final Set<UUID> presents = new HashSet<>();
        private final Set<UUID> sortis = new HashSet<>();

        void dire(UUID id, UUID enfant) {
            if (!id.equals(evenement)) {
                evenement = id;
                presents.clear();
            }
            presents.add(enfant);
        }

        Set<UUID> tous() {
            Set<UUID> tous = new HashSet<>(presents);
            tous.addAll(sortis);
            return tous;
        }
    }

    private final JdbcClient jdbc;

    MineursDesIp(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, List<Faits.Mineur>> lire(String cloture, EnfantsReunis reunis, Parmi parmi) {
        Map<UUID, Liste> listes = new LinkedHashMap<>();
        Set<UUID> cites = new HashSet<>();
        parmi.requete(jdbc, PRESENTS).param("cloture", cloture).query(l -> {
            Liste liste = listes.computeIfAbsent(l.getObject("ip_id", UUID.class), k -> new Liste());
            UUID enfant = l.getObject("enfant_id", UUID.class);
            cites.add(enfant);
            if (l.getBoolean("sorti")) {
                liste.sortis.add(enfant);
            } else {
                liste.dire(l.getObject("id", UUID.class), enfant);
            }
        });
        Map<UUID, LocalDate> attendus = new HashMap<>();
        parmi.avec("mineurs", cites).requete(jdbc, A_NAITRE).param("cloture", cloture).query(l -> {
            attendus.put(l.getObject("enfant_id", UUID.class), l.getObject("ne_le", LocalDate.class));
        });
        Map<UUID, List<Faits.Mineur>> mineurs = new HashMap<>();
        listes.forEach((ip, dits) -> {
            List<Faits.Mineur> liste = new ArrayList<>(dits.presents.size());
            dits.tous().forEach(e -> liste.add(new Faits.Mineur(reunis.debout(e), attendus.containsKey(e), attendus.get(e))));
            mineurs.put(ip, liste);
        });
        return mineurs;
    }
}
