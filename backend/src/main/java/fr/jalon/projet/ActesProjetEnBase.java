package fr.jalon.projet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.commun.acte.ActeEcrit;
import fr.jalon.commun.acte.TableActes;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code projet_acte}. */
@Component
class ActesProjetEnBase extends TableActes<ActeProjet> {

    ActesProjetEnBase(JdbcClient jdbc, ObjectMapper json) {
        super(jdbc, json, "projet", ActeProjet.ORDRE);
    }

    @Override
    protected ActeProjet lire(ActeEcrit a, ResultSet ligne) throws SQLException {
        return new ActeProjet(a.id(), GenreActeProjet.valueOf(a.genre()), a.le(), ligne.getBoolean("automatique"), a.details(), a.avertissements(), a.texte(),
                a.evenementId(), a.saisiLe(), a.saisiPar(), a.annuleLe(), a.annuleMotif());
    }

    @Override
    protected ActeEcrit ecrire(ActeProjet a) {
        return new ActeEcrit(a.id(), a.genre().name(), a.le(), a.details(), a.avertissements(), a.texte(), a.evenementId(), a.saisiLe(), a.saisiPar(),
                a.annuleLe(), a.annuleMotif());
    }

    @Override
    protected Map<String, Object> enPlus(ActeProjet a) {
        return Map.of("automatique", a.automatique());
    }
}
