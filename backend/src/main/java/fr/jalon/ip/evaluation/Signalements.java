package fr.jalon.ip.evaluation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;
import fr.jalon.ip.ActesIp;
import fr.jalon.ip.CritereL2264;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.MineurConcerne;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signalements to the judicial authority, minor by minor, at any step: the evaluation goes on beside (D226-2-4). Callers hold the IP
 * open through {@link ActesIp} and have checked the right to act.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Signalements {

    /**
     * A signalement about to be sent on.
     *
     * @param id chosen by the form, so that a double click sends once; null for a new one
     */
    public record NouveauSignalement(UUID id, UUID mineurId, Instant transmisLe, DestinataireSignalement destinataire, String juridiction,
            CritereL2264 critere, String actionsTentees, String expose, String reference) {
    }

    /** A signalement as written; {@code annuleLe} is null while it stands. */
    public record Signalement(UUID id, UUID ipId, UUID mineurId, Instant transmisLe, DestinataireSignalement destinataire,
            String juridiction, CritereL2264 critere, String actionsTentees, String expose, String reference, String etape,
            Instant saisieLe, UUID saisiePar, Instant annuleLe, String annuleMotif) {

        public boolean vivant() {
            return annuleLe == null;
        }
    }

    private final JdbcClient jdbc;
    private final ActesIp actes;
    private final Evenements evenements;
    private final Horloge horloge;

    Signalements(JdbcClient jdbc, ActesIp actes, Evenements evenements, Horloge horloge) {
        this.jdbc = jdbc;
        this.actes = actes;
        this.evenements = evenements;
        this.horloge = horloge;
    }

    /**
     * Records that a minor was referred.
     *
     * @throws Refus a date to come or before the information was received, no criterion, no action told where the criterion calls for it
     */
    public UUID transmettre(InformationPreoccupante ip, NouveauSignalement s) {
        UUID id = s.id() != null ? s.id() : Ids.nouveau();
        if (deja(id, ip.id())) {
            return id;
        }
        verifier(ip, s);
        MineurConcerne mineur = actes.mineurs(ip).stream().filter(m -> m.id().equals(s.mineurId())).findFirst()
                .orElseThrow(() -> Refus.champ("mineurId", "Choisissez un mineur de ce dossier."));
        UUID evenement = evenements.ajouter(NouvelEvenement.de("signalement.transmis").survenu(s.transmisLe())
                .unite(actes.unite(ip)).element(ip.etat().etape()).sujet(Sujet.ip(ip.id())).sujet(Sujet.mineur(mineur.id()))
                .sujet(Sujet.enfant(mineur.enfantId())).dimension("critere", s.critere()).dimension("destinataire", s.destinataire()));
        jdbc.sql("""
                insert into signalement(id, ip_id, mineur_id, transmis_le, destinataire, juridiction, critere, actions_tentees, expose,
                    reference, etape, saisie_le, saisie_par, evenement_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id, ip.id(), mineur.id(), Timestamp.from(s.transmisLe()), s.destinataire().name(), Textes.net(s.juridiction()),
                        s.critere().name(), Textes.net(s.actionsTentees()), Textes.net(s.expose()), Textes.net(s.reference()),
                        ip.etat().etape(), Timestamp.from(horloge.maintenant()),
                        IdentiteCourante.siPresente().map(Identite::utilisateurId).orElse(null), evenement)
                .update();
        return id;
    }

    private void verifier(InformationPreoccupante ip, NouveauSignalement s) {
        List<Refus.Erreur> erreurs = new ArrayList<>();
        if (s.transmisLe() == null) {
            erreurs.add(new Refus.Erreur("transmisLe", "Indiquez la date et l’heure de la transmission."));
        } else if (s.transmisLe().isAfter(horloge.maintenant())) {
            erreurs.add(new Refus.Erreur("transmisLe", "La transmission ne peut pas être à venir."));
        } else if (s.transmisLe().isBefore(ip.recueLe())) {
            erreurs.add(new Refus.Erreur("transmisLe", "La transmission ne peut pas précéder la réception de l’information."));
        }
        if (s.destinataire() == null) {
            erreurs.add(new Refus.Erreur("destinataire", "Choisissez l’autorité judiciaire destinataire."));
        }
        if (s.critere() == null) {
            erreurs.add(new Refus.Erreur("critere", "Choisissez le cas de l’article L226-4."));
        } else if (s.critere().actionsAttendues() && Textes.net(s.actionsTentees()) == null) {
            erreurs.add(new Refus.Erreur("actionsTentees", "Dites au procureur les actions déjà menées ou tentées (L226-4)."));
        }
        if (!erreurs.isEmpty()) {
            throw new Refus(erreurs);
        }
    }

    /** It was entered by mistake: the line stays, struck through, with the reason. */
    public void annuler(InformationPreoccupante ip, UUID id, String motif) {
        if (Textes.net(motif) == null) {
            throw Refus.champ("motif", "Écrivez pourquoi ce signalement est annulé.");
        }
        UUID evenement = jdbc.sql("select evenement_id from signalement where id = ? and ip_id = ? and annule_le is null")
                .params(id, ip.id()).query(UUID.class).optional().orElseThrow(Introuvable::new);
        jdbc.sql("update signalement set annule_le = ?, annule_motif = ? where id = ?")
                .params(Timestamp.from(horloge.maintenant()), Textes.net(motif), id).update();
        evenements.annuler(evenement, "signalement.annule", Textes.net(motif));
    }

    /** All those of an IP, oldest first, cancelled ones included. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Signalement> de(UUID ipId) {
        return jdbc.sql("""
                select id, ip_id, mineur_id, transmis_le, destinataire, juridiction, critere, actions_tentees, expose, reference, etape,
                    saisie_le, saisie_par, annule_le, annule_motif
                from signalement where ip_id = ? order by transmis_le, id""").param(ipId).query((l, n) -> new Signalement(
                        l.getObject("id", UUID.class), l.getObject("ip_id", UUID.class), l.getObject("mineur_id", UUID.class),
                        l.getTimestamp("transmis_le").toInstant(), DestinataireSignalement.valueOf(l.getString("destinataire")),
                        l.getString("juridiction"), CritereL2264.valueOf(l.getString("critere")), l.getString("actions_tentees"),
                        l.getString("expose"), l.getString("reference"), l.getString("etape"), l.getTimestamp("saisie_le").toInstant(),
                        l.getObject("saisie_par", UUID.class), Lignes.instant(l, "annule_le"), l.getString("annule_motif"))).list();
    }

    /** Minors of an IP for whom a signalement stands. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Set<UUID> mineursSignales(UUID ipId) {
        return de(ipId).stream().filter(Signalement::vivant).map(Signalement::mineurId).collect(Collectors.toSet());
    }

    private boolean deja(UUID id, UUID ipId) {
        return jdbc.sql("select ip_id from signalement where id = ?").param(id).query(UUID.class).optional().map(autre -> {
            if (!autre.equals(ipId)) {
                throw new Introuvable();
            }
            return true;
        }).orElse(false);
    }
}
