package fr.jalon.autonomie;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Mission;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;

import fr.jalon.departement.ReglagesAutonomie;
import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is kept true all along: the landmarks of the calendar, who the young person is, how to reach them, what the commission said. */
@Service
public class SuiviAutonomie {

    /** @param etat {@code FAIT} or {@code SANS_OBJET} with its {@code motif} ({@code motifs-repere-sans-objet}); {@code participants} codes of {@code professionnels-entretien} who took part */
    public record DemandeRepere(Long version, LocalDate le, String etat, String motif, List<String> participants, @Size(max = 4000) String texte) {
    }

    /** @param mna unaccompanied minor; {@code mdph} known to the MDPH, or to be */
    public record DemandeSituation(Long version, Boolean mna, Boolean mdph) {
    }

    /** @param consentement the young person agrees that these are kept; without it they are erased */
    public record DemandeCoordonnees(Long version, LocalDate le, Boolean consentement, @Size(max = 30) String telephone, @Size(max = 200) String courriel,
            @Size(max = 500) String adresse) {
    }

    /** @param avis code of {@code avis-commission} */
    public record DemandeCommission(Long version, LocalDate le, String avis, @Size(max = 4000) String texte) {
    }

    private final ActesAutonomie actes;
    private final ActesAutonomieEnBase base;
    private final CalendrierAutonomie calendrier;
    private final Garde garde;

    SuiviAutonomie(ActesAutonomie actes, ActesAutonomieEnBase base, CalendrierAutonomie calendrier, Garde garde) {
        this.actes = actes;
        this.base = base;
        this.calendrier = calendrier;
        this.garde = garde;
    }

    @Transactional
    public void reperer(UUID id, UUID repereId, DemandeRepere d) {
        Autonomie a = actes.ouvrir(id, d.version(), Mission.PARCOURS, Mission.MESURE);
        CalendrierAutonomie.Ligne ligne = calendrier.de(id).stream().filter(l -> l.id().equals(repereId)).findFirst().orElseThrow(Introuvable::new);
        garde.fait("le", d.le(), actes.situation(a));
        String etat = Garde.parmi("etat", d.etat(), "Dites si c’est fait ou sans objet.", "FAIT", "SANS_OBJET");
        if ("FAIT".equals(ligne.etat()) || "SANS_OBJET".equals(ligne.etat())) {
            throw Refus.global("Ce repère est déjà renseigné\u00a0: annulez l’acte pour le corriger.");
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("motif", "SANS_OBJET".equals(etat) ? garde.code("motif", "motifs-repere-sans-objet", d.motif(), true) : null);
        details.put("examen", "FAIT".equals(etat) ? garde.profil().autonomie().repere(ligne.code()).map(ReglagesAutonomie.Repere::examen).orElse(null) : null);
        details.put("code", ligne.code());
        details.put("etat", etat);
        List<String> participants = garde.codes("participants", "professionnels-entretien", d.participants());
        details.put("professionnels", EntretienAutonomie.liste(participants));
        details.put("insertion", participants.contains("CONSEILLER_INSERTION") ? "OUI" : null);
        faire(a, GenreActe.REPERE, d.le(), details, d.texte(), null, "repere");
    }

    @Transactional
    public void preciser(UUID id, DemandeSituation d) {
        Autonomie a = actes.ouvrir(id, d.version(), Mission.PARCOURS, Mission.MESURE);
        boolean mna = Garde.dit("mna", d.mna());
        boolean mdph = Garde.dit("mdph", d.mdph());
        if (mna == a.mna && mdph == a.mdph) {
            throw Refus.global("Rien ne change.");
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("mna", ActesAutonomie.ouiSi(mna));
        details.put("mdph", ActesAutonomie.ouiSi(mdph));
        faire(a, GenreActe.SITUATION, garde.aujourdhui(), details, null, null, "situation");
    }

    /** The last ones said replace the others; without consent nothing is kept. */
    @Transactional
    public void joindre(UUID id, DemandeCoordonnees d) {
        Autonomie a = actes.ouvrir(id, d.version(), Mission.PARCOURS, Mission.MESURE);
        garde.fait("le", d.le());
        boolean consentement = Garde.dit("consentement", d.consentement());
        Map<String, List<String>> mots = ActesAutonomie.mots("telephone", d.telephone(), "courriel", d.courriel(), "adresse", d.adresse());
        if (consentement && mots.isEmpty()) {
            throw Refus.champ("telephone", "Indiquez comment joindre le jeune.");
        }
        base.effacerMots(id, GenreActe.COORDONNEES);
        faire(a, GenreActe.COORDONNEES, d.le(), Map.of("consentement", ActesAutonomie.ouiSi(consentement)), null, consentement ? mots : null, "coordonnees");
    }

    @Transactional
    public void examiner(UUID id, DemandeCommission d) {
        Autonomie a = actes.ouvrir(id, d.version(), Mission.PARCOURS, Mission.MESURE);
        garde.fait("le", d.le(), actes.situation(a));
        faire(a, GenreActe.COMMISSION, d.le(), Map.of("avis", garde.code("avis", "avis-commission", d.avis(), true)), d.texte(), null, "commission");
    }

    private void faire(Autonomie a, GenreActe genre, LocalDate le, Map<String, ?> details, String texte, Map<String, List<String>> mots, String quoi) {
        String avant = a.etape();
        actes.noter(a, genre, le, details, null, texte, mots);
        actes.conclure(a, avant, quoi);
    }
}
