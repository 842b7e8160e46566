package fr.jalon.mesure.accueil;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.commun.Sujet;
import fr.jalon.evenement.Periodes;
import fr.jalon.mesure.EtatMesure;
import fr.jalon.mesure.Mesure;
import fr.jalon.mesure.SuiteMesure;

import org.springframework.stereotype.Component;

/**
 * One period a place, equal to the rows as acts leave them. The end of the measure is the end of each place: nobody has to say it again.
 * Counted apart from {@code CONFIE}, which lasts as long as the measure whatever the place.
 */
@Component
class PeriodesLieux implements SuiteMesure {

    static final String GENRE = "LIEU_ACCUEIL";

    private final LieuxEnBase lieux;
    private final Periodes periodes;

    PeriodesLieux(LieuxEnBase lieux, Periodes periodes) {
        this.lieux = lieux;
        this.periodes = periodes;
    }

    @Override
    public void suivre(Mesure m) {
        accorder(m, lieux.de(m.id()));
    }

    /** @return how many versions were closed or written */
    int accorder(Mesure m, List<Lieu> siens) {
        return periodes.accorder(GENRE, Sujet.mesure(m.id()), m.enfantId(), attendues(m, siens));
    }

    /** Whether the periods known are those the places make; writes nothing. */
    static boolean conformes(Mesure m, List<Lieu> siens, List<Periodes.Periode> connues) {
        Map<UUID, List<Periodes.Segment>> ecrites = new LinkedHashMap<>();
        connues.forEach(p -> ecrites.computeIfAbsent(p.periodeId(), k -> new ArrayList<>())
                .add(new Periodes.Segment(p.uniteId(), p.dimensions(), p.debut(), p.fin())));
        // Two places may begin on the same day: they are compared whatever their order.
        return connues.stream().allMatch(p -> m.enfantId().equals(p.enfantId())) && compter(ecrites.values()).equals(compter(attendues(m, siens)));
    }

    private static Map<List<Periodes.Segment>, Long> compter(Collection<List<Periodes.Segment>> periodes) {
        return periodes.stream().collect(Collectors.groupingBy(p -> p, Collectors.counting()));
    }

    private static List<List<Periodes.Segment>> attendues(Mesure m, List<Lieu> siens) {
        if (m.etat() == EtatMesure.ANNULEE || m.demarreeLe() == null) {
            return List.of();
        }
        return siens.stream().map(l -> List.of(new Periodes.Segment(m.uniteId(), dimensions(m, l), l.du(), fin(l.du(), l.au(), m.finieLe())))).toList();
    }

    private static LocalDate fin(LocalDate du, LocalDate au, LocalDate finie) {
        LocalDate fin = au == null || finie != null && finie.isBefore(au) ? finie : au;
        return fin != null && fin.isBefore(du) ? du : fin;
    }

    private static Map<String, String> dimensions(Mesure m, Lieu l) {
        Map<String, String> d = new LinkedHashMap<>();
        d.put("cadre", m.cadre());
        d.put("base", m.baseLegale());
        d.put("produit", m.produit());
        d.put("nature", l.nature().name());
        d.put("type", l.type());
        if (l.serviceId() != null) {
            d.put("service", l.serviceId());
        }
        if (l.familleId() != null) {
            d.put("famille", l.familleId().toString());
        }
        return d;
    }
}
