package fr.jalon.mesure;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import fr.jalon.dossier.ServicesAupres;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The services a child's measures were given to and that are not over. */
@Component
class ServicesDeMesures implements ServicesAupres {

    private final JdbcClient jdbc;

    ServicesDeMesures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> services(Set<UUID> enfants) {
        return new HashSet<>(jdbc.sql("""
                select distinct service_id from mesure where enfant_id = any(:enfants) and service_id is not null
                and etat in ('ATTENTE_ACCORD', 'ATTENTE_EXERCICE', 'EXERCEE', 'SUSPENDUE')""")
                .param("enfants", enfants.toArray(UUID[]::new)).query(String.class).list());
    }
}
