package fr.jalon.contrat;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Utilisateurs;
import fr.jalon.departement.Departement;
import fr.jalon.indicateur.Chiffre;
import fr.jalon.indicateur.Comptage;
import fr.jalon.indicateur.Connu;
import fr.jalon.indicateur.DocumentsDuCatalogue;
import fr.jalon.indicateur.LigneDocument;

import org.springframework.stereotype.Component;

/** Reads at once all that rows are made of, for some rows and some years: a fixed number of queries whatever their number. */
@Component
class LecturesContrat {

    /** @param indicateurs code of the catalogue that answers a row, for those it answers */
    record Lues(Map<String, String> indicateurs, Map<String, List<Chiffre>> comptes, int du, Map<ValeursEnBase.Cle, ValeurSaisie> saisies, Mots.Connus mots,
            Map<UUID, String> noms) {

        Chiffre compte(String code, int annee) {
            List<Chiffre> chiffres = comptes.get(indicateurs.get(code));
            return chiffres == null || annee < du || annee - du >= chiffres.size() ? null : chiffres.get(annee - du);
        }

        Assemblage.Sources sources(Plan plan, LigneDocument ligne, Map<Integer, Assemblage.ArretesLus> arretes, boolean saisissable) {
            return new Assemblage.Sources(plan, annee -> compte(ligne.code(), annee), indicateurs.get(ligne.code()),
                    (annee, type) -> saisies.get(new ValeursEnBase.Cle(ligne.code(), annee, type)), mots, arretes, noms, saisissable);
        }
    }

    private final DocumentsDuCatalogue documents;
    private final Departement departement;
    private final Comptage comptage;
    private final ValeursEnBase valeurs;
    private final Mots mots;
    private final Utilisateurs utilisateurs;

    LecturesContrat(DocumentsDuCatalogue documents, Departement departement, Comptage comptage, ValeursEnBase valeurs, Mots mots, Utilisateurs utilisateurs) {
        this.documents = documents;
        this.departement = departement;
        this.comptage = comptage;
        this.valeurs = valeurs;
        this.mots = mots;
        this.utilisateurs = utilisateurs;
    }

    /** Rows of the département's own documents, in the printed order. */
    List<LigneDocument> lignes() {
        return parFiche(documents.lignes(departement.profil().code()).stream().filter(LigneDocument::tableauDeBord).toList());
    }

    /** As the documents print them, the rows a fiche has in two places together under its title: those of the common table, then its own. */
    static List<LigneDocument> parFiche(List<LigneDocument> imprimees) {
        Map<String, List<LigneDocument>> fiches = new LinkedHashMap<>();
        imprimees.forEach(l -> fiches.computeIfAbsent(l.fiche(), f -> new java.util.ArrayList<>()).add(l));
        return fiches.values().stream().flatMap(List::stream).toList();
    }

    Lues lire(Collection<LigneDocument> lignes, int du, int au, Connu connu, Instant le) {
        Map<String, String> indicateurs = new LinkedHashMap<>();
        for (LigneDocument l : lignes) {
            comptage.indicateursDe(l.code()).stream().findFirst().ifPresent(i -> indicateurs.put(l.code(), i));
        }
        Map<String, List<Chiffre>> comptes = new HashMap<>();
        List<String> aCompter = indicateurs.values().stream().distinct().toList();
        if (!aCompter.isEmpty()) {
            comptage.table(aCompter, du, au, connu).forEach(l -> comptes.put(l.code(), l.chiffres()));
        }
        Set<String> codes = lignes.stream().map(LigneDocument::code).collect(Collectors.toSet());
        Map<ValeursEnBase.Cle, ValeurSaisie> saisies = valeurs.connues(codes, le);
        Map<UUID, String> noms = utilisateurs.noms(saisies.values().stream().map(ValeurSaisie::par).filter(Objects::nonNull).collect(Collectors.toSet()));
        return new Lues(indicateurs, comptes, du, saisies, mots.connus(codes, le), noms);
    }
}
