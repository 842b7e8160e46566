package fr.jalon.dossier;

import java.time.LocalDate;
import java.util.UUID;

import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Acts on a child's own identity, from the screens of this capability: the right first, then {@link Dossiers}. */
@Service
public class GestionDossiers {

    private final Dossiers dossiers;
    private final Enfants enfants;
    private final DroitsDossier droits;
    private final DerniereModification derniere;

    GestionDossiers(Dossiers dossiers, Enfants enfants, DroitsDossier droits, DerniereModification derniere) {
        this.dossiers = dossiers;
        this.enfants = enfants;
        this.droits = droits;
        this.derniere = derniere;
    }

    /** Opens a file after a search that found nothing. The unit is one of the person's own. */
    @Transactional
    public UUID creer(EnfantSaisi saisi, String unite) {
        droits.exigerCreation(unite);
        return Refus.sous("enfant", () -> dossiers.creerEnfant(saisi, unite));
    }

    @Transactional
    public void corriger(UUID id, long version, EnfantSaisi saisi) {
        exiger(id, version);
        Refus.sous("enfant", () -> {
            dossiers.corrigerEnfant(id, version, saisi);
            return null;
        });
    }

    @Transactional
    public void ajouterNom(UUID id, String nom, String prenoms) {
        droits.exigerEcriture(id);
        dossiers.ajouterNom(id, nom, prenoms, "ALIAS");
    }

    @Transactional
    public void naissance(UUID id, long version, LocalDate le, String prenoms, Sexe sexe) {
        exiger(id, version);
        dossiers.naissance(id, le, prenoms, sexe);
    }

    @Transactional
    public void deces(UUID id, long version, LocalDate le) {
        exiger(id, version);
        dossiers.deces(id, le);
    }

    private void exiger(UUID id, long version) {
        droits.exigerEcriture(id);
        if (enfants.findById(id).orElseThrow(Introuvable::new).version() != version) {
            throw derniere.conflit(id);
        }
    }
}
