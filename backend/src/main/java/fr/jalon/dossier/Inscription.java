package fr.jalon.dossier;

import java.sql.Timestamp;

import fr.jalon.commun.base.Ecritures;

import org.springframework.stereotype.Component;

/**
 * Writes the row of a child whose file opens, with the other writes of the act: one round trip less than the entity manager, which reads
 * and changes it afterwards. {@code InscriptionIT} compares the row with the entity, field by field.
 */
@Component
class Inscription {

    private final Ecritures ecritures;

    Inscription(Ecritures ecritures) {
        this.ecritures = ecritures;
    }

    void inscrire(Enfant e) {
        Naissance naissance = e.naissance();
        ecritures.ecrire("""
                insert into enfant(id, nom, nom_usage, prenoms, non_nomme, sexe, naissance_precision, naissance_le, terme_prevu,
                    commune_naissance, deces_le, personne_se_declarant_mineure, cree_le)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                e.id(), e.nom(), e.nomUsage(), e.prenoms(), e.nonNomme(), e.sexe().name(), naissance.precision().name(), naissance.le(),
                naissance.termePrevu(), e.communeNaissance(), e.decesLe(), e.personneSeDeclarantMineure(), Timestamp.from(e.creeLe()));
    }
}
