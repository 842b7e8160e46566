package fr.jalon.contrat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import fr.jalon.commun.temps.Horloge;
import fr.jalon.indicateur.ValeursManuelles;

import org.springframework.stereotype.Component;

/** What is typed by hand, for the formulas that add it up or divide by it. */
@Component
class ValeursDesFormules implements ValeursManuelles {

    private final ValeursEnBase valeurs;
    private final Horloge horloge;

    ValeursDesFormules(ValeursEnBase valeurs, Horloge horloge) {
        this.valeurs = valeurs;
        this.horloge = horloge;
    }

    @Override
    public Optional<BigDecimal> valeur(String code, int annee) {
        ValeurSaisie v = valeurs.connues(List.of(code), horloge.maintenant()).get(new ValeursEnBase.Cle(code, annee, ValeurSaisie.Type.REALISE));
        return Optional.ofNullable(v).map(ValeurSaisie::valeur);
    }
}
