package fr.jalon.indicateur;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.evenement.LibellesEvenements;
import fr.jalon.indicateur.Collecte.AxeCumul;
import fr.jalon.indicateur.Collecte.Cle;
import fr.jalon.indicateur.Collecte.Grain;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is behind a figure: how many different children, which is what disclosure control protects, and which files came in or went out of it
 * between two readings. Recounted, never rolled up: asked for what leaves the house and for revisions.
 */
@Service
public class Derriere {

    /**
     * Different children behind a figure.
     *
     * @param comptes of the files counted
     * @param base of the files among which they are counted; the same for what is no share
     */
    public record Enfants(long comptes, long base) {
    }

    /** @param actes what was said since of the files that moved, in words, with how many times */
    public record Mouvement(long entres, long sortis, Map<String, Long> actes) {
    }

    private static final String DITS = """
            select e.type, count(distinct e.id) as combien from evenement e join evenement_sujet s on s.evenement_id = e.id
            where s.sujet_id in (:ids) and e.transaction_id >= cast(:depuis as xid8) group by e.type""";
    /** More than that is told as a crowd, not file by file. */
    private static final int AU_PLUS = 20_000;

    private record ParDossier(WeakReference<Faits> faits, Enfances enfants) {
    }

    private static final int LECTURES_GARDEES = 4;
    private final ArrayDeque<ParDossier> derniers = new ArrayDeque<>();
    private final Catalogue catalogue;
    private final LectureFaits lecture;
    private final FaitsTenus tenus;
    private final Clotures clotures;
    private final Recompte recompte;
    private final Calculs calculs;
    private final LibellesEvenements libelles;
    private final JdbcClient jdbc;

    Derriere(Catalogue catalogue, LectureFaits lecture, FaitsTenus tenus, Clotures clotures, Recompte recompte, Calculs calculs, LibellesEvenements libelles, JdbcClient jdbc) {
        this.catalogue = catalogue;
        this.lecture = lecture;
        this.tenus = tenus;
        this.clotures = clotures;
        this.recompte = recompte;
        this.calculs = calculs;
        this.libelles = libelles;
        this.jdbc = jdbc;
    }

    /** By code, then by year. Figures that are numbers of children are read from the sums; the others are looked behind. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Map<String, Map<Integer, Enfants>> enfants(List<String> codes, int du, int au, Connu connu) {
        Map<String, Indicateur> indicateurs = new LinkedHashMap<>();
        codes.forEach(code -> indicateurs.put(code, catalogue.trouver(code)));
        Clotures.Lecture l = clotures.de(connu);
        Calculs.Calcul sommes = calculs.de(indicateurs.values().stream().filter(i -> Detail.nombreDEnfants(i.mesure())).toList(), AxeCumul.TOTAL, Grain.ANNEE, connu);
        Map<String, Map<Integer, Enfants>> comptes = new HashMap<>();
        boolean derriere = indicateurs.values().stream().anyMatch(i -> !Detail.nombreDEnfants(i.mesure()));
        Faits faits = derriere ? faits(connu, l) : null;
        Enfances parDossier = derriere ? parDossier(faits) : null;
        indicateurs.forEach((code, i) -> {
            Map<Integer, Enfants> siens = comptes.computeIfAbsent(code, c -> new HashMap<>());
            for (int annee = du; annee <= au; annee++) {
                siens.put(annee, Detail.nombreDEnfants(i.mesure()) ? enfants(sommes.annee(i, annee, Cle.TOTAL))
                        : enfants(recompte.annee(i, faits, annee, l.aujourdhui(), null, Map.of()), parDossier));
            }
        });
        return comptes;
    }

    static Enfants enfants(Chiffre c) {
        long nombre = c.valeur() == null ? 0 : c.base() != null ? c.effectif() : c.valeur().longValue();
        return new Enfants(nombre, c.valeur() == null ? 0 : c.base() != null ? c.base() : nombre);
    }

    /** Of one figure split by unit, month or product, by key of the split. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Map<String, Enfants> enfants(String code, int annee, Decoupe decoupe, List<String> cles, Connu connu) {
        Clotures.Lecture l = clotures.de(connu);
        Faits faits = faits(connu, l);
        Indicateur i = catalogue.trouver(code);
        Enfances parDossier = parDossier(faits);
        Map<String, Enfants> comptes = new HashMap<>();
        for (String cle : cles) {
            Resultat r = switch (decoupe) {
                case UNITE -> recompte.annee(i, faits, annee, l.aujourdhui(), Set.of(cle), Map.of());
                case MOIS -> recompte.mois(i, faits, annee, Integer.parseInt(cle.substring(5)), l.aujourdhui(), null);
                case PRODUIT -> recompte.annee(i, faits, annee, l.aujourdhui(), null, Map.of(Axe.PRODUIT.dimension(), cle));
                // Split child by child: the figure says how many.
                case SEXE, AGE -> null;
            };
            if (r != null) {
                comptes.put(cle, enfants(r, parDossier));
            }
        }
        return comptes;
    }

    /** Which files came in and went out of a figure between two readings, and what was said of them. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Mouvement entre(String code, int annee, Connu avant, Connu apres) {
        Clotures.Lecture debut = clotures.de(avant);
        Clotures.Lecture fin = clotures.de(apres);
        Indicateur i = catalogue.trouver(code);
        Set<UUID> alors = dossiers(recompte.annee(i, lecture.lire(debut.cloture()), annee, fin.aujourdhui(), null, Map.of()));
        Set<UUID> maintenant = dossiers(recompte.annee(i, lecture.lire(fin.cloture()), annee, fin.aujourdhui(), null, Map.of()));
        List<UUID> entres = maintenant.stream().filter(id -> !alors.contains(id)).toList();
        List<UUID> sortis = alors.stream().filter(id -> !maintenant.contains(id)).toList();
        List<UUID> bouges = new ArrayList<>(entres);
        bouges.addAll(sortis);
        Map<String, Long> actes = new TreeMap<>();
        // The same files, another figure (a length, a share): what was said of them is the reason.
        List<UUID> demandes = bouges.isEmpty() ? List.copyOf(maintenant) : bouges;
        if (!demandes.isEmpty() && demandes.size() <= AU_PLUS) {
            jdbc.sql(DITS).param("ids", demandes).param("depuis", debut.cloture())
                    .query(l -> { actes.merge(libelles.de(l.getString("type")), l.getLong("combien"), Long::sum); });
        }
        return new Mouvement(entres.size(), sortis.size(), actes);
    }

    /** Of one figure of those facts. */
    Enfants enfants(Resultat r, Faits faits) {
        return enfants(r, parDossier(faits));
    }

    private Faits faits(Connu connu, Clotures.Lecture l) {
        return connu.estMaintenant() ? tenus.maintenant(l.cloture()) : tenus.lire(l.cloture());
    }

    /** Of the last facts asked (now, closed years): made once for all the figures of a table and of its splits. */
    private synchronized Enfances parDossier(Faits faits) {
        for (ParDossier d : derniers) {
            if (d.faits().get() == faits) {
                return d.enfants();
            }
        }
        ParDossier neuf = new ParDossier(new WeakReference<>(faits), new Enfances(enfants(faits)));
        derniers.addFirst(neuf);
        if (derniers.size() > LECTURES_GARDEES) {
            derniers.removeLast();
        }
        return neuf.enfants();
    }

    private static Set<UUID> dossiers(Resultat r) {
        Set<UUID> ids = new HashSet<>(r.comptes());
        ids.addAll(r.base());
        return ids;
    }

    /** A figure whose files are not told (a sum of others) is held to be as many children as it says. */
    private static Enfants enfants(Resultat r, Enfances parDossier) {
        if (r.valeur() != null && r.comptes().isEmpty() && r.base().isEmpty()) {
            long dit = r.valeur().abs().longValue();
            return new Enfants(dit, dit);
        }
        long comptes = parDossier.combien(r.comptes());
        return new Enfants(comptes, r.base() == r.comptes() ? comptes : parDossier.combien(r.base()));
    }

    /** Children of each file, whatever its sort: ids are never shared. */
    private static Map<UUID, Set<UUID>> enfants(Faits faits) {
        Map<UUID, Set<UUID>> parDossier = new HashMap<>();
        faits.ips().forEach(ip -> {
            if (!ip.mineurs().isEmpty()) {
                parDossier.put(ip.id(), ip.mineurs().stream().map(Faits.Mineur::enfant).collect(Collectors.toSet()));
            }
        });
        faits.informations().forEach(i -> {
            if (i.ip() != null && parDossier.containsKey(i.ip())) {
                parDossier.put(i.id(), parDossier.get(i.ip()));
            }
        });
        faits.mesures().periodes().values().forEach(l -> l.forEach(p -> ajouter(parDossier, p.mesure(), p.enfant())));
        faits.mesures().actes().values().forEach(l -> l.forEach(a -> ajouter(parDossier, a.mesure(), a.enfant())));
        return parDossier;
    }

    private static void ajouter(Map<UUID, Set<UUID>> parDossier, UUID dossier, UUID enfant) {
        if (enfant != null) {
            parDossier.computeIfAbsent(dossier, d -> new HashSet<>()).add(enfant);
        }
    }
}
