package fr.jalon.demo;

import java.util.List;
import java.util.Map;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.dossier.IndexNoms;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps numbers and words of the synthetic files out of the way of those people create meanwhile. Comes before all else. */
@Component
class Numerotation implements Ouvrage {

    private final Semis semis;
    private final IndexNoms index;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Numerotation(Semis semis, IndexNoms index, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.semis = semis;
        this.index = index;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public int rang() {
        return 0;
    }

    @Override
    public List<Lot> lots(Chronique chronique, Semis.Graine graine) {
        return List.of(new Lot("vocabulaire", () -> IdentiteCourante.en(Identite.systeme("demonstration"), () -> {
            transaction.executeWithoutResult(s -> {
                index.connaitre(Lexique.mots());
                semis.fait("vocabulaire", 0);
            });
            return null;
        })), new Lot("numeros", () -> transaction.executeWithoutResult(s -> {
            avancer("inf", chronique.derniersInf());
            avancer("ip", chronique.derniersIp());
            semis.fait("numeros", 0);
            semis.utilisable();
        })));
    }

    private void avancer(String serie, Map<Integer, Integer> derniers) {
        derniers.forEach((annee, dernier) -> jdbc.sql("select setval(cast(:sequence as regclass), greatest(:dernier, (select last_value from "
                + "numero_" + serie + "_" + annee + ")))").param("sequence", "numero_" + serie + "_" + annee).param("dernier", dernier)
                .query(Long.class).single());
    }
}
