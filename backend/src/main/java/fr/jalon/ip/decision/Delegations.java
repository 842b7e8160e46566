package fr.jalon.ip.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.jalon.commun.Ids;
import fr.jalon.commun.Refus;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may sign on which day. Read by the decision, kept by the functional administrator. */
@Component
public class Delegations {

    private static final String COLONNES = "select id, utilisateur_id, reference, interim_de, du, au from delegation_signature ";

    private final JdbcClient jdbc;

    Delegations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The délégation under which somebody signs on a day; their own before an intérim. */
    public Optional<Delegation> valide(UUID utilisateur, LocalDate jour) {
        return jdbc.sql(COLONNES + """
                where utilisateur_id = :qui and du <= :jour and (au is null or au >= :jour)
                order by interim_de nulls first, du desc limit 1""")
                .param("qui", utilisateur).param("jour", jour).query(Delegation.class).optional();
    }

    public List<Delegation> toutes() {
        return jdbc.sql(COLONNES + "order by du desc, id").query(Delegation.class).list();
    }

    @Transactional
    public UUID donner(UUID utilisateur, String reference, UUID interimDe, LocalDate du, LocalDate au) {
        if (au != null && au.isBefore(du)) {
            throw Refus.champ("au", "La fin de la délégation précède son début.");
        }
        UUID id = Ids.nouveau();
        jdbc.sql("insert into delegation_signature(id, utilisateur_id, reference, interim_de, du, au) values (?, ?, ?, ?, ?, ?)")
                .params(id, utilisateur, reference, interimDe, du, au).update();
        return id;
    }
}
