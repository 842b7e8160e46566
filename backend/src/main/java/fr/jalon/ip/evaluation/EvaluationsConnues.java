package fr.jalon.ip.evaluation;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.RegardDonnees;
import fr.jalon.commun.Sujet;
import fr.jalon.departement.Departement;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What evaluations handed in say of a child, for a file that must not ask it again: those in sight of whoever reads. */
@Component
public class EvaluationsConnues {

    /** @param conclusion in words, with the natures of danger; {@code motivation} as the evaluators wrote it */
    public record EvaluationConnue(UUID ipId, String numero, Instant rendueLe, String conclusion, String motivation) {
    }

    /** An opinion that was answered. {@code partenaire} is a code of the list {@code partenaires}. */
    public record AvisConnu(UUID ipId, String numero, String partenaire, String partenaireLibelle, String destinataire, LocalDate recuLe, String reponse) {
    }

    private static final int AU_PLUS = 3;

    private final Acces acces;
    private final Departement departement;
    private final JdbcClient jdbc;
    private final RegardDonnees regard;

    EvaluationsConnues(Acces acces, Departement departement, JdbcClient jdbc, RegardDonnees regard) {
        this.regard = regard;
        this.acces = acces;
        this.departement = departement;
        this.jdbc = jdbc;
    }

    /** Conclusions, latest first. */
    public List<EvaluationConnue> conclusions(Collection<UUID> enfants) {
        Acces.Filtre vue = acces.filtre("'IP'", "p.id");
        return jdbc.sql("""
                select p.id, p.numero, r.rendu_le, c.conclusion, c.natures, c.motivation from mineur_concerne m
                join conclusion_mineur c on c.mineur_id = m.id join information_preoccupante p on p.id = m.ip_id
                join remise_rapport r on r.ip_id = p.id and r.annulee_le is null
                where m.enfant_id = any(:enfants) and m.retire_le is null and c.conclusion is not null and\s""" + vue.sql()
                + " order by r.rendu_le desc limit " + AU_PLUS).param("enfants", enfants.toArray(UUID[]::new)).params(vue.parametres())
                .query((l, n) -> new EvaluationConnue(l.getObject("id", UUID.class), l.getString("numero"), instant(l.getTimestamp("rendu_le")),
                        dite(l.getString("conclusion"), (String[]) l.getArray("natures").getArray()), l.getString("motivation"))).list();
    }

    /** Answers of school, doctor and services about the child or all the children of the IP, latest first. */
    public List<AvisConnu> avis(Collection<UUID> enfants) {
        Acces.Filtre vue = acces.filtre("'IP'", "p.id");
        return jdbc.sql("""
                select p.id, p.numero, a.partenaire, a.destinataire, a.recu_le, a.reponse from mineur_concerne m
                join information_preoccupante p on p.id = m.ip_id join avis_demande a on a.ip_id = p.id and (a.mineur_id is null or a.mineur_id = m.id)
                where m.enfant_id = any(:enfants) and m.retire_le is null and a.recu_le is not null and nullif(trim(a.reponse), '') is not null and\s"""
                + vue.sql() + " order by a.recu_le desc limit 12").param("enfants", enfants.toArray(UUID[]::new)).params(vue.parametres())
                .query((l, n) -> new AvisConnu(l.getObject("id", UUID.class), l.getString("numero"), l.getString("partenaire"),
                        departement.profil().libelle("partenaires", l.getString("partenaire")), l.getString("destinataire"),
                        l.getObject("recu_le", LocalDate.class), l.getString("reponse"))).list().stream()
                .filter(a -> regard.lit(regard.duPartenaire(a.partenaire()), Sujet.ip(a.ipId()))).toList();
    }

    private String dite(String conclusion, String[] natures) {
        String dite = ConclusionEvaluation.valueOf(conclusion).libelle();
        return natures.length == 0 ? dite : dite + " (" + String.join(", ", Arrays.stream(natures)
                .map(n -> departement.profil().libelle("natures-danger", n).toLowerCase(java.util.Locale.FRENCH)).toList()) + ")";
    }

    private static Instant instant(Timestamp t) {
        return t == null ? null : t.toInstant();
    }
}
