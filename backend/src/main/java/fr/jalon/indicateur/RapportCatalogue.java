package fr.jalon.indicateur;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.jalon.acces.Acces;
import fr.jalon.acces.Mission;
import fr.jalon.departement.Departement;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;

/** How many printed rows of each class count by themselves, and why the others do not. */
@Service
public class RapportCatalogue {

    /**
     * @param classe A, B or M
     * @param tableauDeBord of them, printed in a table of indicators; the others were found in the prose
     * @param vivantes counted by a formula
     * @param aLaMain entered by hand, by their class
     * @param sansFormule of class A or B, entered by hand for the reason told
     * @param aConstruire of class A or B, without a formula nor a reason
     */
    public record Compte(String departement, String classe, int lignes, int tableauDeBord, int vivantes, int aLaMain, int sansFormule, int aConstruire) {
    }

    public record SansFormule(String code, String departement, String classe, String libelle, String raison) {
    }

    /** @param formules indicators this installation counts, {@code cumulees} of them added up every night */
    public record Rapport(List<Compte> comptes, List<SansFormule> sansFormule, int lignes, int valeurs, int formules, int cumulees) {
    }

    private final DocumentsDuCatalogue documents;
    private final Catalogue catalogue;
    private final Departement departement;
    private final Acces acces;

    RapportCatalogue(DocumentsDuCatalogue documents, Catalogue catalogue, Departement departement, Acces acces) {
        this.documents = documents;
        this.catalogue = catalogue;
        this.departement = departement;
        this.acces = acces;
    }

    public Rapport lire() {
        acces.exiger(Mission.COMPTAGE);
        List<Indicateur> ici = catalogue.tous();
        Rapport r = de(documents, code -> code.equals(departement.profil().code()) ? ici : List.copyOf(Catalogue.livres(code).values()));
        return new Rapport(r.comptes(), r.sansFormule(), r.lignes(), r.valeurs(), ici.size(),
                (int) ici.stream().filter(i -> Forme.de(i.mesure()) != Forme.AUCUNE).count());
    }

    static Rapport de(DocumentsDuCatalogue documents, java.util.function.Function<String, List<Indicateur>> catalogues) {
        Map<String, String> raisons = raisons();
        List<Compte> comptes = new ArrayList<>();
        List<SansFormule> sans = new ArrayList<>();
        for (String code : documents.lignes().stream().map(LigneDocument::departement).collect(Collectors.toCollection(TreeSet::new))) {
            Set<String> vivantes = catalogues.apply(code).stream().flatMap(i -> i.references().stream()).collect(Collectors.toSet());
            for (LigneDocument.Classe classe : LigneDocument.Classe.values()) {
                List<LigneDocument> lignes = documents.lignes(code).stream().filter(l -> l.classe() == classe).toList();
                int comptees = (int) lignes.stream().filter(l -> vivantes.contains(l.code())).count();
                boolean aLaMain = classe == LigneDocument.Classe.M;
                List<LigneDocument> autres = aLaMain ? List.of() : lignes.stream().filter(l -> !vivantes.contains(l.code())).toList();
                autres.forEach(l -> sans.add(new SansFormule(l.code(), code, classe.name(), l.libelle(), raisons.get(l.code()))));
                int dites = (int) autres.stream().filter(l -> raisons.containsKey(l.code())).count();
                comptes.add(new Compte(code, classe.name(), lignes.size(), (int) lignes.stream().filter(LigneDocument::tableauDeBord).count(), comptees,
                        aLaMain ? lignes.size() - comptees : 0, dites, autres.size() - dites));
            }
        }
        return new Rapport(comptes, sans, documents.lignes().size(), documents.valeurs().size(), 0, 0);
    }

    static Map<String, String> raisons() {
        ClassPathResource fichier = new ClassPathResource("indicateurs/sans-formule.yaml");
        try (InputStream flux = fichier.getInputStream()) {
            return new YAMLMapper().readValue(flux, new TypeReference<LinkedHashMap<String, String>>() { });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
