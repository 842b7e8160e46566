package fr.jalon.ip.analyse;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.Refus;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.SaisieFamille;
import fr.jalon.ip.EtatIp;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The children of an information and what is already under way for them. */
@Component
class MineursAnalyses {

    /** States in which a new information joins what is under way; after the decision it opens a new IP. */
    static final List<String> EN_EVALUATION = List.of(EtatIp.A_CONFIER.name(), EtatIp.A_DESIGNER.name(), EtatIp.EN_EVALUATION.name(),
            EtatIp.A_DECIDER.name(), EtatIp.PRECISION_DEMANDEE.name());

    private final JdbcClient jdbc;
    private final Dossiers dossiers;

    MineursAnalyses(JdbcClient jdbc, Dossiers dossiers) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
    }

    /** In the order they were named. */
    List<UUID> de(UUID informationId) {
        return jdbc.sql("select enfant_id from information_mineur where information_id = ? order by ordre").param(informationId)
                .query(UUID.class).list();
    }

    boolean enEvaluation(Collection<UUID> enfants) {
        return jdbc.sql("""
                select exists (select 1 from mineur_concerne m join information_preoccupante ip on ip.id = m.ip_id
                where m.retire_le is null and m.enfant_id = any (:enfants) and ip.etat in (:etats))""")
                .param("enfants", enfants.toArray(UUID[]::new)).param("etats", EN_EVALUATION).query(Boolean.class).single();
    }

    /** IP about these children on which the decision is made or that are closed, most recent first. */
    List<UUID> anterieures(Collection<UUID> enfants, UUID sauf) {
        return jdbc.sql("""
                select ip.id from information_preoccupante ip where ip.id <> :sauf and ip.etat <> 'ANNULEE' and ip.etat not in (:etats) and exists (
                    select 1 from mineur_concerne m where m.ip_id = ip.id and m.retire_le is null and m.enfant_id = any (:enfants))
                order by ip.recue_le desc""")
                .param("sauf", sauf).param("etats", EN_EVALUATION).param("enfants", enfants.toArray(UUID[]::new)).query(UUID.class).list();
    }

    /** @param champ where the form holds them, so that a refusal comes back at its field */
    Collection<UUID> enregistrer(SaisieFamille famille, String unite, String champ) {
        try {
            return new LinkedHashSet<>(dossiers.enregistrer(famille, unite).values());
        } catch (Refus r) {
            throw new Refus(r.erreurs().stream().map(e -> new Refus.Erreur(champ + e.champ(), e.message())).toList());
        }
    }

    /** Reasons given for what was warned, beside those of the intake. */
    void garder(UUID informationId, Map<String, String> passes) {
        jdbc.sql("""
                update information_entrante set avertissements = avertissements || (select jsonb_object_agg(c, m) from unnest(:codes, :motifs) as t(c, m))
                where id = :id""")
                .param("codes", passes.keySet().toArray(String[]::new)).param("motifs", passes.values().toArray(String[]::new))
                .param("id", informationId).update();
    }
}
