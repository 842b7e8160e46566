package fr.jalon.mesure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.departement.Profil;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.NomEnfant;
import fr.jalon.dossier.Titulaire;
import fr.jalon.mesure.NouvelleMesure.AccordSaisi;

import jakarta.validation.constraints.Size;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One decision, one or several children, one measure each: from the decision on an IP, from a court order, or by itself. */
@Service
public class OuvrirMesures {

    /** Weeks after which an order is received late. */
    static final int ORDONNANCE_TARDIVE_JOURS = 14;

    /**
     * The form.
     *
     * @param ipId the IP whose decision is put into effect, or null
     * @param accords answers of the holders known; a holder without answer is awaited
     * @param motifs reasons for what the tool warns of, by code
     */
    public record DemandeMesures(List<UUID> enfants, UUID ipId, String baseLegale, String produit, String uniteId, String serviceId,
            boolean exerceeParUnite, boolean urgence, boolean provisoire, String autorite, @Size(max = 200) String juridiction,
            @Size(max = 200) String magistrat, @Size(max = 200) String reference, LocalDate decideeLe, String duree, LocalDate terme,
            LocalDate debutPrevu, String intensite, String lieu, List<AccordSaisi> accords, LocalDate audienceLe, LocalDate ordonnanceRecueLe,
            String tiersRecherches, @Size(max = 4000) String motivation, Map<String, String> motifs) {
    }

    private final OuvertureMesure ouverture;
    private final Garde garde;
    private final DecisionIp decisionIp;
    private final Dossiers dossiers;
    private final Acces acces;
    private final ObjectProvider<ControleService> services;
    private final JdbcClient jdbc;

    OuvrirMesures(OuvertureMesure ouverture, Garde garde, DecisionIp decisionIp, Dossiers dossiers, Acces acces,
            ObjectProvider<ControleService> services, JdbcClient jdbc) {
        this.ouverture = ouverture;
        this.garde = garde;
        this.decisionIp = decisionIp;
        this.dossiers = dossiers;
        this.acces = acces;
        this.services = services;
        this.jdbc = jdbc;
    }

    /** @return the measures opened, in the order of the children */
    @Transactional
    public List<UUID> ouvrir(DemandeMesures d) {
        acces.exiger(Mission.MESURE, garde.unite("uniteId", d.uniteId()));
        List<UUID> enfants = enfants(d);
        Profil.BaseLegale base = garde.base("baseLegale", d.baseLegale());
        Profil.Produit produit = garde.produit("produit", d.produit());
        LocalDate terme = dates(d);
        String service = d.exerceeParUnite() || !produit.parUnServiceDOffice() ? null : garde.service("serviceId", d.serviceId(), false);
        exiger(d, base, produit);
        Map<UUID, UUID> mineurs = d.ipId() == null ? Map.of() : decisionIp.mineursAides(d.ipId());
        Map<UUID, List<AccordSaisi>> accords = accords(d, base, enfants);
        Map<String, String> passes = controler(d, base, produit, enfants, service, terme, accords);
        TermeMesure.retenir(passes, base, produit, depuis(d), terme);
        UUID decision = Ids.nouveau();
        List<UUID> ouvertes = new ArrayList<>();
        for (int i = 0; i < enfants.size(); i++) {
            UUID enfant = enfants.get(i);
            UUID mineur = mineurs.get(enfant);
            if (d.ipId() != null && mineur == null) {
                throw Refus.champ("enfants[" + i + "]", "La décision de l’IP ne propose pas d’aide à cet enfant.");
            }
            ouvertes.add(ouverture.ouvrir(new NouvelleMesure(enfant, decision,
                    d.ipId() != null ? "IP" : "JUDICIAIRE".equals(base.cadre()) ? "ORDONNANCE" : "DIRECTE", d.ipId(), mineur, base.cadre(),
                    base.code(), produit.code(), d.urgence(), d.provisoire(), d.uniteId(), service,
                    service == null && (!produit.parUnServiceDOffice() || d.exerceeParUnite()), d.autorite(), net(d.juridiction()),
                    net(d.magistrat()), net(d.reference()), d.decideeLe(), net(d.duree()), terme, d.debutPrevu(),
                    garde.intensite("intensite", produit, d.intensite()), garde.code("lieu", "lieux-intervention", d.lieu(), false),
                    accords.get(enfant), d.audienceLe(), d.ordonnanceRecueLe(), net(d.tiersRecherches()), net(d.motivation()),
                    propres(passes, i))).id());
        }
        return ouvertes;
    }

    /** Children named, each once whatever merges made of them, all in sight. */
    private List<UUID> enfants(DemandeMesures d) {
        if (d.enfants() == null || d.enfants().isEmpty()) {
            throw Refus.champ("enfants", "Choisissez l’enfant ou les enfants que la décision concerne.");
        }
        Set<UUID> canoniques = new LinkedHashSet<>();
        for (int i = 0; i < d.enfants().size(); i++) {
            if (d.ipId() == null) {
                dossiers.exigerLecture(d.enfants().get(i));
            } else {
                // The minors of an IP go on with it, whoever the file is for: the decision names them.
                acces.exigerVue(Sujet.enfant(d.enfants().get(i)));
            }
            UUID canonique = dossiers.canoniques(List.of(d.enfants().get(i))).get(d.enfants().get(i));
            if (canonique == null) {
                throw new Introuvable();
            }
            canoniques.add(canonique);
        }
        return List.copyOf(canoniques);
    }

    private LocalDate dates(DemandeMesures d) {
        garde.fait("decideeLe", d.decideeLe());
        Garde.pasAvant("debutPrevu", d.debutPrevu(), d.decideeLe(), "la décision");
        if (d.audienceLe() != null && garde.fait("audienceLe", d.audienceLe()).isAfter(d.decideeLe())) {
            throw Refus.champ("audienceLe", "L’audience précède l’ordonnance.");
        }
        if (d.ordonnanceRecueLe() != null) {
            Garde.pasAvant("ordonnanceRecueLe", garde.fait("ordonnanceRecueLe", d.ordonnanceRecueLe()), d.decideeLe(), "l’ordonnance");
        }
        return TermeMesure.lire(depuis(d), d.terme(), d.duree());
    }

    /** A duration runs from the start the decision fixes, or from the decision. */
    private static LocalDate depuis(DemandeMesures d) {
        return d.debutPrevu() == null ? d.decideeLe() : d.debutPrevu();
    }

    private void exiger(DemandeMesures d, Profil.BaseLegale base, Profil.Produit produit) {
        garde.code("autorite", "autorites", d.autorite(), true);
        if (!base.autorites().contains(d.autorite())) {
            throw Refus.champ("autorite", "Cette autorité ne peut décider cette mesure (" + base.article() + ").");
        }
        if (d.exerceeParUnite() && "SERVICE".equals(produit.exercice())) {
            throw Refus.champ("exerceeParUnite", "Ce produit est exercé par un service habilité.");
        }
        if (tiersARechercher(d, base, produit)) {
            if (d.tiersRecherches() == null || !Set.of("OUI", "SANS_RESULTAT", "NON").contains(d.tiersRecherches())) {
                throw Refus.champ("tiersRecherches", "Dites si un accueil par un tiers a été recherché avant ce placement.");
            }
        } else if (d.tiersRecherches() != null && !Set.of("OUI", "SANS_RESULTAT", "NON", "URGENCE").contains(d.tiersRecherches())) {
            throw Refus.champ("tiersRecherches", "Choisissez dans la liste.");
        }
    }

    /** The compulsory passage of the département before a placement, except in an emergency. */
    static boolean tiersARechercher(DemandeMesures d, Profil.BaseLegale base, Profil.Produit produit) {
        return produit.tiersObligatoires() && base.accueil() && !d.urgence();
    }

    /** Each child's own holders on the day of the decision; those nothing is said of are awaited. */
    private Map<UUID, List<AccordSaisi>> accords(DemandeMesures d, Profil.BaseLegale base, List<UUID> enfants) {
        Map<UUID, List<AccordSaisi>> parEnfant = new HashMap<>();
        if (!"ADMINISTRATIF".equals(base.cadre()) || base.sansAccord()) {
            return parEnfant;
        }
        Map<UUID, AccordSaisi> dits = new HashMap<>();
        List<AccordSaisi> saisis = d.accords() == null ? List.of() : d.accords();
        for (int i = 0; i < saisis.size(); i++) {
            dits.put(saisis.get(i).adulteId(), valider("accords[" + i + "]", saisis.get(i)));
        }
        for (UUID enfant : enfants) {
            List<AccordSaisi> siens = dossiers.titulaires(enfant).stream().filter(t -> t.titulaireLe(d.decideeLe())).map(Titulaire::adulteId)
                    .distinct().map(a -> dits.getOrDefault(a, new AccordSaisi(a, "ATTENDU", null, null))).toList();
            if (!siens.isEmpty()) {
                parEnfant.put(enfant, siens);
            }
        }
        return parEnfant;
    }

    AccordSaisi valider(String champ, AccordSaisi a) {
        if (a.adulteId() == null || a.statut() == null || !Set.of("ATTENDU", "DONNE", "REFUSE", "IMPOSSIBLE").contains(a.statut())) {
            throw Refus.champ(champ + ".statut", "Dites ce qu’il en est de cet accord.");
        }
        if ("ATTENDU".equals(a.statut())) {
            return new AccordSaisi(a.adulteId(), a.statut(), null, null);
        }
        garde.fait(champ + ".le", a.le());
        if ("IMPOSSIBLE".equals(a.statut()) && net(a.motif()) == null) {
            throw Refus.champ(champ + ".motif", "Écrivez pourquoi cet accord ne peut être demandé.");
        }
        return new AccordSaisi(a.adulteId(), a.statut(), a.le(), net(a.motif()));
    }

    private Map<String, String> controler(DemandeMesures d, Profil.BaseLegale base, Profil.Produit produit, List<UUID> enfants, String service,
            LocalDate terme, Map<UUID, List<AccordSaisi>> accords) {
        Avertissements.Controle controle = new Avertissements.Controle(d.motifs());
        TermeMesure.controler(controle, base, produit, depuis(d), terme);
        controle.si(!produit.bases().contains(base.code()), "PRODUIT_BASE", "Ce produit ne repose pas habituellement sur cette base légale.");
        controle.si(d.ordonnanceRecueLe() != null && d.ordonnanceRecueLe().isAfter(d.decideeLe().plusDays(ORDONNANCE_TARDIVE_JOURS)),
                "ORDONNANCE_TARDIVE", "L’ordonnance a été reçue plus de deux semaines après avoir été rendue.");
        controle.si(tiersARechercher(d, base, produit) && "NON".equals(d.tiersRecherches()), "TIERS_NON_RECHERCHES",
                "Aucun accueil par un tiers n’a été recherché avant ce placement.");
        if (service != null) {
            services.ifAvailable(s -> s.prendre(controle, new ControleService.Prise(service, produit.code(), d.uniteId(), enfants.size(), null)));
        }
        Map<UUID, NomEnfant> noms = dossiers.nomsDe(enfants);
        for (int i = 0; i < enfants.size(); i++) {
            UUID enfant = enfants.get(i);
            String rang = "#" + (i + 1);
            String qui = enfants.size() == 1 ? "" : "Enfant " + (i + 1) + "\u00a0: ";
            controle.si("ADMINISTRATIF".equals(base.cadre()) && !base.sansAccord() && !accords.containsKey(enfant), "TITULAIRES_INCONNUS" + rang,
                    qui + "Aucun titulaire de l’autorité parentale n’est connu au dossier\u00a0: aucun accord ne sera attendu.");
            controle.si(dejaEnCours(enfant, produit.code()), "MEME_PRODUIT" + rang, qui + "Une mesure «\u00a0" + produit.sigle()
                    + "\u00a0» est déjà en cours ou en attente pour cet enfant.");
            if (noms.containsKey(enfant)) {
                TermeMesure.majorite(controle, noms.get(enfant).naissance(), base, terme, "APRES_MAJORITE" + rang);
            }
        }
        return new LinkedHashMap<>(controle.exiger());
    }

    private boolean dejaEnCours(UUID enfant, String produit) {
        return jdbc.sql("""
                select exists (select 1 from mesure where enfant_id = any(:enfants) and produit = :produit
                and etat in ('ATTENTE_ACCORD', 'ATTENTE_EXERCICE', 'EXERCEE', 'SUSPENDUE'))""")
                .param("enfants", dossiers.identites(enfant).toArray(UUID[]::new)).param("produit", produit).query(Boolean.class).single();
    }

    /** Reasons that are about this child or about all of them, by their plain code. */
    private static Map<String, String> propres(Map<String, String> passes, int rang) {
        Map<String, String> propres = new LinkedHashMap<>();
        passes.forEach((code, motif) -> {
            String[] parts = code.split("#", 2);
            if (parts.length == 1 || parts[1].equals(Objects.toString(rang + 1))) {
                propres.put(parts[0], motif);
            }
        });
        return propres;
    }

    private static String net(String texte) {
        return ActesMesure.net(texte);
    }
}
