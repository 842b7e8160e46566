package fr.jalon.projet;

import java.util.Optional;

import fr.jalon.chemin.SujetDessine;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;

import org.springframework.stereotype.Component;

/** What the drawn path needs of a projet. */
@Component
class ProjetDessine implements SujetDessine {

    private final Projets projets;

    ProjetDessine(Projets projets) {
        this.projets = projets;
    }

    @Override
    public TypeSujet type() {
        return TypeSujet.PROJET;
    }

    @Override
    public String cle() {
        return ActesProjet.CLE;
    }

    @Override
    public boolean passage(String evenement) {
        return evenement.startsWith("projet.");
    }

    @Override
    public Optional<String> fin(Sujet sujet) {
        EtatProjet etat = projets.findById(sujet.id()).orElseThrow(Introuvable::new).etat();
        return Optional.ofNullable(etat == EtatProjet.CLOS ? "clos" : etat == EtatProjet.ANNULE ? "annule" : null);
    }
}
