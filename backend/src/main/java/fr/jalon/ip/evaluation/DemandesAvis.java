package fr.jalon.ip.evaluation;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.NatureDonnee;
import fr.jalon.acces.RegardDonnees;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.dossier.Documents;
import fr.jalon.evenement.Evenements;
import fr.jalon.ip.ActesIp;
import fr.jalon.ip.InformationPreoccupante;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opinions asked of those who know the child (D226-2-6 II): they leave together, are reminded, and answer or not. */
@Service
@Transactional
public class DemandesAvis {

    /**
     * @param id chosen by the form: sent twice, it leaves once
     * @param mineurId the minor it is about, null for the fratrie
     */
    public record AvisDemande(@NotNull UUID id, String partenaire, @Size(max = 200) String destinataire, @Size(max = 4000) String question,
            UUID mineurId) {
    }

    private record Etat(LocalDate demandeLe, boolean ouverte, long version) {
    }

    private final JdbcClient jdbc;
    private final GardesEvaluation gardes;
    private final PiecesDuDossier pieces;
    private final ActesIp actes;
    private final Evenements evenements;
    private final Utilisateurs utilisateurs;
    private final Departement departement;
    private final Horloge horloge;
    private final Documents documents;
    private final RegardDonnees regard;

    DemandesAvis(JdbcClient jdbc, GardesEvaluation gardes, PiecesDuDossier pieces, ActesIp actes, Evenements evenements, Utilisateurs utilisateurs, Departement departement,
            Horloge horloge, Documents documents, RegardDonnees regard) {
        this.documents = documents;
        this.regard = regard;
        this.jdbc = jdbc;
        this.gardes = gardes;
        this.pieces = pieces;
        this.actes = actes;
        this.evenements = evenements;
        this.utilisateurs = utilisateurs;
        this.departement = departement;
        this.horloge = horloge;
    }

    /** All at once, the same day and by the same means. */
    public void demander(UUID ipId, LocalDate le, String moyen, List<AvisDemande> demandes) {
        InformationPreoccupante ip = gardes.pourAvis(ipId);
        verifier(ip, le, moyen, demandes);
        for (AvisDemande d : demandes) {
            int ecrit = jdbc.sql("""
                    insert into avis_demande(id, ip_id, partenaire, destinataire, question, mineur_id, demande_le, moyen, auteur_id, saisie_le)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing""")
                    .params(d.id(), ipId, d.partenaire(), Textes.net(d.destinataire()), Textes.net(d.question()), d.mineurId(), le, moyen,
                            GardesEvaluation.moi(), maintenant()).update();
            if (ecrit == 1) {
                evenements.ajouter(actes.evenement("evaluation.avis-demande", ip).survenu(le).dimension("partenaire", d.partenaire()));
            } else {
                etat(ipId, d.id());
            }
        }
        actes.suivre(ip, "demander-avis");
    }

    /** Reminds several at once. */
    public void relancer(UUID ipId, List<UUID> ids, LocalDate le, String moyen) {
        InformationPreoccupante ip = gardes.pourAvis(ipId);
        if (ids == null || ids.isEmpty()) {
            throw Refus.champ("avis", "Choisissez les demandes à relancer.");
        }
        exigerMoyen(moyen);
        for (UUID id : Set.copyOf(ids)) {
            Etat etat = ouverte(ipId, id);
            exigerDate(le, etat, "le");
            // Two clicks are one reminder.
            if (!jdbc.sql("select exists (select 1 from avis_relance where avis_id = ? and le = ? and moyen = ?)").params(id, le, moyen)
                    .query(Boolean.class).single()) {
                jdbc.sql("insert into avis_relance(id, avis_id, le, moyen, auteur_id, saisie_le) values (?, ?, ?, ?, ?, ?)")
                        .params(Ids.nouveau(), id, le, moyen, GardesEvaluation.moi(), maintenant()).update();
                evenements.ajouter(actes.evenement("evaluation.avis-relance", ip).survenu(le));
            }
        }
        actes.suivre(ip, "relancer-avis");
    }

    public void repondre(UUID ipId, UUID id, long version, LocalDate recuLe, String reponse, UUID documentId) {
        InformationPreoccupante ip = gardes.pourAvis(ipId);
        exigerDate(recuLe, etat(ipId, id), "recuLe");
        pieces.exiger(ipId, documentId);
        if (Textes.net(reponse) == null && documentId == null) {
            throw Refus.champ("reponse", "Écrivez l’avis reçu, ou joignez-le.");
        }
        exigerEcrit(id, jdbc.sql("""
                update avis_demande set recu_le = ?, reponse = ?, document_id = ?, sans_reponse_le = null, auteur_id = ?, saisie_le = ?,
                    version = version + 1 where id = ? and version = ? and annule_le is null""")
                .params(recuLe, Textes.net(reponse), documentId, GardesEvaluation.moi(), maintenant(), id, version).update());
        if (documentId != null) {
            // The file joined to an opinion is of the kind of that opinion.
            NatureDonnee nature = regard.duPartenaire(jdbc.sql("select partenaire from avis_demande where id = ?").param(id).query(String.class).single());
            if (nature != NatureDonnee.FAITS) {
                documents.classer(documentId, nature);
            }
        }
        evenements.ajouter(actes.evenement("evaluation.avis-recu", ip).survenu(recuLe));
        actes.suivre(ip, "recevoir-avis");
    }

    /** The wait ends without an answer: a fact, that the report may tell. */
    public void sansReponse(UUID ipId, UUID id, long version, LocalDate le) {
        InformationPreoccupante ip = gardes.pourAvis(ipId);
        exigerDate(le, ouverte(ipId, id), "le");
        exigerEcrit(id, jdbc.sql("update avis_demande set sans_reponse_le = ?, version = version + 1 where id = ? and version = ? and annule_le is null")
                .params(le, id, version).update());
        evenements.ajouter(actes.evenement("evaluation.avis-sans-reponse", ip).survenu(le));
        actes.suivre(ip, "avis-sans-reponse");
    }

    public void annuler(UUID ipId, UUID id, long version, String motif) {
        InformationPreoccupante ip = gardes.pourAvis(ipId);
        etat(ipId, id);
        if (Textes.net(motif) == null) {
            throw Refus.champ("motif", "Écrivez pourquoi cette demande est annulée.");
        }
        exigerEcrit(id, jdbc.sql("""
                update avis_demande set annule_le = ?, annule_motif = ?, version = version + 1 where id = ? and version = ? and annule_le is null""")
                .params(maintenant(), Textes.net(motif), id, version).update());
        evenements.ajouter(actes.evenement("evaluation.avis-annule", ip).texte(Textes.net(motif)));
        actes.suivre(ip, "annuler-avis");
    }

    private void verifier(InformationPreoccupante ip, LocalDate le, String moyen, List<AvisDemande> demandes) {
        List<Refus.Erreur> erreurs = new ArrayList<>();
        if (le == null || le.isAfter(horloge.aujourdhui())) {
            erreurs.add(new Refus.Erreur("le", "Indiquez la date d’envoi, aujourd’hui au plus tard."));
        } else if (le.isBefore(horloge.jour(ip.recueLe()))) {
            erreurs.add(new Refus.Erreur("le", "Une demande d’avis ne peut pas précéder la réception de l’information."));
        }
        if (!codes("moyens").contains(moyen)) {
            erreurs.add(new Refus.Erreur("moyen", "Choisissez le moyen dans la liste."));
        }
        if (demandes == null || demandes.isEmpty()) {
            erreurs.add(new Refus.Erreur("demandes", "Choisissez au moins un partenaire."));
        } else {
            Set<UUID> mineurs = actes.mineurs(ip).stream().map(m -> m.id()).collect(Collectors.toSet());
            for (int i = 0; i < demandes.size(); i++) {
                AvisDemande d = demandes.get(i);
                String champ = "demandes[" + i + "].";
                if (!codes("partenaires").contains(d.partenaire())) {
                    erreurs.add(new Refus.Erreur(champ + "partenaire", "Choisissez le partenaire dans la liste."));
                }
                if (Textes.net(d.destinataire()) == null) {
                    erreurs.add(new Refus.Erreur(champ + "destinataire", "Indiquez à qui la demande est adressée."));
                }
                if (d.mineurId() != null && !mineurs.contains(d.mineurId())) {
                    erreurs.add(new Refus.Erreur(champ + "mineurId", "Choisissez un mineur de ce dossier."));
                }
            }
        }
        if (!erreurs.isEmpty()) {
            throw new Refus(erreurs);
        }
    }

    private Set<String> codes(String liste) {
        return departement.profil().liste(liste).stream().map(Profil.Libelle::code).collect(Collectors.toSet());
    }

    private void exigerMoyen(String moyen) {
        if (!codes("moyens").contains(moyen)) {
            throw Refus.champ("moyen", "Choisissez le moyen dans la liste.");
        }
    }

    private void exigerDate(LocalDate le, Etat etat, String champ) {
        if (le == null || le.isAfter(horloge.aujourdhui())) {
            throw Refus.champ(champ, "Indiquez la date, aujourd’hui au plus tard.");
        }
        if (le.isBefore(etat.demandeLe())) {
            throw Refus.champ(champ, "Cette date précède la demande d’avis.");
        }
    }

    private Etat etat(UUID ipId, UUID id) {
        return jdbc.sql("select * from avis_demande where id = ? and ip_id = ?").params(id, ipId)
                .query((l, n) -> new Etat(Lignes.jour(l, "demande_le"), Lignes.jour(l, "recu_le") == null
                        && Lignes.jour(l, "sans_reponse_le") == null && Lignes.instant(l, "annule_le") == null, l.getLong("version")))
                .optional().orElseThrow(Introuvable::new);
    }

    private Etat ouverte(UUID ipId, UUID id) {
        Etat etat = etat(ipId, id);
        if (!etat.ouverte()) {
            throw new Conflit(null, null, "Cette demande d’avis n’attend plus de réponse.");
        }
        return etat;
    }

    private void exigerEcrit(UUID id, int lignes) {
        if (lignes == 0) {
            throw jdbc.sql("select auteur_id, saisie_le from avis_demande where id = ?").param(id).query((l, n) -> {
                UUID auteur = Lignes.id(l, "auteur_id");
                Instant le = Lignes.instant(l, "saisie_le");
                return new Conflit(auteur == null ? null : utilisateurs.noms(Set.of(auteur)).get(auteur), le,
                        "Cette demande d’avis a changé depuis que vous l’avez ouverte.");
            }).single();
        }
    }

    private Timestamp maintenant() {
        return Timestamp.from(horloge.maintenant());
    }
}
