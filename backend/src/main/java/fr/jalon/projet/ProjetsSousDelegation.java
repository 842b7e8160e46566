package fr.jalon.projet;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import fr.jalon.ip.decision.SignesSousDelegation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Versions established under a délégation. */
@Component
class ProjetsSousDelegation implements SignesSousDelegation {

    private final JdbcClient jdbc;

    ProjetsSousDelegation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String libelle() {
        return "Un projet pour l’enfant";
    }

    @Override
    public Optional<LocalDate> dernier(UUID delegation) {
        return jdbc.sql("select etablie_le from projet_version where delegation_id = ? and etablie_le is not null order by etablie_le desc limit 1")
                .param(delegation).query(LocalDate.class).optional();
    }
}
