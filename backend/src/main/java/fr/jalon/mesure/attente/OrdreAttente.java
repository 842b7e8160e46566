package fr.jalon.mesure.attente;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.mesure.ActesMesure;
import fr.jalon.mesure.GenreActe;
import fr.jalon.mesure.Mesure;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proposing another order than that of arrival, with the reason. The latest proposal stands until the measure starts; nothing puts a
 * judicial measure before an administrative one but people.
 */
@Service
@Transactional
public class OrdreAttente {

    static final int MOTIF_MAX = 1000;

    private final LectureAttente lecture;
    private final ActesMesure actes;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    OrdreAttente(LectureAttente lecture, ActesMesure actes, Horloge horloge, JdbcClient jdbc) {
        this.lecture = lecture;
        this.actes = actes;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    /**
     * @param repere the measure to stand beside
     * @param avant just before it, or just after
     * @throws Introuvable when the measure is out of sight
     */
    public void proposer(UUID mesureId, UUID repere, boolean avant, String motif) {
        Mesure mesure = actes.ouvrir(mesureId, mission(), null);
        String dit = exigerMotif(motif);
        List<MesureEnAttente> file = lecture.lire().stream().filter(m -> !m.accord()).sorted(FileAttente.comparateur(TriAttente.ORDRE)).toList();
        MesureEnAttente deplacee = file.stream().filter(m -> m.id().equals(mesureId)).findFirst()
                .orElseThrow(() -> Refus.global("Cette mesure n’est plus en attente d’exercice : relisez la liste."));
        if (mesureId.equals(repere)) {
            throw Refus.champ("repere", "Choisissez une autre mesure comme repère.");
        }
        BigDecimal place = FileAttente.place(file, mesureId, repere, avant)
                .orElseThrow(() -> Refus.champ("repere", "La mesure prise comme repère n’est plus en attente : relisez la liste."));
        UUID acte = noter(mesure, place.compareTo(deplacee.place()) < 0 ? "AVANCEE" : "RECULEE", dit);
        jdbc.sql("""
                insert into attente_rang(mesure_id, rang, motif, propose_le, propose_par, acte_id) values (:mesure, :rang, :motif, :le, :par, :acte)
                on conflict (mesure_id) do update set rang = excluded.rang, motif = excluded.motif, propose_le = excluded.propose_le,
                    propose_par = excluded.propose_par, acte_id = excluded.acte_id""")
                .param("mesure", mesureId).param("rang", place).param("motif", dit).param("le", Timestamp.from(horloge.maintenant()))
                .param("par", IdentiteCourante.exiger().utilisateurId()).param("acte", acte).update();
        actes.suivre(mesure, "proposer-rang");
    }

    /** Back to the order of arrival. */
    public void retirer(UUID mesureId, String motif) {
        Mesure mesure = actes.ouvrir(mesureId, mission(), null);
        if (jdbc.sql("delete from attente_rang where mesure_id = ?").param(mesureId).update() == 0) {
            throw Refus.global("Personne n’a proposé d’autre place que celle de son arrivée pour cette mesure.");
        }
        noter(mesure, "ARRIVEE", exigerMotif(motif));
        actes.suivre(mesure, "proposer-rang");
    }

    private UUID noter(Mesure mesure, String sens, String motif) {
        return actes.noter(mesure, GenreActe.RANG, horloge.aujourdhui(), Map.of("nature", sens), null, motif);
    }

    /** The REF of the territory, or whoever supervises it. */
    private static Mission mission() {
        Identite qui = IdentiteCourante.exiger();
        return !qui.a(Mission.MESURE) && qui.a(Mission.SUPERVISION) ? Mission.SUPERVISION : Mission.MESURE;
    }

    private static String exigerMotif(String motif) {
        if (motif == null || motif.isBlank()) {
            throw Refus.champ("motif", "Écrivez en une phrase pourquoi vous proposez cet ordre.");
        }
        if (motif.length() > MOTIF_MAX) {
            throw Refus.champ("motif", "Le motif tient en " + MOTIF_MAX + " caractères au plus.");
        }
        return motif.strip();
    }
}
