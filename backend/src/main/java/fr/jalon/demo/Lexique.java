package fr.jalon.demo;

import java.util.List;

/**
 * Words the synthetic names are made of. Surnames are birds, plants and stones, so that nobody takes a file for a real family; they
 * keep what makes real names hard to find: accents, hyphens, particles, homonyms and neighbours of spelling.
 */
final class Lexique {

    static final List<String> NOMS = List.of("Mésange", "Roitelet", "Bergeronnette", "Loriot", "Pinson", "Chardonneret", "Grive",
            "Hirondelle", "Martinet", "Rossignol", "Fauvette", "Alouette", "Bouvreuil", "Tourterelle", "Courlis", "Sterne", "Goéland",
            "Cormoran", "Héron", "Aigrette", "Sarcelle", "Vanneau", "Bécasse", "Perdrix", "Caille", "Épervier", "Faucon", "Busard",
            "Effraie", "Hulotte", "Geai", "Corneille", "Choucas", "Étourneau", "Verdier", "Linotte", "Troglodyte", "Pouillot",
            "Églantine", "Aubépine", "Bruyère", "Genêt", "Ajonc", "Fougère", "Bourdaine", "Noisetier", "Châtaignier", "Frêne",
            "Érable", "Aulne", "Bouleau", "Peuplier", "Tilleul", "Sorbier", "Prunelle", "Myrtille", "Groseille", "Framboise",
            "Coquelicot", "Bleuet", "Jonquille", "Pervenche", "Primevère", "Camomille", "Verveine", "Mélisse", "Sauge", "Thym",
            "Romarin", "Lavande", "Basilic", "Angélique", "Ancolie", "Digitale", "Pâquerette", "Marguerite", "Violette", "Muguet",
            "Quartz", "Ardoise", "Granit", "Schiste", "Silex", "Basalte", "Opale", "Agate", "Jaspe", "Béryl", "Grès", "Calcaire",
            "Lapereau", "Hérisson", "Écureuil", "Blaireau", "Renardeau", "Belette", "Loutre", "Castor", "Chevreuil", "Marcassin");

    static final List<String> PARTICULES = List.of("Le ", "La ", "de ", "du ", "Ker");

    static final List<String> FILLES = List.of("Louise", "Jade", "Emma", "Alice", "Chloé", "Inès", "Léa", "Manon", "Zoé", "Anaïs",
            "Maëlys", "Noémie", "Éloïse", "Gwenaëlle", "Maïwenn", "Nolwenn", "Rozenn", "Soazig", "Héloïse", "Clémence", "Aïcha", "Fatou",
            "Salomé", "Thaïs", "Océane", "Léonie", "Romane", "Ambre", "Lina", "Mia", "Anne-Sophie", "Marie-Lou", "Élise", "Camille",
            "Yasmine", "Kadiatou", "Apolline", "Garance", "Capucine", "Victoire");

    static final List<String> GARCONS = List.of("Gabriel", "Léo", "Raphaël", "Louis", "Arthur", "Jules", "Hugo", "Noé", "Ethan", "Théo",
            "Maël", "Malo", "Ewen", "Titouan", "Yann", "Erwan", "Gaël", "Loïc", "Mathéo", "Timéo", "Nathan", "Sacha", "Gaspard", "Eliott",
            "Jean-Baptiste", "Pierre-Louis", "Ibrahim", "Mamadou", "Ilyès", "Kylian", "Enzo", "Lenny", "Côme", "Félix", "Célestin",
            "Augustin", "Basile", "Camille", "Dominique", "Anatole");

    static final List<String> FEMMES = List.of("Sophie", "Nathalie", "Isabelle", "Christelle", "Aurélie", "Céline", "Gaëlle", "Solenn",
            "Valérie", "Stéphanie", "Mélanie", "Émilie", "Laëtitia", "Virginie", "Sandrine", "Karine", "Élodie", "Maryvonne", "Aminata",
            "Hélène", "Anne-Laure", "Marie-Claire", "Béatrice", "Françoise");

    static final List<String> HOMMES = List.of("Nicolas", "Sébastien", "Christophe", "Frédéric", "Stéphane", "Jérôme", "Mickaël", "Ronan",
            "Tanguy", "Yannick", "Fabrice", "Grégory", "Cédric", "Benoît", "François", "Éric", "Moussa", "Karim", "Jean-Yves",
            "Jean-Marc", "Olivier", "Thierry", "Denis", "Hervé");

    static final List<String> VOIES = List.of("rue des Mésanges", "rue du Vieux Four", "allée des Ajoncs", "impasse du Lavoir",
            "place des Tilleuls", "chemin de la Fontaine", "rue de l’Étang", "avenue des Peupliers", "square des Bruyères",
            "rue du Moulin à eau", "passage des Ardoises", "boulevard des Genêts");

    static final List<String> COMMUNES = List.of("Bourg-Exemple", "Saint-Modèle", "La Ville-Fictive", "Plan-d’Essai", "Maquette-sur-Mer",
            "Le Gabarit", "Val-d’Esquisse", "Épreuve-les-Bains");

    private Lexique() {
    }

    /** Every word a synthetic child may be called by. */
    static List<String> mots() {
        return java.util.stream.Stream.of(NOMS.stream(), NOMS.stream().flatMap(n -> PARTICULES.stream().map(p -> p + n)), FILLES.stream(),
                GARCONS.stream()).flatMap(x -> x).toList();
    }
}
