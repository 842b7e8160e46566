package fr.jalon.indicateur;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.Sujet;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;
import fr.jalon.evenement.Periodes;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes histories as the services do, events and periods only: what is counted without the weight of what is not. */
@Component
class Carnet {

    /** A file being told; ids to correct it later. */
    static final class Dossier {
        final UUID information = UUID.randomUUID();
        final UUID ip = UUID.randomUUID();
        final List<UUID> enfants;
        LocalDate recue;
        String unite;
        UUID recueEvenement;
        UUID qualification;
        UUID rapport;
        UUID traitement;
        UUID echeance;
        UUID consigne;
        UUID informees;

        Dossier(List<UUID> enfants) {
            this.enfants = new java.util.ArrayList<>(enfants);
        }
    }

    private final Evenements evenements;
    private final Periodes periodes;
    private final TransactionTemplate transaction;

    Carnet(Evenements evenements, Periodes periodes, PlatformTransactionManager transactions) {
        this.evenements = evenements;
        this.periodes = periodes;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** One act, one transaction. */
    void acte(Runnable acte) {
        IdentiteCourante.en(Identite.systeme("essai"), () -> {
            transaction.executeWithoutResult(s -> acte.run());
            return null;
        });
    }

    static Instant instant(LocalDate jour) {
        return jour.atTime(LocalTime.of(10, 30)).atZone(ZoneId.of("Europe/Paris")).toInstant();
    }

    Dossier recevoir(LocalDate jour, String unite, UUID... enfants) {
        return recevoir(jour, unite, true, enfants);
    }

    Dossier recevoir(LocalDate jour, String unite, boolean comptee, UUID... enfants) {
        Dossier d = new Dossier(List.of(enfants));
        d.recue = jour;
        d.unite = unite;
        acte(() -> d.recueEvenement = evenements.ajouter(NouvelEvenement.de("information.recue").survenu(instant(jour)).unite(unite)
                .sujet(Sujet.information(d.information)).sujets(d.enfants.stream().map(Sujet::enfant).toList())
                .dimension("comptee", comptee ? "OUI" : "NON")));
        return d;
    }

    void orienter(Dossier d, String orientation) {
        acte(() -> evenements.ajouter(NouvelEvenement.de("information.orientee").survenu(instant(d.recue)).unite(d.unite)
                .sujet(Sujet.information(d.information)).dimension("orientation", orientation)));
    }

    void joindre(Dossier complement, Dossier aCelleCi) {
        acte(() -> evenements.ajouter(NouvelEvenement.de("information.jointe").survenu(instant(complement.recue)).unite(complement.unite)
                .sujet(Sujet.information(complement.information)).sujet(Sujet.ip(aCelleCi.ip)).dimension("orientation", "COMPLEMENT")));
    }

    /** @param regle EVALUATION, or a reduced one with its date */
    void qualifier(Dossier d, String regle, LocalDate dateLegale) {
        acte(() -> {
            d.traitement = periodes.ouvrir("TRAITEMENT", Sujet.ip(d.ip), null, d.unite, Map.of(), d.recue);
            d.qualification = evenements.ajouter(evenement("ip.qualifiee", d).survenu(instant(d.recue)).sujet(Sujet.information(d.information))
                    .sujets(d.enfants.stream().map(Sujet::enfant).toList()).dimension("orientation", "IP"));
            d.echeance = UUID.randomUUID();
            echeance("echeance.posee", d, d.echeance, regle, dateLegale);
        });
    }

    void qualifier(Dossier d) {
        qualifier(d, "EVALUATION", d.recue.plusMonths(3));
    }

    void echeance(String type, Dossier d, UUID id, String regle, LocalDate dateLegale) {
        evenements.ajouter(evenement(type, d).dimension("echeance", id).dimension("genre", "EVALUATION").dimension("regle", regle)
                .dimension("dateLegale", dateLegale));
    }

    void rendre(Dossier d, LocalDate jour) {
        acte(() -> d.rapport = evenements.ajouter(evenement("ip.rapport-rendu", d).survenu(instant(jour))));
    }

    void informer(Dossier d, LocalDate jour) {
        acte(() -> {
            d.informees = evenements.ajouter(evenement("ip.personnes-informees", d).survenu(jour));
            periodes.fermer(d.traitement, jour);
        });
    }

    void clore(Dossier d, LocalDate jour) {
        acte(() -> {
            evenements.ajouter(evenement("ip.close", d).survenu(jour).dimension("motif", "TRANSFEREE"));
            periodes.fermer(d.traitement, jour);
            echeance("echeance.annulee", d, d.echeance, "EVALUATION", d.recue.plusMonths(3));
        });
    }

    void tenir(Dossier d, LocalDate du, LocalDate au) {
        acte(() -> {
            d.consigne = periodes.ouvrir("CONSIGNE_PARQUET", Sujet.ip(d.ip), null, d.unite, Map.of(), du);
            if (au != null) {
                periodes.fermer(d.consigne, au);
            }
        });
    }

    void changerUnite(Dossier d, String unite, LocalDate du) {
        acte(() -> {
            periodes.segmenter(d.traitement, du, unite, Map.of());
            d.unite = unite;
        });
    }

    void corrigerReception(Dossier d, LocalDate jour) {
        acte(() -> {
            d.recueEvenement = evenements.ajouter(NouvelEvenement.de("information.recue").survenu(instant(jour)).unite(d.unite)
                    .sujet(Sujet.information(d.information)).dimension("comptee", "OUI").rectifie(d.recueEvenement));
            periodes.corrigerDebut(d.traitement, jour);
            echeance("echeance.deplacee", d, d.echeance, "EVALUATION", jour.plusMonths(3));
            d.recue = jour;
        });
    }

    void annulerQualification(Dossier d) {
        acte(() -> {
            evenements.annuler(d.qualification, "ip.qualification-annulee", null);
            periodes.annuler(d.traitement);
            echeance("echeance.annulee", d, d.echeance, "EVALUATION", d.recue.plusMonths(3));
        });
    }

    void reprendreRapport(Dossier d) {
        acte(() -> evenements.annuler(d.rapport, "ip.rapport-repris", null));
    }

    void rouvrir(Dossier d) {
        acte(() -> {
            evenements.annuler(d.informees, "ip.rouverte", null);
            periodes.rouvrir(d.traitement);
        });
    }

    void ajouterMineur(Dossier d, UUID enfant) {
        d.enfants.add(enfant);
        acte(() -> evenements.ajouter(evenement("ip.mineurs-ajoutes", d).sujets(d.enfants.stream().map(Sujet::enfant).toList())));
    }

    void retirerMineur(Dossier d, UUID enfant) {
        d.enfants.remove(enfant);
        acte(() -> evenements.ajouter(evenement("ip.corrigee", d).sujets(d.enfants.stream().map(Sujet::enfant).toList())
                .dimension("genre", "MINEUR_RETIRE")));
    }

    UUID reunir(UUID conserve, UUID absorbe) {
        UUID[] id = new UUID[1];
        acte(() -> id[0] = evenements.ajouter(NouvelEvenement.de("enfants.reunis").sujet(Sujet.enfant(conserve)).sujet(Sujet.enfant(absorbe))
                .dimension("absorbe", absorbe)));
        return id[0];
    }

    void separer(UUID reunion) {
        acte(() -> evenements.annuler(reunion, "enfants.separes", null));
    }

    void attendre(UUID enfant) {
        acte(() -> evenements.ajouter(NouvelEvenement.de("enfant.cree").sujet(Sujet.enfant(enfant)).dimension("naissance", "A_NAITRE")));
    }

    void naitre(UUID enfant, LocalDate le) {
        acte(() -> evenements.ajouter(NouvelEvenement.de("enfant.ne").survenu(le).sujet(Sujet.enfant(enfant))));
    }

    private static NouvelEvenement evenement(String type, Dossier d) {
        return NouvelEvenement.de(type).unite(d.unite).sujet(Sujet.ip(d.ip));
    }
}
