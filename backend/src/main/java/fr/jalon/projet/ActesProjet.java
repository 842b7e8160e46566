package fr.jalon.projet;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way every act on a projet goes: open (right, lock, version), write the act with its event, then {@link #suivre}: row, version, periods,
 * due dates, step of the engine, tasks and sight follow.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ActesProjet {

    static final String CLE = "projet-pour-enfant";

    static final List<String> DIMENSIONS = List.of("produit", "motif", "statut", "parents", "sens", "issue", "aTemps", "mep", "destinataire", "moyen",
            "qualite", "domaine", "moinsDeDeuxAns", "voletMedical");

    private final EntityManager entites;
    private final ActesProjetEnBase base;
    private final SuiteDesActes suite;
    private final Evenements evenements;
    private final Acces acces;
    private final Horloge horloge;

    ActesProjet(EntityManager entites, ActesProjetEnBase base, SuiteDesActes suite, Evenements evenements, Acces acces, Horloge horloge) {
        this.entites = entites;
        this.base = base;
        this.suite = suite;
        this.evenements = evenements;
        this.acces = acces;
        this.horloge = horloge;
    }

    /**
     * The projet, locked until the end of the transaction: two acts on it follow each other.
     *
     * @param version the one the form was opened on, or null when the act does not depend on what was read
     * @param missions any of them will do
     * @throws Introuvable out of sight or absent; {@link fr.jalon.commun.Interdit} without the mission;
     *         {@link fr.jalon.commun.Conflit} when somebody acted since
     */
    public Projet ouvrir(UUID projetId, Long version, Mission... missions) {
        acces.exiger(acces.tenue(Arrays.asList(missions), Sujet.projet(projetId)), Sujet.projet(projetId));
        Projet p = entites.find(Projet.class, projetId, LockModeType.PESSIMISTIC_WRITE);
        if (p == null) {
            throw new Introuvable();
        }
        if (version != null) {
            p.exigerVersion(version);
        }
        return p;
    }

    /** An event about the projet and its child, in the territory's unit, at the step where it stands. */
    public NouvelEvenement evenement(String type, Projet p) {
        return NouvelEvenement.de(type).unite(p.uniteId()).element(p.etape()).sujet(Sujet.projet(p.id())).sujet(Sujet.enfant(p.enfantId()));
    }

    /** Writes an act of somebody and its event. {@link #suivre} must follow. */
    public UUID noter(Projet p, GenreActeProjet genre, LocalDate le, Map<String, ?> details, Map<String, String> avertissements, String texte) {
        return noter(p, genre, le, false, details, avertissements, texte);
    }

    UUID noter(Projet p, GenreActeProjet genre, LocalDate le, boolean automatique, Map<String, ?> details, Map<String, String> avertissements,
            String texte) {
        Map<String, String> retenus = new TreeMap<>();
        details.forEach((nom, valeur) -> {
            if (valeur != null) {
                retenus.put(nom, valeur.toString());
            }
        });
        Map<String, String> passes = avertissements == null ? Map.of() : new TreeMap<>(avertissements);
        entites.flush();
        NouvelEvenement e = evenement(genre.evenement(), p).survenu(le);
        if (genre == GenreActeProjet.OUVERTURE) {
            e.element("ouvert");
        }
        DIMENSIONS.forEach(nom -> e.dimension(nom, retenus.get(nom)));
        if (automatique && retenus.get("mesure") != null) {
            e.sujet(Sujet.mesure(UUID.fromString(retenus.get("mesure"))));
        }
        e.dimension("avertissements", passes.isEmpty() ? null : String.join(",", passes.keySet()));
        UUID id = Ids.nouveau();
        UUID evenement = evenements.ajouter(e.texte(net(texte)));
        base.inserer(p.id(), new ActeProjet(id, genre, le, automatique, retenus, passes, net(texte), evenement, horloge.maintenant(),
                IdentiteCourante.siPresente().map(Identite::utilisateurId).orElse(null), null, null));
        return id;
    }

    /** Acts of a projet, cancelled ones included, in the order they are read. */
    public List<ActeProjet> de(Projet p) {
        return base.de(p.id());
    }

    /** Cancels an act and its event. {@link #suivre} must follow. */
    public void effacer(ActeProjet acte, String motif) {
        base.annuler(acte.id(), horloge.maintenant(), motif);
        if (acte.evenementId() != null) {
            evenements.annuler(acte.evenementId(), "projet.acte-annule", null);
        }
    }

    /** The projet becomes what its acts say, and all the rest with it. */
    public void suivre(Projet p, String quoi) {
        suite.suivre(p, quoi);
    }

    static String net(String texte) {
        return texte == null || texte.isBlank() ? null : texte.strip();
    }
}
