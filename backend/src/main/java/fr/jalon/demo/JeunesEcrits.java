package fr.jalon.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import javax.sql.DataSource;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Role;
import fr.jalon.autonomie.RepriseAutonomies;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.dossier.IndexNoms;
import fr.jalon.mesure.RepriseMesures;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Young people of sixteen and more: their placement, their support as young adults, their path from sixteen to six months after leaving. What is
 * over is written in bulk; what is under way starts to live in the same lot.
 */
@Component
class JeunesEcrits implements Ouvrage {

    private static final int TAILLE = 300;

    private final Semis semis;
    private final VolumesJeunes volumes;
    private final VolumesMesures caseload;
    private final Personnel personnel;
    private final IndexNoms index;
    private final RepriseMesures mesures;
    private final RepriseAutonomies autonomies;
    private final ReglesDemo regles;
    private final Departement departement;
    private final JdbcClient jdbc;
    private final DataSource source;
    private final TransactionTemplate transaction;
    private final String versionMesure;

    JeunesEcrits(Semis semis, VolumesJeunes volumes, VolumesMesures caseload, Personnel personnel, IndexNoms index, RepriseMesures mesures,
            RepriseAutonomies autonomies, ReglesDemo regles, Departement departement, JdbcClient jdbc, DataSource source,
            PlatformTransactionManager transactions, @Value("${jalon.demo.version-modele-mesure:1.0}") String versionMesure) {
        this.semis = semis;
        this.volumes = volumes;
        this.caseload = caseload;
        this.personnel = personnel;
        this.index = index;
        this.mesures = mesures;
        this.autonomies = autonomies;
        this.regles = regles;
        this.departement = departement;
        this.jdbc = jdbc;
        this.source = source;
        this.transaction = new TransactionTemplate(transactions);
        this.versionMesure = versionMesure;
    }

    @Override
    public int rang() {
        return 1;
    }

    /** What the whole group shares: numbers of the measures, by young person. */
    private record Numeros(Map<Integer, String> placement, Map<Integer, String> accompagnement, Map<Integer, Integer> derniers) {
    }

    @Override
    public List<Lot> lots(Chronique chronique, Semis.Graine graine) {
        List<JeunePrevu> jeunes = PlanJeunes.tirer(graine, volumes);
        Numeros numeros = numeroter(jeunes, MesuresEcrites.derniersNumeros(graine, caseload));
        List<Lot> lots = new ArrayList<>();
        lots.add(lot("jeunes-socle", () -> socle(numeros)));
        // The youngest first: they are whom people look for.
        for (int n = (jeunes.size() + TAILLE - 1) / TAILLE - 1; n >= 0; n--) {
            List<JeunePrevu> part = jeunes.subList(n * TAILLE, Math.min(jeunes.size(), (n + 1) * TAILLE));
            String nom = "jeunes-" + n;
            lots.add(lot(nom, () -> ecrire(nom, part, numeros, graine)));
        }
        return lots;
    }

    private Lot lot(String nom, Runnable ecriture) {
        return new Lot(nom, () -> IdentiteCourante.en(Identite.systeme("demonstration"), () -> {
            transaction.executeWithoutResult(s -> ecriture.run());
            return null;
        }));
    }

    private static Numeros numeroter(List<JeunePrevu> jeunes, Map<Integer, Integer> derniers) {
        Map<Integer, Integer> suite = new TreeMap<>(derniers);
        Map<Integer, String> placement = new HashMap<>();
        Map<Integer, String> accompagnement = new HashMap<>();
        for (JeunePrevu j : jeunes) {
            placement.put(j.rang, numero(suite, j.entree.getYear()));
            if (j.accompagneDu != null) {
                accompagnement.put(j.rang, numero(suite, j.accompagneDu.getYear()));
            }
        }
        return new Numeros(placement, accompagnement, suite);
    }

    private static String numero(Map<Integer, Integer> suite, int annee) {
        return "MES-%d-%04d".formatted(annee, suite.merge(annee, 1, Integer::sum));
    }

    private void socle(Numeros numeros) {
        numeros.derniers().forEach((annee, dernier) -> jdbc.sql("select setval(cast(:sequence as regclass), greatest(:dernier, (select last_value from "
                + "numero_mes_" + annee + ")))").param("sequence", "numero_mes_" + annee).param("dernier", dernier).query(Long.class).single());
        semis.fait("jeunes-socle", 0);
    }

    private void ecrire(String nom, List<JeunePrevu> part, Numeros numeros, Semis.Graine graine) {
        ZoneId zone = ZoneId.of(departement.profil().zone());
        Copie copie = EcritureMesure.copie();
        EcritureJeune.annoncer(copie);
        Map<String, List<Personnel.Agent>> agents = Personnel.parUnite(personnel.composer());
        List<String> territoires = territoires(agents);
        List<UUID> enfants = new ArrayList<>();
        List<UUID> mesuresOuvertes = new ArrayList<>();
        List<UUID> parcoursOuverts = new ArrayList<>();
        Set<String> regards = new HashSet<>();
        for (JeunePrevu j : part) {
            Hasard hasard = Hasard.de(graine.graine(), "jeune", j.rang);
            String unite = hasard.un(territoires);
            EcritureJeune.Decor decor = new EcritureJeune.Decor(departement.profil(), unite, agent(agents, unite), referent(agents, unite), services(), graine.ancre(),
                    graine.graine(), zone, numeros.placement().get(j.rang), numeros.accompagnement().get(j.rang));
            new EcritureJeune(copie, hasard, decor, regles, versionMesure, regards).ecrire(j, enfants, mesuresOuvertes, parcoursOuverts);
        }
        copie.envoyer(source);
        index.indexerEnLot(enfants);
        mesures.reprendre(mesuresOuvertes);
        autonomies.reprendre(parcoursOuverts);
        semis.fait(nom, 0);
    }

    private List<String> services() {
        return departement.profil().unites().stream().filter(u -> u.type().equals("SERVICE")).map(Profil.Unite::id).toList();
    }

    private List<String> territoires(Map<String, List<Personnel.Agent>> agents) {
        List<String> possibles = agents.keySet().stream().filter(u -> departement.typesPour(Mission.MESURE.name()).contains(type(u))).toList();
        List<String> proches = possibles.stream().filter(u -> !type(u).equals("CRIP")).toList();
        return proches.isEmpty() ? possibles : proches;
    }

    private String type(String unite) {
        return departement.unite(unite).map(Departement.UniteActive::type).orElse("");
    }

    private Personnel.Agent agent(Map<String, List<Personnel.Agent>> agents, String unite) {
        return java.util.stream.Stream.concat(agents.get(unite).stream(), agents.values().stream().flatMap(List::stream))
                .filter(a -> departement.profil().roles().getOrDefault(a.role().name(), List.of()).contains(Mission.MESURE.name())).findFirst().orElseThrow();
    }

    private static Personnel.Agent referent(Map<String, List<Personnel.Agent>> agents, String unite) {
        return agents.get(unite).stream().filter(a -> a.role() == Role.REFERENT_PPEF).findFirst().orElse(null);
    }
}
