package fr.jalon.mesure;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Mission;
import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Refus;
import fr.jalon.departement.Profil;
import fr.jalon.dossier.Dossiers;

import jakarta.validation.constraints.Size;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** New decisions about the same measure, which keep its history: renewal, re-qualification by law, another frame, another service or unit. */
@Service
public class EvolutionsMesure {

    /** Warning on a term past the usual maximum of the measure. */
    public static final String TERME_LONG = "TERME_LONG";

    /**
     * A new decision.
     *
     * @param le day of the decision or of the order
     * @param aAffecter a service is to be found again
     * @param accordDonne the holders agreed (to an administrative frame or renewal); who said what is noted apart
     * @param motifs reasons for what the tool warns of, by code
     */
    public record DemandeDecision(Long version, LocalDate le, String baseLegale, String produit, String autorite, @Size(max = 200) String juridiction,
            @Size(max = 200) String magistrat, @Size(max = 200) String reference, LocalDate audienceLe, LocalDate ordonnanceRecueLe, String duree,
            LocalDate terme, String intensite, String serviceId, boolean exerceeParUnite, boolean aAffecter, boolean accordDonne, Boolean provisoire,
            @Size(max = 4000) String motivation, Map<String, String> motifs) {
    }

    /**
     * A transfer.
     *
     * @param genre {@code SERVICE}, {@code UNITE} or {@code DEPARTEMENT}
     * @param serviceId the service that takes over, or null when it is to be found
     * @param parentsInformesLe told of the move (judicial), or agreed in writing (administrative)
     */
    public record DemandeTransfert(Long version, String genre, LocalDate le, String serviceId, String uniteId, @Size(max = 100) String departement,
            LocalDate parentsInformesLe, @Size(max = 4000) String pieces, @Size(max = 4000) String motivation, Map<String, String> motifs) {
    }

    public record DemandeAccuse(Long version, LocalDate le) {
    }

    private final ActesMesure actes;
    private final Garde garde;
    private final Dossiers dossiers;
    private final ObjectProvider<ControleService> services;

    EvolutionsMesure(ActesMesure actes, Garde garde, Dossiers dossiers, ObjectProvider<ControleService> services) {
        this.actes = actes;
        this.garde = garde;
        this.dossiers = dossiers;
        this.services = services;
    }

    /** A new term by a new decision; the measure, its start and its waits stay. */
    @Transactional
    public void renouveler(UUID mesureId, DemandeDecision d) {
        Mesure m = actes.ouvrir(mesureId, Mission.MESURE, d.version());
        exigerOuverte(m, "Une mesure finie ne se renouvelle pas\u00a0: décidez-en une nouvelle.");
        decider(m, GenreActe.RENOUVELLEMENT, garde.base("baseLegale", d.baseLegale() == null ? m.baseLegale() : d.baseLegale()),
                garde.produit("produit", m.produit()), d, "renouveler", true);
    }

    /** Another legal basis in the same frame (a PAD becomes an AEMO renforcée avec hébergement); the product may change with it. */
    @Transactional
    public void requalifier(UUID mesureId, DemandeDecision d) {
        Mesure m = actes.ouvrir(mesureId, Mission.MESURE, d.version());
        exigerOuverte(m, "Une mesure finie ne se requalifie pas.");
        Profil.BaseLegale base = garde.base("baseLegale", d.baseLegale());
        if (!base.cadre().equals(m.cadre())) {
            throw Refus.champ("baseLegale", "Cette base légale est d’un autre cadre\u00a0: enregistrez un changement de cadre.");
        }
        Profil.Produit produit = garde.produit("produit", d.produit() == null ? m.produit() : d.produit());
        if (base.code().equals(m.baseLegale()) && produit.code().equals(m.produit())) {
            throw Refus.champ("baseLegale", "Rien ne change\u00a0: choisissez une autre base légale ou un autre produit.");
        }
        decider(m, GenreActe.REQUALIFICATION, base, produit, d, "requalifier", false);
    }

    /** From administrative to judicial, or back. */
    @Transactional
    public void changerDeCadre(UUID mesureId, DemandeDecision d) {
        Mesure m = actes.ouvrir(mesureId, Mission.MESURE, d.version());
        exigerOuverte(m, "Une mesure finie ne change pas de cadre.");
        Profil.BaseLegale base = garde.base("baseLegale", d.baseLegale());
        if (base.cadre().equals(m.cadre())) {
            throw Refus.champ("baseLegale", "Cette base légale est du même cadre\u00a0: requalifiez la mesure.");
        }
        decider(m, GenreActe.CADRE, base, garde.produit("produit", d.produit() == null ? m.produit() : d.produit()), d, "changer-de-cadre", false);
    }

    private static void exigerOuverte(Mesure m, String sinon) {
        if (!m.etat().ouverte()) {
            throw Refus.global(sinon);
        }
    }

    private void decider(Mesure m, GenreActe genre, Profil.BaseLegale base, Profil.Produit produit, DemandeDecision d, String quoi, boolean renouvelle) {
        garde.fait("le", d.le(), m);
        Garde.pasAvant("le", d.le(), m.demarreeLe(), "la première intervention");
        String autorite = garde.code("autorite", "autorites", d.autorite(), true);
        if (!base.autorites().contains(autorite)) {
            throw Refus.champ("autorite", "Cette autorité ne peut décider cette mesure (" + base.article() + ").");
        }
        if (d.audienceLe() != null && garde.fait("audienceLe", d.audienceLe()).isAfter(d.le())) {
            throw Refus.champ("audienceLe", "L’audience précède l’ordonnance.");
        }
        if (d.ordonnanceRecueLe() != null) {
            Garde.pasAvant("ordonnanceRecueLe", garde.fait("ordonnanceRecueLe", d.ordonnanceRecueLe()), d.le(), "l’ordonnance");
        }
        // A renewal runs from the term it prolongs; a new basis from its decision.
        LocalDate depuis = renouvelle && m.terme() != null && m.terme().isAfter(d.le()) ? m.terme() : d.le();
        LocalDate terme = TermeMesure.lire(depuis, d.terme(), d.duree());
        if (renouvelle && terme == null) {
            throw Refus.champ("terme", "Un renouvellement a un nouveau terme.");
        }
        if (base.accueil() && !m.accueil() && m.etat().enExercice()) {
            garde.unSeulAccueil("baseLegale", m.enfantId(), m.id());
        }
        String service = garde.service("serviceId", d.serviceId(), false);
        if (d.exerceeParUnite() && "SERVICE".equals(produit.exercice())) {
            throw Refus.champ("exerceeParUnite", "Ce produit est exercé par un service habilité.");
        }
        Map<String, String> passes = controler(m, base, produit, d, depuis, terme, service);
        TermeMesure.retenir(passes, base, produit, depuis, terme);
        String etape = m.etape();
        actes.noter(m, genre, d.le(), details(m, base, produit, d, terme, service), passes, d.motivation());
        actes.avancer(m, etape, quoi);
    }

    private Map<String, String> controler(Mesure m, Profil.BaseLegale base, Profil.Produit produit, DemandeDecision d, LocalDate depuis,
            LocalDate terme, String service) {
        Avertissements.Controle controle = new Avertissements.Controle(d.motifs());
        TermeMesure.controler(controle, base, produit, depuis, terme == null && d.terme() == null && d.duree() == null ? m.terme() : terme);
        controle.si(!produit.bases().contains(base.code()), "PRODUIT_BASE", "Ce produit ne repose pas habituellement sur cette base légale.");
        controle.si(d.ordonnanceRecueLe() != null && d.ordonnanceRecueLe().isAfter(d.le().plusDays(OuvrirMesures.ORDONNANCE_TARDIVE_JOURS)),
                "ORDONNANCE_TARDIVE", "L’ordonnance a été reçue plus de deux semaines après avoir été rendue.");
        controle.si("ADMINISTRATIF".equals(base.cadre()) && !base.sansAccord() && !d.accordDonne(), "ACCORD_MANQUANT",
                "L’accord des titulaires à cette nouvelle décision n’est pas noté.");
        var enfant = dossiers.nomsDe(List.of(m.enfantId())).get(m.enfantId());
        if (enfant != null) {
            TermeMesure.majorite(controle, enfant.naissance(), base, terme, "APRES_MAJORITE");
        }
        String exerce = service != null ? service : d.aAffecter() || parUnite(d, produit) ? null : m.serviceId();
        // The same service for another product takes one of its places for that one.
        if (exerce != null && !(exerce.equals(m.serviceId()) && produit.code().equals(m.produit()))) {
            prendre(controle, exerce, produit.code(), m);
        }
        return new LinkedHashMap<>(controle.exiger());
    }

    private static boolean parUnite(DemandeDecision d, Profil.Produit produit) {
        return d.exerceeParUnite() || !produit.parUnServiceDOffice();
    }

    private void prendre(Avertissements.Controle controle, String service, String produit, Mesure m) {
        services.ifAvailable(s -> s.prendre(controle, new ControleService.Prise(service, produit, m.uniteId(), 1, null)));
    }

    private Map<String, Object> details(Mesure m, Profil.BaseLegale base, Profil.Produit produit, DemandeDecision d, LocalDate terme, String service) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("cadre", base.cadre());
        details.put("base", base.code());
        details.put("produit", produit.code());
        details.put("accueil", OuvertureMesure.ouiSi(base.accueil()));
        details.put("provisoire", d.provisoire() == null ? null : OuvertureMesure.ouiSi(d.provisoire()));
        details.put("autorite", d.autorite());
        details.put("juridiction", ActesMesure.net(d.juridiction()));
        details.put("magistrat", ActesMesure.net(d.magistrat()));
        details.put("reference", ActesMesure.net(d.reference()));
        details.put("duree", ActesMesure.net(d.duree()));
        details.put("terme", terme);
        details.put("intensite", garde.intensite("intensite", produit, d.intensite()));
        details.put("audienceLe", d.audienceLe());
        details.put("ordonnanceRecueLe", d.ordonnanceRecueLe());
        details.put("accordDonne", d.accordDonne() ? "OUI" : null);
        boolean parUnite = parUnite(d, produit);
        details.put("service", parUnite ? null : service);
        details.put("exercice", parUnite && !"UNITE".equals(m.exercice()) ? "UNITE" : null);
        details.put("aAffecter", !parUnite && service == null && (d.aAffecter() || m.serviceId() == null && "UNITE".equals(m.exercice())) ? "OUI" : null);
        details.values().removeIf(Objects::isNull);
        return details;
    }

    @Transactional
    public void transferer(UUID mesureId, DemandeTransfert d) {
        Mesure m = actes.ouvrir(mesureId, Mission.MESURE, d.version());
        exigerOuverte(m, "Une mesure finie ne se transfère pas.");
        if (d.genre() == null || !Set.of("SERVICE", "UNITE", "DEPARTEMENT").contains(d.genre())) {
            throw Refus.champ("genre", "Dites à qui la mesure est transférée.");
        }
        garde.suite("le", d.le(), m, actes.de(m));
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("genre", d.genre());
        Avertissements.Controle controle = new Avertissements.Controle(d.motifs());
        switch (d.genre()) {
            case "SERVICE" -> versService(m, d, details, controle);
            case "UNITE" -> {
                details.put("unite", garde.unite("uniteId", d.uniteId()));
                if (d.uniteId().equals(m.uniteId())) {
                    throw Refus.champ("uniteId", "Ce territoire conduit déjà la mesure.");
                }
            }
            default -> versDepartement(m, d, details, controle);
        }
        Map<String, String> passes = controle.exiger();
        String etape = m.etape();
        actes.noter(m, GenreActe.TRANSFERT, d.le(), details, passes, d.motivation());
        actes.avancer(m, etape, "transferer");
    }

    private void versService(Mesure m, DemandeTransfert d, Map<String, Object> details, Avertissements.Controle controle) {
        String service = garde.service("serviceId", d.serviceId(), false);
        if (Objects.equals(service, m.serviceId())) {
            throw Refus.champ("serviceId", service == null ? "Cette mesure attend déjà un service." : "Ce service exerce déjà la mesure.");
        }
        details.put("service", service);
        if (service != null) {
            prendre(controle, service, m.produit(), m);
        }
    }

    /** The département of origin tells the parents, or has their written agreement, lists the pieces and keeps the file (L221-3). */
    private void versDepartement(Mesure m, DemandeTransfert d, Map<String, Object> details, Avertissements.Controle controle) {
        if (ActesMesure.net(d.departement()) == null) {
            throw Refus.champ("departement", "Indiquez le département qui reçoit la mesure.");
        }
        if (d.parentsInformesLe() != null) {
            garde.fait("parentsInformesLe", d.parentsInformesLe());
        }
        details.put("departement", d.departement().strip());
        details.put("parentsInformesLe", d.parentsInformesLe());
        details.put("pieces", ActesMesure.net(d.pieces()));
        controle.si(d.parentsInformesLe() == null, "PARENTS_NON_INFORMES", "JUDICIAIRE".equals(m.cadre())
                ? "Les parents n’ont pas été informés de ce transfert." : "L’accord écrit des parents à ce transfert n’est pas noté.");
    }

    /** The département that received the measure says so. */
    @Transactional
    public void accuserReception(UUID mesureId, DemandeAccuse d) {
        Mesure m = actes.ouvrir(mesureId, Mission.MESURE, d.version());
        boolean deja = actes.de(m).stream().anyMatch(a -> a.vivant() && a.genre() == GenreActe.ACCUSE_TRANSFERT);
        if (m.etat() != EtatMesure.TERMINEE || !"TRANSFERT".equals(m.motifFin()) || deja) {
            throw new Conflit(null, null, "Aucun accusé de réception n’est attendu pour cette mesure.");
        }
        Garde.pasAvant("le", garde.fait("le", d.le()), m.finieLe(), "le transfert");
        actes.noter(m, GenreActe.ACCUSE_TRANSFERT, d.le(), Map.of(), null, null);
        actes.suivre(m, "accuser-reception");
    }
}
