package fr.jalon.projet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import fr.jalon.dossier.Naissance;
import fr.jalon.evenement.Periodes;

/**
 * What the acts of a projet leave in the tables, for projets written many at a time: its acts (those the measures make included), the row, the
 * events and the periods, from the very code the acts themselves go through. Pure.
 */
public final class ProjetEnLot {

    /** Columns of {@code projet} that follow from the acts and the measures, in the order of {@link #valeurs}. */
    public static final String COLONNES = "etat, unite_id, mesure_id, ouvert_le, depuis, mesure_depuis, produits, commence, invite_le, rencontre_le, etabli_le, "
            + "premier_etabli_le, etabli_avec_mep, remis_le, revision_le, majeur_le, revise_depuis, motif_revision, referent_id, clos_le, motif_cloture";

    /** A stretch of the exercise of a measure, in one unit, under one product and one legal basis. */
    public record Exercice(UUID mesure, String unite, String produit, String service, boolean accueil, LocalDate debut, LocalDate fin) {
    }

    /** An act of somebody. */
    public record Geste(GenreActeProjet genre, LocalDate le, Map<String, String> details) {
    }

    /** Where the rules of the legal clock lead. */
    public interface Termes {
        LocalDate de(String regle, LocalDate origine);
    }

    /** An act and the event it appends. */
    public record Fait(ActeProjet acte, String element, String unite, Map<String, String> dimensions) {
    }

    private final CoursDesMesures cours;
    private final Naissance naissance;
    private final Termes termes;
    private final List<ActeProjet> actes = new ArrayList<>();
    private final List<Fait> faits = new ArrayList<>();

    private ProjetEnLot(List<Exercice> exercices, Naissance naissance, Termes termes) {
        this.cours = CoursDesMesures.de(exercices.stream().map(e -> new TrancheExercee(e.mesure(), e.unite(), e.produit(), e.service(), e.accueil(),
                e.debut(), e.fin())).toList());
        this.naissance = naissance;
        this.termes = termes;
    }

    /**
     * @param exercices of the measures that ask for a projet ; none started on or after the majority
     * @param motifs why each measure ended, by its id
     * @param saisi when each act was entered
     */
    public static ProjetEnLot de(List<Exercice> exercices, Map<UUID, String> motifs, Naissance naissance, List<Geste> gestes, Termes termes,
            Supplier<UUID> ids, Function<LocalDate, Instant> saisi) {
        ProjetEnLot p = new ProjetEnLot(exercices, naissance, termes);
        List<ActeProjet> tous = new ArrayList<>();
        for (CoursDesMesures.Voulu v : p.cours.actes()) {
            Map<String, String> d = new TreeMap<>(Map.of("mesure", v.mesure().toString(), "produit", v.produit()));
            String motif = v.genre() == GenreActeProjet.REVISION ? "MESURE" : v.genre() == GenreActeProjet.CLOTURE ? motifs.get(v.mesure()) : null;
            if (motif != null) {
                d.put("motif", motif);
            }
            tous.add(acte(ids, v.genre(), v.le(), true, d, saisi));
        }
        gestes.forEach(g -> tous.add(acte(ids, g.genre(), g.le(), false, g.details(), saisi)));
        tous.sort(ActeProjet.ORDRE);
        tous.forEach(p::ajouter);
        return p;
    }

    private static ActeProjet acte(Supplier<UUID> ids, GenreActeProjet genre, LocalDate le, boolean automatique, Map<String, String> details,
            Function<LocalDate, Instant> saisi) {
        return new ActeProjet(ids.get(), genre, le, automatique, details, Map.of(), null, ids.get(), saisi.apply(le), null, null, null);
    }

    private void ajouter(ActeProjet a) {
        SituationProjet avant = SituationProjet.derniere(actes);
        ActeProjet complet = a.genre() == GenreActeProjet.ETABLISSEMENT ? etablissement(a, avant) : a;
        actes.add(complet);
        Map<String, String> d = new LinkedHashMap<>();
        ActesProjet.DIMENSIONS.forEach(nom -> {
            if (complet.d(nom) != null) {
                d.put(nom, complet.d(nom));
            }
        });
        faits.add(new Fait(complet, a.genre() == GenreActeProjet.OUVERTURE ? "ouvert" : avant.etat().etape(), unite(a.le()), d));
    }

    private ActeProjet etablissement(ActeProjet a, SituationProjet avant) {
        LocalDate limite = avant.etabliLe == null ? termes.de("PROJET", avant.depuis)
                : avant.etabliDansCeChemin ? termes.de(DatesProjet.regleRevision(naissance, avant.etabliLe), avant.etabliLe) : null;
        Map<String, String> d = new TreeMap<>(a.details());
        cours.conduite(a.le()).ifPresent(t -> d.put("produit", t.produit()));
        if (cours.produits(a.le()).stream().anyMatch(x -> x.startsWith("MEP"))) {
            d.put("mep", "OUI");
        }
        if (limite != null) {
            d.put("dateLegale", limite.toString());
            d.put("aTemps", a.le().isAfter(limite) ? "NON" : "OUI");
        }
        if (naissance.moinsDeDeuxAns(a.le())) {
            d.put("moinsDeDeuxAns", "OUI");
        }
        return new ActeProjet(a.id(), a.genre(), a.le(), false, d, a.avertissements(), a.texte(), a.evenementId(), a.saisiLe(), a.saisiPar(), null, null);
    }

    private String unite(LocalDate le) {
        return cours.conduite(le).or(cours::derniere).map(TrancheExercee::unite).orElseThrow();
    }

    public List<Fait> faits() {
        return faits;
    }

    /** The measures started at least once: there is a projet to write. */
    public boolean ouvert() {
        return !actes.isEmpty();
    }

    /** Periods by kind, each as its segments. */
    public Map<String, List<List<Periodes.Segment>>> periodes() {
        return DerouleProjet.periodes(actes, cours, unite(), le -> termes.de(DatesProjet.regleRevision(naissance, le), le));
    }

    public EtatProjet etat() {
        return SituationProjet.derniere(actes).etat();
    }

    public String unite() {
        return cours.derniere().map(TrancheExercee::unite).orElseThrow();
    }

    public LocalDate ouvertLe() {
        return SituationProjet.derniere(actes).ouvertLe;
    }

    /** Services that see it now: none once it is over. */
    public List<String> services() {
        return !etat().ouvert() ? List.of() : cours.enCours().stream().map(TrancheExercee::service).filter(Objects::nonNull).distinct().sorted().toList();
    }

    /** Days its versions were opened, established and handed over, oldest first; the last of a version may be null. */
    public List<LocalDate[]> versions() {
        List<LocalDate[]> versions = new ArrayList<>();
        boolean etablie = true;
        for (ActeProjet a : actes) {
            SituationProjet s = SituationProjet.derniere(actes.subList(0, actes.indexOf(a) + 1));
            if (etablie && s.etat().enEcriture()) {
                versions.add(new LocalDate[] {s.reviseDepuis == null ? s.depuis : s.reviseDepuis, null, null});
                etablie = false;
            }
            if (a.genre() == GenreActeProjet.ETABLISSEMENT && !etablie) {
                versions.get(versions.size() - 1)[1] = a.le();
                etablie = true;
            } else if (a.genre() == GenreActeProjet.REMISE) {
                // Of the version established last, while the next one may be being written.
                versions.stream().filter(v -> v[1] != null).reduce((x, y) -> y).filter(v -> v[2] == null).ifPresent(v -> v[2] = a.le());
            }
        }
        return versions;
    }

    /** Why a version was opened, by its place in {@link #versions}. */
    public List<String> motifsDesVersions() {
        List<String> motifs = new ArrayList<>();
        boolean etablie = true;
        for (int i = 0; i < actes.size(); i++) {
            SituationProjet s = SituationProjet.derniere(actes.subList(0, i + 1));
            if (etablie && s.etat().enEcriture()) {
                motifs.add(s.motifRevision);
                etablie = false;
            }
            etablie = etablie || actes.get(i).genre() == GenreActeProjet.ETABLISSEMENT;
        }
        return motifs;
    }

    /** Values of {@link #COLONNES}; {@code produits} is an array of texts. */
    public List<Object> valeurs() {
        SituationProjet s = SituationProjet.derniere(actes);
        LocalDate revision = s.closLe == null && s.etabliDansCeChemin ? termes.de(DatesProjet.regleRevision(naissance, s.etabliLe), s.etabliLe) : null;
        return Arrays.asList(s.etat().name(), unite(), s.mesure, s.ouvertLe, s.depuis, cours.mesureDepuis(),
                cours.enCours().stream().map(TrancheExercee::produit).distinct().sorted(Comparator.naturalOrder()).toArray(String[]::new), s.commence,
                s.inviteLe, s.rencontreLe, s.etabliLe, s.premierEtabliLe, s.etabliLe == null ? null : s.etabliAvecMep, s.remisLe, revision,
                MesuresConcernees.majorite(naissance), s.reviseDepuis, s.motifRevision, s.referent, s.closLe, s.motifCloture);
    }
}
