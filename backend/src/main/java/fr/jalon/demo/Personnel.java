package fr.jalon.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Mission;
import fr.jalon.acces.Role;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The demo colleagues: for each unit, each role whose missions the profile lets that type of unit hold; the evaluators are four, of four
 * professions. Written again at each start, so that a profile that gains a unit gains its people; nothing of a person is overwritten.
 */
@Component
class Personnel {

    /** @param unite null: the whole département and no unit of one's own */
    record Agent(UUID id, String identifiant, String nom, String prenom, Role role, String unite, String profession, boolean partout) {
    }

    /** Roles with no mission of their own in this issue still sit where children are followed. */
    private static final Set<Role> SANS_MISSION_EN_UNITE = Set.of(Role.REFERENT_PPEF);
    private static final Set<Role> POUR_TOUS = Set.of(Role.OBSERVATOIRE, Role.ADMINISTRATEUR, Role.DELEGUE);
    /** What the acts of a file ask of the unit they happen in. */
    static final List<Mission> D_UN_DOSSIER = List.of(Mission.RECUEIL, Mission.MANDAT, Mission.DESIGNATION, Mission.EVALUATION, Mission.DECISION, Mission.INFORMATION);
    private static final int EVALUATEURS = 4;
    static final LocalDate DELEGATIONS_DU = LocalDate.of(2018, 9, 1);

    private final Departement departement;
    private final JdbcClient jdbc;

    Personnel(Departement departement, JdbcClient jdbc) {
        this.departement = departement;
        this.jdbc = jdbc;
    }

    /** @return everybody, in a stable order */
    @Transactional
    public List<Agent> installer() {
        List<Agent> agents = composer();
        for (Agent a : agents) {
            jdbc.sql("""
                    insert into utilisateur(id, identifiant, nom, prenom, fonction, profession, courriel, demo)
                    values (:id, :identifiant, :nom, :prenom, :fonction, :profession, :courriel, true) on conflict do nothing""")
                    .param("id", a.id()).param("identifiant", a.identifiant()).param("nom", a.nom()).param("prenom", a.prenom())
                    .param("fonction", fonction(a)).param("profession", a.profession())
                    .param("courriel", a.identifiant() + "@demonstration.invalid").update();
            habiliter(a, a.unite());
            if (a.partout() && a.unite() != null) {
                habiliter(a, null);
            }
        }
        deleguer(agents);
        return agents;
    }

    private void habiliter(Agent a, String unite) {
        jdbc.sql("insert into utilisateur_role(utilisateur_id, role, unite_id) values (:id, :role, :unite) on conflict do nothing")
                .param("id", a.id()).param("role", a.role().name()).param("unite", unite).update();
    }

    /** Whoever decides may sign, since before the first file; the first one stands in for the second during a past summer. */
    private void deleguer(List<Agent> agents) {
        List<Agent> decideurs = agents.stream().filter(a -> missions(a.role()).contains(Mission.DECISION.name())).toList();
        int rang = 1;
        for (Agent a : decideurs) {
            deleguer(idDelegation(a), a, "Arrêté fictif n° 2018-%03d".formatted(rang++), null, DELEGATIONS_DU, null);
        }
        if (decideurs.size() > 1) {
            deleguer(Hasard.idDe("interim"), decideurs.get(0), "Arrêté fictif d’intérim n° 2025-012", decideurs.get(1).id(),
                    LocalDate.of(2025, 7, 15), LocalDate.of(2025, 8, 31));
        }
    }

    static UUID idDelegation(Agent a) {
        return Hasard.idDe("delegation:" + a.identifiant());
    }

    private void deleguer(UUID id, Agent a, String reference, UUID interimDe, LocalDate du, LocalDate au) {
        jdbc.sql("""
                insert into delegation_signature(id, utilisateur_id, reference, interim_de, du, au)
                values (:id, :qui, :reference, :interim, :du, :au) on conflict do nothing""")
                .param("id", id).param("qui", a.id()).param("reference", reference).param("interim", interimDe).param("du", du)
                .param("au", au).update();
    }

    /** Follows from the profile alone. */
    List<Agent> composer() {
        List<Agent> agents = new ArrayList<>();
        List<String> professions = departement.profil().liste("professions").stream().map(Profil.Libelle::code).toList();
        for (Profil.Unite unite : departement.profil().unites()) {
            if (unite.type().equals("DIRECTION")) {
                continue;
            }
            for (Role role : Role.values()) {
                if (POUR_TOUS.contains(role) || !tient(role, unite.type())) {
                    continue;
                }
                int combien = role == Role.EVALUATEUR ? EVALUATEURS : 1;
                for (int n = 1; n <= combien; n++) {
                    agents.add(agent(role, unite, n, combien, role == Role.EVALUATEUR ? professions.get((n - 1) % professions.size()) : null));
                }
            }
            completer(unite, agents);
        }
        for (Role role : List.of(Role.SUPERVISEUR, Role.OBSERVATOIRE, Role.ADMINISTRATEUR, Role.DELEGUE)) {
            String identifiant = nomCourt(role) + ".departement";
            agents.add(nommer(identifiant, role, null, null, true));
        }
        return agents;
    }

    /** Where a role sits elsewhere, the missions it holds here still have somebody: the CRIP of a département informs, and so do its units. */
    private void completer(Profil.Unite unite, List<Agent> agents) {
        for (Mission mission : D_UN_DOSSIER) {
            if (departement.typesPour(mission.name()).contains(unite.type())
                    && agents.stream().noneMatch(a -> unite.id().equals(a.unite()) && missions(a.role()).contains(mission.name()))) {
                java.util.Arrays.stream(Role.values()).filter(r -> !POUR_TOUS.contains(r) && r != Role.SUPERVISEUR && r != Role.AGENT_CRIP && missions(r).contains(mission.name()))
                        .findFirst().ifPresent(r -> agents.add(agent(r, unite, 1, 1, null)));
            }
        }
    }

    private Agent agent(Role role, Profil.Unite unite, int n, int combien, String profession) {
        String identifiant = nomCourt(role) + (combien > 1 ? "-" + n : "") + "." + unite.id().replaceFirst("^(cdas|dt|mdd|circo|eval|svc)-", "");
        return nommer(identifiant, role, unite.id(), profession, unite.type().equals("CRIP"));
    }

    private static Agent nommer(String identifiant, Role role, String unite, String profession, boolean partout) {
        Hasard hasard = Hasard.de(0, "personnel", identifiant);
        String prenom = hasard.un(hasard.chance(0.75) ? Lexique.FEMMES : Lexique.HOMMES);
        return new Agent(Hasard.idDe(identifiant), identifiant, hasard.un(Lexique.NOMS), prenom, role, unite, profession, partout);
    }

    /** A role sits where most of its missions are held; the agents of the CRIP in the CRIP. */
    private boolean tient(Role role, String type) {
        if (SANS_MISSION_EN_UNITE.contains(role)) {
            return departement.typesPour(Mission.EVALUATION.name()).contains(type);
        }
        if ((role == Role.SERVICE_HABILITE) != type.equals("SERVICE")) {
            return false;
        }
        if (role == Role.AGENT_CRIP && !type.equals("CRIP")) {
            return false;
        }
        long tenues = tenues(role, type);
        return tenues > 0 && (role == Role.AGENT_CRIP || departement.profil().unites().stream().map(Profil.Unite::type)
                .filter(t -> !t.equals("DIRECTION")).noneMatch(autre -> tenues(role, autre) > tenues));
    }

    private long tenues(Role role, String type) {
        return missions(role).stream().filter(m -> departement.typesPour(m).contains(type)).count();
    }

    private List<String> missions(Role role) {
        return departement.profil().roles().getOrDefault(role.name(), List.of());
    }

    private String fonction(Agent a) {
        return a.profession() == null ? a.role().libelle()
                : a.role().libelle() + " (" + departement.profil().libelle("professions", a.profession()).toLowerCase(java.util.Locale.FRENCH) + ")";
    }

    private static String nomCourt(Role role) {
        return switch (role) {
            case AGENT_CRIP -> "crip";
            case ASSISTANTE_IP -> "assistante-ip";
            case EVALUATEUR -> "evaluateur";
            case RESPONSABLE_CDAS -> "responsable";
            case REF -> "ref";
            case REFERENT_PPEF -> "referent";
            case SERVICE_HABILITE -> "service";
            case SUPERVISEUR -> "superviseur";
            case OBSERVATOIRE -> "observatoire";
            case ADMINISTRATEUR -> "administrateur";
            case DELEGUE -> "delegue";
        };
    }

    /** Agents by unit and role, for the files that need somebody. */
    static Map<String, List<Agent>> parUnite(List<Agent> agents) {
        Map<String, List<Agent>> par = new LinkedHashMap<>();
        agents.forEach(a -> par.computeIfAbsent(a.unite() == null ? "" : a.unite(), k -> new ArrayList<>()).add(a));
        return par;
    }
}
