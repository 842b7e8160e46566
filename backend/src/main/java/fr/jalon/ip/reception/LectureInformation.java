package fr.jalon.ip.reception;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.FoyerEnfant;
import fr.jalon.dossier.NomEnfant;
import fr.jalon.dossier.Titulaire;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One information, whole, as the person may see it: opening it is a line of the journal. */
@Component
public class LectureInformation {

    /** @param reserve somebody transmitted, whose identity is kept by those who received it: then the rest is null */
    public record TransmetteurVu(boolean reserve, String nom, String qualite, String contact, boolean professionnel, boolean anonyme,
            boolean confidentiel) {
    }

    /**
     * Something else about the same children. Out of sight it only says which unit knows: id, reference and state are null.
     *
     * @param genre INFORMATION or IP
     * @param joignable an evaluation is under way that a complement may join
     */
    public record Proche(String genre, UUID id, String reference, String etat, String unite, LocalDate recueLe, boolean joignable, List<UUID> enfants) {
    }

    /** A fiche navette of this information. */
    public record NavetteLue(UUID id, String service, String unite, String question, Instant poseeLe, String poseePar, LocalDate attendueLe,
            int relances, Instant relanceeLe, String reponse, Instant repondueLe, String reponduePar, String sansObjetMotif, long version,
            boolean repondable) {
    }

    public record Lue(InformationEntrante information, TransmetteurVu transmetteur, List<NomEnfant> enfants, List<Titulaire> titulaires,
            List<FoyerEnfant> foyers, List<Proche> proches, List<NavetteLue> navettes, Map<UUID, String> personnes,
            String ipNumero, String ipEtat, boolean avantMandat) {
    }

    private final InformationsEntrantes informations;
    private final Acces acces;
    private final Journal journal;
    private final Dossiers dossiers;
    private final Departement departement;
    private final Utilisateurs utilisateurs;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    LectureInformation(InformationsEntrantes informations, Acces acces, Journal journal, Dossiers dossiers, Departement departement,
            Utilisateurs utilisateurs, Horloge horloge, JdbcClient jdbc) {
        this.informations = informations;
        this.acces = acces;
        this.journal = journal;
        this.dossiers = dossiers;
        this.departement = departement;
        this.utilisateurs = utilisateurs;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    @Transactional
    public Lue lire(UUID id) {
        Sujet sujet = Sujet.information(id);
        acces.exigerVue(sujet);
        InformationEntrante information = informations.findById(id).orElseThrow(Introuvable::new);
        journal.ouverture(sujet);
        List<UUID> enfants = jdbc.sql("select enfant_id from information_mineur where information_id = ? order by ordre").param(id)
                .query(UUID.class).list();
        Map<UUID, NomEnfant> noms = dossiers.nomsDe(enfants);
        List<NavetteLue> navettes = navettes(id);
        Set<UUID> personnes = new HashSet<>();
        Stream.of(information.saisiePar(), information.analyseePar()).filter(java.util.Objects::nonNull).forEach(personnes::add);
        Ip ip = ip(information.ipId());
        return new Lue(information, transmetteur(information), enfants.stream().map(noms::get).filter(java.util.Objects::nonNull).toList(),
                dossiers.titulaires(enfants), dossiers.foyers(enfants), proches(id, information.ipId()), navettes,
                utilisateurs.noms(personnes), ip == null ? null : ip.numero(), ip == null ? null : ip.etat(),
                ip == null ? information.etat() == EtatInformation.A_ANALYSER : "A_CONFIER".equals(ip.etat()));
    }

    /** Who transmitted, as the person acting may know it. */
    public TransmetteurVu transmetteur(InformationEntrante information) {
        Sujet sujet = Sujet.information(information.id());
        Set<String> mandatees = new HashSet<>(acces.unites(sujet, Acces.Titre.PILOTE));
        mandatees.addAll(acces.unites(sujet, Acces.Titre.ASSOCIEE));
        Transmetteur t = information.transmetteur();
        if (t.anonyme()) {
            return new TransmetteurVu(false, null, null, null, false, true, false);
        }
        return new RegardTransmetteur(IdentiteCourante.exiger(), departement.profil().recueil()).voit(information, mandatees)
                ? new TransmetteurVu(false, t.nom(), t.qualite(), t.contact(), t.professionnel(), false, t.confidentiel())
                : new TransmetteurVu(true, null, null, null, t.professionnel(), false, t.confidentiel());
    }

    private record Ip(String numero, String etat) {
    }

    private Ip ip(UUID id) {
        return id == null ? null : jdbc.sql("select numero, etat from information_preoccupante where id = ?").param(id).query(Ip.class).single();
    }

    private List<NavetteLue> navettes(UUID id) {
        Identite qui = IdentiteCourante.exiger();
        boolean mission = acces.peutUne(List.of(Mission.RECUEIL, Mission.MANDAT), Sujet.information(id));
        return jdbc.sql("""
                select n.*, concat_ws(' ', p.prenom, p.nom) as posee_nom, concat_ws(' ', r.prenom, r.nom) as repondue_nom,
                    (select min(e.date_legale) from echeance e where e.objet_id = n.id and e.etat <> 'ANNULEE') as attendue_le
                from fiche_navette n left join utilisateur p on p.id = n.posee_par left join utilisateur r on r.id = n.repondue_par
                where n.information_id = ? order by n.posee_le, n.id""").param(id)
                .query((rs, n) -> new NavetteLue(rs.getObject("id", UUID.class), rs.getString("service"), rs.getString("unite_id"),
                        rs.getString("question"), rs.getTimestamp("posee_le").toInstant(), rs.getString("posee_nom"),
                        rs.getObject("attendue_le", LocalDate.class), rs.getInt("relances"), instant(rs.getTimestamp("relancee_le")),
                        rs.getString("reponse"), instant(rs.getTimestamp("repondue_le")), rs.getString("repondue_nom"),
                        rs.getString("sans_objet_motif"), rs.getLong("version"), rs.getTimestamp("repondue_le") == null
                                && (mission || rs.getString("unite_id") != null && qui.unites().contains(rs.getString("unite_id"))))).list();
    }

    /** Other informations not yet analysed and every IP about the same children, most recent first. */
    private List<Proche> proches(UUID id, UUID ipId) {
        Acces.Filtre information = acces.filtre("'INFORMATION'", "x.id");
        Acces.Filtre ip = acces.filtre("'IP'", "x.id");
        return jdbc.sql("""
                with enfants as (select enfant_id from information_mineur where information_id = :id)
                select 'INFORMATION' as genre, x.id, x.numero, x.etat, x.unite_id, x.recue_le, false as joignable, %s as vue,
                    (select array_agg(m.enfant_id) from information_mineur m join enfants using (enfant_id) where m.information_id = x.id) as enfants
                from information_entrante x where x.id <> :id and x.etat = 'A_ANALYSER'
                    and x.id in (select m.information_id from information_mineur m join enfants using (enfant_id))
                union all
                select 'IP', x.id, x.numero, x.etat, coalesce(x.unite_pilote, i.unite_id), x.recue_le,
                    x.etat in ('A_CONFIER', 'A_DESIGNER', 'EN_EVALUATION', 'A_DECIDER', 'PRECISION_DEMANDEE'), %s,
                    (select array_agg(m.enfant_id) from mineur_concerne m join enfants using (enfant_id) where m.ip_id = x.id and m.retire_le is null)
                from information_preoccupante x join information_entrante i on i.id = x.information_initiale_id
                where x.id is distinct from :ip
                    and x.id in (select m.ip_id from mineur_concerne m join enfants using (enfant_id) where m.retire_le is null)
                order by recue_le desc limit 50""".formatted(information.sql(), ip.sql()))
                .param("id", id).param("ip", ipId, java.sql.Types.OTHER).params(information.parametres())
                .query((rs, n) -> {
                    boolean vue = rs.getBoolean("vue");
                    return new Proche(rs.getString("genre"), vue ? rs.getObject("id", UUID.class) : null, vue ? rs.getString("numero") : null,
                            vue ? rs.getString("etat") : null, rs.getString("unite_id"), vue ? horloge.jour(rs.getTimestamp("recue_le").toInstant()) : null,
                            vue && rs.getBoolean("joignable"), List.of((UUID[]) rs.getArray("enfants").getArray()));
                }).list();
    }

    private static Instant instant(java.sql.Timestamp t) {
        return t == null ? null : t.toInstant();
    }
}
