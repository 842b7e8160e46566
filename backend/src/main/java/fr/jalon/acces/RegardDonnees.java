package fr.jalon.acces;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import fr.jalon.commun.Interdit;
import fr.jalon.commun.Sujet;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;

import org.springframework.stereotype.Component;

/**
 * The one rule of the kinds of data kept apart inside a file in sight: health and justice are read by whoever holds, on that file, one of the
 * missions the profile names ({@code donnees}); facts by whoever sees the file. It narrows sight and never widens it: ask {@link Acces} first.
 * The identity of whoever transmitted has a rule of its own.
 */
@Component
public class RegardDonnees {

    private record Regle(Profil.Donnee donnee, List<Mission> missions) {
    }

    private final Acces acces;
    private final Journal journal;
    private final Map<NatureDonnee, Regle> regles = new EnumMap<>(NatureDonnee.class);

    RegardDonnees(Acces acces, Journal journal, Departement departement) {
        this.acces = acces;
        this.journal = journal;
        if (departement.profil().donnees() != null) {
            departement.profil().donnees().forEach((code, d) -> regles.put(NatureDonnee.valueOf(code),
                    new Regle(d, d.missions().stream().map(Mission::valueOf).toList())));
        }
    }

    /** @param sujet a file already known to be in sight */
    public boolean lit(NatureDonnee nature, Sujet sujet) {
        Regle regle = regles.get(nature);
        Identite qui = IdentiteCourante.exiger();
        return regle == null || qui.systeme() || acces.peutUne(regle.missions(), sujet)
                || regle.donnee().exception() && !qui.exceptions().isEmpty() && regle.missions().stream().anyMatch(qui::a);
    }

    /** @throws Interdit when the kind is not theirs to read; the refusal is journaled */
    public void exiger(NatureDonnee nature, Sujet sujet) {
        if (!lit(nature, sujet)) {
            journal.refus(sujet, "donnee " + nature.name());
            throw new Interdit("Cette pièce est de nature « " + nature.libelle() + " » : vos habilitations sur ce dossier ne permettent pas de la lire.");
        }
    }

    /** The kind a document of this sort holds by itself. */
    public NatureDonnee duDocument(String genre) {
        return chercher(genre, Profil.Donnee::documents);
    }

    /** The kind of what this partner answers, by its code in the list {@code partenaires}. */
    public NatureDonnee duPartenaire(String code) {
        return chercher(code, Profil.Donnee::partenaires);
    }

    /** The kind of a heading of an interview or of a way to majority. */
    public NatureDonnee deLaRubrique(String code) {
        return chercher(code, Profil.Donnee::rubriques);
    }

    private NatureDonnee chercher(String code, java.util.function.Function<Profil.Donnee, Collection<String>> liste) {
        return regles.entrySet().stream().filter(e -> liste.apply(e.getValue().donnee()).contains(code)).map(Map.Entry::getKey).findFirst()
                .orElse(NatureDonnee.FAITS);
    }
}
