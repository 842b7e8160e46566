package fr.jalon.autonomie;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Mission;
import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.EnFrancais;
import fr.jalon.departement.ReglagesAutonomie;

import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Leaving and after: exit form, follow-on, interview after six months, extra one, coming back, closing. */
@Service
public class SortieAutonomie {

    /**
     * The exit form.
     *
     * @param le the day the young person left
     * @param motif code of {@code motifs-sortie}; {@code logement} of {@code logements-sortie}, {@code ressource} of {@code ressources-sortie},
     *        {@code activiteCode} of {@code activites-sortie}
     * @param souhaitee the exit is what the young person wants
     */
    public record DemandeSortie(Long version, LocalDate le, String motif, boolean emancipe, String logement, Boolean logementStable, Boolean ressources,
            String ressource, Boolean activite, String activiteCode, boolean diplome, Boolean droitCommun, Boolean souhaitee,
            @Size(max = 4000) String texte, Map<String, String> motifs) {
    }

    public record DemandeSuivi(Long version, LocalDate le, List<String> objets, @Size(max = 4000) String texte) {
    }

    /** @param issue {@code TENU}, {@code DECLINE} or {@code IMPOSSIBLE}, which says why; {@code themes} codes of {@code themes-six-mois} */
    public record DemandeEntretienSixMois(Long version, LocalDate le, String issue, boolean personneConfiancePresente,
            List<String> themes, @Size(max = 4000) String texte) {
    }

    public record DemandeEntretienSupplementaire(Long version, LocalDate le, LocalDate demandeLe, @Size(max = 4000) String texte, Map<String, String> motifs) {
    }

    public record DemandeRetour(Long version, LocalDate le, @Size(max = 4000) String texte, Map<String, String> motifs) {
    }

    public record DemandeClotureAutonomie(Long version, LocalDate le, String motif, @Size(max = 4000) String texte) {
    }

    private final ActesAutonomie actes;
    private final Garde garde;

    SortieAutonomie(ActesAutonomie actes, Garde garde) {
        this.actes = actes;
        this.garde = garde;
    }

    @Transactional
    public void sortir(UUID id, DemandeSortie d) {
        Autonomie a = actes.ouvrir(id, d.version(), Mission.PARCOURS, Mission.MESURE);
        Situation s = actes.situation(a);
        if (s.chaines().isEmpty()) {
            throw a.pasMaintenant();
        }
        garde.fait("le", d.le());
        Garde.pasAvant("le", d.le(), s.entreeLe, "l’entrée à l’aide sociale à l’enfance");
        if (s.enCharge) {
            throw Refus.champ("le", "Une mesure est encore en cours\u00a0: mettez-y fin, la fiche de sortie attendra ici.");
        }
        if (s.fiche != null) {
            throw new Conflit(null, null, "La fiche de sortie est déjà remplie\u00a0: annulez-la pour la corriger.");
        }
        boolean stable = Garde.dit("logementStable", d.logementStable());
        boolean ressources = Garde.dit("ressources", d.ressources());
        boolean activite = Garde.dit("activite", d.activite());
        boolean souhaitee = Garde.dit("souhaitee", d.souhaitee());
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("motif", garde.code("motif", "motifs-sortie", d.motif(), true));
        details.put("emancipe", d.emancipe() ? "OUI" : null);
        details.put("logement", garde.code("logement", "logements-sortie", d.logement(), true));
        details.put("logementStable", ActesAutonomie.ouiSi(stable));
        details.put("ressources", ActesAutonomie.ouiSi(ressources));
        details.put("ressource", garde.code("ressource", "ressources-sortie", d.ressource(), false));
        details.put("activite", ActesAutonomie.ouiSi(activite));
        details.put("activiteCode", garde.code("activiteCode", "activites-sortie", d.activiteCode(), false));
        details.put("diplome", d.diplome() ? "OUI" : null);
        details.put("droitCommun", ActesAutonomie.ouiSi(d.droitCommun()));
        details.put("souhaitee", ActesAutonomie.ouiSi(souhaitee));
        if ("SANS".equals(d.logement()) && stable) {
            throw Refus.champ("logementStable", "Un jeune sans logement n’a pas de logement stable.");
        }
        Map<String, String> passes = new Avertissements.Controle(d.motifs())
                .si(!d.le().isBefore(s.dixHuit) && !stable && !ressources && !activite, "SORTIE_SECHE",
                        "Le jeune part sans logement stable, sans ressources et sans activité.")
                .si(!d.le().equals(s.sortieLe), "DATE_DE_SORTIE", "La dernière mesure a pris fin à une autre date, le " + EnFrancais.jour(s.sortieLe) + ".")
                .exiger();
        faire(a, GenreActe.SORTIE, d.le(), details, passes, d.texte(), null, "sortie");
    }

    /** The follow-on of the département, renewable as often as its profile says. */
    @Transactional
    public void suivre(UUID id, DemandeSuivi d) {
        Autonomie a = actes.ouvrir(id, d.version(), Mission.PARCOURS, Mission.MESURE);
        Situation s = actes.situation(a);
        ReglagesAutonomie.SuiviSortie reglage = garde.profil().autonomie().suiviSortie();
        if (reglage == null) {
            throw Refus.global("Ce département ne prévoit pas de suivi après la sortie.");
        }
        if (s.sortieLe == null) {
            throw a.pasMaintenant();
        }
        garde.fait("le", d.le());
        Garde.pasAvant("le", d.le(), s.sortieLe, "la sortie");
        long deja = s.actes().stream().filter(x -> x.genre() == GenreActe.SUIVI && !x.le().isBefore(s.sortieLe)).count();
        if (deja > reglage.renouvellements()) {
            throw Refus.global("Ce suivi a déjà été renouvelé autant qu’il peut l’être.");
        }
        Garde.pasAvant("le", d.le(), s.suiviLe, "le suivi en cours");
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("nature", deja == 0 ? "PREMIER" : "RENOUVELLEMENT");
        details.put("objets", EntretienAutonomie.liste(garde.codes("objets", "objets-suivi", d.objets())));
        faire(a, GenreActe.SUIVI, d.le(), details, null, d.texte(), null, "suivi");
    }

    @Transactional
    public void revoir(UUID id, DemandeEntretienSixMois d) {
        Autonomie a = actes.ouvrir(id, d.version(), Mission.PARCOURS, Mission.MESURE);
        Situation s = actes.situation(a);
        if (a.etat() != EtatAutonomie.SIX_MOIS) {
            throw a.pasMaintenant();
        }
        garde.fait("le", d.le());
        Garde.pasAvant("le", d.le(), s.sortieLe, "la sortie");
        String issue = Garde.parmi("issue", d.issue(), "Dites si l’entretien a été tenu, décliné, ou n’a pu avoir lieu.", "TENU", "DECLINE", "IMPOSSIBLE");
        if ("IMPOSSIBLE".equals(issue)) {
            Garde.ecrit("texte", d.texte(), "Écrivez pourquoi cet entretien n’a pu avoir lieu.");
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("issue", issue);
        details.put("tardif", d.le().isAfter(s.sixMoisLe()) ? "OUI" : "NON");
        details.put("themes", EntretienAutonomie.liste(garde.codes("themes", "themes-six-mois", d.themes())));
        details.put("personneConfiance", d.personneConfiancePresente() ? "OUI" : null);
        faire(a, GenreActe.ENTRETIEN_SIX_MOIS, d.le(), details, null, d.texte(), null, "entretien-six-mois");
    }

    /** On the young person's request, until twenty-one, whatever the path has become. */
    @Transactional
    public void revoirEncore(UUID id, DemandeEntretienSupplementaire d) {
        Autonomie a = actes.ouvrir(id, d.version(), Mission.PARCOURS, Mission.MESURE);
        Situation s = actes.situation(a);
        if (s.sortieLe == null) {
            throw Refus.global("L’entretien supplémentaire est pour un jeune qui est sorti.");
        }
        garde.fait("le", d.le());
        Garde.pasAvant("le", d.le(), s.sortieLe, "la sortie");
        if (d.demandeLe() != null && garde.fait("demandeLe", d.demandeLe()).isAfter(d.le())) {
            throw Refus.champ("demandeLe", "La demande précède l’entretien.");
        }
        Map<String, String> passes = new Avertissements.Controle(d.motifs()).si(!d.le().isBefore(s.vingtEtUn), "APRES_21_ANS",
                "Le jeune a eu 21 ans le " + EnFrancais.jour(s.vingtEtUn) + ".").exiger();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("demandeLe", d.demandeLe());
        faire(a, GenreActe.ENTRETIEN_SUPPLEMENTAIRE, d.le(), details, passes, d.texte(), null, "entretien-supplementaire");
    }

    /** The right to come back until twenty-one, even for whoever was no longer followed: it is a request, which is then decided. */
    @Transactional
    public void revenir(UUID id, DemandeRetour d) {
        Autonomie a = actes.ouvrir(id, d.version(), Mission.PARCOURS, Mission.MESURE);
        Situation s = actes.situation(a);
        if (s.enCharge || s.demandeEnCours || s.chaines().isEmpty()) {
            throw a.pasMaintenant();
        }
        garde.fait("le", d.le());
        Garde.pasAvant("le", d.le(), s.sortieLe, "la sortie");
        if (d.le().isBefore(s.dixHuit)) {
            throw Refus.champ("le", "Le jeune est mineur\u00a0: une nouvelle mesure rouvre son parcours d’elle-même.");
        }
        Map<String, String> passes = new Avertissements.Controle(d.motifs())
                .si(!d.le().isBefore(s.vingtEtUn), "APRES_21_ANS", MajoriteAutonomie.apres21(s)).exiger();
        faire(a, GenreActe.RETOUR, d.le(), Map.of("nature", "RETOUR"), passes, d.texte(), null, "retour");
    }

    @Transactional
    public void clore(UUID id, DemandeClotureAutonomie d) {
        Autonomie a = actes.ouvrir(id, d.version(), Mission.PARCOURS, Mission.MESURE);
        Situation s = actes.situation(a);
        if (!a.etat().ouvert()) {
            throw a.pasMaintenant();
        }
        garde.fait("le", d.le());
        Garde.pasAvant("le", d.le(), s.ouverteLe, "l’ouverture du parcours");
        if (s.enCharge) {
            throw Refus.global("Le jeune est encore confié ou accompagné\u00a0: son parcours ne se clôt pas.");
        }
        String motif = garde.code("motif", "motifs-fin-autonomie", d.motif(), true);
        Garde.ecrit("texte", d.texte(), "Écrivez pourquoi ce parcours est clos.");
        faire(a, GenreActe.CLOTURE, d.le(), Map.of("motif", motif), null, d.texte(), null, "cloture");
    }

    private void faire(Autonomie a, GenreActe genre, LocalDate le, Map<String, ?> details, Map<String, String> passes, String texte,
            Map<String, List<String>> mots, String quoi) {
        String avant = a.etape();
        actes.noter(a, genre, le, details, passes, texte, mots);
        actes.conclure(a, avant, quoi);
    }
}
