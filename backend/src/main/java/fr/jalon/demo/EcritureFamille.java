package fr.jalon.demo;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import fr.jalon.commun.Sujet;

/** The rows of a family, as the intake writes them. Names become findable afterwards, a lot at a time. */
final class EcritureFamille {

    private static final String ENFANT = "enfant(id, nom, prenoms, non_nomme, sexe, naissance_precision, naissance_le, terme_prevu, cree_le, version)";
    private static final String ADULTE = "adulte(id, nom, prenoms, civilite, telephone)";
    private static final String FOYER = "foyer(id, adresse, code_postal, commune, unite_id, adresse_protegee, protection_motif)";
    private static final String LOGE = "foyer_enfant(id, foyer_id, enfant_id, principal)";
    private static final String HABITE = "foyer_adulte(id, foyer_id, adulte_id)";
    private static final String AUTORITE = "autorite_parentale(id, enfant_id, adulte_id, qualite, exercice)";
    private static final String LIEN = "lien_enfants(id, enfant_a, enfant_b, genre, pose_le)";
    static final String REGARD = "sujet_unite(sujet_type, sujet_id, unite_id, titre, du)";

    private final Copie copie;
    private final Hasard hasard;

    EcritureFamille(Copie copie, Hasard hasard) {
        this.copie = copie;
        this.hasard = hasard;
    }

    static void annoncer(Copie copie) {
        copie.annoncer(ENFANT, ADULTE, FOYER, LOGE, HABITE, AUTORITE, LIEN, REGARD);
    }

    void ecrire(Famille f, String unite, Instant le, List<UUID> nouveaux) {
        long millis = le.toEpochMilli();
        for (Famille.EnfantFictif e : f.enfants()) {
            copie.ligne(ENFANT, e.id(), e.nom(), e.prenoms(), e.nonNomme(), e.aNaitre() ? "INCONNU" : e.fille() ? "FILLE" : "GARCON",
                    e.aNaitre() ? "A_NAITRE" : "EXACTE", e.neLe(), e.terme(), le, 0);
            nouveaux.add(e.id());
        }
        f.adultes().forEach(a -> copie.ligne(ADULTE, a.id(), a.nom(), a.prenoms(), a.femme() ? "MADAME" : "MONSIEUR", a.telephone()));
        for (Famille.FoyerFictif foyer : f.foyers()) {
            copie.ligne(FOYER, foyer.id(), foyer.adresse(), foyer.codePostal(), foyer.commune(), unite, foyer.protege(),
                    foyer.protege() ? "Violences (fictif)" : null);
            f.enfants().forEach(e -> copie.ligne(LOGE, hasard.id(millis), foyer.id(), e.id(), foyer.principal()));
            foyer.habitants().forEach(n -> copie.ligne(HABITE, hasard.id(millis), foyer.id(), f.adultes().get(n).id()));
        }
        for (Famille.EnfantFictif e : f.enfants()) {
            f.adultes().forEach(a -> copie.ligne(AUTORITE, hasard.id(millis), e.id(), a.id(), a.femme() ? "MERE" : "PERE",
                    f.adultes().size() == 1 ? "EXCLUSIF" : "CONJOINT"));
        }
        for (int i = 1; i < f.enfants().size(); i++) {
            UUID a = f.enfants().get(i - 1).id();
            UUID b = f.enfants().get(i).id();
            // The database orders uuids as unsigned bytes, Java as signed longs.
            boolean ordre = a.toString().compareTo(b.toString()) < 0;
            copie.ligne(LIEN, hasard.id(millis), ordre ? a : b, ordre ? b : a, "FRATRIE", le);
        }
    }

    void regard(Sujet sujet, String unite, String titre, Instant le) {
        copie.ligne(REGARD, sujet.type(), sujet.id(), unite, titre, le);
    }
}
