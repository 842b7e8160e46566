package fr.jalon.droits;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.NomEnfant;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Requests of people about a file: received, followed until their date, answered. A restricted file is its holders' here as everywhere. */
@Service
public class Demandes {

    /** A request about to be opened. */
    public record NouvelleDemande(UUID enfantId, Demande.Genre genre, Demande.Qualite qualite, String demandeur, String contact, String objet, LocalDate recueLe,
            LocalDate identiteLe, String identiteMoyen) {
    }

    /** The answer. {@code corrige}: what was corrected, limited or noted, in words that the child's page shows. */
    public record Reponse(Demande.Decision decision, String motif, String corrige, LocalDate le, String moyen) {
    }

    /** @param enfant null for whoever only follows dates */
    public record LigneDemande(UUID id, String numero, UUID enfantId, String enfant, Demande.Genre genre, String genreLibelle, Demande.Qualite qualite,
            String qualiteLibelle, Demande.Etat etat, String etatLibelle, LocalDate recueLe, LocalDate echeance, long jours, LocalDate repondueLe,
            String decisionLibelle, String unite) {
    }

    /** What was noted on the child's file at somebody's request. */
    public record Mention(String genre, String libelle, LocalDate le, String texte, String decisionLibelle) {
    }

    public record DroitsDeLEnfant(List<Mention> mentions, List<LigneDemande> demandes, boolean peutOuvrir) {
    }

    private final DemandesEnBase base;
    private final Acces acces;
    private final Journal journal;
    private final Evenements evenements;
    private final Dossiers dossiers;
    private final Departement departement;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    Demandes(DemandesEnBase base, Acces acces, Journal journal, Evenements evenements, Dossiers dossiers, Departement departement, Horloge horloge, JdbcClient jdbc) {
        this.base = base;
        this.acces = acces;
        this.journal = journal;
        this.evenements = evenements;
        this.dossiers = dossiers;
        this.departement = departement;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    /** Of the files one may answer for; the data-protection officer follows all dates and reads no name. */
    @Transactional(readOnly = true)
    public List<LigneDemande> lister(boolean closes) {
        Identite qui = IdentiteCourante.exiger();
        boolean suivi = !qui.a(Mission.DROITS) && qui.a(Mission.JOURNAL);
        if (!suivi) {
            acces.exiger(Mission.DROITS);
        }
        Acces.Filtre vus = suivi ? new Acces.Filtre("(true)", Map.of()) : acces.filtre("'ENFANT'", "d.enfant_id");
        Map<String, Object> parametres = new HashMap<>(vus.parametres());
        parametres.put("moi", qui.utilisateurId());
        parametres.put("tout", suivi || qui.systeme());
        List<Demande> lues = jdbc.sql("select d.* from droits_demande d left join enfant_repere e on e.id = d.enfant_id where " + vus.sql() + """
                 and (:tout or not e.restreint or exists (select 1 from enfant_restriction r where r.enfant_id = e.id and r.utilisateur_id = :moi))
                """ + (closes ? " and d.etat in ('REPONDUE', 'SANS_SUITE')" : " and d.etat in ('A_INSTRUIRE', 'ARRETEE')")
                + " order by " + (closes ? "coalesce(d.repondue_le, d.recue_le) desc, d.numero desc" : "d.echeance, d.numero") + " limit 500")
                .params(parametres).query(DemandesEnBase::lire).list();
        return lignes(lues, suivi);
    }

    private List<LigneDemande> lignes(List<Demande> demandes, boolean sansNom) {
        Map<UUID, NomEnfant> noms = sansNom ? Map.of() : dossiers.nomsDe(demandes.stream().map(Demande::enfantId).toList());
        LocalDate aujourdhui = horloge.aujourdhui();
        return demandes.stream().map(d -> new LigneDemande(d.id(), d.numero(), sansNom ? null : d.enfantId(), noms.containsKey(d.enfantId()) ? noms.get(d.enfantId()).affiche() : null,
                d.genre(), d.genre().libelle(), d.qualite(), d.qualite().libelle(), d.etat(), d.etat().libelle(), d.recueLe(), d.echeance(),
                java.time.temporal.ChronoUnit.DAYS.between(aujourdhui, d.echeance()), d.repondueLe(), d.decision() == null ? null : d.decision().libelle(),
                d.uniteId() == null ? null : departement.noms().getOrDefault(d.uniteId(), d.uniteId()))).toList();
    }

    /** What the child's page shows to whoever reads the file; the requests themselves to whoever answers them. */
    @Transactional(readOnly = true)
    public DroitsDeLEnfant deLEnfant(UUID enfant) {
        dossiers.exigerLecture(enfant);
        List<Demande> toutes = base.deLEnfant(dossiers.identites(enfant).toArray(UUID[]::new));
        boolean tient = acces.peut(Mission.DROITS, Sujet.enfant(enfant));
        List<Mention> mentions = toutes.stream().filter(d -> d.etat() == Demande.Etat.REPONDUE && d.genre() != Demande.Genre.ACCES && d.genre() != Demande.Genre.EFFACEMENT)
                .map(d -> new Mention(d.genre().name(), d.genre().libelle(), d.repondueLe(), d.decision() == Demande.Decision.REFUSEE ? d.objet() : d.corrige(), d.decision().libelle())).toList();
        return new DroitsDeLEnfant(mentions, tient ? lignes(toutes, false) : List.of(), tient);
    }

    @Transactional
    public Demande lire(UUID id) {
        acces.exiger(Mission.DROITS);
        Demande d = base.de(id).orElseThrow(Introuvable::new);
        exigerDossier(d.enfantId());
        journal.ouverture(Sujet.enfant(d.enfantId()));
        return d;
    }

    @Transactional
    public UUID ouvrir(NouvelleDemande n) {
        acces.exiger(Mission.DROITS);
        List<Refus.Erreur> erreurs = new ArrayList<>();
        if (n.enfantId() == null) {
            throw Refus.champ("enfantId", "Choisissez l’enfant dont le dossier est demandé.");
        }
        UUID enfant = dossiers.canonique(n.enfantId());
        exigerDossier(enfant);
        LocalDate aujourdhui = horloge.aujourdhui();
        verifier(erreurs, n.genre() == null, "genre", "Choisissez ce qui est demandé.");
        verifier(erreurs, n.qualite() == null, "qualite", "Choisissez en quelle qualité la personne demande.");
        verifier(erreurs, vide(n.demandeur()), "demandeur", "Écrivez le nom de la personne qui demande.");
        verifier(erreurs, n.recueLe() == null, "recueLe", "Indiquez le jour où la demande est arrivée.");
        verifier(erreurs, n.recueLe() != null && n.recueLe().isAfter(aujourdhui), "recueLe", "Cette date est dans l’avenir.");
        verifier(erreurs, n.identiteLe() != null && n.identiteLe().isAfter(aujourdhui), "identiteLe", "Cette date est dans l’avenir.");
        verifier(erreurs, n.genre() != null && n.genre() != Demande.Genre.ACCES && vide(n.objet()), "objet", "Écrivez ce qui est demandé.");
        refuser(erreurs);
        UUID id = Ids.nouveau();
        String unite = acces.unites(Sujet.enfant(enfant), Acces.Titre.SUIVI).stream().findFirst().orElse(null);
        jdbc.sql("""
                insert into droits_demande(id, numero, enfant_id, unite_id, genre, qualite, demandeur, contact, objet, recue_le, identite_le, identite_moyen, echeance, etat,
                    saisie_le, saisie_par)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'A_INSTRUIRE', ?, ?)""")
                .params(id, base.numero("dro", n.recueLe().getYear()), enfant, unite, n.genre().name(), n.qualite().name(), n.demandeur().strip(), texte(n.contact()),
                        texte(n.objet()), n.recueLe(), n.identiteLe(), texte(n.identiteMoyen()), Demande.echeance(n.recueLe(), false),
                        Timestamp.from(horloge.maintenant()), IdentiteCourante.exiger().utilisateurId()).update();
        evenements.ajouter(NouvelEvenement.de("droits.demande-recue").survenu(n.recueLe()).unite(unite).sujet(Sujet.enfant(enfant)).dimension("genre", n.genre())
                .dimension("qualite", n.qualite()));
        journal.modification(Sujet.enfant(enfant), "droits.ouvrir");
        return id;
    }

    @Transactional
    public void noterIdentite(UUID id, long version, LocalDate le, String moyen) {
        Demande d = pourAgir(id, version);
        List<Refus.Erreur> erreurs = new ArrayList<>();
        verifier(erreurs, le == null || le.isAfter(horloge.aujourdhui()), "le", "Indiquez le jour de la vérification, passé.");
        verifier(erreurs, vide(moyen), "moyen", "Écrivez comment l’identité a été vérifiée.");
        refuser(erreurs);
        jdbc.sql("update droits_demande set identite_le = ?, identite_moyen = ?, version = version + 1 where id = ?").params(le, moyen.strip(), id).update();
        journal.modification(Sujet.enfant(d.enfantId()), "droits.identite");
    }

    /** Two more months, told to the person with the reason in the first (RGPD art. 12.3). */
    @Transactional
    public void prolonger(UUID id, long version, String motif) {
        Demande d = pourAgir(id, version);
        if (vide(motif)) {
            throw Refus.champ("motif", "Écrivez pourquoi un mois ne suffit pas (complexité, nombre de demandes).");
        }
        if (d.prolongeeLe() != null) {
            throw Refus.global("Cette demande a déjà été prolongée.");
        }
        if (horloge.aujourdhui().isAfter(d.echeance())) {
            throw Refus.global("Le mois est passé\u00a0: la prolongation devait être dite avant le " + fr.jalon.commun.temps.EnFrancais.jour(d.echeance()) + ".");
        }
        jdbc.sql("update droits_demande set prolongee_le = ?, prolongation_motif = ?, echeance = ?, version = version + 1 where id = ?")
                .params(horloge.aujourdhui(), motif.strip(), Demande.echeance(d.recueLe(), true), id).update();
        journal.modification(Sujet.enfant(d.enfantId()), "droits.prolonger");
    }

    @Transactional
    public void repondre(UUID id, long version, Reponse r) {
        Demande d = pourAgir(id, version);
        List<Refus.Erreur> erreurs = new ArrayList<>();
        LocalDate aujourdhui = horloge.aujourdhui();
        boolean oui = r.decision() != null && r.decision() != Demande.Decision.REFUSEE;
        verifier(erreurs, r.decision() == null, "decision", "Choisissez la réponse.");
        verifier(erreurs, r.decision() != null && r.decision() != Demande.Decision.ACCEPTEE && vide(r.motif()), "motif",
                "Écrivez les motifs\u00a0: une décision défavorable se motive (CRPA L211-2).");
        verifier(erreurs, r.le() == null || r.le().isAfter(aujourdhui) || r.le().isBefore(d.recueLe()), "le", "Indiquez le jour de la réponse, entre la réception et aujourd’hui.");
        verifier(erreurs, vide(r.moyen()), "moyen", "Écrivez comment la réponse est remise.");
        boolean note = d.genre() == Demande.Genre.RECTIFICATION || d.genre() == Demande.Genre.OPPOSITION || d.genre() == Demande.Genre.LIMITATION;
        verifier(erreurs, oui && note && vide(r.corrige()), "corrige", "Écrivez ce qui est corrigé, limité ou noté\u00a0: la page de l’enfant le montre.");
        refuser(erreurs);
        if (oui && d.identiteLe() == null) {
            throw Refus.global("Vérifiez d’abord l’identité de la personne qui demande.");
        }
        if (oui && d.genre() == Demande.Genre.ACCES && d.etat() != Demande.Etat.ARRETEE) {
            throw Refus.global("Arrêtez d’abord la copie du dossier\u00a0: rien n’est remis avant.");
        }
        UUID evenement = evenements.ajouter(evenement(d, r, oui));
        jdbc.sql("""
                update droits_demande set etat = 'REPONDUE', decision = ?, decision_motif = ?, corrige = ?, moyen = ?, repondue_le = ?, repondue_par = ?, evenement_id = ?,
                    version = version + 1 where id = ?""")
                .params(r.decision().name(), texte(r.motif()), oui ? texte(r.corrige()) : null, r.moyen().strip(), r.le(), IdentiteCourante.exiger().utilisateurId(), evenement, id).update();
        journal.modification(Sujet.enfant(d.enfantId()), oui && d.genre() == Demande.Genre.ACCES ? "droits.remettre" : "droits.repondre");
    }

    private static NouvelEvenement evenement(Demande d, Reponse r, boolean oui) {
        String type = !oui ? "droits.demande-refusee" : switch (d.genre()) {
            case ACCES -> "droits.dossier-remis";
            case RECTIFICATION -> "droits.rectification";
            case OPPOSITION -> "droits.opposition";
            case LIMITATION -> "droits.limitation";
            case EFFACEMENT -> "droits.demande-repondue";
        };
        return NouvelEvenement.de(type).survenu(r.le()).unite(d.uniteId()).sujet(Sujet.enfant(d.enfantId())).dimension("genre", d.genre())
                .dimension("decision", r.decision()).dimension("demande", d.id()).texte(oui ? r.corrige() : r.motif());
    }

    @Transactional
    public void classer(UUID id, long version, String motif) {
        Demande d = pourAgir(id, version);
        if (vide(motif)) {
            throw Refus.champ("motif", "Écrivez pourquoi la demande est classée (retirée, identité jamais justifiée…).");
        }
        jdbc.sql("update droits_demande set etat = 'SANS_SUITE', decision_motif = ?, version = version + 1 where id = ?").params(motif.strip(), id).update();
        journal.modification(Sujet.enfant(d.enfantId()), "droits.classer");
    }

    /** The request, locked, at the version read, still open, on a file the person may answer for. */
    Demande pourAgir(UUID id, long version) {
        acces.exiger(Mission.DROITS);
        Demande d = base.pourAgir(id).orElseThrow(Introuvable::new);
        exigerDossier(d.enfantId());
        d.exigerVersion(version);
        d.exigerOuverte();
        return d;
    }

    private void exigerDossier(UUID enfant) {
        dossiers.exigerLecture(enfant);
        acces.exiger(Mission.DROITS, Sujet.enfant(enfant));
        if (jdbc.sql("select efface_le is not null from enfant where id = ?").param(enfant).query(Boolean.class).optional().orElse(false)) {
            throw new Conflit(null, null, "Ce dossier a été éliminé\u00a0: il ne reste rien à communiquer.");
        }
    }

    /** Everything about the child, for whoever sees all of it. */
    Set<UUID> identites(Demande d) {
        return dossiers.identites(d.enfantId());
    }

    static boolean vide(String texte) {
        return texte == null || texte.isBlank();
    }

    static String texte(String texte) {
        return vide(texte) ? null : texte.strip();
    }

    static void verifier(List<Refus.Erreur> erreurs, boolean faux, String champ, String message) {
        if (faux && erreurs.stream().noneMatch(e -> e.champ().equals(champ))) {
            erreurs.add(new Refus.Erreur(champ, message));
        }
    }

    static void refuser(List<Refus.Erreur> erreurs) {
        if (!erreurs.isEmpty()) {
            throw new Refus(erreurs);
        }
    }
}
