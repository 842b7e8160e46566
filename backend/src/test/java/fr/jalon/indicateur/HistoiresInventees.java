package fr.jalon.indicateur;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.BiFunction;

/** Facts of invented files, their dates drawn where mistakes are: ends of months and years, 29 February, the day itself, none at all. */
final class HistoiresInventees {

    private static final List<LocalDate> BORDS = List.of(LocalDate.of(2022, 12, 31), LocalDate.of(2023, 1, 1), LocalDate.of(2023, 2, 28), LocalDate.of(2023, 3, 1),
            LocalDate.of(2023, 12, 31), LocalDate.of(2024, 1, 1), LocalDate.of(2024, 2, 28), LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 1),
            LocalDate.of(2024, 3, 2), LocalDate.of(2024, 3, 31), LocalDate.of(2024, 4, 1), LocalDate.of(2024, 12, 31), LocalDate.of(2025, 1, 1),
            LocalDate.of(2026, 3, 15), LocalDate.of(2026, 3, 16), LocalDate.of(2026, 12, 31));
    private static final List<String> UNITES = List.of("u1", "u2", "u3");
    private static final List<String> SERVICES = List.of("s1", "s2", "s3");
    private static final List<String> PRODUITS = List.of("MEP", "PAD", "PLACEMENT");

    private HistoiresInventees() {
    }

    private static LocalDate jour(SplittableRandom h) {
        return h.nextInt(3) == 0 ? BORDS.get(h.nextInt(BORDS.size())) : LocalDate.of(2021, 10, 1).plusDays(h.nextInt(1700));
    }

    private static <T> T un(SplittableRandom h, List<T> parmi) {
        return parmi.get(h.nextInt(parmi.size()));
    }

    static Faits faits(SplittableRandom h, int enfants, int ips) {
        Map<String, List<FaitsMesures.Periode>> periodes = new HashMap<>();
        Map<String, List<FaitsMesures.Acte>> actes = new HashMap<>();
        Map<UUID, LocalDate> naissances = new LinkedHashMap<>();
        Map<UUID, String> sexes = new HashMap<>();
        List<UUID> tous = new ArrayList<>();
        for (int e = 0; e < enfants; e++) {
            UUID enfant = new UUID(h.nextLong(), h.nextLong());
            tous.add(enfant);
            sexes.put(enfant, un(h, List.of("FILLE", "GARCON")));
            if (h.nextInt(6) > 0) {
                // Many come of age, or are born on 29 February.
                naissances.put(enfant, h.nextInt(6) == 0 ? LocalDate.of(2008, 2, 29) : LocalDate.of(2004 + h.nextInt(20), 1, 1).plusDays(h.nextInt(365)));
            }
            for (int m = h.nextInt(3); m >= 0; m--) {
                mesure(h, enfant, periodes, actes);
            }
            if (h.nextInt(2) == 0) {
                projet(h, enfant, periodes, actes);
            }
            if (h.nextInt(2) == 0) {
                autonomie(h, enfant, periodes, actes);
            }
        }
        List<Faits.Information> informations = new ArrayList<>();
        List<Faits.Ip> liste = new ArrayList<>();
        for (int i = 0; i < ips; i++) {
            ip(h, tous, informations, liste);
        }
        return new Faits(informations, liste, new FaitsMesures(periodes, actes, List.of(), naissances, Map.of(), sexes));
    }

    private static Map<String, String> dimensions(SplittableRandom h) {
        Map<String, String> d = new HashMap<>();
        d.put("produit", un(h, PRODUITS));
        d.put("base", un(h, List.of("PLACEMENT_ASE", "APJM", "AED")));
        d.put("mna", un(h, List.of("OUI", "NON", "NON")));
        d.put("mdph", un(h, List.of("OUI", "NON")));
        if (h.nextInt(4) > 0) {
            d.put("service", un(h, SERVICES));
        }
        if (h.nextBoolean()) {
            d.put("accueil", "OUI");
        }
        return d;
    }

    private static List<FaitsMesures.Segment> segments(SplittableRandom h, LocalDate debut) {
        List<FaitsMesures.Segment> segments = new ArrayList<>();
        LocalDate du = debut;
        for (int s = h.nextInt(3); s >= 0; s--) {
            LocalDate fin = s == 0 && h.nextInt(3) == 0 ? null : h.nextInt(8) == 0 ? du : du.plusDays(h.nextInt(500));
            segments.add(new FaitsMesures.Segment(du, fin, un(h, UNITES), dimensions(h)));
            if (fin == null) {
                break;
            }
            du = fin;
        }
        return segments;
    }

    private static void periode(Map<String, List<FaitsMesures.Periode>> periodes, SplittableRandom h, String genre, UUID sujet, UUID enfant, LocalDate debut) {
        periodes.computeIfAbsent(genre, k -> new ArrayList<>()).add(new FaitsMesures.Periode(new UUID(h.nextLong(), h.nextLong()), sujet, enfant, segments(h, debut)));
    }

    private static void acte(Map<String, List<FaitsMesures.Acte>> actes, SplittableRandom h, String type, UUID sujet, UUID enfant, LocalDate jour, Map<String, String> autres) {
        Map<String, String> d = dimensions(h);
        d.putAll(autres);
        actes.computeIfAbsent(type, k -> new ArrayList<>()).add(new FaitsMesures.Acte(sujet, enfant, jour, un(h, UNITES), d));
    }

    private static void mesure(SplittableRandom h, UUID enfant, Map<String, List<FaitsMesures.Periode>> periodes, Map<String, List<FaitsMesures.Acte>> actes) {
        UUID mesure = new UUID(h.nextLong(), h.nextLong());
        LocalDate decidee = jour(h);
        periode(periodes, h, "MESURE", mesure, enfant, decidee);
        for (int n = h.nextInt(3); n > 0; n--) {
            periode(periodes, h, "EXERCEE", mesure, enfant, decidee.plusDays(h.nextInt(200)));
        }
        if (h.nextBoolean()) {
            periode(periodes, h, "CONFIE", mesure, enfant, decidee.plusDays(h.nextInt(100)));
        }
        for (int n = h.nextInt(4); n > 0; n--) {
            acte(actes, h, "mesure.renouvelee", mesure, enfant, jour(h), Map.of());
        }
    }

    private static void projet(SplittableRandom h, UUID enfant, Map<String, List<FaitsMesures.Periode>> periodes, Map<String, List<FaitsMesures.Acte>> actes) {
        UUID projet = new UUID(h.nextLong(), h.nextLong());
        LocalDate debut = jour(h);
        periode(periodes, h, "PROJET", projet, enfant, debut);
        periode(periodes, h, "PROJET_VALIDE", projet, enfant, debut.plusDays(h.nextInt(120)));
        acte(actes, h, "projet.ouvert", projet, enfant, debut, Map.of());
        if (h.nextBoolean()) {
            acte(actes, h, "projet.etabli", projet, enfant, debut.plusDays(h.nextInt(120) - 10), Map.of());
        }
    }

    private static void autonomie(SplittableRandom h, UUID enfant, Map<String, List<FaitsMesures.Periode>> periodes, Map<String, List<FaitsMesures.Acte>> actes) {
        UUID parcours = new UUID(h.nextLong(), h.nextLong());
        periode(periodes, h, "AUTONOMIE", parcours, enfant, jour(h));
        if (h.nextBoolean()) {
            acte(actes, h, "autonomie.entretien", parcours, enfant, jour(h), Map.of("issue", "TENU", "genre", "ORDINAIRE"));
        }
        if (h.nextBoolean()) {
            acte(actes, h, "autonomie.personne-reference", parcours, enfant, jour(h), Map.of("choisie", un(h, List.of("OUI", "NON"))));
        }
    }

    private static void ip(SplittableRandom h, List<UUID> enfants, List<Faits.Information> informations, List<Faits.Ip> liste) {
        UUID ip = new UUID(h.nextLong(), h.nextLong());
        LocalDate recue = jour(h);
        String unite = un(h, UNITES);
        boolean qualifiee = h.nextInt(4) > 0;
        informations.add(new Faits.Information(new UUID(h.nextLong(), h.nextLong()), new Faits.Fait(recue, unite), h.nextInt(8) > 0,
                qualifiee ? "IP" : h.nextBoolean() ? null : "TRANSMISE", qualifiee ? ip : null));
        if (qualifiee && h.nextInt(4) == 0) {
            informations.add(new Faits.Information(new UUID(h.nextLong(), h.nextLong()), new Faits.Fait(jour(h), unite), true, "JOINTE", ip));
        }
        if (!qualifiee) {
            return;
        }
        List<Faits.Intervalle> traitement = new ArrayList<>();
        LocalDate du = recue;
        for (int s = h.nextInt(3); s >= 0; s--) {
            LocalDate fin = s == 0 && h.nextInt(3) == 0 ? null : h.nextInt(8) == 0 ? du : du.plusDays(h.nextInt(150));
            traitement.add(new Faits.Intervalle(du, fin, un(h, UNITES)));
            if (fin == null) {
                break;
            }
            du = fin;
        }
        List<Faits.Intervalle> consignes = new ArrayList<>();
        if (h.nextInt(3) == 0) {
            LocalDate debut = recue.plusDays(h.nextInt(60));
            consignes.add(new Faits.Intervalle(debut, h.nextInt(3) == 0 ? null : debut.plusDays(h.nextInt(60)), unite));
        }
        List<Faits.Mineur> mineurs = new ArrayList<>();
        for (int m = h.nextInt(3); m > 0; m--) {
            boolean aNaitre = h.nextInt(4) == 0;
            mineurs.add(new Faits.Mineur(enfants.isEmpty() || h.nextInt(3) == 0 ? new UUID(h.nextLong(), h.nextLong()) : un(h, enfants), aNaitre,
                    aNaitre && h.nextBoolean() ? recue.plusDays(h.nextInt(300) - 20) : null));
        }
        BiFunction<Integer, Integer, Faits.Fait> peutEtre = (chances, jours) -> h.nextInt(chances) == 0 ? null : new Faits.Fait(recue.plusDays(h.nextInt(jours)), un(h, UNITES));
        liste.add(new Faits.Ip(ip, traitement, peutEtre.apply(3, 150), peutEtre.apply(3, 200), peutEtre.apply(2, 100),
                h.nextInt(5) == 0 ? null : recue.plusMonths(3), h.nextInt(4) == 0, consignes, mineurs));
    }

    /** The same places, each measure exercised once at most: what a service exercises of a product is told of each. */
    static Faits placees(Faits f, List<FaitsMesures.Places> places) {
        Map<String, List<FaitsMesures.Periode>> periodes = new HashMap<>(f.mesures().periodes());
        Map<UUID, FaitsMesures.Periode> uniques = new LinkedHashMap<>();
        f.mesures().periodes("EXERCEE").forEach(p -> uniques.putIfAbsent(p.mesure(), p));
        periodes.put("EXERCEE", List.copyOf(uniques.values()));
        return new Faits(f.informations(), f.ips(), new FaitsMesures(periodes, f.mesures().actes(), places, f.mesures().naissances(), Map.of(), f.mesures().sexes()));
    }

    /** Those of two sets of files that have none in common. */
    static Faits reunir(Faits a, Faits b) {
        Map<String, List<FaitsMesures.Periode>> periodes = new HashMap<>();
        Map<String, List<FaitsMesures.Acte>> actes = new HashMap<>();
        Map<UUID, LocalDate> naissances = new HashMap<>();
        Map<UUID, String> sexes = new HashMap<>();
        List<Faits.Information> informations = new ArrayList<>();
        List<Faits.Ip> ips = new ArrayList<>();
        for (Faits f : List.of(a, b)) {
            f.mesures().periodes().forEach((g, p) -> periodes.computeIfAbsent(g, k -> new ArrayList<>()).addAll(p));
            f.mesures().actes().forEach((t, x) -> actes.computeIfAbsent(t, k -> new ArrayList<>()).addAll(x));
            naissances.putAll(f.mesures().naissances());
            sexes.putAll(f.mesures().sexes());
            informations.addAll(f.informations());
            ips.addAll(f.ips());
        }
        return new Faits(informations, ips, new FaitsMesures(periodes, actes, List.of(), naissances, Map.of(), sexes));
    }

    /** The same, of girls alone. */
    static Faits filles(Faits f) {
        Map<String, List<FaitsMesures.Periode>> periodes = new HashMap<>();
        Map<String, List<FaitsMesures.Acte>> actes = new HashMap<>();
        f.mesures().periodes().forEach((g, p) -> periodes.put(g, p.stream().filter(x -> "FILLE".equals(f.mesures().sexes().get(x.enfant()))).toList()));
        f.mesures().actes().forEach((t, x) -> actes.put(t, x.stream().filter(y -> "FILLE".equals(f.mesures().sexes().get(y.enfant()))).toList()));
        return new Faits(f.informations(), f.ips(), new FaitsMesures(periodes, actes, List.of(), f.mesures().naissances(), Map.of(), f.mesures().sexes()));
    }
}
