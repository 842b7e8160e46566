package fr.jalon.projet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.commun.Avertissements.Avertissement;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is told of a version before it is established: each asks for a reason, none blocks. */
@Component
class PointsDeVersion {

    private final ObjectProvider<ContenuDeVersion> contenu;
    private final JdbcClient jdbc;

    PointsDeVersion(ObjectProvider<ContenuDeVersion> contenu, JdbcClient jdbc) {
        this.contenu = contenu;
        this.jdbc = jdbc;
    }

    List<Avertissement> de(Projet p) {
        return de(p.id(), p.versionId());
    }

    List<Avertissement> de(UUID projetId, UUID versionId) {
        List<Avertissement> points = new ArrayList<>();
        String modele = jdbc.sql("select modele from projet_version where id = ?").param(versionId).query(String.class).single();
        Map<String, String> domaines = contenu.getObject().domaines(modele);
        Set<String> ecrits = new HashSet<>(jdbc.sql("select distinct domaine from projet_objectif where version_id = ?").param(versionId)
                .query(String.class).list());
        String vides = domaines.entrySet().stream().filter(e -> !ecrits.contains(e.getKey())).map(e -> "«\u00a0" + e.getValue() + "\u00a0»")
                .collect(Collectors.joining(", "));
        if (!vides.isEmpty()) {
            points.add(new Avertissement("DOMAINE_VIDE", "Aucun objectif n’est écrit pour " + vides + "."));
        }
        if (!parentsVenus(projetId)) {
            points.add(new Avertissement("PARENTS_JAMAIS_VENUS", "Aucun titulaire de l’autorité parentale n’est venu à une rencontre."));
        }
        long orphelines = jdbc.sql("""
                select count(*) from projet_action where version_id = ? and utilisateur_id is null and service_id is null and nullif(trim(qui), '') is null""")
                .param(versionId).query(Long.class).single();
        if (orphelines > 0) {
            points.add(new Avertissement("ACTION_SANS_RESPONSABLE", orphelines == 1 ? "Une action n’a personne pour la faire."
                    : orphelines + "\u00a0actions n’ont personne pour les faire."));
        }
        return points;
    }

    /** Whether the health part (L223-1-1: medical and psychological evaluation) is written. */
    boolean voletMedical(UUID versionId) {
        return jdbc.sql("""
                select exists (select 1 from projet_partie where version_id = ? and code in ('bilan-medical', 'sante') and trim(texte) <> '')""")
                .param(versionId).query(Boolean.class).single();
    }

    private boolean parentsVenus(UUID projetId) {
        return jdbc.sql("""
                select exists (select 1 from projet_rencontre r join projet_rencontre_personne x on x.rencontre_id = r.id
                where r.projet_id = ? and r.annulee_le is null and r.statut = 'TENUE' and x.qualite = 'TITULAIRE' and x.presence = 'PRESENTE')""")
                .param(projetId).query(Boolean.class).single();
    }
}
