package fr.jalon.ip.fiche;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;
import fr.jalon.evenement.Evenements;
import fr.jalon.ip.EtatIp;
import fr.jalon.processus.EtatProcessus;
import fr.jalon.processus.Modeles;
import fr.jalon.processus.Processus;
import fr.jalon.tache.LigneTache;
import fr.jalon.tache.ListeTaches;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The path of a file on the model it runs on. Where it stands comes from the engine; where it passed from the events, which outlive the
 * engine's history. What was cancelled is no longer a passage.
 */
@Service
public class Dessins {

    static final String CLE = "information-preoccupante";

    /** @param fois how many acts were done there: more than one after a way back */
    public record Passage(String element, String libelle, int fois, Instant premierLe, Instant dernierLe, String par) {
    }

    public record EnCours(String element, String libelle, Instant depuis, String titulaire, String unite) {
    }

    /** @param derniereVersion the file runs on the latest version of its model */
    public record Dessin(String cle, String version, boolean derniereVersion, boolean actif, String xml, List<Passage> passes,
            List<EnCours> enCours) {
    }

    private final Processus processus;
    private final Modeles modeles;
    private final Evenements evenements;
    private final ListeTaches taches;
    private final Utilisateurs utilisateurs;
    private final Acces acces;
    private final Ouvertures ouvertures;
    private final JdbcClient jdbc;

    Dessins(Processus processus, Modeles modeles, Evenements evenements, ListeTaches taches, Utilisateurs utilisateurs, Acces acces,
            Ouvertures ouvertures, JdbcClient jdbc) {
        this.processus = processus;
        this.modeles = modeles;
        this.evenements = evenements;
        this.taches = taches;
        this.utilisateurs = utilisateurs;
        this.acces = acces;
        this.ouvertures = ouvertures;
        this.jdbc = jdbc;
    }

    /** @param sujet an IP, or an information that waits for its first analysis */
    @Transactional
    public Dessin de(Sujet sujet) {
        acces.exigerVue(sujet);
        exigerExistence(sujet);
        ouvertures.noter(sujet);
        Optional<EtatProcessus> etat = processus.etat(sujet);
        String cle = etat.map(EtatProcessus::cle).orElse(CLE);
        String derniere = modeles.derniereVersion(cle);
        String version = etat.map(EtatProcessus::version).orElse(derniere);
        Map<String, String> noms = modeles.noms(cle, version);
        List<EnCours> enCours = taches.deSujet(sujet).stream().map(t -> enCours(t, noms)).toList();
        return new Dessin(cle, version, version.equals(derniere), etat.map(EtatProcessus::actif).orElse(false), modeles.xml(cle, version),
                passages(sujet, noms, enCours), enCours);
    }

    private void exigerExistence(Sujet sujet) {
        String table = sujet.type() == TypeSujet.IP ? "information_preoccupante" : "information_entrante";
        if (!jdbc.sql("select exists (select 1 from " + table + " where id = ?)").param(sujet.id()).query(Boolean.class).single()) {
            throw new Introuvable();
        }
    }

    private static EnCours enCours(LigneTache t, Map<String, String> noms) {
        return new EnCours(t.etape(), noms.getOrDefault(t.etape(), t.etapeLibelle()), t.depuis(),
                t.titulaire() == null ? null : t.titulaire().nom(), t.unite().nom());
    }

    private List<Passage> passages(Sujet sujet, Map<String, String> noms, List<EnCours> enCours) {
        List<Evenements.Evenement> faits = new ArrayList<>(evenements.chronologie(sujets(sujet)));
        faits.removeIf(e -> e.annule() || e.annuleId() != null || e.type().startsWith("echeance.") || e.type().startsWith("rappel."));
        Map<UUID, String> auteurs = utilisateurs.noms(faits.stream().map(Evenements.Evenement::auteurId).filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<String, Passage> passages = new LinkedHashMap<>();
        for (Evenements.Evenement e : faits) {
            if (e.element() != null && noms.containsKey(e.element()) && enCours.stream().noneMatch(c -> c.element().equals(e.element()))) {
                passer(passages, e.element(), noms, e.survenuLe(), e.auteurId() == null ? null : auteurs.get(e.auteurId()));
            }
        }
        fin(sujet).filter(noms::containsKey).ifPresent(element -> passages.computeIfAbsent(element, id -> new Passage(id, noms.get(id), 1,
                faits.isEmpty() ? null : faits.get(faits.size() - 1).survenuLe(), faits.isEmpty() ? null : faits.get(faits.size() - 1).survenuLe(),
                null)));
        return List.copyOf(passages.values());
    }

    private static void passer(Map<String, Passage> passages, String element, Map<String, String> noms, Instant le, String par) {
        passages.merge(element, new Passage(element, noms.get(element), 1, le, le, par),
                (a, b) -> new Passage(element, a.libelle(), a.fois() + 1, a.premierLe(), b.dernierLe(), b.par() == null ? a.par() : b.par()));
    }

    private List<Sujet> sujets(Sujet sujet) {
        List<Sujet> sujets = new ArrayList<>(List.of(sujet));
        if (sujet.type() == TypeSujet.IP) {
            jdbc.sql("select information_initiale_id from information_preoccupante where id = ?").param(sujet.id()).query(UUID.class)
                    .optional().ifPresent(i -> sujets.add(Sujet.information(i)));
        }
        return sujets;
    }

    /** The end event reached: the state of the IP says it, no act of somebody's stands there. */
    private Optional<String> fin(Sujet sujet) {
        if (sujet.type() != TypeSujet.IP) {
            return Optional.empty();
        }
        return jdbc.sql("select etat from information_preoccupante where id = ?").param(sujet.id()).query(String.class).optional()
                .map(EtatIp::valueOf).flatMap(e -> switch (e) {
                    case TRAITEE -> Optional.of("traitee");
                    case CLOSE_SANS_DECISION -> Optional.of("close-sans-decision");
                    default -> Optional.empty();
                });
    }
}
