package fr.jalon.projet.suivi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.NomEnfant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Coverage: children whose projet is established and not past its revision, among those a measure of whom has been exercised for more than
 * three months. Figures and lists are read from one query.
 */
@Service
@Transactional(readOnly = true)
public class Couverture {

    /**
     * Children of a line.
     *
     * @param code of the unit or of the product; null for the whole
     * @param enfants a measure of whom has been exercised for more than three months
     * @param couverts of these, those whose projet is in force
     * @param part in percent, null when there is nobody
     * @param parCas every open projet, measures of less than three months included
     * @param majeurs of the open projets, those of young people now of age, told apart
     * @param enVigueur projets in force, and {@code avecMep} those set up within a MEP
     */
    public record LigneCouverture(String code, String libelle, long enfants, long couverts, BigDecimal part, Map<CasProjet, Long> parCas, long majeurs,
            long enVigueur, long avecMep, BigDecimal partMep) {
    }

    /** Lines of products may add up to more than the whole: a child under two products counts in each. */
    public record TableauCouverture(LocalDate le, LigneCouverture ensemble, List<LigneCouverture> unites, List<LigneCouverture> produits) {
    }

    /** @param duDenominateur keeps children a measure of whom has run for more than three months */
    public record FiltreCouverture(CasProjet cas, String unite, String produit, Boolean duDenominateur, Boolean majeurs) {
    }

    public record EnfantSuivi(UUID projetId, String numero, String enfant, String age, String unite, LocalDate depuis, LocalDate mesureDepuis,
            LocalDate etabliLe, LocalDate revisionLe, CasProjet cas, String casLibelle, boolean majeur) {
    }

    public record PageCouverture(List<EnfantSuivi> lignes, Long total, String suivante) {
    }

    static final int TAILLE_MAX = 200;

    /** Each open projet once, with the case it is in: the only place where coverage is defined. */
    private static final String BASE = """
            select p.id, p.unite_id, p.produits, p.depuis, p.mesure_depuis, p.etabli_le, p.revision_le,
                case when p.revision_le >= :jour then 'VALIDE' when p.revision_le is not null then 'REVISION_DEPASSEE'
                    when p.depuis + interval '3 months' >= :jour then 'DANS_LES_DELAIS' when p.commence then 'RETARD' else 'JAMAIS_COMMENCE' end as cas,
                p.mesure_depuis + interval '3 months' < :jour as compte, coalesce(p.majeur_le <= :jour, false) as majeur,
                coalesce(p.etabli_avec_mep, false) as mep
            from projet p where p.etat not in ('CLOS', 'ANNULE') and %s""";

    private final JdbcClient jdbc;
    private final Acces acces;
    private final Departement departement;
    private final Dossiers dossiers;
    private final Horloge horloge;

    Couverture(JdbcClient jdbc, Acces acces, Departement departement, Dossiers dossiers, Horloge horloge) {
        this.jdbc = jdbc;
        this.acces = acces;
        this.departement = departement;
        this.dossiers = dossiers;
        this.horloge = horloge;
    }

    private record Compte(String unite, String produit, CasProjet cas, boolean compte, boolean majeur, boolean mep, long nombre) {
    }

    public TableauCouverture tableau() {
        exiger();
        Acces.Filtre vue = acces.filtreDuTerritoire("'PROJET'", "p.id");
        List<Compte> comptes = jdbc.sql("with base as materialized (" + BASE.formatted(vue.sql()) + """
                ) select unite_id, null as produit, cas, compte, majeur, mep, count(*) as nombre from base group by 1, 3, 4, 5, 6
                union all select null, x.produit, b.cas, b.compte, b.majeur, b.mep, count(*) from base b cross join lateral unnest(b.produits) as x(produit)
                group by 2, 3, 4, 5, 6""").param("jour", horloge.aujourdhui()).params(vue.parametres())
                .query((l, n) -> new Compte(l.getString("unite_id"), l.getString("produit"), CasProjet.valueOf(l.getString("cas")), l.getBoolean("compte"),
                        l.getBoolean("majeur"), l.getBoolean("mep"), l.getLong("nombre"))).list();
        Map<String, List<Compte>> unites = new TreeMap<>();
        Map<String, List<Compte>> produits = new TreeMap<>();
        List<Compte> tous = new ArrayList<>();
        comptes.forEach(c -> {
            if (c.produit() == null) {
                tous.add(c);
                unites.computeIfAbsent(c.unite(), k -> new ArrayList<>()).add(c);
            } else {
                produits.computeIfAbsent(c.produit(), k -> new ArrayList<>()).add(c);
            }
        });
        return new TableauCouverture(horloge.aujourdhui(), ligne(null, "Ensemble", tous),
                unites.entrySet().stream().map(e -> ligne(e.getKey(), departement.noms().getOrDefault(e.getKey(), e.getKey()), e.getValue())).toList(),
                produits.entrySet().stream().map(e -> ligne(e.getKey(), produit(e.getKey()), e.getValue())).toList());
    }

    private String produit(String code) {
        return departement.profil().produit(code).map(Profil.Produit::sigle).orElse(code);
    }

    private static LigneCouverture ligne(String code, String libelle, List<Compte> comptes) {
        Map<CasProjet, Long> parCas = new EnumMap<>(CasProjet.class);
        for (CasProjet cas : CasProjet.values()) {
            parCas.put(cas, comptes.stream().filter(c -> c.cas() == cas).mapToLong(Compte::nombre).sum());
        }
        long enfants = comptes.stream().filter(Compte::compte).mapToLong(Compte::nombre).sum();
        long couverts = comptes.stream().filter(c -> c.compte() && c.cas() == CasProjet.VALIDE).mapToLong(Compte::nombre).sum();
        long mep = comptes.stream().filter(c -> c.cas() == CasProjet.VALIDE && c.mep()).mapToLong(Compte::nombre).sum();
        long enVigueur = parCas.get(CasProjet.VALIDE);
        return new LigneCouverture(code, libelle, enfants, couverts, part(couverts, enfants), parCas,
                comptes.stream().filter(Compte::majeur).mapToLong(Compte::nombre).sum(), enVigueur, mep, part(mep, enVigueur));
    }

    private static BigDecimal part(long numerateur, long denominateur) {
        return denominateur == 0 ? null : BigDecimal.valueOf(numerateur).multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(denominateur), 1, RoundingMode.HALF_UP);
    }

    /** Children behind a figure; those whose file is for named people only are counted, and named to these alone. */
    public PageCouverture liste(FiltreCouverture f, String apres, int taille) {
        exiger();
        Map<String, Object> parametres = new HashMap<>(Map.of("jour", horloge.aujourdhui()));
        Acces.Filtre vue = acces.filtre("'PROJET'", "p.id");
        parametres.putAll(vue.parametres());
        List<String> conditions = new ArrayList<>(List.of("true"));
        si(conditions, parametres, "b.cas = :cas", "cas", f.cas() == null ? null : f.cas().name());
        si(conditions, parametres, "b.unite_id = :unite", "unite", f.unite());
        si(conditions, parametres, ":produit = any (b.produits)", "produit", f.produit());
        si(conditions, parametres, "coalesce(b.compte, false) = :compte", "compte", f.duDenominateur());
        si(conditions, parametres, "b.majeur = :majeur", "majeur", f.majeurs());
        String depuis = " from (" + BASE.formatted(vue.sql()) + ") b where " + String.join(" and ", conditions);
        boolean premiere = apres == null || apres.isBlank();
        Long total = premiere ? jdbc.sql("select count(*)" + depuis).params(parametres).query(Long.class).single() : null;
        int bornee = Math.max(1, Math.min(taille, TAILLE_MAX));
        if (!premiere) {
            cle(apres, parametres);
            depuis += " and (b.depuis, b.id) > (:apresLe, :apresId)";
        }
        record Ligne(UUID id, LocalDate mesureDepuis, LocalDate depuis, LocalDate etabliLe, LocalDate revisionLe, String uniteId, String cas, boolean majeur,
                String numero, UUID enfantId) {
        }
        List<Ligne> lues = jdbc.sql("select q.*, p.numero, p.enfant_id from (select b.id, b.mesure_depuis, b.depuis, b.etabli_le, b.revision_le, b.unite_id, b.cas, b.majeur"
                + depuis + " order by b.depuis, b.id limit :limite) q join projet p on p.id = q.id order by q.depuis, q.id").params(parametres)
                .param("limite", bornee + 1).query(Ligne.class).list();
        boolean reste = lues.size() > bornee;
        List<Ligne> page = reste ? lues.subList(0, bornee) : lues;
        Map<UUID, NomEnfant> noms = page.isEmpty() ? Map.of() : dossiers.nomsDe(page.stream().map(Ligne::enfantId).toList());
        return new PageCouverture(page.stream().map(l -> {
            NomEnfant n = noms.get(l.enfantId());
            CasProjet cas = CasProjet.valueOf(l.cas());
            return new EnfantSuivi(l.id(), l.numero(), n == null ? "Enfant non nommé" : n.affiche(), n == null ? "âge inconnu" : n.age(),
                    departement.noms().getOrDefault(l.uniteId(), l.uniteId()), l.depuis(), l.mesureDepuis(), l.etabliLe(), l.revisionLe(), cas, cas.libelle(),
                    l.majeur());
        }).toList(), total, reste ? page.get(page.size() - 1).depuis() + "_" + page.get(page.size() - 1).id() : null);
    }

    /** Whoever leads measures or supervises: in their units, as everywhere. */
    private void exiger() {
        Identite qui = IdentiteCourante.exiger();
        acces.exiger(qui.a(Mission.MESURE) ? Mission.MESURE : qui.a(Mission.PARCOURS) ? Mission.PARCOURS : Mission.SUPERVISION);
    }

    private static void si(List<String> conditions, Map<String, Object> parametres, String sql, String nom, Object valeur) {
        if (valeur != null && !(valeur instanceof String s && s.isBlank())) {
            conditions.add(sql);
            parametres.put(nom, valeur);
        }
    }

    private static void cle(String apres, Map<String, Object> parametres) {
        String[] parts = apres.split("_", 2);
        try {
            parametres.put("apresLe", LocalDate.parse(parts[0]));
            parametres.put("apresId", UUID.fromString(parts[1]));
        } catch (RuntimeException e) {
            throw Refus.champ("apres", "Cette page n’existe plus\u00a0: reprenez la liste au début.");
        }
    }
}
