package fr.jalon.schema;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.indicateur.Comptage;
import fr.jalon.indicateur.Connu;
import fr.jalon.indicateur.DocumentsDuCatalogue;
import fr.jalon.indicateur.LigneDocument;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where each fiche of the schéma stands against its calendar, what was done when, and its indicators year by year. */
@Service
public class SuiviSchema {

    public record EtapeSchema(UUID id, EtatFiche etat, String etatLibelle, LocalDate le, String texte, String par, Instant saisieLe, Instant annuleeLe,
            String annuleeMotif) {
    }

    /** @param valeur null with its reason; a row entered by hand has neither here */
    public record ValeurSchema(int annee, BigDecimal valeur, String raison) {
    }

    /** @param comptee by a formula; otherwise entered by hand in the contract's table */
    public record LigneSchema(String code, String libelle, String unite, String classe, boolean comptee, List<ValeurSchema> valeurs) {
    }

    /** @param enRetard its calendar is over and it is neither done nor given up */
    public record FicheSchema(int numero, String intitule, int du, int au, String pilote, EtatFiche etat, String etatLibelle, LocalDate depuis, boolean enRetard,
            long version, List<EtapeSchema> etapes, List<LigneSchema> lignes) {
    }

    /** @param code null where the département's document is a contract: nothing to follow here */
    public record PageSchema(String code, String titre, String mot, int du, int au, boolean calendrierPerdu, boolean peutEcrire, List<Integer> annees,
            List<FicheSchema> fiches) {
    }

    private record Etape(UUID id, int fiche, EtatFiche etat, LocalDate le, String texte, Instant saisieLe, UUID par, Instant annuleeLe, String annuleeMotif) {

        boolean vivante() {
            return annuleeLe == null;
        }
    }

    private final Acces acces;
    private final PlanSchema plan;
    private final DocumentsDuCatalogue documents;
    private final Comptage comptage;
    private final Departement departement;
    private final Utilisateurs utilisateurs;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    SuiviSchema(Acces acces, PlanSchema plan, DocumentsDuCatalogue documents, Comptage comptage, Departement departement, Utilisateurs utilisateurs,
            Horloge horloge, JdbcClient jdbc) {
        this.acces = acces;
        this.plan = plan;
        this.documents = documents;
        this.comptage = comptage;
        this.departement = departement;
        this.utilisateurs = utilisateurs;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public PageSchema lire() {
        Identite qui = IdentiteCourante.exiger();
        if (!qui.territoire(Mission.SUPERVISION).departement()) {
            acces.exiger(Mission.COMPTAGE);
        }
        PlanSchema.Plan p = plan.lire().orElse(null);
        if (p == null) {
            return new PageSchema(null, null, null, 0, 0, false, false, List.of(), List.of());
        }
        int cetteAnnee = horloge.aujourdhui().getYear();
        List<Integer> annees = java.util.stream.IntStream.rangeClosed(p.du(), p.au()).filter(a -> a <= cetteAnnee).boxed().toList();
        Map<Integer, List<LigneDocument>> lignes = documents.lignes(departement.profil().code()).stream().filter(l -> l.tableauDeBord() && l.code().contains("-F")
                && numero(l) > 0).collect(Collectors.groupingBy(SuiviSchema::numero));
        Map<String, List<ValeurSchema>> valeurs = valeurs(lignes.values().stream().flatMap(List::stream).map(LigneDocument::code).toList(), annees);
        Map<Integer, List<Etape>> etapes = etapes(p.code()).stream().collect(Collectors.groupingBy(Etape::fiche));
        Map<UUID, String> noms = noms(etapes.values().stream().flatMap(List::stream).toList());
        return new PageSchema(p.code(), p.titre(), p.mot(), p.du(), p.au(), p.calendrierPerdu(), qui.a(Mission.COMPTAGE), annees, p.fiches().stream()
                .map(f -> fiche(f, etapes.getOrDefault(f.numero(), List.of()), noms, lignes.getOrDefault(f.numero(), List.of()), valeurs, cetteAnnee)).toList());
    }

    private static int numero(LigneDocument l) {
        return l.code().matches("\\d\\d-F\\d\\d-\\d+") ? Integer.parseInt(l.code().substring(4, 6)) : 0;
    }

    private Map<String, List<ValeurSchema>> valeurs(List<String> codes, List<Integer> annees) {
        Map<String, List<ValeurSchema>> lues = new HashMap<>();
        List<String> comptees = codes.stream().filter(c -> !comptage.indicateursDe(c).isEmpty()).toList();
        if (!annees.isEmpty() && !comptees.isEmpty()) {
            comptage.table(comptees, annees.get(0), annees.get(annees.size() - 1), Connu.maintenant()).forEach(l -> {
                List<ValeurSchema> siennes = new ArrayList<>();
                for (int n = 0; n < annees.size(); n++) {
                    siennes.add(new ValeurSchema(annees.get(n), l.chiffres().get(n).valeur(), l.chiffres().get(n).raison()));
                }
                lues.put(l.code(), siennes);
            });
        }
        return lues;
    }

    private FicheSchema fiche(PlanSchema.Fiche f, List<Etape> siennes, Map<UUID, String> noms, List<LigneDocument> lignes, Map<String, List<ValeurSchema>> valeurs,
            int cetteAnnee) {
        Etape derniere = siennes.stream().filter(Etape::vivante).max(Comparator.comparing(Etape::le).thenComparing(Etape::saisieLe)).orElse(null);
        EtatFiche etat = derniere == null ? EtatFiche.A_LANCER : derniere.etat();
        return new FicheSchema(f.numero(), f.intitule(), f.du(), f.au(), f.pilote(), etat, etat.libelle(), derniere == null ? null : derniere.le(),
                f.au() < cetteAnnee && !etat.finie(), siennes.size() + siennes.stream().filter(e -> !e.vivante()).count(), siennes.stream()
                        .sorted(Comparator.comparing(Etape::le).thenComparing(Etape::saisieLe).reversed()).map(e -> new EtapeSchema(e.id(), e.etat(), e.etat().libelle(),
                                e.le(), e.texte(), noms.get(e.par()), e.saisieLe(), e.annuleeLe(), e.annuleeMotif())).toList(),
                lignes.stream().map(l -> new LigneSchema(l.code(), l.libelle(), l.unite(), l.classe().name(), valeurs.containsKey(l.code()),
                        valeurs.getOrDefault(l.code(), List.of()))).toList());
    }

    /** A dated step, and the state it leaves the fiche in. @param version acts on this fiche when it was read */
    @Transactional
    public void noter(int numero, Long version, EtatFiche etat, LocalDate le, String texte) {
        PlanSchema.Plan p = ecrire(numero, version);
        if (etat == null) {
            throw Refus.champ("etat", "Choisissez où en est cette fiche.");
        }
        if (le == null) {
            throw Refus.champ("le", "Indiquez le jour.");
        }
        if (le.isAfter(horloge.aujourdhui())) {
            throw Refus.champ("le", "Cette date est dans le futur.");
        }
        if (texte == null || texte.isBlank()) {
            throw Refus.champ("texte", "Écrivez ce qui a été fait ou décidé.");
        }
        jdbc.sql("insert into schema_etape(id, document, fiche, etat, le, texte, saisie_le, saisie_par) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Ids.nouveau(), p.code(), numero, etat.name(), le, texte.strip(), Timestamp.from(horloge.maintenant()), IdentiteCourante.exiger().utilisateurId())
                .update();
    }

    @Transactional
    public void annuler(int numero, UUID etape, Long version, String motif) {
        PlanSchema.Plan p = ecrire(numero, version);
        if (motif == null || motif.isBlank()) {
            throw Refus.champ("motif", "Écrivez pourquoi cette étape n’aurait pas dû être notée.");
        }
        if (jdbc.sql("update schema_etape set annulee_le = ?, annulee_motif = ? where id = ? and document = ? and fiche = ? and annulee_le is null")
                .params(Timestamp.from(horloge.maintenant()), motif.strip(), etape, p.code(), numero).update() == 0) {
            throw new Introuvable();
        }
    }

    private PlanSchema.Plan ecrire(int numero, Long version) {
        acces.exiger(Mission.COMPTAGE);
        PlanSchema.Plan p = plan.lire().filter(x -> x.fiches().stream().anyMatch(f -> f.numero() == numero)).orElseThrow(Introuvable::new);
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:fiche, 212))").param("fiche", p.code() + " " + numero).query(l -> { });
        long actes = jdbc.sql("select count(*) + count(annulee_le) from schema_etape where document = ? and fiche = ?").params(p.code(), numero).query(Long.class).single();
        if (version == null || version != actes) {
            throw new Conflit(null, null, "Cette fiche a été suivie depuis que vous l’avez ouverte.");
        }
        return p;
    }

    private List<Etape> etapes(String document) {
        return jdbc.sql("select * from schema_etape where document = ? order by le, saisie_le").param(document).query((l, n) -> {
            Timestamp annulee = l.getTimestamp("annulee_le");
            return new Etape(l.getObject("id", UUID.class), l.getInt("fiche"), EtatFiche.valueOf(l.getString("etat")), l.getObject("le", LocalDate.class),
                    l.getString("texte"), l.getTimestamp("saisie_le").toInstant(), l.getObject("saisie_par", UUID.class), annulee == null ? null : annulee.toInstant(),
                    l.getString("annulee_motif"));
        }).list();
    }

    private Map<UUID, String> noms(List<Etape> etapes) {
        Set<UUID> auteurs = etapes.stream().map(Etape::par).filter(Objects::nonNull).collect(Collectors.toSet());
        return auteurs.isEmpty() ? Map.of() : utilisateurs.noms(auteurs);
    }
}
