package fr.jalon.ip;

import java.util.Optional;

import fr.jalon.chemin.SujetDessine;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the drawn path needs of an information that waits for its first analysis. */
@Component
class InformationDessinee implements SujetDessine {

    private final JdbcClient jdbc;

    InformationDessinee(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public TypeSujet type() {
        return TypeSujet.INFORMATION;
    }

    @Override
    public String cle() {
        return IpDessinee.CLE;
    }

    @Override
    public boolean passage(String evenement) {
        return IpDessinee.acte(evenement);
    }

    @Override
    public Optional<String> fin(Sujet sujet) {
        if (!jdbc.sql("select exists (select 1 from information_entrante where id = ?)").param(sujet.id()).query(Boolean.class).single()) {
            throw new Introuvable();
        }
        return Optional.empty();
    }
}
