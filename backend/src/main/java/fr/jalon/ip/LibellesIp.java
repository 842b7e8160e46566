package fr.jalon.ip;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.TypeSujet;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.NomEnfant;
import fr.jalon.echeance.LibellesObjets;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Names of what the due dates of an IP are about: a minor by name, an information by number. */
@Configuration
class LibellesIp {

    private record Libelles(TypeSujet type, java.util.function.Function<Collection<UUID>, Map<UUID, String>> lecture)
            implements LibellesObjets {

        @Override
        public Map<UUID, String> libelles(Collection<UUID> ids) {
            return lecture.apply(ids);
        }
    }

    @Bean
    LibellesObjets libellesMineurs(JdbcClient jdbc, Dossiers dossiers) {
        return new Libelles(TypeSujet.MINEUR_CONCERNE, ids -> {
            Map<UUID, UUID> enfants = new HashMap<>();
            jdbc.sql("select id, enfant_id from mineur_concerne where id = any(:ids)").param("ids", ids.toArray(UUID[]::new))
                    .query(l -> {
                        enfants.put(l.getObject(1, UUID.class), l.getObject(2, UUID.class));
                    });
            Map<UUID, NomEnfant> noms = dossiers.nomsDe(enfants.values());
            Map<UUID, String> libelles = new HashMap<>();
            enfants.forEach((mineur, enfant) -> {
                if (noms.containsKey(enfant)) {
                    libelles.put(mineur, noms.get(enfant).affiche());
                }
            });
            return libelles;
        });
    }

    @Bean
    LibellesObjets libellesInformations(JdbcClient jdbc) {
        return new Libelles(TypeSujet.INFORMATION, ids -> {
            Map<UUID, String> libelles = new HashMap<>();
            jdbc.sql("select id, numero from information_entrante where id = any(:ids)").param("ids", ids.toArray(UUID[]::new))
                    .query(l -> {
                        libelles.put(l.getObject(1, UUID.class), l.getString(2));
                    });
            return libelles;
        });
    }
}
