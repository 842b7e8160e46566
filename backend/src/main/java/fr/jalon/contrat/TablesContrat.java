package fr.jalon.contrat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import fr.jalon.acces.Journal;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.contrat.TableauContrat.ExerciceContrat;
import fr.jalon.contrat.TableauContrat.LigneContrat;
import fr.jalon.departement.Departement;
import fr.jalon.diffusion.Public;
import fr.jalon.indicateur.Connu;
import fr.jalon.indicateur.DocumentsDuCatalogue;
import fr.jalon.indicateur.LigneDocument;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The contract table, now or as known on a past day, for the inside or for outside. */
@Service
public class TablesContrat {

    /** What the table is asked for. Nulls: the document's own years, now. */
    public record Demande(String plan, Integer reference, Integer du, Integer au, LocalDate connuLe, Public diffusion) {
    }

    /** A document the département answers for. */
    public record PlanOffert(String code, String titre, Plan.Sorte sorte, int reference, int du, int au) {
    }

    private final Plans plans;
    private final LecturesContrat lectures;
    private final ArretesEnBase arretes;
    private final DocumentsDuCatalogue documents;
    private final DroitsContrat droits;
    private final Diffusion diffusion;
    private final Departement departement;
    private final Journal journal;
    private final Horloge horloge;

    TablesContrat(Plans plans, LecturesContrat lectures, ArretesEnBase arretes, DocumentsDuCatalogue documents, DroitsContrat droits, Diffusion diffusion,
            Departement departement, Journal journal, Horloge horloge) {
        this.plans = plans;
        this.lectures = lectures;
        this.arretes = arretes;
        this.documents = documents;
        this.droits = droits;
        this.diffusion = diffusion;
        this.departement = departement;
        this.journal = journal;
        this.horloge = horloge;
    }

    @Transactional(readOnly = true)
    public List<PlanOffert> plans() {
        droits.lisibles();
        return plans.de(departement.profil().code()).stream().map(p -> new PlanOffert(p.code(), p.titre(), p.sorte(), p.reference(), p.du(), p.au())).toList();
    }


    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public TableauContrat tableau(Demande d) {
        Set<String> lisibles = droits.lisibles();
        Plan plan = Plans.borner(plans.exiger(departement.profil().code(), d.plan()), d.reference(), d.du(), d.au());
        LocalDate aujourdhui = horloge.aujourdhui();
        if (d.connuLe() != null && d.connuLe().isAfter(aujourdhui)) {
            throw Refus.champ("connuLe", "Cette date est dans le futur.");
        }
        boolean passe = d.connuLe() != null && d.connuLe().isBefore(aujourdhui);
        Instant le = passe ? d.connuLe().plusDays(1).atStartOfDay(horloge.zone()).toInstant().minusNanos(1000) : horloge.maintenant();
        Connu connu = passe ? Connu.le(d.connuLe()) : Connu.maintenant();
        List<LigneDocument> lignes = lectures.lignes().stream().filter(plan::tient).filter(l -> lisibles == null || lisibles.contains(l.fiche())).toList();
        LecturesContrat.Lues lues = lectures.lire(lignes, plan.reference(), plan.au(), connu, le);
        Map<Integer, ArretesEnBase.Arrete> connus = arretes.connus(le);
        Map<Integer, Assemblage.ArretesLus> geles = new HashMap<>();
        connus.forEach((annee, a) -> geles.put(annee, new Assemblage.ArretesLus(Canon.lire(a.contenu()))));
        Set<String> saisissables = passe ? Set.of() : droits.saisissables(lignes.stream().map(LigneDocument::fiche).collect(Collectors.toSet()));
        List<LigneContrat> assemblees = lignes.stream().map(l -> Assemblage.ligne(l, documents.valeurs(l.code()),
                lues.sources(plan, l, geles, saisissables.contains(l.fiche())))).toList();
        TableauContrat tableau = new TableauContrat(plan.code(), plan.titre(), plan.sorte(), plan.reference(), plan.du(), plan.au(), passe ? d.connuLe() : null,
                Public.INTERNE, exercices(plan, connus, assemblees, passe ? d.connuLe() : aujourdhui), assemblees, aVerifier(assemblees));
        if (d.diffusion() != null && d.diffusion() != Public.INTERNE) {
            return diffusion.pour(tableau, d.diffusion(), lues.indicateurs(), connu);
        }
        return tableau;
    }

    /** A file leaves the house, or is kept by somebody: it is written down. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public TableauContrat aExporter(Demande d) {
        TableauContrat tableau = tableau(d);
        journal.modification(null, "contrat.export." + tableau.diffusion().name().toLowerCase(java.util.Locale.ROOT));
        return tableau;
    }

    private static List<ExerciceContrat> exercices(Plan plan, Map<Integer, ArretesEnBase.Arrete> connus, List<LigneContrat> lignes, LocalDate aujourdhui) {
        List<ExerciceContrat> exercices = new ArrayList<>();
        for (int annee = plan.reference(); annee <= plan.au(); annee = annee == plan.reference() ? plan.du() : annee + 1) {
            int laquelle = annee;
            ArretesEnBase.Arrete a = connus.get(annee);
            int revisions = (int) lignes.stream().flatMap(l -> java.util.stream.Stream.concat(java.util.stream.Stream.of(l.niveau()),
                    l.annees().stream().map(TableauContrat.AnneeContrat::realise))).filter(c -> c.annee() == laquelle && c.revision() != null).count();
            exercices.add(new ExerciceContrat(annee, annee < aujourdhui.getYear(), a != null, a == null ? null : a.le(), a == null ? null : a.nom(),
                    a == null ? null : a.qualite(), a == null ? null : HexFormat.of().formatHex(a.sha256()), a == null || a.intact(), revisions));
        }
        return exercices;
    }

    private static int aVerifier(List<LigneContrat> lignes) {
        return (int) lignes.stream().mapToLong(l -> (l.alerte() == null ? 0 : 1) + l.annees().stream().filter(a -> a.realise().alerte() != null).count()
                + l.evolutions().stream().filter(TableauContrat.EvolutionContrat::fausse).count() + (l.periode() != null && l.periode().fausse() ? 1 : 0)
                + l.annees().stream().filter(a -> a.ecart().fausse()).count()).sum();
    }
}
