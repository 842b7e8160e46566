package fr.jalon.projet.redaction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Journal;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.NomEnfant;
import fr.jalon.dossier.Titulaire;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who the forms propose: the child, the holders of parental authority of today, the services that exercise a measure. */
@Service
public class PersonnesProjet {

    /**
     * @param qualite ENFANT, TITULAIRE or SERVICE
     * @param precision in words: « mère, exercice conjoint »
     */
    public record PersonneProposee(String qualite, UUID adulteId, String serviceId, String nom, String precision) {
    }

    private final Plumes plumes;
    private final Dossiers dossiers;
    private final Departement departement;
    private final Journal journal;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    PersonnesProjet(Plumes plumes, Dossiers dossiers, Departement departement, Journal journal, Horloge horloge, JdbcClient jdbc) {
        this.plumes = plumes;
        this.dossiers = dossiers;
        this.departement = departement;
        this.journal = journal;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<PersonneProposee> de(UUID projetId) {
        if (!plumes.de(projetId).tout()) {
            journal.refus(Sujet.projet(projetId), "projet.personnes");
            throw new Introuvable();
        }
        UUID enfant = dossiers.canonique(jdbc.sql("select enfant_id from projet where id = ?").param(projetId).query(UUID.class).optional().orElseThrow(Introuvable::new));
        NomEnfant nom = dossiers.nomsDe(List.of(enfant)).get(enfant);
        List<PersonneProposee> personnes = new ArrayList<>();
        personnes.add(new PersonneProposee("ENFANT", null, null, nom == null ? "L’enfant" : nom.affiche(), nom == null ? "" : nom.age()));
        LocalDate jour = horloge.aujourdhui();
        Map<UUID, Titulaire> titulaires = new LinkedHashMap<>();
        dossiers.titulaires(enfant).stream().filter(t -> t.titulaireLe(jour)).forEach(t -> titulaires.putIfAbsent(t.adulteId(), t));
        titulaires.values().forEach(t -> personnes.add(new PersonneProposee("TITULAIRE", t.adulteId(), null, t.affiche(),
                (t.qualite().libelle() + ", " + t.exercice().libelle()).toLowerCase(java.util.Locale.FRENCH))));
        Map<String, String> unites = departement.noms();
        plumes.services(projetId).forEach(s -> personnes.add(new PersonneProposee("SERVICE", null, s, unites.getOrDefault(s, s), "exerce une mesure")));
        return personnes;
    }
}
