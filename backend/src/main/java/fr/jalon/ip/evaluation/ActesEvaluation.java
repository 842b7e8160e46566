package fr.jalon.ip.evaluation;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Journal;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;
import fr.jalon.ip.ActesIp;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.MineurConcerne;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The dated list of an evaluation: visits, meetings, letters, appointments, absences, each entered once for the fratrie. */
@Service
@Transactional
public class ActesEvaluation {

    private static final String ETAPE = "evaluation.acte";

    private final JdbcClient jdbc;
    private final GardesEvaluation gardes;
    private final Familles familles;
    private final Retenue retenue;
    private final PiecesDuDossier pieces;
    private final ActesIp actes;
    private final Evenements evenements;
    private final Utilisateurs utilisateurs;
    private final Departement departement;
    private final Journal journal;
    private final Horloge horloge;
    private final Remises json;

    ActesEvaluation(JdbcClient jdbc, GardesEvaluation gardes, Familles familles, Retenue retenue, PiecesDuDossier pieces, ActesIp actes, Evenements evenements,
            Utilisateurs utilisateurs, Departement departement, Journal journal, Horloge horloge, Remises json) {
        this.jdbc = jdbc;
        this.gardes = gardes;
        this.familles = familles;
        this.retenue = retenue;
        this.pieces = pieces;
        this.actes = actes;
        this.evenements = evenements;
        this.utilisateurs = utilisateurs;
        this.departement = departement;
        this.journal = journal;
        this.horloge = horloge;
        this.json = json;
    }

    /** Written once, however often it is sent. */
    public UUID noter(UUID ipId, ActeSaisi acte) {
        InformationPreoccupante ip = gardes.pourActe(ipId);
        Map<String, String> passes = accepter(ip, acte);
        int ecrit = jdbc.sql("""
                insert into acte_evaluation(id, ip_id, genre, le, heure, foyer_id, lieu, moyen, motif, texte, document_id, auteur_id, saisie_le,
                    avertissements)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb)) on conflict (id) do nothing""")
                .params(acte.id(), ipId, acte.genre().name(), acte.le(), acte.heure(), acte.foyerId(), Textes.net(acte.lieu()), acte.moyen(),
                        acte.motif(), Textes.net(acte.texte()), acte.documentId(), GardesEvaluation.moi(), Timestamp.from(horloge.maintenant()),
                        json.ecrire(passes)).update();
        if (ecrit == 0) {
            exigerDansCeDossier(ipId, acte.id());
            return acte.id();
        }
        ecrirePersonnes(acte);
        jdbc.sql("update acte_evaluation set evenement_id = ? where id = ?")
                .params(evenements.ajouter(evenement(ip, acte, passes)), acte.id()).update();
        journal.modification(Sujet.ip(ipId), ETAPE);
        return acte.id();
    }

    /** What was entered wrong is replaced; the event says so and the count follows. */
    public void corriger(UUID ipId, long version, ActeSaisi acte) {
        InformationPreoccupante ip = gardes.pourActe(ipId);
        exigerDansCeDossier(ipId, acte.id());
        Map<String, String> passes = accepter(ip, acte);
        UUID avant = jdbc.sql("select evenement_id from acte_evaluation where id = ?").param(acte.id()).query(UUID.class).single();
        int ecrit = jdbc.sql("""
                update acte_evaluation set genre = ?, le = ?, heure = ?, foyer_id = ?, lieu = ?, moyen = ?, motif = ?, texte = ?, document_id = ?,
                    auteur_id = ?, saisie_le = ?, avertissements = cast(? as jsonb), version = version + 1
                where id = ? and version = ? and annule_le is null""")
                .params(acte.genre().name(), acte.le(), acte.heure(), acte.foyerId(), Textes.net(acte.lieu()), acte.moyen(), acte.motif(),
                        Textes.net(acte.texte()), acte.documentId(), GardesEvaluation.moi(), Timestamp.from(horloge.maintenant()), json.ecrire(passes),
                        acte.id(), version).update();
        exigerEcrit(ecrit, acte.id());
        jdbc.sql("delete from acte_evaluation_personne where acte_id = ?").param(acte.id()).update();
        ecrirePersonnes(acte);
        jdbc.sql("update acte_evaluation set evenement_id = ? where id = ?")
                .params(evenements.ajouter(evenement(ip, acte, passes).rectifie(avant)), acte.id()).update();
        journal.modification(Sujet.ip(ipId), "evaluation.acte-corriger");
    }

    /** The line stays, struck through, with its reason. */
    public void annuler(UUID ipId, UUID acteId, long version, String motif) {
        gardes.pourActe(ipId);
        exigerDansCeDossier(ipId, acteId);
        if (Textes.net(motif) == null) {
            throw Refus.champ("motif", "Écrivez pourquoi cet acte est annulé.");
        }
        exigerEcrit(jdbc.sql("""
                update acte_evaluation set annule_le = ?, annule_motif = ?, version = version + 1
                where id = ? and version = ? and annule_le is null""")
                .params(Timestamp.from(horloge.maintenant()), Textes.net(motif), acteId, version).update(), acteId);
        evenements.annuler(jdbc.sql("select evenement_id from acte_evaluation where id = ?").param(acteId).query(UUID.class).single(),
                "evaluation.acte-annule", Textes.net(motif));
        journal.modification(Sujet.ip(ipId), "evaluation.acte-annuler");
    }

    private Map<String, String> accepter(InformationPreoccupante ip, ActeSaisi acte) {
        FamilleEvaluee famille = familles.de(ip.id());
        Profil profil = departement.profil();
        acte.verifier(new ActeSaisi.Cadre(horloge.jour(ip.recueLe()), horloge.aujourdhui(), famille.idsMineurs(), famille.idsAdultes(),
                famille.foyers().stream().map(FamilleEvaluee.Foyer::id).collect(Collectors.toSet()), codes(profil, "moyens"),
                codes(profil, "motifs-non-information")));
        pieces.exiger(ip.id(), acte.documentId());
        // To write why somebody was not told is no letter: the request of the parquet itself may be the reason.
        if (acte.genre() != GenreActe.INFORMATION || acte.motif() == null) {
            retenue.refuser(ip.id(), acte);
        }
        return acte.avertissements();
    }

    private static Set<String> codes(Profil profil, String liste) {
        return profil.liste(liste).stream().map(Profil.Libelle::code).collect(Collectors.toSet());
    }

    private NouvelEvenement evenement(InformationPreoccupante ip, ActeSaisi acte, Map<String, String> passes) {
        LocalDate jour = acte.le().isAfter(horloge.aujourdhui()) ? horloge.aujourdhui() : acte.le();
        NouvelEvenement e = NouvelEvenement.de(ETAPE).unite(actes.unite(ip)).element(ip.etat().etape()).sujet(Sujet.ip(ip.id()))
                .dimension("genre", acte.genre()).dimension("moyen", acte.moyen()).dimension("motif", acte.motif())
                .dimension("avertissements", Motifs.codes(passes));
        if (acte.heure() != null && jour.equals(acte.le())) {
            e.survenu(acte.le().atTime(acte.heure()).atZone(horloge.zone()).toInstant());
        } else {
            e.survenu(jour);
        }
        Set<UUID> avec = acte.gens().stream().map(ActeSaisi.PersonneActe::mineurId).filter(x -> x != null).collect(Collectors.toSet());
        List<MineurConcerne> presents = actes.mineurs(ip);
        presents.stream().filter(m -> avec.isEmpty() || avec.contains(m.id()))
                .forEach(m -> e.sujet(Sujet.mineur(m.id())).sujet(Sujet.enfant(m.enfantId())));
        return e;
    }

    private void ecrirePersonnes(ActeSaisi acte) {
        acte.gens().forEach(p -> jdbc.sql("""
                insert into acte_evaluation_personne(acte_id, mineur_id, adulte_id, present, seul, accord, avis) values (?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing""")
                .params(acte.id(), p.mineurId(), p.adulteId(), p.present(), p.seul(), p.accord(), Textes.net(p.avis())).update());
    }

    private void exigerDansCeDossier(UUID ipId, UUID acteId) {
        if (!jdbc.sql("select exists (select 1 from acte_evaluation where id = ? and ip_id = ?)").params(acteId, ipId).query(Boolean.class).single()) {
            throw new Introuvable();
        }
    }

    private void exigerEcrit(int lignes, UUID acteId) {
        if (lignes == 0) {
            throw jdbc.sql("select auteur_id, saisie_le from acte_evaluation where id = ?").param(acteId)
                    .query((l, n) -> new Conflit(auteur(Lignes.id(l, "auteur_id")), Lignes.instant(l, "saisie_le"),
                            "Cet acte a été corrigé ou annulé depuis que vous l’avez ouvert.")).single();
        }
    }

    private String auteur(UUID id) {
        return id == null ? null : utilisateurs.noms(Set.of(id)).get(id);
    }
}
