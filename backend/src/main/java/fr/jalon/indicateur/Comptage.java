package fr.jalon.indicateur;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.jalon.departement.Departement;
import fr.jalon.indicateur.Collecte.AxeCumul;
import fr.jalon.indicateur.Collecte.Cle;
import fr.jalon.indicateur.Collecte.Grain;

import org.springframework.stereotype.Service;

/**
 * The figures of the catalogue, now or as known at a past date, by code of the catalogue or by the code of the printed row they answer.
 * The caller has checked the right to see them: nothing here is about one person.
 */
@Service
public class Comptage {

    /** One indicator, a figure a year. */
    public record LigneComptee(String code, List<Chiffre> chiffres) {
    }

    /** @param cle unit, month (« 2024-03 »), product, sex or age band */
    public record Part(String cle, String libelle, Chiffre chiffre) {
    }

    /** @param mois January first */
    public record LigneMois(String cle, String libelle, List<Chiffre> mois) {
    }

    /** Files that are near and out, and why. @param nombre null when the formula cannot tell how many */
    public record Exclu(String raison, Long nombre) {
    }

    private final Catalogue catalogue;
    private final Calculs calculs;
    private final Departement departement;
    private final LibellesAxes libelles;
    private final Roulement roulement;
    private final Exclusions exclusions;

    Comptage(Catalogue catalogue, Calculs calculs, Departement departement, LibellesAxes libelles, Exclusions exclusions,
            Roulement roulement) {
        this.catalogue = catalogue;
        this.calculs = calculs;
        this.exclusions = exclusions;
        this.departement = departement;
        this.libelles = libelles;
        this.roulement = roulement;
    }

    /** Codes of the catalogue that answer a printed row; none when it has no formula. */
    public List<String> indicateursDe(String reference) {
        return catalogue.parReference(reference).stream().map(Indicateur::code).toList();
    }

    /** What is counted, in full words; by code of the catalogue or of the row. */
    public Tableaux.Definition definition(String code) {
        return Tableaux.definition(catalogue.trouver(code));
    }

    /** @param unite null: the whole département */
    public Chiffre compter(String indicateur, int annee, Connu connu, String unite) {
        Indicateur i = catalogue.trouver(indicateur);
        Calculs.Calcul c = calculs.de(List.of(i), unite == null ? AxeCumul.TOTAL : AxeCumul.UNITE, Grain.ANNEE, connu);
        return c.annee(i, annee, unite == null ? Cle.TOTAL : new Cle(AxeCumul.UNITE, unite));
    }

    /** A line an indicator, a figure a year, from one reading. */
    public List<LigneComptee> table(List<String> codes, int du, int au, Connu connu) {
        List<Indicateur> indicateurs = codes.stream().map(catalogue::trouver).toList();
        Calculs.Calcul c = calculs.de(indicateurs, AxeCumul.TOTAL, Grain.ANNEE, connu);
        List<LigneComptee> lignes = new ArrayList<>();
        for (int n = 0; n < codes.size(); n++) {
            List<Chiffre> chiffres = new ArrayList<>();
            for (int annee = du; annee <= au; annee++) {
                chiffres.add(c.annee(indicateurs.get(n), annee, Cle.TOTAL));
            }
            lignes.add(new LigneComptee(codes.get(n), chiffres));
        }
        return lignes;
    }

    /** Why a figure is not split so, in words; null when it is. */
    public String indivisible(String code, Decoupe decoupe) {
        return calculs.empeche(catalogue.trouver(code), decoupe == Decoupe.MOIS ? AxeCumul.TOTAL : AxeCumul.valueOf(decoupe.name()), decoupe == Decoupe.MOIS);
    }

    /** The same figure, split; lines of nothing are left out, but for months. A file may be in two lines and once in the whole. */
    public List<Part> parAxe(String code, int annee, Decoupe decoupe, Connu connu) {
        Indicateur i = catalogue.trouver(code);
        if (decoupe == Decoupe.MOIS) {
            Calculs.Calcul c = calculs.de(List.of(i), AxeCumul.TOTAL, Grain.MOIS, connu);
            List<Part> parts = new ArrayList<>();
            for (int mois = 1; mois <= 12; mois++) {
                String cle = "%d-%02d".formatted(annee, mois);
                parts.add(new Part(cle, cle, c.mois(i, annee, mois, Cle.TOTAL)));
            }
            return parts;
        }
        AxeCumul axe = AxeCumul.valueOf(decoupe.name());
        if (indivisible(code, decoupe) != null) {
            return List.of();
        }
        Calculs.Calcul c = calculs.de(List.of(i), axe, Grain.ANNEE, connu);
        Map<String, String> noms = departement.noms();
        List<Part> parts = new ArrayList<>();
        Set<Cle> cles = c.cles(axe);
        if (axe == AxeCumul.UNITE && (Forme.de(i.mesure()) == Forme.AUCUNE || i.mesure() instanceof FormuleComposee)) {
            noms.keySet().forEach(u -> cles.add(new Cle(axe, u)));
        }
        for (Cle cle : cles) {
            Chiffre chiffre = c.annee(i, annee, cle);
            // What is made of others may have no figure somewhere, and a zero that is one.
            if (i.mesure() instanceof FormuleComposee ? c.compteIci(i, annee, cle) : chiffre.valeur() != null && (chiffre.valeur().signum() != 0 || chiffre.base() != null)) {
                parts.add(new Part(cle.valeur(), libelle(cle, noms), chiffre));
            }
        }
        return parts;
    }

    /** The same figure by unit and by month, now. */
    public List<LigneMois> parUniteEtMois(String code, int annee) {
        Indicateur i = catalogue.trouver(code);
        Calculs.Calcul c = calculs.mois(i, AxeCumul.UNITE, annee);
        Map<String, String> noms = departement.noms();
        List<LigneMois> lignes = new ArrayList<>();
        for (Cle cle : c.cles(AxeCumul.UNITE)) {
            List<Chiffre> mois = new ArrayList<>();
            for (int m = 1; m <= 12; m++) {
                mois.add(c.mois(i, annee, m, cle));
            }
            if (mois.stream().anyMatch(x -> x.valeur() != null && (x.valeur().signum() != 0 || x.base() != null))) {
                lignes.add(new LigneMois(cle.valeur(), libelle(cle, noms), mois));
            }
        }
        return lignes;
    }

    private String libelle(Cle cle, Map<String, String> noms) {
        return switch (cle.axe()) {
            case UNITE -> noms.getOrDefault(cle.valeur(), cle.valeur());
            case PRODUIT -> libelles.de(Axe.PRODUIT, cle.valeur());
            case SEXE -> switch (cle.valeur()) {
                case "FILLE" -> "filles";
                case "GARCON" -> "garçons";
                default -> "non renseigné";
            };
            case AGE -> TranchesAge.libelle(cle.valeur());
            default -> cle.valeur();
        };
    }

    /** Adds up now what the night would: after much was written at once, the first reader does not wait for all of it. */
    public void additionner() {
        roulement.chaqueNuit();
    }

    /** Cases near but out, by which condition of the formula, with how many; what no fact tells stays in words. */
    public List<Exclu> exclus(String code, int annee, Connu connu) {
        return exclusions.de(catalogue.trouver(code), annee, connu);
    }
}
