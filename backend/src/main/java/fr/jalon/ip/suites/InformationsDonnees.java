package fr.jalon.ip.suites;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import fr.jalon.commun.temps.Horloge;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said to whom, as written; cancelled lines stay readable. */
@Component
class InformationsDonnees {

    record Donnee(UUID id, String destinataire, UUID referenceId, UUID mineurId, String moyen, LocalDate donneeLe, String motifRefus,
            String precisionMotif, Instant saisieLe, UUID saisiePar, UUID evenementId, Instant annuleeLe, String annuleeMotif) {

        boolean concerne(Destinataire d) {
            return d.genre().name().equals(destinataire) && Objects.equals(d.referenceId(), referenceId) && Objects.equals(d.mineurId(), mineurId);
        }

        /** When it was said: the hour it was entered when that was the same day, noon otherwise. */
        Instant instant(Horloge horloge) {
            return donneeLe == null || donneeLe.equals(horloge.jour(saisieLe)) ? saisieLe
                    : donneeLe.atTime(12, 0).atZone(horloge.zone()).toInstant();
        }
    }

    private final JdbcClient jdbc;

    InformationsDonnees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Donnee> toutes(UUID ipId) {
        return jdbc.sql("""
                select id, destinataire, reference_id, mineur_id, moyen, donnee_le, motif_refus, precision_motif, saisie_le, saisie_par,
                    evenement_id, annulee_le, annulee_motif
                from information_donnee where ip_id = ? order by saisie_le, id""").param(ipId).query((l, n) -> new Donnee(
                        l.getObject("id", UUID.class), l.getString("destinataire"), l.getObject("reference_id", UUID.class),
                        l.getObject("mineur_id", UUID.class), l.getString("moyen"), l.getObject("donnee_le", LocalDate.class),
                        l.getString("motif_refus"), l.getString("precision_motif"), l.getTimestamp("saisie_le").toInstant(),
                        l.getObject("saisie_par", UUID.class), l.getObject("evenement_id", UUID.class),
                        l.getTimestamp("annulee_le") == null ? null : l.getTimestamp("annulee_le").toInstant(),
                        l.getString("annulee_motif"))).list();
    }

    List<Donnee> vivantes(UUID ipId) {
        return toutes(ipId).stream().filter(d -> d.annuleeLe() == null).toList();
    }

    /** The lines stay, struck through. */
    void annuler(Collection<UUID> ids, Instant le, String motif) {
        if (!ids.isEmpty()) {
            jdbc.sql("update information_donnee set annulee_le = :le, annulee_motif = :motif where id in (:ids) and annulee_le is null")
                    .param("le", Timestamp.from(le)).param("motif", motif).param("ids", ids).update();
        }
    }
}
