package fr.jalon.demo;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.temps.VoyageDansLeTemps;

import org.springframework.stereotype.Component;

/** Lets a demo person act at an instant of the past, with their own rights and nobody else's. */
@Component
class Acteurs {

    private final Utilisateurs utilisateurs;
    private final VoyageDansLeTemps temps;
    private final Map<UUID, Identite> identites = new ConcurrentHashMap<>();

    Acteurs(Utilisateurs utilisateurs, VoyageDansLeTemps temps) {
        this.utilisateurs = utilisateurs;
        this.temps = temps;
    }

    <T> T comme(Personnel.Agent agent, Instant le, Callable<T> acte) {
        Identite identite = identites.computeIfAbsent(agent.id(), id -> utilisateurs.identite(id).orElseThrow());
        return IdentiteCourante.en(identite, () -> temps.enCeTemps(le, acte));
    }
}
