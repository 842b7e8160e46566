package fr.jalon.statistique;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Mur;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The OLINPE extract: events by measure under an opaque key, for whoever counts; the four fields the official tool needs to compute the identifier,
 * for whoever supervises the whole département and reads files anyway; the identifiers it gave, taken back and kept. And how complete it is, month by
 * month, before it is due.
 */
@Service
public class Olinpe {

    /** @param attendues lines that should say it, {@code remplies} those that do */
    public record MoisOlinpe(int mois, long attendues, long remplies) {
    }

    /**
     * @param source where its label and its codes come from
     * @param manque why nothing fills it here, or null
     * @param sansCode lines whose value has no official code yet: nobody's file lacks anything, the list is to be validated
     */
    public record VariableOlinpe(String code, String libelle, String bloc, String format, String certitude, String source, boolean facultative, String manque,
            int seuil, long attendues, long remplies, long sansCode, List<MoisOlinpe> mois) {
    }

    public record CompletudeOlinpe(int annee, int dictionnaire, String source, long evenements, long jeunes, List<VariableOlinpe> variables) {
    }

    private final Acces acces;
    private final Journal journal;
    private final Horloge horloge;
    private final JdbcClient jdbc;
    private final Mur mur;
    private final DictionnaireOlinpe dictionnaire;
    private final LignesOlinpe lignes;

    Olinpe(Acces acces, Journal journal, Horloge horloge, JdbcClient jdbc, Mur mur, DictionnaireOlinpe dictionnaire, LignesOlinpe lignes) {
        this.acces = acces;
        this.journal = journal;
        this.horloge = horloge;
        this.jdbc = jdbc;
        this.mur = mur;
        this.dictionnaire = dictionnaire;
        this.lignes = lignes;
    }

    @Transactional(readOnly = true)
    public CompletudeOlinpe completude(int annee) {
        Lecteurs.exiger(acces);
        List<LignesOlinpe.Ligne> lues = mur.parLaMaison(() -> lignes.de(annee(annee)));
        List<VariableOlinpe> variables = dictionnaire.lire().variables().stream().map(v -> variable(v, lues)).toList();
        return new CompletudeOlinpe(annee, dictionnaire.lire().annee(), dictionnaire.lire().source(), lues.size(),
                lues.stream().map(LignesOlinpe.Ligne::enfant).distinct().count(), variables);
    }

    private VariableOlinpe variable(DictionnaireOlinpe.Variable v, List<LignesOlinpe.Ligne> lues) {
        List<MoisOlinpe> mois = new ArrayList<>();
        for (int m = 1; m <= 12; m++) {
            int ce = m;
            Completude c = Completude.de(v, lues.stream().filter(l -> l.mois().getMonthValue() == ce).toList());
            mois.add(new MoisOlinpe(m, c.attendues(), c.remplies()));
        }
        Completude annee = Completude.de(v, lues);
        return new VariableOlinpe(v.code(), v.libelle(), v.bloc(), v.format(), v.certitude().name(), dictionnaire.lire().dOu(v), v.facultative(), v.manque(),
                dictionnaire.lire().seuil(v), annee.attendues(), annee.remplies(), annee.sansCode(), mois);
    }

    /** The events, without a name. */
    @Transactional
    public String evenements(int annee) {
        acces.exiger(Mission.COMPTAGE);
        List<LignesOlinpe.Ligne> lues = mur.parLaMaison(() -> lignes.de(annee(annee)));
        journal.recherche(lues.size());
        List<DictionnaireOlinpe.Variable> tenues = dictionnaire.lire().variables().stream().filter(DictionnaireOlinpe.Variable::tenue).toList();
        List<String> tete = new ArrayList<>(List.of("CLE"));
        tenues.forEach(v -> tete.add(v.code()));
        Csv csv = new Csv().ligne(tete);
        for (LignesOlinpe.Ligne l : lues) {
            List<String> cellules = new ArrayList<>(List.of(l.enfant().toString()));
            tenues.forEach(v -> cellules.add(l.due(v.quand()) ? v.coder(l.champs().get(v.champ())).orElse(null) : null));
            csv.ligne(cellules);
        }
        return csv.toString();
    }

    private static final String IDENTITES = """
            with recursive tetes(id, tete, vers) as (
                select e.id, e.id, e.fusionne_vers from enfant e
                union all select t.id, e.id, e.fusionne_vers from tetes t join enfant e on e.id = t.vers)
            select distinct on (e.id) e.id, e.prenoms, e.naissance_le, e.naissance_precision, a.nom as mere,
                (select o.identifiant from olinpe_identifiant o where o.enfant_id = e.id and o.annee < :annee order by o.annee desc limit 1) as precedent
            from mesure m join tetes t on t.id = m.enfant_id and t.vers is null join enfant e on e.id = t.tete
                left join autorite_parentale p on p.enfant_id = e.id and p.qualite = 'MERE' and p.annule_le is null left join adulte a on a.id = p.adulte_id
            where m.etat <> 'ANNULEE' and m.decidee_le <= :au and (m.finie_le is null or m.finie_le >= :du) and %s
            order by e.id, p.du desc nulls last""";

    /** What the official tool hashes: first name, month and year of birth, mother's family name. Each is journaled as an opening. */
    @Transactional
    public String identites(int annee) {
        acces.exiger(Mission.SUPERVISION);
        if (!IdentiteCourante.exiger().territoire(Mission.SUPERVISION).departement()) {
            journal.refus(null, "olinpe.identites");
            throw new Interdit("Ce fichier nomme tous les enfants suivis : il revient à qui supervise tout le département.");
        }
        Acces.Filtre vus = acces.filtre("'ENFANT'", "e.id");
        Csv csv = new Csv().ligne(List.of("CLE", "PRENOM", "MOIS_NAISSANCE", "ANNEE_NAISSANCE", "NOM_MERE", "IDENTIFIANT_PRECEDENT"));
        int[] nombre = {0};
        jdbc.sql(IDENTITES.formatted(vus.sql())).param("annee", annee(annee)).param("du", java.time.LocalDate.of(annee, 1, 1))
                .param("au", java.time.LocalDate.of(annee, 12, 31)).params(vus.parametres()).query(l -> {
                    java.time.LocalDate ne = l.getObject("naissance_le", java.time.LocalDate.class);
                    boolean mois = List.of("EXACTE", "MOIS").contains(l.getString("naissance_precision"));
                    csv.ligne(java.util.Arrays.asList(l.getString("id"), premier(l.getString("prenoms")), ne == null || !mois ? null : String.valueOf(ne.getMonthValue()),
                            ne == null ? null : String.valueOf(ne.getYear()), l.getString("mere"), l.getString("precedent")));
                    nombre[0]++;
                });
        journal.recherche(nombre[0]);
        return csv.toString();
    }

    private static String premier(String prenoms) {
        return prenoms.strip().split("\\s+")[0];
    }

    /**
     * The identifiers the official tool gave, line by line « CLE;IDENTIFIANT »: all or nothing.
     *
     * @return how many were kept
     */
    @Transactional
    public int recevoir(int annee, String fichier) {
        acces.exiger(Mission.COMPTAGE);
        List<Refus.Erreur> erreurs = new ArrayList<>();
        java.util.Map<UUID, String> lus = new java.util.LinkedHashMap<>();
        java.util.Set<String> vus = new java.util.HashSet<>();
        String[] texte = (fichier == null ? "" : fichier.replace("\ufeff", "")).split("\\r?\\n");
        for (int n = 0; n < texte.length; n++) {
            String[] c = texte[n].split(";", -1);
            if (texte[n].isBlank() || n == 0 && "CLE".equalsIgnoreCase(c[0].strip())) {
                continue;
            }
            String probleme = probleme(c, lus, vus);
            if (probleme != null) {
                erreurs.add(new Refus.Erreur("fichier", "Ligne " + (n + 1) + probleme));
            } else {
                lus.put(UUID.fromString(c[0].strip()), c[1].strip());
                vus.add(c[1].strip());
            }
        }
        if (erreurs.isEmpty() && lus.isEmpty()) {
            throw Refus.champ("fichier", "Ce fichier ne contient aucun identifiant.");
        }
        java.util.Set<UUID> connus = new java.util.HashSet<>(jdbc.sql("select id from enfant_repere where id = any (:ids)").param("ids", lus.keySet().toArray(UUID[]::new))
                .query(UUID.class).list());
        lus.keySet().stream().filter(id -> !connus.contains(id)).limit(20).forEach(id -> erreurs.add(new Refus.Erreur("fichier", "La clé " + id + " n’est celle d’aucun enfant.")));
        if (!erreurs.isEmpty()) {
            throw new Refus(erreurs.subList(0, Math.min(20, erreurs.size())));
        }
        lus.forEach((enfant, identifiant) -> jdbc.sql("""
                insert into olinpe_identifiant(enfant_id, annee, identifiant, recu_le, recu_par) values (?, ?, ?, ?, ?)
                on conflict (enfant_id, annee) do update set identifiant = excluded.identifiant, recu_le = excluded.recu_le, recu_par = excluded.recu_par""")
                .params(enfant, annee(annee), identifiant, java.sql.Timestamp.from(horloge.maintenant()), IdentiteCourante.exiger().utilisateurId()).update());
        return lus.size();
    }

    private static String probleme(String[] c, java.util.Map<UUID, String> lus, java.util.Set<String> vus) {
        if (c.length < 2) {
            return ", colonne 2\u00a0: l’identifiant manque.";
        }
        UUID cle;
        try {
            cle = UUID.fromString(c[0].strip());
        } catch (IllegalArgumentException e) {
            return ", colonne 1\u00a0: cette clé n’est pas celle d’un extrait.";
        }
        if (!c[1].strip().matches("[A-Za-z0-9+/=_-]{8,128}")) {
            return ", colonne 2\u00a0: ce n’est pas un identifiant de l’outil officiel.";
        }
        if (lus.containsKey(cle)) {
            return ", colonne 1\u00a0: cette clé est déjà dans le fichier.";
        }
        return vus.contains(c[1].strip()) ? ", colonne 2\u00a0: cet identifiant est déjà donné à un autre enfant." : null;
    }

    private int annee(int annee) {
        if (annee < 2000 || annee > horloge.aujourdhui().getYear()) {
            throw Refus.champ("annee", "Choisissez une année, jusqu’à celle en cours.");
        }
        return annee;
    }
}
