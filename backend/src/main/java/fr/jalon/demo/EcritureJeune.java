package fr.jalon.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import fr.jalon.autonomie.AutonomieEnLot;
import fr.jalon.commun.Sujet;
import fr.jalon.departement.Profil;
import fr.jalon.echeance.Attendue;
import fr.jalon.evenement.Periodes;
import fr.jalon.mesure.Acte;
import fr.jalon.mesure.GenreActe;
import fr.jalon.mesure.MesureEnLot;

/** The rows of one synthetic young person: the child, the placement, the support, the path, by the code the acts themselves go through. */
final class EcritureJeune {

    private static final String AUTONOMIE = "autonomie(id, enfant_id, saisie_le, version, " + AutonomieEnLot.COLONNES + ")";
    private static final String ACTE = "autonomie_acte(id, autonomie_id, genre, le, details, avertissements, evenement_id, saisi_le, saisi_par)";
    private static final String MOT = "autonomie_mot(acte_id, code, rang, texte)";
    private static final String REPERE = "autonomie_repere(id, autonomie_id, code, le, etat, fait_le)";
    private static final String EVENEMENT = "evenement(id, type, survenu_le, jour, enregistre_le, unite_id, auteur_id, element, dimensions)";
    private static final String SUJET = "evenement_sujet(evenement_id, sujet_type, sujet_id)";
    private static final String PERIODE = "periode(version_id, periode_id, segment, genre, sujet_type, sujet_id, enfant_id, unite_id, dimensions, debut, fin)";
    private static final String INSTANCE = "processus_instance(instance_id, sujet_type, sujet_id, cle, version, actif, ouvert_le)";

    /** Where and with whom; numbers of the two measures, the second null when there is none. */
    record Decor(Profil profil, String unite, Personnel.Agent ref, Personnel.Agent referent, List<String> services, LocalDate ancre, long graine, ZoneId zone,
            String placement, String accompagnement) {
    }

    /** In care still: a projet is to be written for them. */
    record Confie(JeunePrevu jeune, Famille.EnfantFictif enfant, List<UUID> adultes, UUID mesure, MesureEnLot lot) {
    }

    private final Copie copie;
    private final Hasard hasard;
    private final Decor decor;
    private final EcritureMesure mesures;
    private final EcritureEvenements evenements;
    private final EcritureEcheances echeances;
    private final Set<String> regards;

    EcritureJeune(Copie copie, Hasard hasard, Decor decor, ReglesDemo regles, String versionMesure, Set<String> regards) {
        this.copie = copie;
        this.hasard = hasard;
        this.decor = decor;
        this.mesures = new EcritureMesure(copie, hasard, decor.zone(), versionMesure);
        this.evenements = new EcritureEvenements(copie, hasard, decor.zone());
        this.echeances = new EcritureEcheances(copie, hasard, regles, evenements, decor.zone());
        this.regards = regards;
    }

    static void annoncer(Copie copie) {
        copie.annoncer(AUTONOMIE, EVENEMENT, SUJET, ACTE, MOT, REPERE, PERIODE, INSTANCE);
        EcritureEvenements.annoncer(copie);
        EcritureEcheances.annoncer(copie);
    }

    void ecrire(JeunePrevu j, List<UUID> enfants, List<UUID> mesuresOuvertes, List<UUID> parcoursOuverts, List<Confie> confies) {
        Famille famille = enfant(j, enfants);
        UUID enfant = famille.enfants().get(0).id();
        Optional<Profil.Produit> majeur = decor.profil().produits().stream().filter(p -> "MAJEUR".equals(p.domaine())).findFirst();
        UUID accompagnement = j.accompagneDu == null ? null : hasard.id(j.accompagneDu.toEpochDay() * 86_400_000L);
        RecitJeune recit = new RecitJeune(j, decor.profil().autonomie(), decor.unite(), accompagnement, majeur.orElseThrow().code(), decor.ancre(), decor.graine());
        List<AutonomieEnLot.SejourDit> sejours = new ArrayList<>();
        placement(j, famille, mesuresOuvertes, sejours, confies);
        if (accompagnement != null) {
            accompagner(j, enfant, accompagnement, majeur.get(), recit, mesuresOuvertes, sejours);
        }
        parcours(enfant, recit, sejours, parcoursOuverts);
    }

    private Famille enfant(JeunePrevu j, List<UUID> enfants) {
        LocalDate connu = j.entree.minusDays(20);
        Instant le = Agenda.aUneHeure(Agenda.ouvre(connu), hasard, decor.zone());
        Famille f = Famille.imaginer(hasard, le, connu, false);
        Famille.EnfantFictif e = f.enfants().get(0);
        Famille sienne = new Famille(List.of(new Famille.EnfantFictif(e.id(), e.nom(), e.prenoms(), e.fille(), j.neLe, null, false)), j.mna ? List.of() : f.adultes(),
                j.mna ? List.of() : f.foyers(), f.separes());
        EcritureFamille ecriture = new EcritureFamille(copie, hasard);
        ecriture.ecrire(sienne, decor.unite(), le, enfants);
        regards.add("ENFANT" + e.id() + decor.unite() + "SUIVI");
        ecriture.regard(Sujet.enfant(e.id()), decor.unite(), "SUIVI", le);
        evenements.evenement("enfant.cree", le, null, new EcritureEvenements.Cadre(decor.unite(), decor.ref(), List.of(Sujet.enfant(e.id()))), "naissance", "EXACTE");
        return sienne;
    }

    private Acte acte(GenreActe genre, LocalDate le, int rang, String... details) {
        Map<String, String> d = new LinkedHashMap<>();
        for (int i = 0; i < details.length; i += 2) {
            if (details[i + 1] != null) {
                d.put(details[i], details[i + 1]);
            }
        }
        Instant saisi = le.atTime(9, 10).atZone(decor.zone()).toInstant().plusSeconds(60L * rang);
        return MesureEnLot.acte(hasard.id(saisi.toEpochMilli()), genre, le, d, hasard.id(saisi.toEpochMilli()), saisi, decor.ref().id());
    }

    /** In an establishment, from the order to majority. */
    private void placement(JeunePrevu j, Famille famille, List<UUID> ouvertes, List<AutonomieEnLot.SejourDit> sejours, List<Confie> confies) {
        UUID enfant = famille.enfants().get(0).id();
        Profil.Produit produit = decor.profil().produits().stream().filter(p -> "ACCUEIL".equals(p.domaine()) && p.bases().contains("PLACEMENT_ASE")).findFirst().orElseThrow();
        String service = hasard.un(decor.services());
        LocalDate fin = j.age(18).isBefore(decor.ancre()) ? j.age(18) : null;
        LocalDate terme = j.entree.plusYears(2);
        List<Acte> actes = new ArrayList<>();
        actes.add(acte(GenreActe.DECISION, j.entree, 0, "origine", "ORDONNANCE", "cadre", "JUDICIAIRE", "base", "PLACEMENT_ASE", "produit", produit.code(), "accueil", "OUI", "urgence", "NON",
                "provisoire", "NON", "unite", decor.unite(), "exercice", "SERVICE", "autorite", "JUGE_ENFANTS", "juridiction", "Tribunal judiciaire fictif", "duree", "P2Y",
                "terme", terme.toString(), "accordAttendu", "NON"));
        actes.add(acte(GenreActe.ORDONNANCE, j.entree, 1));
        actes.add(acte(GenreActe.AFFECTATION, j.entree, 2, "service", service));
        actes.add(acte(GenreActe.DEMARRAGE, j.entree, 3));
        actes.add(acte(GenreActe.LIEU, j.entree, 4, "lieu", hasard.id(j.entree.toEpochDay() * 86_400_000L).toString(), "nature", "PRINCIPAL", "type", "ETABLISSEMENT", "lieuService", service));
        LocalDate jusqua = fin == null ? decor.ancre() : fin;
        LocalDate rapport = j.entree.plusDays(hasard.entre(300, 345));
        while (true) {
            LocalDate renouvele = terme.minusDays(10);
            if (rapport.isBefore(jusqua) && rapport.isBefore(renouvele)) {
                actes.add(acte(GenreActe.RAPPORT, rapport, 0, "nature", "SITUATION"));
                rapport = rapport.plusDays(hasard.entre(320, 350));
            } else if (renouvele.isBefore(jusqua) && terme.isBefore(j.age(18))) {
                terme = terme.plusYears(2).isAfter(j.age(18)) ? j.age(18) : terme.plusYears(2);
                actes.add(acte(GenreActe.RENOUVELLEMENT, renouvele, 0, "duree", "P2Y", "terme", terme.toString()));
            } else {
                break;
            }
        }
        if (fin != null) {
            actes.add(acte(GenreActe.FIN, fin, 5, "motif", "MAJORITE", "suite", j.accompagneDu != null && !j.revenu() ? "JEUNE_MAJEUR" : "AUCUNE"));
        }
        UUID id = hasard.id(j.entree.toEpochDay() * 86_400_000L);
        MesureEnLot lot = mesures.ecrire(id, decor.placement(), hasard.id(j.entree.toEpochDay() * 86_400_000L), actes, enfant, regards);
        mesures.referent(id, decor.referent(), j.entree, fin);
        mesures.lieu(id, fin, enfant, actes, lot);
        sejours(lot, "CONFIE", id, terme, false, sejours);
        if (lot.etat().ouverte()) {
            confies.add(new Confie(j, famille.enfants().get(0), famille.adultes().stream().map(Famille.AdulteFictif::id).toList(), id, lot));
            ouvertes.add(id);
        }
    }

    private void accompagner(JeunePrevu j, UUID enfant, UUID id, Profil.Produit produit, RecitJeune recit, List<UUID> ouvertes, List<AutonomieEnLot.SejourDit> sejours) {
        String base = produit.bases().get(0);
        LocalDate du = j.accompagneDu;
        LocalDate terme = RecitJeune.terme(j, du, 1);
        List<Acte> actes = new ArrayList<>();
        boolean accueil = decor.profil().baseLegale(base).map(Profil.BaseLegale::accueil).orElse(false);
        actes.add(acte(GenreActe.DECISION, du, 0, "origine", "DIRECTE", "cadre", "ADMINISTRATIF", "base", base, "produit", produit.code(), "accueil", accueil ? "OUI" : "NON", "urgence", "NON",
                "provisoire", "NON", "unite", decor.unite(), "exercice", "UNITE", "autorite", "PRESIDENT", "duree", "P1Y", "terme", terme.toString(),
                "accordAttendu", "NON"));
        actes.add(acte(GenreActe.DEMARRAGE, du, 1));
        for (Map.Entry<LocalDate, LocalDate> r : recit.renouvellements(du).entrySet()) {
            actes.add(acte(GenreActe.RENOUVELLEMENT, r.getKey(), 0, "duree", "P1Y", "terme", r.getValue().toString()));
            terme = r.getValue();
        }
        if (j.accompagneAu != null) {
            actes.add(acte(GenreActe.FIN, j.accompagneAu, 5, "motif", j.accompagneAu.equals(j.age(21)) ? "TERME" : "OBJECTIFS_ATTEINTS", "suite", "AUCUNE"));
        }
        MesureEnLot lot = mesures.ecrire(id, decor.accompagnement(), hasard.id(du.toEpochDay() * 86_400_000L), actes, enfant, regards);
        mesures.referent(id, decor.referent(), du, j.accompagneAu);
        sejours(lot, "MESURE", id, terme, true, sejours);
        if (lot.etat().ouverte()) {
            ouvertes.add(id);
        }
    }

    /** The stays are read from the periods, as the path itself reads them. */
    private static void sejours(MesureEnLot lot, String genre, UUID id, LocalDate terme, boolean majeur, List<AutonomieEnLot.SejourDit> sejours) {
        lot.periodes().getOrDefault(genre, List.of()).forEach(p -> p.forEach(s -> sejours.add(new AutonomieEnLot.SejourDit(s.debut(), s.fin(), majeur, s.uniteId(), id, terme))));
    }

    private void parcours(UUID enfant, RecitJeune recit, List<AutonomieEnLot.SejourDit> sejours, List<UUID> ouverts) {
        List<fr.jalon.autonomie.Acte> actes = recit.actes(decor.referent() == null ? decor.ref().id() : decor.referent().id(), decor.zone());
        AutonomieEnLot lot = AutonomieEnLot.de(actes, sejours, decor.profil().autonomie(), decor.ancre(), decor.zone(), () -> hasard.id(actes.get(0).saisiLe().toEpochMilli()));
        Instant ouverture = actes.get(0).saisiLe();
        UUID id = hasard.id(ouverture.toEpochMilli());
        List<Object> valeurs = new ArrayList<>(List.of(id, enfant, ouverture, 0));
        valeurs.addAll(lot.valeurs());
        copie.ligne(AUTONOMIE, valeurs.toArray());
        lot.faits().forEach(f -> fait(id, enfant, f));
        lot.reperes().forEach(r -> copie.ligne(REPERE, r.id(), id, r.code(), r.le(), r.etat(), r.faitLe()));
        lot.periodes().forEach(p -> periode(id, enfant, p));
        copie.ligne(EcritureFamille.REGARD, "AUTONOMIE", id, lot.unite(), "PILOTE", ouverture);
        if (lot.etat().ouvert()) {
            ouverts.add(id);
        } else {
            copie.ligne(INSTANCE, "demonstration-" + id, "AUTONOMIE", id, "autonomie", "1.0", false, ouverture);
            lot.echeances(decor.zone()).forEach(a -> echeance(id, enfant, lot.unite(), ouverture, a));
        }
    }

    private void fait(UUID id, UUID enfant, AutonomieEnLot.Fait f) {
        fr.jalon.autonomie.Acte a = f.acte();
        copie.ligne(EVENEMENT, a.evenementId(), a.genre().evenement(), a.le().atTime(12, 0).atZone(decor.zone()).toInstant(), a.le(), a.saisiLe(), f.unite(), a.saisiPar(), f.element(),
                EcritureMesure.json(f.dimensions()));
        copie.ligne(SUJET, a.evenementId(), "AUTONOMIE", id);
        copie.ligne(SUJET, a.evenementId(), "ENFANT", enfant);
        Map<String, String> motifs = a.avertissements();
        copie.ligne(ACTE, a.id(), id, a.genre().name(), a.le(), EcritureMesure.json(a.details()), EcritureMesure.json(motifs), a.evenementId(), a.saisiLe(), a.saisiPar());
        if (a.le().isAfter(decor.ancre().minusMonths(30))) {
            mots(a).forEach((code, texte) -> copie.ligne(MOT, a.id(), code, 0, texte));
        }
    }

    /** A few words, so that recent papers can be read. */
    private Map<String, String> mots(fr.jalon.autonomie.Acte a) {
        return switch (a.genre()) {
            case NOTIFICATION -> Map.of("condition.LOGEMENT", "Un essai en studio, puis une demande au foyer de jeunes travailleurs (fictif).", "condition.DEMARCHES",
                    "Rendez-vous accompagné à la CAF et à la CPAM (fictif).");
            case PERSONNE_REFERENCE -> Map.of("nom", hasard.un(Lexique.FEMMES) + " " + hasard.un(Lexique.NOMS));
            case ENTRETIEN -> "TENU".equals(a.details().get("issue")) ? Map.of("section.PAROLE", "« Je veux rester près de mes amis et finir ma formation. » (fictif)") : Map.of();
            default -> Map.of();
        };
    }

    private void periode(UUID sujet, UUID enfant, List<Periodes.Segment> segments) {
        UUID id = hasard.id(segments.get(0).debut().toEpochDay() * 86_400_000L);
        for (int n = 0; n < segments.size(); n++) {
            Periodes.Segment s = segments.get(n);
            copie.ligne(PERIODE, n == 0 ? id : hasard.id(s.debut().toEpochDay() * 86_400_000L), id, n, "AUTONOMIE", "AUTONOMIE", sujet, enfant, s.uniteId(), EcritureMesure.json(s.dimensions()), s.debut(),
                    s.fin());
        }
    }

    /** Set on the day the path opened, or on that of what it comes from when later; all are met. */
    private void echeance(UUID sujet, UUID enfant, String unite, Instant ouverture, Attendue a) {
        EcritureEvenements.Cadre cadre = new EcritureEvenements.Cadre(unite, null, List.of(Sujet.autonomie(sujet), Sujet.enfant(enfant)));
        Instant origine = a.origine().jour().atTime(9, 0).atZone(decor.zone()).toInstant();
        EcritureEcheances.Posee p = echeances.poserAuJour(a.regle(), Sujet.autonomie(sujet), a.objet(), a.origine().jour(), origine.isAfter(ouverture) ? origine : ouverture, cadre);
        if (a.satisfaiteLe() != null) {
            echeances.satisfaire(p, a.satisfaiteLe(), a.satisfaiteLe(), cadre);
        }
    }
}
