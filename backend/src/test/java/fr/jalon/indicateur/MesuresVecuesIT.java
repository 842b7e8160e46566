package fr.jalon.indicateur;

import fr.jalon.essai.TestIntegration;

import org.springframework.beans.factory.annotation.Autowired;

/** The same example lived through the acts of the screens, on the real engine: the figures are the same. */
@TestIntegration
class MesuresVecuesIT extends MesuresALaMain {

    @Autowired
    private VieMesures vie;

    @Override
    LivreMesures livre() {
        return vie;
    }
}
