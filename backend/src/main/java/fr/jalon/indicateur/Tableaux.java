package fr.jalon.indicateur;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

import fr.jalon.departement.Departement;
import fr.jalon.diffusion.Public;

import org.springframework.stereotype.Service;

/** Figures and lists with their words, ready to be shown: the screen adds nothing of its own. */
@Service
public class Tableaux {

    static final int PAGE = 50;

    /** What an indicator counts, in full. */
    public record Definition(String code, String reference, String libelle, String unite, String groupe, String compte, String date,
            List<String> inclus, List<String> exclus, String lecture, String source, boolean aUneDate, boolean ventilable) {
    }

    /**
     * @param texte as it is written in French, {@code n.c.} when it is not known
     * @param raison why it is not known, or null
     * @param effectif files counted
     * @param base files among which, for a share; null otherwise
     * @param definitif the year is closed: the value no longer moves
     * @param le day the document reads a stock on, when it is not the last of the year
     * @param masquee hidden by disclosure control
     */
    public record Valeur(int annee, BigDecimal valeur, String texte, String raison, int effectif, Integer base, boolean definitif,
            Instant arreteLe, LocalDate le, boolean masquee) {
    }

    public record LigneAnnees(Definition indicateur, List<Valeur> valeurs) {
    }

    public record TableauAnnees(List<Integer> annees, List<LigneAnnees> lignes, String titre, Public diffusion) {
    }

    public record UniteOfferte(String id, String nom) {
    }

    public record ValeurUnite(String code, BigDecimal valeur, String texte, String raison, int effectif, Integer base) {
    }

    public record LigneUnite(String uniteId, String unite, List<ValeurUnite> valeurs) {
    }

    /** @param cle code of the product, frame, service or basis */
    public record LigneAxe(String cle, String libelle, List<ValeurUnite> valeurs) {
    }

    /** @param recueLe when it was received, or a measure decided */
    public record DossierCompte(UUID id, String type, String numero, String unite, Instant recueLe, boolean terminee) {
    }

    /** @param ailleurs files of this page that are counted here and out of the reader's sight today */
    public record PageDossiers(int total, int page, int pages, int ailleurs, List<DossierCompte> dossiers) {
    }

    private final Indicateurs indicateurs;
    private final DossiersComptes liste;
    private final Departement departement;
    private final LibellesAxes libelles;

    Tableaux(Indicateurs indicateurs, DossiersComptes liste, Departement departement, LibellesAxes libelles) {
        this.indicateurs = indicateurs;
        this.liste = liste;
        this.departement = departement;
        this.libelles = libelles;
    }

    public List<Definition> definitions() {
        return indicateurs.catalogue().stream().map(Tableaux::definition).toList();
    }

    public List<UniteOfferte> unites() {
        return indicateurs.unitesOffertes().entrySet().stream().map(e -> new UniteOfferte(e.getKey(), e.getValue())).toList();
    }

    public TableauAnnees annees(int du, int au, String unite) {
        return annees(du, au, unite, Public.INTERNE);
    }

    /** For that public: what may not leave is hidden, on the screen as in the file. */
    public TableauAnnees annees(int du, int au, String unite, Public diffusion) {
        List<Indicateurs.Ligne> comptees = indicateurs.annees(du, au, unite);
        Set<String> cachees = indicateurs.cachees(comptees, unite, diffusion);
        List<LigneAnnees> lignes = comptees.stream().map(l -> new LigneAnnees(definition(l.indicateur()), l.cellules().stream()
                .map(c -> masquer(valeur(l.indicateur(), c), cachees.contains(SecretIndicateurs.cle(l.indicateur().code(), c.annee())), diffusion)).toList())).toList();
        return new TableauAnnees(java.util.stream.IntStream.rangeClosed(du, au).boxed().toList(), lignes,
                diffusion == Public.INTERNE ? Constat.de(lignes) : diffusion.libelle(), diffusion);
    }

    /** The file that is kept: who took it, and for whom, is written down. */
    public TableauAnnees aExporter(int du, int au, String unite, Public diffusion) {
        TableauAnnees tableau = annees(du, au, unite, diffusion);
        indicateurs.noterExport(diffusion);
        return tableau;
    }

    /** Files behind and their base are told inside alone. */
    private static Valeur masquer(Valeur v, boolean cachee, Public qui) {
        if (qui == Public.INTERNE) {
            return v;
        }
        return cachee ? new Valeur(v.annee(), null, SecretIndicateurs.MASQUE, "Secret statistique\u00a0: moins de " + qui.seuil() + " enfants, ou permettrait de les retrouver.", 0, null,
                v.definitif(), v.arreteLe(), v.le(), true)
                : new Valeur(v.annee(), v.valeur(), v.texte(), v.raison(), 0, null, v.definitif(), v.arreteLe(), v.le(), false);
    }

    public List<LigneUnite> parUnite(int annee, List<String> codes) {
        Map<String, String> noms = departement.noms();
        return lignes(indicateurs.parUnite(annee, codes), codes, u -> noms.getOrDefault(u, u));
    }

    /** A line a product, frame, service or legal basis. */
    public List<LigneAxe> parAxe(int annee, Axe axe, List<String> codes, String unite) {
        return lignes(indicateurs.parAxe(annee, axe, codes, unite), codes, v -> libelles.de(axe, v)).stream()
                .map(l -> new LigneAxe(l.uniteId(), l.unite(), l.valeurs())).toList();
    }

    private List<LigneUnite> lignes(List<Indicateurs.ParAxe> comptees, List<String> codes, UnaryOperator<String> nom) {
        Map<String, Indicateur> parCode = indicateurs.catalogue().stream()
                .collect(java.util.stream.Collectors.toMap(Indicateur::code, i -> i));
        return comptees.stream().map(l -> {
            List<ValeurUnite> valeurs = new java.util.ArrayList<>();
            for (int i = 0; i < codes.size(); i++) {
                Chiffre c = l.chiffres().get(i);
                valeurs.add(new ValeurUnite(codes.get(i), c.valeur(), texte(parCode.get(codes.get(i)), c), c.raison(), Math.toIntExact(c.effectif()), base(c)));
            }
            return new LigneUnite(l.cle(), nom.apply(l.cle()), valeurs);
        }).sorted(java.util.Comparator.comparing(LigneUnite::unite, java.text.Collator.getInstance(java.util.Locale.FRENCH))).toList();
    }

    public PageDossiers dossiers(String code, int annee, String unite, boolean manquants, int page) {
        Indicateurs.Dossiers dossiers = indicateurs.dossiers(code, annee, unite, manquants);
        int total = dossiers.ids().size();
        int pages = Math.max(1, (total + PAGE - 1) / PAGE);
        int voulue = Math.min(Math.max(0, page), pages - 1);
        List<UUID> ids = dossiers.ids().subList(voulue * PAGE, Math.min(total, (voulue + 1) * PAGE));
        Map<String, String> noms = departement.noms();
        List<DossierCompte> lignes = liste.lire(dossiers.type(), ids).stream().map(l -> new DossierCompte(l.id(), l.type().name(), l.numero(),
                noms.getOrDefault(l.uniteId(), l.uniteId()), l.recueLe(), l.terminee())).toList();
        return new PageDossiers(total, voulue, pages, ids.size() - lignes.size(), lignes);
    }

    static Definition definition(Indicateur i) {
        return new Definition(i.code(), i.references().isEmpty() ? null : String.join(", ", i.references()), i.libelle(), i.unite(), i.groupe(), i.compte(), i.date(),
                i.inclus() == null ? List.of() : i.inclus(), i.exclus() == null ? List.of() : i.exclus(), i.lecture(), i.source(), i.stock(), i.ventilable());
    }

    private static Valeur valeur(Indicateur i, Indicateurs.Cellule x) {
        Chiffre c = x.chiffre();
        return new Valeur(x.annee(), c.valeur(), texte(i, c), c.raison(), Math.toIntExact(c.effectif()), base(c), x.arreteLe() != null, x.arreteLe(), i.date(x.annee()), false);
    }

    private static Integer base(Chiffre c) {
        return c.base() == null ? null : Math.toIntExact(c.base());
    }

    private static String texte(Indicateur i, Chiffre c) {
        return c.valeur() == null ? "n.c." : i.unite().equals("%") ? Francais.pourcent(c.valeur()) : Francais.nombre(c.valeur());
    }
}
