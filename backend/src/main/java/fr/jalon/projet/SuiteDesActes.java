package fr.jalon.projet;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Journal;
import fr.jalon.commun.Sujet;
import fr.jalon.dossier.Dossiers;
import fr.jalon.processus.EtatProcessus;
import fr.jalon.processus.Processus;
import fr.jalon.tache.Taches;

import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes everything that follows from the acts of a projet equal to them: called twice it changes nothing the second time. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SuiteDesActes {

    /** Ways the model draws from one step to the next; any other move is a correction, which brings the path where the projet stands. */
    private static final Map<String, Map<String, Object>> PASSAGES = Map.of("preparer rencontrer", Map.of(), "rencontrer rediger", Map.of(),
            "rediger etablir", Map.of(), "etablir remettre", Map.of("etabli", "OUI"), "etablir rediger", Map.of("etabli", "RETOUR"),
            "remettre suivre", Map.of(), "suivre preparer", Map.of());

    private final EntityManager entites;
    private final ActesProjetEnBase base;
    private final MesuresConcernees mesures;
    private final Dossiers dossiers;
    private final VersionsProjet versions;
    private final PeriodesProjet periodes;
    private final HorlogeProjet dates;
    private final TachesDesActions actions;
    private final Processus processus;
    private final Taches taches;
    private final Acces acces;
    private final Journal journal;

    SuiteDesActes(EntityManager entites, ActesProjetEnBase base, MesuresConcernees mesures, Dossiers dossiers, VersionsProjet versions,
            PeriodesProjet periodes, HorlogeProjet dates, TachesDesActions actions, Processus processus, Taches taches, Acces acces, Journal journal) {
        this.entites = entites;
        this.base = base;
        this.mesures = mesures;
        this.dossiers = dossiers;
        this.versions = versions;
        this.periodes = periodes;
        this.dates = dates;
        this.actions = actions;
        this.processus = processus;
        this.taches = taches;
        this.acces = acces;
        this.journal = journal;
    }

    /** @param quoi what the journal says was done, or null when nobody did anything to the projet itself */
    void suivre(Projet p, String quoi) {
        var naissance = mesures.naissance(p.enfantId());
        CoursDesMesures cours = mesures.de(dossiers.identites(dossiers.canonique(p.enfantId())), naissance);
        List<ActeProjet> actes = base.de(p.id());
        SituationProjet s = SituationProjet.derniere(actes);
        p.adopter(s, cours, s.closLe == null && s.etabliDansCeChemin ? dates.revisionLe(naissance, s.etabliLe) : null,
                MesuresConcernees.majorite(naissance));
        versions.accorder(p);
        entites.flush();
        periodes.suivre(p, actes, cours, naissance);
        dates.suivre(p, actes, naissance);
        Sujet sujet = Sujet.projet(p.id());
        ouvrirLeRegard(p, cours, sujet);
        avancer(p, sujet);
        actions.accorder(p);
        taches.suivre(sujet);
        processus.replanifier(sujet);
        if (quoi != null) {
            journal.modification(sujet, "projet." + quoi);
        }
    }

    /** The engine goes where the acts left the projet, by the way the model draws. */
    private void avancer(Projet p, Sujet sujet) {
        EtatProcessus etat = processus.etat(sujet).filter(EtatProcessus::actif).orElse(null);
        String avant = etat == null ? null : etat.etapes().stream().findFirst().orElse(null);
        String apres = p.etape();
        if (Objects.equals(avant, apres)) {
            return;
        }
        if (etat == null) {
            processus.ouvrirA(sujet, ActesProjet.CLE, apres, Map.of());
        } else if (apres == null) {
            processus.message(sujet, "fin-projet", Map.of("fin", p.etat().name()));
        } else if (PASSAGES.containsKey(avant + " " + apres)) {
            processus.terminer(sujet, avant, PASSAGES.get(avant + " " + apres));
        } else {
            processus.ramener(sujet, apres);
        }
    }

    /** The territory sees the projet and the child; a service that exercises one of the measures sees the projet alone, as long as it does. */
    private void ouvrirLeRegard(Projet p, CoursDesMesures cours, Sujet sujet) {
        if (!acces.unites(sujet, Acces.Titre.PILOTE).equals(List.of(p.uniteId()))) {
            acces.detacher(sujet, Acces.Titre.PILOTE);
            acces.rattacher(sujet, p.uniteId(), Acces.Titre.PILOTE);
            acces.rattacher(Sujet.enfant(p.enfantId()), p.uniteId(), Acces.Titre.SUIVI);
        }
        Set<String> voulus = new TreeSet<>();
        if (p.etat().ouvert()) {
            cours.enCours().stream().map(TrancheExercee::service).filter(Objects::nonNull).forEach(voulus::add);
        }
        if (!acces.unites(sujet, Acces.Titre.EXERCICE).equals(List.copyOf(voulus))) {
            acces.detacher(sujet, Acces.Titre.EXERCICE);
            voulus.forEach(s -> acces.rattacher(sujet, s, Acces.Titre.EXERCICE));
        }
    }
}
