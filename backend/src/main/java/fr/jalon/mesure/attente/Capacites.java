package fr.jalon.mesure.attente;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What each service is habilité to exercise, as dated rows that add up: places are opened or closed by a new row or by ending one, never
 * by writing over a figure, so that any past occupancy can be read again.
 */
@Service
@Transactional
public class Capacites {

    /** @param unite territory the places are kept for, or null */
    public record Ligne(UUID id, String service, String serviceNom, String produit, String produitLibelle, String unite, String uniteNom, int places,
            LocalDate du, LocalDate au, String source, boolean ouverte, long version) {
    }

    public record Saisie(String service, String produit, String unite, Integer places, LocalDate du, LocalDate au, String source) {
    }

    /** Codes and words of what may be chosen, in the order of the words. */
    public record Choix(Map<String, String> services, Map<String, String> produits, Map<String, String> territoires) {
    }

    static final int PLACES_MAX = 10_000;
    static final int SOURCE_MAX = 500;

    private final JdbcClient jdbc;
    private final Acces acces;
    private final Horloge horloge;
    private final Departement departement;
    private final MotsMesure mots;
    private final LecturePlaces lecture;
    private final Evenements evenements;

    Capacites(JdbcClient jdbc, Acces acces, Horloge horloge, Departement departement, MotsMesure mots, LecturePlaces lecture,
            Evenements evenements) {
        this.jdbc = jdbc;
        this.acces = acces;
        this.horloge = horloge;
        this.departement = departement;
        this.mots = mots;
        this.lecture = lecture;
        this.evenements = evenements;
    }

    /** Every row, those open today first. */
    @Transactional(readOnly = true)
    public List<Ligne> lignes() {
        exigerDroit();
        LocalDate jour = horloge.aujourdhui();
        Map<String, String> noms = departement.noms();
        return jdbc.sql("""
                select c.*, c.du <= :jour and (c.au is null or c.au >= :jour) as ouverte from capacite c
                order by ouverte desc, c.produit, c.service_id, c.du, c.id""").param("jour", jour)
                .query((rs, n) -> new Ligne(rs.getObject("id", UUID.class), rs.getString("service_id"),
                        noms.getOrDefault(rs.getString("service_id"), rs.getString("service_id")), rs.getString("produit"),
                        mots.produit(rs.getString("produit")), rs.getString("unite_id"),
                        rs.getString("unite_id") == null ? null : noms.getOrDefault(rs.getString("unite_id"), rs.getString("unite_id")),
                        rs.getInt("places"), rs.getObject("du", LocalDate.class), rs.getObject("au", LocalDate.class), rs.getString("source"),
                        rs.getBoolean("ouverte"), rs.getLong("version"))).list();
    }

    /** Services and, for what the units exercise themselves, the direction they belong to; products; territories that conduct measures. */
    @Transactional(readOnly = true)
    public Choix choix() {
        exigerDroit();
        List<String> types = departement.typesPour(Mission.MESURE.name());
        Map<String, String> produits = new LinkedHashMap<>();
        mots.produits().values().stream().sorted(Comparator.comparing(fr.jalon.departement.Profil.Produit::sigle))
                .forEach(p -> produits.put(p.code(), p.libelle()));
        return new Choix(unites(u -> u.type().equals("SERVICE") || u.type().equals("DIRECTION")), produits, unites(u -> types.contains(u.type())));
    }

    private Map<String, String> unites(Predicate<Departement.UniteActive> lesquelles) {
        Map<String, String> choisies = new LinkedHashMap<>();
        departement.unites().stream().filter(lesquelles).forEach(u -> choisies.put(u.id(), u.nom()));
        return choisies;
    }

    public UUID ouvrir(Saisie s) {
        exigerDroit();
        controler(s);
        UUID id = Ids.nouveau();
        jdbc.sql("""
                insert into capacite(id, service_id, produit, unite_id, places, du, au, source)
                values (:id, :service, :produit, :unite, :places, :du, :au, :source)""")
                .param("id", id).param("service", s.service()).param("produit", s.produit()).param("unite", vide(s.unite()))
                .param("places", s.places()).param("du", s.du()).param("au", s.au()).param("source", vide(s.source())).update();
        evenements.ajouter(evenement(s.service(), s.produit(), s.unite()).dimension("places", s.places()).dimension("du", s.du()));
        return id;
    }

    /**
     * The last day of these places.
     *
     * @param motifs reason by warning: children may still be helped on them
     */
    public void terminer(UUID id, LocalDate au, long version, Map<String, String> motifs) {
        exigerDroit();
        Map<String, Object> ligne = jdbc.sql("select service_id, produit, unite_id, places, du, au, version from capacite where id = ? for update")
                .param(id).query().listOfRows().stream().findFirst().orElseThrow(Introuvable::new);
        if ((Long) ligne.get("version") != version) {
            throw new Conflit(null, null, "Ces places ont été modifiées depuis que vous les avez lues.");
        }
        if (au == null) {
            throw Refus.champ("au", "Indiquez le dernier jour de ces places.");
        }
        LocalDate du = ((java.sql.Date) ligne.get("du")).toLocalDate();
        if (au.isBefore(du)) {
            throw Refus.champ("au", "Le dernier jour ne peut pas précéder l’ouverture des places.");
        }
        String service = (String) ligne.get("service_id");
        String produit = (String) ligne.get("produit");
        int places = (Integer) ligne.get("places");
        Places jour = lecture.places(estService(service) ? service : null, produit, horloge.aujourdhui());
        new Avertissements.Controle(motifs).si(jour.libres() < places, "PLACES_OCCUPEES", "Il ne restera pas assez de places pour les mesures exercées ou attendues"
                + " dans ce service : " + (jour.exercees() + jour.reservees()) + " pour " + (jour.places() - places) + " places. Pourquoi les fermer ?").exiger();
        jdbc.sql("update capacite set au = :au, version = version + 1 where id = :id").param("au", au).param("id", id).update();
        evenements.ajouter(evenement(service, produit, (String) ligne.get("unite_id")).dimension("places", -places).dimension("au", au)
                .texte(motifs == null ? null : motifs.get("PLACES_OCCUPEES")));
    }

    private void controler(Saisie s) {
        List<Refus.Erreur> erreurs = new ArrayList<>();
        if (s.service() == null || departement.unite(s.service()).isEmpty()) {
            erreurs.add(new Refus.Erreur("service", "Choisissez qui exerce."));
        }
        if (s.produit() == null || !mots.connait(s.produit())) {
            erreurs.add(new Refus.Erreur("produit", "Choisissez une mesure du département."));
        }
        if (vide(s.unite()) != null && departement.unite(s.unite()).isEmpty()) {
            erreurs.add(new Refus.Erreur("unite", "Choisissez un territoire, ou aucun."));
        }
        if (s.places() == null || s.places() < 0 || s.places() > PLACES_MAX) {
            erreurs.add(new Refus.Erreur("places", "Indiquez un nombre de places entre 0 et " + PLACES_MAX + "."));
        }
        if (s.du() == null) {
            erreurs.add(new Refus.Erreur("du", "Indiquez le jour d’ouverture."));
        } else if (s.au() != null && s.au().isBefore(s.du())) {
            erreurs.add(new Refus.Erreur("au", "Le dernier jour ne peut pas précéder l’ouverture des places."));
        }
        if (s.source() != null && s.source().length() > SOURCE_MAX) {
            erreurs.add(new Refus.Erreur("source", "La source tient en " + SOURCE_MAX + " caractères au plus."));
        }
        if (!erreurs.isEmpty()) {
            throw new Refus(erreurs);
        }
    }

    private boolean estService(String unite) {
        return departement.unite(unite).map(u -> u.type().equals("SERVICE")).orElse(false);
    }

    private static NouvelEvenement evenement(String service, String produit, String unite) {
        return NouvelEvenement.de("capacite.modifiee").unite(vide(unite)).dimension("service", service).dimension("produit", produit);
    }

    /** Whoever administers, or supervises the whole département. */
    private void exigerDroit() {
        Identite qui = IdentiteCourante.exiger();
        if (qui.a(Mission.SUPERVISION) && !qui.a(Mission.ADMINISTRATION)) {
            acces.exiger(Mission.SUPERVISION);
            if (!qui.departement()) {
                throw new Interdit("Les places des services se tiennent pour tout le département : demandez à qui le supervise.");
            }
            return;
        }
        acces.exiger(Mission.ADMINISTRATION);
    }

    private static String vide(String texte) {
        return texte == null || texte.isBlank() ? null : texte.strip();
    }
}
