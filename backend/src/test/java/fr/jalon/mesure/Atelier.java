package fr.jalon.mesure;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Role;
import fr.jalon.commun.Ids;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.essai.Gens;
import fr.jalon.ip.reception.Accueil;

import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.ResultActions;

/** Children with their holders, and measures moved through the endpoints as the screens do, with as little said as each test needs. */
@Lazy
@Component
public class Atelier {

    public static final String UNITE = "cdas-redon";
    public static final String SERVICE = "svc-apase";

    private final Accueil accueil;
    private final Gens gens;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Horloge horloge;
    private final Affectation affectation;

    Atelier(Accueil accueil, Gens gens, JdbcClient jdbc, ObjectMapper json, Horloge horloge, Affectation affectation) {
        this.accueil = accueil;
        this.gens = gens;
        this.jdbc = jdbc;
        this.json = json;
        this.horloge = horloge;
        this.affectation = affectation;
    }

    public UUID ref() {
        return gens.de(Role.REF, UNITE);
    }

    public UUID referent() {
        return gens.de(Role.REFERENT_PPEF, UNITE);
    }

    public UUID service() {
        return gens.de(Role.SERVICE_HABILITE, SERVICE);
    }

    public LocalDate ilYA(int jours) {
        return horloge.aujourdhui().minusDays(jours);
    }

    /** A child the unit follows, without holders. */
    public UUID enfant(LocalDate naissance) {
        UUID id = Ids.nouveau();
        jdbc.sql("""
                insert into enfant(id, nom, prenoms, sexe, naissance_precision, naissance_le, cree_le)
                values (?, 'Essai', 'Enfant', 'INCONNU', 'EXACTE', ?, now())""").params(id, naissance).update();
        jdbc.sql("insert into sujet_unite(sujet_type, sujet_id, unite_id, titre) values ('ENFANT', ?, ?, 'SUIVI')").params(id, UNITE).update();
        return id;
    }

    public UUID enfant() {
        return enfant(ilYA(3650));
    }

    /** Somebody who holds parental authority over these children. */
    public UUID titulaire(UUID... enfants) {
        UUID adulte = Ids.nouveau();
        jdbc.sql("insert into adulte(id, nom, prenoms) values (?, 'Essai', 'Parent')").param(adulte).update();
        for (UUID e : enfants) {
            jdbc.sql("""
                    insert into autorite_parentale(id, enfant_id, adulte_id, qualite, exercice, du)
                    values (?, ?, ?, 'MERE', 'CONJOINT', date '2000-01-01')""").params(Ids.nouveau(), e, adulte).update();
        }
        return adulte;
    }

    /** A judicial MEP (AEMO of one year), decided that many days ago. */
    public Map<String, Object> judiciaire(int jours, UUID... enfants) {
        Map<String, Object> d = new LinkedHashMap<>();
        d.put("enfants", List.of(enfants));
        d.put("baseLegale", "AEMO");
        d.put("produit", "MEP");
        d.put("uniteId", UNITE);
        d.put("autorite", "JUGE_ENFANTS");
        d.put("decideeLe", ilYA(jours));
        d.put("terme", ilYA(jours).plusYears(1));
        d.put("intensite", "SIMPLE");
        // Places are the waiting list's tests' business.
        d.put("motifs", Map.of("SERVICE_SANS_PRODUIT", "Convention en cours.", "SERVICE_COMPLET", "Ordonnance."));
        return d;
    }

    /** An administrative MEP (AED of one year). */
    public Map<String, Object> administrative(int jours, UUID... enfants) {
        Map<String, Object> d = judiciaire(jours, enfants);
        d.put("baseLegale", "AED");
        d.put("autorite", "PRESIDENT");
        return d;
    }

    /** A placement at the ASE for two years, third parties sought without result. */
    public Map<String, Object> placement(int jours, UUID... enfants) {
        Map<String, Object> d = judiciaire(jours, enfants);
        d.put("baseLegale", "PLACEMENT_ASE");
        d.put("produit", "PLACEMENT");
        d.put("terme", ilYA(jours).plusYears(2));
        d.put("intensite", null);
        d.put("serviceId", "svc-familial");
        d.put("tiersRecherches", "SANS_RESULTAT");
        return d;
    }

    public static Map<String, Object> accord(UUID adulte, String statut, LocalDate le) {
        Map<String, Object> a = new LinkedHashMap<>();
        a.put("adulteId", adulte);
        a.put("statut", statut);
        a.put("le", le);
        return a;
    }

    public List<UUID> ouvrir(UUID qui, Map<String, Object> demande) throws Exception {
        List<UUID> ids = new ArrayList<>();
        json.readTree(accueil.poster(qui, "/api/mesures", demande).andExpect(status().isCreated()).andReturn().getResponse()
                .getContentAsString(StandardCharsets.UTF_8)).get("mesures").forEach(n -> ids.add(UUID.fromString(n.asText())));
        return ids;
    }

    public ResultActions refusee(UUID qui, Map<String, Object> demande) throws Exception {
        return accueil.poster(qui, "/api/mesures", demande).andExpect(status().isUnprocessableEntity());
    }

    public ResultActions poster(UUID qui, Map<String, Object> demande) throws Exception {
        return accueil.poster(qui, "/api/mesures", demande);
    }

    public ResultActions postee(UUID qui, UUID mesure, String acte, Object corps) throws Exception {
        return accueil.poster(qui, "/api/mesures/" + mesure + "/" + acte, corps);
    }

    public JsonNode page(UUID qui, UUID mesure) throws Exception {
        return accueil.lu(qui, "/api/mesures/" + mesure);
    }

    /** An act, with the version read now. */
    public ResultActions agir(UUID qui, UUID mesure, String acte, Object... champs) throws Exception {
        Map<String, Object> corps = new LinkedHashMap<>();
        corps.put("version", version(mesure));
        for (int i = 0; i < champs.length; i += 2) {
            corps.put((String) champs[i], champs[i + 1]);
        }
        return accueil.poster(qui, "/api/mesures/" + mesure + "/" + acte, corps);
    }

    public void fait(UUID qui, UUID mesure, String acte, Object... champs) throws Exception {
        agir(qui, mesure, acte, champs).andDo(r -> {
            if (r.getResponse().getStatus() >= 300) {
                throw new AssertionError(acte + " refused: " + r.getResponse().getContentAsString(StandardCharsets.UTF_8));
            }
        });
    }

    public long version(UUID mesure) {
        return jdbc.sql("select version from mesure where id = ?").param(mesure).query(Long.class).single();
    }

    /** Where it stands: state, then « step unit » of each task. */
    public List<String> ou(UUID mesure) {
        List<String> ou = new ArrayList<>(List.of(jdbc.sql("select etat from mesure where id = ?").param(mesure).query(String.class).single()));
        ou.addAll(jdbc.sql("select etape || ' ' || unite_id from tache where sujet_type = 'MESURE' and sujet_id = ? order by etape").param(mesure)
                .query(String.class).list());
        return ou;
    }

    /** Known segments, as « KIND start→end unit [intensity] ». */
    public List<String> periodes(UUID mesure) {
        return jdbc.sql("""
                select genre || ' ' || debut || '→' || coalesce(fin::text, '') || ' ' || (dimensions ->> 'base')
                    || coalesce(' ' || (dimensions ->> 'service'), '') || coalesce(' ' || (dimensions ->> 'intensite'), '')
                from periode where sujet_type = 'MESURE' and sujet_id = ? and connu_au is null order by genre, debut, segment""")
                .param(mesure).query(String.class).list();
    }

    public int nombreDePeriodes(UUID mesure, String genre) {
        return jdbc.sql("select count(distinct periode_id) from periode where sujet_id = ? and genre = ? and connu_au is null")
                .params(mesure, genre).query(Integer.class).single();
    }

    public List<String> echeances(UUID mesure) {
        return jdbc.sql("select genre || ' ' || date_legale || ' ' || etat from echeance where sujet_id = ? and etat <> 'ANNULEE' order by 1")
                .param(mesure).query(String.class).list();
    }

    /** Values of a dimension over the events of a type that still hold. */
    public List<String> evenements(UUID mesure, String type, String dimension) {
        return jdbc.sql("""
                select coalesce(e.dimensions ->> ?, '') from evenement_valide e join evenement_sujet s on s.evenement_id = e.id
                where s.sujet_id = ? and e.type = ? order by e.survenu_le, e.id""").params(dimension, mesure, type).query(String.class).list();
    }

    /** The wait for exercise is over as soon as the service is known and starts. */
    public void affecter(UUID mesure, String service, LocalDate le) {
        IdentiteCourante.en(Identite.systeme("essai"), () -> {
            affectation.affecter(mesure, service, le);
            return null;
        });
    }

    /** Assigns as the waiting list does, without its places. */
    @Component
    static class Affectation {

        private final ActesMesure actes;
        private final Mesures mesures;

        Affectation(ActesMesure actes, Mesures mesures) {
            this.actes = actes;
            this.mesures = mesures;
        }

        @org.springframework.transaction.annotation.Transactional
        public void affecter(UUID mesure, String service, LocalDate le) {
            Mesure m = mesures.findById(mesure).orElseThrow();
            actes.noter(m, GenreActe.AFFECTATION, le, Map.of("service", service), null, null);
            actes.conclure(m, "affecter", Map.of());
        }
    }
}
