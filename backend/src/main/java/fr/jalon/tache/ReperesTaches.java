package fr.jalon.tache;

import java.util.List;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.departement.Departement;
import fr.jalon.processus.Modeles;

import org.springframework.stereotype.Service;

/** What the list can be filtered by: the steps of the models, and the units whose people hold a mission. */
@Service
public class ReperesTaches {

    public record EtapePossible(String code, String libelle) {
    }

    public record Reperes(List<EtapePossible> etapes, List<LigneTache.Unite> unites) {
    }

    private final Modeles modeles;
    private final Departement departement;

    ReperesTaches(Modeles modeles, Departement departement) {
        this.modeles = modeles;
        this.departement = departement;
    }

    public Reperes reperes() {
        Identite qui = IdentiteCourante.exiger();
        List<EtapePossible> etapes = modeles.cles().stream().flatMap(c -> modeles.etapes(c).values().stream())
                .map(e -> new EtapePossible(e.id(), e.libelle())).distinct().toList();
        List<LigneTache.Unite> unites = departement.unites().stream().filter(u -> qui.departement() || !qui.unites().isEmpty())
                .map(u -> new LigneTache.Unite(u.id(), u.nom())).toList();
        return new Reperes(etapes, unites);
    }
}
