package fr.jalon.ip.suites;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.EnFrancais;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.echeance.Attendue;
import fr.jalon.echeance.Origine;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;
import fr.jalon.ip.ActesIp;
import fr.jalon.ip.Attentes;
import fr.jalon.ip.EtatIp;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.MineurConcerne;
import fr.jalon.ip.decision.DecisionsIp;
import fr.jalon.ip.decision.SuiteJustice;
import fr.jalon.ip.evaluation.Signalements;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the judicial authority did with each minor referred to it; without an answer a reminder leaves (rule {@code REPONSE_PARQUET}). */
@Service
public class SuitesJudiciaires implements Attentes {

    /** A fact of justice about one minor. {@code reference}: number of the court's file, never a name. */
    public record NouvelleSuite(Long version, UUID mineurId, SuiteJustice suite, LocalDate survenueLe, String reference,
            Map<String, String> motifs) {
    }

    record Suite(UUID id, UUID mineurId, SuiteJustice suite, LocalDate survenueLe, String reference, Instant saisieLe, UUID saisiePar,
            UUID evenementId, Instant annuleeLe, String annuleeMotif) {

        boolean vivante() {
            return annuleeLe == null;
        }
    }

    private final JdbcClient jdbc;
    private final ActesIp actes;
    private final DecisionsIp decisions;
    private final Signalements signalements;
    private final Evenements evenements;
    private final Horloge horloge;

    SuitesJudiciaires(JdbcClient jdbc, ActesIp actes, DecisionsIp decisions, Signalements signalements, Evenements evenements,
            Horloge horloge) {
        this.jdbc = jdbc;
        this.actes = actes;
        this.decisions = decisions;
        this.signalements = signalements;
        this.evenements = evenements;
        this.horloge = horloge;
    }

    /** Records a fact; the path ends when the follow-up of every minor is known. */
    @Transactional
    public void noter(UUID ipId, NouvelleSuite s) {
        InformationPreoccupante ip = actes.ouvrir(ipId, Mission.DECISION, s.version());
        MineurConcerne mineur = actes.mineurs(ip).stream().filter(m -> m.id().equals(s.mineurId())).findFirst()
                .orElseThrow(() -> Refus.champ("mineurId", "Choisissez un mineur de ce dossier."));
        verifier(ip, mineur, s);
        UUID evenement = evenements.ajouter(NouvelEvenement.de("ip.suite-judiciaire").survenu(s.survenueLe()).unite(actes.unite(ip))
                .element("suivre-justice").sujet(Sujet.ip(ipId)).sujet(Sujet.mineur(mineur.id())).sujet(Sujet.enfant(mineur.enfantId()))
                .dimension("suite", s.suite()).dimension("definitive", s.suite().definitive() ? "OUI" : "NON"));
        jdbc.sql("""
                insert into suite_judiciaire(id, ip_id, mineur_id, suite, survenue_le, reference, saisie_le, saisie_par, evenement_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Ids.nouveau(), ipId, mineur.id(), s.suite().name(), s.survenueLe(),
                        s.reference() == null || s.reference().isBlank() ? null : s.reference().strip(),
                        Timestamp.from(horloge.maintenant()), IdentiteCourante.siPresente().map(Identite::utilisateurId).orElse(null), evenement)
                .update();
        if (!terminerSiConnues(ip)) {
            actes.suivre(ip, "suite-judiciaire");
        }
    }

    private void verifier(InformationPreoccupante ip, MineurConcerne mineur, NouvelleSuite s) {
        List<Refus.Erreur> erreurs = new ArrayList<>();
        if (!decisions.mineursSaisis(ip.id()).contains(mineur.id())) {
            erreurs.add(new Refus.Erreur("mineurId", "L’autorité judiciaire n’a pas été saisie pour ce mineur."));
        }
        if (s.suite() == null) {
            erreurs.add(new Refus.Erreur("suite", "Choisissez ce que l’autorité judiciaire a fait."));
        }
        LocalDate saisine = saisine(ip.id(), mineur.id());
        if (s.survenueLe() == null) {
            erreurs.add(new Refus.Erreur("survenueLe", "Indiquez la date de cette suite."));
        } else if (s.survenueLe().isAfter(horloge.aujourdhui())) {
            erreurs.add(new Refus.Erreur("survenueLe", "Cette date ne peut pas être à venir."));
        } else if (saisine != null && s.survenueLe().isBefore(saisine)) {
            erreurs.add(new Refus.Erreur("survenueLe", "Cette suite ne peut pas précéder la saisine, du " + EnFrancais.jour(saisine) + "."));
        }
        if (!erreurs.isEmpty()) {
            throw new Refus(erreurs);
        }
        new Avertissements.Controle(s.motifs())
                .si(s.suite() == SuiteJustice.SANS_REPONSE && saisine != null && s.survenueLe().isBefore(saisine.plusMonths(1)),
                        "SANS_REPONSE_TOT", "Moins d’un mois s’est écoulé depuis la saisine : pourquoi ne plus attendre de réponse ?")
                .exiger();
    }

    /** Ends the wait when nothing more is expected of justice. @return whether the path ended */
    boolean terminerSiConnues(InformationPreoccupante ip) {
        if (ip.etat() != EtatIp.SUITES_JUDICIAIRES || attendue(ip, actes.mineurs(ip).stream().map(MineurConcerne::id).toList())) {
            return false;
        }
        ip.terminerSuites();
        evenements.ajouter(actes.evenement("ip.traitee", ip).element("traitee"));
        actes.conclure(ip, "suivre-justice", Map.of());
        return true;
    }

    /** Whether a minor among these was referred and the follow-up is not known. */
    boolean attendue(InformationPreoccupante ip, Collection<UUID> presents) {
        Set<UUID> connus = toutes(ip.id()).stream().filter(s -> s.vivante() && s.suite().definitive()).map(Suite::mineurId)
                .collect(Collectors.toSet());
        return decisions.mineursSaisis(ip.id()).stream().anyMatch(m -> presents.contains(m) && !connus.contains(m));
    }

    List<Suite> toutes(UUID ipId) {
        return jdbc.sql("""
                select id, mineur_id, suite, survenue_le, reference, saisie_le, saisie_par, evenement_id, annulee_le, annulee_motif
                from suite_judiciaire where ip_id = ? order by survenue_le, saisie_le, id""").param(ipId).query((l, n) -> new Suite(
                        l.getObject("id", UUID.class), l.getObject("mineur_id", UUID.class), SuiteJustice.valueOf(l.getString("suite")),
                        l.getObject("survenue_le", LocalDate.class), l.getString("reference"), l.getTimestamp("saisie_le").toInstant(),
                        l.getObject("saisie_par", UUID.class), l.getObject("evenement_id", UUID.class),
                        l.getTimestamp("annulee_le") == null ? null : l.getTimestamp("annulee_le").toInstant(),
                        l.getString("annulee_motif"))).list();
    }

    /** First day on which the judicial authority was seized for a minor; null when it never was. */
    private LocalDate saisine(UUID ipId, UUID mineur) {
        return signalements.de(ipId).stream().filter(s -> s.vivant() && s.mineurId().equals(mineur)).map(s -> horloge.jour(s.transmisLe()))
                .min(LocalDate::compareTo).orElse(null);
    }

    /** One wait a minor, from the first referral to the follow-up that ends it. */
    @Override
    public List<Attendue> de(UUID ipId) {
        Map<UUID, Instant> saisines = signalements.de(ipId).stream().filter(Signalements.Signalement::vivant)
                .collect(Collectors.toMap(Signalements.Signalement::mineurId, Signalements.Signalement::transmisLe,
                        (a, b) -> a.isBefore(b) ? a : b));
        if (saisines.isEmpty()) {
            return List.of();
        }
        Set<UUID> retires = jdbc.sql("select id from mineur_concerne where ip_id = ? and retire_le is not null").param(ipId)
                .query(UUID.class).list().stream().collect(Collectors.toSet());
        List<Suite> suites = toutes(ipId);
        return saisines.entrySet().stream().filter(e -> !retires.contains(e.getKey())).sorted(Map.Entry.comparingByValue())
                .map(e -> new Attendue("REPONSE_PARQUET", Sujet.mineur(e.getKey()), Origine.de(e.getValue(), horloge.zone()),
                        suites.stream().filter(s -> s.vivante() && s.suite().definitive() && s.mineurId().equals(e.getKey()))
                                .map(s -> s.survenueLe().atTime(12, 0).atZone(horloge.zone()).toInstant()).min(Instant::compareTo)
                                .orElse(null)))
                .toList();
    }

    void annuler(Collection<UUID> ids, Instant le, String motif) {
        if (!ids.isEmpty()) {
            jdbc.sql("update suite_judiciaire set annulee_le = :le, annulee_motif = :motif where id in (:ids) and annulee_le is null")
                    .param("le", Timestamp.from(le)).param("motif", motif).param("ids", ids).update();
        }
    }
}
