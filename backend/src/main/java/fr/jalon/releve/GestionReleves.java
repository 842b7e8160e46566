package fr.jalon.releve;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.FoyerEnfant;
import fr.jalon.dossier.Naissance;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Acts on light records: noted, ended, corrected, cancelled. A correction is a new {@code releve.note} that rectifies the former one, so that whoever
 * counts reads one type of event; nothing is changed silently.
 */
@Service
public class GestionReleves {

    /** Whoever writes on a child's file, or follows the measures and the path. */
    static final List<Mission> AU_DOSSIER = List.of(Mission.MESURE, Mission.PARCOURS, Mission.RECUEIL, Mission.MANDAT, Mission.DESIGNATION, Mission.EVALUATION,
            Mission.DECISION, Mission.INFORMATION);
    /** Whoever holds meetings of a unit. */
    static final List<Mission> EN_REUNION = List.of(Mission.RECUEIL, Mission.MANDAT, Mission.DECISION, Mission.SUPERVISION);

    private final Acces acces;
    private final Journal journal;
    private final Dossiers dossiers;
    private final GenresReleves genres;
    private final RelevesEnBase base;
    private final PeriodesReleve periodes;
    private final Evenements evenements;
    private final Horloge horloge;

    GestionReleves(Acces acces, Journal journal, Dossiers dossiers, GenresReleves genres, RelevesEnBase base, PeriodesReleve periodes,
            Evenements evenements, Horloge horloge) {
        this.acces = acces;
        this.journal = journal;
        this.dossiers = dossiers;
        this.genres = genres;
        this.base = base;
        this.periodes = periodes;
        this.evenements = evenements;
        this.horloge = horloge;
    }

    @Transactional
    public UUID noter(UUID enfantDemande, SaisieReleve d) {
        UUID enfant = ouvrir(enfantDemande);
        GenreReleve genre = propose(d, false);
        Map<String, String> champs = d.exiger(genre, horloge.aujourdhui(), naissance(genre, enfant));
        UUID foyer = genre.sur() == GenreReleve.Sur.FOYER ? foyer(enfant, d.du()) : null;
        List<Releve> siens = base.deLEnfant(dossiers.identites(enfant));
        Map<String, String> passes = new Avertissements.Controle(d.motifs())
                .si(siens.stream().anyMatch(r -> memes(r, genre, champs) && (genre.dure() ? r.au() == null && d.au() == null : r.du().equals(d.du()))), "DEJA_NOTE",
                        genre.dure() ? "Le même repère est déjà en cours pour cet enfant." : "Le même repère est déjà noté ce jour-là.")
                .exiger();
        Releve r = ecrire(genre, enfant, foyer, unite(enfant), d, champs, passes);
        journal.modification(Sujet.enfant(enfant), "releve.noter");
        return r.id();
    }

    /** A sitting, which is no child's. */
    @Transactional
    public UUID noterReunion(String unite, SaisieReleve d) {
        exigerReunion(unite);
        GenreReleve genre = propose(d, true);
        Map<String, String> champs = d.exiger(genre, horloge.aujourdhui(), null);
        Releve r = ecrire(genre, null, null, unite, d, champs, Map.of());
        acces.rattacher(Sujet.releve(r.id()), unite, Acces.Titre.SUIVI);
        journal.modification(Sujet.releve(r.id()), "releve.noter");
        return r.id();
    }

    /** The last day of one that lasts. */
    @Transactional
    public void finir(UUID id, Long version, LocalDate au) {
        Releve r = verrouiller(id, version);
        GenreReleve genre = connu(r);
        if (!genre.dure() || r.au() != null) {
            throw new Conflit(null, null, genre.dure() ? "Ce repère a déjà une fin\u00a0: corrigez-le." : "Ce repère est d’un seul jour.");
        }
        if (au == null) {
            throw Refus.champ("au", "Indiquez quand il a pris fin.");
        }
        new SaisieReleve(r.code(), r.du(), au, r.champs(), r.texte(), null).exiger(genre, horloge.aujourdhui(), null);
        suivre(genre, r, new Releve(r.id(), r.code(), r.enfantId(), r.foyerId(), r.uniteId(), r.du(), au, r.champs(), r.texte(), r.evenementId(),
                fin(genre, r, au), r.noteLe(), r.notePar(), null, null, null, r.version()), "releve.finir");
    }

    @Transactional
    public void corriger(UUID id, Long version, SaisieReleve d) {
        Releve r = verrouiller(id, version);
        GenreReleve genre = genres.propose(r.code()).orElseGet(() -> connu(r));
        Map<String, String> champs = d.exiger(genre, horloge.aujourdhui(), r.enfantId() == null ? null : naissance(genre, r.enfantId()));
        UUID evenement = evenements.ajouter(evenement("releve.note", genre, r, champs).survenu(d.du()).rectifie(r.evenementId()));
        UUID fin = r.finEvenementId();
        if (!java.util.Objects.equals(d.au(), r.au())) {
            if (fin != null) {
                evenements.annuler(fin, "releve.annule", null);
            }
            fin = d.au() == null ? null : fin(genre, r, d.au());
        }
        suivre(genre, r, new Releve(r.id(), r.code(), r.enfantId(), r.foyerId(), r.uniteId(), d.du(), d.au(), champs, d.texteNet(), evenement, fin,
                r.noteLe(), r.notePar(), null, null, null, r.version()), "releve.corriger");
    }

    /** It never was: the line stays, with the reason. */
    @Transactional
    public void annuler(UUID id, Long version, String motif) {
        Releve r = verrouiller(id, version);
        if (motif == null || motif.isBlank()) {
            throw Refus.champ("motif", "Écrivez pourquoi ce repère n’aurait pas dû être noté.");
        }
        evenements.annuler(r.evenementId(), "releve.annule", null);
        if (r.finEvenementId() != null) {
            evenements.annuler(r.finEvenementId(), "releve.annule", null);
        }
        Instant le = horloge.maintenant();
        base.annuler(id, motif.strip(), le);
        periodes.suivre(connu(r), new Releve(r.id(), r.code(), r.enfantId(), r.foyerId(), r.uniteId(), r.du(), r.au(), r.champs(), r.texte(),
                r.evenementId(), r.finEvenementId(), r.noteLe(), r.notePar(), null, le, motif, r.version()));
        journal.modification(sujet(r), "releve.annuler");
    }

    private Releve ecrire(GenreReleve genre, UUID enfant, UUID foyer, String unite, SaisieReleve d, Map<String, String> champs, Map<String, String> passes) {
        UUID id = Ids.nouveau();
        Releve r = new Releve(id, genre.code(), enfant, foyer, unite, d.du(), d.au(), champs, d.texteNet(), null, null, horloge.maintenant(), moi(), null,
                null, null, 0);
        UUID evenement = evenements.ajouter(evenement("releve.note", genre, r, champs).survenu(d.du())
                .dimension("avertissements", passes.isEmpty() ? null : String.join(",", passes.keySet())));
        Releve ecrit = new Releve(id, r.code(), enfant, foyer, unite, r.du(), r.au(), champs, r.texte(), evenement, d.au() == null ? null : fin(genre, r, d.au()),
                r.noteLe(), r.notePar(), null, null, null, 0);
        base.inserer(ecrit);
        periodes.suivre(genre, ecrit);
        return ecrit;
    }

    private void suivre(GenreReleve genre, Releve avant, Releve apres, String quoi) {
        base.ecrire(apres, horloge.maintenant(), moi());
        periodes.suivre(genre, apres);
        journal.modification(sujet(avant), quoi);
    }

    private UUID fin(GenreReleve genre, Releve r, LocalDate au) {
        return evenements.ajouter(evenement("releve.fini", genre, r, r.champs()).survenu(au));
    }

    private static NouvelEvenement evenement(String type, GenreReleve genre, Releve r, Map<String, String> champs) {
        NouvelEvenement e = NouvelEvenement.de(type).unite(r.uniteId()).sujet(Sujet.releve(r.id())).dimension("code", genre.code());
        if (r.enfantId() != null) {
            e.sujet(Sujet.enfant(r.enfantId()));
        }
        champs.forEach(e::dimension);
        return e;
    }

    private UUID ouvrir(UUID demande) {
        UUID enfant = dossiers.canonique(demande);
        dossiers.exigerLecture(enfant);
        acces.exiger(acces.tenue(AU_DOSSIER, Sujet.enfant(enfant)), Sujet.enfant(enfant));
        return enfant;
    }

    private void exigerReunion(String unite) {
        if (unite == null || unite.isBlank()) {
            throw Refus.champ("unite", "Choisissez l’unité.");
        }
        Identite qui = IdentiteCourante.exiger();
        acces.exiger(EN_REUNION.stream().filter(m -> qui.a(m, unite)).findFirst().orElse(EN_REUNION.get(0)), unite);
    }

    private Releve verrouiller(UUID id, Long version) {
        Releve r = base.verrouiller(id).orElseThrow(Introuvable::new);
        if (r.enfantId() == null) {
            acces.exigerVue(Sujet.releve(id));
            exigerReunion(r.uniteId());
        } else {
            ouvrir(r.enfantId());
        }
        if (!r.vivant()) {
            throw new Conflit(null, r.annuleLe(), "Ce repère a été annulé.");
        }
        if (version == null || version != r.version()) {
            throw new Conflit(null, r.corrigeLe() == null ? r.noteLe() : r.corrigeLe(), "Ce repère a changé depuis que vous l’avez ouvert.");
        }
        return r;
    }

    private GenreReleve propose(SaisieReleve d, boolean reunion) {
        return genres.propose(d.code()).filter(g -> (g.sur() == GenreReleve.Sur.REUNION) == reunion)
                .orElseThrow(() -> Refus.champ("code", "Choisissez ce que vous notez."));
    }

    private GenreReleve connu(Releve r) {
        return genres.connu(r.code()).orElseThrow(Introuvable::new);
    }

    /** The first day the child may have been there, for what is the child's own: what is the family's may come before. */
    private LocalDate naissance(GenreReleve genre, UUID enfant) {
        Naissance n = genre.sur() == GenreReleve.Sur.ENFANT ? dossiers.enfant(enfant).naissance() : null;
        return n == null ? null : n.auPlusTot();
    }

    /** The home where the child lives that day, the main one first; none is known of some. */
    private UUID foyer(UUID enfant, LocalDate le) {
        return dossiers.foyers(enfant).stream().filter(f -> f.actuel(le)).map(FoyerEnfant::foyerId).findFirst().orElse(null);
    }

    /** One of the units that follow the child, that of the person first. */
    private String unite(UUID enfant) {
        Identite qui = IdentiteCourante.exiger();
        List<String> siennes = acces.unites(Sujet.enfant(enfant), Acces.Titre.SUIVI);
        return siennes.stream().filter(u -> qui.unites().contains(u)).findFirst().or(() -> siennes.stream().findFirst())
                .or(() -> qui.unites().stream().sorted().findFirst())
                .orElseThrow(() -> Refus.global("Aucune équipe ne suit cet enfant\u00a0: rattachez son dossier avant d’y noter un repère."));
    }

    private static boolean memes(Releve r, GenreReleve genre, Map<String, String> champs) {
        return r.vivant() && r.code().equals(genre.code()) && r.champs().equals(champs);
    }

    private static Sujet sujet(Releve r) {
        return r.enfantId() == null ? Sujet.releve(r.id()) : Sujet.enfant(r.enfantId());
    }

    private static UUID moi() {
        return IdentiteCourante.siPresente().map(Identite::utilisateurId).orElse(null);
    }
}
