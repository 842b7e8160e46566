package fr.jalon.ip.correction;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.NomEnfant;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.InformationsPreoccupantes;
import fr.jalon.ip.MineurConcerne;
import fr.jalon.ip.MineursConcernes;
import fr.jalon.ip.decision.DecisionsIp;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be corrected on an IP by the person reading, and what was. */
@Service
public class LectureCorrections {

    public record ChoixCorrection(GenreCorrection genre, String libelle, String effet) {
    }

    public record ChoixUnite(String id, String nom) {
    }

    public record ChoixEtape(String etape, String libelle) {
    }

    /** @param memeEnfant another line of this file is the same child since a merge: one of the two is to be withdrawn */
    public record MineurCorrigeable(UUID mineurId, UUID enfantId, String nom, String age, boolean retire, String retireMotif,
            boolean decide, boolean memeEnfant) {
    }

    public record CorrectionFaite(UUID id, String genre, String libelle, String motif, List<Effet> effets, Instant faiteLe, String par) {
    }

    public record PageCorrections(UUID ipId, String numero, long version, String etatLibelle, LocalDateTime recueLe, boolean urgence,
            String unitePilote, List<ChoixCorrection> possibles, List<ChoixEtape> etapes, List<ChoixUnite> unites,
            List<MineurCorrigeable> mineurs, List<CorrectionFaite> faites) {
    }

    private static final TypeReference<List<Effet>> EFFETS = new TypeReference<>() {
    };

    private final InformationsPreoccupantes ips;
    private final MineursConcernes mineurs;
    private final Corrections corrections;
    private final RevenirAUneEtape etapes;
    private final DecisionsIp decisions;
    private final Dossiers dossiers;
    private final Utilisateurs utilisateurs;
    private final Departement departement;
    private final Acces acces;
    private final Horloge horloge;
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    LectureCorrections(InformationsPreoccupantes ips, MineursConcernes mineurs, Corrections corrections, RevenirAUneEtape etapes,
            DecisionsIp decisions, Dossiers dossiers, Utilisateurs utilisateurs, Departement departement, Acces acces, Horloge horloge,
            JdbcClient jdbc, ObjectMapper json) {
        this.ips = ips;
        this.mineurs = mineurs;
        this.corrections = corrections;
        this.etapes = etapes;
        this.decisions = decisions;
        this.dossiers = dossiers;
        this.utilisateurs = utilisateurs;
        this.departement = departement;
        this.acces = acces;
        this.horloge = horloge;
        this.jdbc = jdbc;
        this.json = json;
    }

    @Transactional
    public PageCorrections page(UUID ipId) {
        Sujet sujet = Sujet.ip(ipId);
        acces.exigerVue(sujet);
        InformationPreoccupante ip = ips.findById(ipId).orElseThrow(Introuvable::new);
        List<MineurConcerne> tous = mineurs.findByIpIdOrderByOrdre(ipId);
        Map<UUID, NomEnfant> noms = dossiers.nomsDe(tous.stream().map(MineurConcerne::enfantId).toList());
        Map<UUID, DecisionsIp.Vivante> decidees = decisions.vivantes(ipId);
        return new PageCorrections(ipId, ip.numero(), ip.version(), ip.etat().libelle(),
                LocalDateTime.ofInstant(ip.recueLe(), horloge.zone()), ip.urgence(), ip.unitePilote(),
                Arrays.stream(GenreCorrection.values()).filter(g -> g.missions().stream().anyMatch(m -> acces.peut(m, sujet)))
                        .filter(g -> corrections.possible(g, ip)).map(g -> new ChoixCorrection(g, g.libelle(), g.effet())).toList(),
                etapes.etapes(ip).stream().map(e -> new ChoixEtape(e.etape(), e.libelle())).toList(),
                departement.unitesDeType(departement.typesPour(Mission.EVALUATION.name())).stream()
                        .map(u -> new ChoixUnite(u.id(), u.nom())).toList(),
                tous.stream().map(m -> mineur(m, tous, noms, decidees.containsKey(m.id()))).toList(), faites(ipId));
    }

    private static MineurCorrigeable mineur(MineurConcerne m, List<MineurConcerne> tous, Map<UUID, NomEnfant> noms, boolean decide) {
        NomEnfant nom = noms.get(m.enfantId());
        UUID canonique = nom == null ? m.enfantId() : nom.canonique();
        boolean meme = !m.retire() && tous.stream().anyMatch(autre -> autre != m && !autre.retire()
                && canonique.equals(noms.get(autre.enfantId()) == null ? autre.enfantId() : noms.get(autre.enfantId()).canonique()));
        return new MineurCorrigeable(m.id(), canonique, nom == null ? "" : nom.affiche(), nom == null ? "" : nom.age(), m.retire(),
                m.retireMotif(), decide, meme);
    }

    private List<CorrectionFaite> faites(UUID ipId) {
        Map<UUID, String> gens = new HashMap<>();
        return jdbc.sql("select id, genre, motif, effets, faite_le, faite_par from correction where ip_id = ? order by faite_le desc, id desc")
                .param(ipId).query((l, n) -> {
                    UUID par = l.getObject("faite_par", UUID.class);
                    String nom = par == null ? null
                            : gens.computeIfAbsent(par, p -> utilisateurs.parId(p).map(x -> x.nomAffiche()).orElse(null));
                    return new CorrectionFaite(l.getObject("id", UUID.class), l.getString("genre"),
                            GenreCorrection.valueOf(l.getString("genre")).libelle(), l.getString("motif"), lire(l.getString("effets")),
                            l.getTimestamp("faite_le").toInstant(), nom);
                }).list();
    }

    private List<Effet> lire(String texte) {
        try {
            return json.readValue(texte, EFFETS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
