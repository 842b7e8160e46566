package fr.jalon.droits;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.Ids;
import fr.jalon.essai.Gens;
import fr.jalon.ip.decision.Affaires;
import fr.jalon.ip.decision.Affaires.Affaire;
import fr.jalon.ip.reception.Accueil;
import fr.jalon.mesure.Atelier;

import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;

/** Two brothers and sisters with everything a file may hold, over: one shared IP, a measure and its projet, a way to majority, documents. */
@Lazy
@Component
public class DossierEntier {

    /** @param nom the family name, borne by nobody else; {@code mot} stands in every text */
    public record Entier(Affaire affaire, UUID lea, UUID tom, UUID mesure, UUID document, String nom, String mot) {
    }

    private final Affaires affaires;
    private final Accueil accueil;
    private final Atelier atelier;
    private final Gens gens;
    private final MockMvc mvc;
    private final JdbcClient jdbc;

    DossierEntier(Affaires affaires, Accueil accueil, Atelier atelier, Gens gens, MockMvc mvc, JdbcClient jdbc) {
        this.affaires = affaires;
        this.accueil = accueil;
        this.atelier = atelier;
        this.gens = gens;
        this.mvc = mvc;
        this.jdbc = jdbc;
    }

    /** Nothing is open in it any more. */
    public Entier clos() throws Exception {
        String alea = UUID.randomUUID().toString().substring(0, 6).replaceAll("[0-9-]", "k");
        String nom = "Zwick" + alea;
        String mot = "xylo" + alea;
        Map<String, Object> saisie = accueil.saisie();
        saisie.put("faits", "Faits " + mot + ", dits par M. Voisinage " + alea + ".");
        saisie.put("transmetteur", Accueil.transmetteur("PARTICULIER", "Voisinage " + alea, true));
        Affaire a = affaires.informee(affaires.decidee(affaires.rendue(affaires.designee(affaires.confiee(affaires.qualifiee(affaires.recue(saisie)))))));
        affaires.suite(a, a.tom(), "CLASSEMENT").andExpect(status().isOk());
        UUID lea = enfant(a.lea());
        UUID tom = enfant(a.tom());
        nommer(lea, nom);
        nommer(tom, nom);
        jdbc.sql("insert into rapport_section(ip_id, code, texte, version, modifiee_le) values (?, 'PARENTS', ?, 1, now())")
                .params(a.ip(), "Les parents " + mot + " ; adresse : 2, rue CACHEE.").update();
        jdbc.sql("""
                insert into ressource_entourage(id, ip_id, qui, apport, saisie_le) values (?, ?, ?, ?, now())""").params(Ids.nouveau(), a.ip(), "Tante " + mot, "Accueille " + mot).update();
        UUID mesure = atelier.ouvrir(atelier.ref(), mesureDe(lea, mot)).get(0);
        atelier.fait(atelier.ref(), mesure, "demarrage", "le", atelier.ilYA(100));
        atelier.fait(atelier.ref(), mesure, "fin", "le", atelier.ilYA(2), "motif", "OBJECTIFS_ATTEINTS", "suite", "AUCUNE", "texte", "Fin " + mot,
                "motifs", Map.of("AVANT_TERME", "Motif " + mot));
        autonomie(lea, mot);
        autour(a, lea, tom, mesure, mot);
        UUID document = UUID.fromString(new com.fasterxml.jackson.databind.ObjectMapper().readTree(mvc.perform(multipart("/api/documents")
                .file(new MockMultipartFile("fichier", "lettre-" + mot + ".txt", "text/plain", ("Lettre " + mot).getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .param("sujetType", "ENFANT").param("sujetId", lea.toString()).param("genre", "COURRIER").with(gens.comme(atelier.ref()))).andExpect(status().isCreated())
                .andReturn().getResponse().getContentAsString()).get("id").asText());
        return new Entier(a, lea, tom, mesure, document, nom, mot);
    }

    private Map<String, Object> mesureDe(UUID enfant, String mot) {
        Map<String, Object> d = atelier.judiciaire(120, enfant);
        d.put("serviceId", Atelier.SERVICE);
        d.put("juridiction", "Tribunal " + mot);
        return d;
    }

    /** What other acts leave, written straight: each has its own tests. */
    private void autour(Affaire a, UUID lea, UUID tom, UUID mesure, String mot) {
        UUID acte = Ids.nouveau();
        jdbc.sql("insert into acte_evaluation(id, ip_id, genre, le, texte, saisie_le) values (?, ?, 'ENTRETIEN', date '2026-01-05', ?, now())").params(acte, a.ip(), "Vus " + mot).update();
        jdbc.sql("insert into acte_evaluation_personne(acte_id, mineur_id, present, avis) values (?, ?, true, ?)").params(acte, a.lea(), "Dit " + mot).update();
        jdbc.sql("insert into acte_evaluation_personne(acte_id, mineur_id, present, avis) values (?, ?, true, ?)").params(acte, a.tom(), "Son frère dit " + mot).update();
        UUID avis = Ids.nouveau();
        jdbc.sql("""
                insert into avis_demande(id, ip_id, partenaire, destinataire, question, demande_le, moyen, saisie_le) values (?, ?, 'ECOLE', ?, ?, date '2026-01-06', 'COURRIER', now())""")
                .params(avis, a.ip(), "École " + mot, "Question " + mot).update();
        jdbc.sql("insert into avis_relance(id, avis_id, le, moyen, saisie_le) values (?, ?, date '2026-01-20', 'TELEPHONE', now())").params(Ids.nouveau(), avis).update();
        jdbc.sql("insert into fiche_navette(id, information_id, service, question, posee_le, reponse, repondue_le) values (?, ?, 'PMI', ?, now(), ?, now())")
                .params(Ids.nouveau(), a.information(), "Connue " + mot, "Oui " + mot).update();
        jdbc.sql("insert into precision_demandee(id, ip_id, question, demandee_le, reponse) values (?, ?, ?, now(), ?)").params(Ids.nouveau(), a.ip(), "Et " + mot, "Si " + mot).update();
        jdbc.sql("insert into correction(id, ip_id, genre, motif, effets, faite_le) values (?, ?, 'RECEPTION', ?, '{}', now())").params(Ids.nouveau(), a.ip(), "Faux " + mot).update();
        jdbc.sql("insert into commission_mineur(id, ip_id, mineur_id, seance_le, avis, saisie_le) values (?, ?, ?, date '2026-01-30', ?, now())")
                .params(Ids.nouveau(), a.ip(), a.lea(), "Avis " + mot).update();
        jdbc.sql("insert into consigne_parquet(id, ip_id, du, auteur, portees, precisions, saisie_le, levee_le) values (?, ?, date '2026-01-02', ?, '{CONTACT}', ?, now(), date '2026-01-03')")
                .params(Ids.nouveau(), a.ip(), "Substitut " + mot, "Rien " + mot).update();
        UUID premier = lea.toString().compareTo(tom.toString()) < 0 ? lea : tom;
        jdbc.sql("insert into lien_enfants(id, enfant_a, enfant_b, genre, note, pose_le) values (?, ?, ?, 'AUTRE', ?, now())")
                .params(Ids.nouveau(), premier, premier.equals(lea) ? tom : lea, "Note " + mot).update();
        jdbc.sql("insert into mesure_referent(id, mesure_id, genre, nom, du, au) values (?, ?, 'MESURE', ?, date '2026-01-01', date '2026-01-02')")
                .params(Ids.nouveau(), mesure, "Référente " + mot).update();
        jdbc.sql("insert into revue_statut(id, enfant_id, genre, prevue_le, texte) values (?, ?, 'STATUT', date '2026-01-08', ?)").params(Ids.nouveau(), lea, "Statut " + mot).update();
        UUID projet = jdbc.sql("select id from projet where enfant_id = ?").param(lea).query(UUID.class).single();
        UUID rencontre = Ids.nouveau();
        jdbc.sql("insert into projet_rencontre(id, projet_id, statut, tenue_le, synthese, parole_enfant) values (?, ?, 'TENUE', date '2026-01-12', ?, ?)")
                .params(rencontre, projet, "Synthèse " + mot, "Mes mots " + mot).update();
        jdbc.sql("insert into projet_rencontre_personne(id, rencontre_id, qualite, nom, avis) values (?, ?, 'TIERS', ?, ?)")
                .params(Ids.nouveau(), rencontre, "Marraine " + mot, "Pense " + mot).update();
        UUID version = jdbc.sql("select id from projet_version where projet_id = ? limit 1").param(projet).query(UUID.class).optional().orElse(null);
        if (version == null) {
            version = Ids.nouveau();
            jdbc.sql("insert into projet_version(id, projet_id, numero, modele, etat, ouverte_le) values (?, ?, 1, 'ppe-1', 'EN_COURS', date '2026-01-10')").params(version, projet).update();
        }
        UUID partie = Ids.nouveau();
        jdbc.sql("insert into projet_partie(id, version_id, code, contributeur, texte) values (?, ?, 'ESSAI', 'REFERENT', ?)").params(partie, version, "Partie " + mot).update();
        jdbc.sql("insert into projet_partie_ancienne(partie_id, version, texte) values (?, 0, ?)").params(partie, "Ancienne " + mot).update();
        UUID objectif = Ids.nouveau();
        jdbc.sql("insert into projet_objectif(id, version_id, lignee, rang, domaine, objectif) values (?, ?, ?, 9, 'scolarite', ?)").params(objectif, version, objectif, "But " + mot).update();
        UUID action = Ids.nouveau();
        jdbc.sql("insert into projet_action(id, version_id, objectif_id, lignee, rang, aupres, libelle) values (?, ?, ?, ?, 9, 'ENFANT', ?)")
                .params(action, version, objectif, action, "Action " + mot).update();
    }

    /** Written straight: its own tests tell how it is lived. */
    private void autonomie(UUID enfant, String mot) {
        UUID id = Ids.nouveau();
        jdbc.sql("""
                insert into autonomie(id, enfant_id, unite_id, etat, naissance, dix_sept_le, dix_huit_le, vingt_et_un_le, ouverte_le, close_le, motif_fin, saisie_le)
                values (?, ?, ?, 'CLOSE', date '2018-05-04', date '2035-05-04', date '2036-05-04', date '2039-05-04', date '2020-01-01', date '2020-02-01', 'AUTRE', now())""")
                .params(id, enfant, Atelier.UNITE).update();
        jdbc.sql("insert into sujet_unite(sujet_type, sujet_id, unite_id, titre) values ('AUTONOMIE', ?, ?, 'SUIVI')").params(id, Atelier.UNITE).update();
        UUID acte = Ids.nouveau();
        jdbc.sql("insert into autonomie_acte(id, autonomie_id, genre, le, texte, saisi_le) values (?, ?, 'ENTRETIEN', date '2020-01-15', ?, now())")
                .params(acte, id, "Entretien " + mot).update();
        jdbc.sql("insert into autonomie_mot(acte_id, code, texte) values (?, 'PAROLE', ?)").params(acte, "Parole " + mot).update();
    }

    private UUID enfant(UUID mineur) {
        return jdbc.sql("select enfant_id from mineur_concerne where id = ?").param(mineur).query(UUID.class).single();
    }

    private void nommer(UUID enfant, String nom) {
        IdentiteCourante.en(Identite.systeme("essai"), () -> {
            corrections.nommer(enfant, nom);
            return null;
        });
    }

    @org.springframework.beans.factory.annotation.Autowired
    private Corrections corrections;

    /** As the correction of an identity does, index included. */
    @Component
    static class Corrections {

        private final fr.jalon.dossier.Dossiers dossiers;

        Corrections(fr.jalon.dossier.Dossiers dossiers) {
            this.dossiers = dossiers;
        }

        @org.springframework.transaction.annotation.Transactional
        public void nommer(UUID enfant, String nom) {
            dossiers.ajouterNom(enfant, nom, nom, "ALIAS");
            fr.jalon.dossier.Enfant e = dossiers.enfant(enfant);
            dossiers.corrigerEnfant(enfant, e.version(), new fr.jalon.dossier.EnfantSaisi(nom, null, e.prenoms(), false, e.sexe(), e.naissance(), "Ville" + nom, null, false));
        }
    }
}
