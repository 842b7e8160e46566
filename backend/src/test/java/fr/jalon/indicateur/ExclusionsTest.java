package fr.jalon.indicateur;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.indicateur.FaitsMesures.Acte;
import fr.jalon.indicateur.FaitsMesures.Periode;
import fr.jalon.indicateur.FaitsMesures.Places;
import fr.jalon.indicateur.FaitsMesures.Segment;
import fr.jalon.indicateur.FormuleMesure.Compte;
import fr.jalon.indicateur.FormuleMesure.Mouvements.Sens;
import org.junit.jupiter.api.Test;

/** For each kind of formula, who is near the figure of 2024 and out of it, by which condition, counted by hand. */
class ExclusionsTest {

    private static final LocalDate FIN = LocalDate.of(2024, 12, 31);
    private static final Portee AN = new Portee(LocalDate.of(2024, 1, 1), FIN, FIN, null);
    private static final Map<String, List<String>> MEP = Map.of("produit", List.of("MEP"));
    private static final Map<String, String> DE_MEP = Map.of("produit", "MEP");
    private static final Map<String, String> DE_PAD = Map.of("produit", "PAD");
    private static final Enfants MINEURS = new Enfants(null, 18, null);
    private static final List<String> ASE = List.of("PLACEMENT_ASE");
    private static final Map<String, String> PLACE = Map.of("base", "PLACEMENT_ASE");
    private static final Map<String, String> APJM = Map.of("base", "APJM");

    private final List<Faits.Information> informations = new ArrayList<>();
    private final List<Faits.Ip> ips = new ArrayList<>();
    private final Map<String, List<Periode>> periodes = new HashMap<>();
    private final Map<String, List<Acte>> actes = new HashMap<>();
    private final List<Places> places = new ArrayList<>();
    private final Map<UUID, LocalDate> naissances = new HashMap<>();
    private final Map<UUID, UUID> foyers = new HashMap<>();
    private Proches.Annules annules = Proches.Annules.AUCUN;
    private long suite;

    private UUID id() {
        return new UUID(7, ++suite);
    }

    private UUID enfant(String naissance) {
        UUID enfant = id();
        if (naissance != null) {
            naissances.put(enfant, LocalDate.parse(naissance));
        }
        return enfant;
    }

    private static LocalDate jour(String j) {
        return j == null ? null : LocalDate.parse(j);
    }

    private void periode(String genre, UUID mesure, UUID enfant, String du, String au, Map<String, String> dimensions) {
        periodes.computeIfAbsent(genre, k -> new ArrayList<>()).add(new Periode(id(), mesure, enfant, List.of(new Segment(jour(du), jour(au), "u", dimensions))));
    }

    private void periode(String genre, UUID enfant, String du, String au, Map<String, String> dimensions) {
        periode(genre, id(), enfant, du, au, dimensions);
    }

    private void acte(String type, UUID enfant, String jour, Map<String, String> dimensions) {
        actes.computeIfAbsent(type, k -> new ArrayList<>()).add(new Acte(id(), enfant, jour(jour), "u", dimensions));
    }

    private void information(String jour, boolean comptee, String issue) {
        informations.add(new Faits.Information(id(), new Faits.Fait(jour(jour), "u"), comptee, issue, null));
    }

    private void ip(String recue, String close, String rapport, String informees, String legale, boolean reduite, String consigneDu, String consigneAu, Faits.Mineur... mineurs) {
        ips.add(new Faits.Ip(id(), List.of(new Faits.Intervalle(jour(recue), jour(close), "u")), rapport == null ? null : new Faits.Fait(jour(rapport), "u"),
                informees == null ? null : new Faits.Fait(jour(informees), "u"), null, jour(legale), reduite,
                consigneDu == null ? List.of() : List.of(new Faits.Intervalle(jour(consigneDu), jour(consigneAu), "u")), List.of(mineurs)));
    }

    private Voisinage voisinage(Formule f) {
        return Proches.de(f, new Faits(informations, ips, new FaitsMesures(periodes, actes, places, naissances, foyers)), AN, annules);
    }

    /** « compted, then reason=number… » */
    private void attendre(Formule f, long comptes, Object... exclus) {
        Map<String, Long> attendus = new HashMap<>();
        for (int n = 0; n < exclus.length; n += 2) {
            attendus.put((String) exclus[n], ((Integer) exclus[n + 1]).longValue());
        }
        Voisinage v = voisinage(f);
        assertThat(v.exclus()).as("%s", f).isEqualTo(attendus);
        assertThat(v.comptes()).as("%s", f).isEqualTo(comptes);
        assertThat(v.proches()).isEqualTo(comptes + attendus.values().stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void informations_received_leave_out_complements_and_persons_who_say_they_are_minors() {
        information("2024-01-01", true, "IP");
        information("2024-05-01", true, "JOINTE");
        information("2024-05-02", true, "JOINTE");
        information("2024-05-02", true, null);
        information("2024-12-31", false, null);
        information("2025-01-01", true, "JOINTE");
        attendre(new Formule.Entrantes(null), 2, "Compléments joints à une évaluation en cours", 2, "Personnes se déclarant mineures", 1);
        attendre(new Formule.Cohorte(), 2, "Compléments joints à une évaluation en cours", 2, "Personnes se déclarant mineures", 1);
        attendre(new Formule.Entrantes("ATTENTE"), 1, "Compléments joints à une évaluation en cours", 2, "Personnes se déclarant mineures", 1, "Qualifiées information préoccupante", 1);
        attendre(new FormuleSuivi.RecuesPar(List.of("u"), true), 0, "Compléments joints à une évaluation en cours", 2, "Personnes se déclarant mineures", 1,
                "Reçues par les unités mises à part", 2);
        ip("2024-01-01", null, null, null, null, false, null, null);
        attendre(new Formule.Flux(Formule.Etape.QUALIFIEE), 1, "Compléments joints à une évaluation en cours", 2, "Personnes se déclarant mineures", 1,
                "Informations en attente de leur première analyse", 1);
    }

    @Test
    void reports_of_the_year_leave_out_what_is_open_and_what_closed_without() {
        ip("2023-11-01", "2024-03-01", "2024-01-20", "2024-03-01", "2024-02-01", false, null, null);
        ip("2024-11-01", null, null, null, "2025-02-01", false, null, null);
        ip("2024-02-01", "2024-03-01", null, null, null, false, null, null);
        ip("2023-01-01", "2023-12-31", null, null, "2023-04-01", false, null, null);
        attendre(new Formule.Flux(Formule.Etape.RAPPORT), 1, "IP encore ouvertes", 1, "IP closes sans rapport", 1);
        attendre(new Formule.Duree(Formule.Etape.INFORMEES, Statistique.MOYENNE), 1, "IP encore ouvertes", 1, "IP closes sans décision", 1);
    }

    @Test
    void the_share_within_three_months_leaves_out_reduced_delays_holds_and_dates_cancelled() {
        ip("2024-01-10", null, "2024-02-01", null, "2024-04-10", false, null, null);
        ip("2024-01-10", null, "2024-02-01", null, "2024-02-25", true, null, null);
        ip("2024-01-10", null, null, null, "2024-04-10", false, "2024-01-20", "2024-02-20");
        ip("2024-01-10", "2024-02-01", null, null, null, false, null, null);
        ip("2024-10-10", null, null, null, "2025-01-10", false, null, null);
        attendre(new Formule.PartATerme(false, true), 1, "IP dont le délai est réduit, comptées à part", 1, "IP tenues par une consigne du parquet avant leur terme", 1,
                "Date légale annulée", 1);
        attendre(new Formule.PartATerme(true, false), 1, "IP sans délai réduit", 2, "Date légale annulée", 1);
        Portee mars = new Portee(LocalDate.of(2024, 1, 1), FIN, LocalDate.of(2024, 3, 1), null);
        assertThat(Proches.de(new Formule.PartATerme(false, false), new Faits(informations, ips), mars, annules).exclus()).containsEntry("Date légale encore à venir", 2L);
    }

    @Test
    void the_stock_of_ips_leaves_out_those_closed_and_those_of_another_age() {
        ip("2024-12-15", null, null, null, null, false, null, null);
        ip("2024-10-15", null, null, null, null, false, "2024-11-01", null);
        ip("2024-01-15", null, null, null, null, false, "2024-02-01", "2024-03-01");
        ip("2024-01-15", "2024-12-31", null, null, null, false, "2024-02-01", null);
        attendre(new Formule.Ouvertes(0, null), 3, "Plus en cours à cette date", 1);
        attendre(new Formule.Ouvertes(1, 3), 1, "Reçues depuis moins de 1 mois", 1, "Reçues depuis 3 mois et plus", 1);
        attendre(new Formule.Tenues(), 1, "Consignes levées", 1, "IP closes à cette date", 1);
    }

    @Test
    void minors_of_ips_leave_out_children_not_born() {
        ip("2024-12-15", null, null, null, null, false, null, null, new Faits.Mineur(id(), false, null), new Faits.Mineur(id(), true, LocalDate.of(2024, 12, 31)),
                new Faits.Mineur(id(), true, LocalDate.of(2025, 1, 1)), new Faits.Mineur(id(), true, null));
        attendre(new Formule.Mineurs(), 2, "Enfants à naître tant qu’ils ne sont pas nés", 2);
    }

    @Test
    void measures_running_leave_out_other_products_ages_ended_and_waiting_ones() {
        UUID majeur = enfant("2006-12-31");
        periode("EXERCEE", enfant("2010-01-01"), "2023-01-01", null, DE_MEP);
        periode("EXERCEE", enfant("2010-01-01"), "2023-01-01", null, DE_PAD);
        periode("EXERCEE", majeur, "2023-01-01", null, DE_MEP);
        periode("EXERCEE", enfant(null), "2023-01-01", null, DE_MEP);
        periode("EXERCEE", enfant("2010-01-01"), "2023-01-01", "2024-12-31", DE_MEP);
        periode("EXERCEE", enfant("2010-01-01"), "2023-01-01", "2023-12-31", DE_MEP);
        periode("ATTENTE_EXERCICE", enfant("2010-01-01"), "2024-12-01", null, DE_MEP);
        attendre(new FormuleMesure.EnCours("EXERCEE", MEP, Compte.MESURES, MINEURS), 1, "Autre produit", 1, "18 ans ou plus", 1, "Naissance non connue au jour près", 1,
                "Plus en cours à cette date", 1, "Décidées, en attente d’être exercées à cette date", 1);
        periode("ATTENTE_ACCORD", enfant(null), "2024-12-01", null, DE_MEP);
        attendre(new FormuleMesure.EnCours("ATTENTE_EXERCICE", null, Compte.MESURES), 1, "En attente de l’accord des titulaires à cette date", 1);
        attendre(new FormuleMesure.Touches("EXERCEE", MEP, Compte.MESURES), 4, "Autre produit", 1, "Décidées, en attente d’être exercées à cette date", 1);
    }

    @Test
    void a_child_whose_other_measure_counts_is_not_out() {
        UUID enfant = enfant("2010-01-01");
        periode("EXERCEE", enfant, "2023-01-01", null, DE_MEP);
        periode("EXERCEE", enfant, "2023-01-01", null, DE_PAD);
        periode("EXERCEE", enfant("2010-01-01"), "2024-02-01", "2024-02-01", DE_MEP);
        attendre(new FormuleMesure.EnCours("EXERCEE", MEP, Compte.ENFANTS), 1);
        attendre(new FormuleMesure.EnCours("EXERCEE", MEP, Compte.MESURES), 1, "Autre produit", 1);
        attendre(new FormuleMesure.Touches("EXERCEE", MEP, Compte.ENFANTS), 1, "Finies le jour de leur début", 1);
    }

    @Test
    void ends_leave_out_what_runs_and_lengths_too() {
        periode("CONFIE", enfant("2020-01-01"), "2023-01-01", "2024-12-31", DE_MEP);
        periode("CONFIE", enfant("2020-01-01"), "2024-01-01", "2025-01-01", DE_MEP);
        periode("CONFIE", enfant("2020-01-01"), "2024-01-01", "2024-02-01", DE_PAD);
        periode("CONFIE", enfant("2004-01-01"), "2024-01-01", "2024-02-01", DE_MEP);
        attendre(new FormuleMesure.Mouvements("CONFIE", Sens.FINS, MEP, Compte.MESURES, MINEURS), 1, "Encore en cours à la fin de la période", 1, "Autre produit", 1, "18 ans ou plus", 1);
        attendre(new FormuleMesure.Mouvements("CONFIE", Sens.DEBUTS, MEP, Compte.MESURES), 2, "Autre produit", 1);
        attendre(new FormuleMesure.Longueur("CONFIE", MEP, Statistique.MOYENNE), 2, "Encore en cours à la fin de la période", 1, "Autre produit", 1);
        attendre(new FormuleSuivi.DureeMois("CONFIE", MEP), 2, "Encore en cours à la fin de la période", 1, "Autre produit", 1);
        attendre(new FormuleSuivi.Courtes("CONFIE", MEP, 3, MINEURS), 0, "Encore en cours à la fin de la période", 1, "Autre produit", 1, "18 ans ou plus", 1, "Ont duré 3 mois ou plus", 1);
        attendre(new FormuleCroisee.Journees("CONFIE", MEP, MINEURS), 2, "Autre produit", 1, "18 ans ou plus", 1);
    }

    @Test
    void acts_leave_out_other_values_children_nobody_named_and_cancelled_ones() {
        Map<String, List<String>> staff = Map.of("code", List.of("STAFF"), "type", List.of("A"));
        acte("releve.note", enfant("2010-01-01"), "2024-03-01", Map.of("code", "STAFF", "type", "A"));
        acte("releve.note", enfant("2010-01-01"), "2024-03-01", Map.of("code", "STAFF", "type", "B"));
        acte("releve.note", enfant("2010-01-01"), "2024-03-01", Map.of("code", "AUTRE", "type", "A"));
        acte("releve.note", null, "2024-03-01", Map.of("code", "STAFF", "type", "A"));
        annules = new Proches.Annules("releve.note", List.of(new Acte(id(), enfant(null), LocalDate.of(2024, 3, 1), "u", Map.of("code", "STAFF", "type", "A")),
                new Acte(id(), enfant(null), LocalDate.of(2024, 3, 1), "u", Map.of("code", "STAFF", "type", "B"))));
        attendre(new FormuleMesure.Actes("releve.note", staff, Compte.ENFANTS), 1, "Autre type", 1, "Aucun enfant nommé", 1, "Repères annulés", 1);
        attendre(new FormuleMesure.Actes("releve.note", staff, Compte.MESURES), 2, "Autre type", 1, "Repères annulés", 1);
        attendre(new FormuleProjet.ActesAvant("releve.note", 6, staff), 0, "Autre type", 1, "6 ans ou plus", 1, "Naissance non connue au jour près", 1);
    }

    @Test
    void a_light_record_that_lasts_tells_its_cancelled_ones_by_the_note_that_told_it() {
        periode("RELEVE_PARRAINAGE", enfant(null), "2024-03-01", null, Map.of("forme", "PARRAINAGE"));
        annules = new Proches.Annules("releve.note", List.of(new Acte(id(), enfant(null), LocalDate.of(2024, 3, 1), "u", Map.of("code", "PARRAINAGE", "forme", "PARRAINAGE")),
                new Acte(id(), enfant(null), LocalDate.of(2024, 3, 1), "u", Map.of("code", "MDPH"))));
        Formule f = new FormuleMesure.EnCours("RELEVE_PARRAINAGE", Map.of("forme", List.of("PARRAINAGE")), Compte.ENFANTS);
        assertThat(Proches.acte(f)).isEqualTo("releve.note");
        assertThat(Proches.acte(new FormuleMesure.EnCours("EXERCEE", null, Compte.ENFANTS))).isNull();
        attendre(f, 1, "Repères annulés", 1);
    }

    @Test
    void delays_leave_out_what_waits_still_and_what_has_no_known_start() {
        UUID demarree = id();
        UUID attend = id();
        periode("MESURE", demarree, null, "2024-01-01", null, DE_MEP);
        periode("EXERCEE", demarree, null, "2024-02-01", null, DE_MEP);
        periode("MESURE", attend, null, "2024-01-01", null, DE_MEP);
        periode("EXERCEE", id(), null, "2024-02-01", null, DE_MEP);
        periode("EXERCEE", id(), null, "2024-02-01", null, DE_PAD);
        attendre(new FormuleMesure.Delai("MESURE", "EXERCEE", MEP, Statistique.MOYENNE), 1, "Mesures qui attendent encore à la fin de la période", 1, "Jour du départ non connu", 1, "Autre produit", 1);
    }

    @Test
    void places_and_occupancy_leave_out_other_products_and_services_without_places() {
        places.add(new Places("s1", "MEP", null, 10, LocalDate.of(2024, 2, 1), null));
        places.add(new Places("s1", "PAD", null, 4, LocalDate.of(2024, 2, 1), null));
        places.add(new Places("s1", "MEP", null, 90, LocalDate.of(2023, 2, 1), LocalDate.of(2024, 2, 1)));
        attendre(new FormuleMesure.PlacesOuvertes(MEP), 10, "Autre produit", 4);
        periode("EXERCEE", enfant(null), "2024-03-01", null, Map.of("service", "s1", "produit", "MEP"));
        periode("EXERCEE", enfant(null), "2024-03-01", null, Map.of("service", "s2", "produit", "MEP"));
        periode("EXERCEE", enfant(null), "2024-03-01", null, Map.of("service", "s1", "produit", "PAD"));
        attendre(new FormuleMesure.Occupation(MEP), 1, "Service et produit sans place enregistrée à cette date", 1, "Autre produit", 1);
    }

    @Test
    void projets_leave_out_those_ended_those_not_owed_and_young_adults() {
        periode("PROJET_VALIDE", enfant(null), "2024-01-01", null, Map.of());
        periode("PROJET_VALIDE", enfant(null), "2024-01-01", "2024-12-31", Map.of());
        attendre(new FormuleProjet.PartEnCours("PROJET_VALIDE", Map.of("aJour", List.of("OUI"))), 1, "Plus en cours à cette date", 1);
        periode("EXERCEE", enfant(null), "2024-01-01", null, DE_MEP);
        periode("EXERCEE", enfant(null), "2024-10-31", null, DE_MEP);
        periode("EXERCEE", enfant(null), "2024-01-01", null, DE_PAD);
        periode("ATTENTE_EXERCICE", enfant(null), "2024-10-31", null, DE_MEP);
        attendre(new FormuleProjet.Couverture(Map.of("produit", List.of("PAD")), 3), 1, "Mesures de moins de 3 mois", 1, "Mesures qui ne demandent pas de projet", 1,
                "Décidées, en attente d’être exercées à cette date", 1);
        UUID revise = id();
        periode("PROJET", id(), enfant("2015-01-01"), "2024-01-01", null, Map.of());
        periode("PROJET", revise, enfant("2015-01-01"), "2024-01-01", null, Map.of());
        periode("PROJET", id(), enfant("2006-01-01"), "2024-01-01", null, Map.of());
        periode("PROJET", id(), enfant("2015-01-01"), "2024-01-01", "2024-02-01", Map.of());
        actes.computeIfAbsent("projet.etabli", k -> new ArrayList<>()).add(new Acte(revise, null, LocalDate.of(2023, 6, 1), "u", Map.of()));
        attendre(new FormuleProjet.EtablisATemps(3, false), 1, "Projets déjà établis, que la mesure révise", 1, "Jeunes majeurs", 1, "Mesures finies avant 3 mois sans projet", 1);
    }

    @Test
    void birthdays_leave_out_those_not_in_care_that_day_on_another_basis_of_unknown_birth_and_unaccompanied_minors() {
        UUID mna = enfant("2007-06-01");
        periode("RELEVE_MNA", mna, "2024-01-01", null, Map.of());
        periode("CONFIE", mna, "2024-01-01", null, PLACE);
        periode("CONFIE", enfant("2007-06-01"), "2024-01-01", null, PLACE);
        periode("CONFIE", enfant("2007-06-01"), "2024-07-01", null, PLACE);
        periode("CONFIE", enfant("2007-06-01"), "2024-01-01", null, APJM);
        periode("CONFIE", enfant(null), "2024-01-01", null, PLACE);
        periode("CONFIE", enfant("2008-06-01"), "2024-01-01", null, PLACE);
        Object[] exclus = {"MNA", 1, "Pas confiés la veille de l’anniversaire et ce jour-là", 1, "Autre base légale", 1, "Naissance non connue au jour près", 1};
        attendre(new FormuleAutonomie.Anniversaires(17, ASE, false), 1, exclus);
        attendre(new FormuleAutonomie.EntretiensATemps(ASE, false), 1, exclus);
        attendre(new FormuleAutonomie.EntretiensEntresTard(ASE, false), 1, "Entrés avant 17 ans", 3, "Naissance non connue au jour près", 1);
    }

    @Test
    void young_adults_leave_out_other_bases_those_whose_support_ended_and_those_without_a_person_of_reference() {
        UUID choisi = enfant("2005-01-01");
        periode("EXERCEE", choisi, "2024-01-01", null, APJM);
        acte("autonomie.personne-reference", choisi, "2024-05-01", Map.of("choisie", "OUI"));
        periode("EXERCEE", enfant("2005-01-01"), "2024-01-01", null, APJM);
        periode("EXERCEE", enfant("2005-01-01"), "2024-01-01", "2024-06-01", APJM);
        periode("EXERCEE", enfant("2005-01-01"), "2024-01-01", null, PLACE);
        periode("EXERCEE", enfant("2015-01-01"), "2024-01-01", null, PLACE);
        attendre(new FormuleAutonomie.Majeurs(List.of("APJM"), FormuleAutonomie.Majeurs.Quoi.EN_COURS, null, false), 2, "Autre base légale", 1, "Plus en cours à cette date", 1);
        attendre(new FormuleAutonomie.Majeurs(List.of("APJM"), FormuleAutonomie.Majeurs.Quoi.EN_COURS, null, true), 1, "Sans personne de référence choisie", 1, "Autre base légale", 1);
        attendre(new FormuleAutonomie.PartDesMajeurs(List.of("APJM"), "mdph"), 2, "Autre base légale", 1, "Plus en cours à cette date", 1);
        attendre(new FormuleAutonomie.Majeurs(List.of("APJM"), FormuleAutonomie.Majeurs.Quoi.FINS, null, false), 1, "Encore en cours à la fin de la période", 2);
        periode("AUTONOMIE", enfant("2007-06-01"), "2024-01-01", null, Map.of());
        periode("AUTONOMIE", enfant("2000-06-01"), "2024-01-01", null, Map.of());
        periode("AUTONOMIE", enfant("2007-06-01"), "2024-01-01", "2024-02-01", Map.of());
        attendre(new FormuleAutonomie.Suivis(16, 21, null, false), 1, "21 ans ou plus", 1, "Plus en cours à cette date", 1);
        attendre(new FormuleAutonomie.Suivis(null, 18, null, true), 2, "18 ans ou plus", 1);
    }

    @Test
    void crossed_facts_leave_out_whoever_is_in_one_alone() {
        UUID deux = enfant(null);
        periode("EXERCEE", deux, "2024-01-01", null, DE_MEP);
        periode("CONFIE", deux, "2024-01-01", null, Map.of());
        periode("EXERCEE", enfant(null), "2024-01-01", null, DE_MEP);
        periode("EXERCEE", enfant(null), "2024-01-01", null, DE_PAD);
        periode("EXERCEE", enfant(null), "2024-01-01", "2024-06-01", DE_MEP);
        FormuleCroisee.Condition confie = new FormuleCroisee.Condition("CONFIE", null);
        attendre(new FormuleCroisee.Ensemble("EXERCEE", MEP, null, confie, false), 1, "Sans accueil à cette date", 1, "Autre produit", 1, "Plus en cours à cette date", 1);
        attendre(new FormuleCroisee.Ensemble("EXERCEE", MEP, null, confie, true), 2, "Autre produit", 1, "Plus en cours à cette date", 1);
        attendre(new FormuleSuivi.Sans("EXERCEE", MEP, confie), 1, "Avec accueil à cette date", 1, "Autre produit", 1, "Plus en cours à cette date", 1);
        attendre(new FormuleCroisee.Succession("EXERCEE", MEP, null, confie, 30, false), 0, "Rien n’a suivi dans les 30 jours", 1, "Encore en cours à la fin de la période", 2);
        acte("mesure.terminee", deux, "2024-03-01", DE_MEP);
        acte("mesure.terminee", enfant(null), "2024-03-01", DE_MEP);
        acte("mesure.terminee", enfant(null), "2024-03-01", DE_PAD);
        attendre(new FormuleSuivi.ActesSuivis("mesure.terminee", MEP, null, confie, 30, false), 1, "Rien n’a suivi dans les 30 jours", 1, "Autre produit", 1);
        attendre(new FormuleSuivi.ActesSuivis("mesure.terminee", MEP, null, confie, 30, true), 2, "Autre produit", 1);
    }

    @Test
    void families_and_numbers_leave_out_what_names_nobody_or_tells_no_number() {
        UUID chez = id();
        UUID un = enfant(null);
        UUID deux = enfant(null);
        foyers.put(un, chez);
        foyers.put(deux, chez);
        periode("EXERCEE", un, "2024-01-01", null, DE_MEP);
        periode("EXERCEE", deux, "2024-01-01", null, DE_PAD);
        periode("EXERCEE", enfant(null), "2024-01-01", null, DE_PAD);
        periode("EXERCEE", enfant(null), "2024-01-01", "2024-02-01", DE_MEP);
        attendre(new FormuleSuivi.Familles("EXERCEE", null, MEP, true), 1, "Autre produit", 1, "Plus en cours à cette date", 1);
        acte("releve.note", null, "2024-02-01", Map.of("code", "REUNION", "situations", "12"));
        acte("releve.note", null, "2024-02-01", Map.of("code", "REUNION"));
        attendre(new FormuleSuivi.Nombres("REUNION", "situations", false, false, null), 1, "Nombre non noté", 1);
        attendre(new FormuleSuivi.Familles(null, "REUNION", null, false), 0, "Aucun enfant nommé", 2);
        periode("RELEVE_SUIVI", null, "2024-02-01", null, Map.of("parents", "2"));
        periode("RELEVE_SUIVI", null, "2024-02-01", "2024-03-01", Map.of("parents", "2"));
        attendre(new FormuleSuivi.Nombres("SUIVI", "parents", false, true, null), 1, "Plus en cours à cette date", 1);
    }

    @Test
    void each_condition_is_told_once_in_the_words_of_the_definition_with_its_number() {
        List<Comptage.Exclu> dits = Exclusions.dire(List.of("Repères annulés", "Mesures décidées et non démarrées", "Séjours en cours", "TISF"),
                new java.util.TreeMap<>(Map.of("Repères annulés", 3L, "Décidées, en attente d’être exercées à cette date", 4L, "Autre produit", 5L)));
        assertThat(dits).containsExactlyInAnyOrder(new Comptage.Exclu("Repères annulés", 3L), new Comptage.Exclu("Mesures décidées et non démarrées", 4L),
                new Comptage.Exclu("Autre produit", 5L), new Comptage.Exclu("Séjours en cours", null), new Comptage.Exclu("TISF", null));
    }

    @Test
    void every_condition_of_the_catalogue_has_words() {
        for (String departement : List.of("17", "22", "35", "49", "61")) {
            Catalogue.livres(departement).values().forEach(i -> filtre(i.mesure()).forEach((dimension, valeurs) ->
                    assertThat(dimension.equals("code") ? "" : RaisonsExclusion.autre(dimension, valeurs)).as(i.code()).doesNotContain("valeur de")));
        }
    }

    private static Map<String, List<String>> filtre(Formule f) {
        Map<String, List<String>> filtre = f instanceof FormuleMesure.EnCours e ? e.filtre() : f instanceof FormuleMesure.Touches t ? t.filtre()
                : f instanceof FormuleMesure.Mouvements m ? m.filtre() : f instanceof FormuleMesure.Actes a ? a.filtre() : f instanceof FormuleMesure.Longueur l ? l.filtre()
                : f instanceof FormuleMesure.Delai d ? d.filtre() : f instanceof FormuleCroisee.Ensemble e ? e.filtre() : f instanceof FormuleSuivi s ? s.filtre() : null;
        return filtre == null ? Map.of() : filtre;
    }
}
