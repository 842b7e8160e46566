package fr.jalon.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import javax.sql.DataSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Role;
import fr.jalon.autonomie.RepriseAutonomies;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.dossier.IndexNoms;
import fr.jalon.echeance.Termes;
import fr.jalon.mesure.GenreActe;
import fr.jalon.mesure.MesureEnLot;
import fr.jalon.mesure.RepriseMesures;
import fr.jalon.projet.ProjetEnLot;
import fr.jalon.projet.RepriseProjets;

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
    private static final LocalDate PROJETS_DU = LocalDate.of(2024, 2, 1);

    private final Semis semis;
    private final VolumesJeunes volumes;
    private final VolumesMesures caseload;
    private final Personnel personnel;
    private final IndexNoms index;
    private final RepriseMesures mesures;
    private final RepriseAutonomies autonomies;
    private final RepriseProjets repriseProjets;
    private final Termes termes;
    private final ObjectMapper json;
    private final ReglesDemo regles;
    private final Departement departement;
    private final JdbcClient jdbc;
    private final DataSource source;
    private final TransactionTemplate transaction;
    private final String versionMesure;

    JeunesEcrits(Semis semis, VolumesJeunes volumes, VolumesMesures caseload, Personnel personnel, IndexNoms index, RepriseMesures mesures,
            RepriseAutonomies autonomies, RepriseProjets repriseProjets, Termes termes, ObjectMapper json, ReglesDemo regles, Departement departement, JdbcClient jdbc, DataSource source,
            PlatformTransactionManager transactions, @Value("${jalon.demo.version-modele-mesure:1.0}") String versionMesure) {
        this.semis = semis;
        this.volumes = volumes;
        this.caseload = caseload;
        this.personnel = personnel;
        this.index = index;
        this.mesures = mesures;
        this.autonomies = autonomies;
        this.repriseProjets = repriseProjets;
        this.termes = termes;
        this.json = json;
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
    private record Numeros(Map<Integer, String> placement, Map<Integer, String> accompagnement, Map<Integer, String> projets, Map<Integer, Integer> derniers,
            Map<Integer, Integer> derniersProjets) {
    }

    @Override
    public List<Lot> lots(Chronique chronique, Semis.Graine graine) {
        List<JeunePrevu> jeunes = PlanJeunes.tirer(graine, volumes);
        Numeros numeros = numeroter(jeunes, MesuresEcrites.derniersNumeros(graine, caseload), MesuresEcrites.derniersProjets(graine, caseload), graine.ancre());
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

    private static Numeros numeroter(List<JeunePrevu> jeunes, Map<Integer, Integer> derniers, Map<Integer, Integer> derniersProjets, LocalDate ancre) {
        Map<Integer, String> projets = new HashMap<>();
        Map<Integer, Integer> suite = new TreeMap<>(derniers);
        Map<Integer, String> placement = new HashMap<>();
        Map<Integer, String> accompagnement = new HashMap<>();
        for (JeunePrevu j : jeunes) {
            placement.put(j.rang, numero("MES", suite, j.entree.getYear()));
            if (!j.age(18).isBefore(ancre)) {
                projets.put(j.rang, numero("PPE", derniersProjets, j.entree.getYear()));
            }
            if (j.accompagneDu != null) {
                accompagnement.put(j.rang, numero("MES", suite, j.accompagneDu.getYear()));
            }
        }
        return new Numeros(placement, accompagnement, projets, suite, derniersProjets);
    }

    private static String numero(String serie, Map<Integer, Integer> suite, int annee) {
        return "%s-%d-%04d".formatted(serie, annee, suite.merge(annee, 1, Integer::sum));
    }

    private void socle(Numeros numeros) {
        numeros.derniers().forEach((annee, dernier) -> numeroter("numero_mes_" + annee, dernier));
        numeros.derniersProjets().forEach((annee, dernier) -> numeroter("numero_ppe_" + annee, dernier));
        semis.fait("jeunes-socle", 0);
    }

    private void numeroter(String serie, int dernier) {
        jdbc.sql("select setval(cast(:serie as regclass), greatest(:dernier, (select last_value from " + serie + ")))").param("serie", serie)
                .param("dernier", dernier).query(Long.class).single();
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
        List<UUID> projets = new ArrayList<>();
        for (JeunePrevu j : part) {
            List<EcritureJeune.Confie> confies = new ArrayList<>();
            Hasard hasard = Hasard.de(graine.graine(), "jeune", j.rang);
            String unite = hasard.un(territoires);
            EcritureJeune.Decor decor = new EcritureJeune.Decor(departement.profil(), unite, agent(agents, unite), referent(agents, unite), services(), graine.ancre(),
                    graine.graine(), zone, numeros.placement().get(j.rang), numeros.accompagnement().get(j.rang));
            new EcritureJeune(copie, hasard, decor, regles, versionMesure, regards).ecrire(j, enfants, mesuresOuvertes, parcoursOuverts, confies);
            confies.forEach(c -> projet(copie, c, numeros, decor, regards, projets));
        }
        copie.envoyer(source);
        index.indexerEnLot(enfants);
        jdbc.sql("update projet_version set empreinte = encode(sha256(convert_to(contenu::text, 'UTF8')), 'hex') where empreinte = ''").update();
        mesures.reprendre(mesuresOuvertes);
        repriseProjets.reprendre(projets);
        autonomies.reprendre(parcoursOuverts);
        semis.fait(nom, 0);
    }

    /** Theirs was established late, when the calendar began, then each year: it changes none of the printed figures. */
    private void projet(Copie copie, EcritureJeune.Confie c, Numeros numeros, EcritureJeune.Decor decor, Set<String> regards, List<UUID> projets) {
        Hasard h = Hasard.de(decor.graine(), "projet-jeune", c.jeune().rang);
        List<ProjetEnLot.Exercice> exercices = new ArrayList<>();
        c.lot().periodes().get("EXERCEE").forEach(p -> p.forEach(s -> exercices.add(new ProjetEnLot.Exercice(c.mesure(), s.uniteId(), s.dimensions().get("produit"),
                s.dimensions().get("service"), "OUI".equals(s.dimensions().get("accueil")), s.debut(), s.fin()))));
        LocalDate premier = c.jeune().entree.plusDays(h.entre(45, 85));
        List<LocalDate> etablis = new ArrayList<>();
        for (LocalDate le = premier.isBefore(PROJETS_DU) ? PROJETS_DU.plusDays(h.entre(0, 250)) : premier; le.isBefore(decor.ancre().minusDays(5)); le = le.plusDays(h.entre(300, 350))) {
            etablis.add(le);
        }
        Map<UUID, LocalDate> rapports = new java.util.LinkedHashMap<>();
        c.lot().faits().stream().map(MesureEnLot.Fait::acte).filter(a -> a.genre() == GenreActe.RAPPORT).forEach(a -> rapports.put(a.id(), a.le()));
        List<ProjetEnLot.Geste> gestes = new RecitProjet(c.enfant().id(), exercices, rapports, decor.ancre(), decor.referent(), decor.ref(), h).gestes(etablis);
        ProjetEnLot lot = ProjetEnLot.de(exercices, Map.of(), fr.jalon.dossier.Naissance.exacte(c.jeune().neLe), gestes, termes::de, () -> h.id(0),
                le -> le.atTime(9, 40).atZone(decor.zone()).toInstant());
        UUID id = h.id(lot.ouvertLe().toEpochDay() * 86_400_000L);
        boolean ouvert = new EcritureProjet(copie, h, decor.zone(), json, "1.0", departement.profil().mot("projet")).ecrire(id, numeros.projets().get(c.jeune().rang), lot,
                new EcritureProjet.Famille(c.enfant().id(), c.enfant().prenoms(), c.enfant().prenoms() + " " + c.enfant().nom(), c.jeune().neLe, c.adultes(), null), decor.ref(),
                decor.referent(), departement.noms().getOrDefault(lot.unite(), lot.unite()));
        Instant le = lot.ouvertLe().atTime(9, 40).atZone(decor.zone()).toInstant();
        EcritureMesure regard = new EcritureMesure(copie, h, decor.zone(), versionMesure);
        regard.regard(regards, "PROJET", id, lot.unite(), "PILOTE", le);
        lot.services().forEach(s -> regard.regard(regards, "PROJET", id, s, "EXERCICE", le));
        if (ouvert) {
            projets.add(id);
        }
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
