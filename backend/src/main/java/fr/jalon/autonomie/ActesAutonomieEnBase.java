package fr.jalon.autonomie;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.commun.acte.ActeEcrit;
import fr.jalon.commun.acte.TableActes;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code autonomie_acte}, and the words of acts ({@code autonomie_mot}). */
@Component
class ActesAutonomieEnBase extends TableActes<Acte> {

    ActesAutonomieEnBase(JdbcClient jdbc, ObjectMapper json) {
        super(jdbc, json, "autonomie", Acte.ORDRE);
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

    /** Words of an act by code, each in its order. */
    void ecrireMots(UUID acteId, Map<String, List<String>> mots) {
        mots.forEach((code, textes) -> {
            for (int rang = 0; rang < textes.size(); rang++) {
                jdbc.sql("insert into autonomie_mot(acte_id, code, rang, texte) values (?, ?, ?, ?)").params(acteId, code, rang, textes.get(rang)).update();
            }
        });
    }

    /** @return words by act, then by code */
    Map<UUID, Map<String, List<String>>> mots(Collection<UUID> autonomies) {
        Map<UUID, Map<String, List<String>>> mots = new HashMap<>();
        jdbc.sql("""
                select m.acte_id, m.code, m.texte from autonomie_mot m join autonomie_acte a on a.id = m.acte_id
                where a.autonomie_id = any(:ids) order by m.acte_id, m.code, m.rang""").param("ids", autonomies.toArray(UUID[]::new)).query(l -> {
            mots.computeIfAbsent(l.getObject(1, UUID.class), k -> new LinkedHashMap<>())
                    .computeIfAbsent(l.getString(2), k -> new ArrayList<>()).add(l.getString(3));
        });
        return mots;
    }

    /** Words kept no longer: the young person withdrew their consent, or gave others. */
    void effacerMots(UUID autonomieId, GenreActe genre) {
        jdbc.sql("delete from autonomie_mot where acte_id in (select id from autonomie_acte where autonomie_id = ? and genre = ?)")
                .params(autonomieId, genre.name()).update();
    }
}
