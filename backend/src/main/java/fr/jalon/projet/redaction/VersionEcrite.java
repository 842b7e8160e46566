package fr.jalon.projet.redaction;

import java.util.UUID;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.Introuvable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The version under writing, held while somebody writes in it: it cannot be established in between. */
@Component
class VersionEcrite {

    record Version(UUID id, int numero, String etat, String modele) {

        boolean modifiable() {
            return "EN_COURS".equals(etat);
        }
    }

    private final JdbcClient jdbc;

    VersionEcrite(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one the projet points to: being written, or established last. */
    Version courante(UUID projetId) {
        return jdbc.sql("select v.id, v.numero, v.etat, v.modele from projet p join projet_version v on v.id = p.version_id where p.id = ?")
                .param(projetId).query(Version.class).optional().orElseThrow(Introuvable::new);
    }

    /** @throws Conflit when it is established: a revision opens instead */
    @Transactional(propagation = Propagation.MANDATORY)
    Version tenir(UUID projetId) {
        Version v = jdbc.sql("""
                select v.id, v.numero, v.etat, v.modele from projet p join projet_version v on v.id = p.version_id where p.id = ? for share of v""")
                .param(projetId).query(Version.class).optional().orElseThrow(Introuvable::new);
        if (!v.modifiable()) {
            throw new Conflit(null, null, "Cette version est établie et ne change plus\u00a0: ouvrez une révision.");
        }
        return v;
    }

    Version numero(UUID projetId, int numero) {
        return jdbc.sql("select id, numero, etat, modele from projet_version where projet_id = ? and numero = ?").params(projetId, numero)
                .query(Version.class).optional().orElseThrow(Introuvable::new);
    }
}
