package fr.jalon.echeance;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

import fr.jalon.commun.Ids;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Profil;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Seeds the rules an installation does not have yet, from the common file and the profile; what stands in the table is the truth. */
@Component
@Order(1)
class ChargementRegles implements ApplicationRunner {

    /** A rule of the common file. */
    record RegleCommune(String code, String genre, String libelle, String article, String nature, String origine, Calcul calcul,
            String periode, List<String> etapes, String etapeRappel, List<String> rappels, List<String> destinataires, boolean aValider) {
    }

    private static final LocalDate TOUJOURS = LocalDate.of(2000, 1, 1);

    /** Situations of {@code delais-reduits} in a profile, by the rule whose length they give. */
    private static final Map<String, String> REDUITS = Map.of("EVALUATION_REDUITE_AGE", "MOINS_DE_DEUX_ANS", "EVALUATION_REDUITE_DANGER",
            "DANGER", "EVALUATION_REDUITE", "VOIE_REDUITE");

    private final Profil profil;
    private final RegleEnBase base;
    private final Regles regles;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    ChargementRegles(Profil profil, RegleEnBase base, Regles regles, Horloge horloge, JdbcClient jdbc) {
        this.profil = profil;
        this.base = base;
        this.regles = regles;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) throws IOException {
        // Two nodes may start at once: the lock lets the second one find the rules seeded.
        jdbc.sql("select pg_advisory_xact_lock(7061002)").query().listOfRows();
        List<String> presentes = jdbc.sql("select distinct code from echeance_regle").query(String.class).list();
        int ordre = 0;
        for (Regle r : composer(lire(), profil)) {
            ordre++;
            if (!presentes.contains(r.code())) {
                base.inserer(r, ordre, horloge.maintenant(), null);
            }
        }
        regles.oublier();
    }

    static List<RegleCommune> lire() throws IOException {
        JsonMapper mapper = JsonMapper.builder(new YAMLFactory()).propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
        try (InputStream flux = new ClassPathResource("regles.yaml").getInputStream()) {
            return mapper.readValue(flux, new TypeReference<>() {
            });
        }
    }

    /** Common rules as the profile changes them. */
    static List<Regle> composer(List<RegleCommune> communes, Profil profil) {
        Map<String, Profil.RegleLocale> locales = (profil.regles() == null ? List.<Profil.RegleLocale>of() : profil.regles()).stream()
                .collect(Collectors.toMap(Profil.RegleLocale::code, Function.identity()));
        Map<String, RegleCommune> connues = communes.stream().collect(Collectors.toMap(RegleCommune::code, Function.identity()));
        locales.keySet().stream().filter(code -> !connues.containsKey(code)).findFirst().ifPresent(code -> {
            throw new IllegalStateException("Le profil change une règle que l’horloge légale ne connaît pas : " + code);
        });
        profil.voies().stream().filter(v -> !connues.containsKey(v.regle())).findFirst().ifPresent(v -> {
            throw new IllegalStateException("La voie " + v.code() + " nomme une règle que l’horloge légale ne connaît pas : " + v.regle());
        });
        return communes.stream().map(c -> composer(c, locales.get(c.code()), reduit(c.code(), profil))).toList();
    }

    private static Profil.DelaiReduit reduit(String code, Profil profil) {
        return profil.delaisReduits() == null || !REDUITS.containsKey(code) ? null : profil.delaisReduits().get(REDUITS.get(code));
    }

    private static Regle composer(RegleCommune c, Profil.RegleLocale locale, Profil.DelaiReduit reduit) {
        String periode = locale != null && locale.periode() != null ? locale.periode() : reduit != null ? reduit.periode() : c.periode();
        boolean aValider = locale != null ? locale.aValider() : reduit != null ? reduit.aValider() : c.aValider();
        boolean change = locale != null || !periode.equals(c.periode());
        Regle regle = new Regle(Ids.nouveau(), c.code(), c.genre(), locale != null ? locale.libelle() : c.libelle(),
                locale != null && locale.article() != null ? locale.article() : c.article(), c.nature(), c.origine(),
                // A profile may write a delay in days where the common rule counts months.
                calcul(c.calcul(), periode), periode, liste(c.etapes()), c.etapeRappel(),
                locale != null && locale.rappels() != null ? locale.rappels() : liste(c.rappels()),
                new LinkedHashSet<>(locale != null && locale.destinataires() != null ? locale.destinataires() : liste(c.destinataires())),
                aValider, change ? "PROFIL" : "COMMUN", change && !periode.equals(c.periode()) ? c.periode() : null, null, TOUJOURS, null);
        regle.delai();
        return regle;
    }

    static Calcul calcul(Calcul commun, String periode) {
        if (commun == Calcul.JOURS || commun == Calcul.MOIS) {
            return periode.endsWith("D") || periode.endsWith("W") ? Calcul.JOURS : Calcul.MOIS;
        }
        return commun;
    }

    private static List<String> liste(List<String> valeurs) {
        return Objects.requireNonNullElse(valeurs, List.of());
    }
}
