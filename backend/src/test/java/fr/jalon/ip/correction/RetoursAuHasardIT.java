package fr.jalon.ip.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

import fr.jalon.acces.Role;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.decision.Affaires;
import fr.jalon.ip.decision.Affaires.Affaire;
import fr.jalon.ip.reception.Accueil;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Random acts and undos on the real engine, against the same acts replayed without those that were undone: the IP, its periods, its due
 * dates, its open tasks and what is counted of it are the same.
 */
@TestIntegration
class RetoursAuHasardIT {

    private static final int PAS = 14;

    /** An act that the state allows; named so that a failure tells the story. */
    private enum Acte {
        CONFIER, DESIGNER, RENDRE, DECIDER, PRECISER, REPONDRE, INFORMER_UN, INFORMER, SUITE, SORTIR, CLORE, VOIE, UNITE, REMPLACER
    }

    @Autowired
    private Affaires affaires;
    @Autowired
    private Accueil accueil;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Horloge horloge;
    @Autowired
    private Gens gens;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void acts_undone_leave_nothing_behind(long graine) throws Exception {
        SplittableRandom hasard = new SplittableRandom(graine);
        Affaire a = affaires.qualifiee(affaires.recue());
        List<Acte> debout = new ArrayList<>();
        for (int i = 0; i < PAS; i++) {
            if (!debout.isEmpty() && hasard.nextInt(100) < 35) {
                annuler(a);
                debout.remove(debout.size() - 1);
            } else {
                List<Acte> possibles = possibles(a);
                if (!possibles.isEmpty()) {
                    Acte acte = possibles.get(hasard.nextInt(possibles.size()));
                    faire(a, acte);
                    debout.add(acte);
                }
            }
        }
        Affaire b = affaires.qualifiee(affaires.recue());
        for (Acte acte : debout) {
            faire(b, acte);
        }
        assertThat(image(a)).as("graine %d, debout %s", graine, debout).isEqualTo(image(b));
    }

    private List<Acte> possibles(Affaire a) {
        boolean deux = jdbc.sql("select count(*) from mineur_concerne where ip_id = ? and retire_le is null").param(a.ip()).query(Long.class).single() == 2;
        List<Acte> actes = new ArrayList<>(switch (affaires.etat(a.ip())) {
            case "A_CONFIER" -> List.of(Acte.CONFIER, Acte.CONFIER, Acte.CLORE);
            case "A_DESIGNER" -> List.of(Acte.DESIGNER, Acte.DESIGNER, Acte.CLORE, Acte.VOIE, Acte.UNITE);
            case "EN_EVALUATION" -> List.of(Acte.RENDRE, Acte.RENDRE, Acte.VOIE, Acte.REMPLACER);
            case "A_DECIDER" -> List.of(Acte.DECIDER, Acte.PRECISER);
            case "PRECISION_DEMANDEE" -> List.of(Acte.REPONDRE);
            case "A_INFORMER" -> List.of(Acte.INFORMER_UN, Acte.INFORMER);
            case "SUITES_JUDICIAIRES" -> List.of(Acte.SUITE);
            default -> List.of();
        });
        if (deux && !actes.isEmpty() && !affaires.etat(a.ip()).startsWith("A_INFORMER") && !affaires.etat(a.ip()).startsWith("SUITES")) {
            actes.add(Acte.SORTIR);
        }
        if (affaires.etat(a.ip()).equals("A_INFORMER") && jdbc.sql("select count(*) from information_donnee where ip_id = ? and annulee_le is null")
                .param(a.ip()).query(Long.class).single() > 0) {
            actes.remove(Acte.INFORMER_UN);
        }
        return actes;
    }

    private void faire(Affaire a, Acte acte) throws Exception {
        switch (acte) {
            case CONFIER -> affaires.confiee(a);
            case DESIGNER -> affaires.designee(a);
            case RENDRE -> affaires.rendue(a);
            case DECIDER -> decider(a);
            case PRECISER -> accueil.poster(a.ref(), "/api/ip/" + a.ip() + "/precision", Map.of("version", affaires.version(a.ip()), "question", "Et ?"))
                    .andExpect(status().isOk());
            case REPONDRE -> accueil.poster(a.anne(), "/api/ip/" + a.ip() + "/evaluation/precision",
                    Map.of("version", affaires.version(a.ip()), "reponse", "Voilà.")).andExpect(status().isNoContent());
            case INFORMER_UN -> informerUn(a);
            case INFORMER -> affaires.informee(a);
            case SUITE -> affaires.suite(a, saisi(a), "MESURE").andExpect(status().isOk());
            case SORTIR -> accueil.poster(a.ref(), "/api/ip/" + a.ip() + "/sortie-mineur", Map.of("version", affaires.version(a.ip()), "mineurId", a.tom(),
                    "motif", "DECEDE", "le", horloge.aujourdhui().toString())).andExpect(status().isOk());
            case CLORE -> accueil.poster(a.assistante(), "/api/ip/" + a.ip() + "/fin", Map.of("version", affaires.version(a.ip()), "motif", "DECEDE", "le",
                    horloge.aujourdhui().toString())).andExpect(status().isOk());
            case VOIE -> accueil.poster(a.assistante(), "/api/ip/" + a.ip() + "/voie", Map.of("version", affaires.version(a.ip()), "voie",
                    autreVoie(a), "motif", "Relu.")).andExpect(status().isNoContent());
            case UNITE -> accueil.poster(a.assistante(), "/api/ip/" + a.ip() + "/unite", Map.of("version", affaires.version(a.ip()), "unite",
                    Affaires.UNITE, "uniteAssociee", associee(a) ? "" : "cdas-fougeres", "motif", "Deux foyers.")).andExpect(status().isNoContent());
            case REMPLACER -> remplacer(a);
            default -> throw new IllegalStateException(acte.name());
        }
    }

    private void decider(Affaire a) throws Exception {
        Map<String, Object> corps = affaires.decision(a);
        List<UUID> presents = jdbc.sql("select id from mineur_concerne where ip_id = ? and retire_le is null order by ordre").param(a.ip())
                .query(UUID.class).list();
        corps.put("mineurs", presents.stream().map(m -> m.equals(a.tom()) ? Affaires.justice(m) : Affaires.droitCommun(m)).toList());
        affaires.avecMotifs(corps, c -> accueil.poster(a.ref(), "/api/ip/" + a.ip() + "/decision", c)).andExpect(status().isOk());
    }

    private void informerUn(Affaire a) throws Exception {
        Map<String, Object> corps = new HashMap<>(affaires.information(a, false));
        @SuppressWarnings("unchecked")
        List<Map<String, Object>> lignes = (List<Map<String, Object>>) corps.get("lignes");
        corps.put("lignes", lignes.subList(0, 1));
        accueil.poster(a.assistante(), "/api/ip/" + a.ip() + "/informations", corps).andExpect(status().isOk());
    }

    private String autreVoie(Affaire a) {
        return jdbc.sql("select case voie when 'REDUITE' then 'TROIS_MOIS' else 'REDUITE' end from information_preoccupante where id = ?")
                .param(a.ip()).query(String.class).single();
    }

    private boolean associee(Affaire a) {
        return jdbc.sql("select exists (select 1 from sujet_unite where sujet_id = ? and titre = 'ASSOCIEE')").param(a.ip()).query(Boolean.class).single();
    }

    /** The second of the team leaves to somebody who comes for the first time. */
    private void remplacer(Affaire a) throws Exception {
        UUID ligne = jdbc.sql("select id from evaluateur where ip_id = ? and au is null and profession = 'PUERICULTRICE'").param(a.ip())
                .query(UUID.class).single();
        Map<String, Object> corps = new HashMap<>(Map.of("sortant", ligne, "motif", "CORRECTION", "entrant", Map.of("utilisateurId",
                gens.de(Role.EVALUATEUR, Affaires.UNITE), "profession", "PUERICULTRICE")));
        affaires.avecMotifs(corps, c -> accueil.poster(a.responsable(), "/api/ip/" + a.ip() + "/evaluation/remplacement", c))
                .andExpect(status().isNoContent());
    }

    private UUID saisi(Affaire a) {
        return jdbc.sql("select mineur_id from signalement where ip_id = ? and annule_le is null").param(a.ip()).query(UUID.class).single();
    }

    /** Whoever did the act undoes it. */
    private void annuler(Affaire a) throws Exception {
        UUID auteur = jdbc.sql("""
                select e.auteur_id from evenement_valide e join evenement_sujet s on s.evenement_id = e.id
                where s.sujet_id = ? and e.type not like 'echeance.%' order by e.transaction_id desc, e.id desc limit 1""").param(a.ip())
                .query(UUID.class).single();
        accueil.poster(auteur, "/api/ip/" + a.ip() + "/annuler-dernier-acte", Map.of("version", affaires.version(a.ip()))).andExpect(status().isNoContent());
    }

    /** Everything that counts or waits, without ids nor hours. */
    private Map<String, Object> image(Affaire a) {
        Map<String, Object> image = new HashMap<>();
        image.put("ip", jdbc.sql("""
                select etat, urgence, voie, levee_de_doutes, unite_pilote, motif_cloture, rapport_rendu_le::date as rapport, decidee_le::date as decidee,
                    close_le::date as close from information_preoccupante where id = ?""").param(a.ip()).query().singleRow());
        image.put("mineurs", jdbc.sql("select ordre, retire_motif from mineur_concerne where ip_id = ? order by ordre").param(a.ip()).query().listOfRows());
        image.put("taches", affaires.taches(a.ip()));
        image.put("periodes", affaires.periodes(a.ip()));
        image.put("echeances", affaires.echeances(a.ip()));
        image.put("unites", jdbc.sql("select unite_id, titre from sujet_unite where sujet_id = ? order by 1, 2").param(a.ip()).query().listOfRows());
        image.put("enfants", jdbc.sql("""
                select m.ordre, su.unite_id, su.titre from sujet_unite su join mineur_concerne m on m.enfant_id = su.sujet_id
                where m.ip_id = ? order by 1, 2, 3""").param(a.ip()).query().listOfRows());
        image.put("mandats", jdbc.sql("select genre, unite_id, unite_associee_id, voie from mandat where ip_id = ? and annule_le is null order by saisi_le, id")
                .param(a.ip()).query().listOfRows());
        image.put("comptes", jdbc.sql("""
                select e.type, e.unite_id, e.element, e.dimensions::text as dimensions, count(*) as nombre from evenement_valide e
                join evenement_sujet s on s.evenement_id = e.id
                where s.sujet_id = ? and e.type not like 'echeance.%' group by 1, 2, 3, 4 order by 1, 4""").param(a.ip()).query().listOfRows());
        image.put("decisions", jdbc.sql("select issue from decision_mineur where ip_id = ? and annulee_le is null order by 1").param(a.ip()).query().listOfRows());
        image.put("informees", jdbc.sql("select destinataire from information_donnee where ip_id = ? and annulee_le is null order by 1").param(a.ip())
                .query().listOfRows());
        image.put("evaluateurs", jdbc.sql("select profession from evaluateur where ip_id = ? and au is null order by 1").param(a.ip()).query().listOfRows());
        return image;
    }
}
