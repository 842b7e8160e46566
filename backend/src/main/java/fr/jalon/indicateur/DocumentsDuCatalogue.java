package fr.jalon.indicateur;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Every indicator and every figure printed in the documents of the five départements, in the printed order. Reference data of the
 * application: a file that is not as it should be stops the start, with the line and the column.
 */
@Component
public class DocumentsDuCatalogue {

    private static final List<String> COLONNES_LIGNES = List.of("code", "departement", "schema", "fiche", "intitule_fiche", "libelle", "unite", "nature",
            "classe", "evenements", "denominateur", "source_lignes", "remarque");
    private static final List<String> COLONNES_VALEURS = List.of("code", "annee", "date_arrete", "type", "valeur", "valeur_texte", "statut", "perimetre",
            "source_lignes", "remarque");

    private final Map<String, LigneDocument> lignes;
    private final Map<String, List<ValeurImprimee>> valeurs;

    DocumentsDuCatalogue() {
        this(ressource("indicateurs"), ressource("valeurs"));
    }

    DocumentsDuCatalogue(String lignes, String valeurs) {
        this.lignes = lireLignes(lignes);
        this.valeurs = lireValeurs(valeurs);
    }

    /** All of them, in the printed order. */
    public List<LigneDocument> lignes() {
        return List.copyOf(lignes.values());
    }

    public List<LigneDocument> lignes(String departement) {
        return lignes.values().stream().filter(l -> l.departement().equals(departement)).toList();
    }

    public Optional<LigneDocument> ligne(String code) {
        return Optional.ofNullable(lignes.get(code));
    }

    /** Printed figures and targets of a row, in the printed order. */
    public List<ValeurImprimee> valeurs(String code) {
        return valeurs.getOrDefault(code, List.of());
    }

    public List<ValeurImprimee> valeurs() {
        return valeurs.values().stream().flatMap(List::stream).toList();
    }

    private static Map<String, LigneDocument> lireLignes(String texte) {
        Map<String, LigneDocument> lues = new LinkedHashMap<>();
        for (List<LectureCsv.Cellule> c : corps(texte, COLONNES_LIGNES)) {
            String code = exige(c.get(0));
            LigneDocument l = new LigneDocument(lues.size() + 1, code, exige(c.get(1)), exige(c.get(2)), exige(c.get(3)), vide(c.get(4)), exige(c.get(5)),
                    vide(c.get(6)), parmi(c.get(7), LigneDocument.Nature.class), parmi(c.get(8), LigneDocument.Classe.class), vide(c.get(9)),
                    vide(c.get(10)), vide(c.get(11)), vide(c.get(12)));
            if (!code.startsWith(l.departement() + "-")) {
                throw refus(c.get(0), "le code « " + code + " » n’est pas celui du département " + l.departement() + ".");
            }
            if (lues.put(code, l) != null) {
                throw refus(c.get(0), "le code « " + code + " » est déjà pris plus haut.");
            }
        }
        return Collections.unmodifiableMap(lues);
    }

    private Map<String, List<ValeurImprimee>> lireValeurs(String texte) {
        Map<String, List<ValeurImprimee>> lues = new LinkedHashMap<>();
        for (List<LectureCsv.Cellule> c : corps(texte, COLONNES_VALEURS)) {
            String code = exige(c.get(0));
            if (!lignes.containsKey(code)) {
                throw refus(c.get(0), "aucun indicateur n’a le code « " + code + " ».");
            }
            ValeurImprimee.Statut statut = parmi(c.get(6), ValeurImprimee.Statut.class);
            BigDecimal valeur = nombre(c.get(4));
            if (statut == ValeurImprimee.Statut.CHIFFRE && valeur == null) {
                throw refus(c.get(4), "un chiffre est attendu.");
            }
            lues.computeIfAbsent(code, k -> new ArrayList<>()).add(new ValeurImprimee(code, vide(c.get(1)), vide(c.get(2)),
                    parmi(c.get(3), ValeurImprimee.TypeValeur.class), valeur, vide(c.get(5)), statut, vide(c.get(7)), vide(c.get(9))));
        }
        return Collections.unmodifiableMap(lues);
    }

    private static List<List<LectureCsv.Cellule>> corps(String texte, List<String> colonnes) {
        List<List<LectureCsv.Cellule>> toutes = LectureCsv.lire(texte, ',');
        if (toutes.isEmpty() || !toutes.get(0).stream().map(LectureCsv.Cellule::texte).toList().equals(colonnes)) {
            throw new LectureCsv.Illisible(1, 1, "les colonnes attendues sont " + String.join(", ", colonnes) + ".");
        }
        for (List<LectureCsv.Cellule> l : toutes) {
            if (l.size() != colonnes.size()) {
                throw new LectureCsv.Illisible(l.get(0).ligne(), l.size(), colonnes.size() + " colonnes sont attendues, il y en a " + l.size() + ".");
            }
        }
        return toutes.subList(1, toutes.size());
    }

    private static LectureCsv.Illisible refus(LectureCsv.Cellule c, String message) {
        return new LectureCsv.Illisible(c.ligne(), c.colonne(), message);
    }

    private static String exige(LectureCsv.Cellule c) {
        if (c.texte().isBlank()) {
            throw refus(c, "cette cellule ne peut pas être vide.");
        }
        return c.texte();
    }

    private static String vide(LectureCsv.Cellule c) {
        return c.texte().isBlank() ? null : c.texte();
    }

    private static BigDecimal nombre(LectureCsv.Cellule c) {
        try {
            return c.texte().isBlank() ? null : new BigDecimal(c.texte());
        } catch (NumberFormatException e) {
            throw refus(c, "« " + c.texte() + " » n’est pas un nombre.");
        }
    }

    private static <E extends Enum<E>> E parmi(LectureCsv.Cellule c, Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).filter(e -> e.name().equals(c.texte().toUpperCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> refus(c, "« " + c.texte() + " » n’est pas connu\u00a0; attendu\u00a0: "
                        + String.join(", ", Arrays.stream(type.getEnumConstants()).map(e -> e.name().toLowerCase(Locale.ROOT)).toList()) + "."));
    }

    private static String ressource(String nom) {
        try (InputStream flux = new ClassPathResource("indicateurs/documents/" + nom + ".csv").getInputStream()) {
            return new String(flux.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
