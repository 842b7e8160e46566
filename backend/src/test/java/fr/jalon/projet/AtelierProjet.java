package fr.jalon.projet;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.acces.Role;
import fr.jalon.commun.Ids;
import fr.jalon.essai.Gens;
import fr.jalon.ip.reception.Accueil;
import fr.jalon.mesure.Atelier;

import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.ResultActions;

/** Projets moved through the endpoints as the screens do, on measures that really started. */
@Lazy
@Component
public class AtelierProjet {

    private final Atelier mesures;
    private final Accueil accueil;
    private final Gens gens;
    private final JdbcClient jdbc;

    AtelierProjet(Atelier mesures, Accueil accueil, Gens gens, JdbcClient jdbc) {
        this.mesures = mesures;
        this.accueil = accueil;
        this.gens = gens;
        this.jdbc = jdbc;
    }

    /** A judicial MEP of the child decided five days before it started, that many days ago. */
    public UUID mesure(int demarreeIlYA, UUID enfant) throws Exception {
        return mesure(mesures.judiciaire(demarreeIlYA + 5, enfant), demarreeIlYA);
    }

    public UUID mesure(Map<String, Object> demande, int demarreeIlYA) throws Exception {
        demande.putIfAbsent("serviceId", Atelier.SERVICE);
        UUID ref = mesures.ref();
        UUID m = mesures.ouvrir(ref, demande).get(0);
        mesures.fait(ref, m, "demarrage", "le", mesures.ilYA(demarreeIlYA));
        return m;
    }

    public void finir(UUID mesure, int ilYA) throws Exception {
        mesures.fait(mesures.ref(), mesure, "fin", "le", mesures.ilYA(ilYA), "motif", "OBJECTIFS_ATTEINTS", "suite", "AUCUNE");
    }

    public UUID projet(UUID enfant) {
        return jdbc.sql("select id from projet where enfant_id = ? and etat <> 'ANNULE'").param(enfant).query(UUID.class).optional().orElse(null);
    }

    /** A projet of a child of ten whose measure started that many days ago. */
    public UUID projet(int demarreeIlYA) throws Exception {
        UUID enfant = mesures.enfant();
        mesure(demarreeIlYA, enfant);
        return projet(enfant);
    }

    /** Somebody who signs for the président since long ago. */
    public UUID signataire() {
        UUID qui = gens.de(Role.REF, Atelier.UNITE);
        jdbc.sql("""
                insert into delegation_signature(id, utilisateur_id, reference, du, donnee_le) values (?, ?, 'Arrêté d’essai', date '2000-01-01', now())""")
                .params(Ids.nouveau(), qui).update();
        return qui;
    }

    public long version(UUID projet) {
        return jdbc.sql("select version from projet where id = ?").param(projet).query(Long.class).single();
    }

    public ResultActions agir(UUID qui, UUID projet, String acte, Object... champs) throws Exception {
        Map<String, Object> corps = new LinkedHashMap<>();
        corps.put("version", version(projet));
        for (int i = 0; i < champs.length; i += 2) {
            corps.put((String) champs[i], champs[i + 1]);
        }
        return accueil.poster(qui, "/api/projets/" + projet + "/" + acte, corps);
    }

    public void fait(UUID qui, UUID projet, String acte, Object... champs) throws Exception {
        agir(qui, projet, acte, champs).andExpect(status().is2xxSuccessful());
    }

    public JsonNode page(UUID qui, UUID projet) throws Exception {
        return accueil.lu(qui, "/api/projets/" + projet);
    }

    /** Where it stands: state, then « step unit » of each task. */
    public List<String> ou(UUID projet) {
        List<String> ou = new ArrayList<>(List.of(jdbc.sql("select etat from projet where id = ?").param(projet).query(String.class).single()));
        ou.addAll(jdbc.sql("select etape || ' ' || unite_id from tache where sujet_type = 'PROJET' and sujet_id = ? order by etape").param(projet)
                .query(String.class).list());
        return ou;
    }

    public List<String> echeances(UUID projet) {
        return jdbc.sql("select genre || ' ' || date_legale || ' ' || etat from echeance where sujet_type = 'PROJET' and sujet_id = ? and etat <> 'ANNULEE' order by 1")
                .param(projet).query(String.class).list();
    }

    /** Known segments, as « KIND start→end unit [product] [MEP] ». */
    public List<String> periodes(UUID projet) {
        return jdbc.sql("""
                select genre || ' ' || debut || '→' || coalesce(fin::text, '') || ' ' || unite_id || coalesce(' ' || (dimensions ->> 'produit'), '')
                    || case when dimensions ->> 'mep' = 'OUI' then ' mep' else '' end
                from periode where sujet_type = 'PROJET' and sujet_id = ? and connu_au is null order by genre, debut, segment""")
                .param(projet).query(String.class).list();
    }

    /** Living acts, as « GENRE day ». */
    public List<String> actes(UUID projet) {
        return jdbc.sql("select genre || ' ' || le from projet_acte where projet_id = ? and annule_le is null order by le, saisi_le, id").param(projet)
                .query(String.class).list();
    }

    public Map<String, Object> titulaire(UUID adulte, String presence) {
        Map<String, Object> x = new LinkedHashMap<>();
        x.put("qualite", "TITULAIRE");
        x.put("adulteId", adulte);
        x.put("presence", presence);
        return x;
    }

    public static Map<String, Object> enfantPresent() {
        return new LinkedHashMap<>(Map.of("qualite", "ENFANT", "presence", "PRESENTE"));
    }

    /** Met, written in its three domains, established that many days ago. */
    public void etabli(UUID projet, int ilYA) throws Exception {
        UUID referent = mesures.referent();
        fait(referent, projet, "rencontres", "statut", "TENUE", "le", mesures.ilYA(ilYA), "personnes",
                List.of(enfantPresent(), titulaire(Ids.nouveau(), "PRESENTE")));
        UUID version = jdbc.sql("select version_id from projet where id = ?").param(projet).query(UUID.class).single();
        for (String domaine : List.of("developpement", "relations", "scolarite")) {
            if (jdbc.sql("select count(*) from projet_objectif where version_id = ? and domaine = ?").params(version, domaine).query(Long.class).single() == 0) {
                objectif(version, domaine);
            }
        }
        fait(mesures.ref(), projet, "etablissement", "le", mesures.ilYA(ilYA), "signataireId", signataire());
    }

    public UUID objectif(UUID version, String domaine) {
        UUID id = Ids.nouveau();
        jdbc.sql("insert into projet_objectif(id, version_id, lignee, rang, domaine, objectif) values (?, ?, ?, 0, ?, 'Objectif d’essai')")
                .params(id, version, Ids.nouveau(), domaine).update();
        return id;
    }

    /** @return its lignee */
    public UUID action(UUID version, UUID objectif, LocalDate debut, LocalDate echeance, String service) {
        UUID lignee = Ids.nouveau();
        jdbc.sql("""
                insert into projet_action(id, version_id, objectif_id, lignee, rang, aupres, libelle, service_id, qui, debut, echeance)
                values (:id, :version, :objectif, :lignee, 0, 'ENFANT', 'Action d’essai', :service, :qui, :debut, :echeance)""").param("id", Ids.nouveau())
                .param("version", version).param("objectif", objectif).param("lignee", lignee).param("service", service)
                .param("qui", service == null ? "La mère" : null).param("debut", debut).param("echeance", echeance).update();
        return lignee;
    }

    public UUID versionId(UUID projet) {
        return jdbc.sql("select version_id from projet where id = ?").param(projet).query(UUID.class).single();
    }

    public LocalDate ilYA(int jours) {
        return mesures.ilYA(jours);
    }

    public Atelier mesures() {
        return mesures;
    }
}
