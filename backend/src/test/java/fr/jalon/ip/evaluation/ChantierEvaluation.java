package fr.jalon.ip.evaluation;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Role;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Sujet;
import fr.jalon.dossier.AdulteSaisi;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EnfantSaisi;
import fr.jalon.dossier.ExerciceAutorite;
import fr.jalon.dossier.FoyerSaisi;
import fr.jalon.dossier.Naissance;
import fr.jalon.dossier.QualiteAdulte;
import fr.jalon.dossier.SaisieFamille;
import fr.jalon.dossier.Sexe;
import fr.jalon.essai.Gens;
import fr.jalon.evenement.Periodes;
import fr.jalon.ip.ActesIp;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.InformationsPreoccupantes;
import fr.jalon.ip.MineurConcerne;
import fr.jalon.ip.MineursConcernes;
import fr.jalon.processus.Processus;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A family of two children and two homes whose IP was entrusted to a unit, on the real engine; and the people who work on it. */
@Component
public class ChantierEvaluation {

    static final String UNITE = "cdas-redon";

    /** What a test holds on to. */
    record Dossier(UUID ipId, UUID lea, UUID tom, UUID enfantLea, UUID enfantTom, UUID mere, UUID pere, UUID foyerMere, UUID foyerPere, UUID responsable,
            UUID anne, UUID bruno) {
    }

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final InformationsPreoccupantes ips;
    private final MineursConcernes mineurs;
    private final ActesIp actes;
    private final Processus processus;
    private final Periodes periodes;
    private final Acces acces;
    private final Gens gens;
    private final TransactionTemplate transaction;

    ChantierEvaluation(JdbcClient jdbc, Dossiers dossiers, InformationsPreoccupantes ips, MineursConcernes mineurs, ActesIp actes, Processus processus,
            Periodes periodes, Acces acces, Gens gens, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.ips = ips;
        this.mineurs = mineurs;
        this.actes = actes;
        this.processus = processus;
        this.periodes = periodes;
        this.acces = acces;
        this.gens = gens;
        this.transaction = transaction;
    }

    /** Entrusted, waiting for its evaluators. */
    Dossier confie(Instant recueLe) {
        UUID responsable = gens.de(Role.RESPONSABLE_CDAS, UNITE);
        UUID anne = gens.de(Role.EVALUATEUR, UNITE);
        UUID bruno = gens.de(Role.EVALUATEUR, UNITE);
        return IdentiteCourante.en(Identite.systeme("essai"), () -> transaction.execute(s -> confier(recueLe, responsable, anne, bruno)));
    }

    /** The decider sends the report back with a question. */
    void demanderPrecision(UUID ipId, String question) {
        IdentiteCourante.en(Identite.systeme("essai"), () -> transaction.execute(s -> {
            InformationPreoccupante ip = actes.ouvrir(ipId, Mission.DECISION, null);
            ip.demanderPrecision();
            jdbc.sql("insert into precision_demandee(id, ip_id, question, demandee_le) values (?, ?, ?, now())").params(Ids.nouveau(), ipId, question)
                    .update();
            actes.conclure(ip, "decider", Map.of("suite", "PRECISION"));
            return null;
        }));
    }

    private Dossier confier(Instant recueLe, UUID responsable, UUID anne, UUID bruno) {
        UUID information = Ids.nouveau();
        jdbc.sql("""
                insert into information_entrante(id, numero, recue_le, saisie_le, mode, nature, origine, faits, unite_id, etat,
                    transmetteur_nom, transmetteur_qualite, transmetteur_professionnel)
                values (?, ?, ?, ?, 'TELEPHONE', 'INFORMATION', 'EDUCATION_NATIONALE', 'Faits rapportés.', ?, 'QUALIFIEE', 'Mme Directrice', 'directrice', true)""")
                .params(information, "INF-ESSAI-" + information, Timestamp.from(recueLe), Timestamp.from(recueLe), UNITE).update();
        Map<String, UUID> enfants = dossiers.enregistrer(famille(), UNITE);
        InformationPreoccupante ip = ips.saveAndFlush(new InformationPreoccupante("IP-ESSAI-" + information, information, recueLe, recueLe, false,
                "TROIS_MOIS"));
        jdbc.sql("update information_entrante set ip_id = ? where id = ?").params(ip.id(), information).update();
        UUID lea = mineurs.save(new MineurConcerne(ip.id(), enfants.get("lea"), "INFORMATION", 0)).id();
        UUID tom = mineurs.save(new MineurConcerne(ip.id(), enfants.get("tom"), "INFORMATION", 1)).id();
        Sujet sujet = Sujet.ip(ip.id());
        acces.rattacher(sujet, UNITE, Acces.Titre.RECUEIL);
        acces.rattacher(sujet, UNITE, Acces.Titre.PILOTE);
        processus.ouvrirA(sujet, "information-preoccupante", "confier", Map.of("jeuDeVoies", "TROIS_MOIS", "urgence", false, "moinsDeDeuxAns", false));
        InformationPreoccupante ouverte = actes.ouvrir(ip.id(), Mission.MANDAT, null);
        ouverte.confier(UNITE, "TROIS_MOIS", false);
        actes.conclure(ouverte, "confier", Map.of());
        periodes.ouvrir("ATTENTE_EVALUATEURS", sujet, null, UNITE, Map.of(), LocalDate.ofInstant(recueLe, java.time.ZoneId.of("Europe/Paris")));
        return new Dossier(ip.id(), lea, tom, enfants.get("lea"), enfants.get("tom"), adulte(enfants.get("lea"), "MERE"),
                adulte(enfants.get("lea"), "PERE"), foyer(enfants.get("lea"), true), foyer(enfants.get("lea"), false), responsable, anne, bruno);
    }

    private static SaisieFamille famille() {
        return new SaisieFamille(
                List.of(new SaisieFamille.EnfantDe("lea", null, EnfantSaisi.de("Essai", "Lea", Naissance.exacte(LocalDate.of(2018, 5, 4)), Sexe.FILLE)),
                        new SaisieFamille.EnfantDe("tom", null, EnfantSaisi.de("Essai", "Tom", Naissance.exacte(LocalDate.of(2015, 1, 9)), Sexe.GARCON))),
                List.of(new SaisieFamille.TitulaireDe("mere", null, adulteSaisi("Alice"), QualiteAdulte.MERE, ExerciceAutorite.CONJOINT, null, null, null, null),
                        new SaisieFamille.TitulaireDe("pere", null, adulteSaisi("Paul"), QualiteAdulte.PERE, ExerciceAutorite.CONJOINT, null, null, null, null)),
                List.of(new SaisieFamille.FoyerDe("m", null, FoyerSaisi.a("1 rue des Essais", "35600", "Redon", UNITE), null, List.of("mere"), true, null),
                        new SaisieFamille.FoyerDe("p", null, new FoyerSaisi(null, "2 rue Cachée", "35600", "Redon", UNITE, null, true, "violences"), null,
                                List.of("pere"), false, null)));
    }

    private static AdulteSaisi adulteSaisi(String prenom) {
        return AdulteSaisi.de("Essai", prenom, null);
    }

    private UUID adulte(UUID enfant, String qualite) {
        return jdbc.sql("select adulte_id from autorite_parentale where enfant_id = ? and qualite = ?").params(enfant, qualite).query(UUID.class).single();
    }

    private UUID foyer(UUID enfant, boolean principal) {
        return jdbc.sql("select foyer_id from foyer_enfant where enfant_id = ? and principal = ?").params(enfant, principal).query(UUID.class).single();
    }
}
