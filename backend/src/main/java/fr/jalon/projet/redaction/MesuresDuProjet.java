package fr.jalon.projet.redaction;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.projet.redaction.ContenuProjet.MesureDite;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The child's measures under way, in the département's words. */
@Component
class MesuresDuProjet {

    private final Departement departement;
    private final JdbcClient jdbc;

    MesuresDuProjet(Departement departement, JdbcClient jdbc) {
        this.departement = departement;
        this.jdbc = jdbc;
    }

    List<MesureDite> enCours(Collection<UUID> enfants) {
        Profil profil = departement.profil();
        var unites = departement.noms();
        return jdbc.sql("""
                select id, numero, produit, cadre, demarree_le, terme, service_id from mesure
                where enfant_id = any(:enfants) and etat in ('EXERCEE', 'SUSPENDUE') order by demarree_le, numero""")
                .param("enfants", enfants.toArray(UUID[]::new))
                .query((l, n) -> new MesureDite(l.getObject("id", UUID.class), l.getString("numero"),
                        profil.produit(l.getString("produit")).map(Profil.Produit::libelle).orElse(l.getString("produit")),
                        "JUDICIAIRE".equals(l.getString("cadre")) ? "judiciaire" : "administrative", l.getObject("demarree_le", LocalDate.class),
                        l.getObject("terme", LocalDate.class), l.getString("service_id") == null ? null : unites.get(l.getString("service_id"))))
                .list();
    }
}
