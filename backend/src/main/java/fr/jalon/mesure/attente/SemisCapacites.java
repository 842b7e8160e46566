package fr.jalon.mesure.attente;

import java.time.LocalDate;
import java.util.List;

import fr.jalon.commun.Ids;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Seeds the places of an empty database from the profile, after its units; the dated rows are the truth from then on. */
@Component
@Order(1)
class SemisCapacites implements ApplicationRunner {

    private final Departement departement;
    private final JdbcClient jdbc;

    SemisCapacites(Departement departement, JdbcClient jdbc) {
        this.departement = departement;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        List<Profil.Capacite> capacites = departement.profil().capacites();
        if (capacites == null || capacites.isEmpty()) {
            return;
        }
        // Two nodes may start at once on an empty database: the lock lets the second one find it seeded.
        jdbc.sql("select pg_advisory_xact_lock(7061002)").query().listOfRows();
        if (jdbc.sql("select exists (select 1 from capacite)").query(Boolean.class).single()) {
            return;
        }
        for (Profil.Capacite c : capacites) {
            jdbc.sql("""
                    insert into capacite(id, service_id, produit, unite_id, places, du, au, source)
                    values (:id, :service, :produit, :unite, :places, :du, :au, :source)""")
                    .param("id", Ids.nouveau()).param("service", c.service()).param("produit", c.produit()).param("unite", c.unite())
                    .param("places", c.places()).param("du", LocalDate.parse(c.du())).param("au", c.au() == null ? null : LocalDate.parse(c.au()))
                    .param("source", c.aValider() ? c.source() + " (à valider)" : c.source()).update();
        }
    }
}
