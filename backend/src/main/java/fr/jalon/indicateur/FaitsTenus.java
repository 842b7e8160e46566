package fr.jalon.indicateur;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The facts as they stand, kept in memory and brought forward: of the files touched since they were last read, what was is taken out and what is is put
 * in, as the sums are. For screens and files; what controls the sums reads everything again ({@link LectureFaits}).
 */
@Component
class FaitsTenus {

    /** More files touched than that: reading everything is no slower. */
    private static final int TOUCHES_MAX = 4000;

    private static final int PASSES_GARDEES = 3;

    private record Tenus(String cloture, SoftReference<Faits> faits) {
    }

    private final JdbcClient jdbc;
    private final LectureFaits lecture;
    private final LectureCiblee ciblee;
    private Tenus tenus;
    private final Map<String, SoftReference<Faits>> passes = new LinkedHashMap<>(4, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SoftReference<Faits>> plusAncienne) {
            return size() > PASSES_GARDEES;
        }
    };

    FaitsTenus(JdbcClient jdbc, LectureFaits lecture, LectureCiblee ciblee) {
        this.jdbc = jdbc;
        this.lecture = lecture;
        this.ciblee = ciblee;
    }

    /** Below a fence of now: one that moves forward. */
    synchronized Faits maintenant(String cloture) {
        Faits faits = depuis(cloture);
        if (tenus == null || tenus.faits().get() == null || !CumulEnBase.avant(cloture, tenus.cloture())) {
            tenus = new Tenus(cloture, new SoftReference<>(faits));
        }
        return faits;
    }

    /** Below any fence: not far from the kept one, back or forward, only what was touched between is read. */
    synchronized Faits lire(String cloture) {
        return passes.containsKey(cloture) && passes.get(cloture).get() != null ? passes.get(cloture).get() : garder(cloture, depuis(cloture));
    }

    private Faits garder(String cloture, Faits faits) {
        passes.put(cloture, new SoftReference<>(faits));
        return faits;
    }

    private Faits depuis(String cloture) {
        Faits gardes = tenus == null ? null : tenus.faits().get();
        // What was kept by somebody who saw more than this transaction does is not gone back from.
        if (gardes == null || CumulEnBase.avant(lecture.cloture(), tenus.cloture())) {
            return lecture.lire(cloture);
        }
        if (tenus.cloture().equals(cloture)) {
            return gardes;
        }
        boolean avant = CumulEnBase.avant(cloture, tenus.cloture());
        Cible touches = ciblee.touches(avant ? cloture : tenus.cloture(), avant ? tenus.cloture() : cloture);
        return touches.vide() ? avecPlaces(gardes) : touches.taille() > TOUCHES_MAX ? lecture.lire(cloture) : avancer(gardes, touches, cloture);
    }

    /** Places are dated data that no event tells. */
    private Faits avecPlaces(Faits f) {
        List<FaitsMesures.Places> places = ciblee.places();
        FaitsMesures m = f.mesures();
        return places.equals(m.places()) ? f
                : new Faits(f.informations(), f.ips(), new FaitsMesures(m.periodes(), m.actes(), places, m.naissances(), m.foyers(), m.sexes()));
    }

    private Faits avancer(Faits avant, Cible touches, String cloture) {
        Faits neufs = ciblee.faits(touches, cloture);
        Set<UUID> racines = touches.racines(EnfantsReunis.lire(jdbc, cloture));
        Set<UUID> sortis = new HashSet<>(touches.autres());
        sortis.addAll(touches.enfants());
        Set<UUID> ips = new HashSet<>(touches.ips());
        neufs.ips().forEach(ip -> ips.add(ip.id()));
        FaitsMesures a = avant.mesures();
        FaitsMesures n = neufs.mesures();
        return new Faits(reunir(avant.informations(), i -> !touches.informations().contains(i.id()), neufs.informations(), i -> touches.informations().contains(i.id())),
                reunir(avant.ips(), ip -> !ips.contains(ip.id()), neufs.ips(), ip -> true),
                new FaitsMesures(parCle(a.periodes(), n.periodes(), sortis, racines, FaitsMesures.Periode::enfant, FaitsMesures.Periode::mesure),
                        parCle(a.actes(), n.actes(), sortis, racines, FaitsMesures.Acte::enfant, FaitsMesures.Acte::mesure), n.places(),
                        traits(a.naissances(), n.naissances(), touches.enfants()), traits(a.foyers(), n.foyers(), touches.enfants()),
                        traits(a.sexes(), n.sexes(), touches.enfants())));
    }

    private static <T> List<T> reunir(Collection<T> avant, Predicate<T> reste, Collection<T> apres, Predicate<T> entre) {
        List<T> tous = new ArrayList<>(avant.size() + apres.size());
        avant.stream().filter(reste).forEach(tous::add);
        apres.stream().filter(entre).forEach(tous::add);
        return tous;
    }

    /** A history is that of a child, or of a file that is no child's. */
    private static <T> Map<String, List<T>> parCle(Map<String, List<T>> avant, Map<String, List<T>> apres, Set<UUID> sortis, Set<UUID> racines, Function<T, UUID> enfant,
            Function<T, UUID> fichier) {
        Function<T, UUID> racine = x -> enfant.apply(x) == null ? fichier.apply(x) : enfant.apply(x);
        Map<String, List<T>> tous = new HashMap<>(avant);
        Set<String> cles = new HashSet<>(avant.keySet());
        cles.addAll(apres.keySet());
        for (String cle : cles) {
            List<T> siens = avant.getOrDefault(cle, List.of());
            List<T> neufs = apres.getOrDefault(cle, List.of());
            if (!neufs.isEmpty() || siens.stream().anyMatch(x -> sortis.contains(racine.apply(x)))) {
                tous.put(cle, reunir(siens, x -> !sortis.contains(racine.apply(x)), neufs, x -> racines.contains(racine.apply(x))));
            }
        }
        return tous;
    }

    private static <V> Map<UUID, V> traits(Map<UUID, V> avant, Map<UUID, V> apres, Set<UUID> enfants) {
        Map<UUID, V> tous = new HashMap<>(avant);
        tous.keySet().removeAll(enfants);
        apres.forEach((enfant, v) -> {
            if (enfants.contains(enfant)) {
                tous.put(enfant, v);
            }
        });
        return tous;
    }
}
