package fr.jalon.indicateur;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import fr.jalon.departement.Departement;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

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

    /** Files that are near and out, and why. @param nombre null when the formula cannot tell how many */
    public record Exclu(String raison, Long nombre) {
    }

    private final Catalogue catalogue;
    private final LectureFaits lecture;
    private final Clotures clotures;
    private final Departement departement;
    private final LibellesAxes libelles;
    private final Recompte recompte;

    Comptage(Catalogue catalogue, LectureFaits lecture, Clotures clotures, Departement departement, LibellesAxes libelles,
            Recompte recompte) {
        this.catalogue = catalogue;
        this.lecture = lecture;
        this.clotures = clotures;
        this.departement = departement;
        this.libelles = libelles;
        this.recompte = recompte;
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
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Chiffre compter(String indicateur, int annee, Connu connu, String unite) {
        Clotures.Lecture l = clotures.de(connu);
        Indicateur i = catalogue.trouver(indicateur);
        return Recompte.chiffre(i, recompte.annee(i, lecture.lire(l.cloture()), annee, l.aujourdhui(), unite == null ? null : Set.of(unite), Map.of()));
    }

    /** A line an indicator, a figure a year, from one reading. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<LigneComptee> table(List<String> codes, int du, int au, Connu connu) {
        Clotures.Lecture l = clotures.de(connu);
        Faits faits = lecture.lire(l.cloture());
        return codes.stream().map(code -> {
            Indicateur i = catalogue.trouver(code);
            List<Chiffre> chiffres = new ArrayList<>();
            for (int annee = du; annee <= au; annee++) {
                chiffres.add(Recompte.chiffre(i, recompte.annee(i, faits, annee, l.aujourdhui(), null, Map.of())));
            }
            return new LigneComptee(code, chiffres);
        }).toList();
    }

    /** The same figure, split; lines of nothing are left out, but for months. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Part> parAxe(String code, int annee, Decoupe decoupe, Connu connu) {
        Clotures.Lecture l = clotures.de(connu);
        Indicateur i = catalogue.trouver(code);
        Faits faits = lecture.lire(l.cloture());
        List<Part> parts = new ArrayList<>();
        switch (decoupe) {
            case UNITE -> new TreeSet<>(departement.noms().keySet()).forEach(u -> ajouter(parts, u, departement.noms().get(u), i,
                    recompte.annee(i, faits, annee, l.aujourdhui(), Set.of(u), Map.of())));
            case MOIS -> {
                for (int mois = 1; mois <= 12; mois++) {
                    String cle = "%d-%02d".formatted(annee, mois);
                    parts.add(new Part(cle, cle, Recompte.chiffre(i, recompte.mois(i, faits, annee, mois, l.aujourdhui(), null))));
                }
            }
            case PRODUIT -> {
                if (i.ventilable()) {
                    Axe.PRODUIT.valeurs(faits.mesures()).forEach(v -> ajouter(parts, v, libelles.de(Axe.PRODUIT, v), i,
                            recompte.annee(i, faits, annee, l.aujourdhui(), null, Map.of(Axe.PRODUIT.dimension(), v))));
                }
            }
            default -> {
                // By sex and age: of what is counted child by child.
            }
        }
        return parts;
    }

    /** Cases near but out, and why, in words; with how many where the formula can tell. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Exclu> exclus(String code, int annee) {
        Indicateur i = catalogue.trouver(code);
        return (i.exclus() == null ? List.<String>of() : i.exclus()).stream().map(e -> new Exclu(e, null)).toList();
    }

    private static void ajouter(List<Part> parts, String cle, String libelle, Indicateur i, Resultat r) {
        if (!r.base().isEmpty() || r.valeur() != null && r.valeur().signum() != 0) {
            parts.add(new Part(cle, libelle, Recompte.chiffre(i, r)));
        }
    }
}
