package fr.jalon.droits;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import fr.jalon.acces.Acces;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The retention table: shipped as examples to validate, then dated rows in the hands of the functional administrator. */
@Service
@Order(5)
public class TableConservation implements ApplicationRunner {

    record Exemple(String code, String genre, String issue, String libelle, RegleConservation.Depart depart, String duree, RegleConservation.SortFinal sort, String reference) {
    }

    /** @param versionId the row the form was opened on */
    public record Edition(UUID versionId, RegleConservation.Depart depart, String duree, RegleConservation.SortFinal sortFinal, String reference, boolean aValider, LocalDate du,
            String motif) {
    }

    /** A rule with its versions, the latest first. */
    public record RegleVue(RegleConservation enVigueur, String enMots, List<RegleConservation> versions) {
    }

    private static final LocalDate TOUJOURS = LocalDate.of(2000, 1, 1);

    private final Acces acces;
    private final Journal journal;
    private final Evenements evenements;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    TableConservation(Acces acces, Journal journal, Evenements evenements, Horloge horloge, JdbcClient jdbc) {
        this.acces = acces;
        this.journal = journal;
        this.evenements = evenements;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    /** Adds the rows an installation does not have yet; what stands in the table is the truth. */
    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        try (InputStream flux = new ClassPathResource("conservation.yaml").getInputStream()) {
            List<Exemple> exemples = JsonMapper.builder(new YAMLFactory()).build().readValue(flux, new TypeReference<>() {
            });
            int ordre = 0;
            for (Exemple e : exemples) {
                Period.parse(e.duree());
                jdbc.sql("""
                        insert into conservation_regle(id, code, ordre, libelle, genre, issue, depart, duree, sort_final, reference, a_valider, du, source, saisie_le)
                        select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true, ?, 'COMMUN', ? where not exists (select 1 from conservation_regle where code = ?)""")
                        .params(Ids.nouveau(), e.code(), ordre++, e.libelle(), e.genre(), e.issue(), e.depart().name(), e.duree(), e.sort().name(), e.reference(), TOUJOURS,
                                Timestamp.from(horloge.maintenant()), e.code()).update();
            }
        } catch (IOException e) {
            throw new IllegalStateException("conservation.yaml illisible", e);
        }
    }

    /** Of the rows that stand, in the order of the table. */
    List<RegleConservation> toutes() {
        return jdbc.sql("select * from conservation_regle where remplacee_le is null order by ordre, code, du desc").query((l, n) -> new RegleConservation(
                l.getObject("id", UUID.class), l.getString("code"), l.getInt("ordre"), l.getString("libelle"), l.getString("genre"), l.getString("issue"),
                RegleConservation.Depart.valueOf(l.getString("depart")), l.getString("duree"), RegleConservation.SortFinal.valueOf(l.getString("sort_final")),
                l.getString("reference"), l.getBoolean("a_valider"), l.getObject("du", LocalDate.class), l.getString("source"), l.getString("motif"))).list();
    }

    /** In force today, by « GENRE/ISSUE ». */
    Map<String, RegleConservation> enVigueur() {
        LocalDate aujourdhui = horloge.aujourdhui();
        Map<String, RegleConservation> regles = new HashMap<>();
        toutes().stream().filter(r -> !r.du().isAfter(aujourdhui)).forEach(r -> regles.putIfAbsent(r.genre() + "/" + r.issue(), r));
        return regles;
    }

    @Transactional(readOnly = true)
    public List<RegleVue> lister() {
        if (!IdentiteCourante.exiger().a(Mission.CONSERVATION)) {
            acces.exiger(Mission.ADMINISTRATION);
        }
        LocalDate aujourdhui = horloge.aujourdhui();
        List<RegleConservation> toutes = toutes();
        return toutes.stream().map(RegleConservation::code).distinct().map(code -> {
            List<RegleConservation> versions = toutes.stream().filter(r -> r.code().equals(code)).toList();
            RegleConservation courante = versions.stream().filter(r -> !r.du().isAfter(aujourdhui)).findFirst().orElse(versions.get(versions.size() - 1));
            return new RegleVue(courante, courante.enMots(), versions);
        }).toList();
    }

    /** A new dated row; a row of the same day takes the place of the one before. */
    @Transactional
    public void editer(String code, Edition e) {
        acces.exiger(Mission.ADMINISTRATION);
        jdbc.sql("select pg_advisory_xact_lock(1850185)").query().listOfRows();
        List<RegleConservation> versions = toutes().stream().filter(r -> r.code().equals(code)).toList();
        if (versions.isEmpty()) {
            throw new Introuvable();
        }
        RegleConservation avant = versions.get(0);
        if (!avant.id().equals(e.versionId())) {
            throw new Conflit(null, null, "Cette durée a été modifiée depuis que vous l’avez ouverte.");
        }
        List<Refus.Erreur> erreurs = new ArrayList<>();
        Demandes.verifier(erreurs, e.depart() == null, "depart", "Choisissez le point de départ.");
        Demandes.verifier(erreurs, e.sortFinal() == null, "sortFinal", "Choisissez le sort final.");
        Demandes.verifier(erreurs, !lisible(e.duree()), "duree", "Écrivez une durée en années et en mois.");
        Demandes.verifier(erreurs, e.du() == null || e.du().isBefore(avant.du()) || e.du().isAfter(horloge.aujourdhui().plusYears(2)), "du",
                "Indiquez le jour d’effet, pas avant celui de la ligne qui tient aujourd’hui.");
        Demandes.verifier(erreurs, Demandes.vide(e.motif()), "motif", "Écrivez ce qui justifie ce changement.");
        Demandes.verifier(erreurs, !e.aValider() && Demandes.vide(e.reference()), "reference", "Une durée validée dit son texte ou l’accord des Archives.");
        Demandes.refuser(erreurs);
        UUID id = Ids.nouveau();
        Timestamp maintenant = Timestamp.from(horloge.maintenant());
        jdbc.sql("update conservation_regle set remplacee_le = ? where code = ? and du = ? and remplacee_le is null").params(maintenant, code, e.du()).update();
        jdbc.sql("""
                insert into conservation_regle(id, code, ordre, libelle, genre, issue, depart, duree, sort_final, reference, a_valider, du, source, motif, saisie_le, saisie_par)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ADMINISTRATEUR', ?, ?, ?)""")
                .params(id, code, avant.ordre(), avant.libelle(), avant.genre(), avant.issue(), e.depart().name(), e.duree(), e.sortFinal().name(), Demandes.texte(e.reference()),
                        e.aValider(), e.du(), e.motif().strip(), maintenant, IdentiteCourante.exiger().utilisateurId()).update();
        evenements.ajouter(NouvelEvenement.de("conservation.modifiee").dimension("regle", code).dimension("version", id).dimension("du", e.du()).dimension("duree", e.duree())
                .texte(e.motif()));
        journal.modification(null, "conservation.modifier");
    }

    private static boolean lisible(String duree) {
        try {
            Period p = Period.parse(duree == null ? "" : duree);
            return !p.isNegative() && p.getDays() == 0 && p.toTotalMonths() <= 1500;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
