package fr.jalon.essai;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

import javax.sql.DataSource;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Role;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.acces.web.Connecte;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Synthetic colleagues for the tests: {@code gens.de(Role.REF, "cdas-redon")}, then {@code mvc.perform(get(…).with(gens.comme(id)))}. */
@Component
public class Gens {

    private final JdbcClient jdbc;
    private final Utilisateurs utilisateurs;
    private final PlatformTransactionManager transactions;
    private final DataSource source;

    Gens(JdbcClient jdbc, Utilisateurs utilisateurs, PlatformTransactionManager transactions, DataSource source) {
        this.source = source;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.utilisateurs = utilisateurs;
    }

    /** A new colleague with one duty; no unit means the whole département. */
    public UUID de(Role role, String unite) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into utilisateur(id, identifiant, nom, prenom, demo) values (?, ?, ?, 'Essai', true)")
                .params(id, "essai." + id, role.libelle()).update();
        jdbc.sql("insert into utilisateur_role(utilisateur_id, role, unite_id) values (?, ?, ?)").params(id, role.name(), unite).update();
        return id;
    }

    /** The request comes from this colleague, with its CSRF token. */
    public RequestPostProcessor comme(UUID id) {
        return demande -> SecurityMockMvcRequestPostProcessors.csrf().postProcessRequest(
                SecurityMockMvcRequestPostProcessors.authentication(
                        UsernamePasswordAuthenticationToken.authenticated(new Connecte(id), null, List.of())).postProcessRequest(demande));
    }

    /** The application's own connection, for tests that ask what its role may not do: theirs is the owner's ({@link SousLeMur}). */
    public JdbcClient application() {
        return JdbcClient.create(source);
    }

    /** Reads or does a piece of work as the house, in a transaction. */
    public <T> T maison(Callable<T> travail) {
        return enTransaction(Identite.systeme("essai"), travail);
    }

    /** The same as this colleague, for tests that call what a service calls within its transaction. */
    public <T> T enTransaction(UUID id, Callable<T> travail) {
        return enTransaction(utilisateurs.identite(id).orElseThrow(), travail);
    }

    private <T> T enTransaction(Identite qui, Callable<T> travail) {
        return IdentiteCourante.en(qui, () -> new TransactionTemplate(transactions).execute(s -> {
            try {
                return travail.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }));
    }

    /** Runs a piece of work as this colleague, for tests that call services. */
    public <T> T en(UUID id, Callable<T> travail) {
        Identite identite = utilisateurs.identite(id).orElseThrow();
        return IdentiteCourante.en(identite, travail);
    }
}
