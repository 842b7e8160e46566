package fr.jalon.autonomie;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.departement.ReglagesAutonomie;
import fr.jalon.dossier.Dossiers;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;
import fr.jalon.tache.Taches;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way every act on a path goes: open (right, lock, version), write the act, conclude. Once concluded, the row, the calendar, the periods,
 * the due dates, the step of the engine, the tasks and the sight of the unit follow.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ActesAutonomie {

    static final String CLE = "autonomie";

    static final List<String> DIMENSIONS_PROPRES = List.of("motif", "issue", "genre", "tardif", "mna", "mdph", "etat", "code", "souhait", "nature",
            "decision", "choisie", "logement", "logementStable", "ressources", "activite", "activiteCode", "droitCommun", "diplome", "souhaitee", "emancipe", "avis", "insertion",
            "consentement", "reprise", "examen", "qualite", "forme");

    private final EntityManager entites;
    private final ActesAutonomieEnBase base;
    private final SejoursEnBase sejours;
    private final CalendrierAutonomie calendrier;
    private final PeriodesAutonomie periodes;
    private final HorlogeAutonomie dates;
    private final CheminAutonomie chemin;
    private final Dossiers dossiers;
    private final Departement departement;
    private final Evenements evenements;
    private final Taches taches;
    private final Acces acces;
    private final Journal journal;
    private final Horloge horloge;

    ActesAutonomie(EntityManager entites, ActesAutonomieEnBase base, SejoursEnBase sejours, CalendrierAutonomie calendrier, PeriodesAutonomie periodes,
            HorlogeAutonomie dates, CheminAutonomie chemin, Dossiers dossiers, Departement departement, Evenements evenements, Taches taches,
            Acces acces, Journal journal, Horloge horloge) {
        this.entites = entites;
        this.base = base;
        this.sejours = sejours;
        this.calendrier = calendrier;
        this.periodes = periodes;
        this.dates = dates;
        this.chemin = chemin;
        this.dossiers = dossiers;
        this.departement = departement;
        this.evenements = evenements;
        this.taches = taches;
        this.acces = acces;
        this.journal = journal;
        this.horloge = horloge;
    }

    /**
     * The path, locked until the end of the transaction: two acts on it follow each other. Any of the missions will do.
     *
     * @throws Introuvable out of sight or absent; {@link fr.jalon.commun.Interdit} without the mission;
     *         {@link fr.jalon.commun.Conflit} when somebody acted since
     */
    public Autonomie ouvrir(UUID id, Long version, Mission... missions) {
        Identite qui = IdentiteCourante.exiger();
        acces.exiger(Arrays.stream(missions).filter(qui::a).findFirst().orElse(missions[0]), Sujet.autonomie(id));
        Autonomie a = verrouiller(id);
        if (version != null) {
            a.exigerVersion(version);
        }
        return a;
    }

    /** For what the tool does by itself: no right is asked. */
    Autonomie verrouiller(UUID id) {
        Autonomie a = entites.find(Autonomie.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (a == null) {
            throw new Introuvable();
        }
        return a;
    }

    /**
     * Writes an act and its event; {@link #conclure} must follow.
     *
     * @param details codes, ids and dates (ISO) by name; null values are left out
     * @param mots words by code: never a dimension of an event
     */
    UUID noter(Autonomie a, GenreActe genre, LocalDate le, Map<String, ?> details, Map<String, String> avertissements, String texte,
            Map<String, List<String>> mots) {
        Map<String, String> retenus = new TreeMap<>();
        details.forEach((nom, valeur) -> {
            if (valeur != null) {
                retenus.put(nom, valeur.toString());
            }
        });
        Map<String, String> passes = avertissements == null ? Map.of() : new TreeMap<>(avertissements);
        String etape = a.etat == null ? "ouverte" : a.etape();
        UUID id = Ids.nouveau();
        Acte acte = new Acte(id, genre, le, retenus, passes, net(texte), null, horloge.maintenant(),
                IdentiteCourante.siPresente().map(Identite::utilisateurId).orElse(null), null, null);
        List<Acte> actes = new ArrayList<>(a.etat == null ? List.of() : base.de(a.id()));
        actes.add(acte);
        boolean nouvelle = a.etat == null;
        a.adopter(situation(a, actes));
        if (nouvelle) {
            entites.persist(a);
        }
        entites.flush();
        NouvelEvenement e = NouvelEvenement.de(genre.evenement()).unite(a.uniteId()).element(etape).survenu(le).sujet(Sujet.autonomie(a.id()))
                .sujet(Sujet.enfant(a.enfantId()));
        DIMENSIONS_PROPRES.forEach(nom -> e.dimension(nom, retenus.get(nom)));
        e.dimension("mna", a.mna ? "OUI" : null);
        e.dimension("avertissements", passes.isEmpty() ? null : String.join(",", passes.keySet()));
        UUID evenement = evenements.ajouter(e.texte(net(texte)));
        base.inserer(a.id(), new Acte(id, genre, le, retenus, passes, net(texte), evenement, acte.saisiLe(), acte.saisiPar(), null, null));
        base.ecrireMots(id, mots == null ? Map.of() : mots);
        return id;
    }

    /** Cancels an act and its event; {@link #conclure} must follow. */
    void effacer(Autonomie a, Acte acte, String motif) {
        base.annuler(acte.id(), horloge.maintenant(), motif);
        if (acte.evenementId() != null) {
            evenements.annuler(acte.evenementId(), "autonomie.acte-annule", null);
        }
    }

    List<Acte> de(Autonomie a) {
        return base.de(a.id());
    }

    Situation situation(Autonomie a) {
        return situation(a, base.de(a.id()));
    }

    private Situation situation(Autonomie a, List<Acte> actes) {
        return Situation.de(actes, sejours.de(dossiers.identites(a.enfantId())), reglages(), horloge.aujourdhui());
    }

    Situation.Reglages reglages() {
        ReglagesAutonomie r = departement.profil().autonomie();
        return new Situation.Reglages(r.sixMoisMajeurs(), r.sixMoisEmancipes());
    }

    /**
     * Everything follows the acts: called twice it changes nothing the second time.
     *
     * @param avant step where it waited before the act, null when it was over or is new
     * @param quoi what was done, for the journal; null for what the tool does by itself
     */
    void conclure(Autonomie a, String avant, String quoi) {
        Situation s = situation(a);
        if (s.finie != null && s.closeLe == null) {
            Map<String, Object> d = new LinkedHashMap<>();
            d.put("motif", s.finie);
            d.put("auto", "OUI");
            noter(a, GenreActe.CLOTURE, cloture(s), d, null, null, null);
            s = situation(a);
        }
        a.adopter(s);
        entites.flush();
        Sujet sujet = Sujet.autonomie(a.id());
        boolean ailleurs = regard(a, sujet);
        calendrier.suivre(a, s);
        periodes.suivre(a, s);
        dates.suivre(a, s);
        chemin.suivre(a, sujet, avant, s);
        calendrier.lancer(a, sujet);
        if (ailleurs) {
            // Dates that moved have told the tasks already, and a new task reads its own.
            taches.suivre(sujet);
        }
        if (quoi != null) {
            journal.modification(sujet, "autonomie." + quoi);
        }
    }

    /** The day the last thing to do was done. */
    private static LocalDate cloture(Situation s) {
        LocalDate le = s.sixMoisFaitLe != null ? s.sixMoisFaitLe : s.fiche != null ? s.fiche.le() : s.ouverteLe;
        return le.isBefore(s.ouverteLe) ? s.ouverteLe : le;
    }

    /** The territory of the measure sees the path, as it sees the child. @return whether it is another one than before */
    private boolean regard(Autonomie a, Sujet sujet) {
        List<String> pilotes = acces.unites(sujet, Acces.Titre.PILOTE);
        if (pilotes.equals(List.of(a.uniteId()))) {
            return false;
        }
        if (!pilotes.isEmpty()) {
            acces.detacher(sujet, Acces.Titre.PILOTE);
        }
        acces.rattacher(sujet, a.uniteId(), Acces.Titre.PILOTE);
        acces.rattacher(Sujet.enfant(a.enfantId()), a.uniteId(), Acces.Titre.SUIVI);
        return !pilotes.isEmpty();
    }

    static String net(String texte) {
        return texte == null || texte.isBlank() ? null : texte.strip();
    }

    static String ouiSi(Boolean vrai) {
        return vrai == null ? null : vrai ? "OUI" : "NON";
    }

    /** Words of a form by code; what is empty is left out. */
    static Map<String, List<String>> mots(Object... codesEtTextes) {
        Map<String, List<String>> mots = new LinkedHashMap<>();
        for (int i = 0; i < codesEtTextes.length; i += 2) {
            String code = (String) codesEtTextes[i];
            Object valeur = codesEtTextes[i + 1];
            if (valeur instanceof Map<?, ?> sections) {
                sections.forEach((section, texte) -> ajouter(mots, code + "." + section, Objects.toString(texte, null)));
            } else if (valeur instanceof List<?> liste) {
                liste.forEach(texte -> ajouter(mots, code, Objects.toString(texte, null)));
            } else {
                ajouter(mots, code, Objects.toString(valeur, null));
            }
        }
        return mots;
    }

    private static void ajouter(Map<String, List<String>> mots, String code, String texte) {
        if (net(texte) != null) {
            mots.computeIfAbsent(code, k -> new ArrayList<>()).add(texte.strip());
        }
    }
}
