package fr.jalon.dossier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fr.jalon.commun.Refus;

/**
 * What somebody asks of the search, read from one line as it is typed: « Le Goff Maëlys 12/03/2016 », « lucas vers 2014 ». The words, in
 * any order, and the birth, as exact as it was given.
 */
record DemandeEnfant(List<Mot> mots, Naissance naissance) {

    /** One word under which the token {@code jeton} (from 1) is looked for; {@code poids} below 1 for another reading of what was typed. */
    record Mot(int jeton, String mot, float poids) {
    }

    private static final Pattern JOUR = Pattern.compile("\\b(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})\\b");
    private static final Pattern JOUR_ISO = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");
    private static final Pattern MOIS = Pattern.compile("\\b(\\d{1,2})[/.-](\\d{4})\\b");
    private static final Pattern MOIS_ISO = Pattern.compile("\\b(\\d{4})-(\\d{2})\\b");
    private static final Pattern ANNEE = Pattern.compile("(?i)(\\bvers\\s+|~\\s*)?\\b(\\d{4})\\b");
    private static final float LECTURE_SECONDE = 0.98f;

    /** @param naissance birth given apart from the line, in the same forms, or null */
    static DemandeEnfant lire(String ligne, String naissance) {
        Extrait extrait = extraire(ligne == null ? "" : ligne);
        Naissance donnee = extrait.naissance();
        if (naissance != null && !naissance.isBlank()) {
            Extrait apart = extraire(naissance);
            if (apart.naissance() == null || !apart.reste().isBlank()) {
                throw Refus.champ("naissance", "Écrivez la date comme 12/03/2016, le mois comme 03/2016, l’année comme 2016 ou « vers 2016 ».");
            }
            donnee = apart.naissance();
        }
        return new DemandeEnfant(mots(extrait.reste()), donnee);
    }

    boolean vide() {
        return mots.isEmpty() && naissance == null;
    }

    private record Extrait(String reste, Naissance naissance) {
    }

    private static Extrait extraire(String ligne) {
        return motif(JOUR, ligne, m -> exacte(m.group(3), m.group(2), m.group(1)))
                .or(() -> motif(JOUR_ISO, ligne, m -> exacte(m.group(1), m.group(2), m.group(3))))
                .or(() -> motif(MOIS, ligne, m -> mois(m.group(2), m.group(1))))
                .or(() -> motif(MOIS_ISO, ligne, m -> mois(m.group(1), m.group(2))))
                .or(() -> motif(ANNEE, ligne, m -> m.group(1) != null ? Naissance.vers(entier(m.group(2))) : Naissance.annee(entier(m.group(2)))))
                .orElse(new Extrait(ligne, null));
    }

    private static Optional<Extrait> motif(Pattern motif, String ligne, java.util.function.Function<Matcher, Naissance> lecture) {
        Matcher m = motif.matcher(ligne);
        if (!m.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Extrait(ligne.substring(0, m.start()) + " " + ligne.substring(m.end()), lecture.apply(m)));
        } catch (DateTimeException e) {
            throw Refus.champ("naissance", "Cette date n’existe pas. Écrivez le jour, le mois puis l’année, par exemple 12/03/2016.");
        }
    }

    private static Naissance exacte(String annee, String mois, String jour) {
        return Naissance.exacte(LocalDate.of(entier(annee), entier(mois), entier(jour)));
    }

    private static Naissance mois(String annee, String mois) {
        return new Naissance(Naissance.Precision.MOIS, LocalDate.of(entier(annee), entier(mois), 1), null);
    }

    private static int entier(String chiffres) {
        return Integer.parseInt(chiffres);
    }

    /**
     * Particles go with the word that follows (« le gall » is asked as legall, and as gall); two neighbours are also asked joined, each
     * for its own token (« jean pierre » meets Jeanpierre).
     */
    private static List<Mot> mots(String ligne) {
        List<String> demandes = NomNormalise.motsDemandes(ligne);
        Map<String, Mot> mots = new LinkedHashMap<>();
        for (int i = 0; i < demandes.size(); i++) {
            ajouter(mots, i + 1, demandes.get(i), 1);
        }
        for (int i = 0; i < demandes.size(); i++) {
            for (String sans : NomNormalise.sansParticule(demandes.get(i), ligne)) {
                ajouter(mots, i + 1, sans, LECTURE_SECONDE);
            }
            if (i + 1 < demandes.size()) {
                String joint = demandes.get(i) + demandes.get(i + 1);
                ajouter(mots, i + 1, joint, LECTURE_SECONDE);
                ajouter(mots, i + 2, joint, LECTURE_SECONDE);
            }
        }
        return new ArrayList<>(mots.values());
    }

    private static void ajouter(Map<String, Mot> mots, int jeton, String mot, float poids) {
        mots.putIfAbsent(jeton + " " + mot, new Mot(jeton, mot, poids));
    }
}
