package fr.jalon.ip.suites;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import fr.jalon.acces.Acces;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.EnFrancais;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Naissance;
import fr.jalon.dossier.NomEnfant;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;
import fr.jalon.evenement.Periodes;
import fr.jalon.ip.ActesIp;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.MineurConcerne;
import fr.jalon.ip.MotifCloture;
import fr.jalon.ip.decision.Decider;
import fr.jalon.processus.Processus;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Endings that are not decisions, for a whole IP or for one minor who leaves it. The origin date stays with the file transferred. */
@Service
public class FinsSansDecision {

    /**
     * The form of an ending; only the fields of the chosen one are read.
     *
     * @param doublonNumero number of the file that stays (« IP-2026-0412 »), when its id is not known
     */
    public record DemandeFin(Long version, MotifCloture motif, LocalDate le, String departement, LocalDate parentsInformesLe,
            String parentsNonInformes, List<String> pieces, LocalDate envoyeeLe, LocalDate accuseRecuLe, LocalDate cafInterrogeeLe,
            String cafReponse, LocalDate cpamInterrogeeLe, String cpamReponse, UUID doublonDe, String doublonNumero, String precision,
            Map<String, String> motifs) {
    }

    /** One minor leaves the IP: of age, or deceased. */
    public record DemandeSortie(Long version, UUID mineurId, MotifCloture motif, LocalDate le) {
    }

    /** An ending as written. */
    public record Fin(UUID id, String motif, String motifLibelle, LocalDate le, String etape, String departement,
            LocalDate parentsInformesLe, String parentsNonInformes, List<String> pieces, LocalDate envoyeeLe, LocalDate accuseRecuLe,
            LocalDate cafInterrogeeLe, String cafReponse, LocalDate cpamInterrogeeLe, String cpamReponse, UUID doublonDe,
            String doublonNumero, String precision, LocalDate recueLe) {

        /** The département that receives has not said so yet. */
        public boolean accuseAttendu() {
            return motif.equals(MotifCloture.TRANSFEREE.name()) && accuseRecuLe == null;
        }
    }

    /** Missions under which a file is said to end, in the order they are tried. */
    static final List<Mission> MISSIONS = List.of(Mission.DECISION, Mission.MANDAT, Mission.RECUEIL, Mission.EVALUATION);

    private final JdbcClient jdbc;
    private final ActesIp actes;
    private final Acces acces;
    private final Dossiers dossiers;
    private final Processus processus;
    private final Evenements evenements;
    private final Periodes periodes;
    private final SuitesJudiciaires suites;
    private final Decider decider;
    private final Horloge horloge;
    private final ObjectMapper json;

    FinsSansDecision(JdbcClient jdbc, ActesIp actes, Acces acces, Dossiers dossiers, Processus processus, Evenements evenements,
            Periodes periodes, SuitesJudiciaires suites, Decider decider, Horloge horloge, ObjectMapper json) {
        this.jdbc = jdbc;
        this.actes = actes;
        this.acces = acces;
        this.dossiers = dossiers;
        this.processus = processus;
        this.evenements = evenements;
        this.periodes = periodes;
        this.suites = suites;
        this.decider = decider;
        this.horloge = horloge;
        this.json = json;
    }

    /** Ends the IP: no step waits any more; the receipt of a transfer and the answer owed to a professional still do. */
    @Transactional
    public void clore(UUID ipId, DemandeFin d) {
        InformationPreoccupante ip = actes.ouvrir(ipId, MISSIONS, d.version());
        if (!ip.etat().ouverte()) {
            throw new Conflit(null, null, "Ce dossier est déjà « " + ip.etat().libelle() + " ».");
        }
        if (ip.decideeLe() != null) {
            throw new Conflit(null, null, "Une décision est prise : ce dossier finit par elle. Corrigez la décision s’il y a lieu.");
        }
        ReglesFin.Saisie saisie = new ReglesFin.Saisie(d.motif(), d.le(), d.departement(), d.parentsInformesLe(), d.parentsNonInformes(),
                d.pieces(), d.envoyeeLe(), d.accuseRecuLe(), d.cafInterrogeeLe(), d.cafReponse(), d.cpamInterrogeeLe(), d.cpamReponse(),
                doublon(d), d.precision());
        Map<String, String> passes = ReglesFin.verifier(saisie, new ReglesFin.Contexte(ipId, horloge.jour(ip.recueLe()),
                horloge.aujourdhui(), naissances(actes.mineurs(ip))), d.motifs());
        if (d.motif() == MotifCloture.DOUBLON) {
            exigerReste(saisie.doublonDe());
        }
        Instant le = d.le().equals(horloge.aujourdhui()) ? horloge.maintenant() : d.le().atTime(12, 0).atZone(horloge.zone()).toInstant();
        String etape = ip.etat().etape();
        NouvelEvenement evenement = actes.evenement("ip.close", ip).survenu(le).element("close-sans-decision").dimension("motif", d.motif())
                .dimension("avertissements", passes.isEmpty() ? null : String.join(",", passes.keySet())).texte(d.precision());
        ip.clore(d.motif(), le);
        ecrire(ip, saisie, etape, passes, evenements.ajouter(evenement));
        periodes.de(Sujet.ip(ipId)).stream().filter(p -> p.fin() == null).forEach(p -> periodes.fermer(p.periodeId(), d.le()));
        actes.suivre(ip, "clore");
        processus.message(Sujet.ip(ipId), "fin-sans-decision", Map.of());
    }

    private UUID doublon(DemandeFin d) {
        if (d.doublonDe() != null || d.doublonNumero() == null || d.doublonNumero().isBlank()) {
            return d.doublonDe();
        }
        return jdbc.sql("select id from information_preoccupante where numero = ?").param(d.doublonNumero().strip().toUpperCase(Locale.ROOT))
                .query(UUID.class).optional().orElseThrow(FinsSansDecision::dossierInconnu);
    }

    private static Refus dossierInconnu() {
        return Refus.champ("doublonDe", "Ce dossier n’existe pas ou ne vous est pas ouvert.");
    }

    private void exigerReste(UUID autre) {
        if (!acces.voit(Sujet.ip(autre))) {
            throw dossierInconnu();
        }
        String etat = jdbc.sql("select etat || coalesce('/' || motif_cloture, '') from information_preoccupante where id = ?").param(autre)
                .query(String.class).optional().orElseThrow(FinsSansDecision::dossierInconnu);
        if (etat.endsWith("/" + MotifCloture.DOUBLON) || etat.equals("ANNULEE")) {
            throw Refus.champ("doublonDe", "Ce dossier est lui-même écarté : choisissez celui qui reste.");
        }
    }

    private void ecrire(InformationPreoccupante ip, ReglesFin.Saisie s, String etape, Map<String, String> passes, UUID evenement) {
        boolean transfert = s.motif() == MotifCloture.TRANSFEREE;
        boolean recherche = s.motif() == MotifCloture.INTROUVABLE;
        jdbc.sql("""
                insert into fin_sans_decision(id, ip_id, motif, le, etape, departement, parents_informes_le, parents_non_informes, pieces,
                    envoyee_le, accuse_recu_le, caf_interrogee_le, caf_reponse, cpam_interrogee_le, cpam_reponse, doublon_de, precision_,
                    avertissements, saisie_le, saisie_par, evenement_id)
                values (:id, :ip, :motif, :le, :etape, :departement, :parents, :nonInformes, :pieces, :envoyee, :accuse, :caf, :cafReponse,
                    :cpam, :cpamReponse, :doublon, :precision, cast(:passes as jsonb), :saisie, :par, :evenement)""")
                .param("id", Ids.nouveau()).param("ip", ip.id()).param("motif", s.motif().name()).param("le", s.le()).param("etape", etape)
                .param("departement", transfert ? net(s.departement()) : null).param("parents", transfert ? s.parentsInformesLe() : null)
                .param("nonInformes", transfert ? net(s.parentsNonInformes()) : null)
                .param("pieces", transfert ? s.pieces().stream().map(FinsSansDecision::net).filter(p -> p != null).toArray(String[]::new)
                        : new String[0])
                .param("envoyee", transfert ? s.envoyeeLe() : null).param("accuse", transfert ? s.accuseRecuLe() : null)
                .param("caf", recherche ? s.cafInterrogeeLe() : null).param("cafReponse", recherche ? net(s.cafReponse()) : null)
                .param("cpam", recherche ? s.cpamInterrogeeLe() : null).param("cpamReponse", recherche ? net(s.cpamReponse()) : null)
                .param("doublon", s.motif() == MotifCloture.DOUBLON ? s.doublonDe() : null, java.sql.Types.OTHER)
                .param("precision", net(s.precision())).param("passes", ecrire(passes)).param("saisie", Timestamp.from(horloge.maintenant()))
                .param("par", IdentiteCourante.exiger().utilisateurId(), java.sql.Types.OTHER).param("evenement", evenement).update();
    }

    /** The département that received the file says so. */
    @Transactional
    public void accuserReception(UUID ipId, LocalDate le) {
        InformationPreoccupante ip = actes.ouvrir(ipId, MISSIONS, null);
        Fin fin = de(ipId).filter(Fin::accuseAttendu)
                .orElseThrow(() -> new Conflit(null, null, "Aucun accusé de réception n’est attendu pour ce dossier."));
        LocalDate debut = fin.envoyeeLe() == null ? fin.le() : fin.envoyeeLe();
        if (le == null || le.isAfter(horloge.aujourdhui()) || le.isBefore(debut)) {
            throw Refus.champ("le", "L’accusé de réception est reçu entre l’envoi, le " + EnFrancais.jour(debut) + ", et aujourd’hui.");
        }
        evenements.ajouter(actes.evenement("ip.transfert-accuse", ip).survenu(le).element("close-sans-decision"));
        jdbc.sql("update fin_sans_decision set accuse_recu_le = ? where id = ?").params(le, fin.id()).update();
        actes.suivre(ip, "accuser-reception");
    }

    /** One minor leaves the IP, which goes on for the others; the row stays and says why. */
    @Transactional
    public void sortir(UUID ipId, DemandeSortie d) {
        InformationPreoccupante ip = actes.ouvrir(ipId, MISSIONS, d.version());
        List<MineurConcerne> presents = actes.mineurs(ip);
        MineurConcerne mineur = presents.stream().filter(m -> m.id().equals(d.mineurId())).findFirst().orElseThrow(Introuvable::new);
        if (d.motif() != MotifCloture.DEVENU_MAJEUR && d.motif() != MotifCloture.DECEDE) {
            throw Refus.champ("motif", "Un mineur sort du dossier parce qu’il devient majeur ou décède ; une erreur se corrige.");
        }
        if (!ip.etat().ouverte()) {
            throw new Conflit(null, null, "Ce dossier est « " + ip.etat().libelle() + " » : plus rien n’y attend.");
        }
        if (presents.size() == 1) {
            throw Refus.champ("mineurId", "C’est le seul mineur du dossier : mettez fin au dossier avec ce motif.");
        }
        ReglesFin.verifier(new ReglesFin.Saisie(d.motif(), d.le(), null, null, null, null, null, null, null, null, null, null, null, null),
                new ReglesFin.Contexte(ipId, horloge.jour(ip.recueLe()), horloge.aujourdhui(), naissances(List.of(mineur))), null);
        evenements.ajouter(NouvelEvenement.de("ip.mineur-sorti").survenu(d.le()).unite(actes.unite(ip)).element(ip.etat().etape())
                .sujet(Sujet.ip(ipId)).sujet(Sujet.mineur(mineur.id())).sujet(Sujet.enfant(mineur.enfantId())).dimension("motif", d.motif()));
        mineur.retirer(horloge.maintenant(), d.motif().libelle());
        if (!suites.terminerSiConnues(ip) && !decider.acheverSiToutDecide(ip)) {
            actes.suivre(ip, "sortir-mineur");
        }
    }

    /** Exact births of minors; the canonical child's, since merges. */
    private List<LocalDate> naissances(List<MineurConcerne> mineurs) {
        Map<UUID, NomEnfant> noms = dossiers.nomsDe(mineurs.stream().map(MineurConcerne::enfantId).toList());
        return mineurs.stream().map(m -> noms.get(m.enfantId()))
                .map(n -> n == null || n.naissance().precision() != Naissance.Precision.EXACTE ? null : n.naissance().le()).toList();
    }

    /** The ending that stands; the caller has checked the right to see. */
    public Optional<Fin> de(UUID ipId) {
        return jdbc.sql("""
                select f.*, d.numero as doublon_numero, ip.recue_le from fin_sans_decision f
                join information_preoccupante ip on ip.id = f.ip_id
                left join information_preoccupante d on d.id = f.doublon_de where f.ip_id = ? and f.annulee_le is null""").param(ipId)
                .query((l, n) -> new Fin(l.getObject("id", UUID.class), l.getString("motif"), MotifCloture.valueOf(l.getString("motif")).libelle(),
                        l.getObject("le", LocalDate.class), l.getString("etape"), l.getString("departement"),
                        l.getObject("parents_informes_le", LocalDate.class), l.getString("parents_non_informes"),
                        Arrays.asList((String[]) l.getArray("pieces").getArray()), l.getObject("envoyee_le", LocalDate.class),
                        l.getObject("accuse_recu_le", LocalDate.class), l.getObject("caf_interrogee_le", LocalDate.class),
                        l.getString("caf_reponse"), l.getObject("cpam_interrogee_le", LocalDate.class), l.getString("cpam_reponse"),
                        l.getObject("doublon_de", UUID.class), l.getString("doublon_numero"), l.getString("precision_"),
                        horloge.jour(l.getTimestamp("recue_le").toInstant()))).optional();
    }

    void annuler(UUID ipId, Instant le, String motif) {
        jdbc.sql("update fin_sans_decision set annulee_le = ?, annulee_motif = ? where ip_id = ? and annulee_le is null")
                .params(Timestamp.from(le), motif, ipId).update();
    }

    private String ecrire(Map<String, String> passes) {
        try {
            return json.writeValueAsString(passes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String net(String texte) {
        return texte == null || texte.isBlank() ? null : texte.strip();
    }
}
