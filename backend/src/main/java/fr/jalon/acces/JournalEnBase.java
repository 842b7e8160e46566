package fr.jalon.acces;

import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.commun.Ids;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.base.Ecritures;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The journal in {@code journal_acces}, real time (never the travelling business clock), insert-only by database rights. */
@Component
class JournalEnBase implements Journal {

    static final String LIGNE = """
            insert into journal_acces(id, genre, sujet_type, sujet_id, quoi, nombre, utilisateur_id, acteur, roles, unites)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcClient jdbc;
    private final Ecritures ecritures;
    private final TransactionTemplate transaction;

    JournalEnBase(JdbcClient jdbc, Ecritures ecritures, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ecritures = ecritures;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void ouverture(Sujet sujet) {
        ecrire("OUVERTURE", sujet, null, null);
    }

    @Override
    public void modification(Sujet sujet, String quoi) {
        ecrire("MODIFICATION", sujet, quoi, null);
    }

    @Override
    public void recherche(int resultats) {
        ecrire("RECHERCHE", null, null, resultats);
    }

    @Override
    public void refus(Sujet sujet, String quoi) {
        // Never with the writes of the act: what is refused rolls those back, and this line stays.
        Object[] ligne = ligne("REFUS", sujet, quoi, null);
        if (!RefusEnAttente.garder(ligne)) {
            transaction.executeWithoutResult(statut -> jdbc.sql(LIGNE).params(ligne).update());
        }
    }

    @Override
    public void connexion(String quoi) {
        ecrire("CONNEXION", null, quoi, null);
    }

    @Override
    public void compte(UUID utilisateur, String quoi) {
        ecritures.ecrire(LIGNE, ligne("MODIFICATION", "UTILISATEUR", utilisateur, quoi, null));
    }

    private void ecrire(String genre, Sujet sujet, String quoi, Integer nombre) {
        ecritures.ecrire(LIGNE, ligne(genre, sujet, quoi, nombre));
    }

    private static Object[] ligne(String genre, Sujet sujet, String quoi, Integer nombre) {
        return ligne(genre, sujet == null ? null : sujet.type().name(), sujet == null ? null : sujet.id(), quoi, nombre);
    }

    private static Object[] ligne(String genre, String sujetType, UUID sujetId, String quoi, Integer nombre) {
        Identite qui = IdentiteCourante.siPresente().orElse(null);
        return new Object[] {Ids.nouveau(), genre, sujetType, sujetId, quoi, nombre,
            qui == null ? null : qui.utilisateurId(), qui == null ? "" : qui.identifiant(), qui == null ? null : roles(qui),
            qui == null || qui.unites().isEmpty() ? null : String.join(",", new TreeSet<>(qui.unites()))};
    }

    private static String roles(Identite qui) {
        return qui.roles().isEmpty() ? null : qui.roles().stream().sorted().map(Role::name).collect(Collectors.joining(","));
    }
}
