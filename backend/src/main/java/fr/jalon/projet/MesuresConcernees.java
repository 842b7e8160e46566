package fr.jalon.projet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Naissance;
import fr.jalon.dossier.NomEnfant;
import fr.jalon.evenement.Periodes;

import org.springframework.stereotype.Component;

/** Reads, in the exercised periods of a child's measures, those that ask for a projet: of a minor, other than financial help (L223-1-1). */
@Component
class MesuresConcernees {

    static final int MAJORITE = 18;

    private final Periodes periodes;
    private final Dossiers dossiers;
    private final Departement departement;

    MesuresConcernees(Periodes periodes, Dossiers dossiers, Departement departement) {
        this.periodes = periodes;
        this.dossiers = dossiers;
        this.departement = departement;
    }

    /** @param identites every file united into the child's */
    CoursDesMesures de(Collection<UUID> identites, Naissance naissance) {
        return cours(periodes.dEnfants(identites, List.of()), naissance);
    }

    /** @param connues periods of one child's measures, of any kind */
    CoursDesMesures cours(Collection<Periodes.Periode> connues, Naissance naissance) {
        Map<UUID, List<Periodes.Periode>> parMesure = connues.stream().filter(p -> "EXERCEE".equals(p.genre()))
                .collect(Collectors.groupingBy(p -> p.sujet().id()));
        LocalDate majorite = majorite(naissance);
        List<TrancheExercee> tranches = new ArrayList<>();
        parMesure.forEach((mesure, siennes) -> {
            LocalDate debut = siennes.stream().map(Periodes.Periode::debut).min(LocalDate::compareTo).orElseThrow();
            if (majorite != null && !debut.isBefore(majorite)) {
                return;
            }
            siennes.stream().filter(p -> demandeUnProjet(p.dimensions())).forEach(p -> tranches.add(new TrancheExercee(mesure, p.uniteId(),
                    p.dimensions().get("produit"), p.dimensions().get("service"), "OUI".equals(p.dimensions().get("accueil")), p.debut(), p.fin())));
        });
        return CoursDesMesures.de(tranches);
    }

    /** Only an exact date counts a birthday. */
    static LocalDate majorite(Naissance naissance) {
        return naissance.exacte() ? naissance.le().plusYears(MAJORITE) : null;
    }

    Naissance naissance(UUID enfant) {
        NomEnfant n = dossiers.nomsDe(List.of(enfant)).get(enfant);
        return n == null ? Naissance.inconnue() : n.naissance();
    }

    private boolean demandeUnProjet(Map<String, String> dimensions) {
        Profil profil = departement.profil();
        return !profil.baseLegale(String.valueOf(dimensions.get("base"))).map(Profil.BaseLegale::aideFinanciere).orElse(false)
                && !profil.produit(String.valueOf(dimensions.get("produit"))).map(p -> "MAJEUR".equals(p.domaine())).orElse(false);
    }
}
