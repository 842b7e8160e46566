package fr.jalon.projet.redaction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import fr.jalon.commun.temps.EnFrancais;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EntourageConnu;
import fr.jalon.dossier.LectureEntourage;
import fr.jalon.dossier.LieuxDAccueil;
import fr.jalon.ip.evaluation.EvaluationsConnues;
import fr.jalon.ip.evaluation.EvaluationsConnues.AvisConnu;
import fr.jalon.projet.redaction.ContenuProjet.MesureDite;

import fr.jalon.projet.ConnuAilleurs;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the file already knows, beside the part it serves, with where it comes from: shown as known, copied only by whoever writes. */
@Component
class ConnusProjet {

    /**
     * @param source code of {@link SourcesConnues}
     * @param texte what is known, one fact a line
     * @param provenance « rapport d’évaluation de l’IP-2026-0012, rendu le 3 mars 2026 »
     * @param lien address in the application, or null
     */
    record Connu(String source, String titre, String texte, String provenance, String lien) {
    }

    private final EvaluationsConnues evaluations;
    private final LectureEntourage entourage;
    private final ObjectProvider<LieuxDAccueil> lieux;
    private final MesuresDuProjet mesures;
    private final Dossiers dossiers;
    private final ObjectProvider<ConnuAilleurs> ailleurs;
    private final Horloge horloge;

    ConnusProjet(EvaluationsConnues evaluations, LectureEntourage entourage, ObjectProvider<LieuxDAccueil> lieux, MesuresDuProjet mesures, Dossiers dossiers,
            ObjectProvider<ConnuAilleurs> ailleurs, Horloge horloge) {
        this.evaluations = evaluations;
        this.entourage = entourage;
        this.lieux = lieux;
        this.mesures = mesures;
        this.dossiers = dossiers;
        this.ailleurs = ailleurs;
        this.horloge = horloge;
    }

    /** For whoever may open the child's file; empty otherwise is the caller's to say. */
    List<Connu> de(UUID enfantId) {
        UUID enfant = dossiers.canonique(enfantId);
        Set<UUID> identites = dossiers.identites(enfant);
        List<Connu> connus = new ArrayList<>();
        evaluations.conclusions(identites).forEach(e -> connus.add(new Connu("evaluation", "Ce qu’a conclu l’évaluation",
                lignes(e.conclusion() + ".", e.motivation()), "rapport d’évaluation de l’" + e.numero() + ", rendu le " + jour(horloge.jour(e.rendueLe())),
                "/ip/" + e.ipId() + "?onglet=evaluation")));
        List<MesureDite> enCours = mesures.enCours(identites);
        enCours.forEach(m -> connus.add(new Connu("mesures", "Mesure en cours", m.libelle() + ", " + m.cadre() + ", depuis le " + jour(m.depuis())
                + (m.terme() == null ? "" : ", jusqu’au " + jour(m.terme())) + (m.service() == null ? "" : ". Exercée par " + m.service()) + ".",
                "mesure " + m.numero(), "/mesures/" + m.id())));
        EntourageConnu e = entourage.lire(enfant);
        if (!e.titulaires().isEmpty()) {
            connus.add(new Connu("titulaires", "Titulaires de l’autorité parentale", String.join("\n", e.titulaires().stream()
                    .map(t -> t.affiche() + ", " + bas(t.qualiteLibelle()) + " (" + bas(t.exerciceLibelle()) + ")").toList()), "personnes du dossier", "/enfants/" + enfant + "?onglet=personnes"));
        }
        if (!e.foyers().isEmpty()) {
            connus.add(new Connu("foyers", "Lieux de vie", String.join("\n", e.foyers().stream().map(ConnusProjet::foyer).toList()), "personnes du dossier",
                    "/enfants/" + enfant + "?onglet=personnes"));
        }
        if (!e.proches().isEmpty()) {
            connus.add(new Connu("fratrie", "Frères, sœurs et autres enfants du domicile", String.join("\n", e.proches().stream()
                    .map(p -> p.affiche() + ", " + p.age() + "\u00a0: " + bas(p.lien())).toList()), "liens du dossier", "/enfants/" + enfant + "?onglet=personnes"));
        }
        lieux.orderedStream().flatMap(l -> l.actuels(identites).stream()).forEach(l -> connus.add(new Connu("lieux", l.nature(), l.type() + ", depuis le "
                + jour(l.depuis()) + ".", "lieu d’accueil de la mesure", l.lien())));
        List<AvisConnu> avis = evaluations.avis(identites);
        avis.stream().filter(a -> "ECOLE".equals(a.partenaire())).forEach(a -> connus.add(avis("ecole", "Ce qu’a dit l’école", a)));
        avis.stream().filter(a -> Set.of("MEDECIN", "PMI").contains(a.partenaire())).forEach(a -> connus.add(avis("sante", "Ce qu’a dit " + article(a), a)));
        ailleurs.orderedStream().flatMap(a -> a.de(identites).stream())
                .forEach(f -> connus.add(new Connu(f.source(), f.titre(), f.texte(), f.provenance(), f.lien())));
        return connus;
    }

    private Connu avis(String source, String titre, AvisConnu a) {
        return new Connu(source, titre, a.reponse(), "avis de " + a.destinataire() + ", reçu le " + jour(a.recuLe()) + " (" + a.numero() + ")",
                "/ip/" + a.ipId() + "?onglet=evaluation");
    }

    private static String article(AvisConnu a) {
        return "PMI".equals(a.partenaire()) ? "la PMI" : "le médecin";
    }

    private static String foyer(EntourageConnu.FoyerConnu f) {
        String qui = f.adultes().isEmpty() ? "" : " (" + String.join(", ", f.adultes().stream().map(EntourageConnu.AdulteAuFoyer::affiche).toList()) + ")";
        return (f.libelle() == null || f.libelle().isBlank() ? "Domicile" : f.libelle()) + qui + (f.principal() ? ", domicile principal" : "")
                + (f.adresseProtegee() ? ". Adresse protégée\u00a0: ne l’écrivez pas." : f.adresse() == null || f.adresse().isBlank() ? "" : ", " + f.adresse());
    }

    private static String lignes(String... textes) {
        return String.join("\n", Stream.of(textes).filter(t -> t != null && !t.isBlank()).map(String::strip).toList());
    }

    private static String bas(String s) {
        return s == null ? "" : s.toLowerCase(java.util.Locale.FRENCH);
    }

    private static String jour(LocalDate jour) {
        return jour == null ? "" : EnFrancais.jour(jour);
    }
}
