package fr.jalon.diffusion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says which keys are hidden. First the small numbers of children; then as many others as it takes for none of the small ones to be found:
 * a small number is safe once another table exists, with the same printed figures, in which it is different. The proof is that other table
 * ({@link AutreMonde}); what cannot be proved is hidden more. A share is printed only when its two terms could be.
 */
public final class Secret {

    private final Map<String, Case> cases = new LinkedHashMap<>();
    private final List<Somme> sommes = new ArrayList<>();
    private final List<Part> parts;
    private final int seuil;
    private final Set<String> cachees = new LinkedHashSet<>();
    private final Set<String> totaux = new HashSet<>();

    private Secret(List<Case> cases, List<Somme> sommes, List<Part> parts, int seuil) {
        cases.forEach(c -> this.cases.put(c.cle(), c));
        sommes.stream().filter(s -> this.cases.containsKey(s.total()))
                .map(s -> new Somme(s.total(), s.parties().stream().filter(this.cases::containsKey).toList())).forEach(this.sommes::add);
        this.parts = parts.stream().filter(p -> this.cases.containsKey(p.numerateur()) && this.cases.containsKey(p.denominateur())).toList();
        this.seuil = seuil;
    }

    /**
     * Keys to hide, shares among them.
     *
     * @param seuil numbers of children from 1 to {@code seuil - 1} are small
     */
    public static Set<String> cachees(List<Case> cases, List<Somme> sommes, List<Part> parts, int seuil) {
        if (seuil <= 1) {
            return Set.of();
        }
        Set<String> cachees = new LinkedHashSet<>();
        Map<String, String> racines = racines(cases, sommes, parts);
        Map<String, List<Case>> blocs = new LinkedHashMap<>();
        cases.forEach(c -> blocs.computeIfAbsent(racine(racines, c.cle()), k -> new ArrayList<>()).add(c));
        Map<String, List<Somme>> leursSommes = new HashMap<>();
        sommes.forEach(s -> leursSommes.computeIfAbsent(racine(racines, s.total()), k -> new ArrayList<>()).add(s));
        Map<String, List<Part>> leursParts = new HashMap<>();
        parts.forEach(p -> leursParts.computeIfAbsent(racine(racines, p.numerateur()), k -> new ArrayList<>()).add(p));
        blocs.forEach((racine, bloc) -> cachees.addAll(new Secret(bloc, leursSommes.getOrDefault(racine, List.of()), leursParts.getOrDefault(racine, List.of()), seuil).decider()));
        return cachees;
    }

    /** What no sum and no share links tells nothing of each other: each block is decided by itself. */
    private static Map<String, String> racines(List<Case> cases, List<Somme> sommes, List<Part> parts) {
        Map<String, String> racines = new HashMap<>();
        cases.forEach(c -> racines.put(c.cle(), c.cle()));
        sommes.forEach(s -> s.parties().forEach(p -> unir(racines, s.total(), p)));
        parts.forEach(p -> {
            unir(racines, p.numerateur(), p.denominateur());
            // Two shares under one key, or a share of a share, go together.
            unir(racines, p.cle(), p.numerateur());
        });
        return racines;
    }

    private static void unir(Map<String, String> racines, String a, String b) {
        racines.put(racine(racines, a), racine(racines, b));
    }

    private static String racine(Map<String, String> racines, String cle) {
        String r = cle;
        while (!racines.getOrDefault(r, r).equals(r)) {
            r = racines.get(r);
        }
        return r;
    }

    private Set<String> decider() {
        Set<String> parUnePart = new HashSet<>();
        for (Part p : parts) {
            Case n = cases.get(p.numerateur());
            Case d = cases.get(p.denominateur());
            parUnePart.add(n.cle());
            parUnePart.add(d.cle());
            // Those who do not meet the condition: nobody prints them, anybody subtracts.
            long enfants = n.enfants() < 0 || d.enfants() < 0 ? -1 : Math.max(0, d.enfants() - n.enfants());
            cases.put(p.reste(), new Case(p.reste(), Math.max(0, d.valeur() - n.valeur()), enfants, false));
            cachees.add(p.reste());
            sommes.add(new Somme(d.cle(), List.of(n.cle(), p.reste())));
        }
        sommes.forEach(s -> totaux.add(s.total()));
        List<String> petites = new ArrayList<>();
        for (Case c : cases.values()) {
            // A term that is not printed is given by its share all the same.
            if (c.petite(seuil) || !c.publiee() && !parUnePart.contains(c.cle())) {
                cachees.add(c.cle());
            }
            if (c.petite(seuil)) {
                petites.add(c.cle());
            }
        }
        boolean sure = false;
        while (!sure) {
            AutreMonde autre = new AutreMonde(cases, sommes, cachees);
            sure = true;
            for (String petite : petites) {
                if (!autre.existe(petite)) {
                    Optional<String> aussi = aCacher(petite);
                    if (aussi.isPresent()) {
                        cachees.add(aussi.get());
                        sure = false;
                        break;
                    }
                }
            }
        }
        Set<String> dites = new LinkedHashSet<>(cachees);
        parts.forEach(p -> {
            dites.remove(p.reste());
            Case reste = cases.get(p.reste());
            if (cachees.contains(p.numerateur()) || cachees.contains(p.denominateur()) || reste.petite(seuil)) {
                dites.add(p.cle());
            }
        });
        return dites;
    }

    /** The smallest number still shown beside the one to protect, a part before a total; failing that, the nearest one linked to it. */
    private Optional<String> aCacher(String petite) {
        Set<String> atteintes = new LinkedHashSet<>(Set.of(petite));
        while (true) {
            Set<String> voisines = new LinkedHashSet<>();
            sommes.stream().map(Secret::membres).filter(m -> m.stream().anyMatch(atteintes::contains)).forEach(voisines::addAll);
            Optional<String> choisie = voisines.stream().filter(v -> !cachees.contains(v) && cases.get(v).valeur() > 0)
                    .min(Comparator.<String, Boolean>comparing(totaux::contains).thenComparing(v -> cases.get(v).valeur()));
            if (choisie.isPresent() || !atteintes.addAll(voisines)) {
                return choisie;
            }
        }
    }

    static List<String> membres(Somme s) {
        List<String> membres = new ArrayList<>(s.parties());
        membres.add(s.total());
        return membres;
    }
}
