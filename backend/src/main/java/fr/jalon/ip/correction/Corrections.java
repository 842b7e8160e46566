package fr.jalon.ip.correction;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.EnFrancais;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.LibellesEvenements;
import fr.jalon.ip.ActesIp;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.decision.Decider;
import fr.jalon.ip.suites.Suites;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Corrects an IP through the whole chain. The preview does the correction and gives it up: what it shows is what happens, by
 * construction.
 */
@Service
public class Corrections {

    private final Map<GenreCorrection, Correction> genres = new EnumMap<>(GenreCorrection.class);
    private final ActesIp actes;
    private final Photographe photographe;
    private final Suites suites;
    private final Decider decider;
    private final Evenements evenements;
    private final LibellesEvenements libelles;
    private final Departement departement;
    private final Horloge horloge;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final TransactionTemplate transaction;

    Corrections(List<Correction> genres, ActesIp actes, Photographe photographe, Suites suites, Decider decider, Evenements evenements,
            LibellesEvenements libelles, Departement departement, Horloge horloge, JdbcClient jdbc, ObjectMapper json,
            TransactionTemplate transaction) {
        genres.forEach(g -> this.genres.put(g.genre(), g));
        this.actes = actes;
        this.photographe = photographe;
        this.suites = suites;
        this.decider = decider;
        this.evenements = evenements;
        this.libelles = libelles;
        this.departement = departement;
        this.horloge = horloge;
        this.jdbc = jdbc;
        this.json = json;
        this.transaction = transaction;
    }

    /** What the correction would do, in sentences; nothing is kept. */
    public List<Effet> apercu(UUID ipId, GenreCorrection genre, DemandeCorrection d) {
        return transaction.execute(etat -> {
            etat.setRollbackOnly();
            return corriger(ipId, genre, d, "aperçu");
        });
    }

    /** @return what it did */
    public List<Effet> appliquer(UUID ipId, GenreCorrection genre, DemandeCorrection d) {
        if (d.motif() == null || d.motif().isBlank()) {
            throw Refus.champ("motif", "Écrivez pourquoi vous corrigez.");
        }
        return transaction.execute(etat -> corriger(ipId, genre, d, d.motif().strip()));
    }

    private List<Effet> corriger(UUID ipId, GenreCorrection genre, DemandeCorrection d, String motif) {
        if (d.version() == null) {
            throw Refus.champ("version", "Rouvrez le dossier : la version lue manque.");
        }
        InformationPreoccupante ip = actes.ouvrir(ipId, genre.missions(), d.version());
        Correction correction = genres.get(genre);
        if (!correction.possible(ip)) {
            throw new Conflit(null, null, "Cette correction n’a pas lieu d’être : le dossier est maintenant « " + ip.etat().libelle() + " ».");
        }
        Sujet sujet = Sujet.ip(ipId);
        Photo avant = photographe.prendre(sujet, ip.etat().libelle());
        List<Suites.DejaInforme> informes = suites.dejaInformes(ipId);
        long version = ip.version();
        Correction.Trace trace = correction.appliquer(ip, d, motif);
        evenements.ajouter(actes.evenement("ip.corrigee", ip).survenu(horloge.maintenant()).dimension("genre", genre).texte(motif));
        if (!suites.terminerSiConnues(ip) && !decider.acheverSiToutDecide(ip)) {
            actes.suivre(ip, "corriger-" + genre.name().toLowerCase(java.util.Locale.ROOT));
        }
        List<Effet> effets = new ArrayList<>(new Comparaison(libelles::de).effets(avant, photographe.prendre(sujet, ip.etat().libelle())));
        effets.addAll(aRedire(informes, suites.dejaInformes(ipId)));
        noter(ip, genre, motif, trace, effets, version);
        return effets;
    }

    /** Who knew something that no longer holds: they have to be told again. */
    private List<Effet> aRedire(List<Suites.DejaInforme> avant, List<Suites.DejaInforme> apres) {
        return avant.stream().filter(i -> !apres.contains(i)).map(i -> new Effet("INFORME", qui(i.genre()) + " informé"
                + (i.genre().equals("TRANSMETTEUR") ? "e" : "") + " le " + EnFrancais.jour(i.le()) + " ("
                + departement.profil().libelle("moyens", i.moyen()).toLowerCase(java.util.Locale.FRENCH) + ")\u00a0: à informer de nouveau.")).toList();
    }

    private static String qui(String genre) {
        return switch (genre) {
            case "TITULAIRE" -> "Un titulaire de l’autorité parentale a été";
            case "TRANSMETTEUR" -> "La personne ayant transmis l’information a été";
            case "SNATED" -> "Le 119 a été";
            default -> "Le département qui a saisi a été";
        };
    }

    private void noter(InformationPreoccupante ip, GenreCorrection genre, String motif, Correction.Trace trace, List<Effet> effets,
            long version) {
        jdbc.sql("""
                insert into correction(id, ip_id, genre, motif, avant, apres, effets, faite_le, faite_par, version_avant)
                values (?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?)""")
                .params(Ids.nouveau(), ip.id(), genre.name(), motif, trace.avant(), trace.apres(), ecrire(effets),
                        Timestamp.from(horloge.maintenant()), IdentiteCourante.exiger().utilisateurId(), version).update();
    }

    private String ecrire(List<Effet> effets) {
        try {
            return json.writeValueAsString(effets);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean possible(GenreCorrection genre, InformationPreoccupante ip) {
        return genres.get(genre).possible(ip);
    }
}
