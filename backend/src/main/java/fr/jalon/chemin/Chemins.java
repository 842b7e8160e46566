package fr.jalon.chemin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Ouvertures;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;
import fr.jalon.evenement.Evenements;
import fr.jalon.processus.EtatProcessus;
import fr.jalon.processus.Modeles;
import fr.jalon.processus.Processus;
import fr.jalon.tache.LigneTache;
import fr.jalon.tache.ListeTaches;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The drawn path of any file that runs on a model. What was cancelled is no longer a passage. */
@Service
public class Chemins {

    /** @param fois how many acts were done there: more than one after a way back */
    public record PassageDuChemin(String element, String libelle, int fois, Instant premierLe, Instant dernierLe, String par) {
    }

    public record EtapeDuChemin(String element, String libelle, Instant depuis, String titulaire, String unite) {
    }

    /** @param derniereVersion the file runs on the latest version of its model */
    public record Chemin(String cle, String version, boolean derniereVersion, boolean actif, String xml, List<PassageDuChemin> passes,
            List<EtapeDuChemin> enCours) {
    }

    private final Processus processus;
    private final Modeles modeles;
    private final Evenements evenements;
    private final ListeTaches taches;
    private final Utilisateurs utilisateurs;
    private final Acces acces;
    private final Ouvertures ouvertures;
    private final Map<TypeSujet, SujetDessine> sujets = new EnumMap<>(TypeSujet.class);

    Chemins(Processus processus, Modeles modeles, Evenements evenements, ListeTaches taches, Utilisateurs utilisateurs, Acces acces,
            Ouvertures ouvertures, List<SujetDessine> sujets) {
        this.processus = processus;
        this.modeles = modeles;
        this.evenements = evenements;
        this.taches = taches;
        this.utilisateurs = utilisateurs;
        this.acces = acces;
        this.ouvertures = ouvertures;
        sujets.forEach(s -> this.sujets.put(s.type(), s));
    }

    /** @throws Introuvable when it is out of sight, or runs on no model */
    @Transactional
    public Chemin de(Sujet sujet) {
        SujetDessine dessine = sujets.get(sujet.type());
        if (dessine == null) {
            throw new Introuvable();
        }
        acces.exigerVue(sujet);
        Optional<String> fin = dessine.fin(sujet);
        ouvertures.noter(sujet);
        Optional<EtatProcessus> etat = processus.etat(sujet);
        String cle = etat.map(EtatProcessus::cle).orElseGet(dessine::cle);
        String derniere = modeles.derniereVersion(cle);
        String version = etat.map(EtatProcessus::version).orElse(derniere);
        Map<String, String> noms = modeles.noms(cle, version);
        List<EtapeDuChemin> enCours = taches.deSujet(sujet).stream().map(t -> etape(t, noms)).toList();
        return new Chemin(cle, version, version.equals(derniere), etat.map(EtatProcessus::actif).orElse(false), modeles.xml(cle, version),
                passages(dessine, sujet, fin, noms, enCours), enCours);
    }

    private static EtapeDuChemin etape(LigneTache t, Map<String, String> noms) {
        return new EtapeDuChemin(t.etape(), noms.getOrDefault(t.etape(), t.etapeLibelle()), t.depuis(),
                t.titulaire() == null ? null : t.titulaire().nom(), t.unite().nom());
    }

    private List<PassageDuChemin> passages(SujetDessine dessine, Sujet sujet, Optional<String> fin, Map<String, String> noms,
            List<EtapeDuChemin> enCours) {
        List<Evenements.Evenement> faits = new ArrayList<>(evenements.chronologie(dessine.sujets(sujet)));
        faits.removeIf(e -> e.annule() || e.annuleId() != null || !dessine.passage(e.type()));
        Map<UUID, String> auteurs = utilisateurs.noms(faits.stream().map(Evenements.Evenement::auteurId).filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<String, PassageDuChemin> passages = new LinkedHashMap<>();
        for (Evenements.Evenement e : faits) {
            if (e.element() != null && noms.containsKey(e.element()) && enCours.stream().noneMatch(c -> c.element().equals(e.element()))) {
                passer(passages, e.element(), noms, e.survenuLe(), e.auteurId() == null ? null : auteurs.get(e.auteurId()));
            }
        }
        Instant dernier = faits.isEmpty() ? null : faits.get(faits.size() - 1).survenuLe();
        fin.filter(noms::containsKey).ifPresent(element -> passages.putIfAbsent(element,
                new PassageDuChemin(element, noms.get(element), 1, dernier, dernier, null)));
        return List.copyOf(passages.values());
    }

    private static void passer(Map<String, PassageDuChemin> passages, String element, Map<String, String> noms, Instant le, String par) {
        passages.merge(element, new PassageDuChemin(element, noms.get(element), 1, le, le, par), (a, b) -> new PassageDuChemin(element, a.libelle(),
                a.fois() + 1, a.premierLe(), b.dernierLe(), b.par() == null ? a.par() : b.par()));
    }
}
