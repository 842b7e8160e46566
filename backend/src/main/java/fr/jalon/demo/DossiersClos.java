package fr.jalon.demo;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.dossier.IndexNoms;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Years of closed files, a few hundred at a time: a lot is one transaction with its mark. */
@Component
class DossiersClos implements Ouvrage {

    private static final int TAILLE = 400;

    private final Semis semis;
    private final ReglesDemo regles;
    private final IndexNoms index;
    private final Departement departement;
    private final DataSource source;
    private final TransactionTemplate transaction;
    private final String versionModele;

    DossiersClos(Semis semis, ReglesDemo regles, IndexNoms index, Departement departement, DataSource source,
            PlatformTransactionManager transactions, @Value("${jalon.demo.version-modele:1.0}") String versionModele) {
        this.semis = semis;
        this.regles = regles;
        this.index = index;
        this.departement = departement;
        this.source = source;
        this.transaction = new TransactionTemplate(transactions);
        this.versionModele = versionModele;
    }

    @Override
    public int rang() {
        return 1;
    }

    @Override
    public List<Lot> lots(Chronique chronique, Semis.Graine graine) {
        List<Chronique.Rang> closes = chronique.closes();
        List<Lot> lots = new ArrayList<>();
        for (int du = 0; du < closes.size(); du += TAILLE) {
            List<Chronique.Rang> part = closes.subList(du, Math.min(closes.size(), du + TAILLE));
            String nom = "clos-" + du;
            lots.add(new Lot(nom, () -> IdentiteCourante.en(Identite.systeme("demonstration"), () -> {
                transaction.executeWithoutResult(s -> ecrire(nom, part, chronique, graine));
                return null;
            })));
        }
        return lots;
    }

    private void ecrire(String nom, List<Chronique.Rang> part, Chronique chronique, Semis.Graine graine) {
        Copie copie = EcritureDossier.copie();
        List<UUID> enfants = new ArrayList<>();
        EcritureDossier.Atelier atelier = new EcritureDossier.Atelier(copie, regles, ZoneId.of(departement.profil().zone()), versionModele, enfants,
                departement.profil().sectionsRapport().stream().map(Profil.SectionRapport::code).toList());
        part.forEach(r -> new EcritureDossier(atelier, chronique.histoire(r), graine.graine()).ecrire(r.ip()));
        copie.envoyer(source);
        index.indexerEnLot(enfants);
        semis.fait(nom, part.size());
    }
}
