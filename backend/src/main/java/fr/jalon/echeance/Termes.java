package fr.jalon.echeance;

import java.time.LocalDate;

import fr.jalon.commun.temps.Horloge;

import org.springframework.stereotype.Component;

/** Where the rules of the legal clock lead, for whoever must know a day without asking for a due date: until when something is valid. */
@Component
public class Termes {

    private final Regles regles;
    private final Horloge horloge;

    Termes(Regles regles, Horloge horloge) {
        this.regles = regles;
        this.horloge = horloge;
    }

    /** Last day of the period a rule counts from a day, by the version of the rule in force that day. */
    public LocalDate de(String regle, LocalDate origine) {
        return regles.enVigueur(regle, origine).delai().terme(Origine.de(origine), horloge.zone()).jour();
    }
}
