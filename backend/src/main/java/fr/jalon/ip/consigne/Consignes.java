package fr.jalon.ip.consigne;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;

import org.springframework.stereotype.Component;

/** What the requests of the parquet forbid on an IP: asked by whoever meets, visits, hears or writes. */
@Component
public class Consignes {

    private final ConsigneEnBase base;
    private final Horloge horloge;

    Consignes(ConsigneEnBase base, Horloge horloge) {
        this.base = base;
        this.horloge = horloge;
    }

    public boolean interdit(UUID ipId, Portee portee) {
        return interdit(ipId, portee, horloge.aujourdhui());
    }

    /** An act entered afterwards is judged on the day it took place. */
    public boolean interdit(UUID ipId, Portee portee, LocalDate jour) {
        return base.de(ipId).stream().anyMatch(c -> c.portees().contains(portee) && c.enVigueur(jour));
    }

    /** @throws Refus at the field of the form when the act was forbidden on that day */
    public void exigerPermis(UUID ipId, Portee portee, LocalDate jour, String champ) {
        base.de(ipId).stream().filter(c -> c.portees().contains(portee) && c.enVigueur(jour)).findFirst().ifPresent(c -> {
            throw Refus.champ(champ, "Le parquet a demandé le " + c.du().format(java.time.format.DateTimeFormatter.ofPattern("dd/MM/yyyy"))
                    + "\u00a0: «\u00a0" + portee.libelle() + "\u00a0». Enregistrez la levée de la consigne avant cet acte.");
        });
    }

    /** Requests in force today. */
    public List<Consigne> enVigueur(UUID ipId) {
        LocalDate jour = horloge.aujourdhui();
        return base.de(ipId).stream().filter(c -> c.enVigueur(jour)).toList();
    }

    /** Every request, lifted and withdrawn ones included. */
    public List<Consigne> de(UUID ipId) {
        return base.de(ipId);
    }
}
