package fr.jalon.departement;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seeds the units of an empty database from the profile. One installation is one département: another code than the one the
 * database was born with is refused as soon as a file exists.
 */
@Component
@Order(0)
class ChargementProfil implements ApplicationRunner {

    private final Profil profil;
    private final JdbcClient jdbc;
    private final Departement departement;

    ChargementProfil(Profil profil, JdbcClient jdbc, Departement departement) {
        this.profil = profil;
        this.jdbc = jdbc;
        this.departement = departement;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        // Two nodes may start at once on an empty database: the lock lets the second one find it seeded.
        jdbc.sql("select pg_advisory_xact_lock(7061001)").query().listOfRows();
        String present = jdbc.sql("select code from profil").query(String.class).optional().orElse(null);
        if (present == null) {
            jdbc.sql("insert into profil(code, nom) values (?, ?)").params(profil.code(), profil.nom()).update();
            semer();
        } else if (!present.equals(profil.code())) {
            throw new IllegalStateException("La base est celle du département " + present + " ; le profil demandé est "
                    + profil.code() + ". Choisissez jalon.departement=" + present + " ou une base vide.");
        } else {
            semer();
        }
    }

    /** A later version of the profile may name units the database does not know (the services that exercise measures); those it knows stay. */
    private void semer() {
        profil.unites().forEach(u -> jdbc.sql("insert into unite(id, nom, type, parent, commune) values (?, ?, ?, ?, ?) on conflict (id) do nothing")
                .params(u.id(), u.nom(), u.type(), u.parent(), u.commune()).update());
        departement.oublier();
    }
}
