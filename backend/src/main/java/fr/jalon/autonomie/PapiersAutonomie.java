package fr.jalon.autonomie;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Journal;
import fr.jalon.acces.RegardDonnees;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.autonomie.papiers.PapiersDuJeune;
import fr.jalon.autonomie.papiers.PapiersDuJeune.Condition;
import fr.jalon.autonomie.papiers.PapiersDuJeune.DateDite;
import fr.jalon.autonomie.papiers.PapiersDuJeune.Destinataire;
import fr.jalon.autonomie.papiers.PapiersDuJeune.Emetteur;
import fr.jalon.autonomie.papiers.PapiersDuJeune.EtapeDite;
import fr.jalon.autonomie.papiers.PapiersDuJeune.PersonneDite;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.courrier.Impression;
import fr.jalon.courrier.Imprime;
import fr.jalon.departement.Departement;
import fr.jalon.departement.ReglagesAutonomie;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Enfant;
import fr.jalon.dossier.NomEnfant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is handed to the young person on paper. The invitation and the notification say what their act says, and are the same file each time
 * they are printed; the page says where things stand today. Each is an opening of the file.
 */
@Service
public class PapiersAutonomie {

    /** A paper, and the name it is kept under: no name of a person in it. */
    public record PapierImprime(String nom, byte[] octets) {
    }

    private final Autonomies autonomies;
    private final ActesAutonomie suivi;
    private final ActesAutonomieEnBase actes;
    private final CalendrierAutonomie calendrier;
    private final Impression impression;
    private final Dossiers dossiers;
    private final Departement departement;
    private final Utilisateurs utilisateurs;
    private final Acces acces;
    private final Journal journal;
    private final Horloge horloge;
    private final JdbcClient jdbc;
    private final RegardDonnees regard;

    PapiersAutonomie(Autonomies autonomies, ActesAutonomie suivi, ActesAutonomieEnBase actes, CalendrierAutonomie calendrier, Impression impression,
            Dossiers dossiers, Departement departement, Utilisateurs utilisateurs, Acces acces, Journal journal, Horloge horloge, JdbcClient jdbc,
            RegardDonnees regard) {
        this.regard = regard;
        this.autonomies = autonomies;
        this.suivi = suivi;
        this.actes = actes;
        this.calendrier = calendrier;
        this.impression = impression;
        this.dossiers = dossiers;
        this.departement = departement;
        this.utilisateurs = utilisateurs;
        this.acces = acces;
        this.journal = journal;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    private record Lu(Autonomie a, Situation s, Enfant enfant, Map<UUID, Map<String, List<String>>> ecrits, Emetteur de, Destinataire vers) {

        String mot(Acte acte, String code) {
            return mots(acte, code).stream().findFirst().orElse(null);
        }

        List<String> mots(Acte acte, String code) {
            return ecrits.getOrDefault(acte.id(), Map.of()).getOrDefault(code, List.of());
        }
    }

    private Lu lire(UUID id) {
        acces.exigerVue(Sujet.autonomie(id));
        Autonomie a = autonomies.findById(id).orElseThrow(Introuvable::new);
        journal.ouverture(Sujet.autonomie(id));
        NomEnfant nom = dossiers.nomsDe(List.of(a.enfantId())).get(a.enfantId());
        String unite = departement.noms().getOrDefault(a.uniteId(), a.uniteId());
        return new Lu(a, suivi.situation(a), dossiers.enfant(a.enfantId()), actes.mots(List.of(id)),
                new Emetteur(departement.profil().nom(), unite, departement.profil().mot("unites")),
                new Destinataire(nom == null ? "" : nom.affiche(), List.of()));
    }

    /** @param grand in large print */
    @Transactional
    public PapierImprime invitation(UUID id, boolean grand) {
        Lu l = lire(id);
        Acte acte = dernier(l.s(), GenreActe.INVITATION).orElseThrow(() -> Refus.global("Préparez d’abord l’invitation\u00a0: la lettre dit ce qu’elle dit."));
        List<String> invites = new ArrayList<>(codes(acte).filter(c -> !"REFERENT".equals(c))
                .map(c -> departement.profil().libelle("professionnels-entretien", c)).toList());
        invites.addAll(l.mots(acte, "nom"));
        String heure = acte.d("heure");
        boolean fait = l.s().entretienIssue != null && !"NON_TENU".equals(l.s().entretienIssue) && l.s().entretienLe.isBefore(acte.le());
        return imprimer("invitation", grand, PapiersDuJeune.invitation(l.de(), l.vers(), new PapiersDuJeune.Invitation(acte.le(),
                departement.profil().mot("entretien-17"), acte.jour("rendezVousLe"), heure == null ? null : LocalTime.parse(heure),
                Optional.ofNullable(l.mot(acte, "lieu")).orElse(l.de().unite()), null, invites, l.mot(acte, "personneConfiance"), referent(l.a()),
                l.s().tardive, l.s().dixSept, fait), acte.saisiLe()));
    }

    @Transactional
    public PapierImprime notification(UUID id, boolean grand) {
        Lu l = lire(id);
        Acte acte = dernier(l.s(), GenreActe.NOTIFICATION).orElseThrow(() -> Refus.global("Les conditions d’accompagnement ne sont pas encore notifiées."));
        // The letter is the young person's whole: printed by whoever reads what it says of their health, or not at all.
        departement.profil().autonomie().demarches().stream().filter(d -> !l.mots(acte, "condition." + d.code()).isEmpty())
                .forEach(d -> regard.exiger(regard.deLaRubrique(d.code()), Sujet.autonomie(id)));
        List<Condition> conditions = new ArrayList<>();
        departement.profil().autonomie().demarches().forEach(d -> l.mots(acte, "condition." + d.code())
                .forEach(texte -> conditions.add(new Condition(d.libelle(), texte))));
        return imprimer("notification", grand, PapiersDuJeune.notification(l.de(), l.vers(), new PapiersDuJeune.Notification(acte.le(),
                departement.profil().mot("entretien-17"), l.s().entretienLe, "DECLINE".equals(l.s().entretienIssue), conditions, acte.texte(),
                signataire(acte), null, departement.profil().autonomie().recours(),
                departement.profil().libelle("moyens-notification", acte.d("moyen"))), acte.saisiLe()));
    }

    @Transactional
    public PapierImprime page(UUID id, boolean grand) {
        Lu l = lire(id);
        Situation s = l.s();
        ReglagesAutonomie reglages = departement.profil().autonomie();
        LocalDate aujourdhui = horloge.aujourdhui();
        boolean majeur = !s.minoriteEnCours();
        List<ReglagesAutonomie.Droit> droits = reglages.droits().stream().filter(d -> concerne(d.concerne(), s))
                .filter(d -> !majeur || d.majeur() || "DOSSIER".equals(d.code()) || "CONFIANCE".equals(d.code()))
                .sorted(Comparator.comparing((ReglagesAutonomie.Droit d) -> majeur != d.majeur())).toList();
        List<EtapeDite> etapes = calendrier.de(id).stream().filter(r -> List.of("A_VENIR", "A_FAIRE", "FAIT").contains(r.etat()))
                .map(r -> new EtapeDite(calendrier.libelle(r.code()), r.le(), r.faitLe())).toList();
        return imprimer("page", grand, PapiersDuJeune.page(l.de(), l.vers(), new PapiersDuJeune.PageJeune(aujourdhui, ne(l.enfant()), s.naissance, majeur,
                dates(s, aujourdhui), personnes(l), etapes, droits, reglages.contacts()), horloge.maintenant()));
    }

    private static boolean concerne(String pour, Situation s) {
        return "TOUS".equals(pour) || "MNA".equals(pour) && s.mna || "MDPH".equals(pour) && s.mdph;
    }

    private static String ne(Enfant enfant) {
        return switch (enfant.sexe()) {
            case FILLE -> "née";
            case GARCON -> "né";
            default -> "né(e)";
        };
    }

    private List<DateDite> dates(Situation s, LocalDate aujourdhui) {
        List<DateDite> dates = new ArrayList<>();
        boolean fait = s.entretienIssue != null && !"NON_TENU".equals(s.entretienIssue);
        if (s.rendezVousLe != null && !fait && !s.rendezVousLe.isBefore(aujourdhui)) {
            String heure = dernier(s, GenreActe.INVITATION).map(a -> a.d("heure")).orElse(null);
            dates.add(new DateDite("mon " + departement.profil().mot("entretien-17"), s.rendezVousLe, heure == null ? null : "à " + heure.replace(":", "\u00a0h\u00a0")));
        }
        if (fait) {
            dates.add(new DateDite("DECLINE".equals(s.entretienIssue) ? "j’ai dit non à l’entretien, je peux changer d’avis" : "mon " + departement.profil().mot("entretien-17"), s.entretienLe, null));
        }
        Stream.of(new DateDite("j’ai 17 ans", s.dixSept, null), new DateDite("j’ai 18 ans", s.dixHuit, null),
                new DateDite("j’ai 21 ans", s.vingtEtUn, "jusque-là, je peux demander de l’aide")).filter(d -> d.le().isAfter(aujourdhui)).forEach(dates::add);
        if (s.jeuneMajeur && s.terme != null) {
            dates.add(new DateDite("fin de mon accompagnement, si rien n’est décidé d’autre", s.terme, null));
        }
        if (s.sixMoisLe() != null && s.sixMoisFaitLe == null) {
            dates.add(new DateDite("mon rendez-vous six mois après mon départ", s.sixMoisLe(), "au plus tard"));
        }
        dates.sort(Comparator.comparing(DateDite::le));
        return dates;
    }

    private List<PersonneDite> personnes(Lu l) {
        List<PersonneDite> personnes = new ArrayList<>();
        String referent = referent(l.a());
        if (referent != null) {
            personnes.add(new PersonneDite("mon référent", referent, l.de().unite()));
        }
        dernier(l.s(), GenreActe.INVITATION).map(a -> l.mot(a, "personneConfiance")).ifPresent(nom -> personnes.add(
                new PersonneDite("ma personne de confiance", nom, dernier(l.s(), GenreActe.INVITATION).map(a -> l.mot(a, "lienPersonneConfiance")).orElse(null))));
        dernier(l.s(), GenreActe.PERSONNE_REFERENCE).filter(a -> a.oui("choisie")).ifPresent(a -> personnes.add(
                new PersonneDite("ma personne de référence", l.mot(a, "nom"), Stream.of(l.mot(a, "lien"), l.mot(a, "telephone")).filter(x -> x != null)
                        .reduce((x, y) -> x + ", " + y).orElse(null))));
        return personnes;
    }

    private static Optional<Acte> dernier(Situation s, GenreActe genre) {
        return s.actes().stream().filter(a -> a.genre() == genre).max(Acte.SAISIE);
    }

    private static Stream<String> codes(Acte acte) {
        return acte.d("professionnels") == null ? Stream.empty() : Arrays.stream(acte.d("professionnels").split(","));
    }

    private String signataire(Acte acte) {
        return acte.saisiPar() == null ? null : utilisateurs.parId(acte.saisiPar()).map(p -> p.fonction() == null ? p.nomAffiche() : p.nomAffiche() + ", " + p.fonction()).orElse(null);
    }

    /** The referent of the child's path on the measure that holds now, or null. */
    private String referent(Autonomie a) {
        UUID[] identites = dossiers.identites(a.enfantId()).toArray(UUID[]::new);
        return jdbc.sql("""
                select r.utilisateur_id, r.nom from mesure_referent r join mesure m on m.id = r.mesure_id
                where m.enfant_id = any(:enfants) and m.etat in ('EXERCEE', 'SUSPENDUE', 'ATTENTE_EXERCICE') and r.genre = 'PARCOURS' and r.au is null
                order by r.du desc limit 1""").param("enfants", identites).query((l, n) -> {
                    UUID personne = l.getObject(1, UUID.class);
                    return personne == null ? l.getString(2) : utilisateurs.parId(personne).map(Utilisateurs.Personne::nomAffiche).orElse(l.getString(2));
                }).optional().orElse(null);
    }

    private PapierImprime imprimer(String nom, boolean grand, Imprime imprime) {
        return new PapierImprime(nom + (grand ? "-grands-caracteres" : "") + ".pdf", impression.imprimer(grand ? imprime.enGrand() : imprime));
    }

}
