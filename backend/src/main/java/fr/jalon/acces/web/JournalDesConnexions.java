package fr.jalon.acces.web;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Utilisateurs;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * The door's own lines of the journal: who came in and how, who went out or was put out, who was turned away. What was typed is never
 * written. Whoever nobody knows leaves a line at a refused login only: a door that writes at each knock is a door one can break.
 */
@Component
class JournalDesConnexions {

    private final Utilisateurs utilisateurs;
    private final Annuaire annuaire;
    private final Journal journal;

    JournalDesConnexions(Utilisateurs utilisateurs, Annuaire annuaire, Journal journal) {
        this.utilisateurs = utilisateurs;
        this.annuaire = annuaire;
        this.journal = journal;
    }

    /** @return false, and a refusal, when the account was withdrawn or holds no duty */
    boolean entree(UUID id, String quoi) {
        Optional<Identite> qui = utilisateurs.identite(id);
        if (qui.isEmpty()) {
            refusee(id, "connexion.refusee compte-retire");
            return false;
        }
        ligne(id, () -> journal.connexion(quoi));
        return true;
    }

    void refusee(UUID id, String quoi) {
        ligne(id, () -> journal.refus(null, quoi));
    }

    void sortie(UUID id, String quoi) {
        ligne(id, () -> journal.connexion(quoi));
    }

    void sortie(Authentication authentification, String quoi) {
        id(authentification).ifPresent(id -> sortie(id, quoi));
    }

    /** A request of somebody known, stopped before it reached anything: no token of the page, no right to come so far. */
    void arretee(Authentication authentification) {
        id(authentification).ifPresent(id -> refusee(id, "porte.refusee"));
    }

    private Optional<UUID> id(Authentication authentification) {
        if (authentification == null) {
            return Optional.empty();
        }
        if (authentification.getPrincipal() instanceof Connecte c) {
            return Optional.of(c.id());
        }
        return authentification.getPrincipal() instanceof OidcUser o ? Optional.of(annuaire.id(o.getSubject())) : Optional.empty();
    }

    /** As that person, even when they are no longer anybody here; as nobody when nobody knows them. */
    private void ligne(UUID id, Runnable ecriture) {
        Identite qui = id == null ? null : utilisateurs.identite(id).or(() -> utilisateurs.parId(id).map(p -> new Identite(p.id(), p.identifiant(),
                p.nomAffiche(), Set.of(), Map.of(), Set.of(), false, false))).orElse(null);
        IdentiteCourante.en(qui, () -> {
            ecriture.run();
            return null;
        });
    }
}
