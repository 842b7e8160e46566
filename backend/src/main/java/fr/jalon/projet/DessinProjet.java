package fr.jalon.projet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.evenement.Evenements;
import fr.jalon.processus.EtatProcessus;
import fr.jalon.processus.Modeles;
import fr.jalon.processus.Processus;
import fr.jalon.tache.ListeTaches;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The path of a projet on its model: where it stands comes from the engine, where it passed from the events that still hold. */
@Service
@Transactional(readOnly = true)
public class DessinProjet {

    /** @param fois how many acts were done there */
    public record PassageProjet(String element, String libelle, int fois, Instant premierLe, Instant dernierLe, String par) {
    }

    public record EtapeDuProjet(String element, String libelle, Instant depuis, String titulaire, String unite) {
    }

    public record DessinDuProjet(String cle, String version, boolean derniereVersion, boolean actif, String xml, List<PassageProjet> passes,
            List<EtapeDuProjet> enCours) {
    }

    private final Projets projets;
    private final Processus processus;
    private final Modeles modeles;
    private final Evenements evenements;
    private final ListeTaches taches;
    private final Utilisateurs utilisateurs;
    private final Acces acces;

    DessinProjet(Projets projets, Processus processus, Modeles modeles, Evenements evenements, ListeTaches taches, Utilisateurs utilisateurs,
            Acces acces) {
        this.projets = projets;
        this.processus = processus;
        this.modeles = modeles;
        this.evenements = evenements;
        this.taches = taches;
        this.utilisateurs = utilisateurs;
        this.acces = acces;
    }

    public DessinDuProjet de(UUID id) {
        Sujet sujet = Sujet.projet(id);
        acces.exigerVue(sujet);
        Projet p = projets.findById(id).orElseThrow(Introuvable::new);
        var etat = processus.etat(sujet);
        String derniere = modeles.derniereVersion(ActesProjet.CLE);
        String version = etat.map(EtatProcessus::version).orElse(derniere);
        Map<String, String> noms = modeles.noms(ActesProjet.CLE, version);
        List<EtapeDuProjet> enCours = taches.deSujet(sujet).stream().map(t -> new EtapeDuProjet(t.etape(), noms.getOrDefault(t.etape(), t.etapeLibelle()),
                t.depuis(), t.titulaire() == null ? null : t.titulaire().nom(), t.unite().nom())).toList();
        return new DessinDuProjet(ActesProjet.CLE, version, version.equals(derniere), etat.map(EtatProcessus::actif).orElse(false),
                modeles.xml(ActesProjet.CLE, version), passages(p, sujet, noms, enCours), enCours);
    }

    private List<PassageProjet> passages(Projet p, Sujet sujet, Map<String, String> noms, List<EtapeDuProjet> enCours) {
        List<Evenements.Evenement> faits = new ArrayList<>(evenements.chronologie(sujet));
        faits.removeIf(e -> e.annule() || e.annuleId() != null || !e.type().startsWith("projet."));
        Map<UUID, String> auteurs = utilisateurs.noms(faits.stream().map(Evenements.Evenement::auteurId).filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<String, PassageProjet> passages = new LinkedHashMap<>();
        for (Evenements.Evenement e : faits) {
            if (e.element() != null && noms.containsKey(e.element()) && enCours.stream().noneMatch(c -> c.element().equals(e.element()))) {
                passages.merge(e.element(), new PassageProjet(e.element(), noms.get(e.element()), 1, e.survenuLe(), e.survenuLe(),
                        e.auteurId() == null ? null : auteurs.get(e.auteurId())),
                        (a, b) -> new PassageProjet(a.element(), a.libelle(), a.fois() + 1, a.premierLe(), b.dernierLe(), b.par() == null ? a.par() : b.par()));
            }
        }
        String fin = fin(p);
        if (fin != null && noms.containsKey(fin)) {
            Instant le = faits.isEmpty() ? null : faits.get(faits.size() - 1).survenuLe();
            passages.putIfAbsent(fin, new PassageProjet(fin, noms.get(fin), 1, le, le, null));
        }
        return List.copyOf(passages.values());
    }

    /** The end event reached: the state says it, no act of somebody's stands there. */
    private static String fin(Projet p) {
        return p.etat() == EtatProjet.CLOS ? "clos" : p.etat() == EtatProjet.ANNULE ? "annule" : null;
    }
}
