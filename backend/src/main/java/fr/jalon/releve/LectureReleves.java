package fr.jalon.releve;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.NatureDonnee;
import fr.jalon.acces.RegardDonnees;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Sujet;
import fr.jalon.departement.Departement;
import fr.jalon.dossier.Dossiers;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records as they are shown: on the page of a child, and the sittings of units. Each is a fixed number of queries. */
@Service
public class LectureReleves {

    private static final int REUNIONS = 200;

    public record ValeurProposee(String code, String libelle) {
    }

    public record ChampPropose(String code, String libelle, GenreReleve.TypeChamp type, boolean obligatoire, Integer max, List<ValeurProposee> valeurs) {
    }

    /** @param demandes rows of the document that count it */
    public record GenrePropose(String code, String libelle, String rubrique, GenreReleve.Sur sur, boolean dure, boolean sensible, boolean aValider,
            String aide, List<String> demandes, List<ChampPropose> champs) {
    }

    /**
     * @param details « Où : hôtel », in words
     * @param enCours it lasts today
     * @param proposable its kind is proposed here, so that it can be corrected
     */
    public record ReleveVu(UUID id, String code, String libelle, String rubrique, GenreReleve.Sur sur, boolean dure, LocalDate du, LocalDate au,
            boolean enCours, Map<String, String> champs, List<String> details, String texte, String unite, String par, Instant noteLe, boolean corrige,
            Instant annuleLe, String annuleMotif, boolean proposable, long version) {
    }

    /** @param seances the documents here also count sittings, noted apart */
    public record RelevesDeLEnfant(boolean peutNoter, boolean seances, List<GenrePropose> genres, List<ReleveVu> lignes) {
    }

    public record UniteDeReunion(String id, String nom) {
    }

    public record ReunionsDesUnites(List<UniteDeReunion> unites, List<GenrePropose> genres, List<ReleveVu> lignes) {
    }

    private final Acces acces;
    private final Dossiers dossiers;
    private final GenresReleves genres;
    private final RelevesEnBase base;
    private final Utilisateurs utilisateurs;
    private final Departement departement;
    private final RegardDonnees regard;

    LectureReleves(Acces acces, Dossiers dossiers, GenresReleves genres, RelevesEnBase base, Utilisateurs utilisateurs, Departement departement, RegardDonnees regard) {
        this.regard = regard;
        this.acces = acces;
        this.dossiers = dossiers;
        this.genres = genres;
        this.base = base;
        this.utilisateurs = utilisateurs;
        this.departement = departement;
    }

    @Transactional(readOnly = true)
    public RelevesDeLEnfant deLEnfant(UUID demande) {
        UUID enfant = dossiers.canonique(demande);
        dossiers.exigerLecture(enfant);
        Identite qui = IdentiteCourante.exiger();
        boolean seances = genres.proposes().stream().anyMatch(g -> g.sur() == GenreReleve.Sur.REUNION) && GestionReleves.EN_REUNION.stream().anyMatch(qui::a);
        return new RelevesDeLEnfant(acces.peutUne(GestionReleves.AU_DOSSIER, Sujet.enfant(enfant)), seances, genres.proposes().stream()
                .filter(g -> g.sur() != GenreReleve.Sur.REUNION).map(LectureReleves::propose).toList(), vus(lisibles(Sujet.enfant(enfant), base.deLEnfant(dossiers.identites(enfant)))));
    }

    /** Those of health are for whoever reads health on this child's file. */
    private List<Releve> lisibles(Sujet enfant, List<Releve> releves) {
        return regard.lit(NatureDonnee.MEDICAL, enfant) ? releves
                : releves.stream().filter(r -> !genres.connu(r.code()).map(GenreReleve::sensible).orElse(false)).toList();
    }

    /** Of the units in sight, for whoever holds meetings somewhere. */
    @Transactional(readOnly = true)
    public ReunionsDesUnites reunions() {
        Identite qui = IdentiteCourante.exiger();
        if (GestionReleves.EN_REUNION.stream().noneMatch(qui::a)) {
            acces.exiger(GestionReleves.EN_REUNION.get(0));
        }
        List<UniteDeReunion> unites = departement.unites().stream().filter(u -> !"SERVICE".equals(u.type())
                && GestionReleves.EN_REUNION.stream().anyMatch(m -> qui.a(m, u.id()))).map(u -> new UniteDeReunion(u.id(), u.nom())).toList();
        return new ReunionsDesUnites(unites, genres.proposes().stream().filter(g -> g.sur() == GenreReleve.Sur.REUNION).map(LectureReleves::propose).toList(),
                vus(base.reunions(qui.departement() ? null : qui.unites(), REUNIONS)));
    }

    private List<ReleveVu> vus(List<Releve> releves) {
        Set<UUID> auteurs = releves.stream().map(Releve::notePar).filter(Objects::nonNull).collect(Collectors.toCollection(HashSet::new));
        Map<UUID, String> noms = auteurs.isEmpty() ? Map.of() : utilisateurs.noms(auteurs);
        Map<String, String> unites = departement.noms();
        Set<String> proposes = genres.proposes().stream().map(GenreReleve::code).collect(Collectors.toSet());
        return releves.stream().map(r -> vu(r, noms, unites, proposes)).toList();
    }

    private ReleveVu vu(Releve r, Map<UUID, String> noms, Map<String, String> unites, Set<String> proposes) {
        GenreReleve g = genres.connu(r.code()).orElse(null);
        boolean dure = g != null && g.dure();
        return new ReleveVu(r.id(), r.code(), g == null ? r.code() : g.libelle(), g == null ? "" : g.rubrique(), g == null ? GenreReleve.Sur.ENFANT : g.sur(), dure,
                r.du(), r.au(), dure && r.vivant() && r.au() == null, r.champs(), details(g, r.champs()), r.texte(), unites.getOrDefault(r.uniteId(), r.uniteId()),
                noms.get(r.notePar()), r.noteLe(), r.corrigeLe() != null, r.annuleLe(), r.annuleMotif(), proposes.contains(r.code()), r.version());
    }

    static List<String> details(GenreReleve g, Map<String, String> champs) {
        if (g == null) {
            return List.of();
        }
        List<String> dits = new ArrayList<>();
        for (GenreReleve.Champ c : g.champs()) {
            String v = champs.get(c.code());
            if (v != null) {
                dits.add(c.libelle() + "\u00a0: " + switch (c.type()) {
                    case OUI_NON -> "OUI".equals(v) ? "oui" : "non";
                    case NOMBRE -> v;
                    case LISTE -> c.valeurs().stream().filter(x -> x.code().equals(v)).map(GenreReleve.Valeur::libelle).findFirst().orElse(v);
                });
            }
        }
        return dits;
    }

    private static GenrePropose propose(GenreReleve g) {
        return new GenrePropose(g.code(), g.libelle(), g.rubrique(), g.sur(), g.dure(), g.sensible(), g.aValider(), g.aide(), g.demandes(), g.champs().stream()
                .map(c -> new ChampPropose(c.code(), c.libelle(), c.type(), c.obligatoire(), c.max(),
                        c.valeurs().stream().map(v -> new ValeurProposee(v.code(), v.libelle())).toList())).toList());
    }
}
