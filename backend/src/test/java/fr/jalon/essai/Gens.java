package fr.jalon.essai;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

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

/** Synthetic colleagues for the tests: {@code gens.de(Role.REF, "cdas-redon")}, then {@code mvc.perform(get(…).with(gens.comme(id)))}. */
@Component
public class Gens {

    private final JdbcClient jdbc;
    private final Utilisateurs utilisateurs;

    Gens(JdbcClient jdbc, Utilisateurs utilisateurs) {
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

    /** Runs a piece of work as this colleague, for tests that call services. */
    public <T> T en(UUID id, Callable<T> travail) {
        Identite identite = utilisateurs.identite(id).orElseThrow();
        return IdentiteCourante.en(identite, travail);
    }
}
