package fr.jalon.mesure.attente;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.NomEnfant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Measures exercised now in a territory, by product and service, the terms ahead, and the list behind each figure. */
@Service
@Transactional(readOnly = true)
public class MesuresExercees {

    /**
     * @param termePasse exercised beyond the term, nobody having recorded what follows
     * @param termes30 term within thirty days, {@code termes90} within ninety (the first thirty included)
     */
    public record LigneExercees(String produit, String produitLibelle, String service, String serviceNom, int exercees, int suspendues,
            int termePasse, int termes30, int termes90) {
    }

    /** @param service id of a service, {@link CriteresAttente#SANS_SERVICE} for none, or null for all */
    public record Criteres(String unite, String produit, String service, TrancheExercees tranche) {
    }

    /** @param jours days to the term, negative beyond; null without term */
    public record Exercee(UUID id, String numero, String enfant, String age, String cadre, String baseLegale, String produitLibelle, String unite,
            String service, boolean suspendue, LocalDate demarreeLe, LocalDate terme, Integer jours) {
    }

    public record Page(String libelle, long total, List<Exercee> lignes, String suivante) {
    }

    static final int TAILLE_MAX = 200;

    /** A measure without term comes last. */
    private static final String TRI = "coalesce(m.terme, date '9999-12-31')";

    private record Selection(String ou, Map<String, Object> parametres) {
    }

    private record Lue(UUID enfant, LocalDate cle, Exercee ligne) {
    }

    private final JdbcClient jdbc;
    private final Acces acces;
    private final Horloge horloge;
    private final Departement departement;
    private final MotsMesure mots;
    private final LectureAttente attente;
    private final Dossiers dossiers;

    MesuresExercees(JdbcClient jdbc, Acces acces, Horloge horloge, Departement departement, MotsMesure mots, LectureAttente attente,
            Dossiers dossiers) {
        this.jdbc = jdbc;
        this.acces = acces;
        this.horloge = horloge;
        this.departement = departement;
        this.mots = mots;
        this.attente = attente;
        this.dossiers = dossiers;
    }

    public List<LigneExercees> lire(String unite) {
        Selection s = selection(new Criteres(unite, null, null, TrancheExercees.TOUTES));
        Map<String, String> noms = departement.noms();
        return jdbc.sql("select m.produit, m.service_id, m.exercice, " + compte(TrancheExercees.EXERCEES) + ", " + compte(TrancheExercees.SUSPENDUES)
                + ", " + compte(TrancheExercees.TERME_PASSE) + ", " + compte(TrancheExercees.TERMES_30) + ", " + compte(TrancheExercees.TERMES_90)
                + " from mesure m where " + s.ou() + " group by 1, 2, 3 order by 1, 4 desc, 2").params(s.parametres())
                .query((rs, n) -> {
                    String service = rs.getString("service_id");
                    return new LigneExercees(rs.getString("produit"), mots.produit(rs.getString("produit")), service,
                            quiExerce(service, rs.getString("exercice"), noms), rs.getInt("exercees"), rs.getInt("suspendues"),
                            rs.getInt("terme_passe"), rs.getInt("termes_30"), rs.getInt("termes_90"));
                }).list();
    }

    /** The measures a figure counts, the nearest term first; found by key whatever the page. */
    public Page page(Criteres criteres, String apres, int taille) {
        TrancheExercees tranche = criteres.tranche() == null ? TrancheExercees.TOUTES : criteres.tranche();
        Selection s = selection(new Criteres(criteres.unite(), criteres.produit(), criteres.service(), tranche));
        long total = jdbc.sql("select count(*) from mesure m where " + s.ou()).params(s.parametres()).query(Long.class).single();
        Map<String, Object> parametres = new HashMap<>(s.parametres());
        String suite = "";
        if (apres != null && !apres.isBlank()) {
            suite = " and (" + TRI + ", m.id) > (:apresTerme, :apresId)";
            parametres.putAll(cle(apres));
        }
        // A measure for named people only is counted and not told.
        Acces.Filtre nommees = acces.filtre("'MESURE'", "m.id");
        parametres.putAll(nommees.parametres());
        int bornee = Math.max(1, Math.min(taille, TAILLE_MAX));
        Map<String, String> noms = departement.noms();
        List<Lue> lues = jdbc.sql("select m.*, " + TRI + " as cle from mesure m where " + s.ou() + " and " + nommees.sql() + suite
                + " order by " + TRI + ", m.id limit :limite")
                .params(parametres).param("limite", bornee + 1).query((rs, n) -> lire(rs, noms)).list();
        boolean reste = lues.size() > bornee;
        List<Lue> page = reste ? lues.subList(0, bornee) : lues;
        Map<UUID, NomEnfant> enfants = page.isEmpty() ? Map.of() : dossiers.nomsDe(page.stream().map(Lue::enfant).collect(Collectors.toSet()));
        return new Page(tranche.libelle(), total, page.stream().map(l -> nommer(l, enfants.get(l.enfant()))).toList(),
                reste ? page.get(bornee - 1).cle() + "_" + page.get(bornee - 1).ligne().id() : null);
    }

    private Selection selection(Criteres c) {
        Identite qui = attente.exigerMission();
        LocalDate jour = horloge.aujourdhui();
        List<String> conditions = new ArrayList<>(List.of("m.etat in ('EXERCEE', 'SUSPENDUE')", "(" + c.tranche().condition() + ")"));
        Map<String, Object> parametres = new HashMap<>(Map.of("jour", jour, "jour30", jour.plusDays(30), "jour90", jour.plusDays(90)));
        if (!qui.departement()) {
            conditions.add("m.unite_id = any(:territoire)");
            parametres.put("territoire", qui.unites().toArray(String[]::new));
            Acces.Filtre vue = acces.filtreDuTerritoire("'MESURE'", "m.id");
            conditions.add(vue.sql());
            parametres.putAll(vue.parametres());
        }
        if (c.unite() != null) {
            conditions.add("m.unite_id = :unite");
            parametres.put("unite", c.unite());
        }
        if (c.produit() != null) {
            conditions.add("m.produit = :produit");
            parametres.put("produit", c.produit());
        }
        if (CriteresAttente.SANS_SERVICE.equals(c.service())) {
            conditions.add("m.service_id is null");
        } else if (c.service() != null) {
            conditions.add("m.service_id = :service");
            parametres.put("service", c.service());
        }
        return new Selection(String.join(" and ", conditions), parametres);
    }

    private static String compte(TrancheExercees t) {
        return "count(*) filter (where " + t.condition() + ") as " + t.name().toLowerCase(java.util.Locale.ROOT);
    }

    private String quiExerce(String service, String exercice, Map<String, String> noms) {
        return service != null ? noms.getOrDefault(service, service) : "UNITE".equals(exercice) ? departement.profil().mot("unites") : "À affecter";
    }

    private Lue lire(ResultSet rs, Map<String, String> noms) throws SQLException {
        LocalDate terme = rs.getObject("terme", LocalDate.class);
        return new Lue(rs.getObject("enfant_id", UUID.class), rs.getObject("cle", LocalDate.class), new Exercee(rs.getObject("id", UUID.class),
                rs.getString("numero"), null, null, rs.getString("cadre"), mots.base(rs.getString("base_legale")), mots.produit(rs.getString("produit")),
                noms.getOrDefault(rs.getString("unite_id"), rs.getString("unite_id")), quiExerce(rs.getString("service_id"), rs.getString("exercice"), noms),
                rs.getString("etat").equals("SUSPENDUE"), rs.getObject("demarree_le", LocalDate.class), terme,
                terme == null ? null : (int) ChronoUnit.DAYS.between(horloge.aujourdhui(), terme)));
    }

    private static Exercee nommer(Lue lue, NomEnfant nom) {
        Exercee e = lue.ligne();
        return new Exercee(e.id(), e.numero(), nom == null ? "Enfant non nommé" : nom.affiche(), nom == null ? null : nom.age(), e.cadre(),
                e.baseLegale(), e.produitLibelle(), e.unite(), e.service(), e.suspendue(), e.demarreeLe(), e.terme(), e.jours());
    }

    private static Map<String, Object> cle(String texte) {
        try {
            String[] parts = texte.split("_", 2);
            return Map.of("apresTerme", LocalDate.parse(parts[0]), "apresId", UUID.fromString(parts[1]));
        } catch (RuntimeException e) {
            throw Refus.champ("apres", "Cette page n’existe plus : reprenez la liste au début.");
        }
    }
}
