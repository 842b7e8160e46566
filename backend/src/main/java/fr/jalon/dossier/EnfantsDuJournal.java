package fr.jalon.dossier;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** How the data-protection officer, who opens no file, chooses the child whose accesses are read. */
@Service
public class EnfantsDuJournal {

    public record EnfantNomme(UUID id, String nom, String age) {
    }

    private static final Identite MAISON = Identite.systeme("journal");

    private final RechercheEnfants recherche;
    private final Noms noms;
    private final Acces acces;
    private final Journal journal;
    private final TransactionTemplate aPart;

    EnfantsDuJournal(RechercheEnfants recherche, Noms noms, Acces acces, Journal journal,
            PlatformTransactionManager transactions) {
        this.recherche = recherche;
        this.noms = noms;
        this.acces = acces;
        this.journal = journal;
        // Another transaction, hence another identity told to the database.
        this.aPart = new TransactionTemplate(transactions);
        this.aPart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Best first; the search is itself a line. Nobody is told: the officer looks for accesses, not for a child. The officer sees no file:
     * the house looks in their place, and answers with names alone.
     */
    @Transactional
    public List<EnfantNomme> chercher(String texte) {
        acces.exiger(Mission.JOURNAL);
        DemandeEnfant demande = DemandeEnfant.lire(texte, null);
        if (demande.mots().isEmpty()) {
            return List.of();
        }
        List<UUID> ids = IdentiteCourante.en(MAISON, () -> aPart.execute(s -> recherche.chercher(demande, true, RechercheEnfants.LIMITE_AU_PLUS,
                false))).stream().map(RechercheEnfants.Trouve::id).filter(Objects::nonNull).toList();
        journal.recherche(ids.size());
        Map<UUID, NomEnfant> nommes = noms.nomsDe(ids);
        return ids.stream().map(nommes::get).filter(Objects::nonNull).map(n -> new EnfantNomme(n.canonique(), n.affiche(), n.age())).toList();
    }
}
