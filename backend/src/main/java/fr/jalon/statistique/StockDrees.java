package fr.jalon.statistique;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Mur;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The stock at 31 December by legal category and age: measures decided and not ended, begun or not, as the survey counts them; children are counted
 * apart, each once a line and once in each total, so that lines do not add up to them.
 */
@Service
public class StockDrees {

    record Age(String code, String libelle, int du, int moinsDe) {
    }

    /**
     * @param source the published table its heading comes from; null: ours, to be validated
     * @param detail its legal bases stand under it; false where another heading tells them
     */
    record Groupe(String code, String libelle, String source, Boolean detail, List<String> bases) {
    }

    record Cadre(boolean aValider, String agesSource, List<Age> ages, List<Groupe> groupes, List<String> nonTenues) {
    }

    /**
     * @param source the published table its heading comes from; null for a legal basis and for what is ours
     * @param ages measures by age band, in the order of the bands; the last is of an age not known
     */
    public record LigneDrees(String code, String libelle, String article, String source, boolean total, long mesures, long exercees, long enfants, List<Long> ages) {
    }

    /**
     * @param definitif the day has come
     * @param agesSource where the age bands come from
     * @param nonTenues published headings nothing here fills
     */
    public record TableauDrees(int annee, LocalDate jour, boolean definitif, boolean aValider, String agesSource, List<String> nonTenues, List<String> ages,
            List<LigneDrees> lignes) {
    }

    /** A measure that stands that day; its child is the one that stands since merges. */
    private record Mesure(UUID enfant, String base, boolean exercee, Integer age) {
    }

    private static final String STOCK = """
            with recursive tetes(id, tete, vers) as (
                select e.id, e.id, e.fusionne_vers from enfant e
                union all select t.id, e.id, e.fusionne_vers from tetes t join enfant e on e.id = t.vers)
            select t.tete as enfant_id, p.dimensions ->> 'base' as base, e.naissance_le,
                exists (select 1 from periode x where x.sujet_id = p.sujet_id and x.genre = 'EXERCEE' and x.connu_au is null and x.debut <= :jour
                    and (x.fin is null or x.fin > :jour)) as exercee
            from periode p join tetes t on t.id = p.enfant_id and t.vers is null join enfant e on e.id = t.tete
            where p.connu_au is null and p.sujet_type = 'MESURE' and p.genre = 'MESURE' and p.debut <= :jour and (p.fin is null or p.fin > :jour)""";

    private final Acces acces;
    private final Departement departement;
    private final Horloge horloge;
    private final JdbcClient jdbc;
    private final Mur mur;
    private final Cadre cadre = Lecture.yaml("drees", Cadre.class);

    StockDrees(Acces acces, Departement departement, Horloge horloge, JdbcClient jdbc, Mur mur) {
        this.acces = acces;
        this.departement = departement;
        this.horloge = horloge;
        this.jdbc = jdbc;
        this.mur = mur;
    }

    @Transactional(readOnly = true)
    public TableauDrees lire(int annee) {
        Lecteurs.exiger(acces);
        LocalDate aujourdhui = horloge.aujourdhui();
        if (annee < 2000 || annee > aujourdhui.getYear()) {
            throw Refus.champ("annee", "Choisissez une année, jusqu’à celle en cours.");
        }
        LocalDate fin = LocalDate.of(annee, 12, 31);
        LocalDate jour = fin.isAfter(aujourdhui) ? aujourdhui : fin;
        // Counts of every unit: whoever counts opens no file.
        List<Mesure> mesures = mur.parLaMaison(() -> jdbc.sql(STOCK).param("jour", jour).query((l, n) -> {
            LocalDate ne = l.getObject("naissance_le", LocalDate.class);
            return new Mesure(l.getObject("enfant_id", UUID.class), l.getString("base"), l.getBoolean("exercee"), ne == null ? null : Period.between(ne, jour).getYears());
        }).list());
        Map<String, Profil.BaseLegale> connues = new LinkedHashMap<>();
        departement.profil().basesLegales().forEach(b -> connues.put(b.code(), b));
        List<LigneDrees> lignes = new ArrayList<>();
        Set<String> dites = new HashSet<>();
        for (Groupe g : cadre.groupes()) {
            lignes.add(ligne(g.code(), g.libelle(), null, g.source(), true, mesures, g.bases()));
            for (String base : Boolean.FALSE.equals(g.detail()) ? List.<String>of() : g.bases()) {
                dites.add(base);
                if (connues.containsKey(base)) {
                    lignes.add(ligne(base, connues.get(base).libelle(), connues.get(base).article(), null, false, mesures, List.of(base)));
                }
            }
        }
        // A basis of the profile no group names would be lost: it stands by itself.
        connues.values().stream().filter(b -> !dites.contains(b.code())).forEach(b -> lignes.add(ligne(b.code(), b.libelle(), b.article(), null, true, mesures, List.of(b.code()))));
        lignes.add(ligne("ENSEMBLE", "Ensemble", null, null, true, mesures, null));
        List<String> ages = new ArrayList<>(cadre.ages().stream().map(Age::libelle).toList());
        ages.add("Âge non connu");
        return new TableauDrees(annee, jour, !fin.isAfter(aujourdhui), cadre.aValider(), cadre.agesSource(), cadre.nonTenues(), ages, lignes);
    }

    private LigneDrees ligne(String code, String libelle, String article, String source, boolean total, List<Mesure> toutes, List<String> bases) {
        List<Mesure> siennes = toutes.stream().filter(m -> bases == null || bases.contains(m.base())).toList();
        List<Long> ages = new ArrayList<>(cadre.ages().stream().map(a -> siennes.stream().filter(m -> m.age() != null && m.age() >= a.du() && m.age() < a.moinsDe()).count()).toList());
        ages.add(siennes.stream().filter(m -> m.age() == null).count());
        return new LigneDrees(code, libelle, article, source, total, siennes.size(), siennes.stream().filter(Mesure::exercee).count(),
                siennes.stream().map(Mesure::enfant).distinct().count(), ages);
    }

    @Transactional(readOnly = true)
    public String csv(int annee) {
        TableauDrees t = lire(annee);
        List<String> tete = new ArrayList<>(List.of("code", "categorie legale", "article", "source de la rubrique", "mesures", "dont exercees", "enfants"));
        tete.addAll(t.ages());
        Csv csv = new Csv().ligne(tete);
        for (LigneDrees l : t.lignes()) {
            List<String> cellules = new ArrayList<>(java.util.Arrays.asList(l.code(), l.libelle(), l.article(), l.source(), String.valueOf(l.mesures()),
                    String.valueOf(l.exercees()), String.valueOf(l.enfants())));
            l.ages().forEach(n -> cellules.add(String.valueOf(n)));
            csv.ligne(cellules);
        }
        return csv.toString();
    }
}
