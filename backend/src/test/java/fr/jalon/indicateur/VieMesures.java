package fr.jalon.indicateur;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import fr.jalon.acces.Role;
import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Ids;
import fr.jalon.dossier.Fusions;
import fr.jalon.essai.Gens;
import fr.jalon.indicateur.CarnetMesures.Mesure;
import fr.jalon.mesure.AccordsMesure;
import fr.jalon.mesure.CorrectionMesure;
import fr.jalon.mesure.EvolutionsMesure;
import fr.jalon.mesure.ExerciceMesure;
import fr.jalon.mesure.FinsMesure;
import fr.jalon.mesure.NouvelleMesure;
import fr.jalon.mesure.OuvrirMesures;
import fr.jalon.mesure.attente.Affectations;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lives measures through the services behind the screens: rights, refusals and warnings, engine, due dates. A reason is given for each warning. */
@Component
class VieMesures implements LivreMesures {

    private final OuvrirMesures ouverture;
    private final AccordsMesure accords;
    private final Affectations affectations;
    private final ExerciceMesure exercice;
    private final EvolutionsMesure evolutions;
    private final FinsMesure fins;
    private final CorrectionMesure correction;
    private final Fusions fusions;
    private final Gens gens;
    private final JdbcClient jdbc;
    private UUID ref;
    private UUID superviseur;

    VieMesures(OuvrirMesures ouverture, AccordsMesure accords, Affectations affectations, ExerciceMesure exercice, EvolutionsMesure evolutions,
            FinsMesure fins, CorrectionMesure correction, Fusions fusions, Gens gens, JdbcClient jdbc) {
        this.ouverture = ouverture;
        this.accords = accords;
        this.affectations = affectations;
        this.exercice = exercice;
        this.evolutions = evolutions;
        this.fins = fins;
        this.correction = correction;
        this.fusions = fusions;
        this.gens = gens;
        this.jdbc = jdbc;
    }

    @Override
    public String uniteA() {
        return "cdas-fictif-5";
    }

    @Override
    public String uniteB() {
        return "cdas-fictif-6";
    }

    @Override
    public String serviceUn() {
        return "svc-apase";
    }

    @Override
    public String serviceDeux() {
        return "svc-semo";
    }

    @Override
    public UUID enfant() {
        UUID id = Ids.nouveau();
        jdbc.sql("""
                insert into enfant(id, nom, prenoms, sexe, naissance_precision, naissance_le, cree_le)
                values (?, 'Essai', 'Enfant', 'INCONNU', 'EXACTE', date '1994-02-03', now())""").param(id).update();
        List.of(uniteA(), uniteB()).forEach(u -> jdbc.sql("insert into sujet_unite(sujet_type, sujet_id, unite_id, titre) values ('ENFANT', ?, ?, 'SUIVI')")
                .params(id, u).update());
        UUID adulte = Ids.nouveau();
        jdbc.sql("insert into adulte(id, nom, prenoms) values (?, 'Essai', 'Parent')").param(adulte).update();
        jdbc.sql("""
                insert into autorite_parentale(id, enfant_id, adulte_id, qualite, exercice, du)
                values (?, ?, ?, 'MERE', 'EXCLUSIF', date '1994-02-03')""").params(Ids.nouveau(), id, adulte).update();
        return id;
    }

    private UUID ref() {
        ref = ref == null ? gens.de(Role.REF, null) : ref;
        return ref;
    }

    /** Tried again with a reason for whatever the tool warned of. */
    private void agir(Consumer<Map<String, String>> acte) {
        Map<String, String> motifs = new HashMap<>();
        for (int essai = 0;; essai++) {
            try {
                gens.en(ref(), () -> {
                    acte.accept(motifs);
                    return null;
                });
                return;
            } catch (Avertissements e) {
                if (essai == 3) {
                    throw e;
                }
                e.avertissements().forEach(a -> motifs.put(a.code(), "Motif de l’essai"));
            }
        }
    }

    private Mesure ouvrir(LocalDate jour, String unite, String base, String produit, String service, boolean parUnite, String intensite, UUID enfant,
            boolean accord) {
        Mesure[] ouverte = new Mesure[1];
        List<NouvelleMesure.AccordSaisi> attendus = accord ? List.of(new NouvelleMesure.AccordSaisi(titulaire(enfant), "ATTENDU", null, null)) : List.of();
        agir(motifs -> ouverte[0] = new Mesure(ouverture.ouvrir(new OuvrirMesures.DemandeMesures(List.of(enfant), null, base, produit, unite, service,
                parUnite, false, false, accord ? "PRESIDENT" : "JUGE_ENFANTS", null, null, null, jour, null, jour.plusYears(1), null, intensite, null,
                attendus, null, accord ? null : jour, "SANS_RESULTAT", null, motifs)).get(0), enfant));
        return ouverte[0];
    }

    private UUID titulaire(UUID enfant) {
        return jdbc.sql("select adulte_id from autorite_parentale where enfant_id = ?").param(enfant).query(UUID.class).single();
    }

    @Override
    public Mesure ordonner(LocalDate jour, String unite, String produit, boolean accueil, UUID enfant) {
        return ouvrir(jour, unite, accueil ? "PLACEMENT_ASE" : "AEMO", produit, null, false, null, enfant, false);
    }

    @Override
    public Mesure proposer(LocalDate jour, String unite, String produit, UUID enfant) {
        return ouvrir(jour, unite, "AED", produit, null, produit.equals("AEDFG"), null, enfant, true);
    }

    @Override
    public void accorder(Mesure m, LocalDate jour) {
        agir(motifs -> accords.noter(m.id, new AccordsMesure.DemandeAccord(null, titulaire(m.enfant), "DONNE", jour, null)));
    }

    @Override
    public void refuser(Mesure m, LocalDate jour) {
        agir(motifs -> accords.noter(m.id, new AccordsMesure.DemandeAccord(null, titulaire(m.enfant), "REFUSE", jour, null)));
        terminer(m, jour, "ACCORD_REFUSE");
    }

    @Override
    public void affecter(Mesure m, LocalDate jour, String service) {
        agir(motifs -> affectations.affecter(m.id, new Affectations.Demande(service, jour, null, motifs), version(m)));
    }

    private long version(Mesure m) {
        return jdbc.sql("select version from mesure where id = ?").param(m.id).query(Long.class).single();
    }

    @Override
    public void demarrer(Mesure m, LocalDate jour) {
        if (jdbc.sql("select exercice = 'SERVICE' and service_id is null from mesure where id = ?").param(m.id).query(Boolean.class).single()) {
            affecter(m, jour, serviceUn());
        }
        agir(motifs -> exercice.demarrer(m.id, new ExerciceMesure.DemandeDemarrage(null, jour, null, null, null, motifs)));
    }

    @Override
    public void moduler(Mesure m, LocalDate jour, String intensite) {
        agir(motifs -> exercice.moduler(m.id, new ExerciceMesure.DemandeModulation(null, jour, intensite, null, "Compte rendu de l’essai")));
    }

    @Override
    public void suspendre(Mesure m, LocalDate du, LocalDate au) {
        agir(motifs -> exercice.suspendre(m.id, new ExerciceMesure.DemandeSuspension(null, du, "HOSPITALISATION", null)));
        if (au != null) {
            agir(motifs -> exercice.reprendre(m.id, new ExerciceMesure.DemandeReprise(null, au, null)));
        }
    }

    @Override
    public void renouveler(Mesure m, LocalDate jour) {
        agir(motifs -> evolutions.renouveler(m.id, decision(m, jour, null, null, motifs)));
    }

    @Override
    public void requalifier(Mesure m, LocalDate jour, String produit, boolean accueil) {
        agir(motifs -> evolutions.requalifier(m.id, decision(m, jour, "AEMO", produit, motifs)));
    }

    @Override
    public void changerCadre(Mesure m, LocalDate jour, String cadre) {
        agir(motifs -> evolutions.changerDeCadre(m.id, decision(m, jour, cadre.equals("JUDICIAIRE") ? "AEMO" : "AED", "MEP", motifs)));
    }

    private static EvolutionsMesure.DemandeDecision decision(Mesure m, LocalDate jour, String base, String produit, Map<String, String> motifs) {
        return new EvolutionsMesure.DemandeDecision(null, jour, base, produit, "JUGE_ENFANTS", null, null, null, null, jour, null, jour.plusYears(1), null,
                null, false, false, false, null, null, motifs);
    }

    @Override
    public void transferer(Mesure m, LocalDate jour, String unite, String service) {
        agir(motifs -> evolutions.transferer(m.id, new EvolutionsMesure.DemandeTransfert(null, service != null ? "SERVICE" : "UNITE", jour, service, unite,
                null, null, null, null, motifs)));
    }

    @Override
    public void terminer(Mesure m, LocalDate jour, String motif) {
        if (motif.equals("TRANSFEREE")) {
            agir(motifs -> evolutions.transferer(m.id, new EvolutionsMesure.DemandeTransfert(null, "DEPARTEMENT", jour, null, null, "Département voisin",
                    jour, "Le dossier", null, motifs)));
            return;
        }
        if (motif.equals("ACCORD_REVOQUE")) {
            agir(motifs -> accords.noter(m.id, new AccordsMesure.DemandeAccord(null, titulaire(m.enfant), "REVOQUE", jour, null)));
        }
        String code = switch (motif) {
            case "OBJECTIFS" -> "OBJECTIFS_ATTEINTS";
            case "RELAIS" -> "AUTRE_MESURE";
            case "DEMENAGEMENT" -> "AUTRE";
            default -> motif;
        };
        agir(motifs -> fins.terminer(m.id, new FinsMesure.DemandeFinMesure(null, jour, null, code, "AUCUNE", null, motifs)));
    }

    @Override
    public void caduque(Mesure m, LocalDate jour) {
        agir(motifs -> fins.constaterCaducite(m.id, new FinsMesure.DemandeCaducite(null, jour, null)));
    }

    @Override
    public void annuler(Mesure m) {
        agir(motifs -> fins.annuler(m.id, new FinsMesure.DemandeAnnulation(null, "Saisie par erreur")));
    }

    @Override
    public void annulerFin(Mesure m) {
        annulerActe(m, "FIN");
    }

    @Override
    public void corrigerDemarrage(Mesure m, LocalDate jour) {
        annulerActe(m, "DEMARRAGE");
        demarrer(m, jour);
    }

    private void annulerActe(Mesure m, String genre) {
        UUID acte = jdbc.sql("select id from mesure_acte where mesure_id = ? and genre = ? and annule_le is null").params(m.id, genre)
                .query(UUID.class).single();
        agir(motifs -> correction.annulerActe(m.id, acte, new CorrectionMesure.DemandeCorrection(null, "Erreur de saisie")));
    }

    @Override
    public void reunir(UUID conserve, UUID absorbe) {
        superviseur = superviseur == null ? gens.de(Role.SUPERVISEUR, null) : superviseur;
        gens.en(superviseur, () -> fusions.reunir(conserve, versionEnfant(conserve), absorbe, versionEnfant(absorbe), "Même enfant"));
    }

    private long versionEnfant(UUID enfant) {
        return jdbc.sql("select version from enfant where id = ?").param(enfant).query(Long.class).single();
    }
}
