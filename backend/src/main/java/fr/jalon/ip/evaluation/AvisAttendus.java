package fr.jalon.ip.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.echeance.Attendue;
import fr.jalon.echeance.Origine;
import fr.jalon.ip.Attentes;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each opinion asked awaits an answer by its own date; an answer, or the fact that none came, ends the wait. */
@Component
class AvisAttendus implements Attentes {

    private static final String REGLE = "AVIS_DEMANDE";

    private final JdbcClient jdbc;
    private final Horloge horloge;

    AvisAttendus(JdbcClient jdbc, Horloge horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    @Override
    public List<Attendue> de(UUID ipId) {
        return jdbc.sql("""
                select id, demande_le, coalesce(recu_le, sans_reponse_le) as fini_le from avis_demande
                where ip_id = ? and annule_le is null order by demande_le, id""").param(ipId)
                .query((l, n) -> new Attendue(REGLE, new Sujet(TypeSujet.AVIS, Lignes.id(l, "id")),
                        Origine.de(Lignes.jour(l, "demande_le")), midi(Lignes.jour(l, "fini_le")))).list();
    }

    /** By when each opinion of an IP is expected. */
    Map<UUID, LocalDate> dates(UUID ipId) {
        return jdbc.sql("""
                select objet_id, date_legale from echeance
                where sujet_type = 'IP' and sujet_id = ? and genre = ? and etat <> 'ANNULEE'""").params(ipId, REGLE)
                .query((l, n) -> Map.entry(Lignes.id(l, "objet_id"), Lignes.jour(l, "date_legale"))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));
    }

    /** A day without an hour is kept as noon of that day. */
    private Instant midi(LocalDate jour) {
        return jour == null ? null : jour.atTime(LocalTime.NOON).atZone(horloge.zone()).toInstant();
    }
}
