package fr.jalon.droits;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.courrier.Impression;
import fr.jalon.courrier.Imprime;
import fr.jalon.departement.Departement;
import fr.jalon.dossier.Dossiers;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * From the proposal to the certificate: somebody who sees the files proposes, the archives give or refuse their visa, somebody else executes.
 * Each step is a person's; nothing goes by itself.
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

    private record Ligne(UUID id, String numero, Etat etat, Instant proposeeLe, UUID proposeePar, LocalDate visaLe, String visaPar, String visaReference, LocalDate versementLe,
            String versementReference, String refusMotif, String abandonMotif, Instant executeeLe, UUID executeePar, Map<String, Long> comptes, String releve, String certificat,
            long version) {
    }

    private static final int AU_PLUS = 500;

    private final Ensembles ensembles;
    private final Purge purge;
    private final DemandesEnBase numeros;
    private final Acces acces;
    private final Journal journal;
    private final Evenements evenements;
    private final Dossiers dossiers;
    private final Utilisateurs utilisateurs;
    private final Departement departement;
    private final Impression impression;
    private final Horloge horloge;
    private final ObjectMapper json;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Eliminations(Ensembles ensembles, Purge purge, DemandesEnBase numeros, Acces acces, Journal journal, Evenements evenements, Dossiers dossiers, Utilisateurs utilisateurs,
            Departement departement, Impression impression, Horloge horloge, ObjectMapper json, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.ensembles = ensembles;
        this.purge = purge;
        this.numeros = numeros;
        this.acces = acces;
        this.journal = journal;
        this.evenements = evenements;
        this.dossiers = dossiers;
        this.utilisateurs = utilisateurs;
        this.departement = departement;
        this.impression = impression;
        this.horloge = horloge;
        this.json = json;
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
        return jdbc.sql("select * from elimination order by proposee_le desc limit 200").query(this::ligne).list().stream().map(l -> vue(l, false)).toList();
    }

    @Transactional(readOnly = true)
    public EliminationVue lire(UUID id) {
        acces.exiger(Mission.CONSERVATION);
        return vue(exister(id, false), true);
    }

    @Transactional
    public void viser(UUID id, long version, Visa v) {
        acces.exiger(Mission.CONSERVATION);
        Ligne l = pourAgir(id, version, Etat.PROPOSEE);
        List<Refus.Erreur> erreurs = new ArrayList<>();
        LocalDate aujourdhui = horloge.aujourdhui();
        Demandes.verifier(erreurs, Demandes.vide(v.par()), "par", "Écrivez qui, aux Archives, a répondu.");
        Demandes.verifier(erreurs, v.le() == null || v.le().isAfter(aujourdhui), "le", "Indiquez le jour de la réponse, passé.");
        Demandes.verifier(erreurs, v.accorde() && Demandes.vide(v.reference()), "reference", "Écrivez la référence du visa d’élimination.");
        Demandes.verifier(erreurs, !v.accorde() && Demandes.vide(v.motif()), "motif", "Écrivez le motif du refus.");
        boolean versement = v.accorde() && sorts(id).contains(RegleConservation.SortFinal.VERSEMENT);
        Demandes.verifier(erreurs, versement && Demandes.vide(v.versementReference()), "versementReference",
                "Des dossiers se versent aux Archives\u00a0: écrivez la référence du bordereau de versement.");
        Demandes.verifier(erreurs, versement && (v.versementLe() == null || v.versementLe().isAfter(aujourdhui)), "versementLe", "Indiquez le jour du versement, passé.");
        Demandes.refuser(erreurs);
        jdbc.sql("""
                update elimination set etat = ?, visa_le = ?, visa_par = ?, visa_reference = ?, versement_le = ?, versement_reference = ?, refus_motif = ?, visa_saisi_le = ?,
                    visa_saisi_par = ?, version = version + 1 where id = ?""")
                .params(v.accorde() ? "VISEE" : "REFUSEE", v.le(), v.par().strip(), Demandes.texte(v.reference()), v.versementLe(), Demandes.texte(v.versementReference()),
                        v.accorde() ? null : v.motif().strip(), Timestamp.from(horloge.maintenant()), IdentiteCourante.exiger().utilisateurId(), l.id()).update();
        tetes(id).forEach(t -> journal.modification(Sujet.enfant(t), v.accorde() ? "elimination.viser" : "elimination.refuser"));
    }

    @Transactional
    public void abandonner(UUID id, long version, String motif) {
        acces.exiger(Mission.CONSERVATION);
        Ligne l = exister(id, true);
        exigerVersion(l, version);
        if (l.etat() != Etat.PROPOSEE && l.etat() != Etat.VISEE) {
            throw close(l);
        }
        if (Demandes.vide(motif)) {
            throw Refus.champ("motif", "Écrivez pourquoi cette élimination est abandonnée.");
        }
        jdbc.sql("update elimination set etat = 'ABANDONNEE', abandon_motif = ?, version = version + 1 where id = ?").params(motif.strip(), id).update();
        tetes(id).forEach(t -> journal.modification(Sujet.enfant(t), "elimination.abandonner"));
    }

    /**
     * Erases, by somebody who did not propose. The house does it, whatever this person may see; the journal says who asked. What has changed
     * since the proposal (a file opened again, a brother known since) stops everything.
     */
    public void executer(UUID id, long version) {
        acces.exiger(Mission.CONSERVATION);
        Identite moi = IdentiteCourante.exiger();
        IdentiteCourante.en(Identite.systeme("elimination"), () -> transaction.execute(statut -> {
            Ligne l = pourAgir(id, version, Etat.VISEE);
            if (l.proposeePar().equals(moi.utilisateurId())) {
                throw new Interdit("Une élimination s’exécute par une autre personne que celle qui l’a proposée.");
            }
            faire(l, moi);
            return null;
        }));
    }

    private void faire(Ligne l, Identite moi) {
        Set<UUID> enfants = enfants(l.id());
        jdbc.sql("select id from enfant where id = any(?) order by id for update").param(enfants.toArray(UUID[]::new)).query().listOfRows();
        jdbc.sql("update elimination set etat = 'ABANDONNEE' where id = ?").param(l.id()).update();
        Set<UUID> maintenus = new LinkedHashSet<>();
        List<Ensembles.Ensemble> actuels = ensembles.autourDe(enfants);
        actuels.forEach(e -> maintenus.addAll(e.enfants()));
        if (!maintenus.equals(enfants)) {
            throw new Conflit(null, null, "Un autre enfant partage maintenant un de ces dossiers\u00a0: abandonnez cette élimination et proposez-la de nouveau.");
        }
        actuels.stream().filter(e -> !e.eliminable()).findFirst().ifPresent(e -> {
            throw new Conflit(null, null, "Rien n’est éliminé\u00a0: " + e.obstacles().get(0) + ".");
        });
        Set<UUID> tetes = tetes(l.id());
        Instant maintenant = horloge.maintenant();
        Map<String, Long> comptes = purge.effacer(enfants, maintenant);
        String releve = releve(l, comptes);
        String sha = LectureDossier.empreinte(releve);
        byte[] certificat = impression.imprimer(papier(l, "Certificat d’élimination", maintenant, moi, comptes, sha));
        jdbc.sql("""
                update elimination set etat = 'EXECUTEE', executee_le = ?, executee_par = ?, comptes = cast(? as jsonb), releve_sha256 = ?, certificat = ?, certificat_sha256 = ?,
                    version = version + 1 where id = ?""")
                .params(Timestamp.from(maintenant), moi.utilisateurId(), ecrire(comptes), sha, certificat, LectureDossier.empreinte(certificat), l.id()).update();
        IdentiteCourante.en(moi, () -> {
            for (UUID t : tetes) {
                evenements.ajouter(NouvelEvenement.de("dossier.elimine").sujet(Sujet.enfant(t)).dimension("elimination", l.id()));
                journal.modification(Sujet.enfant(t), "elimination.executer");
            }
            return null;
        });
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
        Ligne l = exister(id, false);
        journal.modification(null, "elimination.bordereau");
        return impression.imprimer(papier(l, "Bordereau d’élimination", l.proposeeLe(), null, null, null));
    }

    private Imprime papier(Ligne l, String titre, Instant le, Identite par, Map<String, Long> comptes, String sha) {
        Map<String, Object> valeurs = new HashMap<>();
        valeurs.put("titreDuPapier", titre);
        valeurs.put("numero", l.numero());
        valeurs.put("departement", departement.profil().nom());
        valeurs.put("proposeePar", nom(l.proposeePar()));
        valeurs.put("proposeeLe", l.proposeeLe());
        valeurs.put("visaPar", l.visaPar());
        valeurs.put("visaLe", l.visaLe());
        valeurs.put("visaReference", l.visaReference());
        valeurs.put("versementLe", l.versementLe());
        valeurs.put("versementReference", l.versementReference());
        valeurs.put("executeePar", par == null ? null : par.nomAffiche());
        valeurs.put("executeeLe", par == null ? null : le);
        valeurs.put("enfants", enfants(l.id()).size());
        valeurs.put("dossiers", dossiers(l.id()));
        valeurs.put("comptes", comptes);
        valeurs.put("empreinte", sha);
        return new Imprime("elimination", titre, titre + " de dossiers de protection de l’enfance", "Département · " + departement.profil().nom() + " · " + l.numero(), le,
                Imprime.Corps.NORMAL, valeurs);
    }

    /** Canonical: what the hash of the certificate is computed from, one fact a line. */
    private String releve(Ligne l, Map<String, Long> comptes) {
        StringBuilder releve = new StringBuilder(l.numero()).append('\n').append(l.visaReference()).append('\n');
        dossiers(l.id()).forEach(d -> releve.append(d.reference()).append(' ').append(d.genre()).append(' ').append(d.finLe()).append(' ').append(d.echueLe()).append('\n'));
        new TreeMap<>(comptes).forEach((table, n) -> releve.append(table).append(' ').append(n).append('\n'));
        return new String(releve.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private Ligne pourAgir(UUID id, long version, Etat attendu) {
        Ligne l = exister(id, true);
        exigerVersion(l, version);
        if (l.etat() != attendu) {
            throw close(l);
        }
        return l;
    }

    private static Conflit close(Ligne l) {
        return new Conflit(null, null, "Cette élimination n’attend pas cet acte\u00a0: " + l.etat().libelle().toLowerCase() + ".");
    }

    private static void exigerVersion(Ligne l, long version) {
        if (l.version() != version) {
            throw new Conflit(null, null, "Cette élimination a changé depuis que vous l’avez ouverte.");
        }
    }

    private Ligne exister(UUID id, boolean verrou) {
        return jdbc.sql("select * from elimination where id = ?" + (verrou ? " for update" : "")).param(id).query(this::ligne).optional().orElseThrow(Introuvable::new);
    }

    private Ligne ligne(ResultSet l, int n) throws SQLException {
        Timestamp executee = l.getTimestamp("executee_le");
        return new Ligne(l.getObject("id", UUID.class), l.getString("numero"), Etat.valueOf(l.getString("etat")), l.getTimestamp("proposee_le").toInstant(),
                l.getObject("proposee_par", UUID.class), l.getObject("visa_le", LocalDate.class), l.getString("visa_par"), l.getString("visa_reference"),
                l.getObject("versement_le", LocalDate.class), l.getString("versement_reference"), l.getString("refus_motif"), l.getString("abandon_motif"),
                executee == null ? null : executee.toInstant(), l.getObject("executee_par", UUID.class), lireComptes(l.getString("comptes")), l.getString("releve_sha256"),
                l.getString("certificat_sha256"), l.getLong("version"));
    }

    private Set<UUID> enfants(UUID id) {
        return new LinkedHashSet<>(jdbc.sql("select enfant_id from elimination_enfant where elimination_id = ? order by enfant_id").param(id).query(UUID.class).list());
    }

    private Set<UUID> tetes(UUID id) {
        return new LinkedHashSet<>(jdbc.sql("""
                select enfant_id from elimination_enfant where elimination_id = ? and tete order by 1""").param(id).query(UUID.class).list());
    }

    private Set<RegleConservation.SortFinal> sorts(UUID id) {
        return jdbc.sql("select distinct sort_final from elimination_dossier where elimination_id = ?").param(id).query(String.class).list().stream()
                .map(RegleConservation.SortFinal::valueOf).collect(Collectors.toSet());
    }

    private List<DossierPropose> dossiers(UUID id) {
        return jdbc.sql("""
                select d.reference, d.genre, r.libelle, d.fin_le, d.echue_le, d.sort_final from elimination_dossier d join conservation_regle r on r.id = d.regle_id
                where d.elimination_id = ? order by d.genre, d.reference, d.sujet_id""").param(id).query((l, n) -> new DossierPropose(l.getString(1), l.getString(2), l.getString(3),
                l.getObject(4, LocalDate.class), l.getObject(5, LocalDate.class), RegleConservation.SortFinal.valueOf(l.getString(6)).libelle())).list();
    }

    private EliminationVue vue(Ligne l, boolean entiere) {
        Set<UUID> tetes = tetes(l.id());
        boolean nommer = entiere && l.etat() != Etat.EXECUTEE && IdentiteCourante.exiger().roles().stream().anyMatch(fr.jalon.acces.Role::dossiers);
        List<String> noms = nommer ? tetes.stream().filter(t -> acces.voit(Sujet.enfant(t))).toList().stream().map(t -> dossiers.nomsDe(List.of(t)).get(t).affiche()).sorted().toList()
                : List.of();
        return new EliminationVue(l.id(), l.numero(), l.etat(), l.etat().libelle(), l.proposeeLe(), nom(l.proposeePar()),
                l.proposeePar().equals(IdentiteCourante.exiger().utilisateurId()), tetes.size(), noms, l.visaLe(), l.visaPar(), l.visaReference(), l.versementLe(),
                l.versementReference(), l.refusMotif(), l.abandonMotif(), l.executeeLe(), l.executeePar() == null ? null : nom(l.executeePar()), l.comptes(), l.releve(), l.certificat(),
                entiere ? dossiers(l.id()) : List.of(), sorts(l.id()).stream().max(java.util.Comparator.naturalOrder()).map(RegleConservation.SortFinal::libelle).orElse(null), l.version());
    }

    private String nom(UUID id) {
        return utilisateurs.parId(id).map(Utilisateurs.Personne::nomAffiche).orElse("");
    }

    private String ecrire(Map<String, Long> comptes) {
        try {
            return json.writeValueAsString(comptes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Long> lireComptes(String texte) {
        try {
            return texte == null ? Map.of() : new TreeMap<>(json.readValue(texte, new TypeReference<Map<String, Long>>() {
            }));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
