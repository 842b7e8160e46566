package fr.jalon.acces.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Role;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.departement.Departement;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what Keycloak says of somebody: realm roles give the duties, groups the territory ({@code /cdas-redon}; {@code /departement} for
 * the whole), under {@code jalon.acces.groupes} and nowhere deeper. A role or a group the house does not know is left aside, never guessed.
 * A service habilité never holds the whole département.
 */
@Component
class Annuaire {

    private static final String DEPARTEMENT_ENTIER = "departement";

    private final Utilisateurs utilisateurs;
    private final Departement departement;
    private final JdbcClient jdbc;
    private final String racine;

    Annuaire(Utilisateurs utilisateurs, Departement departement, JdbcClient jdbc, @Value("${jalon.acces.groupes:/}") String racine) {
        this.utilisateurs = utilisateurs;
        this.departement = departement;
        this.jdbc = jdbc;
        this.racine = racine.endsWith("/") ? racine : racine + "/";
    }

    UUID id(String sub) {
        return jdbc.sql("select id from utilisateur where sub = ?").param(sub).query(UUID.class).optional().orElse(new UUID(0, 0));
    }

    UUID accueillir(Map<String, Object> claims) {
        String identifiant = texte(claims, "preferred_username", (String) claims.get("sub"));
        return utilisateurs.accueillir((String) claims.get("sub"), identifiant, texte(claims, "family_name", identifiant),
                texte(claims, "given_name", null), texte(claims, "email", null), habilitations(claims));
    }

    List<Utilisateurs.Habilitation> habilitations(Map<String, Object> claims) {
        Set<String> connus = Arrays.stream(Role.values()).map(Enum::name).collect(Collectors.toSet());
        List<Role> roles = liste(claims.get("realm_access") instanceof Map<?, ?> acces ? acces.get("roles") : null).stream()
                .filter(connus::contains).map(Role::valueOf).toList();
        List<String> groupes = liste(claims.get("groups")).stream().filter(g -> g.startsWith(racine)).map(g -> g.substring(racine.length())).toList();
        Set<String> unites = departement.noms().keySet();
        List<Utilisateurs.Habilitation> resultat = new ArrayList<>();
        for (Role role : roles) {
            if (groupes.contains(DEPARTEMENT_ENTIER) && role != Role.SERVICE_HABILITE) {
                resultat.add(new Utilisateurs.Habilitation(role, null));
            }
            groupes.stream().filter(unites::contains).forEach(u -> resultat.add(new Utilisateurs.Habilitation(role, u)));
        }
        return resultat;
    }

    private static List<String> liste(Object valeur) {
        return valeur instanceof Collection<?> c ? c.stream().map(String::valueOf).toList() : List.of();
    }

    private static String texte(Map<String, Object> claims, String cle, String defaut) {
        return claims.get(cle) instanceof String s && !s.isBlank() ? s : defaut;
    }
}
