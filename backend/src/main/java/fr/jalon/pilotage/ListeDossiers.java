package fr.jalon.pilotage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import fr.jalon.commun.Refus;
import fr.jalon.commun.TypeSujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.NomEnfant;
import fr.jalon.processus.Modeles;
import fr.jalon.tache.SujetsDesTaches;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list behind each figure, the most pressing first, found by key whatever the page. */
@Service
@Transactional(readOnly = true)
public class ListeDossiers {

    static final int TAILLE_MAX = 200;

    private static final String PAGE = """
            select t.*, s.titulaire_id, concat_ws(' ', u.prenom, u.nom) titulaire_nom, coalesce(ip.recue_le, inf.recue_le) recue_le
            from (select t.* from tache t where %s order by t.date_tri, t.id limit :limite) t
            left join tache_suivi s on s.tache_id = t.id left join utilisateur u on u.id = s.titulaire_id
            left join information_preoccupante ip on t.sujet_type = 'IP' and ip.id = t.sujet_id
            left join information_repere inf on t.sujet_type = 'INFORMATION' and inf.id = t.sujet_id
            order by t.date_tri, t.id""";

    private final Pilotage pilotage;
    private final JdbcClient jdbc;
    private final Horloge horloge;
    private final Departement departement;
    private final Modeles modeles;
    private final Dossiers dossiers;
    private final List<SujetsDesTaches> sujets;

    ListeDossiers(Pilotage pilotage, JdbcClient jdbc, Horloge horloge, Departement departement, Modeles modeles, Dossiers dossiers,
            List<SujetsDesTaches> sujets) {
        this.pilotage = pilotage;
        this.jdbc = jdbc;
        this.horloge = horloge;
        this.departement = departement;
        this.modeles = modeles;
        this.dossiers = dossiers;
        this.sujets = sujets;
    }

    public PageDossiers page(Demande demande, String apres, int taille) {
        LocalDate jour = horloge.aujourdhui();
        long total = compter(demande);
        Selection selection = pilotage.selection(demande.unite()).demande(demande, jour);
        if (apres != null) {
            String[] cle = apres.split("_", 2);
            selection.et("(t.date_tri, t.id) > (cast(:apresDate as date), :apresId)",
                    Map.of("apresDate", date(cle), "apresId", cle.length > 1 ? cle[1] : ""));
        }
        int bornee = Math.max(1, Math.min(taille, TAILLE_MAX));
        List<Dossier> lus = selection.lier(jdbc.sql(PAGE.formatted(selection.ou()))).param("limite", bornee + 1)
                .query((rs, n) -> lire(rs, jour)).list();
        boolean reste = lus.size() > bornee;
        List<Dossier> page = reste ? lus.subList(0, bornee) : lus;
        return new PageDossiers(habiller(page), total, reste ? cle(page.get(page.size() - 1)) : null);
    }

    public long compter(Demande demande) {
        Selection selection = pilotage.selection(demande.unite()).demande(demande, horloge.aujourdhui());
        return selection.lier(jdbc.sql("select count(*) from tache t where " + selection.ou())).query(Long.class).single();
    }

    private static String cle(Dossier d) {
        return (d.dateLegale() == null ? Tranche.JAMAIS : d.dateLegale()) + "_" + d.tacheId();
    }

    private static String date(String[] cle) {
        try {
            return LocalDate.parse(cle[0]).toString();
        } catch (java.time.DateTimeException e) {
            throw Refus.champ("apres", "Cette page n’existe plus : reprenez la liste au début.");
        }
    }

    private Dossier lire(ResultSet rs, LocalDate jour) throws SQLException {
        LocalDate legale = rs.getObject("date_legale", LocalDate.class);
        Instant recue = rs.getTimestamp("recue_le") == null ? null : rs.getTimestamp("recue_le").toInstant();
        LocalDate recueLe = recue == null ? null : horloge.jour(recue);
        return new Dossier(rs.getString("id"), TypeSujet.valueOf(rs.getString("sujet_type")), rs.getObject("sujet_id", UUID.class),
                rs.getString("reference"), List.of(), rs.getString("etape"), null, rs.getString("unite_id"), null, recueLe,
                recueLe == null ? null : (int) ChronoUnit.DAYS.between(recueLe, jour), rs.getObject("echeance_id", UUID.class), legale,
                legale == null ? null : (int) ChronoUnit.DAYS.between(jour, legale), rs.getBoolean("en_consigne"), rs.getBoolean("urgence"),
                rs.getObject("titulaire_id", UUID.class), rs.getObject("titulaire_id") == null ? null : rs.getString("titulaire_nom"), null);
    }

    /** Names and words for the page shown; two queries a type of subject, whatever its length. */
    List<Dossier> habiller(List<Dossier> page) {
        Map<TypeSujet, Set<UUID>> parType = new EnumMap<>(TypeSujet.class);
        page.forEach(d -> parType.computeIfAbsent(d.sujetType(), t -> new HashSet<>()).add(d.sujetId()));
        Map<UUID, List<UUID>> enfants = new HashMap<>();
        sujets.stream().filter(s -> parType.containsKey(s.type())).forEach(s -> enfants.putAll(s.enfants(parType.get(s.type()))));
        Set<UUID> tous = new HashSet<>();
        enfants.values().forEach(tous::addAll);
        Map<UUID, NomEnfant> noms = tous.isEmpty() ? Map.of() : dossiers.nomsDe(tous);
        Map<String, String> unites = departement.noms();
        return page.stream().map(d -> new Dossier(d.tacheId(), d.sujetType(), d.sujetId(), d.reference(),
                enfants.getOrDefault(d.sujetId(), List.of()).stream().map(noms::get).filter(Objects::nonNull).map(NomEnfant::affiche).toList(),
                d.etape(), d.etape() == null ? null : modeles.libelle(Pilotage.CLE, d.etape()), d.uniteId(),
                unites.getOrDefault(d.uniteId(), d.uniteId()), d.recueLe(), d.joursEcoules(), d.echeanceId(), d.dateLegale(),
                d.joursRestants(), d.enConsigne(), d.urgence(), d.titulaireId(), d.titulaire(), d.motif())).toList();
    }
}
