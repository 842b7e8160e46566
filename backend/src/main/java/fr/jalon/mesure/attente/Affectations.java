package fr.jalon.mesure.attente;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.mesure.ActesMesure;
import fr.jalon.mesure.ControleService;
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
    private final ControlePlaces prises;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    Affectations(ActesMesure actes, Acces acces, LecturePlaces places, Departement departement, ControlePlaces prises, Horloge horloge, JdbcClient jdbc) {
        this.actes = actes;
        this.acces = acces;
        this.places = places;
        this.departement = departement;
        this.prises = prises;
        this.horloge = horloge;
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
        Avertissements.Controle controle = new Avertissements.Controle(d.motifs());
        prises.prendre(controle, new ControleService.Prise(service.id(), mesure.produit(), mesure.uniteId(), 1, d.placesVues()));
        Map<String, String> retenus = controle.exiger();
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
        prises.tenir(mesure.serviceId(), mesure.produit());
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

    private String nom(String unite) {
        return departement.noms().getOrDefault(unite, unite);
    }
}
