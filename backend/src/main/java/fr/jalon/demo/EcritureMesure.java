package fr.jalon.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.commun.Sujet;
import fr.jalon.evenement.Periodes;
import fr.jalon.mesure.Acte;
import fr.jalon.mesure.GenreActe;
import fr.jalon.mesure.MesureEnLot;

/** The rows of a synthetic measure: those its acts leave, by the code the acts themselves go through. */
final class EcritureMesure {

    private static final String MESURE = "mesure(id, numero, enfant_id, decision_id, origine, tiers_recherches, saisie_le, saisie_par, version, "
            + MesureEnLot.COLONNES + ")";
    private static final String ACTE = "mesure_acte(id, mesure_id, genre, le, details, evenement_id, saisi_le, saisi_par)";
    private static final String ACCORD = "mesure_accord(mesure_id, adulte_id, statut, le)";
    private static final String REFERENT = "mesure_referent(id, mesure_id, genre, utilisateur_id, nom, du, au)";
    private static final String LIEU = "lieu_accueil(id, mesure_id, nature, type, service_id, famille_id, libelle, du, au, fin_motif, "
            + "acte_id, fin_acte_id, saisi_le, saisi_par)";
    private static final String EVENEMENT = "evenement(id, type, survenu_le, jour, enregistre_le, unite_id, auteur_id, element, dimensions)";
    private static final String SUJET = "evenement_sujet(evenement_id, sujet_type, sujet_id)";
    private static final String PERIODE = "periode(version_id, periode_id, segment, genre, sujet_type, sujet_id, enfant_id, unite_id, dimensions, "
            + "debut, fin)";
    private static final String INSTANCE = "processus_instance(instance_id, sujet_type, sujet_id, cle, version, actif, ouvert_le)";

    /** Who the measure is about and who follows it. */
    record Personnes(UUID enfant, List<UUID> adultes, Personnel.Agent referent, String intervenant) {
    }

    private final Copie copie;
    private final Hasard hasard;
    private final ZoneId zone;
    private final String versionModele;

    EcritureMesure(Copie copie, Hasard hasard, ZoneId zone, String versionModele) {
        this.copie = copie;
        this.hasard = hasard;
        this.zone = zone;
        this.versionModele = versionModele;
    }

    static Copie copie() {
        Copie copie = new Copie();
        EcritureFamille.annoncer(copie);
        copie.annoncer(MESURE, EVENEMENT, SUJET, ACTE, ACCORD, REFERENT, LIEU, PERIODE, INSTANCE);
        EcritureProjet.annoncer(copie);
        return copie;
    }

    /** @return what its acts leave */
    MesureEnLot ecrire(UUID id, String numero, UUID decision, MesurePrevue m, RecitMesure recit, Personnes personnes, Set<String> regards) {
        List<Acte> actes = recit.actes();
        MesureEnLot lot = ecrire(id, numero, decision, actes, personnes.enfant(), regards);
        accords(id, m, recit, actes.get(0), personnes);
        referents(id, m, personnes);
        lieu(id, m.fin, personnes.enfant(), actes, lot);
        return lot;
    }

    /** What the acts of a measure leave, whatever it is: row, acts, events, periods, sight, and the instance of one that is over. */
    MesureEnLot ecrire(UUID id, String numero, UUID decision, List<Acte> actes, UUID enfant, Set<String> regards) {
        MesureEnLot lot = MesureEnLot.de(actes);
        Acte premier = actes.get(0);
        List<Object> valeurs = new ArrayList<>(List.of(id, numero, enfant, decision, premier.details().get("origine")));
        valeurs.add("OUI".equals(premier.details().get("accueil")) ? "SANS_RESULTAT" : null);
        valeurs.addAll(List.of(premier.saisiLe(), premier.saisiPar(), 0));
        valeurs.addAll(lot.valeurs());
        copie.ligne(MESURE, valeurs.toArray());
        lot.faits().forEach(f -> fait(id, enfant, f));
        lot.periodes().forEach((genre, periodes) -> periodes.forEach(p -> periode(genre, id, enfant, p)));
        // The territory in charge sees the measure; each that ever was keeps the child it followed.
        regard(regards, "MESURE", id, lot.unite(), "PILOTE", premier.saisiLe());
        lot.unites().values().forEach(u -> regard(regards, "ENFANT", enfant, u, "SUIVI", premier.saisiLe()));
        if (lot.service() != null) {
            regard(regards, "MESURE", id, lot.service(), "EXERCICE", premier.saisiLe());
        }
        if (!lot.etat().ouverte()) {
            copie.ligne(INSTANCE, "demonstration-" + id, "MESURE", id, "mesure", versionModele, false, premier.saisiLe());
        }
        return lot;
    }

    /** Who follows the path of the child during this measure. */
    void referent(UUID mesure, Personnel.Agent referent, LocalDate du, LocalDate au) {
        if (referent != null) {
            copie.ligne(REFERENT, hasard.id(0), mesure, "PARCOURS", referent.id(), null, du, au);
        }
    }

    void regard(Set<String> regards, String type, UUID id, String unite, String titre, Instant le) {
        if (regards.add(type + id + unite + titre)) {
            copie.ligne(EcritureFamille.REGARD, type, id, unite, titre, le);
        }
    }

    private void fait(UUID mesure, UUID enfant, MesureEnLot.Fait f) {
        Acte a = f.acte();
        copie.ligne(EVENEMENT, a.evenementId(), a.genre().evenement(), a.le().atTime(12, 0).atZone(zone).toInstant(), a.le(), a.saisiLe(), f.unite(),
                a.saisiPar(), f.element(), json(f.dimensions()));
        copie.ligne(SUJET, a.evenementId(), "MESURE", mesure);
        copie.ligne(SUJET, a.evenementId(), "ENFANT", enfant);
        copie.ligne(ACTE, a.id(), mesure, a.genre().name(), a.le(), json(a.details()), a.evenementId(), a.saisiLe(), a.saisiPar());
    }

    private void periode(String genre, UUID mesure, UUID enfant, List<Periodes.Segment> segments) {
        UUID id = hasard.id(segments.get(0).debut().toEpochDay() * 86_400_000L);
        for (int n = 0; n < segments.size(); n++) {
            Periodes.Segment s = segments.get(n);
            copie.ligne(PERIODE, n == 0 ? id : hasard.id(s.debut().toEpochDay() * 86_400_000L), id, n, genre, "MESURE", mesure, enfant, s.uniteId(),
                    json(s.dimensions()), s.debut(), s.fin());
        }
    }

    private void accords(UUID mesure, MesurePrevue m, RecitMesure recit, Acte premier, Personnes personnes) {
        if (!"ADMINISTRATIF".equals(premier.details().get("cadre"))) {
            return;
        }
        boolean attendu = m.issue == MesurePrevue.Issue.ACCORD;
        for (int n = 0; n < personnes.adultes().size(); n++) {
            boolean dernier = n == 0;
            copie.ligne(ACCORD, mesure, personnes.adultes().get(n), attendu && dernier ? "ATTENDU" : "DONNE",
                    attendu ? dernier ? null : recit.decidee() : m.attente);
        }
    }

    private void referents(UUID mesure, MesurePrevue m, Personnes personnes) {
        if (m.debut == null) {
            return;
        }
        if (personnes.referent() != null) {
            copie.ligne(REFERENT, hasard.id(0), mesure, "PARCOURS", personnes.referent().id(), null, m.debut, m.fin);
        }
        if (m.nature != MesurePrevue.Nature.UNITE && m.nature != MesurePrevue.Nature.TIERS) {
            copie.ligne(REFERENT, hasard.id(0), mesure, "MESURE", null, personnes.intervenant(), m.debut, m.fin);
        }
    }

    void lieu(UUID mesure, LocalDate jusqua, UUID enfant, List<Acte> actes, MesureEnLot lot) {
        UUID fin = actes.stream().filter(a -> a.genre() == GenreActe.FIN).map(Acte::id).findFirst().orElse(null);
        actes.stream().filter(a -> a.genre() == GenreActe.LIEU).forEach(a -> {
            Map<String, String> d = a.details();
            UUID famille = d.get("famille") == null ? null : UUID.fromString(d.get("famille"));
            copie.ligne(LIEU, UUID.fromString(d.get("lieu")), mesure, d.get("nature"), d.get("type"), d.get("lieuService"), famille,
                    famille == null && d.get("lieuService") == null ? "Chez un proche (fictif)" : null, a.le(), jusqua, fin == null ? null : "PREVUE", a.id(), fin, a.saisiLe(), a.saisiPar());
            Map<String, String> dimensions = new java.util.LinkedHashMap<>();
            for (String nom : List.of("cadre", "base", "produit")) {
                actes.stream().map(x -> x.details().get(nom)).filter(java.util.Objects::nonNull).forEach(v -> dimensions.put(nom, v));
            }
            dimensions.put("nature", d.get("nature"));
            dimensions.put("type", d.get("type"));
            if (d.get("lieuService") != null) {
                dimensions.put("service", d.get("lieuService"));
            }
            if (famille != null) {
                dimensions.put("famille", famille.toString());
            }
            periode("LIEU_ACCUEIL", mesure, enfant, List.of(new Periodes.Segment(lot.unite(), dimensions, a.le(), jusqua)));
        });
    }

    static String json(Map<String, String> valeurs) {
        return EcritureEvenements.json(valeurs.entrySet().stream().flatMap(e -> java.util.stream.Stream.of(e.getKey(), (Object) e.getValue())).toArray());
    }
}
