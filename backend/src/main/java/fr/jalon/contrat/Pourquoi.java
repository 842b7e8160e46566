package fr.jalon.contrat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.jalon.acces.Journal;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.diffusion.Case;
import fr.jalon.diffusion.Part;
import fr.jalon.diffusion.Public;
import fr.jalon.diffusion.Secret;
import fr.jalon.diffusion.Somme;
import fr.jalon.indicateur.Chiffre;
import fr.jalon.indicateur.Comptage;
import fr.jalon.indicateur.Connu;
import fr.jalon.indicateur.Decoupe;
import fr.jalon.indicateur.Derriere;
import fr.jalon.indicateur.LigneDocument;
import fr.jalon.indicateur.Tableaux;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Why a figure is what it is: what is counted, what is near and out, and the same figure split, as it may be read by whom. */
@Service
public class Pourquoi {

    /**
     * @param definition null for what is typed by hand
     * @param evenements what would have to be recorded for it to count by itself
     */
    public record Explication(String code, String libelle, String fiche, String unite, String classe, int annee, Tableaux.Definition definition, List<Comptage.Exclu> exclus,
            String evenements, String denominateur, String remarque, List<String> aussi) {
    }

    /** @param masquee hidden by disclosure control: no value, and {@code raison} says so */
    public record PartContrat(String cle, String libelle, BigDecimal valeur, String texte, String raison, boolean masquee) {
    }

    /** @param raison why it is not split so, or null */
    public record VentilationContrat(String code, String libelle, String unite, int annee, Decoupe decoupe, Public diffusion, PartContrat total, List<PartContrat> parts,
            String raison) {
    }

    private final LecturesContrat lectures;
    private final Comptage comptage;
    private final Derriere derriere;
    private final DroitsContrat droits;
    private final Plans plans;
    private final Journal journal;
    private final Horloge horloge;

    Pourquoi(LecturesContrat lectures, Comptage comptage, Derriere derriere, DroitsContrat droits, Plans plans, Journal journal, Horloge horloge) {
        this.lectures = lectures;
        this.comptage = comptage;
        this.derriere = derriere;
        this.droits = droits;
        this.plans = plans;
        this.journal = journal;
        this.horloge = horloge;
    }

    private LigneDocument lisible(String code) {
        Set<String> lisibles = droits.lisibles();
        return lectures.lignes().stream().filter(l -> l.code().equals(code) && (lisibles == null || lisibles.contains(l.fiche()))).findFirst().orElseThrow(Introuvable::new);
    }

    /** How many are out is told inside alone: a small number beside a figure would say who. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Explication pourquoi(String code, int annee, LocalDate connuLe, Public diffusion) {
        LigneDocument l = lisible(code);
        List<String> indicateurs = comptage.indicateursDe(code);
        String principal = indicateurs.isEmpty() ? null : indicateurs.get(0);
        return new Explication(code, l.libelle(), l.fiche(), l.unite(), l.classe().name(), annee, principal == null ? null : comptage.definition(principal),
                principal == null ? List.of() : exclus(principal, annee, connuLe, diffusion), l.evenements(), l.denominateur(), l.remarque(),
                indicateurs.stream().skip(1).map(i -> comptage.definition(i).libelle()).toList());
    }

    private List<Comptage.Exclu> exclus(String principal, int annee, LocalDate connuLe, Public diffusion) {
        List<Comptage.Exclu> exclus = comptage.exclus(principal, annee, connu(connuLe));
        return diffusion == null || diffusion == Public.INTERNE ? exclus
                : exclus.stream().map(x -> new Comptage.Exclu(x.raison(), null)).toList();
    }

    /** A day that is not over is now, as in the table. */
    private Connu connu(LocalDate connuLe) {
        return connuLe == null || !connuLe.isBefore(horloge.aujourdhui()) ? Connu.maintenant() : Connu.le(connuLe);
    }

    /** The figure split, with what may not be read by that public hidden, the total among what is decided. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public VentilationContrat ventiler(String code, int annee, Decoupe decoupe, LocalDate connuLe, Public diffusion) {
        LigneDocument l = lisible(code);
        String indicateur = comptage.indicateursDe(code).stream().findFirst().orElseThrow(Introuvable::new);
        Connu connu = connu(connuLe);
        Chiffre tout = comptage.compter(indicateur, annee, connu, null);
        List<Comptage.Part> parts = comptage.parAxe(indicateur, annee, decoupe, connu);
        Public qui = diffusion == null ? Public.INTERNE : diffusion;
        Set<String> cachees = qui == Public.INTERNE ? Set.of() : cachees(l, indicateur, annee, decoupe, connu, tout, parts, qui);
        return new VentilationContrat(code, l.libelle(), l.unite(), annee, decoupe, qui, part("", "Ensemble", tout, l, cachees, qui),
                parts.stream().map(p -> part(p.cle(), p.libelle(), p.chiffre(), l, cachees, qui)).toList(), comptage.indivisible(indicateur, decoupe));
    }

    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public VentilationContrat aExporter(String code, int annee, Decoupe decoupe, LocalDate connuLe, Public diffusion) {
        VentilationContrat v = ventiler(code, annee, decoupe, connuLe, diffusion);
        journal.modification(null, "contrat.export." + v.diffusion().name().toLowerCase(java.util.Locale.ROOT));
        return v;
    }

    private Set<String> cachees(LigneDocument l, String indicateur, int annee, Decoupe decoupe, Connu connu, Chiffre tout, List<Comptage.Part> parts, Public qui) {
        Map<String, Derriere.Enfants> enfants = derriere.enfants(indicateur, annee, decoupe, parts.stream().map(Comptage.Part::cle).toList(), connu);
        Derriere.Enfants ensemble = derriere.enfants(List.of(indicateur), annee, annee, connu).get(indicateur).get(annee);
        List<Case> cases = new ArrayList<>();
        List<Part> taux = new ArrayList<>();
        peser("", tout, ensemble, l, cases, taux);
        parts.forEach(p -> peser(p.cle(), p.chiffre(), enfants.get(p.cle()), l, cases, taux));
        List<String> cles = parts.stream().map(Comptage.Part::cle).toList();
        // What is split may be subtracted from the whole: the numbers, and what rates are made of.
        List<Somme> sommes = List.of(new Somme("", cles), new Somme("#n", cles.stream().map(c -> c + "#n").toList()), new Somme("#d", cles.stream().map(c -> c + "#d").toList()));
        return Secret.cachees(cases, sommes, taux, qui.seuil());
    }

    private void peser(String cle, Chiffre c, Derriere.Enfants enfants, LigneDocument l, List<Case> cases, List<Part> taux) {
        if (c.valeur() == null) {
            return;
        }
        Derriere.Enfants e = enfants != null ? enfants : enfantParEnfant(c, l);
        if (c.base() != null || "%".equals(l.unite())) {
            cases.add(new Case(cle + "#n", e.comptes(), e.comptes(), false));
            cases.add(new Case(cle + "#d", e.base(), e.base(), false));
            taux.add(new Part(cle, cle + "#n", cle + "#d"));
        } else if (plans.comptePersonnes(l.unite())) {
            cases.add(Case.de(cle, c.valeur().abs().longValue(), e.comptes()));
        } else if (c.effectif() > 0) {
            cases.add(Case.de(cle, e.comptes(), e.comptes()));
        }
    }

    /** By sex and age the split is made child by child: the figure is their number where it counts children; where it does not, nobody knows, and it is hidden. */
    private static Derriere.Enfants enfantParEnfant(Chiffre c, LigneDocument l) {
        if (l.unite() == null || !l.unite().matches("(?iu).*(enfant|mineur|jeune|\\bMNA\\b|\\bMIE\\b).*") || l.unite().contains("mesures")) {
            return new Derriere.Enfants(1, 1);
        }
        return new Derriere.Enfants(c.valeur().abs().longValue(), c.base() == null ? c.valeur().abs().longValue() : c.base());
    }

    private static PartContrat part(String cle, String libelle, Chiffre c, LigneDocument l, Set<String> cachees, Public qui) {
        boolean cachee = cachees.contains(cle);
        return new PartContrat(cle, libelle, cachee ? null : c.valeur(), cachee ? Diffusion.MASQUE : c.valeur() == null ? "n.c." : Nombres.texte(c.valeur(), l.unite()),
                cachee ? "Secret statistique\u00a0: moins de " + qui.seuil() + " enfants, ou permettrait de les retrouver." : c.raison(), cachee);
    }
}
