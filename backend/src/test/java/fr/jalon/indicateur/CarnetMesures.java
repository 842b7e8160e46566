package fr.jalon.indicateur;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.Sujet;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;
import fr.jalon.evenement.Periodes;

import org.springframework.stereotype.Component;

/** Writes the lives of measures as the acts do, events and periods only. One call is one transaction. */
@Component
class CarnetMesures implements LivreMesures {

    static final List<String> EXERCICE = List.of("EXERCEE", "SUSPENDUE", "CONFIE");

    /** A measure being told; ids to correct it later. */
    static final class Mesure {
        final UUID id;
        final UUID enfant;
        final Map<String, UUID> periodes = new HashMap<>();
        final Map<String, UUID> evenements = new HashMap<>();
        final Map<String, String> dimensions = new LinkedHashMap<>();
        String unite;

        Mesure(UUID id, UUID enfant) {
            this.id = id;
            this.enfant = enfant;
        }
    }

    private final Carnet carnet;
    private final Evenements evenements;
    private final Periodes periodes;

    CarnetMesures(Carnet carnet, Evenements evenements, Periodes periodes) {
        this.carnet = carnet;
        this.evenements = evenements;
        this.periodes = periodes;
    }

    @Override
    public String uniteA() {
        return "mesures-a";
    }

    @Override
    public String uniteB() {
        return "mesures-b";
    }

    @Override
    public String serviceUn() {
        return "service-un";
    }

    @Override
    public String serviceDeux() {
        return "service-deux";
    }

    @Override
    public UUID enfant() {
        return UUID.randomUUID();
    }

    @Override
    public void reunir(UUID conserve, UUID absorbe) {
        carnet.reunir(conserve, absorbe);
    }

    /** A court's decision: it waits for its exercise from that day on. */
    @Override
    public Mesure ordonner(LocalDate jour, String unite, String produit, boolean accueil, UUID enfant) {
        Mesure m = naitre(unite, "JUDICIAIRE", produit, accueil, enfant);
        carnet.acte(() -> {
            decider(m, jour);
            ouvrir(m, "ATTENTE_EXERCICE", jour);
        });
        return m;
    }

    /** A decision of the département that waits for the holders' agreement. */
    @Override
    public Mesure proposer(LocalDate jour, String unite, String produit, UUID enfant) {
        Mesure m = naitre(unite, "ADMINISTRATIF", produit, false, enfant);
        carnet.acte(() -> {
            decider(m, jour);
            ouvrir(m, "ATTENTE_ACCORD", jour);
        });
        return m;
    }

    private static Mesure naitre(String unite, String cadre, String produit, boolean accueil, UUID enfant) {
        Mesure m = new Mesure(UUID.randomUUID(), enfant);
        m.unite = unite;
        m.dimensions.put("cadre", cadre);
        m.dimensions.put("base", accueil ? "PLACEMENT" : cadre.equals("JUDICIAIRE") ? "AEMO" : "AED");
        m.dimensions.put("produit", produit);
        if (accueil) {
            m.dimensions.put("accueil", "OUI");
        }
        return m;
    }

    private void decider(Mesure m, LocalDate jour) {
        dire("mesure.decidee", m, jour);
        ouvrir(m, "MESURE", jour);
    }

    @Override
    public void accorder(Mesure m, LocalDate jour) {
        carnet.acte(() -> {
            dire("mesure.accord", m, jour, "statut", "DONNE");
            fermer(m, "ATTENTE_ACCORD", jour);
            ouvrir(m, "ATTENTE_EXERCICE", jour);
        });
    }

    @Override
    public void refuser(Mesure m, LocalDate jour) {
        carnet.acte(() -> {
            dire("mesure.accord", m, jour, "statut", "REFUSE");
            finir(m, jour, "mesure.terminee", "ACCORD_REFUSE");
        });
    }

    @Override
    public void affecter(Mesure m, LocalDate jour, String service) {
        m.dimensions.put("service", service);
        carnet.acte(() -> {
            dire("mesure.affectee", m, jour);
            segmenter(m, jour);
        });
    }

    @Override
    public void demarrer(Mesure m, LocalDate jour) {
        carnet.acte(() -> {
            dire("mesure.demarree", m, jour);
            fermer(m, "ATTENTE_EXERCICE", jour);
            ouvrir(m, "EXERCEE", jour);
            if (m.dimensions.containsKey("accueil")) {
                ouvrir(m, "CONFIE", jour);
            }
        });
    }

    @Override
    public void moduler(Mesure m, LocalDate jour, String intensite) {
        m.dimensions.put("intensite", intensite);
        carnet.acte(() -> {
            dire("mesure.modulee", m, jour);
            segmenter(m, jour);
        });
    }

    @Override
    public void suspendre(Mesure m, LocalDate du, LocalDate au) {
        carnet.acte(() -> {
            dire("mesure.suspendue", m, du);
            ouvrir(m, "SUSPENDUE", du);
        });
        if (au != null) {
            carnet.acte(() -> {
                dire("mesure.reprise", m, au);
                fermer(m, "SUSPENDUE", au);
            });
        }
    }

    @Override
    public void renouveler(Mesure m, LocalDate jour) {
        carnet.acte(() -> dire("mesure.renouvelee", m, jour));
    }

    /** The law calls it otherwise from that day on: no longer an « accueil », for one. */
    @Override
    public void requalifier(Mesure m, LocalDate jour, String produit, boolean accueil) {
        m.dimensions.put("produit", produit);
        m.dimensions.put("base", accueil ? "PLACEMENT" : "AEMO_HEBERGEMENT");
        if (!accueil) {
            m.dimensions.remove("accueil");
        }
        carnet.acte(() -> {
            dire("mesure.requalifiee", m, jour);
            segmenter(m, jour);
            if (!accueil) {
                fermer(m, "CONFIE", jour);
            }
        });
    }

    @Override
    public void changerCadre(Mesure m, LocalDate jour, String cadre) {
        m.dimensions.put("cadre", cadre);
        carnet.acte(() -> {
            dire("mesure.cadre-change", m, jour);
            segmenter(m, jour);
        });
    }

    @Override
    public void transferer(Mesure m, LocalDate jour, String unite, String service) {
        if (unite != null) {
            m.unite = unite;
        }
        if (service != null) {
            m.dimensions.put("service", service);
        }
        carnet.acte(() -> {
            dire("mesure.transferee", m, jour);
            segmenter(m, jour);
        });
    }

    @Override
    public void terminer(Mesure m, LocalDate jour, String motif) {
        carnet.acte(() -> finir(m, jour, "mesure.terminee", motif));
    }

    @Override
    public void caduque(Mesure m, LocalDate jour) {
        carnet.acte(() -> finir(m, jour, "mesure.caduque", null));
    }

    /** Entered by mistake: it never was. */
    @Override
    public void annuler(Mesure m) {
        carnet.acte(() -> {
            m.evenements.values().forEach(e -> evenements.annuler(e, "mesure.annulee", null));
            m.periodes.values().forEach(periodes::annuler);
        });
    }

    @Override
    public void annulerFin(Mesure m) {
        carnet.acte(() -> {
            evenements.annuler(m.evenements.get("mesure.terminee"), "mesure.acte-annule", null);
            List.of("MESURE", "EXERCEE").forEach(g -> periodes.rouvrir(m.periodes.get(g)));
        });
    }

    @Override
    public void corrigerDemarrage(Mesure m, LocalDate jour) {
        carnet.acte(() -> {
            m.evenements.put("mesure.demarree", evenements.ajouter(evenement("mesure.demarree", m, jour)
                    .rectifie(m.evenements.get("mesure.demarree"))));
            periodes.fermer(m.periodes.get("ATTENTE_EXERCICE"), jour);
            periodes.corrigerDebut(m.periodes.get("EXERCEE"), jour);
        });
    }

    private void finir(Mesure m, LocalDate jour, String type, String motif) {
        dire(type, m, jour, "motif", motif);
        m.periodes.keySet().forEach(g -> fermer(m, g, jour));
    }

    private void ouvrir(Mesure m, String genre, LocalDate jour) {
        m.periodes.put(genre, periodes.ouvrir(genre, Sujet.mesure(m.id), m.enfant, m.unite, m.dimensions, jour));
    }

    private void fermer(Mesure m, String genre, LocalDate jour) {
        periodes.fermer(genre, Sujet.mesure(m.id), jour);
    }

    /** Whatever runs goes on in another unit or under other dimensions. */
    private void segmenter(Mesure m, LocalDate jour) {
        m.periodes.keySet().forEach(g -> periodes.ouverte(g, Sujet.mesure(m.id))
                .ifPresent(p -> periodes.segmenter(p.periodeId(), jour, m.unite, m.dimensions)));
    }

    private void dire(String type, Mesure m, LocalDate jour, String... dimension) {
        NouvelEvenement e = evenement(type, m, jour);
        if (dimension.length == 2) {
            e.dimension(dimension[0], dimension[1]);
        }
        m.evenements.put(type, evenements.ajouter(e));
    }

    private static NouvelEvenement evenement(String type, Mesure m, LocalDate jour) {
        NouvelEvenement e = NouvelEvenement.de(type).survenu(jour).unite(m.unite).sujet(Sujet.mesure(m.id)).sujet(Sujet.enfant(m.enfant));
        m.dimensions.forEach(e::dimension);
        return e;
    }
}
