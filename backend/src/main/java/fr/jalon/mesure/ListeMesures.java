package fr.jalon.mesure;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import fr.jalon.mesure.PageMesure.MotVu;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The measures somebody may see, the last decided first; found by key, so that a far page costs what the first costs. */
@Service
@Transactional(readOnly = true)
public class ListeMesures {

    /** @param ouvertes leaves out what is over; {@code moi} keeps those the person answers for */
    public record Criteres(String numero, EtatMesure etat, String unite, String service, String produit, String cadre, boolean ouvertes, UUID referent) {

        public Criteres {
            numero = net(numero);
            unite = net(unite);
            service = net(service);
            produit = net(produit);
            cadre = net(cadre);
        }

        private static String net(String valeur) {
            return valeur == null || valeur.isBlank() ? null : valeur.strip();
        }
    }

    /** @param alerte what its term means while it waits, or null */
    public record LigneMesure(UUID id, String numero, String enfant, String age, MotVu produit, MotVu cadre, EtatMesure etat, String etatLibelle,
            MotVu unite, MotVu service, LocalDate decideeLe, LocalDate demarreeLe, LocalDate terme, String alerte) {
    }

    /**
     * @param total of all the pages, told by the first alone
     * @param suivante key of the next page, or null at the end
     */
    public record PageMesures(List<LigneMesure> lignes, Long total, String suivante) {
    }

    static final int TAILLE_MAX = 200;

    private final JdbcClient jdbc;
    private final Mesures mesures;
    private final LibellesMesure mots;
    private final Dossiers dossiers;
    private final Acces acces;
    private final Horloge horloge;

    ListeMesures(JdbcClient jdbc, Mesures mesures, LibellesMesure mots, Dossiers dossiers, Acces acces, Horloge horloge) {
        this.jdbc = jdbc;
        this.mesures = mesures;
        this.mots = mots;
        this.dossiers = dossiers;
        this.acces = acces;
        this.horloge = horloge;
    }

    public PageMesures page(Criteres c, String apres, int taille) {
        Map<String, Object> parametres = new HashMap<>();
        String condition = condition(c, parametres);
        boolean premiere = apres == null || apres.isBlank();
        Long total = premiere ? jdbc.sql("select count(*) from mesure m where " + condition).params(parametres).query(Long.class).single() : null;
        int bornee = Math.max(1, Math.min(taille, TAILLE_MAX));
        String suite = "";
        if (!premiere) {
            String[] cle = cle(apres);
            suite = " and (m.decidee_le, m.id) < (:apresLe, :apresId)";
            parametres.put("apresLe", LocalDate.parse(cle[0]));
            parametres.put("apresId", UUID.fromString(cle[1]));
        }
        List<UUID> ids = jdbc.sql("select m.id from mesure m where " + condition + suite + " order by m.decidee_le desc, m.id desc limit :limite")
                .params(parametres).param("limite", bornee + 1).query((l, n) -> id(l)).list();
        boolean reste = ids.size() > bornee;
        List<UUID> page = reste ? ids.subList(0, bornee) : ids;
        Map<UUID, Mesure> lues = new HashMap<>();
        mesures.findAllByIdIn(page).forEach(m -> lues.put(m.id(), m));
        Map<UUID, NomEnfant> noms = page.isEmpty() ? Map.of() : dossiers.nomsDe(lues.values().stream().map(Mesure::enfantId).toList());
        List<LigneMesure> lignes = new ArrayList<>(page.stream().map(lues::get).map(m -> ligne(m, noms.get(m.enfantId()))).toList());
        Mesure derniere = page.isEmpty() ? null : lues.get(page.get(page.size() - 1));
        return new PageMesures(lignes, total, reste ? derniere.decideeLe() + "_" + derniere.id() : null);
    }

    private static UUID id(ResultSet l) throws SQLException {
        return l.getObject(1, UUID.class);
    }

    private LigneMesure ligne(Mesure m, NomEnfant n) {
        return new LigneMesure(m.id(), m.numero(), n == null ? "Enfant non nommé" : n.affiche(), n == null ? "âge inconnu" : n.age(),
                MotVu.de(mots.produit(m.produit())), MotVu.de(mots.cadre(m.cadre())), m.etat(), m.etat().libelle(), MotVu.de(mots.unite(m.uniteId())),
                MotVu.de(mots.unite(m.serviceId())), m.decideeLe(), m.demarreeLe(), m.terme(), LectureMesure.alerte(m, horloge.aujourdhui()));
    }

    private String condition(Criteres c, Map<String, Object> parametres) {
        Acces.Filtre vue = acces.filtre("'MESURE'", "m.id");
        parametres.putAll(vue.parametres());
        List<String> conditions = new ArrayList<>(List.of(vue.sql()));
        si(conditions, parametres, "upper(m.numero) like '%' || upper(:numero) || '%'", "numero",
                c.numero() == null ? null : c.numero().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_"));
        si(conditions, parametres, "m.etat = :etat", "etat", c.etat() == null ? null : c.etat().name());
        si(conditions, parametres, "m.unite_id = :unite", "unite", c.unite());
        si(conditions, parametres, "m.service_id = :service", "service", c.service());
        si(conditions, parametres, "m.produit = :produit", "produit", c.produit());
        si(conditions, parametres, "m.cadre = :cadre", "cadre", c.cadre());
        si(conditions, parametres, "m.id in (select r.mesure_id from mesure_referent r where r.utilisateur_id = :referent and r.au is null)",
                "referent", c.referent());
        if (c.ouvertes()) {
            conditions.add("m.etat in ('ATTENTE_ACCORD', 'ATTENTE_EXERCICE', 'EXERCEE', 'SUSPENDUE')");
        }
        return String.join(" and ", conditions);
    }

    private static void si(List<String> conditions, Map<String, Object> parametres, String sql, String nom, Object valeur) {
        if (valeur != null) {
            conditions.add(sql);
            parametres.put(nom, valeur);
        }
    }

    private static String[] cle(String apres) {
        String[] parts = apres.split("_", 2);
        try {
            LocalDate.parse(parts[0]);
            UUID.fromString(parts[1]);
            return parts;
        } catch (RuntimeException e) {
            throw Refus.champ("apres", "Cette page n’existe plus\u00a0: reprenez la liste au début.");
        }
    }
}
