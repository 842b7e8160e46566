package fr.jalon.indicateur;

import java.time.LocalDate;
import java.util.UUID;

import fr.jalon.indicateur.CarnetMesures.Mesure;

/** The lives of measures as an example tells them, whoever writes them down: periods and events alone, or the acts of the screens. */
interface LivreMesures {

    /** The two units of the example. */
    String uniteA();

    String uniteB();

    String serviceUn();

    String serviceDeux();

    UUID enfant();

    Mesure ordonner(LocalDate jour, String unite, String produit, boolean accueil, UUID enfant);

    Mesure proposer(LocalDate jour, String unite, String produit, UUID enfant);

    void accorder(Mesure m, LocalDate jour);

    void refuser(Mesure m, LocalDate jour);

    void affecter(Mesure m, LocalDate jour, String service);

    void demarrer(Mesure m, LocalDate jour);

    void moduler(Mesure m, LocalDate jour, String intensite);

    void suspendre(Mesure m, LocalDate du, LocalDate au);

    void renouveler(Mesure m, LocalDate jour);

    void requalifier(Mesure m, LocalDate jour, String produit, boolean accueil);

    void changerCadre(Mesure m, LocalDate jour, String cadre);

    void transferer(Mesure m, LocalDate jour, String unite, String service);

    void terminer(Mesure m, LocalDate jour, String motif);

    void caduque(Mesure m, LocalDate jour);

    void annuler(Mesure m);

    void annulerFin(Mesure m);

    void corrigerDemarrage(Mesure m, LocalDate jour);

    void reunir(UUID conserve, UUID absorbe);
}
