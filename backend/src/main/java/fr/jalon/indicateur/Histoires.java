package fr.jalon.indicateur;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Facts cut into histories. Only those asked for are there: others were read because one of these depends on them.
 *
 * @param ips IPs that contribute
 * @param informations informations that contribute
 * @param parIp every IP read, for what an information says of its own
 */
record Histoires(List<Histoire> enfants, List<Faits.Ip> ips, List<Faits.Information> informations, Map<UUID, Faits.Ip> parIp) {

    /** @param cible null for all */
    static Histoires de(Faits faits, Cible cible, EnfantsReunis reunis) {
        Predicate<UUID> voulues = cible == null ? r -> true : cible.racines(reunis)::contains;
        Map<UUID, Morceaux> racines = new LinkedHashMap<>();
        faits.mesures().periodes().forEach((genre, periodes) -> periodes.forEach(p -> {
            UUID racine = p.enfant() == null ? p.mesure() : p.enfant();
            if (voulues.test(racine)) {
                racines.computeIfAbsent(racine, k -> new Morceaux(p.enfant())).periodes.computeIfAbsent(genre, k -> new ArrayList<>(2)).add(p);
            }
        }));
        faits.mesures().actes().forEach((type, actes) -> actes.forEach(a -> {
            UUID racine = a.enfant() == null ? a.mesure() : a.enfant();
            if (voulues.test(racine)) {
                racines.computeIfAbsent(racine, k -> new Morceaux(a.enfant())).actes.computeIfAbsent(type, k -> new ArrayList<>(2)).add(a);
            }
        }));
        faits.ips().forEach(ip -> ip.mineurs().forEach(m -> {
            if (voulues.test(m.enfant())) {
                racines.computeIfAbsent(m.enfant(), k -> new Morceaux(m.enfant())).venues.add(new Histoire.Venue(ip, m));
            }
        }));
        List<Histoire> enfants = new ArrayList<>(racines.size());
        racines.forEach((racine, m) -> enfants.add(m.histoire(racine, faits.mesures())));
        Map<UUID, Faits.Ip> parIp = new HashMap<>();
        faits.ips().forEach(ip -> parIp.put(ip.id(), ip));
        return new Histoires(enfants, cible == null ? faits.ips() : faits.ips().stream().filter(i -> cible.ips().contains(i.id())).toList(),
                cible == null ? faits.informations() : faits.informations().stream().filter(i -> cible.informations().contains(i.id())).toList(), parIp);
    }

    private static final class Morceaux {
        private final UUID enfant;
        private final Map<String, List<FaitsMesures.Periode>> periodes = new HashMap<>();
        private final Map<String, List<FaitsMesures.Acte>> actes = new HashMap<>();
        private final List<Histoire.Venue> venues = new ArrayList<>(0);

        Morceaux(UUID enfant) {
            this.enfant = enfant;
        }

        Histoire histoire(UUID racine, FaitsMesures tous) {
            LocalDate naissance = enfant == null ? null : tous.naissances().get(enfant);
            return new Histoire(racine, enfant, naissance, enfant == null ? "INCONNU" : tous.sexes().getOrDefault(enfant, "INCONNU"),
                    new Faits(List.of(), List.of(), new FaitsMesures(periodes, actes, List.of(), naissance == null ? Map.of() : Map.of(enfant, naissance))),
                    venues);
        }
    }
}
