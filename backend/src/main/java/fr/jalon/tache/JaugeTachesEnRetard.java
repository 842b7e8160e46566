package fr.jalon.tache;

import java.time.LocalDate;

import fr.jalon.commun.controle.Jauge;
import fr.jalon.commun.temps.Horloge;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open steps past their legal date, holds left aside. */
@Component
class JaugeTachesEnRetard implements Jauge {

    private final JdbcClient jdbc;
    private final Horloge horloge;

    JaugeTachesEnRetard(JdbcClient jdbc, Horloge horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    @Override
    public String nom() {
        return "jalon.taches.retard";
    }

    @Override
    public String libelle() {
        return "Tâches en retard";
    }

    @Override
    public long valeur() {
        LocalDate jour = horloge.aujourdhui();
        return jdbc.sql("select count(*) from tache where date_tri < ? and not en_consigne").param(jour).query(Long.class).single();
    }
}
