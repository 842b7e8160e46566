package fr.jalon.demo;

import java.util.List;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.indicateur.Indicateurs;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Last of all: the years whose figures the document prints are declared final, as a contract officer would. */
@Component
class Cloture implements Ouvrage {

    private final Semis semis;
    private final Volumes volumes;
    private final Indicateurs indicateurs;
    private final TransactionTemplate transaction;

    Cloture(Semis semis, Volumes volumes, Indicateurs indicateurs, PlatformTransactionManager transactions) {
        this.semis = semis;
        this.volumes = volumes;
        this.indicateurs = indicateurs;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public int rang() {
        return 2;
    }

    @Override
    public List<Lot> lots(Chronique chronique, Semis.Graine graine) {
        return List.of(new Lot("cloture", () -> IdentiteCourante.en(Identite.systeme("demonstration"), () -> {
            transaction.executeWithoutResult(s -> {
                volumes.jusqua(graine).stream().filter(a -> !a.fictif()).forEach(a -> indicateurs.arreter(a.annee()));
                semis.fait("cloture", 0);
            });
            return null;
        })));
    }
}
