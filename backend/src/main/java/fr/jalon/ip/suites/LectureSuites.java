package fr.jalon.ip.suites;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.NomEnfant;
import fr.jalon.ip.EtatIp;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.InformationsPreoccupantes;
import fr.jalon.ip.MineurConcerne;
import fr.jalon.ip.MineursConcernes;
import fr.jalon.ip.MotifCloture;
import fr.jalon.ip.decision.DecisionsIp;
import fr.jalon.ip.decision.SuiteJustice;
import fr.jalon.ip.evaluation.Signalements;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the screens of the suites show: who was told and who remains, what justice did, how the file ended. */
@Service
public class LectureSuites {

    public record ChoixSuite(String code, String libelle) {
    }

    public record ChoixSuiteJustice(String code, String libelle, boolean definitive) {
    }

    /** What was written of one recipient. */
    public record InformationLue(String moyen, String moyenLibelle, LocalDate donneeLe, String motifRefus, String motifLibelle,
            String precision, Instant saisieLe, String saisiePar, Instant annuleeLe, String annuleeMotif) {
    }

    /**
     * @param issueLibelle what was decided for the minor this holder is told about
     * @param motifs grounds on which this one may not be told
     * @param interdit sentence of the parquet's hold, or null
     */
    public record DestinataireLu(String genre, UUID referenceId, UUID mineurId, String mineur, String nom, String qualite, boolean du,
            String droit, String issueLibelle, List<ChoixSuite> motifs, String interdit, InformationLue information,
            List<InformationLue> annulees) {
    }

    public record PageInformation(UUID ipId, String numero, long version, String etat, String etatLibelle, boolean peutInformer,
            LocalDate decideeLe, LocalDate aujourdhui, List<DestinataireLu> destinataires, List<ChoixSuite> moyens, long reste) {
    }

    public record SuiteLue(UUID id, String suite, String suiteLibelle, boolean definitive, LocalDate survenueLe, String reference,
            Instant saisieLe, String saisiePar, Instant annuleeLe, String annuleeMotif) {
    }

    /** @param saisiLe first day the judicial authority was seized for this minor */
    public record MineurSuivi(UUID mineurId, UUID enfantId, String nom, String age, LocalDate saisiLe, String destinataire,
            String juridiction, boolean connue, List<SuiteLue> suites) {
    }

    public record PageJustice(UUID ipId, String numero, long version, String etat, String etatLibelle, boolean peutNoter,
            LocalDate aujourdhui, List<MineurSuivi> mineurs, List<ChoixSuiteJustice> choix) {
    }

    public record MineurSortant(UUID mineurId, UUID enfantId, String nom, String age) {
    }

    public record PageFin(UUID ipId, String numero, long version, String etat, String etatLibelle, boolean peutClore, LocalDate recueLe,
            LocalDate aujourdhui, List<MineurSortant> mineurs, List<ChoixSuite> motifs, FinsSansDecision.Fin fin, boolean accuseAttendu) {
    }

    private final InformationsPreoccupantes ips;
    private final MineursConcernes mineurs;
    private final Destinataires destinataires;
    private final InformationsDonnees donnees;
    private final SuitesJudiciaires suites;
    private final FinsSansDecision fins;
    private final DecisionsIp decisions;
    private final Signalements signalements;
    private final ConsigneDuParquet consigne;
    private final Dossiers dossiers;
    private final Utilisateurs utilisateurs;
    private final Departement departement;
    private final Acces acces;
    private final Horloge horloge;

    LectureSuites(InformationsPreoccupantes ips, MineursConcernes mineurs, Destinataires destinataires, InformationsDonnees donnees,
            SuitesJudiciaires suites, FinsSansDecision fins, DecisionsIp decisions, Signalements signalements, ConsigneDuParquet consigne,
            Dossiers dossiers, Utilisateurs utilisateurs, Departement departement, Acces acces, Horloge horloge) {
        this.ips = ips;
        this.mineurs = mineurs;
        this.destinataires = destinataires;
        this.donnees = donnees;
        this.suites = suites;
        this.fins = fins;
        this.decisions = decisions;
        this.signalements = signalements;
        this.consigne = consigne;
        this.dossiers = dossiers;
        this.utilisateurs = utilisateurs;
        this.departement = departement;
        this.acces = acces;
        this.horloge = horloge;
    }

    @Transactional(readOnly = true)
    public PageInformation information(UUID ipId) {
        InformationPreoccupante ip = ouvrir(ipId);
        Map<UUID, NomEnfant> noms = noms(presents(ipId));
        Map<UUID, UUID> enfants = new HashMap<>();
        presents(ipId).forEach(m -> enfants.put(m.id(), m.enfantId()));
        Map<UUID, DecisionsIp.Vivante> decidees = decisions.vivantes(ipId);
        List<InformationsDonnees.Donnee> ecrites = donnees.toutes(ipId);
        Map<UUID, String> gens = gens(ecrites.stream().map(InformationsDonnees.Donnee::saisiePar).toList());
        Map<Destinataire.Genre, String> interdits = new HashMap<>();
        for (Destinataire.Genre g : Destinataire.Genre.values()) {
            interdits.put(g, consigne.interdit(ipId, g, horloge.aujourdhui()));
        }
        List<DestinataireLu> lus = new ArrayList<>();
        for (Destinataire d : destinataires.de(ip)) {
            List<InformationLue> siennes = ecrites.stream().filter(e -> e.concerne(d)).map(e -> lue(e, gens)).toList();
            NomEnfant nom = d.mineurId() == null ? null : noms.get(enfants.get(d.mineurId()));
            DecisionsIp.Vivante decidee = d.mineurId() == null ? null : decidees.get(d.mineurId());
            lus.add(new DestinataireLu(d.genre().name(), d.referenceId(), d.mineurId(), nom == null ? null : nom.affiche(), d.nom(),
                    d.qualite(), d.du(), d.droit(), decidee == null ? null : decidee.issue().libelle(),
                    motifs(d, interdits.get(d.genre()) != null), interdits.get(d.genre()),
                    siennes.stream().filter(i -> i.annuleeLe() == null).findFirst().orElse(null),
                    siennes.stream().filter(i -> i.annuleeLe() != null).toList()));
        }
        return new PageInformation(ipId, ip.numero(), ip.version(), ip.etat().name(), ip.etat().libelle(),
                (ip.decideeLe() != null || ip.etat() == EtatIp.CLOSE_SANS_DECISION) && acces.peut(Mission.INFORMATION, Sujet.ip(ipId)),
                ip.decideeLe() == null ? null : horloge.jour(ip.decideeLe()), horloge.aujourdhui(), lus, choix("moyens"),
                lus.stream().filter(d -> d.du() && d.information() == null).count());
    }

    private List<ChoixSuite> motifs(Destinataire d, boolean consigne) {
        List<String> codes = new ArrayList<>(d.genre().motifs());
        if (consigne) {
            codes.add(ReglesInformation.CONSIGNE);
        }
        Profil profil = departement.profil();
        return codes.stream().map(c -> new ChoixSuite(c, profil.libelle("motifs-non-information", c))).toList();
    }

    private InformationLue lue(InformationsDonnees.Donnee d, Map<UUID, String> gens) {
        Profil profil = departement.profil();
        return new InformationLue(d.moyen(), d.moyen() == null ? null : profil.libelle("moyens", d.moyen()), d.donneeLe(), d.motifRefus(),
                d.motifRefus() == null ? null : profil.libelle("motifs-non-information", d.motifRefus()), d.precisionMotif(), d.saisieLe(),
                gens.get(d.saisiePar()), d.annuleeLe(), d.annuleeMotif());
    }

    @Transactional(readOnly = true)
    public PageJustice justice(UUID ipId) {
        InformationPreoccupante ip = ouvrir(ipId);
        List<MineurConcerne> presents = presents(ipId);
        Map<UUID, NomEnfant> noms = noms(presents);
        Set<UUID> saisis = decisions.mineursSaisis(ipId);
        List<SuitesJudiciaires.Suite> toutes = suites.toutes(ipId);
        Map<UUID, String> gens = gens(toutes.stream().map(SuitesJudiciaires.Suite::saisiePar).toList());
        Map<UUID, Signalements.Signalement> saisines = new HashMap<>();
        signalements.de(ipId).stream().filter(Signalements.Signalement::vivant).forEach(s -> saisines.putIfAbsent(s.mineurId(), s));
        List<MineurSuivi> suivis = presents.stream().filter(m -> saisis.contains(m.id())).map(m -> {
            List<SuiteLue> siennes = toutes.stream().filter(s -> s.mineurId().equals(m.id())).map(s -> new SuiteLue(s.id(), s.suite().name(),
                    s.suite().libelle(), s.suite().definitive(), s.survenueLe(), s.reference(), s.saisieLe(), gens.get(s.saisiePar()),
                    s.annuleeLe(), s.annuleeMotif())).toList();
            Signalements.Signalement saisine = saisines.get(m.id());
            NomEnfant nom = noms.get(m.enfantId());
            return new MineurSuivi(m.id(), nom == null ? m.enfantId() : nom.canonique(), nom == null ? "" : nom.affiche(),
                    nom == null ? "" : nom.age(), saisine == null ? null : horloge.jour(saisine.transmisLe()),
                    saisine == null ? null : saisine.destinataire().libelle(), saisine == null ? null : saisine.juridiction(),
                    siennes.stream().anyMatch(s -> s.annuleeLe() == null && s.definitive()), siennes);
        }).toList();
        return new PageJustice(ipId, ip.numero(), ip.version(), ip.etat().name(), ip.etat().libelle(),
                acces.peut(Mission.DECISION, Sujet.ip(ipId)), horloge.aujourdhui(), suivis,
                Arrays.stream(SuiteJustice.values()).map(s -> new ChoixSuiteJustice(s.name(), s.libelle(), s.definitive())).toList());
    }

    @Transactional(readOnly = true)
    public PageFin fin(UUID ipId) {
        InformationPreoccupante ip = ouvrir(ipId);
        List<MineurConcerne> presents = presents(ipId);
        Map<UUID, NomEnfant> noms = noms(presents);
        FinsSansDecision.Fin fin = fins.de(ipId).orElse(null);
        boolean mission = acces.peutUne(FinsSansDecision.MISSIONS, Sujet.ip(ipId));
        return new PageFin(ipId, ip.numero(), ip.version(), ip.etat().name(), ip.etat().libelle(),
                mission && ip.etat().ouverte() && ip.decideeLe() == null, horloge.jour(ip.recueLe()), horloge.aujourdhui(),
                presents.stream().map(m -> {
                    NomEnfant nom = noms.get(m.enfantId());
                    return new MineurSortant(m.id(), nom == null ? m.enfantId() : nom.canonique(), nom == null ? "" : nom.affiche(),
                            nom == null ? "" : nom.age());
                }).toList(),
                Arrays.stream(MotifCloture.values()).map(m -> new ChoixSuite(m.name(), m.libelle())).toList(), fin,
                fin != null && fin.accuseAttendu() && ip.etat() == EtatIp.CLOSE_SANS_DECISION);
    }

    private InformationPreoccupante ouvrir(UUID ipId) {
        acces.exigerVue(Sujet.ip(ipId));
        return ips.findById(ipId).orElseThrow(Introuvable::new);
    }

    private List<MineurConcerne> presents(UUID ipId) {
        return mineurs.findByIpIdOrderByOrdre(ipId).stream().filter(m -> !m.retire()).toList();
    }

    private Map<UUID, NomEnfant> noms(List<MineurConcerne> presents) {
        return dossiers.nomsDe(presents.stream().map(MineurConcerne::enfantId).toList());
    }

    private Map<UUID, String> gens(List<UUID> auteurs) {
        Set<UUID> ids = new HashSet<>(auteurs);
        ids.remove(null);
        Map<UUID, String> gens = new HashMap<>(utilisateurs.noms(ids));
        gens.put(null, null);
        return gens;
    }

    private List<ChoixSuite> choix(String liste) {
        return departement.profil().liste(liste).stream().map(l -> new ChoixSuite(l.code(), l.libelle())).toList();
    }
}
