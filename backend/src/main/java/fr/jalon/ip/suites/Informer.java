package fr.jalon.ip.suites;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;
import fr.jalon.evenement.Periodes;
import fr.jalon.ip.ActesIp;
import fr.jalon.ip.EtatIp;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.MineurConcerne;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Telling people what followed, over days if need be, after an ending without decision too; when nobody is left to tell, the full-processing clock stops. */
@Service
public class Informer {

    /** One person told, or not: {@code moyen} and {@code donneeLe}, or {@code motifRefus}. */
    public record LigneInformation(String genre, UUID referenceId, UUID mineurId, String moyen, LocalDate donneeLe, String motifRefus,
            String precision) {
    }

    /** @param terminer says that everybody was told, or that it is written why not */
    public record DemandeInformation(Long version, List<LigneInformation> lignes, boolean terminer) {
    }

    private final ActesIp actes;
    private final Destinataires destinataires;
    private final InformationsDonnees donnees;
    private final SuitesJudiciaires suites;
    private final ConsigneDuParquet consigne;
    private final Evenements evenements;
    private final Periodes periodes;
    private final Departement departement;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    Informer(ActesIp actes, Destinataires destinataires, InformationsDonnees donnees, SuitesJudiciaires suites, ConsigneDuParquet consigne,
            Evenements evenements, Periodes periodes, Departement departement, Horloge horloge, JdbcClient jdbc) {
        this.actes = actes;
        this.destinataires = destinataires;
        this.donnees = donnees;
        this.suites = suites;
        this.consigne = consigne;
        this.evenements = evenements;
        this.periodes = periodes;
        this.departement = departement;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    @Transactional
    public void informer(UUID ipId, DemandeInformation demande) {
        InformationPreoccupante ip = actes.ouvrir(ipId, Mission.INFORMATION, demande.version());
        if (ip.decideeLe() == null && ip.etat() != EtatIp.CLOSE_SANS_DECISION) {
            throw new Conflit(null, null, "On informe d’une décision prise, ou de la fin d’un dossier : le dossier est maintenant « " + ip.etat().libelle() + " ».");
        }
        List<Destinataire> attendus = destinataires.de(ip);
        List<LigneInformation> lignes = demande.lignes() == null ? List.of() : demande.lignes();
        verifier(ip, attendus, lignes, demande.terminer() && ip.etat() == EtatIp.A_INFORMER);
        for (LigneInformation l : lignes) {
            ecrire(ip, l);
        }
        if (demande.terminer() && ip.etat() == EtatIp.A_INFORMER) {
            terminer(ip);
        } else {
            actes.suivre(ip, "informer");
        }
    }

    private void verifier(InformationPreoccupante ip, List<Destinataire> attendus, List<LigneInformation> lignes, boolean terminer) {
        List<InformationsDonnees.Donnee> deja = donnees.vivantes(ip.id());
        Set<String> moyens = departement.profil().liste("moyens").stream().map(Profil.Libelle::code).collect(Collectors.toSet());
        List<Refus.Erreur> erreurs = new ArrayList<>();
        List<Destinataire> faits = new ArrayList<>();
        for (int i = 0; i < lignes.size(); i++) {
            LigneInformation l = lignes.get(i);
            String champ = "lignes[" + i + "]";
            Destinataire d = attendus.stream().filter(x -> x.genre().name().equals(l.genre())
                    && x.est(x.genre(), l.referenceId(), l.mineurId())).findFirst().orElse(null);
            if (d == null) {
                erreurs.add(new Refus.Erreur(champ, "Cette personne n’est pas à informer dans ce dossier. Rouvrez-le."));
            } else if (faits.contains(d) || deja.stream().anyMatch(x -> x.concerne(d))) {
                erreurs.add(new Refus.Erreur(champ + ".moyen", "Il est déjà écrit ce que cette personne a su."));
            } else {
                erreurs.addAll(ReglesInformation.verifier(d, new ReglesInformation.Saisie(l.moyen(), l.donneeLe(), l.motifRefus()),
                        new ReglesInformation.Contexte(ip.decideeLe() == null ? null : horloge.jour(ip.decideeLe()),
                                ip.decideeLe() == null ? horloge.jour(ip.recueLe()) : null, horloge.aujourdhui(), moyens,
                                consigne.interdit(ip.id(), d.genre(), l.donneeLe() == null ? horloge.aujourdhui() : l.donneeLe())), champ));
                faits.add(d);
            }
        }
        if (terminer) {
            long reste = attendus.stream().filter(Destinataire::du).filter(d -> !faits.contains(d) && deja.stream().noneMatch(x -> x.concerne(d)))
                    .count();
            if (reste > 0) {
                erreurs.add(new Refus.Erreur("terminer", reste == 1 ? "Une personne reste à informer : écrivez le moyen et la date, ou le motif."
                        : reste + "\u00a0personnes restent à informer : écrivez pour chacune le moyen et la date, ou le motif."));
            }
        }
        if (!erreurs.isEmpty()) {
            throw new Refus(erreurs);
        }
    }

    private void ecrire(InformationPreoccupante ip, LigneInformation l) {
        boolean dit = l.moyen() != null && !l.moyen().isBlank();
        NouvelEvenement evenement = NouvelEvenement.de("ip.personne-informee").unite(actes.unite(ip))
                .element(ip.etat() == EtatIp.CLOSE_SANS_DECISION ? "close-sans-decision" : "informer")
                .sujet(Sujet.ip(ip.id())).dimension("destinataire", l.genre()).dimension("moyen", dit ? l.moyen() : null)
                .dimension("motif", dit ? null : l.motifRefus());
        if (dit) {
            evenement.survenu(l.donneeLe());
        }
        actes.mineurs(ip).stream().filter(m -> m.id().equals(l.mineurId()))
                .forEach(m -> evenement.sujet(Sujet.mineur(m.id())).sujet(Sujet.enfant(m.enfantId())));
        if (l.mineurId() == null) {
            evenement.sujet(Sujet.information(l.referenceId()));
        }
        jdbc.sql("""
                insert into information_donnee(id, ip_id, destinataire, reference_id, mineur_id, moyen, donnee_le, motif_refus, precision_motif,
                    saisie_le, saisie_par, evenement_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Ids.nouveau(), ip.id(), l.genre(), l.referenceId(), l.mineurId(), dit ? l.moyen() : null, dit ? l.donneeLe() : null,
                        dit ? null : l.motifRefus(), l.precision() == null || l.precision().isBlank() ? null : l.precision().strip(),
                        Timestamp.from(horloge.maintenant()), IdentiteCourante.siPresente().map(Identite::utilisateurId).orElse(null),
                        evenements.ajouter(evenement))
                .update();
    }

    /** The clock stops at the last thing said, which may have been entered days later. */
    private void terminer(InformationPreoccupante ip) {
        Instant fin = donnees.vivantes(ip.id()).stream().map(d -> d.instant(horloge)).max(Instant::compareTo).orElse(horloge.maintenant());
        Instant le = fin.isBefore(ip.decideeLe()) ? ip.decideeLe() : fin;
        boolean justice = suites.attendue(ip, actes.mineurs(ip).stream().map(MineurConcerne::id).toList());
        NouvelEvenement informees = actes.evenement("ip.personnes-informees", ip).survenu(le).dimension("justice", justice ? "OUI" : "NON");
        ip.terminerInformation(le, justice);
        evenements.ajouter(informees);
        if (!justice) {
            evenements.ajouter(actes.evenement("ip.traitee", ip).survenu(le).element("traitee"));
        }
        periodes.fermer("TRAITEMENT", Sujet.ip(ip.id()), horloge.jour(le));
        actes.conclure(ip, "informer", Map.of("justiceAttendue", justice ? "OUI" : "NON"));
    }
}
