package fr.jalon.indicateur;

import fr.jalon.essai.TestIntegration;

import org.springframework.beans.factory.annotation.Autowired;

/** The example written in the log itself: what is counted, without the weight of what is not. */
@TestIntegration
class MesuresALaMainIT extends MesuresALaMain {

    @Autowired
    private CarnetMesures carnet;

    @Override
    LivreMesures livre() {
        return carnet;
    }
}
