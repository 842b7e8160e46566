package fr.jalon.acces.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How one comes in, and who one is. Without Keycloak settings: a demo person chosen from a list, in the demonstration only. */
@RestController
@RequestMapping("/api")
class ConnexionController {

    record Connexion(@NotBlank(message = "Choisissez une personne.") String identifiant, String motDePasse) {
    }

    record Mode(String mode, String url) {
    }

    record PersonneDemo(String identifiant, String nom, String fonction, String unite, String description) {
    }

    record UniteMoi(String id, String nom, String type) {
    }

    record DepartementMoi(String code, String nom, Map<String, String> mots) {
    }

    record Moi(boolean connecte, UUID id, String identifiant, String nom, String fonction, List<String> roles, List<String> missions,
            List<UniteMoi> unites, DepartementMoi departement, boolean demonstration, boolean perimetreDepartement, String aujourdhui) {
    }

    private final Utilisateurs utilisateurs;
    private final Departement departement;
    private final Horloge horloge;
    private final JdbcClient jdbc;
    private final SecurityContextRepository contextes;
    private final ClientRegistration client;
    private final JournalDesConnexions journal;
    private final boolean demonstration;

    ConnexionController(Utilisateurs utilisateurs, Departement departement, Horloge horloge, JdbcClient jdbc,
            SecurityContextRepository contextes, ObjectProvider<ClientRegistrationRepository> clients, JournalDesConnexions journal,
            @Value("${jalon.demonstration}") boolean demonstration) {
        this.utilisateurs = utilisateurs;
        this.departement = departement;
        this.horloge = horloge;
        this.jdbc = jdbc;
        this.contextes = contextes;
        ClientRegistrationRepository registre = clients.getIfAvailable();
        this.client = registre == null ? null : registre.findByRegistrationId("keycloak");
        this.journal = journal;
        this.demonstration = demonstration;
    }

    @GetMapping("/connexion/mode")
    Mode mode() {
        return client != null ? new Mode("oidc", "/oauth2/authorization/keycloak") : new Mode("demonstration", null);
    }

    @GetMapping("/demo/personnes")
    List<PersonneDemo> personnes() {
        if (!demonstration || client != null) {
            return List.of();
        }
        Map<String, String> noms = departement.noms();
        return jdbc.sql("""
                select u.identifiant, concat_ws(' ', u.prenom, u.nom) as nom, coalesce(u.fonction, '') as fonction,
                       (select min(r.unite_id) from utilisateur_role r where r.utilisateur_id = u.id) as unite, '' as description
                from utilisateur u where u.demo and u.actif order by u.identifiant""")
                .query((l, n) -> new PersonneDemo(l.getString("identifiant"), l.getString("nom"), l.getString("fonction"),
                        l.getString("unite") == null ? departement.profil().nom() : noms.getOrDefault(l.getString("unite"), ""), ""))
                .list();
    }

    @PostMapping("/connexion")
    ResponseEntity<Moi> connexion(@Valid @RequestBody Connexion demande, HttpServletRequest http, HttpServletResponse reponse) {
        if (!demonstration || client != null) {
            throw Refus.global("La connexion passe par l’annuaire du département.");
        }
        UUID id = jdbc.sql("select id from utilisateur where identifiant = ? and demo").param(demande.identifiant()).query(UUID.class).optional().orElse(null);
        if (id == null) {
            journal.refusee(null, "connexion.refusee inconnu");
        }
        if (id == null || !journal.entree(id, "connexion.demonstration")) {
            throw Refus.champ("identifiant", "Cette personne n’est pas dans la démonstration.");
        }
        SecurityContext contexte = SecurityContextHolder.createEmptyContext();
        contexte.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(new Connecte(id), null, List.of()));
        SecurityContextHolder.setContext(contexte);
        if (http.getSession(false) != null) {
            http.changeSessionId();
        }
        contextes.saveContext(contexte, http, reponse);
        utilisateurs.connecte(id);
        return ResponseEntity.ok(moi(utilisateurs.identite(id).orElseThrow()));
    }

    /** 200 with {@code connecte=false} when nobody is logged in: the page asks this first, and no error is due for that. */
    @GetMapping("/moi")
    Moi moi() {
        return IdentiteCourante.siPresente().map(this::moi).orElseGet(() -> new Moi(false, null, null, null, null, List.of(), List.of(),
                List.of(), profil(), demonstration, false, horloge.aujourdhui().toString()));
    }

    private Moi moi(Identite qui) {
        Utilisateurs.Personne personne = utilisateurs.parId(qui.utilisateurId()).orElseThrow();
        List<UniteMoi> unites = departement.unites().stream().filter(u -> qui.unites().contains(u.id()))
                .map(u -> new UniteMoi(u.id(), u.nom(), u.type())).toList();
        String fonction = personne.fonction() != null ? personne.fonction()
                : qui.roles().stream().map(fr.jalon.acces.Role::libelle).findFirst().orElse("");
        return new Moi(true, qui.utilisateurId(), qui.identifiant(), qui.nomAffiche(), fonction,
                qui.roles().stream().map(Enum::name).sorted().toList(), qui.missions().stream().map(Enum::name).sorted().toList(), unites,
                profil(), demonstration, qui.departement(), horloge.aujourdhui().toString());
    }

    private DepartementMoi profil() {
        return new DepartementMoi(departement.profil().code(), departement.profil().nom(), departement.profil().mots());
    }
}
