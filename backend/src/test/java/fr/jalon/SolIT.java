package fr.jalon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@TestIntegration
class SolIT {

    @Autowired
    private DataSource source;

    /** Of nobody, unless somebody acts. */
    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void the_application_role_owns_nothing_and_passes_under_no_policy() {
        assertThat(jdbc().sql("select rolsuper or rolbypassrls or rolcreaterole from pg_roles where rolname = current_user")
                .query(Boolean.class).single()).isFalse();
        assertThat(jdbc().sql("select count(*) from pg_tables where tableowner = current_user").query(Long.class).single()).isZero();
        assertThatThrownBy(() -> jdbc().sql("create table intrus (x int)").update()).hasStackTraceContaining("permission denied");
    }

    @Test
    void each_transaction_tells_the_database_who_acts_and_forgets_it_at_its_end() {
        UUID qui = UUID.randomUUID();
        Identite personne = new Identite(qui, "ref.redon", "Mme A.", Set.of(), java.util.Map.of(), Set.of("cdas-redon"), false, false);

        String vu = IdentiteCourante.en(personne, () -> new TransactionTemplate(transactions).execute(s -> acteur()));

        assertThat(vu).isEqualTo(qui.toString());
        assertThat(acteur()).isIn("", null);
        assertThat(new TransactionTemplate(transactions).<String>execute(s -> acteur())).isEmpty();
    }

    /** The application's own, not the owner's that tests are given. */
    private JdbcClient jdbc() {
        return JdbcClient.create(source);
    }

    private String acteur() {
        return jdbc().sql("select coalesce(current_setting('jalon.acteur', true), '')").query(String.class).single();
    }
}
