package fr.jalon.projet.redaction;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.Ids;
import fr.jalon.commun.chiffrement.Chiffrement;
import fr.jalon.commun.temps.Horloge;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Bytes that were printed, encrypted, read back as they were. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PapiersGardes {

    private final Chiffrement chiffrement;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    PapiersGardes(Chiffrement chiffrement, Horloge horloge, JdbcClient jdbc) {
        this.chiffrement = chiffrement;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    /** @throws IllegalStateException when the bytes are no longer those that were printed */
    Optional<byte[]> lire(UUID versionId, UUID remiseId, String variante) {
        record Ligne(UUID id, byte[] contenu, String sha256) {
        }
        return jdbc.sql("select id, contenu, sha256 from projet_imprime where version_id = :v and remise_id is not distinct from :r and variante = :variante"
                + " and empreinte = (select empreinte from projet_version where id = :v)").param("v", versionId).param("r", remiseId, Types.OTHER).param("variante", variante)
                .query((l, n) -> new Ligne(l.getObject(1, UUID.class), l.getBytes(2), l.getString(3))).optional().map(p -> {
                    byte[] octets = chiffrement.dechiffrer(p.contenu(), contexte(p.id()));
                    if (!empreinte(octets).equals(p.sha256())) {
                        throw new IllegalStateException("Papier altéré : " + p.id());
                    }
                    return octets;
                });
    }

    /** Kept once: two people printing at the same moment get the same bytes. */
    byte[] garder(UUID versionId, UUID remiseId, String variante, byte[] octets) {
        UUID id = Ids.nouveau();
        jdbc.sql("""
                insert into projet_imprime(id, version_id, empreinte, remise_id, variante, contenu, sha256, taille, imprime_le, imprime_par)
                values (:id, :v, (select empreinte from projet_version where id = :v), :r, :variante, :contenu, :sha, :taille, :le, :par) on conflict do nothing""").param("id", id).param("v", versionId)
                .param("r", remiseId, Types.OTHER).param("variante", variante).param("contenu", chiffrement.chiffrer(octets, contexte(id)))
                .param("sha", empreinte(octets)).param("taille", octets.length).param("le", Timestamp.from(horloge.maintenant()))
                .param("par", IdentiteCourante.siPresente().map(Identite::utilisateurId).orElse(null), Types.OTHER).update();
        return lire(versionId, remiseId, variante).orElse(octets);
    }

    private static String contexte(UUID id) {
        return "projet-imprime/" + id;
    }

    private static String empreinte(byte[] octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
