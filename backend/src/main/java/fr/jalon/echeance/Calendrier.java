package fr.jalon.echeance;

import java.time.LocalDate;

import fr.jalon.departement.Profil;

import org.springframework.stereotype.Component;

/** The working days of this département, holidays of its profile included. */
@Component
public class Calendrier {

    private final JoursOuvres jours;

    Calendrier(Profil profil) {
        this.jours = new JoursOuvres(profil.joursFeries());
    }

    public LocalDate dernierOuvre(LocalDate jour) {
        return jours.dernierOuvre(jour);
    }

    JoursOuvres jours() {
        return jours;
    }
}
