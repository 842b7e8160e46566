package fr.jalon.mesure;

import java.time.LocalDate;
import java.util.ArrayList;
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
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;
import fr.jalon.processus.Processus;
import fr.jalon.tache.Taches;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way every act on a measure goes: open (right, lock, version), write the act, conclude. The act makes the row, the event and, once
 * concluded, the periods, the due dates, the step of the engine, the tasks and the sight of the service follow.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ActesMesure {

    static final String CLE = "mesure";

    static final List<String> DIMENSIONS_PROPRES = List.of("statut", "nature", "motif", "suite", "genre", "accordAttendu", "exercice",
            "origine", "type", "avis", "modalite");

    private final EntityManager entites;
    private final ActesEnBase base;
    private final PeriodesMesure periodes;
    private final HorlogeMesure dates;
    private final ObjectProvider<SuiteMesure> suites;
    private final Evenements evenements;
    private final Processus processus;
    private final Taches taches;
    private final Acces acces;
    private final Journal journal;
    private final Horloge horloge;
    private final RegardsMesure regards;

    ActesMesure(EntityManager entites, ActesEnBase base, PeriodesMesure periodes, HorlogeMesure dates,
            ObjectProvider<SuiteMesure> suites, Evenements evenements, Processus processus, Taches taches, Acces acces, Journal journal, Horloge horloge,
            RegardsMesure regards) {
        this.entites = entites;
        this.base = base;
        this.periodes = periodes;
        this.dates = dates;
        this.suites = suites;
        this.evenements = evenements;
        this.processus = processus;
        this.taches = taches;
        this.acces = acces;
        this.journal = journal;
        this.horloge = horloge;
        this.regards = regards;
    }

    /**
     * The measure, locked until the end of the transaction: two acts on it follow each other.
     *
     * @param version the one the form was opened on, or null when the act does not depend on what was read
     * @throws Introuvable out of sight or absent; {@link fr.jalon.commun.Interdit} without the mission;
     *         {@link fr.jalon.commun.Conflit} when somebody acted since
     */
    public Mesure ouvrir(UUID mesureId, Mission mission, Long version) {
        acces.exiger(mission, Sujet.mesure(mesureId));
        Mesure m = entites.find(Mesure.class, mesureId, LockModeType.PESSIMISTIC_WRITE);
        if (m == null) {
            throw new Introuvable();
        }
        if (version != null) {
            m.exigerVersion(version);
        }
        return m;
    }

    /** The same for an act that several duties may do: any of them will do. */
    public Mesure ouvrir(UUID mesureId, Long version, Mission... missions) {
        return ouvrir(mesureId, acces.tenue(List.of(missions), Sujet.mesure(mesureId)), version);
    }

    /** An event about the measure and its child, in the territory's unit, at the step where it stands now. */
    public NouvelEvenement evenement(String type, Mesure m) {
        NouvelEvenement e = NouvelEvenement.de(type).unite(m.uniteId()).element(m.etape()).sujet(Sujet.mesure(m.id()))
                .sujet(Sujet.enfant(m.enfantId())).dimension("cadre", m.cadre()).dimension("base", m.baseLegale())
                .dimension("produit", m.produit()).dimension("service", m.serviceId());
        return m.accueil() ? e.dimension("accueil", "OUI") : e;
    }

    /**
     * Writes an act and its event; the measure becomes what its acts say. {@link #conclure}, {@link #avancer} or {@link #suivre} must follow.
     *
     * @param details codes, ids and dates (ISO) by name; null values are left out
     * @param avertissements reasons given for what the tool warned of, kept with the act and counted by their codes
     * @param texte words of the agent, kept out of the event's dimensions
     * @return id of the act
     */
    public UUID noter(Mesure m, GenreActe genre, LocalDate le, Map<String, ?> details, Map<String, String> avertissements, String texte) {
        Map<String, String> retenus = new TreeMap<>();
        details.forEach((nom, valeur) -> {
            if (valeur != null) {
                retenus.put(nom, valeur.toString());
            }
        });
        Map<String, String> passes = avertissements == null ? Map.of() : new TreeMap<>(avertissements);
        String etape = m.etat() == null ? "decidee" : m.etape();
        List<Acte> actes = new ArrayList<>(base.de(m.id()));
        UUID id = Ids.nouveau();
        Acte sansEvenement = new Acte(id, genre, le, retenus, passes, net(texte), null, horloge.maintenant(),
                IdentiteCourante.siPresente().map(Identite::utilisateurId).orElse(null), null, null);
        actes.add(sansEvenement);
        m.adopter(derniere(actes));
        if (genre == GenreActe.DECISION) {
            // The row first: an act refers to it.
            entites.persist(m);
        }
        entites.flush();
        NouvelEvenement e = evenement(genre.evenement(), m).survenu(le).element(etape);
        DIMENSIONS_PROPRES.forEach(nom -> e.dimension(nom, retenus.get(nom)));
        if (genre == GenreActe.MODULATION) {
            e.dimension("intensite", m.intensite());
        }
        e.dimension("avertissements", passes.isEmpty() ? null : String.join(",", passes.keySet()));
        UUID evenement = evenements.ajouter(e.texte(net(texte)));
        base.inserer(m.id(), new Acte(id, genre, le, retenus, passes, net(texte), evenement, sansEvenement.saisiLe(), sansEvenement.saisiPar(),
                null, null));
        return id;
    }

    /**
     * Withdraws an act that leaves the state of the measure as it is (a place, a right, a sitting). {@link #suivre} must follow.
     *
     * @param acteId one that is already cancelled is left as it is
     */
    public void retirer(Mesure m, UUID acteId, String motif) {
        base.de(m.id()).stream().filter(a -> a.id().equals(acteId) && a.vivant()).findFirst().ifPresent(a -> effacer(m, a, net(motif)));
    }

    /** Acts of a measure, cancelled ones included, in the order they are read. */
    public List<Acte> de(Mesure m) {
        return base.de(m.id());
    }

    /** Cancels an act and its event: the measure becomes what the others say. {@link #suivre} or {@link #avancer} must follow. */
    public void effacer(Mesure m, Acte acte, String motif) {
        List<Acte> restants = base.de(m.id()).stream().filter(a -> !a.id().equals(acte.id())).toList();
        base.annuler(acte.id(), horloge.maintenant(), motif);
        if (acte.evenementId() != null) {
            evenements.annuler(acte.evenementId(), "mesure.acte-annule", null);
        }
        m.adopter(derniere(restants));
    }

    /**
     * The act did a step: periods, due dates, engine and tasks follow.
     *
     * @param etape step of the model that is done
     * @param variables codes a gateway reads; where the measure goes next is added
     */
    public void conclure(Mesure m, String etape, Map<String, ?> variables) {
        Sujet sujet = suivreDates(m);
        Map<String, Object> toutes = new LinkedHashMap<>(variables);
        toutes.putIfAbsent("exercice", exercice(m));
        processus.terminer(sujet, etape, toutes);
        finir(m, sujet, etape);
    }

    /** The act changed the measure without doing a step. */
    public void suivre(Mesure m, String quoi) {
        finir(m, suivreDates(m), quoi);
    }

    /**
     * The engine goes where the act left the measure, by the way the model draws.
     *
     * @param avant step where it waited before the act, null when it was over
     */
    public void avancer(Mesure m, String avant, String quoi) {
        Sujet sujet = suivreDates(m);
        String apres = m.etape();
        if (!Objects.equals(avant, apres)) {
            if (avant == null) {
                processus.ouvrirA(sujet, CLE, apres, Map.of("exercice", exercice(m)));
            } else if (apres == null) {
                arreter(m, sujet, avant);
            } else {
                passer(m, sujet, avant, apres);
            }
        }
        finir(m, sujet, quoi);
    }

    /** A step of the model left the way a gateway reads it; anything else is a correction, which brings the path where it stands. */
    private void passer(Mesure m, Sujet sujet, String avant, String apres) {
        Map<String, Object> v = new LinkedHashMap<>();
        v.put("exercice", exercice(m));
        if ("recueillir-accord".equals(avant) && "JUDICIAIRE".equals(m.cadre())) {
            // Nobody agreed: the path goes where a judge's decision stands.
            processus.ramener(sujet, apres);
            return;
        }
        switch (avant + " " + apres) {
            case "recueillir-accord affecter", "recueillir-accord demarrer" -> v.put("accord", "DONNE");
            case "affecter demarrer" -> { }
            case "demarrer exercer" -> v.put("issue", "DEMARREE");
            case "demarrer affecter", "exercer affecter" -> v.put("issue", "RETOUR");
            case "exercer decider-suite" -> v.put("issue", "SUITE");
            case "decider-suite exercer" -> v.put("suite", "POURSUIVRE");
            case "decider-suite affecter" -> v.put("suite", "AFFECTER");
            default -> {
                processus.ramener(sujet, apres);
                return;
            }
        }
        processus.terminer(sujet, avant, v);
    }

    private void arreter(Mesure m, Sujet sujet, String avant) {
        if ("recueillir-accord".equals(avant) && "ACCORD_REFUSE".equals(m.motifFin())) {
            processus.terminer(sujet, avant, Map.of("accord", "REFUSE"));
        } else if ("decider-suite".equals(avant) && m.etat() == EtatMesure.TERMINEE && !"TRANSFERT".equals(m.motifFin())) {
            processus.terminer(sujet, avant, Map.of("suite", "FIN"));
        } else {
            processus.message(sujet, "fin-mesure", Map.of("fin", "TRANSFERT".equals(m.motifFin()) ? "TRANSFEREE" : m.etat().name()));
        }
    }

    /** What the gateway reads: the unit itself, a service that is known, or one to be found. */
    static String exercice(Mesure m) {
        return m.serviceId() == null ? m.exercice() : "AFFECTE";
    }

    private Sujet suivreDates(Mesure m) {
        entites.flush();
        periodes.suivre(m);
        suites.forEach(s -> s.suivre(m));
        dates.suivre(m);
        return Sujet.mesure(m.id());
    }

    private void finir(Mesure m, Sujet sujet, String quoi) {
        ouvrirLeRegard(m, sujet);
        taches.suivre(sujet);
        processus.replanifier(sujet);
        journal.modification(sujet, "mesure." + quoi);
    }

    /** The territory sees the measure and the child; the service sees the measure alone, from its assignment to the end. */
    void ouvrirLeRegard(Mesure m, Sujet sujet) {
        List<String> pilotes = acces.unites(sujet, Acces.Titre.PILOTE);
        if (!pilotes.equals(List.of(m.uniteId()))) {
            acces.detacher(sujet, Acces.Titre.PILOTE);
            acces.rattacher(sujet, m.uniteId(), Acces.Titre.PILOTE);
            acces.rattacher(Sujet.enfant(m.enfantId()), m.uniteId(), Acces.Titre.SUIVI);
            pilotes.stream().filter(u -> !u.equals(m.uniteId())).forEach(u -> regards.fermer(m.id(), m.enfantId(), u));
        } else if (m.etat() == EtatMesure.ANNULEE) {
            regards.fermer(m.id(), m.enfantId(), m.uniteId());
        } else if (!acces.unites(Sujet.enfant(m.enfantId()), Acces.Titre.SUIVI).contains(m.uniteId())) {
            // What an undone act had closed.
            acces.rattacher(Sujet.enfant(m.enfantId()), m.uniteId(), Acces.Titre.SUIVI);
        }
        List<String> voulus = m.serviceId() == null || !m.etat().ouverte() ? List.of() : List.of(m.serviceId());
        if (!acces.unites(sujet, Acces.Titre.EXERCICE).equals(voulus)) {
            acces.detacher(sujet, Acces.Titre.EXERCICE);
            voulus.forEach(s -> acces.rattacher(sujet, s, Acces.Titre.EXERCICE));
        }
    }

    static Situation derniere(List<Acte> actes) {
        List<Situation.Etape> etapes = Situation.toutes(actes);
        return etapes.get(etapes.size() - 1).situation();
    }

    static String net(String texte) {
        return texte == null || texte.isBlank() ? null : texte.strip();
    }
}
