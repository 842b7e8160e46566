package fr.jalon.projet;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.dossier.Dossiers;
import fr.jalon.ip.decision.Delegation;
import fr.jalon.ip.decision.Delegations;

import jakarta.validation.constraints.Size;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The projet is established by the président of the conseil départemental: who signs, under the délégation of that day. That date is the one
 * that counts; parents and child sign or not, and nothing waits for them.
 */
@Service
public class EtablissementProjet {

    public record DemandeProposition(Long version, LocalDate le) {
    }

    public record DemandeRetour(Long version, @Size(max = 4000) String motif) {
    }

    public record DemandeEtablissement(Long version, UUID signataireId, LocalDate le, Map<String, String> motifs) {
    }

    /** A warning as the form may show it before it is signed. */
    public record PointAVoir(String code, String message) {
    }

    private final ActesProjet actes;
    private final GardeProjet garde;
    private final VersionsProjet versions;
    private final PointsDeVersion points;
    private final HorlogeProjet dates;
    private final MesuresConcernees mesures;
    private final Dossiers dossiers;
    private final Delegations delegations;
    private final Acces acces;
    private final JdbcClient jdbc;

    EtablissementProjet(ActesProjet actes, GardeProjet garde, VersionsProjet versions, PointsDeVersion points, HorlogeProjet dates,
            MesuresConcernees mesures, Dossiers dossiers, Delegations delegations, Acces acces, JdbcClient jdbc) {
        this.actes = actes;
        this.garde = garde;
        this.versions = versions;
        this.points = points;
        this.dates = dates;
        this.mesures = mesures;
        this.dossiers = dossiers;
        this.delegations = delegations;
        this.acces = acces;
        this.jdbc = jdbc;
    }

    /** Written: it goes to whoever signs. */
    @Transactional
    public void proposer(UUID projetId, DemandeProposition d) {
        Projet p = actes.ouvrir(projetId, d.version(), Mission.PARCOURS);
        if (!p.etat().enEcriture() || p.etat() == EtatProjet.A_ETABLIR) {
            throw p.pasMaintenant();
        }
        LocalDate le = d.le() == null ? garde.aujourdhui() : garde.fait("le", d.le(), p);
        actes.noter(p, GenreActeProjet.PROPOSITION, le, Map.of("version", p.versionId()), null, null);
        actes.suivre(p, "proposer");
    }

    /** Not ready: back to writing, with what is missing. */
    @Transactional
    public void renvoyer(UUID projetId, DemandeRetour d) {
        Projet p = actes.ouvrir(projetId, d.version(), Mission.MESURE);
        if (p.etat() != EtatProjet.A_ETABLIR) {
            throw p.pasMaintenant();
        }
        if (ActesProjet.net(d.motif()) == null) {
            throw Refus.champ("motif", "Écrivez ce qui manque.");
        }
        actes.noter(p, GenreActeProjet.RETOUR, garde.aujourdhui(), Map.of("version", p.versionId()), null, d.motif());
        actes.suivre(p, "renvoyer");
    }

    @Transactional
    public void etablir(UUID projetId, DemandeEtablissement d) {
        Projet p = actes.ouvrir(projetId, d.version(), Mission.MESURE);
        if (!p.etat().enEcriture()) {
            throw p.etat().ouvert() ? new Conflit(null, null, "Cette version est établie et ne change plus\u00a0: ouvrez une révision.") : p.pasMaintenant();
        }
        garde.fait("le", d.le(), p);
        GardeProjet.pasAvant("le", d.le(), p.depuis(), "le début de ce parcours");
        GardeProjet.pasAvant("le", d.le(), p.etabliLe(), "l’établissement de la version précédente");
        GardeProjet.pasAvant("le", d.le(), p.reviseDepuis(), "l’ouverture de la révision");
        if (d.signataireId() == null) {
            throw Refus.champ("signataireId", "Choisissez qui signe.");
        }
        Delegation delegation = delegations.valide(d.signataireId(), d.le()).orElseThrow(() -> Refus.champ("signataireId",
                "Cette personne n’a pas de délégation de signature à cette date."));
        Avertissements.Controle controle = new Avertissements.Controle(d.motifs());
        points.de(p).forEach(a -> controle.si(true, a.code(), a.message()));
        Map<String, String> passes = controle.exiger();
        var naissance = mesures.naissance(p.enfantId());
        CoursDesMesures cours = mesures.de(dossiers.identites(dossiers.canonique(p.enfantId())), naissance);
        List<String> produits = cours.produits(d.le());
        LocalDate limite = p.etabliLe() == null ? dates.aEtablirLe(p.depuis()) : p.revisionLe();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("version", p.versionId());
        details.put("signataire", d.signataireId());
        details.put("delegation", delegation.id());
        details.put("produit", cours.conduite(d.le()).map(TrancheExercee::produit).orElse(null));
        // « Mis en place dans le cadre d’une MEP » : one of the measures exercised that day is one.
        details.put("mep", produits.stream().anyMatch(x -> x.startsWith("MEP")) ? "OUI" : null);
        details.put("dateLegale", limite);
        details.put("aTemps", limite == null ? null : d.le().isAfter(limite) ? "NON" : "OUI");
        details.put("moinsDeDeuxAns", naissance.moinsDeDeuxAns(d.le()) ? "OUI" : null);
        details.put("voletMedical", points.voletMedical(p.versionId()) ? "OUI" : null);
        UUID version = p.versionId();
        versions.etablir(p, version, new ContenuDeVersion.Etablissement(d.le(), d.signataireId(), delegation.id(), delegation.interimDe(),
                dates.revisionLe(naissance, d.le())));
        actes.noter(p, GenreActeProjet.ETABLISSEMENT, d.le(), details, passes, null);
        actes.suivre(p, "etablir");
    }

    /** What would be warned of if it were established now. */
    @Transactional(readOnly = true)
    public List<PointAVoir> aVoir(UUID projetId) {
        acces.exigerVue(Sujet.projet(projetId));
        UUID version = jdbc.sql("select version_id from projet where id = ?").param(projetId).query(UUID.class).single();
        return points.de(projetId, version).stream().map(a -> new PointAVoir(a.code(), a.message())).toList();
    }
}
