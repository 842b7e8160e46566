package fr.jalon.autonomie;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Acces;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.EnFrancais;
import fr.jalon.projet.ConnuAilleurs;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The « projet d'accès à l'autonomie » is part of the projet pour l'enfant (L222-5-1): its latest words, domain by domain, for the part that holds it. */
@Component
class ProjetAccesConnu implements ConnuAilleurs {

    private static final String SOURCE = "autonomie";
    private static final String DOMAINE = "domaine.";

    private final ActesAutonomieEnBase base;
    private final LibellesAutonomie libelles;
    private final Acces acces;
    private final JdbcClient jdbc;

    ProjetAccesConnu(ActesAutonomieEnBase base, LibellesAutonomie libelles, Acces acces, JdbcClient jdbc) {
        this.base = base;
        this.libelles = libelles;
        this.acces = acces;
        this.jdbc = jdbc;
    }

    @Override
    public List<Fait> de(Set<UUID> identites) {
        List<UUID> chemins = jdbc.sql("select id from autonomie where enfant_id = any(:enfants) order by id").param("enfants", identites.toArray(UUID[]::new))
                .query(UUID.class).list().stream().filter(id -> acces.voit(Sujet.autonomie(id))).toList();
        Map<UUID, Map<String, List<String>>> mots = base.mots(chemins);
        return chemins.stream().flatMap(id -> base.de(id).stream().filter(a -> a.vivant() && a.genre() == GenreActe.PROJET_ACCES).reduce((avant, apres) -> apres)
                .map(a -> new Fait(SOURCE, "Projet d’accès à l’autonomie", texte(a, mots.getOrDefault(a.id(), Map.of())),
                        "projet d’accès du " + EnFrancais.jour(a.le()), "/autonomie/" + id)).stream()).filter(f -> !f.texte().isBlank()).toList();
    }

    private String texte(Acte acte, Map<String, List<String>> mots) {
        String domaines = mots.entrySet().stream().filter(e -> e.getKey().startsWith(DOMAINE))
                .map(e -> libelles.section(e.getKey().substring(DOMAINE.length())) + "\u00a0: " + String.join(" ", e.getValue())).collect(Collectors.joining("\n"));
        return acte.texte() == null || acte.texte().isBlank() ? domaines : domaines + "\n" + acte.texte().strip();
    }
}
