package fr.jalon.ip.reception;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Territoire;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.base.Ecritures;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.SaisieFamille;
import fr.jalon.evenement.Evenements;
import fr.jalon.ip.HorlogeInformation;
import fr.jalon.ip.IpDessinee;
import fr.jalon.ip.Numeros;
import fr.jalon.processus.Processus;
import fr.jalon.tache.Fiche;
import fr.jalon.tache.Taches;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Recording what comes in: the children's files, the information, its process with the first task, the event and the journal line,
 * all or nothing. Kept to few round trips, because the intake is measured against the bare engine.
 */
@Service
public class Reception {


    /** What the form is answered. */
    public record Recue(UUID id, String numero, String unite) {
    }

    private final Departement departement;
    private final Dossiers dossiers;
    private final Numeros numeros;
    private final Acces acces;
    private final Journal journal;
    private final Evenements evenements;
    private final HorlogeInformation delais;
    private final Processus processus;
    private final Taches taches;
    private final Horloge horloge;
    private final Ecritures ecritures;
    private final InscriptionInformation inscription;
    private final JdbcClient jdbc;

    Reception(Departement departement, Dossiers dossiers, Numeros numeros, Acces acces, Journal journal, Evenements evenements,
            HorlogeInformation delais, Processus processus, Taches taches, Horloge horloge, Ecritures ecritures, InscriptionInformation inscription,
            JdbcClient jdbc) {
        this.departement = departement;
        this.dossiers = dossiers;
        this.numeros = numeros;
        this.acces = acces;
        this.journal = journal;
        this.evenements = evenements;
        this.delais = delais;
        this.processus = processus;
        this.taches = taches;
        this.horloge = horloge;
        this.ecritures = ecritures;
        this.inscription = inscription;
        this.jdbc = jdbc;
    }

    @Transactional
    public Recue recevoir(SaisieInformation saisie) {
        acces.exiger(Mission.RECUEIL);
        Identite qui = IdentiteCourante.exiger();
        Territoire recoit = qui.territoire(Mission.RECUEIL);
        Instant maintenant = horloge.maintenant();
        Instant recueLe = saisie.recueLe() == null ? maintenant : saisie.recueLe().atZone(horloge.zone()).toInstant();
        Map<String, String> passes = ControleReception.verifier(saisie, recueLe, maintenant, departement.profil());
        List<UUID> connus = connus(saisie.famille());
        QuiRecoit.Designation designation = new QuiRecoit(departement.profil().recueil(), receveuses())
                .designer(saisie.unite(), recoit.unites(), recoit.departement(), suivi(connus));
        String uniteSaisie = recoit.contient(designation.unite()) ? null
                : recoit.unites().stream().sorted().findFirst().orElse(null);

        return ecritures.grouper(() -> enregistrer(saisie, new InformationEntrante.Recueil(designation.unite(), uniteSaisie, recueLe,
                horloge.jour(recueLe), maintenant, qui.utilisateurId(), comptee(saisie.famille())), passes));
    }

    /** Nothing in here reads what it writes: the task is told its card, and the watch its date, from memory. */
    private Recue enregistrer(SaisieInformation saisie, InformationEntrante.Recueil recueil, Map<String, String> passes) {
        Collection<UUID> enfants = enregistrer(saisie.famille(), recueil.unite());
        InformationEntrante information = new InformationEntrante(Ids.nouveau(),
                numeros.information(recueil.recueLe().atZone(horloge.zone()).getYear()), saisie, recueil);
        inscription.inscrire(information);
        ecrireLesLiens(information, enfants, passes);

        Sujet sujet = Sujet.information(information.id());
        acces.rattacher(sujet, recueil.unite(), Acces.Titre.RECUEIL);
        if (recueil.uniteSaisie() != null) {
            acces.rattacher(sujet, recueil.uniteSaisie(), Acces.Titre.RECUEIL);
        }
        evenements.ajouter(FaitsReception.recue(information, enfants));
        delais.commencer(information.id(), information.recueLe(), information.uniteId(), () -> taches.ouvrir(sujet,
                new Fiche(null, information.numero(), null, information.uniteId(), information.urgence()), () -> processus.ouvrir(sujet, IpDessinee.CLE, Map.of())));
        journal.modification(sujet, "information.recevoir");
        return new Recue(information.id(), information.numero(), information.uniteId());
    }

    private List<String> receveuses() {
        return departement.unitesDeType(departement.typesPour(Mission.RECUEIL.name())).stream().map(Departement.UniteActive::id).toList();
    }

    /** Ids of the children the form found by searching; one that is not there, or not theirs to see, is refused at its line. */
    private List<UUID> connus(SaisieFamille famille) {
        return aSonChamp(() -> dossiers.connus(famille));
    }

    private List<String> suivi(List<UUID> connus) {
        if (connus.isEmpty() || !departement.profil().recueil().suiviMandateParUnite()) {
            return List.of();
        }
        return jdbc.sql("select distinct unite_id from sujet_unite where sujet_type = 'ENFANT' and titre = 'SUIVI' and sujet_id = any (:ids)")
                .param("ids", connus.toArray(UUID[]::new)).query(String.class).list();
    }

    private Collection<UUID> enregistrer(SaisieFamille famille, String unite) {
        return aSonChamp(() -> new java.util.LinkedHashSet<>(dossiers.enregistrer(famille, unite).values()));
    }

    private static <T> T aSonChamp(Supplier<T> travail) {
        try {
            return travail.get();
        } catch (Refus r) {
            throw new Refus(r.erreurs().stream().map(e -> new Refus.Erreur("famille." + e.champ(), e.message())).toList());
        }
    }

    /** Persons who only declare themselves minors are outside the counts; one certain minor is enough to count. */
    private static boolean comptee(SaisieFamille famille) {
        return famille.enfants().stream().anyMatch(e -> e.nouveau() == null || !e.nouveau().personneSeDeclarantMineure());
    }

    private void ecrireLesLiens(InformationEntrante information, Collection<UUID> enfants, Map<String, String> passes) {
        ecritures.ecrire("""
                insert into information_mineur(information_id, enfant_id, ordre)
                select ?, e.id, e.rang - 1 from unnest(cast(? as uuid[])) with ordinality as e(id, rang)""",
                information.id(), enfants.stream().map(UUID::toString).toArray(String[]::new));
        if (!passes.isEmpty()) {
            ecritures.ecrire("""
                    update information_entrante set avertissements = (
                        select jsonb_object_agg(c, m) from unnest(cast(? as text[]), cast(? as text[])) as t(c, m)) where id = ?""",
                    passes.keySet().toArray(String[]::new), passes.values().toArray(String[]::new), information.id());
            evenements.ajouter(FaitsReception.avertissements(information, passes));
        }
    }
}
