package fr.jalon.ip.suites;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.EnFrancais;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.FoyerEnfant;
import fr.jalon.dossier.NomEnfant;
import fr.jalon.ip.EtatIp;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.InformationsPreoccupantes;
import fr.jalon.ip.MineurConcerne;
import fr.jalon.ip.MineursConcernes;
import fr.jalon.ip.decision.DecisionsIp;
import fr.jalon.ip.decision.Issue;
import fr.jalon.ip.reception.InformationEntrante;
import fr.jalon.ip.reception.InformationsEntrantes;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The text of a letter, one recipient at a time. No free text of a file goes in: neither the motivation nor anything of the evaluation,
 * and to whoever transmitted nothing of what was decided. A withheld address is printed nowhere.
 */
@Service
public class Lettres {

    static final String ADRESSE_PROTEGEE = "Adresse protégée : à remettre en main propre";

    /** A letter ready to be printed. */
    public record Lettre(String service, List<String> destinataire, String objet, String reference, String dateLe, List<String> paragraphes,
            String signataire) {
    }

    private final InformationsPreoccupantes ips;
    private final MineursConcernes mineurs;
    private final InformationsEntrantes informations;
    private final Destinataires destinataires;
    private final DecisionsIp decisions;
    private final ConsigneDuParquet consigne;
    private final Dossiers dossiers;
    private final Utilisateurs utilisateurs;
    private final Departement departement;
    private final Acces acces;
    private final Journal journal;
    private final Horloge horloge;

    Lettres(InformationsPreoccupantes ips, MineursConcernes mineurs, InformationsEntrantes informations, Destinataires destinataires,
            DecisionsIp decisions, ConsigneDuParquet consigne, Dossiers dossiers, Utilisateurs utilisateurs, Departement departement,
            Acces acces, Journal journal, Horloge horloge) {
        this.ips = ips;
        this.mineurs = mineurs;
        this.informations = informations;
        this.destinataires = destinataires;
        this.decisions = decisions;
        this.consigne = consigne;
        this.dossiers = dossiers;
        this.utilisateurs = utilisateurs;
        this.departement = departement;
        this.acces = acces;
        this.journal = journal;
        this.horloge = horloge;
    }

    /**
     * @param mineurId for a holder; one letter speaks of every minor this adult is a holder for, when it is null
     * @throws Refus when the parquet forbids to tell this person
     */
    @Transactional
    public Lettre pour(UUID ipId, String genre, UUID reference, UUID mineurId) {
        acces.exiger(Mission.INFORMATION, Sujet.ip(ipId));
        InformationPreoccupante ip = ips.findById(ipId).orElseThrow(Introuvable::new);
        if (ip.decideeLe() == null && ip.etat() != EtatIp.CLOSE_SANS_DECISION) {
            throw new Conflit(null, null, "On écrit aux personnes une fois la décision prise : le dossier est maintenant « "
                    + ip.etat().libelle() + " ».");
        }
        List<Destinataire> vises = destinataires.de(ip).stream().filter(d -> d.genre().name().equals(genre)
                && Objects.equals(d.referenceId(), reference) && (mineurId == null || mineurId.equals(d.mineurId()))).toList();
        if (vises.isEmpty()) {
            throw new Introuvable();
        }
        String interdit = consigne.interdit(ipId, vises.get(0).genre(), horloge.aujourdhui());
        if (interdit != null) {
            throw Refus.global(interdit);
        }
        journal.modification(Sujet.ip(ipId), "ip.lettre");
        return vises.get(0).genre() == Destinataire.Genre.TITULAIRE ? auTitulaire(ip, vises) : auTransmetteur(ip, vises.get(0));
    }

    private Lettre auTitulaire(InformationPreoccupante ip, List<Destinataire> vises) {
        Map<UUID, DecisionsIp.Vivante> decidees = decisions.vivantes(ip.id());
        List<MineurConcerne> presents = mineurs.findByIpIdOrderByOrdre(ip.id()).stream().filter(m -> !m.retire())
                .filter(m -> vises.stream().anyMatch(v -> m.id().equals(v.mineurId()))).toList();
        Map<UUID, NomEnfant> noms = dossiers.nomsDe(presents.stream().map(MineurConcerne::enfantId).toList());
        List<String> paragraphes = new ArrayList<>();
        paragraphes.add("Le département a évalué la situation de votre enfant, comme il vous en avait informé. "
                + "Voici la suite que le président du conseil départemental lui donne.");
        UUID signataire = null;
        for (MineurConcerne m : presents) {
            DecisionsIp.Vivante d = decidees.get(m.id());
            if (d != null) {
                signataire = d.signataireId();
                paragraphes.add("Pour " + (noms.get(m.enfantId()) == null ? "votre enfant" : noms.get(m.enfantId()).affiche()) + ", le "
                        + EnFrancais.jour(horloge.jour(d.decideeLe())) + "\u00a0: " + suite(d));
            }
        }
        paragraphes.add("Les motifs de cette décision vous seront exposés lors d’un entretien, que vous pouvez demander au service dont "
                + "l’adresse figure ci-dessus. Vous pouvez y être accompagné de la personne de votre choix.");
        paragraphes.add("Vous pouvez demander à consulter les documents qui vous concernent. Si vous contestez cette décision, vous pouvez "
                + "adresser un recours au président du conseil départemental dans les deux mois, puis au tribunal compétent.");
        return lettre(ip, adresse(vises.get(0), mineurs.findByIpIdOrderByOrdre(ip.id())),
                "Suites données à l’évaluation de la situation de votre enfant", ip.numero(), paragraphes, signataire);
    }

    private String suite(DecisionsIp.Vivante d) {
        Profil profil = departement.profil();
        return switch (d.issue()) {
            case CLASSEMENT -> "l’évaluation est close, sans autre suite.";
            case DROIT_COMMUN -> "un accompagnement par les services de droit commun vous est proposé.";
            case AIDE_ADMINISTRATIVE -> "une aide vous est proposée\u00a0: " + profil.libelle("aides", d.natureAide())
                    + ". Elle se met en place avec votre accord.";
            case AUTORITE_JUDICIAIRE -> "l’autorité judiciaire est saisie de la situation.";
        };
    }

    /** Nothing of the evaluation, nothing of the decision: that a follow-up was given, and no more. */
    private Lettre auTransmetteur(InformationPreoccupante ip, Destinataire d) {
        InformationEntrante i = informations.findById(d.referenceId()).orElseThrow(Introuvable::new);
        List<String> paragraphes = new ArrayList<>();
        paragraphes.add("Vous avez transmis le " + EnFrancais.jour(horloge.jour(i.recueLe())) + " une information enregistrée sous la référence "
                + i.numero() + ".");
        if (d.genre() == Destinataire.Genre.SNATED || d.genre() == Destinataire.Genre.AUTRE_DEPARTEMENT) {
            boolean justice = decisions.vivantes(ip.id()).values().stream().anyMatch(v -> v.issue() == Issue.AUTORITE_JUDICIAIRE);
            boolean suite = decisions.vivantes(ip.id()).values().stream().anyMatch(v -> v.issue() != Issue.CLASSEMENT);
            paragraphes.add((ip.decideeLe() == null ? "Elle a été qualifiée d’information préoccupante. Suite donnée\u00a0: "
                    : "Elle a été qualifiée d’information préoccupante et évaluée. Suite donnée\u00a0: ")
                    + (ip.decideeLe() == null ? "le dossier est clos sans décision du département." : justice ? "saisine de l’autorité judiciaire." : suite ? "accompagnement ou mesure administrative." : "classement."));
        } else {
            // A file that ended without decision may not have been evaluated: the letter does not say that it was.
            paragraphes.add("Elle a été qualifiée d’information préoccupante" + (ip.decideeLe() == null ? " et une suite lui a été donnée "
                    : ", la situation a été évaluée et une suite lui a été donnée ") + "(articles L226-5 et D226-2-8 du code de l’action sociale et des familles).");
            paragraphes.add("Le secret qui protège l’enfant et sa famille ne permet pas de vous en dire davantage. Si de nouveaux éléments "
                    + "vous inquiètent, transmettez-les sans attendre.");
        }
        List<String> adresse = new ArrayList<>(List.of(d.nom()));
        if (d.qualite() != null && !d.qualite().isBlank()) {
            adresse.add(d.qualite());
        }
        return lettre(ip, adresse, "Suites données à l’information que vous avez transmise", i.numero(), paragraphes, null);
    }

    /** Their own home, known from any minor of the file, as far as it may be printed; never the other parent's. */
    private List<String> adresse(Destinataire d, List<MineurConcerne> duDossier) {
        LocalDate jour = horloge.aujourdhui();
        List<String> lignes = new ArrayList<>(List.of(d.nom()));
        FoyerEnfant sien = dossiers.foyers(duDossier.stream().map(MineurConcerne::enfantId).toList()).stream().filter(f -> f.actuel(jour))
                .filter(f -> f.habitants().stream().anyMatch(h -> h.adulte() && h.id().equals(d.referenceId()))).findFirst().orElse(null);
        if (sien == null) {
            lignes.add("Adresse à compléter");
        } else if (sien.adresseProtegee()) {
            lignes.add(ADRESSE_PROTEGEE);
        } else {
            if (sien.adresse() != null) {
                lignes.add(sien.adresse());
            }
            lignes.add(((sien.codePostal() == null ? "" : sien.codePostal() + " ") + (sien.commune() == null ? "" : sien.commune())).strip());
        }
        return lignes;
    }

    private Lettre lettre(InformationPreoccupante ip, List<String> adresse, String objet, String reference, List<String> paragraphes,
            UUID signataire) {
        Profil profil = departement.profil();
        String unite = ip.unitePilote() == null ? profil.mot("crip")
                : departement.unite(ip.unitePilote()).map(Departement.UniteActive::nom).orElse(profil.mot("crip"));
        return new Lettre("Département " + profil.nom() + " – " + unite, adresse, objet, reference, EnFrancais.jour(horloge.aujourdhui()), paragraphes,
                signataire == null ? "Pour le président du conseil départemental"
                        : "Pour le président du conseil départemental et par délégation, "
                                + utilisateurs.parId(signataire).map(p -> p.nomAffiche()).orElse(""));
    }
}
