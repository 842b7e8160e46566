package fr.jalon.mesure.accueil;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.dossier.LieuxDAccueil;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The places of today, of measures that are exercised and in sight. */
@Component
class LieuxActuels implements LieuxDAccueil {

    private final JdbcClient jdbc;
    private final Acces acces;
    private final Horloge horloge;

    LieuxActuels(JdbcClient jdbc, Acces acces, Horloge horloge) {
        this.jdbc = jdbc;
        this.acces = acces;
        this.horloge = horloge;
    }

    @Override
    public List<LieuActuel> actuels(Set<UUID> identites) {
        Acces.Filtre vue = acces.filtre("'MESURE'", "m.id");
        return jdbc.sql("""
                select l.id, l.nature, l.type, l.du, l.mesure_id from lieu_vivant l join mesure m on m.id = l.mesure_id
                where m.enfant_id = any(:enfants) and m.etat in ('EXERCEE', 'SUSPENDUE') and l.du <= :jour and (l.au is null or l.au > :jour) and\s"""
                + vue.sql() + " order by l.nature <> 'PRINCIPAL', l.du, l.id").param("enfants", identites.toArray(UUID[]::new))
                .param("jour", horloge.aujourdhui()).params(vue.parametres())
                .query((l, n) -> new LieuActuel(l.getObject("id", UUID.class), NatureLieu.valueOf(l.getString("nature")).libelle(),
                        TypeLieu.libelle(l.getString("type")), l.getObject("du", LocalDate.class), "/mesures/" + l.getObject("mesure_id") + "?onglet=accueil"))
                .list();
    }
}
