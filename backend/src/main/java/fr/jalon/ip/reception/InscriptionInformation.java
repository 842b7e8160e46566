package fr.jalon.ip.reception;

import java.sql.Timestamp;

import fr.jalon.commun.base.Ecritures;

import org.springframework.stereotype.Component;

/**
 * Writes the row of an information that comes in, with the other writes of the intake: one round trip less than the entity manager,
 * which reads and changes it afterwards. {@code InscriptionIT} compares the row with the entity, field by field.
 */
@Component
class InscriptionInformation {

    private final Ecritures ecritures;

    InscriptionInformation(Ecritures ecritures) {
        this.ecritures = ecritures;
    }

    void inscrire(InformationEntrante i) {
        Transmetteur t = i.transmetteur();
        ecritures.ecrire("""
                insert into information_entrante(id, numero, recue_le, saisie_le, regularisation, astreinte, mode, nature, origine,
                    transmetteur_nom, transmetteur_qualite, transmetteur_contact, transmetteur_professionnel, transmetteur_anonyme,
                    transmetteur_confidentiel, retour_demande_le, reference_externe, faits, parents_informes, parents_informes_precision,
                    unite_id, unite_saisie, urgence, etat, comptee, saisie_par)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                i.id(), i.numero(), Timestamp.from(i.recueLe()), Timestamp.from(i.saisieLe()), i.regularisation(), i.astreinte(), i.mode(),
                i.nature(), i.origine(), t.nom(), t.qualite(), t.contact(), t.professionnel(), t.anonyme(), t.confidentiel(),
                i.retourDemandeLe(), i.referenceExterne(), i.faits(), i.parentsInformes(), i.parentsInformesPrecision(), i.uniteId(),
                i.uniteSaisie(), i.urgence(), i.etat().name(), i.comptee(), i.saisiePar());
    }
}
