package fr.jalon.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.jalon.chemin.SujetDessine;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the drawn path needs of an IP: it passed where the information it comes from passed. */
@Component
public class IpDessinee implements SujetDessine {

    /** Key of the model of informations and IP. */
    public static final String CLE = "information-preoccupante";

    private final JdbcClient jdbc;

    IpDessinee(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Dates and reminders stand on the model without being acts of somebody. */
    static boolean acte(String evenement) {
        return !evenement.startsWith("echeance.") && !evenement.startsWith("rappel.");
    }

    @Override
    public TypeSujet type() {
        return TypeSujet.IP;
    }

    @Override
    public String cle() {
        return CLE;
    }

    @Override
    public List<Sujet> sujets(Sujet sujet) {
        List<Sujet> sujets = new ArrayList<>(List.of(sujet));
        jdbc.sql("select information_initiale_id from information_preoccupante where id = ?").param(sujet.id()).query(UUID.class).optional()
                .ifPresent(i -> sujets.add(Sujet.information(i)));
        return sujets;
    }

    @Override
    public boolean passage(String evenement) {
        return acte(evenement);
    }

    @Override
    public Optional<String> fin(Sujet sujet) {
        EtatIp etat = jdbc.sql("select etat from information_preoccupante where id = ?").param(sujet.id()).query(String.class).optional()
                .map(EtatIp::valueOf).orElseThrow(Introuvable::new);
        return switch (etat) {
            case TRAITEE -> Optional.of("traitee");
            case CLOSE_SANS_DECISION -> Optional.of("close-sans-decision");
            default -> Optional.empty();
        };
    }
}
