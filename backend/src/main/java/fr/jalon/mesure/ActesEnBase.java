package fr.jalon.mesure;

import java.sql.ResultSet;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.commun.acte.ActeEcrit;
import fr.jalon.commun.acte.TableActes;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code mesure_acte}. */
@Component
class ActesEnBase extends TableActes<Acte> {

    ActesEnBase(JdbcClient jdbc, ObjectMapper json) {
        super(jdbc, json, "mesure", Acte.ORDRE);
    }

    @Override
    protected Acte lire(ActeEcrit a, ResultSet ligne) {
        return new Acte(a.id(), GenreActe.valueOf(a.genre()), a.le(), a.details(), a.avertissements(), a.texte(), a.evenementId(), a.saisiLe(), a.saisiPar(),
                a.annuleLe(), a.annuleMotif());
    }

    @Override
    protected ActeEcrit ecrire(Acte a) {
        return new ActeEcrit(a.id(), a.genre().name(), a.le(), a.details(), a.avertissements(), a.texte(), a.evenementId(), a.saisiLe(), a.saisiPar(),
                a.annuleLe(), a.annuleMotif());
    }
}
