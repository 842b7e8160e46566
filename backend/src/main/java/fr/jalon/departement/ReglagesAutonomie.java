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

/**
 * What differs from one département to the next on the way to majority: the calendar that opens at 16, the guide of the 17-year interview,
 * what an exit is told with. Lengths of legal delays are not here: they stand in the rules of {@code echeance}.
 *
 * @param reperes what is to be done before majority, in the order of age: the common ones, with those of the profile in their place
 * @param reperesPropres those the département adds, or says otherwise under the same code; null when it has none
 * @param entretien rubrics of the guided form, in the order of the conversation
 * @param demarches domains a support must cover (R222-6): what the notification says something about
 * @param sixMoisMajeurs the interview after six months is for those who left as adults; {@code sixMoisEmancipes} for emancipated minors
 * @param alerteSortie ISO period before majority, or before the term of the support, from which a « sortie sèche » is told
 * @param suiviSortie the département's own follow-on after the end, or null when its document writes none
 * @param droits what the young person's own page says, in plain words
 * @param contacts who to ask for what, on that page
 * @param recours remedies, written at the foot of a notification or of a decision
 */
public record ReglagesAutonomie(
        @NotEmpty List<@Valid Repere> reperes,
        List<@Valid Repere> reperesPropres,
        @NotEmpty List<@Valid Rubrique> entretien,
        @NotEmpty List<Profil.@Valid Libelle> demarches,
        boolean sixMoisMajeurs,
        boolean sixMoisEmancipes,
        @NotBlank String alerteSortie,
        @Valid SuiviSortie suiviSortie,
        @NotEmpty List<@Valid Droit> droits,
        @NotEmpty List<@Valid Contact> contacts,
        @NotBlank String recours,
        boolean recoursAValider) {

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

    /** Whom a step of the calendar, a rubric or a right concerns. */
    public static final Set<String> PUBLICS = Set.of("TOUS", "MNA", "MDPH");

    /**
     * A step of the calendar, which becomes a task on the day of the age.
     *
     * @param age ISO period from birth, {@code P16Y} or {@code P17Y6M}
     * @param examen the kind of health examination its being done counts as, or null
     * @param source the words of the document that gives it, or null when practice does ({@code aValider} is then true)
     */
    public record Repere(@NotBlank String code, @NotBlank String libelle, String aide, @NotBlank String age, @NotBlank String concerne,
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
            List<Profil.@Valid Libelle> situations, boolean parole, @NotBlank String concerne) {

        public List<Profil.Libelle> choix() {
            return situations == null ? List.of() : situations;
        }
    }

    /** Follow-on after the end of the support: one length, and how many times it may be renewed. */
    public record SuiviSortie(@NotBlank String duree, @NotBlank String libelle, int renouvellements, String source, boolean aValider) {
    }

    /** A right in plain words: a title, one or two sentences, the article for who wants it. */
    public record Droit(@NotBlank String code, @NotBlank String titre, @NotBlank String texte, String article, @NotBlank String concerne,
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
    public List<Repere> reperesPour(Set<String> publics) {
        return reperes.stream().filter(r -> r.concerne().equals("TOUS") || publics.contains(r.concerne())).toList();
    }

    /** Titles of the rubrics of the interview, as a list. */
    public List<Profil.Libelle> sectionsEntretien() {
        return entretien.stream().map(r -> new Profil.Libelle(r.code(), r.libelle(), null, false)).toList();
    }

    /** Lists of the profile without which the forms have nothing to offer. */
    public static final List<String> LISTES = List.of("lieux-entretien", "professionnels-entretien", "motifs-non-tenu", "motifs-second-entretien",
            "moyens-notification", "qualites-personne-reference", "formes-accompagnement", "motifs-demande-majeur", "motifs-refus-majeur",
            "logements-sortie", "ressources-sortie", "activites-sortie", "motifs-sortie", "motifs-fin-autonomie", "objets-suivi", "themes-six-mois",
            "avis-commission", "motifs-repere-sans-objet");

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
        java.util.stream.Stream.of(reperes.stream().map(Repere::concerne), entretien.stream().map(Rubrique::concerne), droits.stream().map(Droit::concerne))
                .flatMap(c -> c).filter(c -> !PUBLICS.contains(c)).forEach(c -> defauts.add("public inconnu : " + c));
        try {
            Period.parse(alerteSortie);
        } catch (DateTimeParseException e) {
            defauts.add("alerte-sortie illisible : " + alerteSortie);
        }
    }
}
