package fr.jalon.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A synthetic family: brothers and sisters, their holders of parental authority, one or two homes. */
record Famille(List<EnfantFictif> enfants, List<AdulteFictif> adultes, List<FoyerFictif> foyers, boolean separes) {

    /** @param neLe null for an expected child; {@code terme} then says when */
    record EnfantFictif(UUID id, String nom, String prenoms, boolean fille, LocalDate neLe, LocalDate terme, boolean nonNomme) {

        boolean aNaitre() {
            return neLe == null;
        }
    }

    record AdulteFictif(UUID id, String nom, String prenoms, boolean femme, String telephone) {
    }

    /** @param principal where the children live most; {@code habitants}: ranks in {@code adultes} */
    record FoyerFictif(UUID id, String adresse, String codePostal, String commune, boolean principal, List<Integer> habitants, boolean protege) {
    }

    /** @param moinsDeDeuxAns one child at least is under two on that day */
    static Famille imaginer(Hasard hasard, Instant le, LocalDate jour, boolean moinsDeDeuxAns) {
        long millis = le.toEpochMilli();
        String nomMere = nom(hasard);
        String nomPere = nom(hasard);
        boolean separes = hasard.chance(0.42);
        boolean seule = hasard.chance(0.10);
        List<AdulteFictif> adultes = new ArrayList<>();
        adultes.add(new AdulteFictif(hasard.id(millis), nomMere, hasard.un(Lexique.FEMMES), true, telephone(hasard)));
        if (!seule) {
            adultes.add(new AdulteFictif(hasard.id(millis), nomPere, hasard.un(Lexique.HOMMES), false, telephone(hasard)));
        }
        List<FoyerFictif> foyers = new ArrayList<>();
        foyers.add(foyer(hasard, millis, true, seule || separes ? List.of(0) : List.of(0, 1)));
        if (separes && !seule) {
            foyers.add(foyer(hasard, millis, false, List.of(1)));
        }
        int combien = hasard.pese(List.of(1, 2, 3, 4), 58, 27, 11, 4);
        String nom = hasard.chance(0.12) ? nomMere + "-" + nomPere : hasard.chance(0.75) && !seule ? nomPere : nomMere;
        List<EnfantFictif> enfants = new ArrayList<>();
        for (int n = 0; n < combien; n++) {
            int mois = moinsDeDeuxAns && n == 0 ? hasard.entre(0, 22) : hasard.entre(25, 212);
            boolean fille = hasard.chance(0.49);
            enfants.add(new EnfantFictif(hasard.id(millis), nom, prenoms(hasard, fille), fille, jour.minusMonths(mois).minusDays(hasard.entre(0, 27)),
                    null, false));
        }
        return new Famille(enfants, adultes, foyers, separes && !seule);
    }

    /** The same family expecting a child, alone in the file. */
    Famille attendant(Hasard hasard, Instant le, LocalDate terme) {
        EnfantFictif attendu = new EnfantFictif(hasard.id(le.toEpochMilli()), enfants.get(0).nom(), "", false, null, terme, true);
        return new Famille(List.of(attendu), adultes, foyers, separes);
    }

    /** Nobody knows yet what the first child is called. */
    Famille sansNom() {
        List<EnfantFictif> autres = new ArrayList<>(enfants);
        EnfantFictif e = autres.get(0);
        autres.set(0, new EnfantFictif(e.id(), "", "", e.fille(), e.neLe(), null, true));
        return new Famille(autres, adultes, foyers, separes);
    }

    Famille fratrie(Hasard hasard, Instant le, LocalDate jour, int combien) {
        List<EnfantFictif> tous = new ArrayList<>(enfants);
        while (tous.size() < combien) {
            boolean fille = hasard.chance(0.5);
            tous.add(new EnfantFictif(hasard.id(le.toEpochMilli()), enfants.get(0).nom(), prenoms(hasard, fille), fille,
                    jour.minusMonths(hasard.entre(26, 200)), null, false));
        }
        return new Famille(tous, adultes, foyers, separes);
    }

    private static FoyerFictif foyer(Hasard hasard, long millis, boolean principal, List<Integer> habitants) {
        int commune = hasard.entre(0, Lexique.COMMUNES.size() - 1);
        return new FoyerFictif(hasard.id(millis), hasard.entre(1, 98) + " " + hasard.un(Lexique.VOIES), "%05d".formatted(99_001 + commune),
                Lexique.COMMUNES.get(commune), principal, habitants, !principal && hasard.chance(0.06));
    }

    private static String nom(Hasard hasard) {
        String nom = hasard.un(Lexique.NOMS);
        if (hasard.chance(0.18)) {
            return nom + "-" + hasard.un(Lexique.NOMS);
        }
        return hasard.chance(0.12) ? hasard.un(Lexique.PARTICULES) + nom : nom;
    }

    private static String prenoms(Hasard hasard, boolean fille) {
        String premier = hasard.un(fille ? Lexique.FILLES : Lexique.GARCONS);
        return hasard.chance(0.3) ? premier + " " + hasard.un(fille ? Lexique.FILLES : Lexique.GARCONS) : premier;
    }

    /** Numbers kept for fiction by the regulator (06 39 98 xx xx). */
    private static String telephone(Hasard hasard) {
        return "06 39 98 %02d %02d".formatted(hasard.entre(0, 99), hasard.entre(0, 99));
    }
}
