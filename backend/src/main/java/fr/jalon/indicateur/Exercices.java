package fr.jalon.indicateur;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.temps.Horloge;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Years declared final: from then on their figures are those known that day. */
@Component
class Exercices {

    record Arrete(int annee, Instant le, UUID par, String cloture) {
    }

    private final JdbcClient jdbc;
    private final Horloge horloge;

    Exercices(JdbcClient jdbc, Horloge horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    Map<Integer, Arrete> arretes() {
        Map<Integer, Arrete> arretes = new TreeMap<>();
        jdbc.sql("select annee, arrete_le, arrete_par, cast(cloture as text) as cloture from indicateur_exercice").query(l -> {
            arretes.put(l.getInt("annee"), new Arrete(l.getInt("annee"), l.getTimestamp("arrete_le").toInstant(),
                    l.getObject("arrete_par", UUID.class), l.getString("cloture")));
        });
        return arretes;
    }

    /** @throws Conflit when it is already final: a final figure does not change under its readers */
    @Transactional
    public void arreter(int annee) {
        int ecrites = jdbc.sql("""
                insert into indicateur_exercice(annee, arrete_le, arrete_par, cloture)
                values (:annee, :le, :par, cloture_des_lectures()) on conflict do nothing""")
                .param("annee", annee).param("le", Timestamp.from(horloge.maintenant()))
                .param("par", IdentiteCourante.siPresente().map(Identite::utilisateurId).orElse(null)).update();
        if (ecrites == 0) {
            throw new Conflit(null, arretes().get(annee).le(), "L’exercice " + annee + " est déjà arrêté.");
        }
    }
}
