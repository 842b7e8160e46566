package fr.jalon.ip;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.echeance.Attendue;
import fr.jalon.echeance.Echeances;
import fr.jalon.echeance.Origine;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The due dates of an information: its first analysis, by the département's own target (no text gives one), and what was asked meanwhile.
 */
@Component
public class HorlogeInformation {

    private static final String REGLE = "PREMIERE_ANALYSE";

    private record Etat(Instant recueLe, boolean attend, String unite, Instant qualifieeLe) {
    }

    private final Echeances echeances;
    private final ObjectProvider<Attentes> attentes;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    HorlogeInformation(Echeances echeances, ObjectProvider<Attentes> attentes, Horloge horloge, JdbcClient jdbc) {
        this.echeances = echeances;
        this.attentes = attentes;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    /** For an information recorded in this transaction; {@code ouverture} opens its process, whose task and watch then already know the date. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void commencer(UUID informationId, Instant recueLe, String unite, Runnable ouverture) {
        echeances.commencer(Sujet.information(informationId), unite,
                List.of(new Attendue(REGLE, null, Origine.de(recueLe, horloge.zone()), null)), ouverture);
    }

    /** To be called once the information is analysed, or something asked of it changed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void suivre(UUID informationId) {
        Etat etat = jdbc.sql("""
                select i.recue_le, i.etat = 'A_ANALYSER' attend, i.unite_id, coalesce(i.analysee_le, ip.qualifiee_le) qualifiee_le from information_entrante i
                left join information_preoccupante ip on ip.information_initiale_id = i.id and ip.etat <> 'ANNULEE' where i.id = ?""")
                .param(informationId)
                .query((l, n) -> new Etat(instant(l.getTimestamp("recue_le")), l.getBoolean("attend"), l.getString("unite_id"),
                        instant(l.getTimestamp("qualifiee_le")))).single();
        Sujet sujet = Sujet.information(informationId);
        List<Attendue> attendues = new ArrayList<>(List.of(new Attendue(REGLE, null, Origine.de(etat.recueLe(), horloge.zone()),
                etat.attend() ? null : faite(sujet, etat))));
        attentes.forEach(a -> attendues.addAll(a.deInformation(informationId)));
        echeances.accorder(sujet, etat.unite(), attendues, "ACTE");
    }

    private Instant faite(Sujet sujet, Etat etat) {
        return etat.qualifieeLe() != null ? etat.qualifieeLe()
                : echeances.satisfaite(sujet, REGLE, null).orElseGet(horloge::maintenant);
    }

    private static Instant instant(Timestamp t) {
        return t == null ? null : t.toInstant();
    }
}
