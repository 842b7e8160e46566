package fr.jalon.echeance;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Mission;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.courrier.Courriels;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;
import fr.jalon.processus.Modeles;
import fr.jalon.tache.TachesOuvertes;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells one alert: a line for the person and the team whose step it is, an event, and a mail without personal data. */
@Component
class Rappels {

    private final TachesOuvertes taches;
    private final Utilisateurs utilisateurs;
    private final Evenements evenements;
    private final Courriels courriels;
    private final Modeles modeles;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    Rappels(TachesOuvertes taches, Utilisateurs utilisateurs, Evenements evenements, Courriels courriels, Modeles modeles,
            Horloge horloge, JdbcClient jdbc) {
        this.taches = taches;
        this.utilisateurs = utilisateurs;
        this.evenements = evenements;
        this.courriels = courriels;
        this.modeles = modeles;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    /** Steps that wait on a file. */
    Set<String> etapes(Sujet sujet) {
        return taches.de(sujet).stream().map(TachesOuvertes.TacheOuverte::etape).collect(Collectors.toSet());
    }

    void dire(Alerte alerte, Instant maintenant) {
        Optional<TachesOuvertes.TacheOuverte> tache = tache(alerte);
        boolean depasse = alerte.apresTerme(horloge.zone());
        boolean supervision = depasse && alerte.regle().destinataires().contains("SUPERVISION");
        UUID id = jdbc.sql("""
                update rappel set dit = true, supervision = :supervision, reference = :reference, etape = :etape, mission = :mission,
                    unite_id = coalesce(:unite, (select unite_id from echeance where id = :echeance)), titulaire_id = :titulaire
                where echeance_id = :echeance and date_legale = :date and code = :code returning id""")
                .param("supervision", supervision).param("reference", tache.map(TachesOuvertes.TacheOuverte::reference).orElse(null))
                .param("etape", tache.map(TachesOuvertes.TacheOuverte::etape).orElse(null))
                // Nothing waits any more (the file is closed and somebody asks what followed): those who inform people are told.
                .param("mission", tache.map(TachesOuvertes.TacheOuverte::mission).orElse(Mission.INFORMATION.code()))
                .param("unite", tache.map(TachesOuvertes.TacheOuverte::unite).orElse(null))
                .param("titulaire", tache.map(TachesOuvertes.TacheOuverte::titulaire).orElse(null), java.sql.Types.OTHER)
                .param("echeance", alerte.echeance().id()).param("date", alerte.echeance().dateLegale()).param("code", alerte.code())
                .query(UUID.class).single();
        evenement(alerte, tache.orElse(null), depasse, maintenant);
        tache.ifPresent(t -> destinataires(t, alerte.regle(), supervision).forEach(qui -> courriels.deposer("rappel/" + id + "/" + qui, qui,
                "rappel", Map.of("reference", t.reference(), "etape", modeles.libelle(t.cle(), t.etape()),
                        "chemin", chemin(alerte.echeance().sujet()), "depasse", depasse ? "OUI" : "NON"))));
    }

    /** The step the due date governs, or the one whose people are told of it; failing that, whatever waits on the file. */
    private Optional<TachesOuvertes.TacheOuverte> tache(Alerte alerte) {
        List<TachesOuvertes.TacheOuverte> ouvertes = taches.de(alerte.echeance().sujet());
        return ouvertes.stream().min(Comparator.comparing((TachesOuvertes.TacheOuverte t) -> !alerte.echeance().etapes().contains(t.etape()))
                .thenComparing(t -> !t.etape().equals(alerte.regle().etapeRappel())));
    }

    /** Who holds the step; its team when nobody does; the supervisors of the unit too once the date is passed. */
    private Set<UUID> destinataires(TachesOuvertes.TacheOuverte t, Regle regle, boolean supervision) {
        Set<UUID> qui = new LinkedHashSet<>();
        if (t.titulaire() != null && regle.destinataires().contains("TITULAIRE")) {
            qui.add(t.titulaire());
        } else if (regle.destinataires().contains("EQUIPE")) {
            utilisateurs.tenant(Mission.deCode(t.mission()), t.unite()).forEach(p -> qui.add(p.id()));
        }
        if (supervision) {
            utilisateurs.tenant(Mission.SUPERVISION, t.unite()).forEach(p -> qui.add(p.id()));
        }
        return qui;
    }

    private void evenement(Alerte alerte, TachesOuvertes.TacheOuverte tache, boolean depasse, Instant maintenant) {
        Echeance e = alerte.echeance();
        NouvelEvenement evenement = NouvelEvenement.de("rappel.emis").survenu(maintenant).sujet(e.sujet())
                .dimension("echeance", e.id()).dimension("genre", e.genre()).dimension("regle", e.regle())
                .dimension("dateLegale", e.dateLegale()).dimension("rappel", alerte.code()).dimension("depasse", depasse ? "OUI" : "NON");
        if (e.objet() != null) {
            evenement.sujet(e.objet());
        }
        if (tache != null) {
            evenement.unite(tache.unite()).element(tache.etape());
        }
        evenements.ajouter(evenement);
    }

    /** Where the mail leads: the page of the file, by its id alone. */
    static String chemin(Sujet sujet) {
        return switch (sujet.type()) {
            case INFORMATION -> "/informations/";
            case MESURE -> "/mesures/";
            case ENFANT -> "/enfants/";
            default -> "/ip/";
        } + sujet.id();
    }
}
