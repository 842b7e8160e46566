package fr.jalon.autonomie;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import fr.jalon.commun.Sujet;
import fr.jalon.commun.controle.TableDerivee;
import fr.jalon.evenement.Periodes;
import fr.jalon.processus.EtatProcessus;
import fr.jalon.processus.Processus;

import jakarta.persistence.EntityManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rows, periods, due dates, landmarks and steps of paths against the acts, the stays and the day that make them. A rebuild goes through the
 * same way as an act, so that what it moves has its event.
 */
@Component
class ControleAutonomies implements TableDerivee {

    private static final String OUVERTE =
            "exists (select 1 from autonomie_acte o where o.autonomie_id = a.id and o.genre = 'OUVERTURE' and o.annule_le is null)";
    private static final int TAILLE = 500;

    private final Autonomies autonomies;
    private final ActesAutonomie actes;
    private final HorlogeAutonomie dates;
    private final CalendrierAutonomie calendrier;
    private final Periodes periodes;
    private final Processus processus;
    private final EntityManager entites;
    private final JdbcClient jdbc;

    ControleAutonomies(Autonomies autonomies, ActesAutonomie actes, HorlogeAutonomie dates, CalendrierAutonomie calendrier, Periodes periodes,
            Processus processus, EntityManager entites, JdbcClient jdbc) {
        this.autonomies = autonomies;
        this.actes = actes;
        this.dates = dates;
        this.calendrier = calendrier;
        this.periodes = periodes;
        this.processus = processus;
        this.entites = entites;
        this.jdbc = jdbc;
    }

    @Override
    public String nom() {
        return "autonomies";
    }

    @Override
    public String libelle() {
        return "Parcours vers l’autonomie";
    }

    @Override
    public List<Ecart> ecarts() {
        // Nothing can be folded of a path that nothing opened: said, not stumbled over.
        List<Ecart> ecarts = new ArrayList<>(jdbc.sql("select a.id from autonomie a where not " + OUVERTE + " order by a.id limit " + ECARTS_MAX)
                .query(UUID.class).list().stream().map(id -> new Ecart("AUTONOMIE " + id, "aucun acte ne l’a ouvert")).toList());
        parcourir((a, connues) -> {
            if (ecarts.size() < ECARTS_MAX) {
                String cle = "AUTONOMIE " + a.id();
                differences(a, connues).forEach(quoi -> ecarts.add(new Ecart(cle, quoi)));
            }
        });
        return List.copyOf(ecarts.subList(0, Math.min(ECARTS_MAX, ecarts.size())));
    }

    @Override
    public long reconstruire() {
        long[] refaites = {0};
        parcourir((a, connues) -> {
            if (!differences(a, connues).isEmpty()) {
                refaites[0]++;
                actes.conclure(a, a.etape(), null);
            }
        });
        return refaites[0];
    }

    private List<String> differences(Autonomie a, List<Periodes.Periode> connues) {
        List<String> quoi = new ArrayList<>();
        Situation s = actes.situation(a);
        Autonomie voulue = new Autonomie(a.enfantId, a.saisieLe);
        voulue.adopter(s);
        if (!voulue.memeLigne(a)) {
            quoi.add("la ligne n’est pas celle des actes");
        }
        if (!PeriodesAutonomie.conformes(a, s, connues)) {
            quoi.add("les périodes écrites ne sont pas celles des actes");
        }
        if (!calendrier.conforme(a, s)) {
            quoi.add("le calendrier n’est pas celui du profil et de la naissance");
        }
        dates.verifier(a, s).forEach(e -> quoi.add(e.genre() + "\u00a0: écrit " + (e.ecrite() == null ? "rien" : e.ecrite()) + ", attendu "
                + (e.attendue() == null ? "rien" : e.attendue())));
        String ici = processus.etat(Sujet.autonomie(a.id())).filter(EtatProcessus::actif).map(EtatProcessus::etapes).orElse(List.of()).stream()
                .filter(x -> !CalendrierAutonomie.ETAPE.equals(x)).findFirst().orElse(null);
        if (!java.util.Objects.equals(ici, s.etat.etape())) {
            quoi.add("le moteur attend à " + (ici == null ? "aucune étape" : ici) + ", attendu " + s.etat.etape());
        }
        return quoi;
    }

    private void parcourir(BiConsumer<Autonomie, List<Periodes.Periode>> travail) {
        UUID apres = new UUID(0, 0);
        while (true) {
            List<UUID> ids = jdbc.sql("select a.id from autonomie a where a.id > :apres and " + OUVERTE + " order by a.id limit :lot").param("apres", apres).param("lot", TAILLE)
                    .query(UUID.class).list();
            if (ids.isEmpty()) {
                return;
            }
            Map<UUID, List<Periodes.Periode>> connues = periodes.de(ids).stream().collect(Collectors.groupingBy(p -> p.sujet().id()));
            autonomies.findAllByIdIn(ids).forEach(a -> travail.accept(a, connues.getOrDefault(a.id(), List.of())));
            entites.flush();
            entites.clear();
            apres = ids.get(ids.size() - 1);
        }
    }
}
