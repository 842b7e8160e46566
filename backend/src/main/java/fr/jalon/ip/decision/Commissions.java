package fr.jalon.ip.decision;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.NomEnfant;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;
import fr.jalon.ip.ActesIp;
import fr.jalon.ip.EtatIp;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.MineurConcerne;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The commission that helps to decide, under the name the département gives it: an agenda filled from the files, an opinion a minor. The
 * decision stays the decider's and moves nothing here.
 */
@Component
public class Commissions {

    /** What a commission says of a minor; {@code issue} may be null when it only gives advice in words. */
    public record AvisSaisi(UUID mineurId, Issue issue, String avis) {
    }

    public record AvisCommission(UUID id, UUID mineurId, LocalDate seanceLe, String issue, String issueLibelle, String avis, boolean rendu) {
    }

    /** One minor on an agenda. */
    public record PointOrdreDuJour(UUID ipId, String numero, UUID mineurId, UUID enfantId, String nom, String age, String uniteId,
            String etatLibelle, LocalDate rapportRenduLe, String issue, String issueLibelle, boolean rendu) {
    }

    private final JdbcClient jdbc;
    private final ActesIp actes;
    private final Acces acces;
    private final Dossiers dossiers;
    private final Evenements evenements;
    private final Horloge horloge;

    Commissions(JdbcClient jdbc, ActesIp actes, Acces acces, Dossiers dossiers, Evenements evenements, Horloge horloge) {
        this.jdbc = jdbc;
        this.actes = actes;
        this.acces = acces;
        this.dossiers = dossiers;
        this.evenements = evenements;
        this.horloge = horloge;
    }

    /** Puts the minors of a file on the agenda of a day. Said twice it is kept once. */
    @Transactional
    public void inscrire(UUID ipId, LocalDate seance, List<UUID> mineurs) {
        InformationPreoccupante ip = actes.ouvrir(ipId, Mission.DECISION, null);
        exigerAvantDecision(ip);
        if (seance == null || seance.isBefore(horloge.aujourdhui())) {
            throw Refus.champ("seanceLe", "La séance est aujourd’hui ou à venir ; un avis déjà rendu s’enregistre directement.");
        }
        for (MineurConcerne m : choisis(ip, mineurs)) {
            inscrire(ip, m, seance);
        }
        actes.suivre(ip, "commission-inscrire");
    }

    private void inscrire(InformationPreoccupante ip, MineurConcerne m, LocalDate seance) {
        jdbc.sql("""
                insert into commission_mineur(id, ip_id, mineur_id, seance_le, saisie_le, saisie_par) values (?, ?, ?, ?, ?, ?)
                on conflict do nothing""")
                .params(Ids.nouveau(), ip.id(), m.id(), seance, Timestamp.from(horloge.maintenant()),
                        IdentiteCourante.siPresente().map(Identite::utilisateurId).orElse(null)).update();
    }

    /** Notes what the commission said, on the day it sat. */
    @Transactional
    public void rendre(UUID ipId, LocalDate seance, List<AvisSaisi> avis) {
        InformationPreoccupante ip = actes.ouvrir(ipId, Mission.DECISION, null);
        exigerAvantDecision(ip);
        if (seance == null || seance.isAfter(horloge.aujourdhui()) || seance.isBefore(horloge.jour(ip.recueLe()))) {
            throw Refus.champ("seanceLe", "La séance se tient entre la réception de l’information et aujourd’hui.");
        }
        List<AvisSaisi> saisis = avis == null ? List.of() : avis;
        List<Refus.Erreur> erreurs = new ArrayList<>();
        for (int i = 0; i < saisis.size(); i++) {
            if (saisis.get(i).issue() == null && DecisionSaisie.net(saisis.get(i).avis()) == null) {
                erreurs.add(new Refus.Erreur("avis[" + i + "].avis", "Écrivez l’avis de la commission pour ce mineur."));
            }
        }
        if (saisis.isEmpty()) {
            erreurs.add(new Refus.Erreur("avis", "Notez l’avis de la commission pour un mineur au moins."));
        }
        if (!erreurs.isEmpty()) {
            throw new Refus(erreurs);
        }
        Map<UUID, MineurConcerne> presents = choisis(ip, saisis.stream().map(AvisSaisi::mineurId).toList()).stream()
                .collect(Collectors.toMap(MineurConcerne::id, m -> m));
        for (AvisSaisi a : saisis) {
            MineurConcerne m = presents.get(a.mineurId());
            inscrire(ip, m, seance);
            UUID evenement = evenements.ajouter(NouvelEvenement.de("ip.avis-commission").survenu(seance).unite(actes.unite(ip))
                    .element(ip.etat().etape()).sujet(Sujet.ip(ip.id())).sujet(Sujet.mineur(m.id())).sujet(Sujet.enfant(m.enfantId()))
                    .dimension("issue", a.issue()));
            jdbc.sql("""
                    update commission_mineur set avis_issue = ?, avis = ?, rendu_le = ?, evenement_id = ?
                    where mineur_id = ? and seance_le = ? and annulee_le is null""")
                    .params(a.issue() == null ? null : a.issue().name(), DecisionSaisie.net(a.avis()), Timestamp.from(horloge.maintenant()),
                            evenement, m.id(), seance).update();
        }
        actes.suivre(ip, "commission-rendre");
    }

    private static void exigerAvantDecision(InformationPreoccupante ip) {
        if (!ip.etat().ouverte() || ip.etat().ordinal() > EtatIp.PRECISION_DEMANDEE.ordinal()) {
            throw new Conflit(null, null, "La commission donne son avis avant la décision : le dossier est maintenant « "
                    + ip.etat().libelle() + " ».");
        }
    }

    private List<MineurConcerne> choisis(InformationPreoccupante ip, List<UUID> mineurs) {
        List<MineurConcerne> presents = actes.mineurs(ip);
        if (mineurs == null || mineurs.isEmpty()) {
            return presents;
        }
        Set<UUID> ids = presents.stream().map(MineurConcerne::id).collect(Collectors.toSet());
        if (!ids.containsAll(mineurs)) {
            throw new Introuvable();
        }
        return presents.stream().filter(m -> mineurs.contains(m.id())).toList();
    }

    /** Opinions on the minors of a file, oldest first. The caller has checked the right to see. */
    List<AvisCommission> de(UUID ipId) {
        return jdbc.sql("""
                select id, mineur_id, seance_le, avis_issue, avis, rendu_le is not null as rendu from commission_mineur
                where ip_id = ? and annulee_le is null order by seance_le, id""").param(ipId)
                .query((l, n) -> new AvisCommission(l.getObject("id", UUID.class), l.getObject("mineur_id", UUID.class),
                        l.getObject("seance_le", LocalDate.class), l.getString("avis_issue"), libelle(l.getString("avis_issue")),
                        l.getString("avis"), l.getBoolean("rendu"))).list();
    }

    /** Days with an agenda in sight, from a month ago on. */
    @Transactional(readOnly = true)
    public List<LocalDate> seances() {
        acces.exiger(Mission.DECISION);
        Acces.Filtre filtre = acces.filtre("'IP'", "c.ip_id");
        return jdbc.sql("select distinct seance_le from commission_mineur c where annulee_le is null and seance_le >= :depuis and "
                + filtre.sql() + " order by 1").param("depuis", horloge.aujourdhui().minusMonths(1)).params(filtre.parametres())
                .query(LocalDate.class).list();
    }

    /** The agenda of a day, as far as the person sees. */
    @Transactional(readOnly = true)
    public List<PointOrdreDuJour> ordreDuJour(LocalDate seance) {
        acces.exiger(Mission.DECISION);
        Acces.Filtre filtre = acces.filtre("'IP'", "c.ip_id");
        List<PointOrdreDuJour> points = jdbc.sql("""
                select c.ip_id, ip.numero, c.mineur_id, m.enfant_id, ip.unite_pilote, ip.etat, ip.rapport_rendu_le, c.avis_issue,
                    c.rendu_le is not null as rendu
                from commission_mineur c join information_preoccupante ip on ip.id = c.ip_id
                join mineur_concerne m on m.id = c.mineur_id
                where c.annulee_le is null and m.retire_le is null and c.seance_le = :seance and %s
                order by ip.numero, m.ordre""".formatted(filtre.sql())).param("seance", seance).params(filtre.parametres())
                .query((l, n) -> new PointOrdreDuJour(l.getObject("ip_id", UUID.class), l.getString("numero"),
                        l.getObject("mineur_id", UUID.class), l.getObject("enfant_id", UUID.class), null, null, l.getString("unite_pilote"),
                        EtatIp.valueOf(l.getString("etat")).libelle(),
                        l.getTimestamp("rapport_rendu_le") == null ? null : horloge.jour(l.getTimestamp("rapport_rendu_le").toInstant()),
                        l.getString("avis_issue"), libelle(l.getString("avis_issue")), l.getBoolean("rendu"))).list();
        Map<UUID, NomEnfant> noms = new HashMap<>(dossiers.nomsDe(points.stream().map(PointOrdreDuJour::enfantId).toList()));
        return points.stream().map(p -> {
            NomEnfant nom = noms.get(p.enfantId());
            return nom == null ? p : new PointOrdreDuJour(p.ipId(), p.numero(), p.mineurId(), nom.canonique(), nom.affiche(), nom.age(),
                    p.uniteId(), p.etatLibelle(), p.rapportRenduLe(), p.issue(), p.issueLibelle(), p.rendu());
        }).toList();
    }

    private static String libelle(String issue) {
        return issue == null ? null : Issue.valueOf(issue).libelle();
    }
}
