package fr.jalon.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import javax.sql.DataSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Role;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.dossier.IndexNoms;
import fr.jalon.echeance.Termes;
import fr.jalon.mesure.GenreActe;
import fr.jalon.mesure.MesureEnLot;
import fr.jalon.mesure.RepriseMesures;
import fr.jalon.projet.NumerosProjet;
import fr.jalon.projet.ProjetEnLot;
import fr.jalon.projet.RepriseProjets;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The caseload: years of measures, over and under way, a few hundred families a lot; those under way start to live in the same lot. */
@Component
class MesuresEcrites implements Ouvrage {

    private static final int TAILLE = 260;
    private static final String FAMILLE = "famille_accueil(id, reference, unite_id, agrement, du)";

    /** What the whole caseload shares; drawn once, when the first lot is written. */
    private record Caseload(List<List<MesurePrevue>> familles, Map<Integer, String> numeros, Map<Integer, Integer> derniers,
            Map<Integer, Integer> foyers, Map<PlanProjets.Cle, List<LocalDate>> etablis, Map<PlanProjets.Cle, String> projets,
            Map<Integer, Integer> derniersProjets) {
    }

    private final Semis semis;
    private final VolumesMesures volumes;
    private final VolumesProjets volumesProjets;
    private final RepriseProjets repriseProjets;
    private final Termes termes;
    private final ObjectMapper json;
    private final Personnel personnel;
    private final IndexNoms index;
    private final RepriseMesures reprise;
    private final Departement departement;
    private final JdbcClient jdbc;
    private final DataSource source;
    private final TransactionTemplate transaction;
    private final String versionModele;

    MesuresEcrites(Semis semis, VolumesMesures volumes, VolumesProjets volumesProjets, RepriseProjets repriseProjets, Termes termes, ObjectMapper json,
            Personnel personnel, IndexNoms index, RepriseMesures reprise, Departement departement,
            JdbcClient jdbc, DataSource source, PlatformTransactionManager transactions,
            @Value("${jalon.demo.version-modele-mesure:1.0}") String versionModele) {
        this.semis = semis;
        this.volumes = volumes;
        this.volumesProjets = volumesProjets;
        this.repriseProjets = repriseProjets;
        this.termes = termes;
        this.json = json;
        this.personnel = personnel;
        this.index = index;
        this.reprise = reprise;
        this.departement = departement;
        this.jdbc = jdbc;
        this.source = source;
        this.transaction = new TransactionTemplate(transactions);
        this.versionModele = versionModele;
    }

    @Override
    public int rang() {
        return 1;
    }

    @Override
    public List<Lot> lots(Chronique chronique, Semis.Graine graine) {
        Caseload caseload = imaginer(graine);
        List<Lot> lots = new ArrayList<>();
        lots.add(lot("mesures-socle", () -> socle(caseload, graine)));
        // The latest families first: what waits is what people look at first.
        int nombre = (caseload.familles().size() + TAILLE - 1) / TAILLE;
        for (int n = nombre - 1; n >= 0; n--) {
            List<List<MesurePrevue>> part = caseload.familles().subList(n * TAILLE, Math.min(caseload.familles().size(), (n + 1) * TAILLE));
            String nom = "mesures-" + n;
            lots.add(lot(nom, () -> ecrire(nom, part, caseload, graine)));
        }
        return lots;
    }

    private Lot lot(String nom, Runnable ecriture) {
        return new Lot(nom, () -> IdentiteCourante.en(Identite.systeme("demonstration"), () -> {
            transaction.executeWithoutResult(s -> ecriture.run());
            return null;
        }));
    }

    /** Last number given by the caseload in each year: what else is written goes on from there. */
    static Map<Integer, Integer> derniersNumeros(Semis.Graine graine, VolumesMesures volumes) {
        Map<Integer, Integer> derniers = new TreeMap<>();
        PlanMesures.tirer(graine, volumes).forEach(m -> derniers.merge(m.attente.getYear(), 1, Integer::sum));
        return derniers;
    }

    private Caseload imaginer(Semis.Graine graine) {
        Map<Integer, List<MesurePrevue>> parFamille = new LinkedHashMap<>();
        List<MesurePrevue> prevues = PlanMesures.tirer(graine, volumes);
        prevues.forEach(m -> parFamille.computeIfAbsent(m.famille, k -> new ArrayList<>()).add(m));
        Map<Integer, String> numeros = new HashMap<>();
        Map<Integer, Integer> derniers = new TreeMap<>();
        Map<Integer, Integer> foyers = new HashMap<>();
        int familles = volumes.familial(graine).familles();
        long presents = parFamille.values().stream().flatMap(List::stream).filter(MesuresEcrites::presentEnFamille).count();
        int rang = 0;
        int partis = 0;
        for (List<MesurePrevue> famille : parFamille.values()) {
            for (MesurePrevue m : famille) {
                int annee = m.attente.getYear();
                numeros.put(m.rang, "MES-%d-%04d".formatted(annee, derniers.merge(annee, 1, Integer::sum)));
                if (m.nature == MesurePrevue.Nature.FAMILIAL) {
                    // Present children fill every home, brothers and sisters mostly together; those who left had been in any.
                    foyers.put(m.rang, presentEnFamille(m) ? (int) (rang++ * (long) familles / presents) : partis++ % familles);
                }
            }
        }
        Map<PlanProjets.Cle, String> projets = new HashMap<>();
        Map<Integer, Integer> derniersProjets = new TreeMap<>();
        String mot = departement.profil().mot("projet");
        projetsOuverts(prevues, graine).forEach((cle, le) -> projets.put(cle, NumerosProjet.reference(mot, le.getYear(), derniersProjets.merge(le.getYear(), 1, Integer::sum))));
        return new Caseload(List.copyOf(parFamille.values()), numeros, derniers, foyers, PlanProjets.tirer(graine, prevues, volumesProjets), projets,
                derniersProjets);
    }

    private static Map<PlanProjets.Cle, LocalDate> projetsOuverts(List<MesurePrevue> prevues, Semis.Graine graine) {
        Map<PlanProjets.Cle, LocalDate> ouverts = new LinkedHashMap<>();
        prevues.stream().filter(m -> m.issue == MesurePrevue.Issue.VECUE && m.debut != null && !m.debut.isAfter(graine.ancre()))
                .forEach(m -> ouverts.merge(new PlanProjets.Cle(m.famille, m.enfant), m.debut, (a, b) -> a.isBefore(b) ? a : b));
        return ouverts;
    }

    /** Last number given to a projet of the caseload in each year. */
    static Map<Integer, Integer> derniersProjets(Semis.Graine graine, VolumesMesures volumes) {
        Map<Integer, Integer> derniers = new TreeMap<>();
        projetsOuverts(PlanMesures.tirer(graine, volumes), graine).values().forEach(le -> derniers.merge(le.getYear(), 1, Integer::sum));
        return derniers;
    }

    private static boolean presentEnFamille(MesurePrevue m) {
        return m.nature == MesurePrevue.Nature.FAMILIAL && m.debut != null && m.fin == null;
    }

    private static UUID foyer(int rang) {
        return Hasard.idDe("famille-accueil-" + rang);
    }

    /** Numbers already given, and the foster families: both come before any measure. */
    private void socle(Caseload caseload, Semis.Graine graine) {
        caseload.derniers().forEach((annee, dernier) -> numeroter("numero_mes_" + annee, dernier));
        caseload.derniersProjets().forEach((annee, dernier) -> numeroter("numero_ppe_" + annee, dernier));
        String service = services("PLACEMENT").get(0);
        Copie copie = new Copie();
        for (int n = 0; n < volumes.familial(graine).familles(); n++) {
            copie.ligne(FAMILLE, foyer(n), "FA-%04d".formatted(n + 1), service, 3, LocalDate.of(2012, 1, 1));
        }
        copie.envoyer(source);
        semis.fait("mesures-socle", 0);
    }

    private void numeroter(String serie, int dernier) {
        jdbc.sql("select setval(cast(:serie as regclass), greatest(:dernier, (select last_value from " + serie + ")))").param("serie", serie)
                .param("dernier", dernier).query(Long.class).single();
    }

    private List<String> services(String produit) {
        List<String> tous = departement.profil().unites().stream().filter(u -> u.type().equals("SERVICE")).map(Profil.Unite::id).toList();
        List<String> peses = new ArrayList<>();
        volumes.services(produit).forEach((service, poids) -> {
            for (int n = 0; n < poids && tous.contains(service); n++) {
                peses.add(service);
            }
        });
        if (!peses.isEmpty() || tous.isEmpty()) {
            return peses;
        }
        int premier = Math.floorMod(produit.hashCode(), tous.size());
        return List.of(tous.get(premier), tous.get((premier + 1) % tous.size()));
    }

    private void ecrire(String nom, List<List<MesurePrevue>> familles, Caseload caseload, Semis.Graine graine) {
        Copie copie = EcritureMesure.copie();
        List<UUID> enfants = new ArrayList<>();
        List<UUID> ouvertes = new ArrayList<>();
        List<UUID> projets = new ArrayList<>();
        Map<String, List<Personnel.Agent>> agents = Personnel.parUnite(personnel.composer());
        PaletteMesures palette = new PaletteMesures(departement.profil());
        List<String> territoires = territoires(agents);
        Set<String> regards = new HashSet<>();
        for (List<MesurePrevue> famille : familles) {
            new Foyer(copie, famille, caseload, graine, agents, palette, territoires, regards).ecrire(enfants, ouvertes, projets);
        }
        copie.envoyer(source);
        index.indexerEnLot(enfants);
        jdbc.sql("update projet_version set empreinte = encode(sha256(convert_to(contenu::text, 'UTF8')), 'hex') where empreinte = ''").update();
        reprise.reprendre(ouvertes);
        repriseProjets.reprendre(projets);
        semis.fait(nom, 0);
    }

    /** Units that conduct measures; the central one only where no other does. */
    private List<String> territoires(Map<String, List<Personnel.Agent>> agents) {
        List<String> possibles = agents.keySet().stream().filter(u -> departement.typesPour(Mission.MESURE.name()).contains(type(u))).toList();
        List<String> proches = possibles.stream().filter(u -> !type(u).equals("CRIP")).toList();
        return proches.isEmpty() ? possibles : proches;
    }

    private String type(String unite) {
        return departement.unite(unite).map(Departement.UniteActive::type).orElse("");
    }

    private boolean tient(Personnel.Agent a, Mission mission) {
        return departement.profil().roles().getOrDefault(a.role().name(), List.of()).contains(mission.name());
    }

    /** One family and its measures. */
    private final class Foyer {

        private final Copie copie;
        private final List<MesurePrevue> mesures;
        private final Caseload caseload;
        private final Semis.Graine graine;
        private final Map<String, List<Personnel.Agent>> agents;
        private final PaletteMesures palette;
        private final List<String> territoires;
        private final Set<String> regards;
        private final Hasard hasard;
        private final ZoneId zone;

        private Foyer(Copie copie, List<MesurePrevue> mesures, Caseload caseload, Semis.Graine graine, Map<String, List<Personnel.Agent>> agents,
                PaletteMesures palette, List<String> territoires, Set<String> regards) {
            this.copie = copie;
            this.mesures = mesures;
            this.caseload = caseload;
            this.graine = graine;
            this.agents = agents;
            this.palette = palette;
            this.territoires = territoires;
            this.regards = regards;
            this.hasard = Hasard.de(graine.graine(), "famille-suivie", mesures.get(0).famille);
            this.zone = ZoneId.of(departement.profil().zone());
        }

        private void ecrire(List<UUID> enfants, List<UUID> ouvertes, List<UUID> projets) {
            LocalDate connue = mesures.stream().map(m -> m.attente).min(LocalDate::compareTo).orElseThrow().minusDays(40);
            Instant le = Agenda.aUneHeure(Agenda.ouvre(connue), hasard, zone);
            String unite = hasard.un(territoires);
            String ailleurs = hasard.un(territoires);
            Famille famille = famille(le, connue);
            EcritureFamille ecriture = new EcritureFamille(copie, hasard);
            ecriture.ecrire(famille, unite, le, enfants);
            Personnel.Agent ref = agent(unite, Mission.MESURE);
            EcritureEvenements evenements = new EcritureEvenements(copie, hasard, zone);
            for (Famille.EnfantFictif e : famille.enfants()) {
                regards.add("ENFANT" + e.id() + unite + "SUIVI");
                ecriture.regard(fr.jalon.commun.Sujet.enfant(e.id()), unite, "SUIVI", le);
                evenements.evenement("enfant.cree", le, null, new EcritureEvenements.Cadre(unite, ref, List.of(fr.jalon.commun.Sujet.enfant(e.id()))),
                        "naissance", "EXACTE");
            }
            List<UUID> adultes = famille.adultes().stream().map(Famille.AdulteFictif::id).toList();
            Personnel.Agent referent = agents.get(unite).stream().filter(a -> a.role() == Role.REFERENT_PPEF).findFirst().orElse(null);
            Map<Integer, List<ProjetEnLot.Exercice>> exercices = new TreeMap<>();
            Map<UUID, String> fins = new HashMap<>();
            Map<Integer, Map<UUID, LocalDate>> rapports = new HashMap<>();
            for (MesurePrevue m : mesures) {
                Famille.EnfantFictif enfant = famille.enfants().get(m.enfant);
                Integer foyer = caseload.foyers().get(m.rang);
                RecitMesure.Decor decor = new RecitMesure.Decor(palette, unite, ailleurs, servicesDe(m), adultes, enfant.neLe(),
                        foyer == null ? null : foyer(foyer), graine.ancre(), ref.id(), zone);
                Optional<RecitMesure> recit = RecitMesure.de(m, decor, graine.graine());
                if (recit.isEmpty()) {
                    continue;
                }
                LocalDate decidee = recit.get().decidee();
                UUID id = Hasard.de(graine.graine(), "mesure", m.rang).id(decidee.toEpochDay() * 86_400_000L);
                UUID decision = Hasard.de(graine.graine(), "decision", m.famille, m.nature, decidee).id(decidee.toEpochDay() * 86_400_000L);
                MesureEnLot lot = new EcritureMesure(copie, hasard, zone, versionModele).ecrire(id, caseload.numeros().get(m.rang), decision, m,
                        recit.get(), new EcritureMesure.Personnes(enfant.id(), adultes, referent,
                                hasard.un(Lexique.FEMMES) + " " + hasard.un(Lexique.NOMS)), regards);
                if (lot.etat().ouverte()) {
                    ouvertes.add(id);
                }
                lot.periodes().get("EXERCEE").forEach(p -> p.forEach(s -> exercices.computeIfAbsent(m.enfant, k -> new ArrayList<>())
                        .add(new ProjetEnLot.Exercice(id, s.uniteId(), s.dimensions().get("produit"), s.dimensions().get("service"),
                                "OUI".equals(s.dimensions().get("accueil")), s.debut(), s.fin()))));
                lot.faits().stream().filter(f -> f.acte().genre() == GenreActe.FIN).map(f -> f.acte().details().get("motif")).filter(java.util.Objects::nonNull)
                        .forEach(motif -> fins.put(id, motif));
                lot.faits().stream().filter(f -> f.acte().genre() == GenreActe.RAPPORT).forEach(f -> rapports.computeIfAbsent(m.enfant, k -> new LinkedHashMap<>())
                        .put(f.acte().id(), f.acte().le()));
            }
            exercices.forEach((rang, siens) -> projet(rang, siens, fins, rapports.getOrDefault(rang, Map.of()), famille, referent, agent(unite, Mission.DECISION), projets));
        }

        /** The projet that the measures of a child opened. */
        private void projet(int rang, List<ProjetEnLot.Exercice> siens, Map<UUID, String> fins, Map<UUID, LocalDate> rapports, Famille famille,
                Personnel.Agent referent, Personnel.Agent signataire, List<UUID> projets) {
            Famille.EnfantFictif enfant = famille.enfants().get(rang);
            PlanProjets.Cle cle = new PlanProjets.Cle(mesures.get(0).famille, rang);
            Hasard h = Hasard.de(graine.graine(), "projet-ecrit", cle.famille(), rang);
            List<ProjetEnLot.Geste> gestes = new RecitProjet(enfant.id(), siens, rapports, graine.ancre(), referent, signataire, h)
                    .gestes(caseload.etablis().getOrDefault(cle, List.of()));
            ProjetEnLot lot = ProjetEnLot.de(siens, fins, fr.jalon.dossier.Naissance.exacte(enfant.neLe()), gestes, termes::de, () -> h.id(0),
                    le -> le.atTime(9, 40).atZone(zone).toInstant());
            UUID id = Hasard.de(graine.graine(), "projet", cle.famille(), rang).id(lot.ouvertLe().toEpochDay() * 86_400_000L);
            EcritureProjet ecriture = new EcritureProjet(copie, h, zone, json, "1.0", departement.profil().mot("projet"));
            boolean ouvert = ecriture.ecrire(id, caseload.projets().get(cle), lot, new EcritureProjet.Famille(enfant.id(), enfant.prenoms(),
                    enfant.prenoms() + " " + enfant.nom(), enfant.neLe(), famille.adultes().stream().map(Famille.AdulteFictif::id).toList(), null),
                    signataire, referent, departement.noms().getOrDefault(lot.unite(), lot.unite()));
            Instant le = lot.ouvertLe().atTime(9, 40).atZone(zone).toInstant();
            EcritureMesure regard = new EcritureMesure(copie, h, zone, versionModele);
            regard.regard(regards, "PROJET", id, lot.unite(), "PILOTE", le);
            lot.services().forEach(s -> regard.regard(regards, "PROJET", id, s, "EXERCICE", le));
            if (ouvert) {
                projets.add(id);
            }
        }

        private List<String> servicesDe(MesurePrevue m) {
            return services(palette.de(m.nature, m.judiciaire, false).map(t -> t.produit().code()).orElse(""));
        }

        /** As many children as are followed, none of age before their last day. */
        private Famille famille(Instant le, LocalDate connue) {
            int combien = mesures.stream().mapToInt(m -> m.enfant).max().orElseThrow() + 1;
            Famille f = Famille.imaginer(hasard, le, connue, false);
            f = f.enfants().size() < combien ? f.fratrie(hasard, le, connue, combien) : f;
            List<Famille.EnfantFictif> enfants = new ArrayList<>();
            for (int n = 0; n < combien; n++) {
                int rang = n;
                LocalDate dernier = mesures.stream().filter(m -> m.enfant == rang).map(m -> m.fin == null ? graine.ancre() : m.fin)
                        .max(LocalDate::compareTo).orElse(graine.ancre());
                int marge = (int) Math.max(1, 17 * 365 - ChronoUnit.DAYS.between(connue, dernier));
                Famille.EnfantFictif e = f.enfants().get(n);
                LocalDate ne = connue.minusDays(hasard.entre(0, marge));
                enfants.add(new Famille.EnfantFictif(e.id(), e.nom(), e.prenoms(), e.fille(), ne, null, false));
            }
            return new Famille(enfants, f.adultes(), f.foyers(), f.separes());
        }

        /** Somebody of the unit, or of the central one. */
        private Personnel.Agent agent(String unite, Mission mission) {
            return java.util.stream.Stream.concat(agents.get(unite).stream(), agents.values().stream().flatMap(List::stream))
                    .filter(a -> tient(a, mission)).findFirst().orElseThrow();
        }
    }
}
