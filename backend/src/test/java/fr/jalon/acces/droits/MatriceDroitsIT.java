package fr.jalon.acces.droits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import fr.jalon.acces.RefusDits;
import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springdoc.core.properties.SpringDocConfigProperties;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every operation of the OpenAPI documents × every role × on a file of one's territory, on one of another, without being anybody. What
 * comes out is {@code docs/droits.md}, read and decided by people: an operation that is not on the page, or answers otherwise than the page says,
 * fails. {@code -Djalon.droits.ecrire=true} writes the page again.
 *
 * <p>An operation is refused when it answers 401 or 403, or leaves a refusal for the journal (out of sight is answered as absent). Forms are
 * not checked meanwhile, so that the right is asked before anything else; each call is rolled back.
 */
@TestIntegration
class MatriceDroitsIT {

    private static final Path PAGE = Path.of("../docs/droits.md");
    /** Asked by the page before anybody is known. */
    private static final Set<String> SANS_PERSONNE = Set.of("POST /api/connexion", "GET /api/connexion/mode", "GET /api/demo/personnes", "GET /api/moi");
    private static final Set<Role> SANS_DOSSIER = Set.of(Role.OBSERVATOIRE, Role.ADMINISTRATEUR, Role.DELEGUE);

    /** Whoever does not see the file is told nothing, as if there were none, and no refusal is written. */
    private static final Map<String, String> MUETS = Map.of("GET /api/projets/de-l-enfant/{enfant}", "{\"id\":null}");

    private enum Issue {
        PASSE, REFUSE
    }

    @Autowired
    private MockMvc mvc;
    @Autowired
    private Gens gens;
    @Autowired
    private DossiersDEssai dossiers;
    @Autowired
    private SpringDocConfigProperties reglages;
    @Autowired
    private SansControle sansControle;
    @Autowired
    private TransactionTemplate transaction;
    private List<PointEntree> points;
    private Map<String, String> ids;

    @BeforeEach
    void des_dossiers_de_redon() throws Exception {
        points = PointEntree.tous(mvc, gens, reglages);
        ids = dossiers.deRedon();
    }

    @Test
    void nobody_unknown_comes_past_the_door() throws Exception {
        for (PointEntree p : points) {
            int statut = mvc.perform(demande(p).with(SecurityMockMvcRequestPostProcessors.csrf())).andReturn().getResponse().getStatus();
            if (!SANS_PERSONNE.contains(p.nom())) {
                assertThat(statut).as(p.nom()).isEqualTo(401);
            }
        }
    }

    @Test
    void every_operation_answers_each_role_as_the_page_of_rights_says() throws Exception {
        Map<Role, UUID> siens = new LinkedHashMap<>();
        Map<Role, UUID> autres = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            siens.put(role, gens.de(role, unite(role, "cdas-redon", "svc-apase")));
            autres.put(role, unite(role, "", "") == null ? siens.get(role) : gens.de(role, unite(role, "cdas-fougeres", "svc-semo")));
        }
        Map<String, List<String>> lignes = new LinkedHashMap<>();
        List<String> fautes = new ArrayList<>();
        sansControle.faire(() -> {
            for (PointEntree p : points) {
                List<String> ligne = new ArrayList<>();
                for (Role role : Role.values()) {
                    Issue chezSoi = issue(p, siens.get(role), fautes, role, false);
                    boolean ailleurs = dUnDossier(p) && !siens.get(role).equals(autres.get(role));
                    Issue autre = ailleurs ? issue(p, autres.get(role), fautes, role, true) : Issue.REFUSE;
                    if (ailleurs && autre != Issue.REFUSE) {
                        fautes.add(p.nom() + " : " + role + " d’un autre territoire n’est pas refusé");
                    }
                    if (dUnDossier(p) && SANS_DOSSIER.contains(role) && chezSoi != Issue.REFUSE) {
                        fautes.add(p.nom() + " : " + role + " ouvre un dossier");
                    }
                    ligne.add(chezSoi == Issue.PASSE ? "●" : "·");
                }
                lignes.put(p.nom(), ligne);
            }
        });
        String page = page(lignes);
        if (Boolean.getBoolean("jalon.droits.ecrire")) {
            Files.writeString(PAGE, page);
        }
        assertThat(fautes.stream().distinct()).isEmpty();
        assertThat(PAGE).exists().content().isEqualTo(page);
    }

    private static String unite(Role role, String cdas, String service) {
        return switch (role) {
            case ASSISTANTE_IP, EVALUATEUR, RESPONSABLE_CDAS, REF, REFERENT_PPEF -> cdas;
            case SERVICE_HABILITE -> service;
            default -> null;
        };
    }

    private boolean dUnDossier(PointEntree p) {
        return DossiersDEssai.genre(p.chemin()) != null;
    }

    private Issue issue(PointEntree p, UUID qui, List<String> fautes, Role role, boolean ailleurs) throws Exception {
        return transaction.execute(statut -> {
            statut.setRollbackOnly();
            int avant = RefusDits.enAttente();
            MvcResult reponse;
            try {
                reponse = mvc.perform(demande(p).with(gens.comme(qui))).andReturn();
            } catch (Exception e) {
                throw new IllegalStateException(p.nom(), e);
            }
            int code = reponse.getResponse().getStatus();
            // What is not found to read under one id of ours is out of sight; an act may name something else in its body.
            boolean refuse = code == 401 || code == 403 || code == 404 && p.methode().equals("GET") && dUnDossier(p) && DossiersDEssai.variables(p.chemin()) == 1
                    || RefusDits.enAttente() > avant;
            if (code == 400) {
                fautes.add(p.nom() + " : la demande d’essai est illisible, le droit n’a pas été demandé (" + reponse.getResolvedException() + ")");
            }
            if (code >= 500 && p.methode().equals("GET")) {
                fautes.add(p.nom() + " : " + role + " reçoit une erreur au lieu d’une réponse (" + code + ", " + reponse.getResolvedException() + ")");
            }
            // A read outside a transaction, where the database does not know who acts: an error to mend, not an answer.
            for (Throwable e = reponse.getResolvedException(); e != null; e = e.getCause()) {
                if (e.getMessage() != null && e.getMessage().contains("Personne n’agit")) {
                    fautes.add(p.nom() + " : une lecture se fait sans que la base sache pour qui");
                }
            }
            String texte = texte(reponse);
            if ((ailleurs || SANS_DOSSIER.contains(role)) && texte.contains(dossiers.nomSecret())) {
                fautes.add(p.nom() + " : " + role + (ailleurs ? " d’un autre territoire" : "") + " lit le nom de l’enfant");
            }
            refuse |= texte.equals(MUETS.get(p.nom()));
            return refuse ? Issue.REFUSE : Issue.PASSE;
        });
    }

    private static String texte(MvcResult reponse) {
        return new String(reponse.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MockHttpServletRequestBuilder demande(PointEntree p) {
        String adresse = DossiersDEssai.adresse(p.chemin(), ids);
        MockHttpServletRequestBuilder demande;
        if (p.fichier()) {
            demande = multipart(HttpMethod.valueOf(p.methode()), adresse)
                    .file(new MockMultipartFile("fichier", "essai.txt", "text/plain", "essai".getBytes(StandardCharsets.UTF_8)));
        } else {
            demande = request(HttpMethod.valueOf(p.methode()), adresse);
            if (!p.methode().equals("GET")) {
                demande.contentType(MediaType.APPLICATION_JSON).content(DossiersDEssai.corps(p));
            }
        }
        p.parametres().forEach((nom, valeur) -> demande.param(nom, DossiersDEssai.parametre(p.nom(), nom, valeur, ids)));
        return demande;
    }

    private static String page(Map<String, List<String>> lignes) {
        StringBuilder page = new StringBuilder("""
                # Rights: every operation, every role

                Written by `MatriceDroitsIT` from the OpenAPI documents and from what the server answers; the build fails when an operation is not on this page or
                answers otherwise. It is read like code: a ● that appears is a right that is given.

                - **●** passes the door; **·** is refused (403, or 404 for what is out of sight), with a line in the journal.
                - Operations on a file are asked on a file of the person's territory. On a file of another territory every role that has one is refused every operation, and
                  reads the child's name nowhere: the test says so for each line.
                - Without being anybody: 401 everywhere but `POST /api/connexion`, `GET /api/connexion/mode`, `GET /api/demo/personnes`, `GET /api/moi`.
                - Roles are those of profile 35; the CRIP, supervision, observatory, administration and data protection hold the whole département.
                - A list passes for whoever may ask it; what it holds is filtered by the same rule as one file. Which **fields** are told (sender, withheld address) and
                  which **child** is for named people only are other tests' promises ([security](securite.md)).

                """);
        Map<String, String> entetes = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            entetes.put(role.name(), role.libelle());
        }
        String categorie = "";
        for (Map.Entry<String, List<String>> l : new TreeMap<>(parAdresse(lignes)).entrySet()) {
            String racine = l.getKey().split("/")[2].split(" ")[0];
            if (!racine.equals(categorie)) {
                categorie = racine;
                page.append("\n## ").append(racine.startsWith("{") ? "consignes" : racine).append("\n\n| Operation | ").append(String.join(" | ", entetes.values()))
                        .append(" |\n|---|").append(":-:|".repeat(entetes.size())).append('\n');
            }
            String[] mots = l.getKey().split(" ");
            page.append("| `").append(mots[1]).append(' ').append(mots[0]).append("` | ").append(String.join(" | ", l.getValue())).append(" |\n");
        }
        return page.toString();
    }

    /** « /api/x GET », so that operations of one address stand together. */
    private static Map<String, List<String>> parAdresse(Map<String, List<String>> lignes) {
        Map<String, List<String>> parAdresse = new LinkedHashMap<>();
        lignes.forEach((nom, ligne) -> parAdresse.put(nom.split(" ")[1] + " " + nom.split(" ")[0], ligne));
        return parAdresse;
    }
}
