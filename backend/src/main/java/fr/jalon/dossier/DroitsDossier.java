package fr.jalon.dossier;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Role;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may search, open and change children's files. Sight is {@link Acces}'s; here stand what is particular to a child: whoever only
 * counts or administers opens no file, and a restricted file is its named holders'.
 */
@Component
class DroitsDossier {

    /** Missions that work on files. Whoever only exercises measures has the page of each measure, never the child's file nor a search. */
    private static final Set<Mission> DE_DOSSIER = EnumSet.complementOf(EnumSet.of(Mission.COMPTAGE, Mission.ADMINISTRATION, Mission.EXERCICE,
            Mission.JOURNAL, Mission.CONSERVATION));
    /** Missions that write what a child's file says. */
    private static final Set<Mission> D_ECRITURE = EnumSet.of(Mission.RECUEIL, Mission.MANDAT, Mission.DESIGNATION, Mission.EVALUATION,
            Mission.DECISION, Mission.INFORMATION);

    private final Acces acces;
    private final Journal journal;
    private final JdbcClient jdbc;

    DroitsDossier(Acces acces, Journal journal, JdbcClient jdbc) {
        this.acces = acces;
        this.journal = journal;
        this.jdbc = jdbc;
    }

    static boolean travailleSurDossiers(Identite qui) {
        return qui.systeme() || qui.missions().stream().anyMatch(DE_DOSSIER::contains) || qui.a(Role.REFERENT_PPEF);
    }

    /** Finds files in sight by their whole number, and no child by name. */
    static boolean chercheParNumeroSeul(Identite qui) {
        return !travailleSurDossiers(qui) && qui.a(Mission.EXERCICE);
    }

    void exigerRecherche() {
        if (!travailleSurDossiers(IdentiteCourante.exiger())) {
            journal.refus(null, "enfant.rechercher");
            throw new Interdit("La recherche d’enfants est réservée aux personnes qui suivent des dossiers.");
        }
    }

    /** @throws Introuvable out of sight, restricted to others, or read by somebody who works on no file: answered alike */
    void exigerLecture(UUID enfant) {
        Sujet sujet = Sujet.enfant(enfant);
        acces.exigerVue(sujet);
        if (!travailleSurDossiers(IdentiteCourante.exiger()) || tu(enfant)) {
            journal.refus(sujet, "enfant.ouvrir");
            throw new Introuvable();
        }
    }

    /** The same answer as a question: nothing is refused. */
    boolean lit(UUID enfant) {
        return travailleSurDossiers(IdentiteCourante.exiger()) && acces.voit(Sujet.enfant(enfant)) && !tu(enfant);
    }

    void exigerEcriture(UUID enfant) {
        exigerLecture(enfant);
        if (!peutEcrire(enfant)) {
            journal.refus(Sujet.enfant(enfant), "enfant.modifier");
            throw new Interdit("Corriger un dossier d’enfant revient aux personnes qui recueillent, évaluent ou décident.");
        }
    }

    /** Opening a file: whoever writes on files, in a unit of theirs. */
    void exigerCreation(String unite) {
        Identite qui = IdentiteCourante.exiger();
        if (D_ECRITURE.stream().noneMatch(m -> qui.a(m, unite))) {
            journal.refus(null, "enfant.creer");
            throw new Interdit("Ouvrir un dossier d’enfant revient aux personnes qui recueillent, évaluent ou décident, dans leur unité.");
        }
    }

    boolean peutEcrire(UUID enfant) {
        return peutEcrire(Sujet.enfant(enfant));
    }

    boolean peutEcrire(Sujet sujet) {
        return acces.peutUne(D_ECRITURE, sujet);
    }

    boolean peutSuperviser(UUID enfant) {
        return acces.peut(Mission.SUPERVISION, Sujet.enfant(enfant));
    }

    boolean peutReunir() {
        Identite qui = IdentiteCourante.exiger();
        return qui.a(Mission.RECUEIL) || qui.a(Mission.SUPERVISION);
    }

    void exigerReunion() {
        if (!peutReunir()) {
            journal.refus(null, "enfants.reunir");
            throw new Interdit("Réunir deux dossiers revient aux personnes qui recueillent les informations ou supervisent.");
        }
    }

    void exigerSupervision(UUID enfant) {
        exigerLecture(enfant);
        acces.exiger(Mission.SUPERVISION, Sujet.enfant(enfant));
    }

    /** Whether the file is restricted to others. A child merged since answers as the one that stands for it. */
    private boolean tu(UUID enfant) {
        Identite qui = IdentiteCourante.exiger();
        return !qui.systeme() && jdbc.sql("""
                with recursive chemin(id, vers) as (
                    select id, fusionne_vers from enfant_repere where id = :id
                    union all select e.id, e.fusionne_vers from chemin c join enfant_repere e on e.id = c.vers)
                select exists (select 1 from chemin c join enfant_repere e on e.id = c.id where e.restreint and not exists (
                    select 1 from enfant_restriction r where r.enfant_id = e.id and r.utilisateur_id = :qui))""")
                .param("id", enfant).param("qui", qui.utilisateurId(), java.sql.Types.OTHER).query(Boolean.class).single();
    }
}
