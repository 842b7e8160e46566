package fr.jalon.mesure.attente;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.mesure.ActesMesure;
import fr.jalon.mesure.EtatMesure;
import fr.jalon.mesure.GenreActe;
import fr.jalon.mesure.Mesure;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Giving a place of a service to a measure, and taking it back before it starts. Beyond its places a service may still be given a measure,
 * with a reason; but whoever saw a free place and finds it taken is told by whom.
 */
@Service
@Transactional
public class Affectations {

    /**
     * @param le day of the assignment, or null for today
     * @param placesVues free places the person saw when choosing, or null
     * @param motifs reason by warning
     */
    public record Demande(String service, LocalDate le, Integer placesVues, Map<String, String> motifs) {
    }

    /** @param connue some place of the service is recorded for the product; {@code libres} what this territory could be given */
    public record ServicePossible(String service, String nom, boolean connue, int libres) {
    }

    private static final String SERVICE = "SERVICE";

    private final ActesMesure actes;
    private final Acces acces;
    private final LecturePlaces places;
    private final Departement departement;
    private final Utilisateurs utilisateurs;
    private final Horloge horloge;
    private final MotsMesure mots;
    private final JdbcClient jdbc;

    Affectations(ActesMesure actes, Acces acces, LecturePlaces places, Departement departement, Utilisateurs utilisateurs, Horloge horloge,
            MotsMesure mots, JdbcClient jdbc) {
        this.actes = actes;
        this.acces = acces;
        this.places = places;
        this.departement = departement;
        this.utilisateurs = utilisateurs;
        this.horloge = horloge;
        this.mots = mots;
        this.jdbc = jdbc;
    }

    /** Every service, the one with most room for this measure first. */
    @Transactional(readOnly = true)
    public List<ServicePossible> services(UUID mesureId) {
        acces.exiger(Mission.MESURE, Sujet.mesure(mesureId));
        Map<String, Object> mesure = jdbc.sql("select produit, unite_id from mesure where id = ?").param(mesureId).query().listOfRows().stream()
                .findFirst().orElseThrow(Introuvable::new);
        Map<String, Places> connues = places.parService((String) mesure.get("produit"));
        return departement.unitesDeType(List.of(SERVICE)).stream().map(u -> {
            Places siennes = connues.getOrDefault(u.id(), new Places(List.of(), List.of()));
            return new ServicePossible(u.id(), u.nom(), siennes.places() > 0, siennes.libresPour((String) mesure.get("unite_id")));
        }).sorted(Comparator.comparing(ServicePossible::libres).reversed().thenComparing(s -> !s.connue()).thenComparing(ServicePossible::nom)).toList();
    }

    public void affecter(UUID mesureId, Demande d, long version) {
        Mesure mesure = actes.ouvrir(mesureId, Mission.MESURE, version);
        if (!"affecter".equals(mesure.etape())) {
            throw new Conflit(null, null, mesure.serviceId() == null ? "Cette mesure n’attend pas d’être affectée : relisez la liste."
                    : "Cette mesure est déjà affectée à " + nom(mesure.serviceId()) + " : retirez d’abord cette affectation.");
        }
        Departement.UniteActive service = departement.unite(d.service()).filter(u -> u.type().equals(SERVICE))
                .orElseThrow(() -> Refus.champ("service", "Choisissez un service habilité."));
        LocalDate le = d.le() == null ? horloge.aujourdhui() : d.le();
        exigerJour(mesure, le);
        verrouiller(service.id(), mesure.produit());
        Places siennes = places.places(service.id(), mesure.produit(), horloge.aujourdhui());
        boolean habilite = siennes.places() > 0;
        boolean plein = siennes.pleinPour(mesure.uniteId());
        if (habilite && plein && d.placesVues() != null && d.placesVues() > 0) {
            throw placePrise(service, mesure);
        }
        Map<String, String> retenus = new Avertissements.Controle(d.motifs())
                .si(!habilite, "SERVICE_SANS_PRODUIT", service.nom() + " n’a pas de place enregistrée pour « " + mots.produit(mesure.produit())
                        + " ». Pourquoi lui confier cette mesure ?")
                .si(habilite && plein, "SERVICE_COMPLET", service.nom() + " n’a plus de place pour « " + mots.produit(mesure.produit())
                        + " » : " + (siennes.exercees() + siennes.reservees()) + " mesures pour " + siennes.places()
                        + " places. Pourquoi aller au-delà ?").exiger();
        actes.noter(mesure, GenreActe.AFFECTATION, le, Map.of("service", service.id()), retenus, null);
        actes.conclure(mesure, "affecter", Map.of());
    }

    /** Before the first intervention: the measure waits for a service again, since the same day. */
    public void retirer(UUID mesureId, String motif, long version) {
        Mesure mesure = actes.ouvrir(mesureId, Mission.MESURE, version);
        if (mesure.etat() != EtatMesure.ATTENTE_EXERCICE || mesure.serviceId() == null) {
            throw new Conflit(null, null, mesure.serviceId() == null ? "Cette mesure n’est affectée à aucun service."
                    : "La mesure a déjà démarré : changez de service par un transfert.");
        }
        if (motif == null || motif.isBlank()) {
            throw Refus.champ("motif", "Écrivez en une phrase pourquoi vous retirez cette affectation.");
        }
        verrouiller(mesure.serviceId(), mesure.produit());
        actes.noter(mesure, GenreActe.AFFECTATION_RETIREE, horloge.aujourdhui(), Map.of(), null, motif);
        actes.conclure(mesure, "demarrer", Map.of("issue", "RETOUR"));
    }

    private void exigerJour(Mesure mesure, LocalDate le) {
        if (le.isAfter(horloge.aujourdhui())) {
            throw Refus.champ("le", "L’affectation ne peut pas être dans le futur.");
        }
        if (le.isBefore(mesure.decideeLe())) {
            throw Refus.champ("le", "L’affectation ne peut pas précéder la décision.");
        }
    }

    /** Whoever assigns a place of this service for this product waits for whoever is doing so. */
    private void verrouiller(String service, String produit) {
        jdbc.sql("insert into place_verrou(service_id, produit) values (?, ?) on conflict do nothing").params(service, produit).update();
        jdbc.sql("select 1 from place_verrou where service_id = ? and produit = ? for update").params(service, produit).query().listOfRows();
    }

    private Conflit placePrise(Departement.UniteActive service, Mesure mesure) {
        Map<String, Object> derniere = jdbc.sql("""
                select a.saisi_le, a.saisi_par from mesure_acte a join mesure m on m.id = a.mesure_id
                where a.genre = 'AFFECTATION' and a.annule_le is null and m.service_id = :service and m.produit = :produit
                  and m.etat in ('ATTENTE_EXERCICE', 'EXERCEE', 'SUSPENDUE')
                order by a.saisi_le desc limit 1""").param("service", service.id()).param("produit", mesure.produit())
                .query().listOfRows().stream().findFirst().orElse(Map.of());
        UUID par = (UUID) derniere.get("saisi_par");
        Timestamp quand = (Timestamp) derniere.get("saisi_le");
        return new Conflit(par == null ? null : utilisateurs.noms(Set.of(par)).get(par), quand == null ? null : quand.toInstant(),
                "La dernière place de " + service.nom() + " pour « " + mots.produit(mesure.produit())
                        + " » vient d’être donnée à une autre mesure. Choisissez un autre service, ou allez au-delà de ses places avec un motif.");
    }

    private String nom(String unite) {
        return departement.noms().getOrDefault(unite, unite);
    }
}
