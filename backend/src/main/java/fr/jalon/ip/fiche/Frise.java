package fr.jalon.ip.fiche;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Ouvertures;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.LibellesEvenements;
import fr.jalon.ip.IpDessinee;
import fr.jalon.processus.Modeles;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The timeline of an IP from its events: nothing is hidden, what was cancelled is struck, words are for those who act on files. */
@Service
public class Frise {

    /**
     * A line of the timeline.
     *
     * @param genre ACTE, ECHEANCE or RAPPEL: the last two are the clock's and may be folded
     * @param tardif entered on another day than it happened
     * @param texte words of an agent, null for those who may only see
     * @param retire a later line says that it never was, or replaces it
     */
    public record Fait(UUID id, String type, String libelle, String genre, Instant survenuLe, LocalDate jour, Instant enregistreLe,
            boolean tardif, String unite, String auteur, String element, String etape, List<String> precisions, String texte, boolean retire,
            UUID annule, UUID rectifie) {
    }

    /** Missions of the path of a file: those who only count or administer read no words. */
    private static final Set<Mission> LISENT = EnumSet.of(Mission.RECUEIL, Mission.MANDAT, Mission.DESIGNATION, Mission.EVALUATION,
            Mission.DECISION, Mission.INFORMATION, Mission.SUPERVISION);

    private final Evenements evenements;
    private final LibellesEvenements libelles;
    private final Precisions precisions;
    private final Modeles modeles;
    private final Departement departement;
    private final Utilisateurs utilisateurs;
    private final Acces acces;
    private final Ouvertures ouvertures;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    Frise(Evenements evenements, LibellesEvenements libelles, Precisions precisions, Modeles modeles, Departement departement,
            Utilisateurs utilisateurs, Acces acces, Ouvertures ouvertures, Horloge horloge, JdbcClient jdbc) {
        this.evenements = evenements;
        this.libelles = libelles;
        this.precisions = precisions;
        this.modeles = modeles;
        this.departement = departement;
        this.utilisateurs = utilisateurs;
        this.acces = acces;
        this.ouvertures = ouvertures;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    /** Events of the IP and of what was received for it, oldest first. */
    @Transactional
    public List<Fait> de(UUID ipId) {
        Sujet ip = Sujet.ip(ipId);
        acces.exigerVue(ip);
        ouvertures.noter(ip);
        List<Sujet> sujets = new ArrayList<>(List.of(ip));
        jdbc.sql("""
                select id from information_entrante where ip_id = :ip
                union select information_initiale_id from information_preoccupante where id = :ip""").param("ip", ipId)
                .query(UUID.class).list().forEach(i -> sujets.add(Sujet.information(i)));
        if (sujets.size() == 1) {
            // Every IP has what it came from: there is none.
            throw new Introuvable();
        }
        return lire(sujets);
    }

    private List<Fait> lire(List<Sujet> sujets) {
        List<Evenements.Evenement> lus = evenements.chronologie(sujets);
        boolean motsLisibles = acces.peutUne(LISENT, sujets.get(0));
        Map<String, String> unites = departement.noms();
        Map<UUID, String> auteurs = utilisateurs.noms(lus.stream().map(Evenements.Evenement::auteurId).filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<String, String> etapes = new HashMap<>();
        modeles.etapes(IpDessinee.CLE).forEach((id, e) -> etapes.put(id, e.libelle()));
        return lus.stream().map(e -> new Fait(e.id(), e.type(), libelles.de(e.type()), genre(e.type()), e.survenuLe(), e.jour(),
                e.enregistreLe(), Math.abs(ChronoUnit.DAYS.between(e.jour(), horloge.jour(e.enregistreLe()))) >= 1,
                e.uniteId() == null ? null : unites.getOrDefault(e.uniteId(), e.uniteId()),
                e.auteurId() == null ? null : auteurs.get(e.auteurId()), e.element(), etapes.get(e.element()), precisions.de(e.dimensions()),
                motsLisibles ? e.texte() : null, e.annule(), e.annuleId(), e.rectifieId())).toList();
    }

    private static String genre(String type) {
        return type.startsWith("echeance.") ? "ECHEANCE" : type.startsWith("rappel.") ? "RAPPEL" : "ACTE";
    }
}
