package fr.jalon.bancs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Invented children for the search benchmark, the same for one seed. Names follow the shape of a département's: a few common ones and a
 * long tail (Zipf-Mandelbrot, so that the first family name has 0.6 % and the first given name 2 %), the head from written lists, the tail made of syllables; one name in twelve is compound, one
 * in twenty has a particle.
 */
final class PopulationInventee {

    record Invente(String nom, String prenoms, LocalDate naissance) {
    }

    private static final String[] NOMS = ("Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefebvre Leroy Roux David Bertrand Morel "
            + "Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Lefèvre Faure André Mercier Blanc Guérin Boyer Garnier Chevalier François Legrand "
            + "Gauthier Garcia Perrin Robin Clément Morin Nicolas Henry Roussel Mathieu Gautier Masson Marchand Duval Denis Dumont Marie Lemaire Noël Meyer Dufour Meunier "
            + "Brun Blanchard Giraud Joly Rivière Lucas Brunet Gaillard Barbier Arnaud Martinez Gérard Roche Renard Schmitt Roy Leroux Colin Vidal Caron Picard Roger Fabre "
            + "Aubert Lemoine Renaud Dumas Lacroix Olivier Philippe Bourgeois Pierre Benoît Rey Leclerc Payet Rolland Leclercq Guillaume Lecomte Lopez Jean Dupuy Guillot "
            + "Hubert Berger Carpentier Sanchez Dupuis Moulin Louis Deschamps Huet Vasseur Perez Boucher Fleury Royer Klein Jacquet Adam Paris Poirier Marty Aubry Guyot "
            + "Carré Charles Renault Charpentier Ménard Maillard Baron Bertin Bailly Hervé Schneider Fernandez Collet Léger Bouvier Julien Prévost Millet Perrot Daniel "
            + "Cousin Germain Breton Besson Langlois Rémy Tessier Hamon Tanguy Quéré Rannou Cariou Jaouen Guéguen Morvan Salaün Riou Prigent Cadiou Abgrall Kerleo "
            + "Diallo Traoré Benali Haddad Nguyen Tran Yilmaz Kaya Popescu Ferreira Silva Moreira Diop Ndiaye Keita Coulibaly Camara Konaté Mansouri Saidi Belkacem").split(" ");

    private static final String[] PRENOMS = ("Emma Jade Louise Alice Chloé Lina Léa Rose Anna Mila Inès Ambre Julia Mia Léna Manon Juliette Lou Camille Zoé Lola Agathe Jeanne "
            + "Lucie Éva Nina Sarah Romane Inaya Charlotte Léonie Romy Adèle Iris Louna Sofia Margaux Clara Olivia Capucine Victoria Lana Margot Élise Maëlys Apolline Nour "
            + "Gabriel Raphaël Léo Louis Lucas Adam Arthur Jules Hugo Maël Liam Ethan Paul Nathan Gabin Sacha Noah Tom Mohamed Aaron Théo Noé Victor Martin Mathis Timéo Nolan "
            + "Enzo Éden Axel Antoine Léon Marius Robin Valentin Clément Baptiste Tiago Rayan Amir Augustin Gaspard Samuel Ibrahim Eliott Maxime Yanis Imran Naël Malo Simon "
            + "Marceau Alexandre Thomas Ayden Camil Evan Soan Lyam Ismaël Mathéo Kylian Titouan Gwendal Ewen Yann Erwan Loïc Ronan Tugdual Briac Nolwenn Maïwenn Enora Gwenaëlle "
            + "Rozenn Soizic Katell Bleuenn Yuna Aïcha Fatoumata Mariam Aminata Kadiatou Yasmine Salma Assia Aya Ilyes Ayoub Bilal Moussa Ousmane Mamadou Kenza Lyna Sirine "
            + "Dylan Kevin Jordan Brandon Océane Mélissa Jessica Laura Amélie Justine Pauline Marine Coralie Émilie Élodie Christophe Philippe Mathieu Thibault Quentin Florian").split(" ");

    private static final String[] DEBUTS = "Ba Be Bou Bri Ca Char Che Co Cra Da De Do Du Fa Fer Fou Ga Ger Gou Gui Ha Her Ja Jo Ker La Le Lou Ma Mer Mi Mo Na Ne Pa Pe Pi Pou Qué Ra Re Ro Sa Se Sou Ta Ti Tré Va Vi".split(" ");
    private static final String[] MILIEUX = "bi bou bre ca cha co da do gne gni la le li lo lou ma me mi na ni nou pa pi ra re ri ro sa se ssi ta te ti tou va vi".split(" ");
    private static final String[] FINS = "rd ut in ier et ot on eau ac ec ic oux ault ard ais el ellec ou an ez ert ieu euil ourt gny gnac ville dec rec".split(" ");

    private final Random alea;
    private final List<String> noms;
    private final List<String> prenoms;
    private final double[] poidsNoms;
    private final double[] poidsPrenoms;

    PopulationInventee(long graine) {
        this.alea = new Random(graine);
        this.noms = etendre(NOMS, 25_000);
        this.prenoms = etendre(PRENOMS, 1_800);
        this.poidsNoms = cumul(noms.size(), 25);
        this.poidsPrenoms = cumul(prenoms.size(), 10);
    }

    private List<String> etendre(String[] liste, int combien) {
        Set<String> mots = new LinkedHashSet<>(List.of(liste));
        while (mots.size() < combien) {
            StringBuilder mot = new StringBuilder(DEBUTS[alea.nextInt(DEBUTS.length)]);
            for (int i = alea.nextInt(2); i >= 0; i--) {
                mot.append(MILIEUX[alea.nextInt(MILIEUX.length)]);
            }
            mots.add(mot.append(FINS[alea.nextInt(FINS.length)]).toString());
        }
        return new ArrayList<>(mots);
    }

    private static double[] cumul(int n, double decalage) {
        double[] cumul = new double[n];
        double somme = 0;
        for (int i = 0; i < n; i++) {
            somme += 1 / (i + decalage);
            cumul[i] = somme;
        }
        return cumul;
    }

    private String tirer(List<String> mots, double[] cumul) {
        int rang = java.util.Arrays.binarySearch(cumul, alea.nextDouble() * cumul[cumul.length - 1]);
        return mots.get(Math.min(mots.size() - 1, rang < 0 ? -rang - 1 : rang));
    }

    Invente suivant() {
        String nom = tirer(noms, poidsNoms);
        int forme = alea.nextInt(60);
        if (forme < 5) {
            nom = nom + "-" + tirer(noms, poidsNoms);
        } else if (forme < 8) {
            nom = (alea.nextBoolean() ? "Le " : "De ") + nom;
        }
        String prenoms = tirer(this.prenoms, poidsPrenoms);
        if (alea.nextInt(20) == 0) {
            prenoms = prenoms + "-" + tirer(this.prenoms, poidsPrenoms);
        }
        if (alea.nextInt(3) > 0) {
            prenoms = prenoms + " " + tirer(this.prenoms, poidsPrenoms);
        }
        return new Invente(nom, prenoms, LocalDate.of(2004, 1, 1).plusDays(alea.nextInt(22 * 365)));
    }
}
