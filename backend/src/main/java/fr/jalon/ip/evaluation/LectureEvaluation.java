package fr.jalon.ip.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Acts and opinions of an evaluation as they stand, each list in one query. */
@Component
class LectureEvaluation {

    /** A person of an act as written. */
    record PersonneLue(UUID mineurId, UUID adulteId, boolean present, boolean seul, boolean accord, String avis) {
    }

    record ActeLu(UUID id, GenreActe genre, LocalDate le, LocalTime heure, UUID foyerId, String lieu, String moyen, String motif, String texte,
            UUID documentId, List<PersonneLue> personnes, UUID auteurId, Instant saisieLe, Instant annuleLe, String annuleMotif, long version) {

        boolean vivant() {
            return annuleLe == null;
        }
    }

    record RelanceLue(LocalDate le, String moyen) {
    }

    record AvisLu(UUID id, String partenaire, String destinataire, String question, UUID mineurId, LocalDate demandeLe, String moyen,
            List<RelanceLue> relances, LocalDate recuLe, String reponse, UUID documentId, LocalDate sansReponseLe, Instant annuleLe, UUID auteurId,
            long version) {

        boolean attendu() {
            return annuleLe == null && recuLe == null && sansReponseLe == null;
        }
    }

    private final JdbcClient jdbc;

    LectureEvaluation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Oldest first, cancelled ones included. */
    List<ActeLu> actes(UUID ipId) {
        Map<UUID, List<PersonneLue>> personnes = new HashMap<>();
        jdbc.sql("""
                select p.* from acte_evaluation_personne p join acte_evaluation a on a.id = p.acte_id where a.ip_id = ?
                order by p.mineur_id, p.adulte_id""").param(ipId).query(l -> {
                    personnes.computeIfAbsent(Lignes.id(l, "acte_id"), k -> new ArrayList<>()).add(new PersonneLue(Lignes.id(l, "mineur_id"),
                            Lignes.id(l, "adulte_id"), l.getBoolean("present"), l.getBoolean("seul"), l.getBoolean("accord"), l.getString("avis")));
                });
        return jdbc.sql("select * from acte_evaluation where ip_id = ? order by le, heure nulls last, saisie_le, id").param(ipId)
                .query((l, n) -> new ActeLu(Lignes.id(l, "id"), GenreActe.valueOf(l.getString("genre")), Lignes.jour(l, "le"),
                        l.getObject("heure", LocalTime.class), Lignes.id(l, "foyer_id"), l.getString("lieu"), l.getString("moyen"),
                        l.getString("motif"), l.getString("texte"), Lignes.id(l, "document_id"),
                        personnes.getOrDefault(Lignes.id(l, "id"), List.of()), Lignes.id(l, "auteur_id"), Lignes.instant(l, "saisie_le"),
                        Lignes.instant(l, "annule_le"), l.getString("annule_motif"), l.getLong("version"))).list();
    }

    List<AvisLu> avis(UUID ipId) {
        Map<UUID, List<RelanceLue>> relances = new HashMap<>();
        jdbc.sql("select r.avis_id, r.le, r.moyen from avis_relance r join avis_demande a on a.id = r.avis_id where a.ip_id = ? order by r.le")
                .param(ipId).query(l -> {
                    relances.computeIfAbsent(Lignes.id(l, "avis_id"), k -> new ArrayList<>())
                            .add(new RelanceLue(Lignes.jour(l, "le"), l.getString("moyen")));
                });
        return jdbc.sql("select * from avis_demande where ip_id = ? order by demande_le, saisie_le, id").param(ipId)
                .query((l, n) -> new AvisLu(Lignes.id(l, "id"), l.getString("partenaire"), l.getString("destinataire"), l.getString("question"),
                        Lignes.id(l, "mineur_id"), Lignes.jour(l, "demande_le"), l.getString("moyen"),
                        relances.getOrDefault(Lignes.id(l, "id"), List.of()), Lignes.jour(l, "recu_le"), l.getString("reponse"),
                        Lignes.id(l, "document_id"), Lignes.jour(l, "sans_reponse_le"), Lignes.instant(l, "annule_le"), Lignes.id(l, "auteur_id"),
                        l.getLong("version"))).list();
    }
}
