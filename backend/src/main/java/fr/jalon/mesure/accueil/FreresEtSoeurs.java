package fr.jalon.mesure.accueil;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.dossier.Dossiers;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brothers and sisters a child's file knows, by the child that stands for each since merges. */
@Component
class FreresEtSoeurs {

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final Acces acces;

    FreresEtSoeurs(JdbcClient jdbc, Dossiers dossiers, Acces acces) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.acces = acces;
    }

    Set<UUID> de(UUID enfantId) {
        Set<UUID> identites = dossiers.identites(enfantId);
        List<UUID> autres = jdbc.sql("""
                select case when enfant_a = any(:ids) then enfant_b else enfant_a end from lien_enfants
                where annule_le is null and genre in ('FRATRIE', 'DEMI_FRATRIE') and (enfant_a = any(:ids) or enfant_b = any(:ids))""")
                .param("ids", identites.toArray(UUID[]::new)).query(UUID.class).list();
        Set<UUID> freres = new HashSet<>();
        Map<UUID, UUID> canoniques = dossiers.canoniques(autres);
        autres.forEach(a -> freres.add(canoniques.getOrDefault(a, a)));
        freres.removeAll(identites);
        return freres;
    }

    /** Those of these children whose file is in sight. */
    Set<UUID> vus(Collection<UUID> enfants) {
        Acces.Filtre filtre = acces.filtre("'ENFANT'", "x.id");
        return new HashSet<>(jdbc.sql("select x.id from unnest(:ids) as x(id) where " + filtre.sql()).param("ids", enfants.toArray(UUID[]::new))
                .params(filtre.parametres()).query(UUID.class).list());
    }
}
