package fr.jalon.autonomie;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Mission;
import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.EnFrancais;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.mesure.EvolutionsMesure;
import fr.jalon.mesure.Mesure;
import fr.jalon.mesure.NouvelleMesure;
import fr.jalon.mesure.OuvertureMesure;

import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Coming of age: person of reference, request for support as a young adult, decision with reasons and remedies, renewals (L222-5 5°, R222-6). */
@Service
public class MajoriteAutonomie {

    /** @param choisie whether the young person could choose somebody; {@code qualite} code of {@code qualites-personne-reference} */
    public record DemandePersonneReference(Long version, LocalDate le, Boolean choisie, @Size(max = 200) String nom, String qualite, @Size(max = 100) String lien,
            @Size(max = 30) String telephone, @Size(max = 4000) String texte) {
    }

    /**
     * @param souhait the young person asks for support, or says that they want none
     * @param forme code of {@code formes-accompagnement}; {@code raisons} codes of {@code motifs-demande-majeur}
     */
    public record DemandeJeuneMajeur(Long version, LocalDate le, Boolean souhait, String forme, List<String> raisons, @Size(max = 4000) String texte, Map<String, String> motifs) {
    }

    /**
     * A decision.
     *
     * @param motifRefus code of {@code motifs-refus-majeur}; {@code recours} the remedies told with a refusal
     * @param produit one of the domain {@code MAJEUR}; the only one of the département when null
     * @param terme until when, or {@code duree} (ISO period) from the start
     */
    public record DemandeDecisionMajeur(Long version, LocalDate le, Boolean accord, String motifRefus, @Size(max = 4000) String motivation,
            @Size(max = 4000) String recours, String produit, String serviceId, boolean exerceeParUnite, LocalDate debutPrevu, String duree,
            LocalDate terme, Map<String, String> motifs) {
    }

    public record DemandeRenouvellementMajeur(Long version, LocalDate le, String duree, LocalDate terme, @Size(max = 4000) String motivation,
            Map<String, String> motifs) {
    }

    private static final String PRESIDENT = "PRESIDENT";

    private final ActesAutonomie actes;
    private final Garde garde;
    private final OuvertureMesure ouvertures;
    private final EvolutionsMesure evolutions;
    private final Departement departement;

    MajoriteAutonomie(ActesAutonomie actes, Garde garde, OuvertureMesure ouvertures, EvolutionsMesure evolutions, Departement departement) {
        this.actes = actes;
        this.garde = garde;
        this.ouvertures = ouvertures;
        this.evolutions = evolutions;
        this.departement = departement;
    }

    @Transactional
    public void nommerReference(UUID id, DemandePersonneReference d) {
        Autonomie a = actes.ouvrir(id, d.version(), Mission.PARCOURS, Mission.MESURE);
        garde.fait("le", d.le(), actes.situation(a));
        boolean choisie = Garde.dit("choisie", d.choisie());
        if (choisie) {
            Garde.ecrit("nom", d.nom(), "Indiquez la personne que le jeune a choisie.");
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("choisie", ActesAutonomie.ouiSi(choisie));
        details.put("qualite", garde.code("qualite", "qualites-personne-reference", d.qualite(), false));
        faire(a, GenreActe.PERSONNE_REFERENCE, d.le(), details, null, d.texte(),
                ActesAutonomie.mots("nom", d.nom(), "lien", d.lien(), "telephone", d.telephone()), "personne-reference");
    }

    @Transactional
    public void demander(UUID id, DemandeJeuneMajeur d) {
        Autonomie a = actes.ouvrir(id, d.version(), Mission.PARCOURS, Mission.MESURE);
        Situation s = actes.situation(a);
        if (!a.etat().ouvert()) {
            throw Refus.global("Ce parcours est clos\u00a0: notez d’abord le retour du jeune.");
        }
        garde.fait("le", d.le(), s);
        boolean souhait = Garde.dit("souhait", d.souhait());
        if (souhait && s.demandeEnCours) {
            throw Refus.global("Une demande est déjà en cours d’instruction.");
        }
        Map<String, String> passes = new Avertissements.Controle(d.motifs())
                .si(souhait && !d.le().isBefore(s.vingtEtUn), "APRES_21_ANS", apres21(s)).exiger();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("souhait", ActesAutonomie.ouiSi(souhait));
        details.put("nature", s.jeuneMajeur ? "RENOUVELLEMENT" : "PREMIERE");
        details.put("forme", garde.code("forme", "formes-accompagnement", d.forme(), false));
        details.put("raisons", EntretienAutonomie.liste(garde.codes("raisons", "motifs-demande-majeur", d.raisons())));
        faire(a, GenreActe.DEMANDE, d.le(), details, passes, d.texte(), null, "demande");
    }

    static String apres21(Situation s) {
        return "Le droit à l’accompagnement va jusqu’aux 21 ans, le " + EnFrancais.jour(s.vingtEtUn)
                + "\u00a0; au-delà, il peut se poursuivre pour finir une année scolaire.";
    }

    @Transactional
    public void decider(UUID id, DemandeDecisionMajeur d) {
        Autonomie a = actes.ouvrir(id, d.version(), Mission.MESURE);
        Situation s = actes.situation(a);
        if (!s.demandeEnCours) {
            throw a.pasMaintenant();
        }
        garde.fait("le", d.le(), s);
        Garde.pasAvant("le", d.le(), s.demandeLe, "la demande");
        Map<String, Object> details = new LinkedHashMap<>();
        Map<String, String> passes = null;
        if (Garde.dit("accord", d.accord())) {
            if (s.jeuneMajeur) {
                throw Refus.global("Une mesure de jeune majeur est en cours\u00a0: renouvelez-la.");
            }
            passes = accorder(a, s, d, details);
        } else {
            details.put("motif", garde.code("motifRefus", "motifs-refus-majeur", d.motifRefus(), true));
            Garde.ecrit("motivation", d.motivation(), "Un refus est motivé\u00a0: écrivez-en les raisons.");
            Garde.ecrit("recours", d.recours(), "Dites au jeune ses voies et délais de recours.");
        }
        details.put("decision", d.accord() ? "ACCORD" : "REFUS");
        faire(a, GenreActe.DECISION, d.le(), details, passes, d.motivation(), ActesAutonomie.mots("recours", d.recours()), "decision");
    }

    /** The measure is a real one, opened as any other: its own page, exercise, term and end. */
    private Map<String, String> accorder(Autonomie a, Situation s, DemandeDecisionMajeur d, Map<String, Object> details) {
        Profil.Produit produit = produit(d.produit());
        Profil.BaseLegale base = departement.profil().baseLegale(produit.bases().get(0)).orElseThrow();
        LocalDate debut = d.debutPrevu() != null ? d.debutPrevu() : d.le().isBefore(s.dixHuit) ? s.dixHuit : d.le();
        Garde.pasAvant("debutPrevu", debut, d.le(), "la décision");
        if (debut.isBefore(s.dixHuit)) {
            throw Refus.champ("debutPrevu", "L’accompagnement de jeune majeur commence à la majorité, le " + EnFrancais.jour(s.dixHuit) + ".");
        }
        LocalDate terme = Garde.terme(debut, d.terme(), d.duree());
        if (d.exerceeParUnite() && "SERVICE".equals(produit.exercice())) {
            throw Refus.champ("exerceeParUnite", "Ce produit est exercé par un service habilité.");
        }
        if (d.serviceId() != null && departement.unites().stream().noneMatch(u -> u.id().equals(d.serviceId()) && "SERVICE".equals(u.type()))) {
            throw Refus.champ("serviceId", "Choisissez un service de la liste.");
        }
        Map<String, String> passes = new Avertissements.Controle(d.motifs()).si(terme.isAfter(s.vingtEtUn), "APRES_21_ANS", apres21(s)).exiger();
        boolean parUnite = d.exerceeParUnite() || "UNITE".equals(produit.exercice());
        Mesure m = ouvertures.ouvrir(new NouvelleMesure(a.enfantId(), Ids.nouveau(), "DIRECTE", null, null, base.cadre(), base.code(), produit.code(),
                false, false, a.uniteId(), parUnite ? null : d.serviceId(), parUnite, PRESIDENT, null, null, null, d.le(), d.duree(), terme, debut, null,
                null, List.of(), null, null, null, d.motivation(), passes));
        details.put("mesure", m.id());
        details.put("produit", produit.code());
        details.put("debut", debut);
        details.put("terme", terme);
        return passes;
    }

    private Profil.Produit produit(String code) {
        List<Profil.Produit> majeurs = departement.profil().produits().stream().filter(p -> SejoursEnBase.DOMAINE_MAJEUR.equals(p.domaine())).toList();
        if (code == null && majeurs.size() == 1) {
            return majeurs.get(0);
        }
        return majeurs.stream().filter(p -> p.code().equals(code)).findFirst()
                .orElseThrow(() -> Refus.champ("produit", "Choisissez l’accompagnement dans la liste."));
    }

    /** The same measure goes on to a later term; asked for or not, it is decided here. */
    @Transactional
    public void renouveler(UUID id, DemandeRenouvellementMajeur d) {
        Autonomie a = actes.ouvrir(id, d.version(), Mission.MESURE);
        Situation s = actes.situation(a);
        if (!s.jeuneMajeur) {
            throw a.pasMaintenant();
        }
        garde.fait("le", d.le(), s);
        LocalDate depuis = s.terme != null && s.terme.isAfter(d.le()) ? s.terme : d.le();
        LocalDate terme = Garde.terme(depuis, d.terme(), d.duree());
        Map<String, String> passes = new Avertissements.Controle(d.motifs()).si(terme.isAfter(s.vingtEtUn), "APRES_21_ANS", apres21(s)).exiger();
        evolutions.renouveler(s.mesureId, new EvolutionsMesure.DemandeDecision(null, d.le(), null, null, PRESIDENT, null, null, null, null, null,
                d.duree(), terme, null, null, false, false, true, null, d.motivation(), uneFois(d.motifs(), passes)));
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("mesure", s.mesureId);
        details.put("terme", terme);
        faire(a, GenreActe.RENOUVELLEMENT, d.le(), details, passes, d.motivation(), null, "renouvellement");
    }

    /** A term past the twenty-first birthday is past the usual one too: the measure does not ask again why. */
    private static Map<String, String> uneFois(Map<String, String> motifs, Map<String, String> passes) {
        if (!passes.containsKey("APRES_21_ANS")) {
            return motifs;
        }
        Map<String, String> tous = new LinkedHashMap<>(motifs);
        tous.putIfAbsent(EvolutionsMesure.TERME_LONG, passes.get("APRES_21_ANS"));
        return tous;
    }

    private void faire(Autonomie a, GenreActe genre, LocalDate le, Map<String, ?> details, Map<String, String> passes, String texte,
            Map<String, List<String>> mots, String quoi) {
        String avant = a.etape();
        actes.noter(a, genre, le, details, passes, texte, mots);
        actes.conclure(a, avant, quoi);
    }
}
