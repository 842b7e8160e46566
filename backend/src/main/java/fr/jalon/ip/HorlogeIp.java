package fr.jalon.ip;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.dossier.Naissance;
import fr.jalon.echeance.Attendue;
import fr.jalon.echeance.Echeances;
import fr.jalon.echeance.Origine;
import fr.jalon.processus.Processus;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the due dates of an IP equal to what its state asks for: every act calls it, whatever it changed. Two clocks run from
 * reception: the evaluation of each minor, to the report, and the full processing, to the decisions and the letters.
 */
@Component
public class HorlogeIp {

    /** Still owed when the IP ended without decision: the receipt of a transfer, and what whoever transmitted is told of their information. */
    private static final Set<String> APRES_LA_FIN = Set.of("ACCUSE_TRANSFERT", "RETOUR_TRANSMETTEUR_PRO", "RETOUR_TRANSMETTEUR_DEMANDE",
            "RETOUR_119");

    private final Echeances echeances;
    private final EtatHorloge etats;
    private final Processus processus;
    private final ObjectProvider<Attentes> attentes;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    HorlogeIp(Echeances echeances, EtatHorloge etats, Processus processus, ObjectProvider<Attentes> attentes, Horloge horloge,
            JdbcClient jdbc) {
        this.echeances = echeances;
        this.etats = etats;
        this.processus = processus;
        this.attentes = attentes;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    /** Sets, moves, meets or cancels what must be; called twice it changes nothing the second time. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void suivre(InformationPreoccupante ip) {
        echeances.accorder(Sujet.ip(ip.id()), unite(ip), attendues(ip),
                ip.etat() == EtatIp.CLOSE_SANS_DECISION ? "CLOTURE_" + ip.motifCloture() : "ACTE");
    }

    /** What {@link #suivre} would change: empty when every due date equals its source. Writes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Echeances.Ecart> verifier(InformationPreoccupante ip) {
        return echeances.verifier(Sujet.ip(ip.id()), attendues(ip));
    }

    /** Due dates the present state of the IP asks for. */
    List<Attendue> attendues(InformationPreoccupante ip) {
        if (ip.etat() == EtatIp.ANNULEE) {
            return List.of();
        }
        List<Attendue> attendues = new ArrayList<>();
        Origine reception = Origine.de(ip.recueLe(), horloge.zone());
        for (EtatHorloge.Mineur m : etats.mineurs(ip.id())) {
            attendues.add(new Attendue(regle(ip, m.naissance(), reception.jour()), Sujet.mineur(m.id()), reception, ip.rapportRenduLe()));
        }
        attendues.add(new Attendue("TRAITEMENT", null, reception, ip.etat() == EtatIp.CLOSE_SANS_DECISION ? null : ip.closeLe()));
        for (EtatHorloge.Information i : etats.informations(ip.id())) {
            Attendue retour = retour(i);
            if (retour != null) {
                attendues.add(retour);
            }
        }
        attentes.forEach(a -> attendues.addAll(a.de(ip.id())));
        // An ending that is not a decision leaves nothing else to wait for; what was met before stays.
        return ip.etat() == EtatIp.CLOSE_SANS_DECISION
                ? attendues.stream().filter(a -> a.satisfaiteLe() != null || APRES_LA_FIN.contains(a.regle())).toList() : attendues;
    }

    /**
     * The table {@code regle-delai} chooses the rule of each minor. Until a track is chosen the proposed one counts; an open
     * {@code levée de doutes} leaves the common delay.
     */
    private String regle(InformationPreoccupante ip, Naissance naissance, LocalDate reception) {
        Map<String, Object> donnees = new HashMap<>();
        donnees.put("voie", ip.voie() != null ? ip.voie() : ip.leveeDeDoutes() ? null : ip.voieProposee());
        donnees.put("danger", ip.urgence());
        // An expected child is under two on the day of reception, whenever it is born.
        donnees.put("moinsDeDeuxAns", naissance.aNaitre() || naissance.moinsDeDeuxAns(reception));
        Object regle = processus.evaluer("regle-delai", donnees).get("regle");
        return regle == null ? "EVALUATION" : regle.toString();
    }

    /** The right of whoever transmitted to be told: automatic for a professional, on request for anybody else (L226-5). */
    private Attendue retour(EtatHorloge.Information i) {
        Sujet objet = Sujet.information(i.id());
        if ("SNATED_119".equals(i.nature())) {
            return new Attendue("RETOUR_119", objet, Origine.de(i.recueLe(), horloge.zone()), i.retourLe());
        }
        // Another département is one whatever the form says of who wrote, and is told as such (L221-3).
        boolean departement = "AUTRE_DEPARTEMENT".equals(i.nature());
        if (i.anonyme() && !departement) {
            return null;
        }
        if (i.professionnel() || departement) {
            return new Attendue("RETOUR_TRANSMETTEUR_PRO", objet, Origine.de(i.recueLe(), horloge.zone()), i.retourLe());
        }
        return i.demandeLe() == null ? null
                : new Attendue("RETOUR_TRANSMETTEUR_DEMANDE", objet, Origine.de(i.demandeLe()), i.retourLe());
    }

    private String unite(InformationPreoccupante ip) {
        return ip.unitePilote() != null ? ip.unitePilote()
                : jdbc.sql("select unite_id from information_entrante where id = ?").param(ip.informationInitialeId())
                        .query(String.class).optional().orElse(null);
    }
}
