package fr.jalon.ip.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.dossier.FoyerEnfant;
import fr.jalon.dossier.NomEnfant;
import fr.jalon.dossier.Titulaire;
import fr.jalon.ip.MineurConcerne;

/**
 * The minors of an evaluation with the adults and homes tied to them: whom acts may be with, and where.
 *
 * @param liens every current tie of a minor to an adult, holders and others
 */
record FamilleEvaluee(List<MineurConcerne> mineurs, Map<UUID, NomEnfant> noms, List<Titulaire> liens, List<FoyerEnfant> lieux) {

    /** A home, seen once whatever the number of children who live there. */
    record Foyer(UUID id, String nom, boolean adresseProtegee, Set<UUID> mineurs) {
    }

    NomEnfant nom(MineurConcerne m) {
        return noms.get(m.enfantId());
    }

    String affiche(UUID mineurId) {
        return mineurs.stream().filter(m -> m.id().equals(mineurId)).findFirst().map(m -> nom(m) == null ? "Mineur" : nom(m).affiche())
                .orElse("Mineur retiré");
    }

    boolean aNaitre(MineurConcerne m) {
        return nom(m) != null && nom(m).naissance().aNaitre();
    }

    Set<UUID> idsMineurs() {
        return mineurs.stream().map(MineurConcerne::id).collect(Collectors.toSet());
    }

    Set<UUID> idsAdultes() {
        return liens.stream().map(Titulaire::adulteId).collect(Collectors.toSet());
    }

    /** Adults by id, one tie each: the first that makes them a holder, else the first. */
    Map<UUID, Titulaire> adultes() {
        Map<UUID, Titulaire> parAdulte = new LinkedHashMap<>();
        liens.forEach(l -> parAdulte.merge(l.adulteId(), l, (a, b) -> a.exercice().titulaire() || !b.exercice().titulaire() ? a : b));
        return parAdulte;
    }

    /** Holders alive, each once: those who must be told, met and heard. */
    List<Titulaire> titulaires() {
        return adultes().values().stream().filter(t -> t.exercice().titulaire() && t.decesLe() == null).toList();
    }

    List<Foyer> foyers() {
        Map<UUID, Foyer> foyers = new LinkedHashMap<>();
        for (FoyerEnfant f : lieux) {
            Foyer foyer = foyers.computeIfAbsent(f.foyerId(), id -> new Foyer(id, nomDe(f), f.adresseProtegee(), new java.util.LinkedHashSet<>()));
            mineurDe(f.enfantId()).ifPresent(foyer.mineurs()::add);
        }
        return List.copyOf(foyers.values());
    }

    private Optional<UUID> mineurDe(UUID enfantId) {
        return mineurs.stream().filter(m -> m.enfantId().equals(enfantId)
                || noms.containsKey(m.enfantId()) && noms.get(m.enfantId()).canonique().equals(enfantId)).map(MineurConcerne::id).findFirst();
    }

    /** What a home is called: never a withheld address. */
    private static String nomDe(FoyerEnfant f) {
        if (f.libelle() != null && !f.libelle().isBlank()) {
            return f.libelle();
        }
        if (f.adresseProtegee()) {
            return "Adresse protégée";
        }
        String lieu = java.util.stream.Stream.of(f.adresse(), f.commune()).filter(x -> x != null && !x.isBlank())
                .collect(Collectors.joining(", "));
        return lieu.isEmpty() ? "Lieu de vie sans adresse" : lieu;
    }
}
