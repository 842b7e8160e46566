package fr.jalon.habilitation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.jalon.acces.Utilisateurs;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts as they are chosen in a form, and held while an act on one of them goes on. */
@Component
class Comptes {

    private final JdbcClient jdbc;
    private final Utilisateurs utilisateurs;

    Comptes(JdbcClient jdbc, Utilisateurs utilisateurs) {
        this.jdbc = jdbc;
        this.utilisateurs = utilisateurs;
    }

    /** Active accounts, by name. */
    List<Utilisateurs.Personne> actifs() {
        return jdbc.sql("select id, identifiant, nom, prenom, fonction, profession, actif from utilisateur where actif order by nom, prenom, id")
                .query(Utilisateurs.Personne.class).list();
    }

    /** The account, held until the end of the transaction: two acts on one person follow each other. */
    Optional<Utilisateurs.Personne> tenir(UUID id) {
        if (id != null) {
            jdbc.sql("select 1 from utilisateur where id = ? for update").param(id).query(Integer.class).optional();
        }
        return id == null ? Optional.empty() : utilisateurs.parId(id);
    }
}
