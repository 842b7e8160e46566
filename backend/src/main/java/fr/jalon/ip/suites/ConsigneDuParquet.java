package fr.jalon.ip.suites;

import java.time.LocalDate;
import java.util.UUID;

import fr.jalon.commun.temps.EnFrancais;
import fr.jalon.ip.consigne.Consigne;
import fr.jalon.ip.consigne.Consignes;
import fr.jalon.ip.consigne.Portee;

import org.springframework.stereotype.Component;

/** What the parquet forbids to say, in the words of the refusal. A hold on information is about the holders of parental authority. */
@Component
class ConsigneDuParquet {

    private final Consignes consignes;

    ConsigneDuParquet(Consignes consignes) {
        this.consignes = consignes;
    }

    /** Why somebody of this kind may not be told on a day; null when nothing forbids it. */
    String interdit(UUID ipId, Destinataire.Genre genre, LocalDate jour) {
        if (genre != Destinataire.Genre.TITULAIRE) {
            return null;
        }
        return consignes.de(ipId).stream().filter(c -> c.portees().contains(Portee.INFORMATION) && c.enVigueur(jour)).findFirst()
                .map(ConsigneDuParquet::phrase).orElse(null);
    }

    private static String phrase(Consigne c) {
        return "Le parquet demande depuis le " + EnFrancais.jour(c.du())
                + " de ne pas informer les titulaires : enregistrez la levée de la consigne, ou le motif « Consigne du parquet ».";
    }
}
