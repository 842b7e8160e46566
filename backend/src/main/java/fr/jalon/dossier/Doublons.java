package fr.jalon.dossier;

import java.util.UUID;

import fr.jalon.commun.base.Ecritures;
import fr.jalon.commun.temps.Horloge;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notices pairs of files that may be one child: same sound of name and first given name, births that can be one. */
@Component
class Doublons {

    /** Below, homonyms would drown the list. */
    private static final double NOTE_MINIMALE = 0.75;

    private final JdbcClient jdbc;
    private final Ecritures ecritures;
    private final Horloge horloge;

    Doublons(JdbcClient jdbc, Ecritures ecritures, Horloge horloge) {
        this.jdbc = jdbc;
        this.ecritures = ecritures;
        this.horloge = horloge;
    }

    /** Run when a child is written; a pair somebody already looked at is not brought back. */
    void reperer(Enfant enfant) {
        if (enfant.nonNomme() || enfant.nom().isBlank() || enfant.prenoms().isBlank()) {
            return;
        }
        // Homonyms are looked for everywhere, whoever writes: the function tells ids and a score.
        ecritures.ecrire("""
                insert into doublon_probable(enfant_a, enfant_b, note, repere_le)
                select d.enfant_a, d.enfant_b, d.note, ? from doublons_de(?, ?) d on conflict do nothing""",
                java.sql.Timestamp.from(horloge.maintenant()), enfant.id(), (float) NOTE_MINIMALE);
    }

    /** Forgets a pair nobody looked at, when one of the two changed. */
    void oublier(UUID enfant) {
        jdbc.sql("delete from doublon_probable where etat = 'A_VOIR' and (enfant_a = ? or enfant_b = ?)").params(enfant, enfant).update();
    }
}
