package fr.jalon.ip.evaluation;

import java.util.UUID;

import fr.jalon.commun.Refus;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A file joined to an act or an opinion was attached to the same IP first, and is still there. */
@Component
class PiecesDuDossier {

    private final JdbcClient jdbc;

    PiecesDuDossier(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Refus at {@code documentId} */
    void exiger(UUID ipId, UUID documentId) {
        if (documentId != null && !jdbc.sql("""
                select exists (select 1 from document where id = ? and sujet_type = 'IP' and sujet_id = ? and retire_le is null)""")
                .params(documentId, ipId).query(Boolean.class).single()) {
            throw Refus.champ("documentId", "Ce fichier n’est pas joint à ce dossier. Joignez-le de nouveau.");
        }
    }
}
