package fr.jalon.mesure.attente;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import fr.jalon.acces.Mur;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Places, taken and free, by service, product and territory. Counts only, so that a territory reads what the others take of a service
 * they share. On a past day what was taken comes from the periods; from today on, from the measures as they stand.
 */
@Service
@Transactional(readOnly = true)
public class LecturePlaces {

    /**
     * Places of a service for a product.
     *
     * @param service null: the units themselves exercise
     * @param libresIci what a child of the territory asked for could be given; null when none was
     * @param termes30 exercised measures whose term comes within thirty days: places that may be freed
     * @param connue some place is recorded: without one, nothing tells how many are free
     */
    public record LignePlaces(String service, String serviceNom, String produit, String produitLibelle, int places, int exercees, int reservees,
            int libres, Integer libresIci, Integer occupation, int termes30, boolean connue, List<LotPlaces> lots) {
    }

    /** @param unite null: for every territory */
    public record LotPlaces(String unite, String uniteNom, int places, int exercees, int reservees, int libres) {
    }

    private record Guichet(String service, String produit) implements Comparable<Guichet> {

        @Override
        public int compareTo(Guichet autre) {
            return Comparator.comparing(Guichet::produit).thenComparing(Guichet::service).compare(this, autre);
        }
    }

    private static final class Ardoise {
        private final List<Places.Ouvertes> ouvertes = new ArrayList<>();
        private final List<Places.Prises> prises = new ArrayList<>();
        private int termes;
    }

    /** Places recorded for what the units exercise themselves stand at whatever is no service. */
    private static final String OUVERTES = """
            select case when u.type = 'SERVICE' then c.service_id else '' end as service, c.produit, c.unite_id, sum(c.places) as places
            from capacite c join unite u on u.id = c.service_id
            where c.du <= :le and (c.au is null or c.au >= :le) group by 1, 2, 3""";

    private static final String PRISES = """
            select coalesce(m.service_id, '') as service, m.produit, m.unite_id,
                   count(*) filter (where m.etat <> 'ATTENTE_EXERCICE') as exercees,
                   count(*) filter (where m.etat = 'ATTENTE_EXERCICE') as reservees,
                   count(*) filter (where m.etat <> 'ATTENTE_EXERCICE' and m.terme <= :bientot) as termes
            from mesure m
            where m.etat in ('EXERCEE', 'SUSPENDUE') and (m.service_id is not null or m.exercice = 'UNITE')
               or m.etat = 'ATTENTE_EXERCICE' and m.service_id is not null
            group by 1, 2, 3""";

    private static final String PRISES_PASSEES = """
            select coalesce(p.dimensions ->> 'service', '') as service, p.dimensions ->> 'produit' as produit, p.unite_id,
                   count(distinct p.sujet_id) filter (where p.genre <> 'ATTENTE_EXERCICE') as exercees,
                   count(distinct p.sujet_id) filter (where p.genre = 'ATTENTE_EXERCICE') as reservees, 0 as termes
            from periode p
            where p.genre in ('EXERCEE', 'SUSPENDUE', 'ATTENTE_EXERCICE') and p.connu_au is null and p.debut <= :le and (p.fin is null or p.fin > :le)
              and (p.genre <> 'ATTENTE_EXERCICE' or p.dimensions ->> 'service' is not null)
            group by 1, 2, 3""";

    private final JdbcClient jdbc;
    private final Mur mur;
    private final Horloge horloge;
    private final Departement departement;
    private final MotsMesure mots;
    private final LectureAttente attente;

    LecturePlaces(JdbcClient jdbc, Mur mur, Horloge horloge, Departement departement, MotsMesure mots, LectureAttente attente) {
        this.jdbc = jdbc;
        this.mur = mur;
        this.horloge = horloge;
        this.departement = departement;
        this.mots = mots;
        this.attente = attente;
    }

    /**
     * @param le day, or null for today
     * @param unite territory whose share is asked, or null
     */
    public List<LignePlaces> lire(LocalDate le, String unite) {
        attente.exigerMission();
        Map<Guichet, Ardoise> ardoises = ardoises(le == null ? horloge.aujourdhui() : le);
        Map<String, String> noms = departement.noms();
        return ardoises.entrySet().stream().map(e -> ligne(e.getKey(), e.getValue(), unite, noms)).toList();
    }

    /** Places of one service ({@code null}: the units themselves) for one product: exact for whoever holds its lock. */
    Places places(String service, String produit, LocalDate le) {
        Ardoise ardoise = ardoises(le).get(new Guichet(service == null ? "" : service, produit));
        return ardoise == null ? new Places(List.of(), List.of()) : new Places(ardoise.ouvertes, ardoise.prises);
    }

    /** Places of every service for one product today. */
    Map<String, Places> parService(String produit) {
        Map<String, Places> services = new HashMap<>();
        ardoises(horloge.aujourdhui()).forEach((g, a) -> {
            if (g.produit().equals(produit)) {
                services.put(g.service(), new Places(a.ouvertes, a.prises));
            }
        });
        return services;
    }

    private Map<Guichet, Ardoise> ardoises(LocalDate le) {
        Map<Guichet, Ardoise> ardoises = new TreeMap<>();
        jdbc.sql(OUVERTES).param("le", le).query(rs -> {
            ardoises.computeIfAbsent(new Guichet(rs.getString("service"), rs.getString("produit")), k -> new Ardoise()).ouvertes
                    .add(new Places.Ouvertes(rs.getString("unite_id"), rs.getInt("places")));
        });
        boolean passe = le.isBefore(horloge.aujourdhui());
        JdbcClient.StatementSpec prises = passe ? jdbc.sql(PRISES_PASSEES).param("le", le)
                : jdbc.sql(PRISES).param("bientot", horloge.aujourdhui().plusDays(30));
        // Counts of every territory: a place taken elsewhere is taken.
        mur.compter(() -> {
            prises.query(rs -> {
                Ardoise ardoise = ardoises.computeIfAbsent(new Guichet(rs.getString("service"), rs.getString("produit")), k -> new Ardoise());
                ardoise.prises.add(new Places.Prises(rs.getString("unite_id"), rs.getInt("exercees"), rs.getInt("reservees")));
                ardoise.termes += rs.getInt("termes");
            });
            return null;
        });
        return ardoises;
    }

    private LignePlaces ligne(Guichet g, Ardoise ardoise, String unite, Map<String, String> noms) {
        Places places = new Places(ardoise.ouvertes, ardoise.prises);
        Map<String, String> connus = new HashMap<>(noms);
        List<LotPlaces> lots = places.lots().stream().map(l -> new LotPlaces(l.unite(), l.unite() == null ? "Tous les territoires"
                : connus.getOrDefault(l.unite(), l.unite()), l.places(), l.exercees(), l.reservees(), l.libres())).toList();
        boolean connue = !ardoise.ouvertes.isEmpty();
        return new LignePlaces(g.service().isEmpty() ? null : g.service(),
                g.service().isEmpty() ? departement.profil().mot("unites") : noms.getOrDefault(g.service(), g.service()), g.produit(),
                mots.produit(g.produit()), places.places(), places.exercees(), places.reservees(), places.libres(),
                unite == null || !connue ? null : places.libresPour(unite),
                places.places() == 0 ? null : Math.round(100f * (places.exercees() + places.reservees()) / places.places()),
                ardoise.termes, connue, lots);
    }
}
