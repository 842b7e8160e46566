package fr.jalon.contrat;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.indicateur.LectureCsv.Cellule;
import fr.jalon.indicateur.LigneDocument;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Many cells from one file. All of it or none: every refusal says its line and its column, in one answer, so that the file is corrected
 * once.
 */
@Service
public class ImportValeurs {

    static final List<String> COLONNES = List.of("code", "annee", "type", "valeur", "base", "source", "arrete_au", "commentaire", "motif");
    private static final List<String> EXIGEES = List.of("code", "annee", "type", "valeur");
    private static final int ERREURS_DITES = 50;

    /** @param inchangees cells the file says as they stand */
    public record Importees(int lues, int ecrites, int inchangees) {
    }

    private record Place(String code, int annee, ValeurSaisie.Type type) {
    }

    private record Lue(LigneDocument ligne, Place place, Saisies.Saisie saisie) {
    }

    private final LecturesContrat lectures;
    private final Saisies saisies;
    private final ValeursEnBase valeurs;
    private final DroitsContrat droits;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final Horloge horloge;

    ImportValeurs(LecturesContrat lectures, Saisies saisies, ValeursEnBase valeurs, DroitsContrat droits, Journal journal, JdbcClient jdbc, Horloge horloge) {
        this.lectures = lectures;
        this.saisies = saisies;
        this.valeurs = valeurs;
        this.droits = droits;
        this.journal = journal;
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    @Transactional
    public Importees importer(byte[] octets) {
        droits.lisibles();
        List<List<Cellule>> lignes = FeuilleLue.lire(octets);
        if (lignes.isEmpty()) {
            throw Refus.champ("fichier", "Ce fichier est vide.");
        }
        Map<String, Integer> colonnes = colonnes(lignes.get(0));
        Map<String, LigneDocument> documents = lectures.lignes().stream().collect(Collectors.toMap(LigneDocument::code, Function.identity()));
        Set<String> miennes = droits.saisissables(documents.values().stream().map(LigneDocument::fiche).collect(Collectors.toSet()));
        List<Refus.Erreur> erreurs = new ArrayList<>();
        Map<Place, Integer> vues = new HashMap<>();
        List<Lue> lues = new ArrayList<>();
        for (List<Cellule> l : lignes.subList(1, lignes.size())) {
            lire(l, colonnes, documents, miennes, vues, erreurs).ifPresent(lues::add);
        }
        if (!erreurs.isEmpty()) {
            int tues = erreurs.size() - ERREURS_DITES;
            List<Refus.Erreur> dites = new ArrayList<>(erreurs.subList(0, Math.min(erreurs.size(), ERREURS_DITES)));
            if (tues > 0) {
                dites.add(new Refus.Erreur("fichier", "Et " + tues + " autres erreurs."));
            }
            throw new Refus(dites);
        }
        UUID id = Ids.nouveau();
        jdbc.sql("insert into indicateur_import(id, lignes, sha256, par, le) values (?, ?, ?, ?, ?)")
                .params(java.util.Arrays.asList(id, lues.size(), Canon.empreinte(new String(octets, java.nio.charset.StandardCharsets.ISO_8859_1)),
                        IdentiteCourante.exiger().utilisateurId(), Timestamp.from(horloge.maintenant()))).update();
        int ecrites = 0;
        for (Lue lue : lues) {
            ValeursEnBase.Cle cle = new ValeursEnBase.Cle(lue.place().code(), lue.place().annee(), lue.place().type());
            int avant = valeurs.histoire(cle).stream().findFirst().map(ValeurSaisie::version).orElse(0);
            ecrites += saisies.ecrire(lue.ligne(), lue.place().annee(), lue.place().type(), lue.saisie(), id) == avant ? 0 : 1;
        }
        journal.modification(null, "contrat.importer");
        return new Importees(lues.size(), ecrites, lues.size() - ecrites);
    }

    private static Map<String, Integer> colonnes(List<Cellule> entete) {
        Map<String, Integer> colonnes = new HashMap<>();
        for (Cellule c : entete) {
            String nom = Normalizer.normalize(c.texte().strip(), Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.FRENCH).replace(' ', '_');
            if (nom.isEmpty()) {
                continue;
            }
            // The form of the export carries what helps to read it; it is not read back.
            if (!COLONNES.contains(nom) && !Set.of("fiche", "libelle", "unite").contains(nom)) {
                throw Refus.champ("fichier", ou(c) + "la colonne « " + c.texte().strip() + " » n’est pas attendue. Colonnes\u00a0: " + String.join(", ", COLONNES) + ".");
            }
            if (colonnes.put(nom, c.colonne() - 1) != null) {
                throw Refus.champ("fichier", ou(c) + "la colonne « " + c.texte().strip() + " » est là deux fois.");
            }
        }
        for (String exigee : EXIGEES) {
            if (!colonnes.containsKey(exigee)) {
                throw Refus.champ("fichier", "Ligne 1\u00a0: la colonne « " + exigee + " » manque. Colonnes\u00a0: " + String.join(", ", COLONNES) + ".");
            }
        }
        return colonnes;
    }

    private Optional<Lue> lire(List<Cellule> l, Map<String, Integer> colonnes, Map<String, LigneDocument> documents, Set<String> miennes, Map<Place, Integer> vues,
            List<Refus.Erreur> erreurs) {
        Function<String, Cellule> cellule = nom -> colonnes.containsKey(nom) && colonnes.get(nom) < l.size() ? l.get(colonnes.get(nom))
                : new Cellule("", l.get(0).ligne(), colonnes.getOrDefault(nom, 0) + 1);
        int avant = erreurs.size();
        Cellule code = cellule.apply("code");
        LigneDocument ligne = documents.get(code.texte().strip());
        if (ligne == null) {
            erreurs.add(erreur(code, "le code « " + code.texte().strip() + " » n’est pas une ligne du document."));
            return Optional.empty();
        }
        if (!miennes.contains(ligne.fiche())) {
            erreurs.add(erreur(code, "la fiche " + ligne.fiche() + " n’est pas la vôtre."));
            return Optional.empty();
        }
        Cellule celluleAnnee = cellule.apply("annee");
        int annee = celluleAnnee.texte().strip().matches("\\d{4}") ? Integer.parseInt(celluleAnnee.texte().strip()) : 0;
        if (annee == 0) {
            erreurs.add(erreur(celluleAnnee, "une année de quatre chiffres est attendue."));
        }
        Cellule celluleType = cellule.apply("type");
        ValeurSaisie.Type type = switch (sansAccent(celluleType.texte())) {
            case "realise", "resultat" -> ValeurSaisie.Type.REALISE;
            case "cible" -> ValeurSaisie.Type.CIBLE;
            default -> null;
        };
        if (type == null) {
            erreurs.add(erreur(celluleType, "« réalisé » ou « cible » est attendu."));
        }
        if (erreurs.size() > avant) {
            return Optional.empty();
        }
        Place place = new Place(ligne.code(), annee, type);
        Integer deja = vues.putIfAbsent(place, code.ligne());
        if (deja != null) {
            erreurs.add(erreur(code, "cette cellule (" + ligne.code() + ", " + annee + ", " + (type == ValeurSaisie.Type.CIBLE ? "cible" : "réalisé")
                    + ") est déjà donnée à la ligne " + deja + "."));
            return Optional.empty();
        }
        Cellule celluleBase = cellule.apply("base");
        Long base = null;
        if (!celluleBase.texte().isBlank()) {
            BigDecimal b = nombre(celluleBase.texte());
            if (b == null || b.stripTrailingZeros().scale() > 0 || b.precision() > 15) {
                erreurs.add(erreur(celluleBase, "un nombre entier est attendu."));
            } else {
                base = b.longValueExact();
            }
        }
        Cellule celluleDate = cellule.apply("arrete_au");
        LocalDate arreteAu = null;
        if (!celluleDate.texte().isBlank()) {
            arreteAu = date(celluleDate.texte().strip());
            if (arreteAu == null) {
                erreurs.add(erreur(celluleDate, "une date est attendue, par exemple 31/12/2023."));
            }
        }
        if (erreurs.size() > avant) {
            return Optional.empty();
        }
        Saisies.Saisie saisie = saisie(ligne, cellule.apply("valeur").texte().strip(), base, cellule.apply("source").texte(), arreteAu,
                cellule.apply("commentaire").texte(), cellule.apply("motif").texte());
        Optional<Refus.Erreur> refus = saisies.controler(ligne, annee, type, saisie);
        refus.ifPresent(e -> erreurs.add(erreur(cellule.apply(colonne(e.champ())), Character.toLowerCase(e.message().charAt(0)) + e.message().substring(1))));
        return refus.isPresent() ? Optional.empty() : Optional.of(new Lue(ligne, place, saisie));
    }

    private static String colonne(String champ) {
        return COLONNES.contains(champ) ? champ : champ.equals("arreteAu") ? "arrete_au" : "valeur";
    }

    private static Saisies.Saisie saisie(LigneDocument ligne, String texte, Long base, String source, LocalDate arreteAu, String commentaire, String motif) {
        String simple = sansAccent(texte);
        SorteValeur sorte = switch (simple) {
            case "" -> SorteValeur.RETIREE;
            case "nr", "non renseigne" -> SorteValeur.NR;
            case "nd", "non disponible" -> SorteValeur.ND;
            case "sans objet", "so" -> SorteValeur.SANS_OBJET;
            case "oui", "non" -> SorteValeur.OUI_NON;
            default -> nombre(texte) != null ? SorteValeur.CHIFFRE : ligne.nature() == LigneDocument.Nature.DOCUMENT ? SorteValeur.DOCUMENT : SorteValeur.TEXTE;
        };
        boolean mots = sorte == SorteValeur.TEXTE || sorte == SorteValeur.OUI_NON || sorte == SorteValeur.DOCUMENT;
        return new Saisies.Saisie(sorte, sorte == SorteValeur.CHIFFRE ? nombre(texte) : null, mots ? texte : null, base, source, arreteAu, commentaire, motif, 0);
    }

    /** « 1 254 », « 12,5 », « 62 % »; null when it is no number. */
    static BigDecimal nombre(String texte) {
        String nu = texte.strip().replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.').replaceFirst("%$", "");
        return nu.matches("-?\\d{1,15}(\\.\\d{1,6})?") ? new BigDecimal(nu) : null;
    }

    private static LocalDate date(String texte) {
        try {
            if (texte.matches("\\d{1,2}/\\d{1,2}/\\d{4}")) {
                String[] p = texte.split("/");
                return LocalDate.of(Integer.parseInt(p[2]), Integer.parseInt(p[1]), Integer.parseInt(p[0]));
            }
            // A spreadsheet keeps a day as its number since the end of 1899.
            return texte.matches("\\d{5}") ? LocalDate.of(1899, 12, 30).plusDays(Long.parseLong(texte)) : LocalDate.parse(texte);
        } catch (java.time.DateTimeException e) {
            return null;
        }
    }

    private static String sansAccent(String texte) {
        return Normalizer.normalize(texte.strip(), Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.FRENCH);
    }

    private static Refus.Erreur erreur(Cellule c, String message) {
        return new Refus.Erreur("fichier", ou(c) + message);
    }

    private static String ou(Cellule c) {
        return "Ligne " + c.ligne() + ", colonne " + c.colonne() + "\u00a0: ";
    }
}
