package fr.jalon.tache;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Absences;
import fr.jalon.commun.TypeSujet;
import fr.jalon.departement.Departement;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.NomEnfant;
import fr.jalon.dossier.RechercheEnfants;
import fr.jalon.processus.Modeles;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts names and labels on the rows of one page; nothing of it is stored. */
@Component
class Habillage {

    private final Dossiers dossiers;
    private final RechercheEnfants recherche;
    private final Departement departement;
    private final Modeles modeles;
    private final List<SujetsDesTaches> sujets;
    private final ObjectProvider<EcheancesDesTaches> echeances;
    private final Absences absences;

    Habillage(Dossiers dossiers, RechercheEnfants recherche, Departement departement, Modeles modeles, List<SujetsDesTaches> sujets,
            ObjectProvider<EcheancesDesTaches> echeances, Absences absences) {
        this.dossiers = dossiers;
        this.recherche = recherche;
        this.departement = departement;
        this.modeles = modeles;
        this.sujets = sujets;
        this.echeances = echeances;
        this.absences = absences;
    }

    List<LigneTache> habiller(List<Lue> lues, LocalDate jour) {
        if (lues.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<UUID>> enfants = enfants(lues);
        Set<UUID> tous = new HashSet<>();
        enfants.values().forEach(tous::addAll);
        Map<UUID, NomEnfant> noms = dossiers.nomsDe(tous);
        Map<String, String> unites = departement.noms();
        EcheancesDesTaches dates = echeances.getIfAvailable();
        Set<UUID> consignes = dates == null ? Set.of() : dates.sousConsigne(lues.stream().map(l -> l.sujet().id()).toList(), jour);
        Map<UUID, String> objets = objets(lues);
        Map<UUID, Absences.Absente> absentes = absences.parmi(lues.stream().map(Lue::titulaire).filter(Objects::nonNull).map(LigneTache.Titulaire::id).toList(), jour);
        return lues.stream().map(l -> {
            List<String> affiches = enfants.getOrDefault(l.sujet().id(), List.of()).stream().map(noms::get)
                    .filter(Objects::nonNull).map(NomEnfant::affiche).toList();
            return new LigneTache(l.id(), l.sujet().type(), l.sujet().id(), l.ipId(), l.reference(),
                    affiches.isEmpty() ? "Enfant non nommé" : String.join(", ", affiches), l.etape(), l.objet() == null ? modeles.libelle(l.cle(), l.etape())
                            : objets.getOrDefault(l.objet(), modeles.libelle(l.cle(), l.etape())),
                    l.mission(), affiches, new LigneTache.Unite(l.unite(), unites.getOrDefault(l.unite(), l.unite())), echeance(l, jour),
                    titulaire(l.titulaire(), absentes), l.nonLue(), l.creeLe(), l.urgence(), consignes.contains(l.sujet().id()), l.objet());
        }).toList();
    }

    private static LigneTache.Titulaire titulaire(LigneTache.Titulaire t, Map<UUID, Absences.Absente> absentes) {
        Absences.Absente a = t == null ? null : absentes.get(t.id());
        return a == null ? t : new LigneTache.Titulaire(t.id(), t.nom(), t.depuis(), a.au(), a.remplacantId(), a.remplacant());
    }

    private static LigneTache.Echeance echeance(Lue l, LocalDate jour) {
        return new LigneTache.Echeance(l.echeance(), l.dateLegale(), Bande.de(l.dateLegale(), l.enConsigne(), jour),
                l.dateLegale() == null ? null : (int) ChronoUnit.DAYS.between(jour, l.dateLegale()));
    }

    private Map<UUID, List<UUID>> enfants(List<Lue> lues) {
        Map<TypeSujet, Set<UUID>> parType = new EnumMap<>(TypeSujet.class);
        lues.forEach(l -> parType.computeIfAbsent(l.sujet().type(), t -> new HashSet<>()).add(l.sujet().id()));
        Map<UUID, List<UUID>> enfants = new HashMap<>();
        for (SujetsDesTaches s : sujets) {
            if (parType.containsKey(s.type())) {
                enfants.putAll(s.enfants(parType.get(s.type())));
            }
        }
        return enfants;
    }

    private Map<UUID, String> objets(List<Lue> lues) {
        List<UUID> ids = lues.stream().map(Lue::objet).filter(Objects::nonNull).distinct().toList();
        Map<UUID, String> libelles = new HashMap<>();
        if (!ids.isEmpty()) {
            sujets.forEach(s -> libelles.putAll(s.libelles(ids)));
        }
        return libelles;
    }

    /** Files in which a child called like this stands; the search says nothing of children out of sight. */
    Set<UUID> sujetsNommes(String q) {
        Set<UUID> enfants = recherche.enVue(q);
        Set<UUID> nommes = new HashSet<>();
        if (!enfants.isEmpty()) {
            sujets.forEach(s -> nommes.addAll(s.avecEnfants(enfants)));
        }
        return nommes;
    }
}
