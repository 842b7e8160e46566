package fr.jalon.contrat;

import java.util.Map;

import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.courrier.Impression;
import fr.jalon.departement.Departement;
import fr.jalon.diffusion.Public;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The table and its report as files: workbook, CSV, paper, JSON. One table makes them all. */
@Service
public class DossierRapport {

    /** What a fiche did, in words. */
    public record RecitPublie(String fiche, String texte) {
    }

    /** The report for a machine. @param etat step of the circuit it stands at, or null */
    public record RapportPublie(int annee, Rapports.Etape etat, TableauContrat tableau, java.util.List<RecitPublie> recits) {
    }

    private final TablesContrat tables;
    private final Recits recits;
    private final Rapports rapports;
    private final Plans plans;
    private final Impression impression;
    private final Departement departement;
    private final Horloge horloge;

    DossierRapport(TablesContrat tables, Recits recits, Rapports rapports, Plans plans, Impression impression, Departement departement, Horloge horloge) {
        this.tables = tables;
        this.recits = recits;
        this.rapports = rapports;
        this.plans = plans;
        this.impression = impression;
        this.departement = departement;
        this.horloge = horloge;
    }

    /** What a report of a year holds: the document of that year if there is one, up to that year; else the last document, over four years. */
    TablesContrat.Demande duRapport(int annee, String plan, Public diffusion) {
        if (annee < 2001 || annee > 2100) {
            throw Refus.champ("annee", "Cette année n’est pas dans les documents.");
        }
        String code = departement.profil().code();
        Plan p = plan == null || plan.isBlank() ? plans.de(code).stream().filter(x -> x.du() <= annee && annee <= x.au()).findFirst().orElseGet(() -> plans.exiger(code, null))
                : plans.exiger(code, plan);
        return p.du() <= annee && annee <= p.au() ? new TablesContrat.Demande(p.code(), p.reference(), p.du(), annee, null, diffusion)
                : new TablesContrat.Demande(p.code(), Math.max(2000, annee - 4), Math.max(2001, annee - 3), annee, null, diffusion);
    }

    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public RapportPublie json(int annee, String plan, Public diffusion) {
        return new RapportPublie(annee, rapports.lire(annee).etat(), tableau(annee, plan, diffusion),
                recits.de(annee).values().stream().map(r -> new RecitPublie(r.fiche(), r.texte())).toList());
    }

    private TableauContrat tableau(int annee, String plan, Public diffusion) {
        return tables.aExporter(duRapport(annee, plan, diffusion));
    }

    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public byte[] pdf(int annee, String plan, Public diffusion) {
        TableauContrat t = tableau(annee, plan, diffusion);
        return impression.imprimer(PapierContrat.de(t, recits.de(annee), annee, departement.profil().nom(), rapports.lire(annee), horloge::jour));
    }

    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public byte[] classeur(int annee, String plan, Public diffusion) {
        return ClasseurContrat.ecrire(tableau(annee, plan, diffusion), recits.de(annee));
    }

    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public String csv(int annee, String plan, Public diffusion) {
        return ContratCsv.ecrire(tableau(annee, plan, diffusion));
    }

    /** The table as it stands on the screen. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public byte[] classeur(TablesContrat.Demande d) {
        return ClasseurContrat.ecrire(tables.aExporter(d), Map.of());
    }

    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public String csv(TablesContrat.Demande d) {
        return ContratCsv.ecrire(tables.aExporter(d));
    }

    /** The file an import reads back, with what the person may type. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public String modele(TablesContrat.Demande d) {
        return ContratCsv.modele(tables.tableau(d));
    }
}
