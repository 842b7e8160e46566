package fr.jalon.autonomie;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.autonomie.PageAutonomie.MotAutonomie;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.NomEnfant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists of young people and their figures: each figure is the count of the list it opens, by the same query. */
@Service
@Transactional(readOnly = true)
public class ListeJeunes {

    /**
     * @param id of the path, or null while there is none (before sixteen, or outside)
     * @param jour the day the list stands by: a birthday, a due date, an exit
     */
    public record LigneJeune(UUID id, UUID enfantId, String affiche, String age, LocalDate naissance, MotAutonomie unite, LocalDate jour,
            EtatAutonomie etat, String etatLibelle, boolean mna, boolean tardive, LocalDate rendezVousLe, LocalDate entretienLe,
            MotAutonomie entretienIssue, LocalDate sortieLe, MotAutonomie logement, Boolean logementStable, Boolean ressources, Boolean activite) {
    }

    /**
     * @param total of all the pages, told by the first alone
     * @param suivante key of the next page, or null at the end
     */
    public record PageJeunes(VueJeunes vue, String libelle, List<LigneJeune> lignes, Long total, String suivante) {
    }

    public record NombreUnite(MotAutonomie unite, long nombre) {
    }

    public record FigureJeunes(VueJeunes vue, String libelle, long total, List<NombreUnite> parUnite) {
    }

    static final int TAILLE_MAX = 200;
    private static final String PLACES = "m.accueil and m.etat in ('EXERCEE', 'SUSPENDUE') and m.base_legale = any(:bases)";

    private final JdbcClient jdbc;
    private final SejoursEnBase sejours;
    private final LibellesAutonomie mots;
    private final Dossiers dossiers;
    private final Departement departement;
    private final Acces acces;
    private final Horloge horloge;

    ListeJeunes(JdbcClient jdbc, SejoursEnBase sejours, LibellesAutonomie mots, Dossiers dossiers, Departement departement, Acces acces, Horloge horloge) {
        this.jdbc = jdbc;
        this.sejours = sejours;
        this.mots = mots;
        this.dossiers = dossiers;
        this.departement = departement;
        this.acces = acces;
        this.horloge = horloge;
    }

    private record Requete(String sql, Map<String, Object> parametres) {
    }

    /** @param mna only unaccompanied minors, only the others, or all when null */
    public PageJeunes page(VueJeunes vue, String unite, Boolean mna, String apres, int taille) {
        Requete r = requete(vue, unite, mna);
        boolean premiere = apres == null || apres.isBlank();
        long[] total = {0};
        int bornee = Math.max(1, Math.min(taille, TAILLE_MAX));
        Map<String, Object> parametres = new HashMap<>(r.parametres());
        String suite = "";
        if (!premiere) {
            String[] cle = cle(apres);
            suite = " where (j.jour, j.enfant_id) > (:apresLe, :apresId)";
            parametres.put("apresLe", LocalDate.parse(cle[0]));
            parametres.put("apresId", UUID.fromString(cle[1]));
        }
        // A service sees the measure it exercises and nothing of the path: neither its id nor what it holds.
        Acces.Filtre parcours = acces.filtre("'AUTONOMIE'", "a.id");
        parametres.putAll(parcours.parametres());
        // The path of a united child may stand under either file.
        String lien = (vue.source == VueJeunes.Source.PARCOURS ? "a.id = j.id" : """
                a.motif_fin is distinct from 'REUNI' and a.enfant_id = any (array(select j.enfant_id union all
                    select f.id from enfant f where f.fusionne_vers = j.enfant_id))""") + " and " + parcours.sql();
        List<LigneJeune> lues = new ArrayList<>(jdbc.sql("select a.id as parcours_id, j.*, a.etat, a.mna, a.tardive, a.rendez_vous_le, a.entretien_le, a.entretien_issue,"
                + " a.sortie_le, a.logement, a.logement_stable, a.ressources, a.activite from (select j.*, count(*) over () as total from (" + r.sql() + ") j" + suite
                + " order by j.jour, j.enfant_id limit :limite) j left join autonomie a on " + lien + " order by j.jour, j.enfant_id")
                .params(parametres).param("limite", bornee + 1).query((l, n) -> {
                    total[0] = l.getLong("total");
                    return ligne(l);
                }).list());
        boolean reste = lues.size() > bornee;
        List<LigneJeune> page = reste ? lues.subList(0, bornee) : lues;
        String suivante = reste ? page.get(bornee - 1).jour() + "_" + page.get(bornee - 1).enfantId() : null;
        return new PageJeunes(vue, vue.libelle(), nommer(page), premiere ? total[0] : null, suivante);
    }

    /** Every figure, with its part by unit. */
    public List<FigureJeunes> figures(String unite, Boolean mna) {
        return VueJeunes.toutes().stream().map(v -> figure(v, unite, mna)).toList();
    }

    public FigureJeunes figure(VueJeunes vue, String unite, Boolean mna) {
        Requete r = requete(vue, unite, mna);
        List<NombreUnite> parUnite = jdbc.sql("select j.unite_id, count(*) from (" + r.sql() + ") j group by 1 order by 2 desc, 1")
                .params(r.parametres()).query((l, n) -> new NombreUnite(mots.unite(l.getString(1)), l.getLong(2))).list();
        return new FigureJeunes(vue, vue.libelle(), parUnite.stream().mapToLong(NombreUnite::nombre).sum(), parUnite);
    }

    private Requete requete(VueJeunes vue, String unite, Boolean mna) {
        Map<String, Object> p = new HashMap<>();
        List<String> conditions = new ArrayList<>();
        String sql = vue.source == VueJeunes.Source.PARCOURS ? parcours(vue, p, conditions) : mesures(vue, p, conditions);
        bornes(vue, p, conditions);
        if (unite != null && !unite.isBlank()) {
            conditions.add((vue.source == VueJeunes.Source.PARCOURS ? "a" : "m") + ".unite_id = :unite");
            p.put("unite", unite.strip());
        }
        if (mna != null) {
            conditions.add(vue.source == VueJeunes.Source.PARCOURS ? "a.mna = :mna"
                    : "exists (select 1 from autonomie x where x.enfant_id = coalesce(e.fusionne_vers, e.id) and x.mna) = :mna");
            p.put("mna", mna);
        }
        return new Requete(sql + String.join(" and ", conditions), p);
    }

    private String parcours(VueJeunes vue, Map<String, Object> p, List<String> conditions) {
        Acces.Filtre vueDroits = acces.filtre("'AUTONOMIE'", "a.id");
        p.putAll(vueDroits.parametres());
        conditions.add(vue.condition);
        conditions.add(vueDroits.sql());
        if (vue.condition.contains(":jour")) {
            p.put("jour", horloge.aujourdhui());
        }
        if (vue.condition.contains(":alerte")) {
            p.put("alerte", horloge.aujourdhui().plus(Period.parse(departement.profil().autonomie().alerteSortie())));
        }
        return "select a.id, a.enfant_id, a.unite_id, a.naissance, (" + vue.jour + ")::date as jour from autonomie a where ";
    }

    private String mesures(VueJeunes vue, Map<String, Object> p, List<String> conditions) {
        Acces.Filtre vueDroits = acces.filtre("'MESURE'", "m.id");
        p.putAll(vueDroits.parametres());
        conditions.add(vueDroits.sql());
        conditions.add("e.deces_le is null and not e.personne_se_declarant_mineure");
        switch (vue.source) {
            case CONFIES -> {
                conditions.add(PLACES);
                p.put("bases", sejours.basesMineur());
            }
            case DIRECTS -> {
                conditions.add(PLACES);
                p.put("bases", sejours.basesDirectes());
            }
            case SANS_NAISSANCE -> {
                conditions.add(PLACES + " and e.naissance_le is null");
                p.put("bases", sejours.basesMineur());
            }
            // One line a child, whatever the number of measures at home.
            default -> conditions.add("""
                    not m.accueil and m.etat in ('EXERCEE', 'SUSPENDUE') and not exists (select 1 from mesure autre where autre.enfant_id = m.enfant_id
                    and autre.etat in ('EXERCEE', 'SUSPENDUE') and (autre.accueil or autre.id < m.id))""");
        }
        return "select cast(null as uuid) as id, coalesce(e.fusionne_vers, e.id) as enfant_id, m.unite_id, e.naissance_le as naissance, (" + vue.jour
                + ")::date as jour from enfant e join mesure m on m.enfant_id = e.id where ";
    }

    private void bornes(VueJeunes vue, Map<String, Object> p, List<String> conditions) {
        LocalDate aujourdhui = horloge.aujourdhui();
        switch (vue.bornes) {
            case A_VENIR -> {
                int age = switch (vue) {
                    case SEIZE -> 16;
                    case DIX_SEPT -> 17;
                    default -> 18;
                };
                entre(vue, aujourdhui.plusDays(1), aujourdhui.plusYears(1), p, conditions);
                // By birth too, a day wider for the 29 February: this is what the index answers.
                naissance(aujourdhui.minusYears(age).minusDays(1), aujourdhui.plusYears(1).minusYears(age).plusDays(1), p, conditions);
            }
            case ECOULES -> entre(vue, aujourdhui.minusYears(1).plusDays(1), aujourdhui, p, conditions);
            case MINEURS -> {
                entre(vue, aujourdhui.plusDays(1), aujourdhui.plusYears(2), p, conditions);
                naissance(aujourdhui.minusYears(18).minusDays(1), aujourdhui.minusYears(16).plusDays(1), p, conditions);
            }
            default -> {
                // Whatever the day.
            }
        }
    }

    private static void entre(VueJeunes vue, LocalDate du, LocalDate au, Map<String, Object> p, List<String> conditions) {
        conditions.add("(" + vue.jour + ")::date between :du and :au");
        p.put("du", du);
        p.put("au", au);
    }

    private static void naissance(LocalDate du, LocalDate au, Map<String, Object> p, List<String> conditions) {
        conditions.add("e.naissance_le between :neDu and :neAu");
        p.put("neDu", du);
        p.put("neAu", au);
    }

    private LigneJeune ligne(ResultSet l) throws SQLException {
        String etat = l.getString("etat");
        return new LigneJeune(l.getObject("parcours_id", UUID.class), l.getObject("enfant_id", UUID.class), null, null, l.getObject("naissance", LocalDate.class),
                mots.unite(l.getString("unite_id")), l.getObject("jour", LocalDate.class), etat == null ? null : EtatAutonomie.valueOf(etat),
                etat == null ? null : EtatAutonomie.valueOf(etat).libelle(), l.getBoolean("mna"), l.getBoolean("tardive"),
                l.getObject("rendez_vous_le", LocalDate.class), l.getObject("entretien_le", LocalDate.class), mots.issue(l.getString("entretien_issue")),
                l.getObject("sortie_le", LocalDate.class), mots.liste("logements-sortie", l.getString("logement")), ouiNon(l, "logement_stable"),
                ouiNon(l, "ressources"), ouiNon(l, "activite"));
    }

    private static Boolean ouiNon(ResultSet l, String colonne) throws SQLException {
        boolean valeur = l.getBoolean(colonne);
        return l.wasNull() ? null : valeur;
    }

    /** The names of a page at once. */
    private List<LigneJeune> nommer(List<LigneJeune> page) {
        Map<UUID, NomEnfant> noms = page.isEmpty() ? Map.of() : dossiers.nomsDe(page.stream().map(LigneJeune::enfantId).toList());
        return page.stream().map(l -> {
            NomEnfant n = noms.get(l.enfantId());
            return new LigneJeune(l.id(), n == null ? l.enfantId() : n.canonique(), n == null ? "Jeune non nommé" : n.affiche(),
                    n == null ? "âge inconnu" : n.age(), l.naissance(), l.unite(), l.jour(), l.etat(), l.etatLibelle(), l.mna(), l.tardive(),
                    l.rendezVousLe(), l.entretienLe(), l.entretienIssue(), l.sortieLe(), l.logement(), l.logementStable(), l.ressources(), l.activite());
        }).toList();
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
