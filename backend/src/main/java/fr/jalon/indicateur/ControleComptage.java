package fr.jalon.indicateur;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import fr.jalon.commun.controle.TableDerivee;
import fr.jalon.indicateur.Collecte.AxeCumul;
import fr.jalon.indicateur.Collecte.Cle;
import fr.jalon.indicateur.Collecte.Grain;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The sums against a full recount of this year and the last: what differs is told by the code of the indicator. */
@Component
class ControleComptage implements TableDerivee {

    private final Calculs calculs;
    private final Recompte recompte;
    private final LectureFaits lecture;
    private final Catalogue catalogue;
    private final Cumul cumul;
    private final Roulement roulement;
    private final TransactionTemplate apres;

    ControleComptage(Calculs calculs, Recompte recompte, LectureFaits lecture, Catalogue catalogue, Cumul cumul, Roulement roulement,
            PlatformTransactionManager transactions) {
        this.calculs = calculs;
        this.recompte = recompte;
        this.lecture = lecture;
        this.catalogue = catalogue;
        this.cumul = cumul;
        this.roulement = roulement;
        this.apres = new TransactionTemplate(transactions);
        apres.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        apres.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        apres.setReadOnly(true);
    }

    @Override
    public String nom() {
        return "comptage";
    }

    @Override
    public String libelle() {
        return "Sommes des indicateurs";
    }

    @Override
    public List<Ecart> ecarts() {
        List<Indicateur> additionnes = catalogue.tous().stream().filter(i -> Forme.de(i.mesure()) != Forme.AUCUNE).toList();
        Calculs.Calcul lu = calculs.de(additionnes, AxeCumul.TOTAL, Grain.ANNEE, Connu.maintenant());
        int annee = cumul.aujourdhui().getYear();
        List<Ecart> ecarts = new ArrayList<>();
        // A snapshot taken after: all that the sums know, it sees.
        Faits faits = apres.execute(s -> lecture.lire(lu.cloture()));
        for (Indicateur i : additionnes) {
            for (int an = annee - 1; an <= annee && ecarts.size() < ECARTS_MAX; an++) {
                Chiffre somme = lu.annee(i, an, Cle.TOTAL);
                Resultat recomptee = recompte.annee(i, faits, an, cumul.aujourdhui(), null, Map.of());
                if (somme.valeur() == null != (recomptee.valeur() == null) || somme.valeur() != null && somme.valeur().compareTo(recomptee.valeur()) != 0) {
                    ecarts.add(new Ecart(i.code() + " " + an, "somme " + somme.valeur() + ", recompte " + recomptee.valeur()));
                }
            }
        }
        return ecarts;
    }

    @Override
    public long reconstruire() {
        return roulement.refaire().lignes();
    }
}
