package fr.jalon.projet.redaction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import fr.jalon.projet.redaction.ContenuProjet.ActionDite;
import fr.jalon.projet.redaction.ContenuProjet.EnfantDit;
import fr.jalon.projet.redaction.ContenuProjet.FoyerDit;
import fr.jalon.projet.redaction.ContenuProjet.MesureDite;
import fr.jalon.projet.redaction.ContenuProjet.ObjectifDit;
import fr.jalon.projet.redaction.ContenuProjet.PartieDite;
import fr.jalon.projet.redaction.ContenuProjet.PersonneDite;
import fr.jalon.projet.redaction.ContenuProjet.RencontreDite;
import fr.jalon.projet.redaction.ContenuProjet.Tete;
import fr.jalon.projet.redaction.ContenuProjet.TitulaireDit;

/** An invented projet: two parents apart, the mother's address withheld. */
final class ContenuEssai {

    static final UUID MERE = UUID.fromString("00000000-0000-4000-8000-000000000001");
    static final UUID PERE = UUID.fromString("00000000-0000-4000-8000-000000000002");
    static final UUID FOYER_MERE = UUID.fromString("00000000-0000-4000-8000-000000000003");
    static final UUID FOYER_PERE = UUID.fromString("00000000-0000-4000-8000-000000000004");
    static final UUID RENCONTRE = UUID.fromString("00000000-0000-4000-8000-000000000005");
    static final UUID AVIS_PERE = UUID.fromString("00000000-0000-4000-8000-000000000006");
    static final UUID OBJECTIF = UUID.fromString("00000000-0000-4000-8000-000000000007");

    private ContenuEssai() {
    }

    static ContenuProjet courant() {
        return contenu(1, "Lina vit chez sa mère depuis l’été. Les disputes entre adultes lui font peur. L’aide éducative doit permettre à chacun de ses parents d’être présent sans "
                + "que l’autre ait à le craindre.");
    }

    static ContenuProjet contenu(int fois, String situation) {
        List<PartieDite> parties = new ArrayList<>();
        parties.add(partie("situation", "Ce qui amène ce projet", "CORPS", "PARCOURS", "CDAS Redon", situation.repeat(fois)));
        parties.add(partie("lieu-de-vie", "Où vit l’enfant et avec qui", "CORPS", "PARCOURS", "CDAS Redon",
                "Lina vit chez sa mère (12, allée des Érables, 06 12 34 56 78). Elle voit son père un samedi sur deux à l’espace rencontre."));
        parties.add(partie("appuis", "Ce sur quoi on peut s’appuyer", "CORPS", "PARCOURS", "CDAS Redon",
                "Lina aime l’école et la natation.\nSes deux parents veulent qu’elle y continue."));
        parties.add(partie("fratrie", "Frères et sœurs", "CORPS", "PARCOURS", "CDAS Redon", "Son demi-frère Noé vit chez leur père ; ils se voient le samedi."));
        parties.add(partie("service", "Ce que propose le service", "CORPS", "svc-apase", "APASE", "Une visite par semaine, le mercredi, et un appel le vendredi."));
        parties.add(partie("actes-usuels", "Actes usuels", "ANNEXE", "PARCOURS", "CDAS Redon", "Voyager hors de France : en référer.\nChanger d’école : en référer."));
        parties.add(partie("sante", "Santé", "ANNEXE", "PARCOURS", "CDAS Redon", ("Vaccinations à jour. Suivi orthophonique le mardi. ").repeat(fois)));
        parties.add(partie("mots-enfant", "La page de l’enfant", "ENFANT", "PARCOURS", "CDAS Redon",
                "Tu vis chez ta maman.\nTu vois ton papa le samedi.\nUne éducatrice vient te voir le mercredi."));
        return new ContenuProjet(ContenuProjet.FORMAT, "ppe-1",
                new Tete("Ille-et-Vilaine", "PPEF", "projet pour l’enfant et sa famille", "PPEF-2026-0012", 1, "CDAS Redon", "Anne Leroy", LocalDate.of(2026, 1, 5), null,
                        LocalDate.of(2026, 3, 1), "Yves Martin", "Responsable enfance famille", "DEL-2026-04", LocalDate.of(2027, 3, 1)),
                new EnfantDit(UUID.fromString("00000000-0000-4000-8000-00000000000a"), "Lina Morel", "Lina", LocalDate.of(2017, 6, 9), "8 ans", false),
                List.of(new TitulaireDit(MERE, "Sarah Morel", "mère", "exercice conjoint"), new TitulaireDit(PERE, "Marc Duval", "père", "exercice conjoint")),
                List.of(new FoyerDit(FOYER_MERE, "Chez sa mère", "12 allée des Érables", "35600 Redon", "0612345678", true, true, List.of(MERE)),
                        new FoyerDit(FOYER_PERE, "Chez son père", "3 rue du Port", "35400 Saint-Malo", null, false, false, List.of(PERE))),
                List.of(new MesureDite(UUID.fromString("00000000-0000-4000-8000-00000000000b"), "MES-2026-0101", "Mesure éducative personnalisée", "administrative",
                        LocalDate.of(2026, 1, 5), LocalDate.of(2027, 1, 4), "APASE")),
                List.of(new RencontreDite(RENCONTRE, LocalDate.of(2026, 2, 12), List.of(
                        new PersonneDite(UUID.fromString("00000000-0000-4000-8000-00000000000c"), MERE, "Sarah Morel", "mère", "présente", "Elle est d’accord pour les visites du mercredi."),
                        new PersonneDite(AVIS_PERE, PERE, "Marc Duval", "père", "présent", "Il demande que Lina dorme chez lui un week-end sur deux."),
                        new PersonneDite(UUID.fromString("00000000-0000-4000-8000-00000000000d"), null, "Julie Petit", "APASE", "présente", null)),
                        "J’aime bien quand papa vient à la piscine. Je ne veux plus entendre crier.", "Chacun a pu parler. Le calendrier du samedi est gardé.",
                        "Le père n’est pas d’accord avec l’espace rencontre. La mère ne souhaite pas de nuits chez le père pour le moment.")),
                List.of(), parties,
                List.of(new ObjectifDit(OBJECTIF, "relations", "Relations avec la famille et les proches", "Être rassurée quand ses parents se croisent.",
                                "Que Lina passe d’un parent à l’autre sans dispute", null, List.of(
                                        new ActionDite(UUID.fromString("00000000-0000-4000-8000-00000000000e"), "ENFANT", "auprès de l’enfant", "Parler avec Lina après chaque samedi", "Julie Petit (APASE)", LocalDate.of(2026, 3, 4), null, "six mois", LocalDate.of(2026, 9, 4), null),
                                        new ActionDite(UUID.fromString("00000000-0000-4000-8000-00000000000f"), "TITULAIRES", "auprès des parents", "Médiation familiale", null, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 7, 1), null, null, null))),
                        new ObjectifDit(UUID.fromString("00000000-0000-4000-8000-000000000010"), "scolarite", "Scolarité et vie sociale", null, "Continuer la natation", null,
                                List.of(new ActionDite(UUID.fromString("00000000-0000-4000-8000-000000000011"), "ENVIRONNEMENT", "auprès de l’entourage", "Inscription au club", "Sa mère", null, null, null, LocalDate.of(2026, 9, 1), null)))));
    }

    private static PartieDite partie(String code, String titre, String place, String contributeur, String signe, String texte) {
        return new PartieDite(code, titre, place, contributeur, signe, texte);
    }
}
