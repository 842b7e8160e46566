package fr.jalon.ip.evaluation;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Mission;
import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;
import fr.jalon.evenement.Periodes;
import fr.jalon.ip.ActesIp;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.MineurConcerne;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands the report in: the evaluation clock stops. Refused only when a minor has no conclusion or dates are out of order; all the rest
 * passes with a reason.
 */
@Service
@Transactional
public class RemiseRapport {

    private static final String DEPASSEMENT = "DEPASSEMENT";

    /**
     * @param renduLe null for now
     * @param motifs reasons by warning code
     * @param motifDepassement code of the profile, when the legal date is passed
     */
    public record RapportRendu(long version, Instant renduLe, Map<String, String> motifs, String motifDepassement) {
    }

    private final ActesIp actes;
    private final EspaceEvaluation espace;
    private final Remises remises;
    private final Departement departement;
    private final Evenements evenements;
    private final Periodes periodes;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    RemiseRapport(ActesIp actes, EspaceEvaluation espace, Remises remises, Departement departement, Evenements evenements, Periodes periodes,
            Horloge horloge, JdbcClient jdbc) {
        this.actes = actes;
        this.espace = espace;
        this.remises = remises;
        this.departement = departement;
        this.evenements = evenements;
        this.periodes = periodes;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    /** Completes the step {@code evaluer}. */
    public void rendre(UUID ipId, RapportRendu demande) {
        InformationPreoccupante ip = actes.ouvrir(ipId, Mission.EVALUATION, demande.version());
        NouvelEvenement evenement = actes.evenement("ip.rapport-rendu", ip);
        Instant renduLe = demande.renduLe() == null ? horloge.maintenant() : demande.renduLe();
        ip.rendreRapport(renduLe);
        EspaceEvaluation.Lu lu = espace.lire(ipId);
        LocalDate jour = horloge.jour(renduLe);
        refuserImpossible(ip, lu, renduLe, jour);
        String motifDepassement = motif(demande.motifDepassement());
        Map<String, String> passes = controler(lu.bilan().avertissements(jour), demande, motifDepassement);
        if (!passes.containsKey(DEPASSEMENT)) {
            motifDepassement = null;
        } else if (motifDepassement == null) {
            motifDepassement = "AUTRE";
        }

        remises.annuler(ipId, null);
        UUID rendu = evenements.ajouter(evenement.survenu(renduLe).dimension("avertissements", Motifs.codes(passes))
                .dimension("motifDepassement", motifDepassement).dimension("evaluateurs", lu.bilan().evaluateurs())
                .dimension("professions", lu.bilan().professions()).dimension("mineurs", lu.bilan().mineurs().size())
                .texte(Motifs.texte(passes)));
        conclure(ip, lu, renduLe, evenements);
        jdbc.sql("""
                insert into remise_rapport(id, ip_id, rendu_le, saisie_le, saisie_par, avertissements, motif_depassement, evenement_id)
                values (?, ?, ?, ?, ?, cast(? as jsonb), ?, ?)""")
                .params(Ids.nouveau(), ipId, Timestamp.from(renduLe), Timestamp.from(horloge.maintenant()), GardesEvaluation.moi(), remises.ecrire(passes),
                        motifDepassement, rendu).update();
        Sujet sujet = Sujet.ip(ipId);
        Map<String, String> dimensions = periodes.ouverte("EVALUATION", sujet).map(Periodes.Periode::dimensions).orElse(Map.of());
        periodes.fermer("EVALUATION", sujet, jour);
        if (periodes.ouverte("ATTENTE_DECISION", sujet).isEmpty()) {
            periodes.ouvrir("ATTENTE_DECISION", sujet, null, actes.unite(ip), dimensions, jour);
        }
        actes.conclure(ip, "evaluer", Map.of());
    }

    private void refuserImpossible(InformationPreoccupante ip, EspaceEvaluation.Lu lu, Instant renduLe, LocalDate jour) {
        List<Refus.Erreur> erreurs = new ArrayList<>(lu.bilan().empechements());
        if (renduLe.isAfter(horloge.maintenant())) {
            erreurs.add(new Refus.Erreur("renduLe", "Le rapport ne peut pas être rendu à une date à venir."));
        } else if (renduLe.isBefore(ip.recueLe())) {
            erreurs.add(new Refus.Erreur("renduLe", "Le rapport ne peut pas précéder la réception de l’information."));
        } else if (lu.bilan().dernierActeLe() != null && jour.isBefore(lu.bilan().dernierActeLe())) {
            erreurs.add(new Refus.Erreur("renduLe", "Le rapport ne peut pas précéder le dernier acte noté."));
        }
        if (!erreurs.isEmpty()) {
            throw new Refus(erreurs);
        }
    }

    private String motif(String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        if (departement.profil().liste("motifs-depassement").stream().map(Profil.Libelle::code).noneMatch(code::equals)) {
            throw Refus.champ("motifDepassement", "Choisissez le motif dans la liste.");
        }
        return code;
    }

    /** An overrun is passed with a reason of the list; the words, when there are some, stay beside it. */
    private Map<String, String> controler(List<Avertissements.Avertissement> leves, RapportRendu demande, String motifDepassement) {
        Map<String, String> motifs = new HashMap<>(demande.motifs() == null ? Map.of() : demande.motifs());
        if (motifDepassement != null && Textes.net(motifs.get(DEPASSEMENT)) == null) {
            motifs.put(DEPASSEMENT, departement.profil().libelle("motifs-depassement", motifDepassement));
        }
        Avertissements.Controle controle = new Avertissements.Controle(motifs);
        leves.forEach(a -> controle.si(true, a.code(), a.message()));
        return controle.exiger();
    }

    /** One event a minor: conclusions are counted minor by minor, unborn children apart. */
    private void conclure(InformationPreoccupante ip, EspaceEvaluation.Lu lu, Instant renduLe, Evenements evenements) {
        for (Conclusions.ConclusionMineur c : lu.conclusions()) {
            MineurConcerne m = lu.famille().mineurs().stream().filter(x -> x.id().equals(c.mineurId())).findFirst().orElse(null);
            if (m != null) {
                evenements.ajouter(NouvelEvenement.de("evaluation.conclue").survenu(renduLe).unite(actes.unite(ip)).element("evaluer")
                        .sujet(Sujet.ip(ip.id())).sujet(Sujet.mineur(m.id())).sujet(Sujet.enfant(m.enfantId()))
                        .dimension("conclusion", c.conclusion()).dimension("proposition", c.proposition()).dimension("natureAide", c.natureAide())
                        .dimension("natures", c.natures().isEmpty() ? null : String.join(",", c.natures().stream().sorted().toList()))
                        .dimension("aNaitre", lu.famille().aNaitre(m) ? "OUI" : null));
            }
        }
    }
}
