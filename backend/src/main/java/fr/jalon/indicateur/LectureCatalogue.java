package fr.jalon.indicateur;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Mission;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.indicateur.Collecte.AxeCumul;
import fr.jalon.indicateur.Collecte.Cle;
import fr.jalon.indicateur.Collecte.Grain;

import org.springframework.stereotype.Service;

/** The catalogue read: every row of the département's documents with its exact words, what counts it and how, and a text tried before it is kept. */
@Service
public class LectureCatalogue {

    private static final int ANNEES_APERCU = 4;

    /** A figure an indicator is made of. @param role numérateur, dénominateur, ajouté, retiré, de */
    public record TermeLu(String role, String code, String libelle) {
    }

    /** Day the document reads a stock on, for a year. */
    public record JourLu(int annee, LocalDate le) {
    }

    /** @param formule as it is written @param ajoute by the département rather than shipped */
    public record IndicateurLu(Tableaux.Definition definition, String formule, List<TermeLu> termes, List<JourLu> jours, boolean ajoute) {
    }

    /**
     * A row of a document.
     *
     * @param raison why a row of class A or B has no formula; null otherwise
     * @param indicateurs codes of what counts it; empty: entered by hand
     */
    public record LigneLue(String code, String document, String fiche, String intituleFiche, String libelle, String unite, String nature, String classe,
            boolean tableauDeBord, String evenements, String denominateur, String source, String remarque, String raison, List<String> indicateurs) {
    }

    public record CatalogueLu(int annee, List<LigneLue> lignes, List<IndicateurLu> indicateurs) {
    }

    public record ValeurApercue(int annee, BigDecimal valeur, String texte, String raison) {
    }

    public record IndicateurApercu(String code, String libelle, String unite, List<ValeurApercue> valeurs) {
    }

    /** @param indicateurs none while something is wrong with the text */
    public record ApercuCatalogue(List<ErreurCatalogue> erreurs, List<IndicateurApercu> indicateurs) {
    }

    private final Catalogue catalogue;
    private final Calculs calculs;
    private final DocumentsDuCatalogue documents;
    private final Departement departement;
    private final Acces acces;
    private final Horloge horloge;

    LectureCatalogue(Catalogue catalogue, Calculs calculs, DocumentsDuCatalogue documents, Departement departement, Acces acces, Horloge horloge) {
        this.catalogue = catalogue;
        this.calculs = calculs;
        this.documents = documents;
        this.departement = departement;
        this.acces = acces;
        this.horloge = horloge;
    }

    public CatalogueLu lire() {
        acces.exiger(Mission.COMPTAGE);
        Map<String, String> raisons = RapportCatalogue.raisons();
        List<LigneLue> lignes = documents.lignes(departement.profil().code()).stream().map(l -> new LigneLue(l.code(), l.schema(), l.fiche(), l.intituleFiche(), l.libelle(),
                l.unite(), l.nature().name(), l.classe().name(), l.tableauDeBord(), l.evenements(), l.denominateur(), l.source(), l.remarque(), raisons.get(l.code()),
                catalogue.parReference(l.code()).stream().map(Indicateur::code).toList())).toList();
        return new CatalogueLu(horloge.aujourdhui().getYear(), lignes, catalogue.tous().stream().map(this::lu).toList());
    }

    private IndicateurLu lu(Indicateur i) {
        List<JourLu> jours = i.dates() == null ? List.of() : i.dates().entrySet().stream().sorted(Map.Entry.comparingByKey()).map(e -> new JourLu(e.getKey(), e.getValue())).toList();
        return new IndicateurLu(Tableaux.definition(i), catalogue.ecrite(i.code()), termes(i.mesure()), jours, !catalogue.livre(i.code()));
    }

    private List<TermeLu> termes(Formule f) {
        if (f instanceof FormuleComposee.Ratio r) {
            return List.of(terme("numérateur", r.numerateur()), terme("dénominateur", r.denominateur()));
        }
        if (f instanceof FormuleComposee.Somme s) {
            List<TermeLu> termes = new ArrayList<>(s.de().stream().map(c -> terme("ajouté", c)).toList());
            (s.moins() == null ? List.<String>of() : s.moins()).forEach(c -> termes.add(terme("retiré", c)));
            return termes;
        }
        return f instanceof FormuleComposee.Variation v ? List.of(terme("évolution de", v.de())) : List.of();
    }

    private TermeLu terme(String role, String code) {
        return new TermeLu(role, code, catalogue.siConnu(code).map(Indicateur::libelle).or(() -> documents.ligne(code).map(LigneDocument::libelle)).orElse(code));
    }

    /** What the indicators of a text would count, over the last years; or what is wrong with it. Nothing is kept. */
    public ApercuCatalogue apercu(String yaml) {
        acces.exiger(Mission.COMPTAGE);
        List<ErreurCatalogue> erreurs = catalogue.valider(yaml);
        if (!erreurs.isEmpty()) {
            return new ApercuCatalogue(erreurs, List.of());
        }
        Map<String, Indicateur> lus = new LinkedHashMap<>();
        catalogue.lireTexte(yaml).forEach(i -> lus.put(i.code(), i));
        Calculs.Calcul calcul = calculs.de(lus.values(), AxeCumul.TOTAL, Grain.ANNEE, Connu.maintenant(),
                code -> lus.containsKey(code) ? Optional.of(lus.get(code)) : catalogue.siConnu(code));
        return new ApercuCatalogue(List.of(), lus.values().stream().map(i -> chiffres(i, calcul)).toList());
    }

    /** An indicator of the catalogue over the last years. */
    public IndicateurApercu chiffres(String code) {
        acces.exiger(Mission.COMPTAGE);
        Indicateur i = catalogue.trouver(code);
        return chiffres(i, calculs.de(List.of(i), AxeCumul.TOTAL, Grain.ANNEE, Connu.maintenant()));
    }

    private IndicateurApercu chiffres(Indicateur i, Calculs.Calcul calcul) {
        int annee = horloge.aujourdhui().getYear();
        return new IndicateurApercu(i.code(), i.libelle(), i.unite(),
                IntStream.rangeClosed(annee - ANNEES_APERCU + 1, annee).mapToObj(a -> valeur(i, a, calcul.annee(i, a, Cle.TOTAL))).toList());
    }

    private static ValeurApercue valeur(Indicateur i, int annee, Chiffre c) {
        return new ValeurApercue(annee, c.valeur(), c.valeur() == null ? "n.c." : "%".equals(i.unite()) ? Francais.pourcent(c.valeur()) : Francais.nombre(c.valeur()), c.raison());
    }
}
