package fr.jalon.ip;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import fr.jalon.dossier.SujetsRattaches;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A private or confidential sender is known to those who received the information alone: the files of such an information stay with it. */
@Component
class SujetsRattachesIp implements SujetsRattaches {

    private static final String OUVERTE = " and transmetteur_professionnel and not transmetteur_confidentiel";

    private final JdbcClient jdbc;

    SujetsRattachesIp(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<UUID> informationsDe(Collection<UUID> ips) {
        return new HashSet<>(jdbc.sql("select id from information_entrante where ip_id = any (cast(? as uuid[]))" + OUVERTE)
                .param(ips.stream().map(UUID::toString).toArray(String[]::new)).query(UUID.class).list());
    }

    @Override
    public Optional<UUID> ipDe(UUID information) {
        return jdbc.sql("select ip_id from information_entrante where id = ? and ip_id is not null" + OUVERTE).param(information)
                .query(UUID.class).optional();
    }
}
