package fr.jalon.indicateur;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.jalon.acces.Acces;
import fr.jalon.acces.Mission;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.evenement.LibellesEvenements;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;

/** What may be written in an added indicator, in words, and examples to start from: nobody has to know the formulas by heart. */
@Service
public class MotsDuCatalogue {

    /** @param code what is written */
    public record MotConnu(String code, String libelle) {
    }

    /** @param valeurs when it is one of a list */
    public record ReglageConnu(String nom, boolean facultatif, List<String> valeurs) {
    }

    public record FormuleConnue(String nom, String dit, List<ReglageConnu> reglages) {
    }

    /** @param valeurs empty when anything may be written */
    public record DimensionConnue(String code, String libelle, List<MotConnu> valeurs) {
    }

    public record ExempleIndicateur(String titre, String yaml) {
    }

    public record MotsConnus(List<ExempleIndicateur> exemples, List<FormuleConnue> formules, List<MotConnu> periodes, List<MotConnu> evenements,
            List<DimensionConnue> dimensions, List<MotConnu> reperes, List<MotConnu> unites) {
    }

    record Ecrits(Map<String, String> formules, Map<String, String> periodes, Map<String, String> dimensions, List<ExempleIndicateur> exemples) {
    }

    private final Catalogue catalogue;
    private final Departement departement;
    private final LibellesEvenements libelles;
    private final Acces acces;
    private final Ecrits ecrits = lire();

    MotsDuCatalogue(Catalogue catalogue, Departement departement, LibellesEvenements libelles, Acces acces) {
        this.catalogue = catalogue;
        this.departement = departement;
        this.libelles = libelles;
        this.acces = acces;
    }

    static Ecrits lire() {
        try (InputStream flux = new ClassPathResource("indicateurs/mots.yaml").getInputStream()) {
            return new YAMLMapper().readValue(flux, Ecrits.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public MotsConnus lireMots() {
        acces.exiger(Mission.COMPTAGE);
        Vocabulaire v = catalogue.vocabulaire();
        return new MotsConnus(exemples(departement.profil()), ValidationCatalogue.formulesConnues().entrySet().stream().map(f -> new FormuleConnue(f.getKey(),
                ecrits.formules().get(f.getKey()), f.getValue())).toList(), mots(v.genres(), g -> ecrits.periodes().getOrDefault(g, v.libelleReleve(g))),
                mots(v.actes(), libelles::de), v.dimensions().stream().sorted().map(d -> new DimensionConnue(d, ecrits.dimensions().getOrDefault(d, v.libelleChamp(d)),
                        valeurs(v, d))).toList(), mots(v.releves(), r -> v.libelleReleve("RELEVE_" + r)), departement.unites().stream()
                        .map(u -> new MotConnu(u.id(), u.nom())).toList());
    }

    /** Written with a product the département has. */
    List<ExempleIndicateur> exemples(Profil profil) {
        String produit = profil.produits().get(0).code();
        return ecrits.exemples().stream().map(e -> new ExempleIndicateur(e.titre(), e.yaml().replace("[PRODUIT]", "[" + produit + "]"))).toList();
    }

    private List<MotConnu> valeurs(Vocabulaire v, String dimension) {
        Set<String> connues = v.valeurs(dimension);
        if (dimension.equals("code")) {
            return mots(v.releves(), r -> v.libelleReleve("RELEVE_" + r));
        }
        if (connues == null) {
            return v.valeursDuChamp(dimension).entrySet().stream().map(e -> new MotConnu(e.getKey(), e.getValue())).toList();
        }
        Profil p = departement.profil();
        return mots(connues, c -> switch (dimension) {
            case "produit" -> p.produit(c).map(Profil.Produit::libelle).orElse(c);
            case "base" -> p.baseLegale(c).map(Profil.BaseLegale::libelle).orElse(c);
            default -> c;
        });
    }

    private static List<MotConnu> mots(Collection<String> codes, UnaryOperator<String> libelle) {
        return codes.stream().sorted().map(c -> new MotConnu(c, libelle.apply(c))).toList();
    }
}
