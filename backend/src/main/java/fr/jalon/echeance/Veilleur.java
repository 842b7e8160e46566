package fr.jalon.echeance;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.processus.Veille;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells when a file wakes and what is said then. All that came due is noted, one reminder is told: after a week of downtime, or for a
 * file entered late, there is one line and not four.
 */
@Component
class Veilleur implements Veille {

    private record Cle(UUID echeance, LocalDate dateLegale, String code) {

        static Cle de(Alerte a) {
            return new Cle(a.echeance().id(), a.echeance().dateLegale(), a.code());
        }
    }

    private final EcheanceEnBase base;
    private final Regles regles;
    private final Rappels rappels;
    private final SujetsNeufs neufs;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    Veilleur(EcheanceEnBase base, Regles regles, Rappels rappels, SujetsNeufs neufs, Horloge horloge, JdbcClient jdbc) {
        this.base = base;
        this.regles = regles;
        this.rappels = rappels;
        this.neufs = neufs;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Instant> prochaineAlerte(Sujet sujet) {
        return aVenir(sujet).stream().map(Alerte::prevueLe).min(Comparator.naturalOrder());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void rappeler(Sujet sujet) {
        Instant maintenant = horloge.maintenant();
        // The database decides who notes an alert: another node that fires at the same time finds the key taken and tells nothing.
        List<Alerte> notees = aVenir(sujet).stream().filter(a -> !a.prevueLe().isAfter(maintenant)).filter(a -> noter(a, maintenant)).toList();
        notees.stream().max(Alerte.force(horloge.zone(), rappels.etapes(sujet))).ifPresent(a -> rappels.dire(a, maintenant));
    }

    /** What was to be told before the file came in is noted, and told to nobody. */
    void taire(Sujet sujet, Instant avant) {
        aVenir(sujet).stream().filter(a -> a.prevueLe().isBefore(avant)).forEach(a -> noter(a, avant));
    }

    /** Alerts of the open due dates that were not noted yet. */
    private List<Alerte> aVenir(Sujet sujet) {
        List<Echeance> ouvertes = base.vivantes(sujet).stream().filter(Echeance::ouverte).toList();
        if (ouvertes.isEmpty()) {
            return List.of();
        }
        Set<Cle> notees = neufs.neuf(sujet) ? Set.of() : new HashSet<>(jdbc.sql("select echeance_id, date_legale, code from rappel where sujet_id = ? and sujet_type = ?")
                .params(sujet.id(), sujet.type().name())
                .query((l, n) -> new Cle(l.getObject(1, UUID.class), l.getObject(2, LocalDate.class), l.getString(3))).list());
        return ouvertes.stream().flatMap(e -> {
            Regle regle = regles.version(e.regleId());
            return regle.rappels().stream().map(code -> Alerte.de(e, regle, code, horloge.zone()));
        }).filter(a -> !notees.contains(Cle.de(a))).toList();
    }

    private boolean noter(Alerte a, Instant maintenant) {
        return jdbc.sql("""
                insert into rappel(id, echeance_id, date_legale, code, sujet_type, sujet_id, prevu_le, emis_le, depasse)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (echeance_id, date_legale, code) do nothing""")
                .params(fr.jalon.commun.Ids.nouveau(), a.echeance().id(), a.echeance().dateLegale(), a.code(),
                        a.echeance().sujet().type().name(), a.echeance().sujet().id(), Timestamp.from(a.prevueLe()),
                        Timestamp.from(maintenant), a.apresTerme(horloge.zone())).update() == 1;
    }
}
