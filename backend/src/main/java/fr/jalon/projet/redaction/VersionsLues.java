package fr.jalon.projet.redaction;

import java.util.List;
import java.util.UUID;

import fr.jalon.acces.Journal;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Versions as they are, and two of them side by side: for whoever reads the whole projet. */
@Service
@Transactional(readOnly = true)
public class VersionsLues {

    /** @param avant number of the former version, {@code apres} of the later */
    public record ComparaisonVersions(int avant, int apres, List<ComparaisonProjet.Ecart> ecarts) {
    }

    private final Plumes plumes;
    private final VersionEcrite versions;
    private final ContenusProjet contenus;
    private final Journal journal;

    VersionsLues(Plumes plumes, VersionEcrite versions, ContenusProjet contenus, Journal journal) {
        this.plumes = plumes;
        this.versions = versions;
        this.contenus = contenus;
        this.journal = journal;
    }

    @Transactional
    public ContenuProjet contenu(UUID projetId, int numero) {
        exiger(projetId);
        journal.ouverture(Sujet.projet(projetId));
        return contenus.de(projetId, versions.numero(projetId, numero).id());
    }

    @Transactional
    public ComparaisonVersions comparer(UUID projetId, int avant, int apres) {
        exiger(projetId);
        journal.ouverture(Sujet.projet(projetId));
        int ancienne = Math.min(avant, apres);
        int nouvelle = Math.max(avant, apres);
        return new ComparaisonVersions(ancienne, nouvelle, ComparaisonProjet.entre(contenus.de(projetId, versions.numero(projetId, ancienne).id()),
                contenus.de(projetId, versions.numero(projetId, nouvelle).id())));
    }

    private void exiger(UUID projetId) {
        if (!plumes.de(projetId).tout()) {
            journal.refus(Sujet.projet(projetId), "projet.version");
            throw new Introuvable();
        }
    }
}
