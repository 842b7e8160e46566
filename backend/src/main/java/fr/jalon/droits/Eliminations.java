package fr.jalon.droits;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.dossier.Dossiers;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * From the proposal to the visa: somebody who sees the files proposes, the archives give or refuse their visa; somebody else then executes
 * ({@link ExecutionElimination}). Each step is a person's; nothing goes by itself.
 */
@Service
public class Eliminations {

    public enum Etat {
        PROPOSEE("Proposée, visa attendu"), VISEE("Visée, à exécuter"), REFUSEE("Visa refusé"), EXECUTEE("Exécutée"), ABANDONNEE("Abandonnée");

        private final String libelle;

        Etat(String libelle) {
            this.libelle = libelle;
        }

        public String libelle() {
            return libelle;
        }
    }

    /** @param enfants names for whoever sees the files, none otherwise */
    public record EliminationVue(UUID id, String numero, Etat etat, String etatLibelle, Instant proposeeLe, String proposeePar, boolean aMoi, int nombreEnfants, List<String> enfants,
            LocalDate visaLe, String visaPar, String visaReference, LocalDate versementLe, String versementReference, String refusMotif, String abandonMotif, Instant executeeLe,
            String executeePar, Map<String, Long> comptes, String releveSha256, String certificatSha256, List<DossierPropose> dossiers, String sortFinal, long version) {
    }

    public record DossierPropose(String reference, String genre, String regle, LocalDate finLe, LocalDate echueLe, String sortFinal) {
    }

    /** The archives' answer. */
    public record Visa(boolean accorde, String par, LocalDate le, String reference, LocalDate versementLe, String versementReference, String motif) {
    }

    private static final int AU_PLUS = 500;

    private final EliminationsEnBase base;
    private final PapiersElimination papiers;
    private final Ensembles ensembles;
    private final DemandesEnBase numeros;
    private final Acces acces;
    private final Journal journal;
    private final Dossiers dossiers;
    private final Utilisateurs utilisateurs;
    private final Horloge horloge;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Eliminations(EliminationsEnBase base, PapiersElimination papiers, Ensembles ensembles, DemandesEnBase numeros, Acces acces, Journal journal, Dossiers dossiers,
            Utilisateurs utilisateurs, Horloge horloge, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.base = base;
        this.papiers = papiers;
        this.ensembles = ensembles;
        this.numeros = numeros;
        this.acces = acces;
        this.journal = journal;
        this.dossiers = dossiers;
        this.utilisateurs = utilisateurs;
        this.horloge = horloge;
        this.jdbc = jdbc;
        // Of its own: the database is told at its beginning that the house acts, whatever was begun before.
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Proposes whole sets: a brother or a sister of one of these children comes with them. */
    @Transactional
    public UUID proposer(List<UUID> enfants) {
        acces.exiger(Mission.CONSERVATION);
        if (enfants == null || enfants.isEmpty() || enfants.size() > AU_PLUS) {
            throw Refus.champ("enfants", "Choisissez les dossiers à proposer, " + AU_PLUS + " au plus.");
        }
        jdbc.sql("select pg_advisory_xact_lock(1850186)").query().listOfRows();
        enfants.forEach(dossiers::exigerLecture);
        // Read by the house, so that nobody who shares the files is missed for being out of this person's sight; then each must be theirs to read.
        List<Ensembles.Ensemble> ensemblesVoulus = IdentiteCourante.en(Identite.systeme("elimination"), () -> transaction.execute(statut -> ensembles.autourDe(enfants)));
        for (Ensembles.Ensemble e : ensemblesVoulus) {
            e.enfants().forEach(dossiers::exigerLecture);
            if (!e.eliminable()) {
                throw Refus.champ("enfants", "Un dossier choisi ne peut pas être proposé\u00a0: " + e.obstacles().get(0) + ".");
            }
        }
        UUID id = Ids.nouveau();
        Instant maintenant = horloge.maintenant();
        jdbc.sql("insert into elimination(id, numero, etat, proposee_le, proposee_par) values (?, ?, 'PROPOSEE', ?, ?)")
                .params(id, numeros.numero("eli", horloge.aujourdhui().getYear()), Timestamp.from(maintenant), IdentiteCourante.exiger().utilisateurId()).update();
        for (Ensembles.Ensemble e : ensemblesVoulus) {
            e.enfants().forEach(enfant -> jdbc.sql("insert into elimination_enfant(elimination_id, enfant_id, tete) values (?, ?, ?)")
                    .params(id, enfant, e.tetes().contains(enfant)).update());
            e.dossiers().forEach(d -> jdbc.sql("""
                    insert into elimination_dossier(elimination_id, sujet_type, sujet_id, reference, genre, issue, regle_id, fin_le, echue_le, sort_final)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""").params(id, d.dossier().sujet().type().name(), d.dossier().sujet().id(), d.dossier().reference(), d.dossier().genre(),
                    d.dossier().issue(), d.regle().id(), d.dossier().finLe(), d.echueLe(), d.regle().sortFinal().name()).update());
            e.tetes().forEach(t -> journal.modification(Sujet.enfant(t), "elimination.proposer"));
        }
        return id;
    }

    @Transactional(readOnly = true)
    public List<EliminationVue> lister() {
        acces.exiger(Mission.CONSERVATION);
        return base.dernieres().stream().map(l -> vue(l, false)).toList();
    }

    @Transactional(readOnly = true)
    public EliminationVue lire(UUID id) {
        acces.exiger(Mission.CONSERVATION);
        return vue(base.exister(id, false), true);
    }

    @Transactional
    public void viser(UUID id, long version, Visa v) {
        acces.exiger(Mission.CONSERVATION);
        Elimination l = base.pourAgir(id, version, Etat.PROPOSEE);
        List<Refus.Erreur> erreurs = new ArrayList<>();
        LocalDate aujourdhui = horloge.aujourdhui();
        Demandes.verifier(erreurs, Demandes.vide(v.par()), "par", "Écrivez qui, aux Archives, a répondu.");
        Demandes.verifier(erreurs, v.le() == null || v.le().isAfter(aujourdhui), "le", "Indiquez le jour de la réponse, passé.");
        Demandes.verifier(erreurs, v.accorde() && Demandes.vide(v.reference()), "reference", "Écrivez la référence du visa d’élimination.");
        Demandes.verifier(erreurs, !v.accorde() && Demandes.vide(v.motif()), "motif", "Écrivez le motif du refus.");
        boolean versement = v.accorde() && base.sorts(id).contains(RegleConservation.SortFinal.VERSEMENT);
        Demandes.verifier(erreurs, versement && Demandes.vide(v.versementReference()), "versementReference",
                "Des dossiers se versent aux Archives\u00a0: écrivez la référence du bordereau de versement.");
        Demandes.verifier(erreurs, versement && (v.versementLe() == null || v.versementLe().isAfter(aujourdhui)), "versementLe", "Indiquez le jour du versement, passé.");
        Demandes.refuser(erreurs);
        jdbc.sql("""
                update elimination set etat = ?, visa_le = ?, visa_par = ?, visa_reference = ?, versement_le = ?, versement_reference = ?, refus_motif = ?, visa_saisi_le = ?,
                    visa_saisi_par = ?, version = version + 1 where id = ?""")
                .params(v.accorde() ? "VISEE" : "REFUSEE", v.le(), v.par().strip(), Demandes.texte(v.reference()), v.versementLe(), Demandes.texte(v.versementReference()),
                        v.accorde() ? null : v.motif().strip(), Timestamp.from(horloge.maintenant()), IdentiteCourante.exiger().utilisateurId(), l.id()).update();
        base.tetes(id).forEach(t -> journal.modification(Sujet.enfant(t), v.accorde() ? "elimination.viser" : "elimination.refuser"));
    }

    @Transactional
    public void abandonner(UUID id, long version, String motif) {
        acces.exiger(Mission.CONSERVATION);
        Elimination l = base.exister(id, true);
        l.exigerVersion(version);
        if (l.etat() != Etat.PROPOSEE && l.etat() != Etat.VISEE) {
            throw l.close();
        }
        if (Demandes.vide(motif)) {
            throw Refus.champ("motif", "Écrivez pourquoi cette élimination est abandonnée.");
        }
        jdbc.sql("update elimination set etat = 'ABANDONNEE', abandon_motif = ?, version = version + 1 where id = ?").params(motif.strip(), id).update();
        base.tetes(id).forEach(t -> journal.modification(Sujet.enfant(t), "elimination.abandonner"));
    }

    /** The bytes kept of what was done. */
    @Transactional
    public byte[] certificat(UUID id) {
        acces.exiger(Mission.CONSERVATION);
        journal.modification(null, "elimination.certificat");
        return jdbc.sql("select certificat from elimination where id = ? and certificat is not null").param(id).query((l, n) -> l.getBytes(1)).optional().orElseThrow(Introuvable::new);
    }

    /** What is sent to the archives for their visa: files by number, rule and dates; no name. */
    @Transactional
    public byte[] bordereau(UUID id) {
        acces.exiger(Mission.CONSERVATION);
        Elimination l = base.exister(id, false);
        journal.modification(null, "elimination.bordereau");
        return papiers.bordereau(l);
    }

    private EliminationVue vue(Elimination l, boolean entiere) {
        Set<UUID> tetes = base.tetes(l.id());
        boolean nommer = entiere && l.etat() != Etat.EXECUTEE && IdentiteCourante.exiger().roles().stream().anyMatch(fr.jalon.acces.Role::dossiers);
        List<String> noms = nommer ? tetes.stream().filter(t -> acces.voit(Sujet.enfant(t))).toList().stream().map(t -> dossiers.nomsDe(List.of(t)).get(t).affiche()).sorted().toList()
                : List.of();
        return new EliminationVue(l.id(), l.numero(), l.etat(), l.etat().libelle(), l.proposeeLe(), nom(l.proposeePar()),
                l.proposeePar().equals(IdentiteCourante.exiger().utilisateurId()), tetes.size(), noms, l.visaLe(), l.visaPar(), l.visaReference(), l.versementLe(),
                l.versementReference(), l.refusMotif(), l.abandonMotif(), l.executeeLe(), l.executeePar() == null ? null : nom(l.executeePar()), l.comptes(), l.releve(), l.certificat(),
                entiere ? base.dossiers(l.id()) : List.of(), base.sorts(l.id()).stream().max(java.util.Comparator.naturalOrder()).map(RegleConservation.SortFinal::libelle).orElse(null), l.version());
    }

    private String nom(UUID id) {
        return utilisateurs.parId(id).map(Utilisateurs.Personne::nomAffiche).orElse("");
    }
}
