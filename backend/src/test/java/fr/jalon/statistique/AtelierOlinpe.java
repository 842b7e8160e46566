package fr.jalon.statistique;

import java.time.LocalDate;
import java.time.YearMonth;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;

import org.springframework.stereotype.Component;

/** Reports of months for the tests of screens, made as the scheduled work makes them. */
@Component
public class AtelierOlinpe {

    private final RapportsOlinpe rapports;

    AtelierOlinpe(RapportsOlinpe rapports) {
        this.rapports = rapports;
    }

    /** Those of the year of this day, from its first month to the one of the day. */
    public void jusqua(LocalDate jour) {
        IdentiteCourante.en(Identite.systeme("essai"), () -> {
            for (YearMonth m = YearMonth.of(jour.getYear(), 1); !m.isAfter(YearMonth.from(jour)); m = m.plusMonths(1)) {
                rapports.etablir(m);
            }
            return null;
        });
    }
}
