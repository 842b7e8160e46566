package fr.jalon.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fr.jalon.departement.Departement;

/** All histories of a seed, told in order: which are over at the anchor, which are under way, and the numbers each bears. */
final class Chronique {

    /**
     * @param ip rank among the IP of its year, or 0 when not qualified
     * @param complement number of its complement, or 0
     */
    record Rang(Amorces.Amorce amorce, boolean close, int ip, int complement) {
    }

    private final Scenariste scenariste;
    private final List<Rang> rangs = new ArrayList<>();
    private final Map<Integer, Integer> derniersInf = new HashMap<>();
    private final Map<Integer, Integer> derniersIp = new HashMap<>();

    Chronique(Semis.Graine graine, Departement departement, Volumes volumes, List<Personnel.Agent> agents) {
        this.scenariste = new Scenariste(graine, departement, agents);
        List<Volumes.Annee> annees = volumes.jusqua(graine);
        annees.forEach(a -> derniersInf.put(a.annee(), a.recues()));
        Instant ancre = graine.ancre().atStartOfDay(java.time.ZoneId.of(departement.profil().zone())).toInstant();
        for (Amorces.Amorce a : Amorces.tirer(graine, annees)) {
            Histoire h = scenariste.imaginer(a);
            boolean close = h.terminee().isBefore(ancre);
            int ip = close && h.qualifiee() ? derniersIp.merge(a.annee(), 1, Integer::sum) : 0;
            int annee = h.complement() == null ? a.annee() : h.complement().le().atZone(java.time.ZoneOffset.UTC).getYear();
            int complement = close && h.complement() != null ? derniersInf.merge(annee, 1, Integer::sum) : 0;
            rangs.add(new Rang(a, close, ip, complement));
        }
    }

    List<Rang> closes() {
        return rangs.stream().filter(Rang::close).toList();
    }

    List<Rang> ouvertes() {
        return rangs.stream().filter(r -> !r.close()).toList();
    }

    Histoire histoire(Rang r) {
        Histoire h = scenariste.imaginer(r.amorce());
        return r.complement() == 0 ? h : h.numerote(r.complement());
    }

    /** Last number given in each series, by year: live intakes go on from there. */
    Map<Integer, Integer> derniersInf() {
        return derniersInf;
    }

    Map<Integer, Integer> derniersIp() {
        return derniersIp;
    }
}
