package fr.jalon.dossier;

import java.time.LocalDate;
import java.util.UUID;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Children for the tests, written through the front door. */
@Component
public class Berceau {

    private final Dossiers dossiers;
    private final TransactionTemplate transaction;

    Berceau(Dossiers dossiers, TransactionTemplate transaction) {
        this.dossiers = dossiers;
        this.transaction = transaction;
    }

    public UUID enfant(String nom, String prenoms, Naissance naissance, String unite) {
        return IdentiteCourante.en(Identite.systeme("essai"), () -> transaction.execute(
                s -> dossiers.creerEnfant(EnfantSaisi.de(nom, prenoms, naissance, Sexe.INCONNU), unite)));
    }

    public UUID enfant(String nom, String prenoms, String naissance, String unite) {
        return enfant(nom, prenoms, Naissance.exacte(LocalDate.parse(naissance)), unite);
    }
}
