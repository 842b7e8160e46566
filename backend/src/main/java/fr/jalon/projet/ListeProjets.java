package fr.jalon.projet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.NomEnfant;
import fr.jalon.projet.PageProjet.MotProjet;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The projets somebody may see, the last opened first; found by key, so that a far page costs what the first costs. */
@Service
@Transactional(readOnly = true)
public class ListeProjets {

    /** @param ouverts leaves out what is over */
    public record CriteresProjets(String numero, EtatProjet etat, String unite, UUID referent, UUID enfant, boolean ouverts) {
    }

    /** @param limite day by which it is to be established or revised, or null once over */
    public record LigneProjet(UUID id, String numero, String enfant, String age, EtatProjet etat, String etatLibelle, MotProjet unite, LocalDate depuis,
            LocalDate etabliLe, LocalDate limite, boolean enRetard, boolean valide) {
    }

    /**
     * @param total of all the pages, told by the first alone
     * @param suivante key of the next page, or null at the end
     */
    public record PageDeProjets(List<LigneProjet> lignes, Long total, String suivante) {
    }

    static final int TAILLE_MAX = 200;

    private final JdbcClient jdbc;
    private final Projets projets;
    private final LibellesProjet mots;
    private final HorlogeProjet dates;
    private final Dossiers dossiers;
    private final Acces acces;
    private final Horloge horloge;

    ListeProjets(JdbcClient jdbc, Projets projets, LibellesProjet mots, HorlogeProjet dates, Dossiers dossiers, Acces acces, Horloge horloge) {
        this.jdbc = jdbc;
        this.projets = projets;
        this.mots = mots;
        this.dates = dates;
        this.dossiers = dossiers;
        this.acces = acces;
        this.horloge = horloge;
    }

    public PageDeProjets page(CriteresProjets c, String apres, int taille) {
        Map<String, Object> parametres = new HashMap<>();
        String condition = condition(c, parametres);
        boolean premiere = apres == null || apres.isBlank();
        Long total = premiere ? jdbc.sql("select count(*) from projet p where " + condition).params(parametres).query(Long.class).single() : null;
        int bornee = Math.max(1, Math.min(taille, TAILLE_MAX));
        String suite = "";
        if (!premiere) {
            suite = " and (p.depuis, p.id) < (:apresLe, :apresId)";
            cle(apres, parametres);
        }
        List<UUID> ids = jdbc.sql("select p.id from projet p where " + condition + suite + " order by p.depuis desc, p.id desc limit :limite")
                .params(parametres).param("limite", bornee + 1).query(UUID.class).list();
        boolean reste = ids.size() > bornee;
        List<UUID> page = reste ? ids.subList(0, bornee) : ids;
        Map<UUID, Projet> lus = new HashMap<>();
        projets.findAllByIdIn(page).forEach(p -> lus.put(p.id(), p));
        Map<UUID, NomEnfant> noms = page.isEmpty() ? Map.of() : dossiers.nomsDe(lus.values().stream().map(Projet::enfantId).toList());
        Projet dernier = page.isEmpty() ? null : lus.get(page.get(page.size() - 1));
        return new PageDeProjets(page.stream().map(lus::get).map(p -> ligne(p, noms.get(p.enfantId()))).toList(), total,
                reste ? dernier.depuis() + "_" + dernier.id() : null);
    }

    private LigneProjet ligne(Projet p, NomEnfant n) {
        LocalDate jour = horloge.aujourdhui();
        LocalDate limite = !p.etat().ouvert() ? null : p.revisionLe() != null ? p.revisionLe() : dates.aEtablirLe(p.depuis());
        return new LigneProjet(p.id(), p.numero(), n == null ? "Enfant non nommé" : n.affiche(), n == null ? "âge inconnu" : n.age(), p.etat(),
                p.etat().libelle(), mots.unite(p.uniteId()), p.depuis(), p.etabliLe(), limite, limite != null && limite.isBefore(jour), p.valide(jour));
    }

    private String condition(CriteresProjets c, Map<String, Object> parametres) {
        Acces.Filtre vue = acces.filtre("'PROJET'", "p.id");
        parametres.putAll(vue.parametres());
        List<String> conditions = new ArrayList<>(List.of(vue.sql(), "p.etat <> 'ANNULE'"));
        String numero = c.numero() == null || c.numero().isBlank() ? null : c.numero().strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        si(conditions, parametres, "upper(p.numero) like '%' || upper(:numero) || '%'", "numero", numero);
        si(conditions, parametres, "p.etat = :etat", "etat", c.etat() == null ? null : c.etat().name());
        si(conditions, parametres, "p.unite_id = :unite", "unite", c.unite() == null || c.unite().isBlank() ? null : c.unite());
        si(conditions, parametres, "p.referent_id = :referent", "referent", c.referent());
        si(conditions, parametres, "p.enfant_id = any(:enfants)", "enfants", c.enfant() == null ? null
                : dossiers.identites(dossiers.canonique(c.enfant())).toArray(UUID[]::new));
        if (c.ouverts()) {
            conditions.add("p.etat not in ('CLOS', 'ANNULE')");
        }
        return String.join(" and ", conditions);
    }

    private static void si(List<String> conditions, Map<String, Object> parametres, String sql, String nom, Object valeur) {
        if (valeur != null) {
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
