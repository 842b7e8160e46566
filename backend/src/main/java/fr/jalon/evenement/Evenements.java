package fr.jalon.evenement;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.base.Ecritures;
import fr.jalon.commun.temps.Horloge;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Appends events, and reads a file's own. */
@Component
public class Evenements {

    /** An event as it was written. {@code annule}: a later event says that it never was, or replaces it. */
    public record Evenement(UUID id, String type, Instant survenuLe, LocalDate jour, Instant enregistreLe, String uniteId, UUID auteurId,
            String element, Map<String, String> dimensions, String texte, UUID annuleId, UUID rectifieId, boolean annule) {
    }

    private static final TypeReference<Map<String, String>> DIMENSIONS = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final Ecritures ecritures;
    private final Horloge horloge;
    private final ObjectMapper json;

    Evenements(JdbcClient jdbc, Ecritures ecritures, Horloge horloge, ObjectMapper json) {
        this.jdbc = jdbc;
        this.ecritures = ecritures;
        this.horloge = horloge;
        this.json = json;
    }

    /**
     * Appends, in the caller's transaction.
     *
     * @return the id of the event, for the act that may one day cancel it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID ajouter(NouvelEvenement e) {
        UUID id = Ids.nouveau();
        Instant maintenant = horloge.maintenant();
        Instant survenu = e.instant != null ? e.instant
                : e.jour != null ? e.jour.atTime(LocalTime.NOON).atZone(horloge.zone()).toInstant() : maintenant;
        UUID auteur = IdentiteCourante.siPresente().map(Identite::utilisateurId).orElse(null);
        // Sent together: an intake writes several, and each round trip counts.
        ecritures.ensemble(() -> {
            ecritures.ecrire("""
                    insert into evenement(id, type, survenu_le, jour, enregistre_le, unite_id, auteur_id, element, dimensions, annule_id, rectifie_id)
                    values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?)""",
                    id, e.type, Timestamp.from(survenu), e.jour != null ? e.jour : horloge.jour(survenu), Timestamp.from(maintenant), e.unite,
                    auteur, e.element, ecrire(e.dimensions), e.annule, e.rectifie);
            for (Sujet sujet : e.sujets) {
                ecritures.ecrire("insert into evenement_sujet(evenement_id, sujet_type, sujet_id) values (?, ?, ?)",
                        id, sujet.type().name(), sujet.id());
            }
            if (e.texte != null) {
                ecritures.ecrire("insert into evenement_texte(evenement_id, texte) values (?, ?)", id, e.texte);
            }
        });
        return id;
    }

    /** Says that an event, as last rectified, never was, about the same subjects; the event stays readable. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID annuler(UUID premier, String type, String motif) {
        UUID evenement = jdbc.sql("""
                with recursive suite(id, rang) as (
                    select cast(:id as uuid), 0 union all
                    select e.id, s.rang + 1 from suite s join evenement e on e.rectifie_id = s.id)
                select id from suite order by rang desc limit 1""").param("id", premier).query(UUID.class).single();
        List<Sujet> sujets = jdbc.sql("select sujet_type, sujet_id from evenement_sujet where evenement_id = ?").param(evenement)
                .query((l, n) -> new Sujet(fr.jalon.commun.TypeSujet.valueOf(l.getString(1)), l.getObject(2, UUID.class))).list();
        return ajouter(NouvelEvenement.de(type).sujets(sujets).annule(evenement).texte(motif));
    }

    /** Events about a subject, oldest first, cancelled ones marked. The caller has checked the right to see the subject. */
    public List<Evenement> chronologie(Sujet sujet) {
        return jdbc.sql("""
                select e.*, t.texte, exists (select 1 from evenement a where a.annule_id = e.id or a.rectifie_id = e.id) as annule
                from evenement_sujet s join evenement e on e.id = s.evenement_id left join evenement_texte t on t.evenement_id = e.id
                where s.sujet_id = :id and s.sujet_type = :type order by e.survenu_le, e.enregistre_le, e.id""")
                .param("id", sujet.id()).param("type", sujet.type().name()).query((l, n) -> lire(l)).list();
    }

    /** An event as a drawing needs it. */
    public record Fait(UUID id, String type, LocalDate jour, Map<String, String> dimensions, boolean annule) {
    }

    /**
     * Events about any of several subjects, the latest first, {@code limite} at most: for a drawn timeline. Cancellations are left out (what
     * they cancel is marked), and so is what the clock does by itself, told beside each file.
     */
    public List<Fait> dessinables(java.util.Collection<UUID> sujets, int limite) {
        return jdbc.sql("""
                select e.id, e.type, e.jour, e.dimensions, exists (select 1 from evenement a where a.annule_id = e.id or a.rectifie_id = e.id) as annule
                from evenement e where e.id in (select s.evenement_id from evenement_sujet s where s.sujet_id = any (cast(:ids as uuid[])))
                    and e.annule_id is null and e.type not like 'echeance.%' and e.type not like 'rappel.%'
                order by e.survenu_le desc, e.enregistre_le desc, e.id desc limit :limite""")
                .param("ids", tableau(sujets.stream().map(UUID::toString).toList())).param("limite", limite)
                .query((l, n) -> new Fait(l.getObject("id", UUID.class), l.getString("type"), l.getObject("jour", LocalDate.class),
                        lireDimensions(l.getString("dimensions")), l.getBoolean("annule"))).list();
    }

    /** Events about several subjects at once, each told once, oldest first. */
    public List<Evenement> chronologie(java.util.Collection<Sujet> sujets) {
        return jdbc.sql("""
                select e.*, t.texte, exists (select 1 from evenement a where a.annule_id = e.id or a.rectifie_id = e.id) as annule
                from evenement e left join evenement_texte t on t.evenement_id = e.id
                where e.id in (select s.evenement_id from evenement_sujet s
                    join unnest(cast(:types as text[]), cast(:ids as uuid[])) as q(type, id) on s.sujet_type = q.type and s.sujet_id = q.id)
                order by e.survenu_le, e.enregistre_le, e.id""")
                .param("types", tableau(sujets.stream().map(s -> s.type().name()).toList()))
                .param("ids", tableau(sujets.stream().map(s -> s.id().toString()).toList())).query((l, n) -> lire(l)).list();
    }

    private Evenement lire(java.sql.ResultSet l) throws java.sql.SQLException {
        return new Evenement(l.getObject("id", UUID.class), l.getString("type"), l.getTimestamp("survenu_le").toInstant(),
                l.getObject("jour", LocalDate.class), l.getTimestamp("enregistre_le").toInstant(), l.getString("unite_id"),
                l.getObject("auteur_id", UUID.class), l.getString("element"), lireDimensions(l.getString("dimensions")),
                l.getString("texte"), l.getObject("annule_id", UUID.class), l.getObject("rectifie_id", UUID.class), l.getBoolean("annule"));
    }

    Map<String, String> lireDimensions(String texte) {
        try {
            return json.readValue(texte, DIMENSIONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    String ecrire(Map<String, String> dimensions) {
        try {
            return json.writeValueAsString(dimensions);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Codes and ids only: nothing to escape. */
    private static String tableau(List<String> valeurs) {
        return "{" + String.join(",", valeurs) + "}";
    }
}
