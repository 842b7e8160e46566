package fr.jalon.indicateur;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Which child stands for another since their files were united, as known below a fence. */
final class EnfantsReunis {

    private static final String REUNIS = """
            select cast(e.dimensions ->> 'absorbe' as uuid) as absorbe, s.sujet_id as conserve
            from evenement e join evenement_sujet s on s.evenement_id = e.id and s.sujet_type = 'ENFANT'
                and s.sujet_id <> cast(e.dimensions ->> 'absorbe' as uuid)
            where %s and %s""".formatted(TypesLus.dans("e", TypesLus.REUNIONS), LectureFaits.TIENT);

    private final Map<UUID, UUID> reunis;

    private EnfantsReunis(Map<UUID, UUID> reunis) {
        this.reunis = reunis;
    }

    static EnfantsReunis lire(JdbcClient jdbc, String cloture) {
        Map<UUID, UUID> lus = new HashMap<>();
        jdbc.sql(REUNIS).param("cloture", cloture).query(l -> {
            lus.put(l.getObject("absorbe", UUID.class), l.getObject("conserve", UUID.class));
        });
        return new EnfantsReunis(lus);
    }

    /** With all that any of them was merged with. */
    Set<UUID> avecReunis(Set<UUID> enfants) {
        Set<UUID> debouts = new HashSet<>();
        enfants.forEach(e -> debouts.add(debout(e)));
        Set<UUID> tous = new HashSet<>(enfants);
        tous.addAll(debouts);
        reunis.keySet().stream().filter(e -> debouts.contains(debout(e))).forEach(tous::add);
        return tous;
    }

    /** A child merged into one that was merged in its turn stands under the last. */
    UUID debout(UUID enfant) {
        UUID debout = enfant;
        for (int pas = 0; reunis.containsKey(debout) && pas < reunis.size(); pas++) {
            debout = reunis.get(debout);
        }
        return debout;
    }
}
