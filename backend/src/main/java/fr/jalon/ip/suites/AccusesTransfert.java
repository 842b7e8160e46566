package fr.jalon.ip.suites;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.jalon.commun.temps.Horloge;
import fr.jalon.echeance.Attendue;
import fr.jalon.echeance.Origine;
import fr.jalon.ip.Attentes;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A file transferred awaits the receipt of the département it was sent to; the wait goes on after the file is closed. */
@Component
class AccusesTransfert implements Attentes {

    private static final String REGLE = "ACCUSE_TRANSFERT";

    private final JdbcClient jdbc;
    private final Horloge horloge;

    AccusesTransfert(JdbcClient jdbc, Horloge horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    @Override
    public List<Attendue> de(UUID ipId) {
        return jdbc.sql("""
                select coalesce(envoyee_le, le) as depuis, accuse_recu_le from fin_sans_decision
                where ip_id = ? and motif = 'TRANSFEREE' and annulee_le is null""").param(ipId).query((l, n) -> {
                    LocalDate recu = l.getObject("accuse_recu_le", LocalDate.class);
                    return new Attendue(REGLE, null, Origine.de(l.getObject("depuis", LocalDate.class)),
                            recu == null ? null : recu.atTime(12, 0).atZone(horloge.zone()).toInstant());
                }).list();
    }
}
