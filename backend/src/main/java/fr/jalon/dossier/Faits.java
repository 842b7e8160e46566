package fr.jalon.dossier;

import java.time.LocalDate;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;

import org.springframework.stereotype.Component;

/** The events of this capability, in one place: ids and codes, never a name. */
@Component
class Faits {

    private final Evenements evenements;
    private final Acces acces;

    Faits(Evenements evenements, Acces acces) {
        this.evenements = evenements;
        this.acces = acces;
    }

    void cree(Enfant enfant, String unite) {
        evenements.ajouter(NouvelEvenement.de("enfant.cree").unite(unite).sujet(Sujet.enfant(enfant.id()))
                .dimension("naissance", enfant.naissance().precision()));
    }

    void corrige(UUID enfant) {
        ajouter("enfant.corrige", enfant);
    }

    void ne(UUID enfant, LocalDate le) {
        evenements.ajouter(de("enfant.ne", enfant).survenu(le));
    }

    void decede(UUID enfant, LocalDate le) {
        evenements.ajouter(de("enfant.decede", enfant).survenu(le));
    }

    /** @param quoi what of the child's surroundings changed: TITULAIRE, FOYER or LIEN */
    void entourageChange(UUID enfant, String quoi, String acte) {
        evenements.ajouter(de("enfant.entourage-change", enfant).dimension("quoi", quoi).dimension("acte", acte));
    }

    void lies(UUID un, UUID autre, GenreLien genre) {
        evenements.ajouter(de("enfants.lies", un).sujet(Sujet.enfant(autre)).dimension("genre", genre));
    }

    UUID rechercheRestreinte(UUID enfant) {
        return evenements.ajouter(NouvelEvenement.de("rappel.emis").sujet(Sujet.enfant(enfant)).dimension("motif", "RECHERCHE_RESTREINTE"));
    }

    void restreint(UUID enfant, boolean restreint, String motif) {
        evenements.ajouter(de(restreint ? "enfant.restreint" : "enfant.restriction-levee", enfant).texte(motif));
    }

    UUID reunis(UUID conserve, UUID absorbe, String motif) {
        return evenements.ajouter(de("enfants.reunis", conserve).sujet(Sujet.enfant(absorbe)).dimension("absorbe", absorbe).texte(motif));
    }

    UUID separes(UUID evenementReunion, String motif) {
        return evenements.annuler(evenementReunion, "enfants.separes", motif);
    }

    void documentAjoute(UUID document, Sujet porteur, String genre) {
        evenements.ajouter(NouvelEvenement.de("document.ajoute").sujet(new Sujet(TypeSujet.DOCUMENT, document)).sujet(porteur)
                .dimension("genre", genre));
    }

    void documentRetire(UUID document, Sujet porteur, String motif) {
        evenements.ajouter(NouvelEvenement.de("document.retire").sujet(new Sujet(TypeSujet.DOCUMENT, document)).sujet(porteur).texte(motif));
    }

    private void ajouter(String type, UUID enfant) {
        evenements.ajouter(de(type, enfant));
    }

    private NouvelEvenement de(String type, UUID enfant) {
        Sujet sujet = Sujet.enfant(enfant);
        return NouvelEvenement.de(type).sujet(sujet).unite(acces.unites(sujet, Acces.Titre.SUIVI).stream().findFirst().orElse(null));
    }
}
