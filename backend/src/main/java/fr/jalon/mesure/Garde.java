package fr.jalon.mesure;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.EnFrancais;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.dossier.Dossiers;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What several acts refuse or look up: days that are not yet, codes the profile does not have, two placements at once. */
@Component
class Garde {

    private final Horloge horloge;
    private final Departement departement;
    private final Dossiers dossiers;
    private final Acces acces;
    private final JdbcClient jdbc;

    Garde(Horloge horloge, Departement departement, Dossiers dossiers, Acces acces, JdbcClient jdbc) {
        this.horloge = horloge;
        this.departement = departement;
        this.dossiers = dossiers;
        this.acces = acces;
        this.jdbc = jdbc;
    }

    /** A fact: it has a day, and that day has come. */
    LocalDate fait(String champ, LocalDate le) {
        if (le == null) {
            throw Refus.champ(champ, "Indiquez la date.");
        }
        if (le.isAfter(horloge.aujourdhui())) {
            throw Refus.champ(champ, "Cette date est à venir\u00a0: notez l’acte le jour où il a lieu.");
        }
        return le;
    }

    /** A fact of the measure, which cannot precede its decision. */
    LocalDate fait(String champ, LocalDate le, Mesure m) {
        fait(champ, le);
        return pasAvant(champ, le, m.decideeLe(), "la décision");
    }

    static LocalDate pasAvant(String champ, LocalDate le, LocalDate borne, String quoi) {
        if (le != null && borne != null && le.isBefore(borne)) {
            throw Refus.champ(champ, "Cette date précède " + quoi + ", le " + EnFrancais.jour(borne) + ".");
        }
        return le;
    }

    /** Facts that change the state follow each other: a pause cannot begin before the last one ended. */
    LocalDate suite(String champ, LocalDate le, Mesure m, List<Acte> actes) {
        fait(champ, le, m);
        actes.stream().filter(Acte::vivant).filter(a -> Set.of(GenreActe.DEMARRAGE, GenreActe.SUSPENSION, GenreActe.REPRISE).contains(a.genre()))
                .filter(a -> a.le().isAfter(le)).findFirst().ifPresent(a -> {
                    throw Refus.champ(champ, "Cette date précède «\u00a0" + a.genre().libelle().toLowerCase(Locale.FRENCH) + "\u00a0», le "
                            + EnFrancais.jour(a.le()) + ".");
                });
        return le;
    }

    Profil.BaseLegale base(String champ, String code) {
        return profil().baseLegale(code == null ? "" : code).orElseThrow(() -> Refus.champ(champ, "Choisissez la base légale dans la liste."));
    }

    Profil.Produit produit(String champ, String code) {
        return profil().produit(code == null ? "" : code).orElseThrow(() -> Refus.champ(champ, "Choisissez le produit dans la liste."));
    }

    /** @return the code, which the list of the profile holds; null only when it may be */
    String code(String champ, String liste, String code, boolean requis) {
        if (code == null || code.isBlank()) {
            if (requis) {
                throw Refus.champ(champ, "Choisissez dans la liste.");
            }
            return null;
        }
        if (profil().liste(liste).stream().noneMatch(l -> l.code().equals(code))) {
            throw Refus.champ(champ, "Choisissez dans la liste.");
        }
        return code;
    }

    String intensite(String champ, Profil.Produit produit, String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        if (produit.intensites() == null || produit.intensites().stream().noneMatch(i -> i.code().equals(code))) {
            throw Refus.champ(champ, "Ce produit n’a pas cette intensité.");
        }
        return code;
    }

    String service(String champ, String id, boolean requis) {
        if (id == null || id.isBlank()) {
            if (requis) {
                throw Refus.champ(champ, "Choisissez le service.");
            }
            return null;
        }
        if (departement.unites().stream().noneMatch(u -> u.id().equals(id) && "SERVICE".equals(u.type()))) {
            throw Refus.champ(champ, "Choisissez un service de la liste.");
        }
        return id;
    }

    String unite(String champ, String id) {
        List<String> types = departement.typesPour("MESURE");
        if (id == null || departement.unites().stream().noneMatch(u -> u.id().equals(id) && types.contains(u.type()))) {
            throw Refus.champ(champ, "Choisissez le territoire qui conduit la mesure.");
        }
        return id;
    }

    Profil profil() {
        return departement.profil();
    }

    /** A child is under one placement measure at a time; two starts at once wait for each other. */
    void unSeulAccueil(String champ, UUID enfant, UUID mesure) {
        Set<UUID> identites = dossiers.identites(dossiers.canonique(enfant));
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:enfant, 7061))").param("enfant", dossiers.canonique(enfant).toString())
                .query().listOfRows();
        List<UUID> autres = jdbc.sql("""
                select id from mesure where enfant_id = any(:enfants) and accueil and etat in ('EXERCEE', 'SUSPENDUE') and id <> :mesure""")
                .param("enfants", identites.toArray(UUID[]::new)).param("mesure", mesure).query(UUID.class).list();
        if (!autres.isEmpty()) {
            String numero = acces.voit(Sujet.mesure(autres.get(0)))
                    ? " (" + jdbc.sql("select numero from mesure where id = ?").param(autres.get(0)).query(String.class).single() + ")" : "";
            throw Refus.champ(champ, "L’enfant est déjà confié par une autre mesure en cours" + numero
                    + "\u00a0: mettez-y fin à cette date, ou requalifiez-la.");
        }
    }
}
