package fr.jalon.ip;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import fr.jalon.commun.temps.Horloge;
import fr.jalon.dossier.Naissance;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads, in a fixed number of queries, what the clock of an IP counts from. */
@Component
class EtatHorloge {

    /** A minor of the IP and the birth of the child that stands for them since merges. */
    record Mineur(UUID id, Naissance naissance) {
    }

    /**
     * An information received about this IP.
     *
     * @param retourLe when its sender was answered, or it was written why not
     */
    record Information(UUID id, Instant recueLe, String nature, boolean professionnel, boolean anonyme, LocalDate demandeLe,
            Instant retourLe) {
    }

    private final JdbcClient jdbc;
    private final Horloge horloge;

    EtatHorloge(JdbcClient jdbc, Horloge horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /** Minors present, in the order they were named. */
    List<Mineur> mineurs(UUID ipId) {
        return jdbc.sql("""
                with recursive chemin(mineur, ordre, id) as (
                    select m.id, m.ordre, m.enfant_id from mineur_concerne m where m.ip_id = ? and m.retire_le is null
                    union all
                    select c.mineur, c.ordre, e.fusionne_vers from chemin c join enfant_repere e on e.id = c.id where e.fusionne_vers is not null)
                select c.mineur, e.naissance_precision, e.naissance_le, e.terme_prevu
                from chemin c left join enfant_repere e on e.id = c.id where e.fusionne_vers is null order by c.ordre, c.mineur""")
                .param(ipId)
                .query((l, n) -> new Mineur(l.getObject(1, UUID.class), l.getString(2) == null ? Naissance.inconnue()
                        : new Naissance(Naissance.Precision.valueOf(l.getString(2)), l.getObject(3, LocalDate.class),
                                l.getObject(4, LocalDate.class)))).list();
    }

    /** What was received about this IP, the first and the complements. */
    List<Information> informations(UUID ipId) {
        List<Information> lues = new ArrayList<>();
        jdbc.sql("""
                select i.*, (select min(coalesce((d.donnee_le + time '12:00') at time zone :zone, d.saisie_le)) from information_donnee d where d.ip_id = :ip and d.annulee_le is null
                        and (d.reference_id = i.id or d.reference_id is null)
                        and d.destinataire = case i.nature when 'SNATED_119' then 'SNATED' when 'AUTRE_DEPARTEMENT' then 'AUTRE_DEPARTEMENT'
                            else 'TRANSMETTEUR' end) retour_le
                from information_entrante i where i.ip_id = :ip order by i.recue_le, i.id""")
                .param("ip", ipId).param("zone", horloge.zone().getId())
                .query(l -> {
                    lues.add(new Information(l.getObject("id", UUID.class), l.getTimestamp("recue_le").toInstant(), l.getString("nature"),
                            l.getBoolean("transmetteur_professionnel"), l.getBoolean("transmetteur_anonyme"),
                            l.getObject("retour_demande_le", LocalDate.class),
                            l.getTimestamp("retour_le") == null ? null : l.getTimestamp("retour_le").toInstant()));
                });
        return lues;
    }
}
