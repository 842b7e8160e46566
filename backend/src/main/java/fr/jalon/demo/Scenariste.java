package fr.jalon.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import fr.jalon.acces.Mission;
import fr.jalon.acces.Role;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;

/** Imagines each history from the seed. Units, roles and words come from the profile: nothing here knows a département. */
final class Scenariste {

    private static final List<String> FAITS = List.of(
            "Absences répétées et fatigue inhabituelle rapportées par l’école ; l’enfant dit dormir peu. (Récit fictif.)",
            "Disputes fréquentes entendues le soir, l’enfant est vu seul dans l’escalier. (Récit fictif.)",
            "Rendez-vous de santé manqués et suivi interrompu depuis plusieurs mois. (Récit fictif.)",
            "L’enfant confie avoir peur de rentrer à la maison après une altercation. (Récit fictif.)",
            "Traces évoquées à l’infirmerie, explications changeantes. (Récit fictif.)",
            "Logement très encombré, repas irréguliers signalés par un voisin. (Récit fictif.)",
            "Mises en danger répétées de l’adolescent, fugues courtes. (Récit fictif.)",
            "Conflit de séparation, l’enfant exprime un mal-être lors des passages de bras. (Récit fictif.)");

    private static final List<String> NATURES_DANGER = List.of("PHYSIQUE", "PSYCHOLOGIQUE", "NEGLIGENCES", "CONJUGALES", "EDUCATION", "CONDUITES");

    private final Semis.Graine graine;
    private final Profil profil;
    private final ZoneId zone;
    private final List<String> equipes;
    private final List<String> receveuses;
    private final Map<String, List<Personnel.Agent>> parUnite;
    private final Departement departement;

    Scenariste(Semis.Graine graine, Departement departement, List<Personnel.Agent> agents) {
        this.graine = graine;
        this.departement = departement;
        this.profil = departement.profil();
        this.zone = ZoneId.of(profil.zone());
        this.parUnite = Personnel.parUnite(agents);
        this.equipes = unites(Mission.EVALUATION);
        this.receveuses = unites(Mission.RECUEIL);
    }

    private List<String> unites(Mission mission) {
        List<String> types = departement.typesPour(mission.name());
        return profil.unites().stream().filter(u -> types.contains(u.type())).map(Profil.Unite::id).toList();
    }

    Histoire imaginer(Amorces.Amorce a) {
        Hasard hasard = Hasard.de(graine.graine(), "histoire", a.annee(), a.rang());
        Instant recue = Agenda.aUneHeure(a.recue(), hasard, zone);
        // Early teams are larger: their territories differ.
        String equipe = equipes.get((int) (equipes.size() * Math.pow(hasard.reel(), 1.25)));
        String unite = receveuses.contains(equipe) ? equipe : profil.recueil().uniteCentrale();
        Famille famille = Famille.imaginer(hasard, recue, a.recue(), a.reduite() && !a.urgence());
        Histoire.Reception reception = reception(hasard, recue, a, unite);
        LocalDate analysee = Agenda.ouvre(a.recue().plusDays(hasard.entre(0, a.urgence() ? 1 : 4)));
        Instant analyseLe = apres(recue, analysee, hasard);
        boolean sansSuite = a.rapport() == null && hasard.chance(0.08);
        boolean qualifiee = a.rapport() != null || sansSuite;
        Histoire.Analyse analyse = new Histoire.Analyse(analyseLe, qualifiee ? "IP"
                : hasard.pese(List.of("NON_QUALIFIEE", "TRANSMISE_SERVICE", "TRANSMISE_JUGE"), a.urgence() ? 0 : 58, 32, 10), null, agent(unite, Mission.RECUEIL, hasard));
        if (!qualifiee) {
            String vers = analyse.orientation().equals("NON_QUALIFIEE") ? hasard.un(profil.liste("suites-non-qualifiees")).code()
                    : analyse.orientation().equals("TRANSMISE_JUGE") ? "Tribunal pour enfants (fictif)" : "Service de milieu ouvert (fictif)";
            analyse = new Histoire.Analyse(analyseLe, analyse.orientation(), vers, analyse.par());
        }
        LocalDate rapport = a.rapport() != null ? a.rapport() : a.recue().plusDays(80);
        Histoire.Evaluation evaluation = qualifiee ? evaluation(hasard, a, equipe, famille, analyseLe, analysee, rapport) : null;
        Histoire.Fin fin = sansSuite ? fin(hasard, Agenda.ouvre(a.recue().plusDays(hasard.entre(14, 60)))) : null;
        Histoire.Complement complement = a.rapport() != null && hasard.chance(0.06) ? complement(hasard, a, evaluation) : null;
        return new Histoire(hasard.id(recue.toEpochMilli()), a.annee(), a.rang(), unite, reception, famille, analyse, evaluation, fin, complement);
    }

    private static Histoire.Fin fin(Hasard hasard, LocalDate le) {
        return new Histoire.Fin(hasard.pese(List.of("TRANSFEREE", "INTROUVABLE"), 3, 2), le, Agenda.ouvre(le.plusDays(hasard.entre(2, 6))),
                Agenda.ouvre(le.plusDays(hasard.entre(8, 20))));
    }

    private Histoire.Complement complement(Hasard hasard, Amorces.Amorce a, Histoire.Evaluation e) {
        LocalDate jour = Agenda.ouvre(e.designes().atZone(zone).toLocalDate().plusDays(1));
        if (!jour.isBefore(a.rapport())) {
            return null;
        }
        Instant le = Agenda.aUneHeure(jour, hasard, zone);
        return new Histoire.Complement(hasard.id(le.toEpochMilli()), a.rang(), le, le.plusSeconds(3_600));
    }

    private Histoire.Reception reception(Hasard hasard, Instant recue, Amorces.Amorce a, String unite) {
        String nature = hasard.pese(List.of("INFORMATION", "SNATED_119", "SOIT_TRANSMIS", "COPIE_SIGNALEMENT"), 75, 12, 9, 4);
        String origine = switch (nature) {
            case "SNATED_119" -> "SNATED";
            case "SOIT_TRANSMIS" -> "PARQUET";
            default -> hasard.pese(List.of("EDUCATION_NATIONALE", "HOPITAL", "SERVICE_SOCIAL", "PMI", "MEDECIN", "POLICE_GENDARMERIE",
                    "ETABLISSEMENT", "FAMILLE", "PARTICULIER", "ANONYME"), 30, 10, 14, 8, 4, 9, 8, 8, 6, 3);
        };
        String cadre = origine.equals("ANONYME") ? "ANONYME" : origine.equals("FAMILLE") || origine.equals("PARTICULIER") ? "PARTICULIER" : "PROFESSIONNEL";
        boolean particulier = cadre.equals("PARTICULIER");
        String nom = cadre.equals("ANONYME") ? null : (hasard.chance(0.7) ? hasard.un(Lexique.FEMMES) : hasard.un(Lexique.HOMMES)) + " "
                + hasard.un(Lexique.NOMS);
        String qualite = particulier ? hasard.un(List.of("voisin", "grand-parent", "tante", "ami de la famille"))
                : cadre.equals("ANONYME") ? null : profil.libelle("origines", origine);
        boolean weekEnd = a.recue().getDayOfWeek().getValue() > 5;
        return new Histoire.Reception(recue, hasard.un(List.of("TELEPHONE", "COURRIER", "COURRIEL", "FORMULAIRE")), nature, origine, cadre, nom,
                qualite, particulier && hasard.chance(0.4), particulier && hasard.chance(0.35), a.urgence(), hasard.un(FAITS),
                weekEnd ? "WEEK_END" : null, agent(unite, Mission.RECUEIL, hasard));
    }

    private Histoire.Evaluation evaluation(Hasard hasard, Amorces.Amorce a, String equipe, Famille famille, Instant analyse, LocalDate analysee,
            LocalDate rapport) {
        LocalDate confiee = borne(Agenda.ouvre(analysee.plusDays(hasard.entre(0, 3))), rapport, 6);
        Instant confieeLe = apres(analyse, confiee, hasard);
        LocalDate designes = borne(Agenda.ouvre(confiee.plusDays(hasard.entre(1, 9))), rapport, 4);
        Instant designesLe = apres(confieeLe, designes, hasard);
        List<Personnel.Agent> evaluateurs = evaluateurs(equipe, hasard);
        List<Histoire.Acte> prevus = actes(hasard, famille, designesLe, designes, rapport);
        Instant rapportLe = apres(designesLe, rapport, hasard);
        Histoire.Consigne consigne = a.rapport() != null && hasard.chance(0.03) ? consigne(hasard, designes, rapport) : null;
        // Nobody is met while the parquet asks for it: what was planned then waits for the lifting.
        List<Histoire.Acte> actes = consigne == null ? prevus : prevus.stream().map(p -> p.le().isBefore(consigne.du()) ? p
                : p.le().isBefore(consigne.au()) ? new Histoire.Acte(p.id(), p.genre(), consigne.au(), p.foyer()) : p).toList();
        LocalDate decidee = Agenda.ouvre(rapport.plusDays(hasard.entre(2, 22)));
        LocalDate informees = Agenda.ouvre(decidee.plusDays(hasard.entre(2, 18)));
        List<Histoire.Conclusion> conclusions = famille.enfants().stream().map(e -> conclusion(hasard)).toList();
        return new Histoire.Evaluation(hasard.id(analyse.toEpochMilli()), equipe, confieeLe, agent(receveuses.contains(equipe) ? equipe
                : profil.recueil().uniteCentrale(), Mission.MANDAT, hasard), designesLe, agent(equipe, Mission.DESIGNATION, hasard), evaluateurs,
                actes, consigne, rapportLe, hasard.un(profil.liste("motifs-depassement")).code(),
                conclusions, midi(decidee), agent(decideuse(equipe), Mission.DECISION, hasard), midi(informees),
                agent(informante(equipe), Mission.INFORMATION, hasard), informees.plusDays(hasard.entre(15, 120)));
    }

    private String decideuse(String equipe) {
        return unites(Mission.DECISION).contains(equipe) ? equipe : profil.recueil().uniteCentrale();
    }

    private String informante(String equipe) {
        return unites(Mission.INFORMATION).contains(equipe) ? equipe : profil.recueil().uniteCentrale();
    }

    private static LocalDate borne(LocalDate jour, LocalDate rapport, int avant) {
        LocalDate limite = rapport.minusDays(avant);
        return jour.isAfter(limite) ? limite : jour;
    }

    private Histoire.Consigne consigne(Hasard hasard, LocalDate designes, LocalDate rapport) {
        LocalDate du = designes.plusDays(1);
        LocalDate au = du.plusDays(hasard.entre(10, 40));
        return au.isBefore(rapport) ? new Histoire.Consigne(du, au) : null;
    }

    private List<Histoire.Acte> actes(Hasard hasard, Famille famille, Instant designesLe, LocalDate designes, LocalDate rapport) {
        List<Histoire.Acte> actes = new ArrayList<>();
        long millis = designesLe.toEpochMilli();
        long jours = Math.max(1, java.time.temporal.ChronoUnit.DAYS.between(designes, rapport));
        actes.add(new Histoire.Acte(hasard.id(millis), "INFORMATION", designes, 0));
        for (int f = 0; f < famille.foyers().size(); f++) {
            actes.add(new Histoire.Acte(hasard.id(millis), "VISITE", designes.plusDays(Math.min(jours, 1 + jours * (1 + f) / 4)), f));
        }
        actes.add(new Histoire.Acte(hasard.id(millis), "ENTRETIEN", designes.plusDays(jours * 3 / 4), 0));
        return actes;
    }

    private Histoire.Conclusion conclusion(Hasard hasard) {
        String conclusion = hasard.pese(List.of("DANGER", "RISQUE", "NI_DANGER_NI_RISQUE"), 26, 38, 36);
        String issue = switch (conclusion) {
            case "DANGER" -> hasard.pese(List.of("AUTORITE_JUDICIAIRE", "AIDE_ADMINISTRATIVE"), 60, 40);
            case "RISQUE" -> hasard.pese(List.of("AIDE_ADMINISTRATIVE", "DROIT_COMMUN", "AUTORITE_JUDICIAIRE"), 58, 32, 10);
            default -> hasard.pese(List.of("CLASSEMENT", "DROIT_COMMUN"), 70, 30);
        };
        return new Histoire.Conclusion(conclusion, conclusion.startsWith("NI_") ? List.of() : List.of(hasard.un(NATURES_DANGER)), issue,
                issue.equals("AIDE_ADMINISTRATIVE") ? hasard.un(profil.liste("aides")).code() : null,
                issue.equals("AUTORITE_JUDICIAIRE") ? hasard.un(List.of("ACTIONS_SANS_EFFET", "ACTIONS_IMPOSSIBLES", "DANGER_GRAVE_IMMEDIAT")) : null,
                issue.equals("AUTORITE_JUDICIAIRE") ? hasard.un(List.of("CLASSEMENT", "MESURE", "NON_LIEU")) : null);
    }

    private List<Personnel.Agent> evaluateurs(String equipe, Hasard hasard) {
        List<Personnel.Agent> tous = parUnite.get(equipe).stream().filter(a -> a.role() == Role.EVALUATEUR).toList();
        int premier = hasard.entre(0, tous.size() - 1);
        return List.of(tous.get(premier), tous.get((premier + 1) % tous.size()));
    }

    /** Somebody of the unit whose role holds the mission there. */
    private Personnel.Agent agent(String unite, Mission mission, Hasard hasard) {
        List<Personnel.Agent> possibles = parUnite.get(unite).stream()
                .filter(a -> profil.roles().getOrDefault(a.role().name(), List.of()).contains(mission.name())).toList();
        if (possibles.isEmpty()) {
            throw new IllegalStateException("Personne ne tient la mission " + mission + " en " + unite);
        }
        return hasard.un(possibles);
    }

    private Instant midi(LocalDate jour) {
        return jour.atTime(12, 0).atZone(zone).toInstant();
    }

    /** That day at some hour, never before what it follows. */
    private Instant apres(Instant avant, LocalDate jour, Hasard hasard) {
        Instant instant = Agenda.aUneHeure(jour, hasard, zone);
        return instant.isAfter(avant) ? instant : avant.plusSeconds(1_800);
    }

}
