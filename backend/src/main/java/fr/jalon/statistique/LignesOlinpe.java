package fr.jalon.statistique;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.departement.Departement;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One line an event of a measure that stands, told in a year; a date leaves only its month. Young people under twenty-one. Values are codes: nobody's
 * name is read here.
 */
@Component
class LignesOlinpe {

    static final Set<String> CHAMPS = Set.of("departement", "identifiant", "precedent", "sexe", "anneeNaissance", "moisNaissance", "deces", "evenement",
            "mois", "moisDecision", "moisDebut", "moisFin", "cadre", "base", "autorite", "lieu", "motifFin", "ppe", "mdph");

    /** What the text calls an event: neither the day a measure begins nor what is changed in it. */
    private static final Set<String> OFFICIELS = Set.of("PRONONCE", "RENOUVELLEMENT", "FIN");

    /**
     * @param enfant that stands since merges; never leaves in the file of events but as an opaque key
     * @param unite that follows the measure
     */
    record Ligne(UUID enfant, UUID mesure, String unite, YearMonth mois, boolean accueil, Map<String, String> champs) {

        boolean due(DictionnaireOlinpe.Si si) {
            return switch (si) {
                case TOUJOURS -> true;
                case OFFICIEL -> OFFICIELS.contains(champs.get("evenement"));
                case COMMENCE -> !est("evenement", "PRONONCE");
                case FIN -> est("evenement", "FIN");
                case ADMINISTRATIF, JUDICIAIRE -> est("cadre", si.name());
                case DOMICILE_ADMINISTRATIF -> !accueil && est("cadre", "ADMINISTRATIF");
                case DOMICILE_JUDICIAIRE -> !accueil && est("cadre", "JUDICIAIRE");
                // A place is known once the measure has begun.
                case ACCUEIL_ADMINISTRATIF -> accueil && est("cadre", "ADMINISTRATIF") && !est("evenement", "PRONONCE");
                case ACCUEIL_JUDICIAIRE -> accueil && est("cadre", "JUDICIAIRE") && !est("evenement", "PRONONCE");
                case PLACEMENT -> accueil && est("cadre", "JUDICIAIRE");
            };
        }

        private boolean est(String champ, String valeur) {
            return valeur.equals(champs.get(champ));
        }
    }

    private static final String EVENEMENTS = """
            with recursive tetes(id, tete, vers) as (
                select e.id, e.id, e.fusionne_vers from enfant e
                union all select t.id, e.id, e.fusionne_vers from tetes t join enfant e on e.id = t.vers)
            select t.tete as enfant_id, m.id as mesure_id, m.unite_id, case v.type when 'mesure.decidee' then 'PRONONCE' when 'mesure.demarree' then 'DEBUT' when 'mesure.renouvelee' then 'RENOUVELLEMENT'
                    when 'mesure.terminee' then 'FIN' when 'mesure.caduque' then 'FIN' else 'MODIFICATION' end as evenement, v.jour,
                m.decidee_le, m.demarree_le, m.finie_le, m.cadre, m.base_legale, m.autorite, m.accueil, case when m.finie_le is not null then coalesce(m.motif_fin, m.etat) end as motif_fin,
                e.sexe, e.naissance_le, e.naissance_precision, e.deces_le,
                (select l.type from lieu_vivant l where l.mesure_id = m.id and l.nature = 'PRINCIPAL' and l.du <= v.jour order by l.du desc limit 1) as lieu,
                exists (select 1 from periode p where p.enfant_id = m.enfant_id and p.genre = 'PROJET_VALIDE' and p.connu_au is null and p.debut <= v.jour
                    and (p.fin is null or p.fin > v.jour)) as ppe,
                exists (select 1 from periode p where p.enfant_id = m.enfant_id and p.genre = 'RELEVE_MDPH' and p.connu_au is null and p.debut <= v.jour
                    and (p.fin is null or p.fin > v.jour)) as mdph,
                (select o.identifiant from olinpe_identifiant o where o.enfant_id = t.tete and o.annee = :annee) as identifiant,
                (select o.identifiant from olinpe_identifiant o where o.enfant_id = t.tete and o.annee < :annee order by o.annee desc limit 1) as precedent
            from evenement_valide v join evenement_sujet s on s.evenement_id = v.id and s.sujet_type = 'MESURE' join mesure m on m.id = s.sujet_id
                join tetes t on t.id = m.enfant_id and t.vers is null join enfant e on e.id = t.tete
            where v.type in ('mesure.decidee', 'mesure.demarree', 'mesure.renouvelee', 'mesure.requalifiee', 'mesure.modulee', 'mesure.cadre-change',
                    'mesure.transferee', 'mesure.terminee', 'mesure.caduque')
                and v.jour >= :du and v.jour <= :au and m.etat <> 'ANNULEE' and (e.naissance_le is null or e.naissance_le > cast(:du as date) - interval '21 years')
            order by v.jour, v.id""";

    private final JdbcClient jdbc;
    private final Departement departement;

    LignesOlinpe(JdbcClient jdbc, Departement departement) {
        this.jdbc = jdbc;
        this.departement = departement;
    }

    List<Ligne> de(int annee) {
        String code = departement.profil().code();
        return jdbc.sql(EVENEMENTS).param("annee", annee).param("du", LocalDate.of(annee, 1, 1)).param("au", LocalDate.of(annee, 12, 31))
                .query((l, n) -> ligne(l, code)).list();
    }

    private static Ligne ligne(ResultSet l, String departement) throws SQLException {
        LocalDate ne = l.getObject("naissance_le", LocalDate.class);
        String precision = l.getString("naissance_precision");
        boolean accueil = l.getBoolean("accueil");
        String cadre = l.getString("cadre");
        YearMonth mois = YearMonth.from(l.getObject("jour", LocalDate.class));
        Map<String, String> c = new HashMap<>();
        c.put("departement", departement);
        c.put("identifiant", l.getString("identifiant"));
        c.put("precedent", l.getString("precedent"));
        c.put("sexe", "INCONNU".equals(l.getString("sexe")) ? null : l.getString("sexe"));
        // « Vers 2014 » is no year of birth, and a year alone no month.
        c.put("anneeNaissance", ne == null || "VERS".equals(precision) ? null : String.valueOf(ne.getYear()));
        c.put("moisNaissance", ne == null || !("EXACTE".equals(precision) || "MOIS".equals(precision)) ? null : "%02d".formatted(ne.getMonthValue()));
        c.put("deces", mois(l, "deces_le"));
        c.put("evenement", l.getString("evenement"));
        c.put("mois", mois.toString());
        c.put("moisDecision", mois(l, "decidee_le"));
        c.put("moisDebut", mois(l, "demarree_le"));
        c.put("moisFin", mois(l, "finie_le"));
        c.put("cadre", cadre);
        c.put("base", l.getString("base_legale"));
        c.put("autorite", l.getString("autorite"));
        c.put("lieu", l.getString("lieu"));
        c.put("motifFin", "FIN".equals(l.getString("evenement")) ? l.getString("motif_fin") : null);
        c.put("ppe", l.getBoolean("ppe") ? "OUI" : "NON");
        c.put("mdph", l.getBoolean("mdph") ? "OUI" : "NON");
        return new Ligne(l.getObject("enfant_id", UUID.class), l.getObject("mesure_id", UUID.class), l.getString("unite_id"), mois, accueil, c);
    }

    private static String mois(ResultSet l, String colonne) throws SQLException {
        LocalDate jour = l.getObject(colonne, LocalDate.class);
        return jour == null ? null : YearMonth.from(jour).toString();
    }
}
