package fr.jalon.projet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.NomEnfant;
import fr.jalon.echeance.ConsultationEcheances;
import fr.jalon.projet.PageProjet.ActeProjetVu;
import fr.jalon.projet.PageProjet.EnfantDuProjet;
import fr.jalon.projet.PageProjet.MotProjet;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The page of a projet, in a fixed number of queries; a service reads what is addressed to it and nothing else of the child. */
@Service
public class LectureProjet {

    private final Projets projets;
    private final ActesProjetEnBase actes;
    private final ActesProjetPossibles possibles;
    private final LignesProjet lignes;
    private final RapportsDemandes rapports;
    private final HorlogeProjet dates;
    private final MesuresConcernees mesures;
    private final LibellesProjet mots;
    private final Dossiers dossiers;
    private final ConsultationEcheances echeances;
    private final Utilisateurs utilisateurs;
    private final Acces acces;
    private final Journal journal;
    private final Horloge horloge;

    LectureProjet(Projets projets, ActesProjetEnBase actes, ActesProjetPossibles possibles, LignesProjet lignes, RapportsDemandes rapports,
            HorlogeProjet dates, MesuresConcernees mesures, LibellesProjet mots, Dossiers dossiers, ConsultationEcheances echeances,
            Utilisateurs utilisateurs, Acces acces, Journal journal, Horloge horloge) {
        this.projets = projets;
        this.actes = actes;
        this.possibles = possibles;
        this.lignes = lignes;
        this.rapports = rapports;
        this.dates = dates;
        this.mesures = mesures;
        this.mots = mots;
        this.dossiers = dossiers;
        this.echeances = echeances;
        this.utilisateurs = utilisateurs;
        this.acces = acces;
        this.journal = journal;
        this.horloge = horloge;
    }

    /** Opening is a line of the journal. */
    @Transactional
    public PageProjet ouvrir(UUID id) {
        PageProjet page = lire(id);
        journal.ouverture(Sujet.projet(id));
        return page;
    }

    /** The projet of a child, for their page: the id, or nothing when none was opened or it is out of sight. */
    @Transactional(readOnly = true)
    public Optional<UUID> deLEnfant(UUID enfant) {
        return projets.findByEnfantIdInOrderBySaisiLe(dossiers.identites(dossiers.canonique(enfant))).stream()
                .filter(p -> p.etat() != EtatProjet.ANNULE).map(Projet::id).filter(id -> acces.voit(Sujet.projet(id))).findFirst();
    }

    /** Whoever exercises a measure and follows no path reads what is addressed to them alone. */
    static boolean limite(Identite qui) {
        return !qui.systeme() && qui.a(Mission.EXERCICE) && !qui.a(Mission.PARCOURS) && !qui.a(Mission.MESURE) && !qui.a(Mission.SUPERVISION);
    }

    /** The page again after an act, which is journaled by itself. */
    @Transactional(readOnly = true)
    public PageProjet lire(UUID id) {
        acces.exigerVue(Sujet.projet(id));
        Projet p = projets.findById(id).orElseThrow(Introuvable::new);
        Identite qui = IdentiteCourante.exiger();
        boolean limite = limite(qui);
        LocalDate jour = horloge.aujourdhui();
        List<ActeProjet> sesActes = actes.de(id);
        NomEnfant n = dossiers.nomsDe(List.of(p.enfantId())).get(p.enfantId());
        List<String> aFaire = possibles.de(p);
        if (limite) {
            aFaire = aFaire.stream().filter(c -> c.equals("ECRIRE") || c.equals("ACTION")).toList();
        }
        LocalDate naissance = n != null && n.naissance().exacte() ? n.naissance().le() : null;
        List<PageProjet.ActionVue> actions = lignes.actions(id, jour).stream().filter(a -> !limite || a.serviceId() != null && qui.voitUnite(a.serviceId()))
                .toList();
        return new PageProjet(id, p.numero(), p.version(), mots.mot(), mots.motLong(), enfant(p, n, naissance), p.etat(), p.etat().libelle(), p.etape(),
                mots.unite(p.uniteId()), p.ouvertLe(), p.depuis(), p.etabliLe() == null ? dates.aEtablirLe(p.depuis()) : null, p.rencontreLe(),
                p.etabliLe(), p.remisLe(), p.revisionLe(), p.reviseDepuis(), mots.motif(p.motifRevision()), p.closLe(), p.valide(jour),
                naissance != null && !naissance.plusYears(MesuresConcernees.MAJORITE).isAfter(jour), lignes.referent(p), p.versionId(),
                lignes.versions(id), limite ? List.of() : lignes.mesures(p, mesures.de(dossiers.identites(dossiers.canonique(p.enfantId())),
                        n == null ? fr.jalon.dossier.Naissance.inconnue() : n.naissance())),
                limite ? List.of() : lignes.rencontres(id), limite ? List.of() : lignes.signatures(id),
                limite ? List.of() : lignes.remises(id), actions, limite ? List.of() : rapports.de(id).stream()
                        .map(r -> new PageProjet.RapportVu(r.id(), r.mesureId(), r.mesure(), r.le(), r.repondus(), r.finLe())).toList(),
                limite ? List.of() : rapports.objectifs(id).stream().map(o -> new PageProjet.ObjectifVu(o.lignee(), o.domaine(), o.objectif(), o.bilan(),
                        o.bilanLe())).toList(),
                limite ? List.of() : vus(sesActes), echeances.de(Sujet.projet(id)).stream().filter(e -> !limite || e.objetId() == null
                        || actions.stream().anyMatch(a -> a.lignee().equals(e.objetId()))).toList(), limite, aFaire,
                aFaire.contains("ANNULER_ACTE") ? CorrectionProjet.dernier(sesActes).map(ActeProjet::id).orElse(null) : null);
    }

    private EnfantDuProjet enfant(Projet p, NomEnfant n, LocalDate naissance) {
        if (n == null) {
            return new EnfantDuProjet(p.enfantId(), "Enfant non nommé", "âge inconnu", null, false, false);
        }
        return new EnfantDuProjet(n.canonique(), n.affiche(), n.age(), naissance, n.moinsDeDeuxAns(), acces.voit(Sujet.enfant(n.canonique())));
    }

    private List<ActeProjetVu> vus(List<ActeProjet> sesActes) {
        Map<UUID, String> auteurs = utilisateurs.noms(sesActes.stream().map(ActeProjet::saisiPar).filter(Objects::nonNull).collect(Collectors.toSet()));
        List<ActeProjetVu> vus = new ArrayList<>(sesActes.stream().map(a -> new ActeProjetVu(a.id(), a.genre(), a.genre().libelle(), a.le(),
                a.automatique(), mots.details(a), a.avertissements().entrySet().stream()
                        .map(e -> new MotProjet(mots.avertissement(e.getKey()), e.getValue())).toList(),
                a.texte(), a.saisiPar() == null ? null : auteurs.get(a.saisiPar()), a.saisiLe(), a.annuleLe(), a.annuleMotif())).toList());
        Collections.reverse(vus);
        return vus;
    }

    static List<String> textes(java.sql.Array tableau) throws java.sql.SQLException {
        return tableau == null ? List.of() : Arrays.asList((String[]) tableau.getArray());
    }
}
