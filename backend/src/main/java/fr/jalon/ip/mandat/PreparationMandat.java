package fr.jalon.ip.mandat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.FoyerEnfant;
import fr.jalon.dossier.NomEnfant;
import fr.jalon.processus.Processus;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the mandate form starts from: the track the table proposes and why, the unit of the home, what was entrusted before. */
@Component
public class PreparationMandat {

    /** @param genre MANDAT, VOIE or UNITE */
    public record Ligne(String genre, String unite, String associee, String voie, boolean leveeDeDoutes, String message, String motif,
            Instant faitLe, String par) {
    }

    /** An IP about the same children, opened before ({@code avant}) or after this one; only those in sight. */
    public record Liee(UUID id, String numero, String etat, boolean avant) {
    }

    /**
     * @param uniteSuggeree unit of the main home, or the one that received when it may evaluate, or null
     * @param territoires units of the homes, the main one first
     * @param motifVoie why the table proposes this track
     */
    public record Mandat(UUID ipId, String numero, String etat, long version, Instant recueLe, boolean urgence, String voieProposee, String motifVoie,
            String voie, boolean leveeDeDoutes, String unite, String associee, String uniteSuggeree, List<String> territoires,
            List<NomEnfant> mineurs, int navettesPosees, int navettesEnAttente, List<UUID> informations, List<Liee> liees,
            List<Ligne> lignes) {
    }

    private record Ip(String numero, String etat, long version, Instant recueLe, boolean urgence, String voieProposee, String voie,
            boolean leveeDeDoutes, String unitePilote, String uniteRecueil) {
    }

    private final JdbcClient jdbc;
    private final Acces acces;
    private final Dossiers dossiers;
    private final Departement departement;
    private final Processus processus;
    private final LignesMandat mandats;
    private final Horloge horloge;

    PreparationMandat(JdbcClient jdbc, Acces acces, Dossiers dossiers, Departement departement, Processus processus, LignesMandat mandats,
            Horloge horloge) {
        this.jdbc = jdbc;
        this.acces = acces;
        this.dossiers = dossiers;
        this.departement = departement;
        this.processus = processus;
        this.mandats = mandats;
        this.horloge = horloge;
    }

    @Transactional(readOnly = true)
    public Mandat preparer(UUID ipId) {
        acces.exigerVue(Sujet.ip(ipId));
        Ip ip = jdbc.sql("""
                select ip.numero, ip.etat, ip.version, ip.recue_le, ip.urgence, ip.voie_proposee, ip.voie, ip.levee_de_doutes, ip.unite_pilote,
                    i.unite_id as unite_recueil
                from information_preoccupante ip join information_entrante i on i.id = ip.information_initiale_id where ip.id = ?""").param(ipId)
                .query((rs, n) -> new Ip(rs.getString(1), rs.getString(2), rs.getLong(3), rs.getTimestamp(4).toInstant(), rs.getBoolean(5),
                        rs.getString(6), rs.getString(7), rs.getBoolean(8), rs.getString(9), rs.getString(10))).optional()
                .orElseThrow(Introuvable::new);
        List<UUID> enfants = jdbc.sql("select enfant_id from mineur_concerne where ip_id = ? and retire_le is null order by ordre").param(ipId)
                .query(UUID.class).list();
        Map<UUID, NomEnfant> noms = dossiers.nomsDe(enfants);
        List<String> territoires = territoires(enfants);
        ControleMandat.Navettes navettes = mandats.navettes(ipId);
        List<String> associees = acces.unites(Sujet.ip(ipId), Acces.Titre.ASSOCIEE);
        return new Mandat(ipId, ip.numero(), ip.etat(), ip.version(), ip.recueLe(), ip.urgence(), ip.voieProposee(), motif(ip, noms),
                ip.voie(), ip.leveeDeDoutes(), ip.unitePilote(), associees.isEmpty() ? null : associees.get(0), suggeree(ip, territoires),
                territoires, enfants.stream().map(noms::get).filter(Objects::nonNull).toList(), navettes.posees(),
                navettes.sansReponse(), mandats.informations(ipId), liees(ipId), lignes(ipId));
    }

    private String suggeree(Ip ip, List<String> territoires) {
        return !territoires.isEmpty() ? territoires.get(0) : mandats.evaluatrices().contains(ip.uniteRecueil()) ? ip.uniteRecueil() : null;
    }

    private List<String> territoires(List<UUID> enfants) {
        LocalDate aujourdhui = horloge.aujourdhui();
        var evaluatrices = mandats.evaluatrices();
        return dossiers.foyers(enfants).stream().filter(f -> f.actuel(aujourdhui))
                .sorted(java.util.Comparator.comparing(FoyerEnfant::principal).reversed())
                .map(FoyerEnfant::uniteId).filter(Objects::nonNull).filter(evaluatrices::contains).distinct().toList();
    }

    /** The table is asked again for its words: they are not kept with the IP. */
    private String motif(Ip ip, Map<UUID, NomEnfant> noms) {
        Object motif = processus.evaluer("voie-evaluation", Map.of("jeuDeVoies", departement.profil().jeuDeVoies(), "urgence", ip.urgence(),
                "moinsDeDeuxAns", noms.values().stream().anyMatch(NomEnfant::moinsDeDeuxAns))).get("motif");
        return motif == null ? null : motif.toString();
    }

    private List<Liee> liees(UUID ipId) {
        Acces.Filtre filtre = acces.filtre("'IP'", "ip.id");
        return jdbc.sql("""
                select ip.id, ip.numero, ip.etat, l.avant from (
                    select suite_de as id, true as avant from ip_liee where ip_id = :ip
                    union all select ip_id, false from ip_liee where suite_de = :ip) l
                join information_preoccupante ip on ip.id = l.id where %s order by ip.recue_le desc""".formatted(filtre.sql()))
                .param("ip", ipId).params(filtre.parametres())
                .query((rs, n) -> new Liee(rs.getObject("id", UUID.class), rs.getString("numero"), rs.getString("etat"), rs.getBoolean("avant"))).list();
    }

    private List<Ligne> lignes(UUID ipId) {
        return jdbc.sql("""
                select m.*, concat_ws(' ', u.prenom, u.nom) as par from mandat m left join utilisateur u on u.id = m.saisi_par
                where m.ip_id = ? and m.annule_le is null order by m.saisi_le, m.id""").param(ipId)
                .query((rs, n) -> new Ligne(rs.getString("genre"), rs.getString("unite_id"), rs.getString("unite_associee_id"), rs.getString("voie"),
                        rs.getBoolean("levee_de_doutes"), rs.getString("message"), rs.getString("motif"), rs.getTimestamp("fait_le").toInstant(),
                        rs.getString("par"))).list();
    }
}
