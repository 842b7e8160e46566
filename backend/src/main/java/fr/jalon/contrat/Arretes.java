package fr.jalon.contrat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.contrat.TableauContrat.CelluleContrat;
import fr.jalon.contrat.TableauContrat.Origine;
import fr.jalon.departement.Departement;
import fr.jalon.indicateur.Connu;
import fr.jalon.indicateur.Derriere;
import fr.jalon.indicateur.DocumentsDuCatalogue;
import fr.jalon.indicateur.ExerciceArrete;
import fr.jalon.indicateur.Indicateurs;
import fr.jalon.indicateur.LigneDocument;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes a year: every cell of every document of the département frozen as it stands, signed and sealed. What changes afterwards is told
 * beside, never in its place.
 */
@Service
public class Arretes {

    /** @param remarque words of the signatory, or null */
    public record ArreteContrat(int annee, String nom, String qualite, String remarque, Instant le, String empreinte, boolean intact, List<CelluleRevisee> revisions) {
    }

    /**
     * A cell that is no longer what was frozen.
     *
     * @param mouvement for what is counted: files that came in and went out since, and what was said of them; null for the rest
     * @param saisiePar for what is typed: who typed the new value
     * @param pourquoi words typed about it, or the reason given with the new value
     */
    public record CelluleRevisee(String code, String fiche, String libelle, String avant, String apres, Origine origine, Derriere.Mouvement mouvement,
            String saisiePar, Instant saisieLe, String pourquoi, int version) {
    }

    private static final int QUALITE = 200;
    private static final int REMARQUE = 2_000;

    private record Signature(String qualite, String remarque) {
    }

    /** What the signatory typed, for the freezing that the same act brings about. */
    private final ThreadLocal<Signature> signature = new ThreadLocal<>();

    private final Indicateurs indicateurs;
    private final LecturesContrat lectures;
    private final ArretesEnBase arretes;
    private final DocumentsDuCatalogue documents;
    private final Derriere derriere;
    private final DroitsContrat droits;
    private final Departement departement;
    private final Journal journal;
    private final Horloge horloge;

    Arretes(Indicateurs indicateurs, LecturesContrat lectures, ArretesEnBase arretes, DocumentsDuCatalogue documents, Derriere derriere, DroitsContrat droits,
            Departement departement, Journal journal, Horloge horloge) {
        this.indicateurs = indicateurs;
        this.lectures = lectures;
        this.arretes = arretes;
        this.documents = documents;
        this.derriere = derriere;
        this.droits = droits;
        this.departement = departement;
        this.journal = journal;
        this.horloge = horloge;
    }

    /** @throws Conflit when the year is closed already */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public void arreter(int annee, String qualite, String remarque) {
        droits.exigerComptage();
        if (qualite != null && qualite.length() > QUALITE) {
            throw Refus.champ("qualite", "Écrivez au plus 200 caractères.");
        }
        if (remarque != null && remarque.length() > REMARQUE) {
            throw Refus.champ("remarque", "Écrivez au plus 2 000 caractères.");
        }
        signature.set(new Signature(blanc(qualite), blanc(remarque)));
        try {
            indicateurs.arreter(annee);
        } finally {
            signature.remove();
        }
    }

    /** Whatever door the year was closed by, what the documents showed is frozen in the same transaction. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void geler(ExerciceArrete e) {
        Signature dite = signature.get();
        Identite qui = IdentiteCourante.exiger();
        Instant le = horloge.maintenant();
        String qualite = dite == null ? null : dite.qualite();
        String remarque = dite == null ? null : dite.remarque();
        List<Canon.CelluleGelee> cellules = courantes(e.annee(), Connu.arrete(e.annee()), le).entrySet().stream()
                .map(c -> new Canon.CelluleGelee(c.getKey().code(), c.getValue().valeur(), c.getValue().texte(), c.getValue().raison(), c.getValue().origine())).toList();
        String contenu = Canon.ecrire(departement.profil().code(), e.annee(), le, qui.nomAffiche(), qualite, remarque, cellules);
        if (!arretes.ajouter(e.annee(), qui.utilisateurId(), qui.nomAffiche(), qualite, remarque, le, contenu)) {
            throw new Conflit(null, null, "L’exercice " + e.annee() + " est déjà arrêté.");
        }
        journal.modification(null, "contrat.arreter");
    }

    private Map<LigneDocument, CelluleContrat> courantes(int annee, Connu connu, Instant le) {
        List<LigneDocument> lignes = lectures.lignes();
        LecturesContrat.Lues lues = lectures.lire(lignes, annee, annee, connu, le);
        Map<LigneDocument, CelluleContrat> cellules = new java.util.LinkedHashMap<>();
        for (LigneDocument l : lignes) {
            cellules.put(l, Assemblage.courante(l, documents.valeurs(l.code()), lues.sources(null, l, Map.of(), false), annee));
        }
        return cellules;
    }

    /** A closing with all that has changed since, cell by cell. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ArreteContrat lire(int annee) {
        Set<String> lisibles = droits.lisibles();
        Instant maintenant = horloge.maintenant();
        ArretesEnBase.Arrete a = arretes.connus(maintenant).get(annee);
        if (a == null) {
            throw new Introuvable();
        }
        Map<String, Canon.CelluleGelee> gelees = Canon.lire(a.contenu());
        List<LigneDocument> lignes = lectures.lignes().stream().filter(l -> lisibles == null || lisibles.contains(l.fiche())).toList();
        LecturesContrat.Lues lues = lectures.lire(lignes, annee, annee, Connu.maintenant(), maintenant);
        List<CelluleRevisee> revisions = new ArrayList<>();
        for (LigneDocument l : lignes) {
            Canon.CelluleGelee gelee = gelees.get(l.code());
            CelluleContrat maintenue = Assemblage.courante(l, documents.valeurs(l.code()), lues.sources(null, l, Map.of(), false), annee);
            if (gelee != null && !gelee.texte().equals(maintenue.texte())) {
                revisions.add(revisee(l, gelee, maintenue, lues, annee));
            }
        }
        return new ArreteContrat(annee, a.nom(), a.qualite(), a.remarque(), a.le(), HexFormat.of().formatHex(a.sha256()), a.intact(), revisions);
    }

    private CelluleRevisee revisee(LigneDocument l, Canon.CelluleGelee gelee, CelluleContrat c, LecturesContrat.Lues lues, int annee) {
        String indicateur = lues.indicateurs().get(l.code());
        boolean comptee = indicateur != null && (c.origine() == Origine.COMPTE || gelee.origine() == Origine.COMPTE);
        Mots.Mot mot = lues.mots().de(l.code(), annee, Mots.Sorte.REVISION);
        ValeurSaisie saisie = lues.saisies().get(new ValeursEnBase.Cle(l.code(), annee, ValeurSaisie.Type.REALISE));
        boolean saisieDepuis = c.origine() == Origine.SAISI && saisie != null;
        return new CelluleRevisee(l.code(), l.fiche(), l.libelle(), gelee.texte(), c.texte(), c.origine(),
                comptee ? derriere.entre(indicateur, annee, Connu.arrete(annee), Connu.maintenant()) : null,
                saisieDepuis && saisie.par() != null ? lues.noms().get(saisie.par()) : null, saisieDepuis ? saisie.saisieLe() : null,
                mot != null ? mot.texte() : saisieDepuis ? saisie.motif() : null, mot == null ? 0 : mot.version());
    }

    private static String blanc(String texte) {
        return texte == null || texte.isBlank() ? null : texte.strip();
    }
}
