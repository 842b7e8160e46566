package fr.jalon.ip.fiche;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.ip.MotifCloture;
import fr.jalon.ip.decision.Issue;
import fr.jalon.ip.evaluation.ConclusionEvaluation;
import fr.jalon.ip.evaluation.GenreActe;

import org.springframework.stereotype.Component;

/** Puts into words the codes an event carries, those a reader of the timeline wants; counts keep the others for themselves. */
@Component
class Precisions {

    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);
    private static final Map<String, String> LISTES = Map.of("origine", "origines", "nature", "natures", "mode", "modes",
            "motifDepassement", "motifs-depassement", "natureAide", "aides", "moyen", "moyens");

    private final Departement departement;

    Precisions(Departement departement) {
        this.departement = departement;
    }

    List<String> de(Map<String, String> dimensions) {
        Profil profil = departement.profil();
        List<String> mots = new ArrayList<>();
        dimensions.forEach((nom, code) -> {
            String dit = switch (nom) {
                case "voie" -> profil.voies().stream().filter(v -> v.code().equals(code)).map(Profil.Voie::libelle).findFirst().orElse(null);
                case "issue" -> libelle(Issue.values(), code, Issue::libelle);
                case "genre" -> libelle(GenreActe.values(), code, GenreActe::libelle);
                case "conclusion" -> libelle(ConclusionEvaluation.values(), code, ConclusionEvaluation::libelle);
                case "motifCloture", "motif" -> libelle(MotifCloture.values(), code, MotifCloture::libelle);
                case "urgence" -> code.equals("OUI") || code.equals("true") ? "urgence à la réception" : null;
                case "regularisation" -> code.equals("OUI") || code.equals("true") ? "saisie de régularisation" : null;
                default -> LISTES.containsKey(nom) ? connu(profil, LISTES.get(nom), code) : null;
            };
            if (dit != null && !mots.contains(dit)) {
                mots.add(dit);
            }
        });
        String legale = jour(dimensions.get("dateLegale"));
        String avant = jour(dimensions.get("avant"));
        if (legale != null) {
            mots.add(avant == null || avant.equals(legale) ? "date légale\u00a0: " + legale : "du " + avant + " au " + legale);
        }
        return mots;
    }

    /** A code no list of the profile knows is left out: a timeline shows words. */
    private static String connu(Profil profil, String liste, String code) {
        String libelle = profil.libelle(liste, code);
        return libelle.equals(code) ? null : libelle;
    }

    private static <E extends Enum<E>> String libelle(E[] valeurs, String code, Function<E, String> libelle) {
        return Stream.of(valeurs).filter(v -> v.name().equals(code)).map(libelle).findFirst().orElse(null);
    }

    private static String jour(String texte) {
        try {
            return texte == null ? null : LocalDate.parse(texte).format(JOUR).replaceFirst("^1 ", "1er ").replace(' ', '\u00a0');
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
