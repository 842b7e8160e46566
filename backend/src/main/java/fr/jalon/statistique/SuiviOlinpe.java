package fr.jalon.statistique;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The reports of the months, this one against those before; one variable from end to end; and what the officer has to be told of. */
@Service
public class SuiviOlinpe {

    /**
     * @param seuil zero for what may be left empty
     * @param alerte SEUIL or CHUTE when the report told it, or null
     */
    public record ResultatOlinpe(String code, int seuil, long attendues, long remplies, boolean sousSeuil, String alerte) {
    }

    /** @param etabliLe later than the month's end when the server was stopped */
    public record RapportOlinpe(int mois, Instant etabliLe, long evenements, long jeunes, List<ResultatOlinpe> variables) {
    }

    public record HistoriqueOlinpe(int annee, int seuil, int chute, List<RapportOlinpe> rapports) {
    }

    public record ModaliteOlinpe(List<String> de, String code, String libelle) {
    }

    public record PointOlinpe(int mois, long attendues, long remplies, String alerte) {
    }

    public record UniteOlinpe(String unite, String nom, long attendues, long remplies, boolean sousSeuil) {
    }

    /** @param ou page where it is completed, or null when nobody types it
     * @param moisDesUnites month of the last report, whose units are told; null without a report */
    public record FicheOlinpe(int annee, String code, String libelle, String bloc, String format, String certitude, String source, String manque, String inconnu, String ou, int seuil,
            List<ModaliteOlinpe> modalites, List<PointOlinpe> mois, Integer moisDesUnites, List<UniteOlinpe> unites) {
    }

    public record AvisOlinpe(int annee, int mois, String code, String libelle, String alerte, long attendues, long remplies) {
    }

    /** Not read yet by this person, the last month first. */
    public record AvisNonLusOlinpe(List<AvisOlinpe> avis) {
    }

    private static final String NON_LUS = """
            select r.annee, r.mois, v.variable, v.alerte, v.attendues, v.remplies
            from olinpe_rapport r join olinpe_rapport_variable v on v.rapport_id = r.id and v.alerte is not null
            where not exists (select 1 from olinpe_avis_lu l where l.rapport_id = r.id and l.utilisateur_id = ?) and r.annee * 12 + r.mois between ? and ?
            order by r.annee desc, r.mois desc, v.variable""";

    private final Acces acces;
    private final RapportsOlinpe rapports;
    private final DictionnaireOlinpe dictionnaire;
    private final Departement departement;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    SuiviOlinpe(Acces acces, RapportsOlinpe rapports, DictionnaireOlinpe dictionnaire, Departement departement, Horloge horloge, JdbcClient jdbc) {
        this.acces = acces;
        this.rapports = rapports;
        this.dictionnaire = dictionnaire;
        this.departement = departement;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public HistoriqueOlinpe historique(int annee) {
        Lecteurs.exiger(acces);
        DictionnaireOlinpe.Dictionnaire d = dictionnaire.lire();
        return new HistoriqueOlinpe(exiger(annee, horloge), d.seuil(), d.chute(), rapports.de(annee).stream().map(this::vu).toList());
    }

    private RapportOlinpe vu(RapportsOlinpe.Rapport r) {
        // In the order of the dictionary; what it no longer knows was a report of another one.
        List<ResultatOlinpe> variables = dictionnaire.lire().variables().stream().filter(v -> r.variables().containsKey(v.code())).map(v -> {
            RapportsOlinpe.Ligne l = r.variables().get(v.code());
            return new ResultatOlinpe(v.code(), v.facultative() ? 0 : dictionnaire.lire().seuil(v), l.completude().attendues(), l.completude().remplies(), sous(v, l.completude()), nom(l.alerte()));
        }).toList();
        return new RapportOlinpe(r.mois(), r.etabliLe(), r.evenements(), r.jeunes(), variables);
    }

    private boolean sous(DictionnaireOlinpe.Variable v, Completude c) {
        return !v.facultative() && c.sous(dictionnaire.lire().seuil(v));
    }

    @Transactional(readOnly = true)
    public FicheOlinpe variable(int annee, String code) {
        Lecteurs.exiger(acces);
        exiger(annee, horloge);
        DictionnaireOlinpe.Variable v = dictionnaire.lire().trouver(code).orElseThrow(Introuvable::new);
        List<RapportsOlinpe.Rapport> faits = rapports.de(annee).stream().filter(r -> r.variables().containsKey(code)).toList();
        Optional<RapportsOlinpe.Rapport> dernier = faits.isEmpty() ? Optional.empty() : Optional.of(faits.get(faits.size() - 1));
        Map<String, String> noms = departement.noms();
        List<UniteOlinpe> unites = dernier.map(r -> rapports.parUnite(r.id(), code)).orElse(Map.of()).entrySet().stream().map(e -> new UniteOlinpe(e.getKey(),
                noms.getOrDefault(e.getKey(), e.getKey()), e.getValue().attendues(), e.getValue().remplies(), sous(v, e.getValue()))).toList();
        return new FicheOlinpe(annee, v.code(), v.libelle(), v.bloc(), v.format(), v.certitude().name(), dictionnaire.lire().dOu(v), v.manque(), v.inconnu(), v.ou() == null ? null : v.ou().name(),
                dictionnaire.lire().seuil(v), v.modalites().stream().map(m -> new ModaliteOlinpe(m.de(), m.code(), m.libelle())).toList(),
                faits.stream().map(r -> point(r, code)).toList(), dernier.map(RapportsOlinpe.Rapport::mois).orElse(null), unites);
    }

    private static PointOlinpe point(RapportsOlinpe.Rapport r, String code) {
        RapportsOlinpe.Ligne l = r.variables().get(code);
        return new PointOlinpe(r.mois(), l.completude().attendues(), l.completude().remplies(), nom(l.alerte()));
    }

    /** For whoever counts: what passed under its threshold or fell in the last twelve months, and was not read. Whoever supervises has none to read. */
    @Transactional(readOnly = true)
    public AvisNonLusOlinpe nonLus() {
        if (!IdentiteCourante.exiger().a(Mission.COMPTAGE) && IdentiteCourante.exiger().a(Mission.SUPERVISION)) {
            return new AvisNonLusOlinpe(List.of());
        }
        acces.exiger(Mission.COMPTAGE);
        int ceMois = horloge.aujourdhui().getYear() * 12 + horloge.aujourdhui().getMonthValue();
        return new AvisNonLusOlinpe(jdbc.sql(NON_LUS).params(IdentiteCourante.exiger().utilisateurId(), ceMois - 12, ceMois).query((l, n) -> new AvisOlinpe(l.getInt("annee"), l.getInt("mois"),
                l.getString("variable"), dictionnaire.lire().trouver(l.getString("variable")).map(DictionnaireOlinpe.Variable::libelle).orElse(l.getString("variable")),
                l.getString("alerte"), l.getLong("attendues"), l.getLong("remplies"))).list());
    }

    /** The notice of a month is read: told again it changes nothing. */
    @Transactional
    public void lire(int annee, int mois) {
        acces.exiger(Mission.COMPTAGE);
        UUID rapport = jdbc.sql("select id from olinpe_rapport where annee = ? and mois = ?").params(annee, mois).query(UUID.class).optional().orElseThrow(Introuvable::new);
        jdbc.sql("insert into olinpe_avis_lu(rapport_id, utilisateur_id, lu_le) values (?, ?, ?) on conflict do nothing")
                .params(rapport, IdentiteCourante.exiger().utilisateurId(), java.sql.Timestamp.from(horloge.maintenant())).update();
    }

    private static String nom(Completude.Alerte a) {
        return a == null ? null : a.name();
    }

    static int exiger(int annee, Horloge horloge) {
        if (annee < 2000 || annee > horloge.aujourdhui().getYear()) {
            throw Refus.champ("annee", "Choisissez une année, jusqu’à celle en cours.");
        }
        return annee;
    }
}
