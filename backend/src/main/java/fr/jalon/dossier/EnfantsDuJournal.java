package fr.jalon.dossier;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;

import org.springframework.jdbc.core.simple.JdbcClient;
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
    private final JdbcClient jdbc;
    private final TransactionTemplate aPart;

    EnfantsDuJournal(RechercheEnfants recherche, Noms noms, Acces acces, Journal journal, JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.recherche = recherche;
        this.noms = noms;
        this.acces = acces;
        this.journal = journal;
        // Another transaction, hence another identity told to the database.
        this.aPart = new TransactionTemplate(transactions);
        this.aPart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Restricted files first, then the best; the search is itself a line. Nobody is told: the officer looks for accesses, not for a child. The officer sees no file:
     * the house looks in their place, and answers with names alone.
     */
    @Transactional
    public List<EnfantNomme> chercher(String texte) {
        acces.exiger(Mission.JOURNAL);
        DemandeEnfant demande = DemandeEnfant.lire(texte, null);
        if (demande.mots().isEmpty()) {
            return List.of();
        }
        List<EnfantNomme> trouves = IdentiteCourante.en(MAISON, () -> aPart.execute(s -> nommer(demande)));
        journal.recherche(trouves.size());
        return trouves;
    }

    private List<EnfantNomme> nommer(DemandeEnfant demande) {
        Set<UUID> ids = new LinkedHashSet<>(restreints(demande));
        recherche.chercher(demande, true, RechercheEnfants.LIMITE_AU_PLUS, false).stream().map(RechercheEnfants.Trouve::id).filter(Objects::nonNull)
                .forEach(ids::add);
        Map<UUID, NomEnfant> nommes = noms.nomsDe(ids);
        return ids.stream().map(nommes::get).filter(Objects::nonNull).map(n -> new EnfantNomme(n.canonique(), n.affiche(), n.age())).toList();
    }

    /**
     * Those the search keeps silent about, for whoever must know who opened them: few enough to be compared one by one, each word asked being
     * one of the child's, nearly written or begun.
     */
    private List<UUID> restreints(DemandeEnfant demande) {
        List<DemandeEnfant.Mot> mots = demande.mots();
        return jdbc.sql("""
                with q as (select * from unnest(:jetons, :mots, :cles, :poids) as t(i, mot, cle, poids))
                select em.enfant_id from enfant e join enfant_mot em on em.enfant_id = e.id join mot_connu mc on mc.mot = em.mot
                join q on mc.mot = q.mot or mc.cle = q.cle and length(q.mot) > 1
                    or q.poids = 1 and length(q.mot) > 2 and (mc.mot like q.mot || '%' or similarity(mc.mot, q.mot) >= 0.5)
                where e.restreint and e.fusionne_vers is null
                group by em.enfant_id having count(distinct q.i) = (select count(distinct i) from q) order by em.enfant_id limit 20""")
                .param("jetons", mots.stream().map(DemandeEnfant.Mot::jeton).toArray(Integer[]::new))
                .param("mots", mots.stream().map(DemandeEnfant.Mot::mot).toArray(String[]::new))
                .param("poids", mots.stream().map(DemandeEnfant.Mot::poids).toArray(Float[]::new))
                .param("cles", mots.stream().map(m -> PhonetiqueFrancaise.cle(m.mot())).toArray(String[]::new)).query(UUID.class).list();
    }
}
