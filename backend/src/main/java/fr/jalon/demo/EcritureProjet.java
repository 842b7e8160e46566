package fr.jalon.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.evenement.Periodes;
import fr.jalon.projet.GenreActeProjet;
import fr.jalon.projet.ProjetEnLot;

/** The rows of a synthetic projet: those its acts leave, by the code the acts themselves go through, and versions that say they are invented. */
final class EcritureProjet {

    private static final String PROJET = "projet(id, numero, enfant_id, saisi_le, version, version_id, " + ProjetEnLot.COLONNES + ")";
    private static final String ACTE = "projet_acte(id, projet_id, genre, le, automatique, details, evenement_id, saisi_le, saisi_par)";
    private static final String VERSION = "projet_version(id, projet_id, numero, modele, etat, ouverte_le, motif, etablie_le, remise_le, signataire_id, "
            + "delegation_id, contenu, empreinte)";
    private static final String PARTIE = "projet_partie(id, version_id, code, contributeur, texte, modifie_le, modifie_par)";
    private static final String OBJECTIF = "projet_objectif(id, version_id, lignee, rang, domaine, besoin, objectif)";
    private static final String ACTION = "projet_action(id, version_id, objectif_id, lignee, rang, aupres, libelle, utilisateur_id, qui, debut, echeance, faite_le)";
    private static final String RENCONTRE = "projet_rencontre(id, projet_id, prevue_le, tenue_le, statut, motif)";
    private static final String PERSONNE = "projet_rencontre_personne(id, rencontre_id, qualite, adulte_id, nom, presence)";
    private static final String REMISE = "projet_remise(id, version_id, destinataire, moyen, le, acte_id)";
    private static final String EVENEMENT = "evenement(id, type, survenu_le, jour, enregistre_le, unite_id, auteur_id, element, dimensions)";
    private static final String SUJET = "evenement_sujet(evenement_id, sujet_type, sujet_id)";
    private static final String PERIODE = "periode(version_id, periode_id, segment, genre, sujet_type, sujet_id, enfant_id, unite_id, dimensions, debut, fin)";
    private static final String INSTANCE = "processus_instance(instance_id, sujet_type, sujet_id, cle, version, actif, ouvert_le)";

    static final List<String> DOMAINES = List.of("developpement", "relations", "scolarite");
    private static final List<String> DITS = List.of("Développement et santé", "Relations avec la famille et les proches", "Scolarité et vie sociale");
    private static final List<List<String>> OBJECTIFS = List.of(List.of("Retrouver un sommeil régulier", "Reprendre le suivi de santé"),
            List.of("Apaiser les passages d’un foyer à l’autre", "Maintenir les liens entre frères et sœurs"),
            List.of("Revenir à l’école chaque jour", "Trouver une activité avec d’autres enfants"));
    private static final List<List<String>> ACTIONS = List.of(List.of("Prendre rendez-vous au centre médico-psychologique", "Faire le bilan de santé"),
            List.of("Accompagner une rencontre par quinzaine", "Écrire ensemble le calendrier des week-ends"),
            List.of("Rencontrer l’équipe éducative", "S’inscrire au club du quartier"));

    /** What the projet of a child needs of the family. */
    record Famille(UUID enfant, String prenom, String affiche, LocalDate neLe, List<UUID> adultes, String adulte) {
    }

    private final Copie copie;
    private final Hasard hasard;
    private final ZoneId zone;
    private final ObjectMapper json;
    private final String versionModele;
    private final String mot;

    EcritureProjet(Copie copie, Hasard hasard, ZoneId zone, ObjectMapper json, String versionModele, String mot) {
        this.copie = copie;
        this.hasard = hasard;
        this.zone = zone;
        this.json = json;
        this.versionModele = versionModele;
        this.mot = mot;
    }

    static void annoncer(Copie copie) {
        copie.annoncer(PROJET, EVENEMENT, SUJET, ACTE, VERSION, PARTIE, OBJECTIF, ACTION, RENCONTRE, PERSONNE, REMISE, PERIODE, INSTANCE);
    }

    /** @return whether it is open now */
    boolean ecrire(UUID id, String numero, ProjetEnLot lot, Famille famille, Personnel.Agent signataire, Personnel.Agent referent, String unite) {
        List<UUID> versions = versions(id, numero, lot, famille, signataire, referent, unite);
        List<Object> valeurs = new ArrayList<>(List.of(id, numero, famille.enfant(), lot.faits().get(0).acte().saisiLe(), 0));
        valeurs.add(courante(lot, versions));
        lot.valeurs().forEach(v -> valeurs.add(v instanceof String[] t ? List.of(t) : v));
        copie.ligne(PROJET, valeurs.toArray());
        lot.faits().forEach(f -> fait(id, famille, f, versions, lot));
        lot.periodes().forEach((genre, periodes) -> periodes.forEach(p -> periode(genre, id, famille.enfant(), p)));
        if (!lot.etat().ouvert()) {
            copie.ligne(INSTANCE, "demonstration-" + id, "PROJET", id, "projet-pour-enfant", versionModele, false, lot.faits().get(0).acte().saisiLe());
        }
        return lot.etat().ouvert();
    }

    private static UUID courante(ProjetEnLot lot, List<UUID> versions) {
        if (versions.isEmpty()) {
            return null;
        }
        int derniere = versions.size() - 1;
        boolean ecrite = lot.versions().get(derniere)[1] == null;
        return ecrite && !lot.etat().enEcriture() && derniere > 0 ? versions.get(derniere - 1) : versions.get(derniere);
    }

    private List<UUID> versions(UUID projet, String numero, ProjetEnLot lot, Famille famille, Personnel.Agent signataire, Personnel.Agent referent,
            String unite) {
        List<LocalDate[]> jours = lot.versions();
        List<String> motifs = lot.motifsDesVersions();
        List<UUID> ids = new ArrayList<>();
        boolean ouvert = lot.etat().ouvert();
        for (int n = 0; n < jours.size(); n++) {
            LocalDate[] j = jours.get(n);
            UUID id = hasard.id(j[0].toEpochDay() * 86_400_000L);
            ids.add(id);
            boolean vivante = ouvert && n >= jours.size() - 2;
            List<Map<String, Object>> dits = objectifs(id, j, vivante, referent, famille.enfant());
            copie.ligne(VERSION, id, projet, n + 1, "ppe-1", j[1] == null ? "EN_COURS" : j[2] == null ? "ETABLIE" : "REMISE", j[0], motifs.get(n), j[1], j[2],
                    j[1] == null ? null : signataire.id(), j[1] == null ? null : Personnel.idDelegation(signataire),
                    j[1] == null ? null : contenu(numero, n + 1, lot, famille, j, signataire, unite, dits), j[1] == null ? null : "");
            if (vivante) {
                copie.ligne(PARTIE, hasard.id(j[0].toEpochDay() * 86_400_000L), id, "situation", "PARCOURS", "Texte fictif de démonstration.",
                        j[0].atTime(10, 0).atZone(zone).toInstant(), referent == null ? null : referent.id());
            }
        }
        return ids;
    }

    static UUID lignee(UUID enfant, int domaine) {
        return Hasard.de(0, "ligne-de-projet", enfant, domaine).id(0);
    }

    /** Lines go on from version to version: their ids follow from the child. */
    private List<Map<String, Object>> objectifs(UUID version, LocalDate[] jours, boolean vivante, Personnel.Agent referent, UUID enfant) {
        List<Map<String, Object>> dits = new ArrayList<>();
        for (int d = 0; d < DOMAINES.size(); d++) {
            Hasard h = Hasard.de(0, "ligne-de-projet", enfant, d);
            UUID lignee = h.id(0);
            String objectif = h.un(OBJECTIFS.get(d));
            UUID ligneeAction = h.id(0);
            String action = h.un(ACTIONS.get(d));
            boolean aFaire = vivante && h.chance(0.07);
            LocalDate debut = jours[0];
            LocalDate faite = aFaire || jours[1] == null ? null : jours[1];
            Map<String, Object> a = new LinkedHashMap<>();
            a.put("lignee", ligneeAction);
            a.put("aupres", "ENFANT");
            a.put("aupresLibelle", "auprès de l’enfant");
            a.put("libelle", action);
            a.put("qui", "Référent de parcours");
            a.put("debut", debut.toString());
            Map<String, Object> o = new LinkedHashMap<>();
            o.put("lignee", lignee);
            o.put("domaine", DOMAINES.get(d));
            o.put("domaineLibelle", DITS.get(d));
            o.put("besoin", "Besoin fictif de démonstration.");
            o.put("objectif", objectif);
            o.put("actions", List.of(a));
            dits.add(o);
            if (vivante) {
                UUID id = hasard.id(jours[0].toEpochDay() * 86_400_000L);
                copie.ligne(OBJECTIF, id, version, lignee, d, DOMAINES.get(d), "Besoin fictif de démonstration.", objectif);
                copie.ligne(ACTION, hasard.id(jours[0].toEpochDay() * 86_400_000L), version, id, ligneeAction, d, "ENFANT", action,
                        referent == null ? null : referent.id(), referent == null ? "Référent de parcours" : null, debut,
                        aFaire ? debut.plusDays(h.entre(90, 300)) : null, faite);
            }
        }
        return dits;
    }

    private String contenu(String numero, int version, ProjetEnLot lot, Famille famille, LocalDate[] jours, Personnel.Agent signataire, String unite,
            List<Map<String, Object>> objectifs) {
        Map<String, Object> tete = new LinkedHashMap<>();
        tete.put("departement", "Département fictif");
        tete.put("sigle", mot);
        tete.put("intitule", "projet pour l’enfant");
        tete.put("numero", numero);
        tete.put("version", version);
        tete.put("unite", unite);
        tete.put("ouvertLe", lot.ouvertLe().toString());
        tete.put("etabliLe", jours[1].toString());
        tete.put("signataire", signataire.prenom() + " " + signataire.nom());
        tete.put("delegation", "Arrêté fictif");
        Map<String, Object> enfant = new LinkedHashMap<>();
        enfant.put("id", famille.enfant());
        enfant.put("affiche", famille.affiche());
        enfant.put("prenom", famille.prenom());
        enfant.put("naissance", famille.neLe().toString());
        enfant.put("age", java.time.Period.between(famille.neLe(), jours[1]).getYears() + "\u00a0ans");
        enfant.put("moinsDeDeuxAns", famille.neLe().plusYears(2).isAfter(jours[1]));
        Map<String, Object> contenu = new LinkedHashMap<>();
        contenu.put("format", 1);
        contenu.put("modele", "ppe-1");
        contenu.put("tete", tete);
        contenu.put("enfant", enfant);
        for (String vide : List.of("titulaires", "foyers", "mesures", "rencontres", "avis")) {
            contenu.put(vide, List.of());
        }
        contenu.put("parties", List.of(Map.of("code", "situation", "titre", "Ce qui amène ce projet", "place", "CORPS", "contributeur", "PARCOURS", "signe", unite,
                "texte", "Texte fictif de démonstration.")));
        contenu.put("objectifs", objectifs);
        try {
            return json.writeValueAsString(contenu);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void fait(UUID projet, Famille famille, ProjetEnLot.Fait f, List<UUID> versions, ProjetEnLot lot) {
        var a = f.acte();
        Map<String, String> details = new LinkedHashMap<>(a.details());
        UUID version = version(a.genre(), a.le(), versions, lot);
        if (version != null) {
            details.put("version", version.toString());
        }
        Instant saisi = a.saisiLe();
        copie.ligne(EVENEMENT, a.evenementId(), a.genre().evenement(), a.le().atTime(12, 0).atZone(zone).toInstant(), a.le(), saisi, f.unite(), null,
                f.element(), EcritureMesure.json(f.dimensions()));
        copie.ligne(SUJET, a.evenementId(), "PROJET", projet);
        copie.ligne(SUJET, a.evenementId(), "ENFANT", famille.enfant());
        if (a.automatique()) {
            copie.ligne(SUJET, a.evenementId(), "MESURE", RecitProjet.ref(f, "mesure"));
        }
        copie.ligne(ACTE, a.id(), projet, a.genre().name(), a.le(), a.automatique(), EcritureMesure.json(details), a.evenementId(), saisi, null);
        UUID rencontre = RecitProjet.ref(f, "rencontre");
        if (rencontre != null) {
            boolean prevue = a.genre() == GenreActeProjet.INVITATION;
            boolean tenue = "TENUE".equals(a.d("statut"));
            copie.ligne(RENCONTRE, rencontre, projet, prevue ? LocalDate.parse(a.d("prevueLe")) : null, tenue ? a.le() : null,
                    prevue ? "PREVUE" : tenue ? "TENUE" : "NON_TENUE", prevue || tenue ? null : "Famille absente (fictif)");
            copie.ligne(PERSONNE, hasard.id(0), rencontre, "ENFANT", null, null, prevue ? null : tenue ? "PRESENTE" : "ABSENTE");
            if (!famille.adultes().isEmpty()) {
                copie.ligne(PERSONNE, hasard.id(0), rencontre, "TITULAIRE", famille.adultes().get(0), null,
                        prevue ? null : "PRESENTS".equals(a.d("parents")) ? "PRESENTE" : "ABSENTE");
            }
        }
        if (a.genre() == GenreActeProjet.REMISE) {
            copie.ligne(REMISE, RecitProjet.ref(f, "remise"), version, "JUGE", "COURRIER", a.le(), a.id());
        }
    }

    /** The version an act is about: the one established that day, or last when it is handed over. */
    private static UUID version(GenreActeProjet genre, LocalDate le, List<UUID> versions, ProjetEnLot lot) {
        if (genre != GenreActeProjet.ETABLISSEMENT && genre != GenreActeProjet.REMISE) {
            return null;
        }
        for (int n = versions.size() - 1; n >= 0; n--) {
            LocalDate etablie = lot.versions().get(n)[1];
            if (etablie != null && (genre == GenreActeProjet.REMISE ? !etablie.isAfter(le) : etablie.equals(le))) {
                return versions.get(n);
            }
        }
        throw new IllegalStateException("Version introuvable");
    }

    private void periode(String genre, UUID projet, UUID enfant, List<Periodes.Segment> segments) {
        UUID id = hasard.id(segments.get(0).debut().toEpochDay() * 86_400_000L);
        for (int n = 0; n < segments.size(); n++) {
            Periodes.Segment s = segments.get(n);
            copie.ligne(PERIODE, n == 0 ? id : hasard.id(s.debut().toEpochDay() * 86_400_000L), id, n, genre, "PROJET", projet, enfant, s.uniteId(),
                    EcritureMesure.json(s.dimensions()), s.debut(), s.fin());
        }
    }
}
