package fr.jalon.mesure.attente;

import java.sql.Timestamp;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Mur;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.mesure.ControleService;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The places of a service, held by whoever is giving one until their act is written. What is free is what is free today, whatever the day of the act. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ControlePlaces implements ControleService {

    private final LecturePlaces places;
    private final Departement departement;
    private final Utilisateurs utilisateurs;
    private final MotsMesure mots;
    private final Horloge horloge;
    private final JdbcClient jdbc;
    private final Mur mur;

    ControlePlaces(LecturePlaces places, Departement departement, Utilisateurs utilisateurs, MotsMesure mots, Horloge horloge, JdbcClient jdbc, Mur mur) {
        this.places = places;
        this.departement = departement;
        this.utilisateurs = utilisateurs;
        this.mots = mots;
        this.horloge = horloge;
        this.jdbc = jdbc;
        this.mur = mur;
    }

    @Override
    public void prendre(Avertissements.Controle controle, Prise p) {
        tenir(p.service(), p.produit());
        Places siennes = places.places(p.service(), p.produit(), horloge.aujourdhui());
        boolean habilite = siennes.places() > 0;
        int libres = siennes.libresPour(p.unite());
        if (habilite && libres == 0 && p.vues() != null && p.vues() > 0) {
            throw placePrise(p);
        }
        controle.si(!habilite, "SERVICE_SANS_PRODUIT", nom(p.service()) + " n’a pas de place enregistrée pour «\u00a0" + mots.produit(p.produit())
                + "\u00a0». Pourquoi lui confier cette mesure\u00a0?");
        controle.si(habilite && libres < p.mesures(), "SERVICE_COMPLET", complet(p, siennes, libres));
    }

    @Override
    public void tenir(String service, String produit) {
        jdbc.sql("insert into place_verrou(service_id, produit) values (?, ?) on conflict do nothing").params(service, produit).update();
        jdbc.sql("select 1 from place_verrou where service_id = ? and produit = ? for update").params(service, produit).query().listOfRows();
    }

    private String complet(Prise p, Places siennes, int libres) {
        String manque = libres == 0 ? " n’a plus de place pour «\u00a0" + mots.produit(p.produit()) + "\u00a0»\u00a0: "
                + (siennes.exercees() + siennes.reservees()) + " mesures pour " + siennes.places() + " places."
                : " n’a que " + libres + (libres > 1 ? " places libres" : " place libre") + " pour «\u00a0" + mots.produit(p.produit())
                        + "\u00a0» et la décision en demande " + p.mesures() + ".";
        return nom(p.service()) + manque + " Pourquoi aller au-delà\u00a0?";
    }

    private Conflit placePrise(Prise p) {
        // Who took the last one and when, wherever they are: nothing else of that measure is told.
        Map<String, Object> derniere = mur.parLaMaison(() -> jdbc.sql("""
                select a.saisi_le, a.saisi_par from mesure_acte a join mesure m on m.id = a.mesure_id
                where a.details ->> 'service' = :service and a.annule_le is null and m.service_id = :service and m.produit = :produit
                  and m.etat in ('ATTENTE_EXERCICE', 'EXERCEE', 'SUSPENDUE')
                order by a.saisi_le desc limit 1""").param("service", p.service()).param("produit", p.produit())
                .query().listOfRows().stream().findFirst().orElse(Map.of()));
        UUID par = (UUID) derniere.get("saisi_par");
        Timestamp quand = (Timestamp) derniere.get("saisi_le");
        return new Conflit(par == null ? null : utilisateurs.noms(Set.of(par)).get(par), quand == null ? null : quand.toInstant(),
                "La dernière place de " + nom(p.service()) + " pour «\u00a0" + mots.produit(p.produit())
                        + "\u00a0» vient d’être donnée à une autre mesure. Choisissez un autre service, ou allez au-delà de ses places avec un motif.");
    }

    private String nom(String unite) {
        return departement.noms().getOrDefault(unite, unite);
    }
}
