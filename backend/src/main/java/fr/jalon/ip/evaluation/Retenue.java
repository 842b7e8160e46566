package fr.jalon.ip.evaluation;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.ip.consigne.Consignes;
import fr.jalon.ip.consigne.Portee;

import org.springframework.stereotype.Component;

/**
 * What a request of the parquet forbids of an evaluation, judged on the day of the act: a visit made before the request is entered
 * after it. The legal date does not move.
 */
@Component
class Retenue {

    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);

    private final Consignes consignes;

    Retenue(Consignes consignes) {
        this.consignes = consignes;
    }

    /** @throws fr.jalon.commun.Refus with the explanation, at the field of the form */
    void refuser(UUID ipId, ActeSaisi acte) {
        LocalDate jour = acte.le();
        switch (acte.genre().portee()) {
            case CONTACT -> consignes.exigerPermis(ipId, Portee.CONTACT, jour, "genre");
            case COURRIER -> {
                consignes.exigerPermis(ipId, Portee.CONTACT, jour, "genre");
                consignes.exigerPermis(ipId, Portee.INFORMATION, jour, "genre");
            }
            default -> {
            }
        }
        // The child may be seen at home; what is forbidden is to hear them on the facts.
        for (int i = 0; i < acte.gens().size(); i++) {
            ActeSaisi.PersonneActe p = acte.gens().get(i);
            boolean entendu = acte.genre() == GenreActe.ENTRETIEN && p.present() || acte.genre().rencontre() && Textes.net(p.avis()) != null;
            if (p.mineurId() != null && entendu) {
                consignes.exigerPermis(ipId, Portee.AUDITION, jour, "personnes[" + i + "]");
            }
        }
    }

    /** Requests in force today, in words. */
    List<EvaluationVue.ConsigneEnVigueur> explications(UUID ipId) {
        return consignes.enVigueur(ipId).stream().map(c -> new EvaluationVue.ConsigneEnVigueur("Le parquet a demandé le " + JOUR.format(c.du()) + "\u00a0: "
                + c.portees().stream().sorted().map(Portee::libelle).map(l -> "«\u00a0" + l + "\u00a0»").collect(Collectors.joining(", "))
                + ". La date légale ne bouge pas.", c.du())).toList();
    }
}
