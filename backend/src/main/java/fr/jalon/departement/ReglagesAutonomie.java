package fr.jalon.departement;

import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;

/**
 * What differs from one département to the next on the way to majority: the calendar that opens at 16, the guide of the 17-year interview,
 * what an exit is told with. Lengths of legal delays are not here: they stand in the rules of {@code echeance}.
 *
 * @param reperes what is to be done before majority, in the order of age: the common ones, with those of the profile in their place
 * @param reperesPropres those the département adds, or says otherwise under the same code; null when it has none
 * @param entretien rubrics of the guided form, in the order of the conversation
 * @param demarches domains a support must cover (R222-6): what the notification says something about
 * @param sixMois how a young person must have left to be due the six-month interview ({@code MAJORITE}, {@code EMANCIPATION}…), by code of
 *     the list {@code motifs-sortie-autonomie}
 * @param suivi the département's own follow-on after the end, or null when its document writes none
 * @param droits what the young person's own page says, in plain words
 * @param contacts who to ask for what, on that page
 */
public record ReglagesAutonomie(
        @NotEmpty List<@Valid Repere> reperes,
        List<@Valid Repere> reperesPropres,
        @NotEmpty List<@Valid Rubrique> entretien,
        @NotEmpty List<Profil.@Valid Libelle> demarches,
        @NotEmpty List<String> sixMois,
        @Valid Suivi suivi,
        @NotEmpty List<@Valid Droit> droits,
        @NotEmpty List<@Valid Contact> contacts) {

    public ReglagesAutonomie {
        reperes = reperesPropres == null || reperes == null ? reperes : composer(reperes, reperesPropres);
    }

    /** Same code: the département's stands in place of the common one; a new one comes after those of its age. */
    private static List<Repere> composer(List<Repere> communs, List<Repere> propres) {
        List<Repere> tous = new ArrayList<>(communs);
        tous.removeIf(c -> propres.stream().anyMatch(p -> p.code().equals(c.code())));
        tous.addAll(propres);
        tous.sort(Comparator.comparing(ReglagesAutonomie::mois));
        return List.copyOf(tous);
    }

    /** An age that cannot be read comes first, where the check names it. */
    private static long mois(Repere r) {
        try {
            return r.periode().toTotalMonths();
        } catch (DateTimeParseException | NullPointerException e) {
            return 0;
        }
    }

    /** Whom a step of the calendar concerns. */
    public enum Public { TOUS, MNA, MDPH }

    /**
     * A step of the calendar, which becomes a task on the day of the age.
     *
     * @param age ISO period from birth, {@code P16Y} or {@code P17Y6M}
     * @param examen the kind of health examination its being done counts as, or null
     * @param source the words of the document that gives it, or null when practice does ({@code aValider} is then true)
     */
    public record Repere(@NotBlank String code, @NotBlank String libelle, String aide, @NotBlank String age, @NotNull Public concerne,
            String examen, String source, boolean aValider) {

        public Period periode() {
            return Period.parse(age);
        }
    }

    /**
     * A rubric of the interview.
     *
     * @param questions what to talk about, in the words of the conversation
     * @param situations answers that can be ticked, or none: words are enough
     * @param parole the young person's own words
     * @param concerne for whom it is shown
     */
    public record Rubrique(@NotBlank String code, @NotBlank String libelle, @NotEmpty List<String> questions,
            List<Profil.@Valid Libelle> situations, boolean parole, @NotNull Public concerne) {

        public List<Profil.Libelle> choix() {
            return situations == null ? List.of() : situations;
        }
    }

    /** Follow-on after the end of the support: its length is the rule {@code SUIVI_SORTIE}; {@code renouvellements} times at most. */
    public record Suivi(@NotBlank String libelle, int renouvellements, String source, boolean aValider) {
    }

    /** A right in plain words: a title, one or two sentences, the article for who wants it. */
    public record Droit(@NotBlank String code, @NotBlank String titre, @NotBlank String texte, String article, @NotNull Public concerne,
            boolean majeur, boolean aValider) {
    }

    public record Contact(@NotBlank String pour, @NotBlank String qui, String comment) {
    }

    public Optional<Repere> repere(String code) {
        return reperes.stream().filter(r -> r.code().equals(code)).findFirst();
    }

    public Optional<Rubrique> rubrique(String code) {
        return entretien.stream().filter(r -> r.code().equals(code)).findFirst();
    }

    /** Steps of the calendar for one young person; a step for everybody is for them too. */
    public List<Repere> reperesPour(Set<Public> publics) {
        return reperes.stream().filter(r -> r.concerne() == Public.TOUS || publics.contains(r.concerne())).toList();
    }

    /** Lists of the profile without which the forms have nothing to offer. */
    public static final List<String> LISTES = List.of("lieux-entretien", "participants-entretien", "motifs-entretien-non-tenu",
            "motifs-second-entretien", "moyens-notification", "qualites-personne-reference", "formes-accompagnement", "motifs-demande-majeur",
            "motifs-decision-majeur", "logements-sortie", "ressources-sortie", "activites-sortie", "motifs-sortie-autonomie", "objets-suivi",
            "themes-six-mois", "avis-commission-autonomie", "motifs-repere-sans-objet");

    /** What does not hold together, said one by one. */
    void verifier(Map<String, List<Profil.Libelle>> listes, Set<String> defauts) {
        Set<String> codes = new HashSet<>();
        Period precedent = Period.ZERO;
        for (Repere r : reperes) {
            if (!codes.add(r.code())) {
                defauts.add("repère en double : " + r.code());
            }
            try {
                Period age = r.periode();
                if (age.toTotalMonths() < 16 * 12 || age.toTotalMonths() >= 21 * 12) {
                    defauts.add("repère " + r.code() + " : un âge entre 16 et 21 ans est attendu");
                }
                if (age.toTotalMonths() < precedent.toTotalMonths()) {
                    defauts.add("repère " + r.code() + " : les repères se suivent dans l’ordre des âges");
                }
                precedent = age;
            } catch (DateTimeParseException e) {
                defauts.add("repère " + r.code() + " : âge illisible : " + r.age());
            }
            if (r.source() == null && !r.aValider()) {
                defauts.add("repère " + r.code() + " : sans source, il est à valider");
            }
        }
        Set<String> rubriques = new HashSet<>();
        entretien.stream().filter(r -> !rubriques.add(r.code())).forEach(r -> defauts.add("rubrique d’entretien en double : " + r.code()));
        if (entretien.stream().noneMatch(Rubrique::parole)) {
            defauts.add("entretien : aucune rubrique ne recueille la parole du jeune");
        }
        LISTES.stream().filter(l -> listes.getOrDefault(l, List.of()).isEmpty()).forEach(l -> defauts.add("liste manquante : " + l));
        sixMois.stream().filter(m -> listes.getOrDefault("motifs-sortie-autonomie", List.of()).stream().noneMatch(l -> l.code().equals(m)))
                .forEach(m -> defauts.add("six-mois : motif de sortie inconnu : " + m));
    }
}
