package fr.jalon.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Journal;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.base.Ecritures;
import fr.jalon.commun.temps.Horloge;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way into the children's files for other capabilities. Writes join the act of the caller, who has checked the right to it;
 * the screens of {@code dossier} itself go through {@code GestionDossiers}, which checks first.
 */
@Service
public class Dossiers {

    private final Enfants enfants;
    private final Familles familles;
    private final Noms noms;
    private final IndexNoms index;
    private final Doublons doublons;
    private final Acces acces;
    private final DroitsDossier droits;
    private final Journal journal;
    private final Faits faits;
    private final Horloge horloge;
    private final Ecritures ecritures;
    private final Inscription inscription;
    private final EntourageAtteint atteint;
    private final JdbcClient jdbc;
    private final ObjectProvider<SuiteIdentite> suites;

    Dossiers(Enfants enfants, Familles familles, Noms noms, IndexNoms index, Doublons doublons, Acces acces, DroitsDossier droits,
            Journal journal, Faits faits, Horloge horloge, Ecritures ecritures, Inscription inscription, EntourageAtteint atteint,
            JdbcClient jdbc, ObjectProvider<SuiteIdentite> suites) {
        this.enfants = enfants;
        this.familles = familles;
        this.noms = noms;
        this.index = index;
        this.doublons = doublons;
        this.acces = acces;
        this.droits = droits;
        this.journal = journal;
        this.faits = faits;
        this.horloge = horloge;
        this.ecritures = ecritures;
        this.inscription = inscription;
        this.atteint = atteint;
        this.jdbc = jdbc;
        this.suites = suites;
    }

    /** Opens a file in a unit. The caller has searched before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID creerEnfant(EnfantSaisi saisi, String unite) {
        return ecritures.grouper(() -> {
            Enfant enfant = new Enfant(saisi, horloge.aujourdhui(), horloge.maintenant());
            inscription.inscrire(enfant);
            index.commencer(enfant);
            acces.rattacher(Sujet.enfant(enfant.id()), unite, Acces.Titre.SUIVI);
            faits.cree(enfant, unite);
            journal.modification(Sujet.enfant(enfant.id()), "enfant.creer");
            doublons.reperer(enfant);
            return enfant.id();
        });
    }

    /** Corrects an identity; the former name stays findable. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void corrigerEnfant(UUID id, long version, EnfantSaisi saisi) {
        Enfant enfant = enfants.findById(id).orElseThrow(Introuvable::new);
        enfant.exigerVersion(version);
        String ancienNom = enfant.nom();
        String anciensPrenoms = enfant.prenoms();
        enfant.corriger(saisi, horloge.aujourdhui());
        enfants.saveAndFlush(enfant);
        if (!ancienNom.equals(enfant.nom()) || !anciensPrenoms.equals(enfant.prenoms())) {
            garderNom(id, ancienNom, anciensPrenoms, "ANCIEN");
        }
        reindexer(enfant);
        faits.corrige(id);
        suites.forEach(x -> x.suivre(id));
        journal.modification(Sujet.enfant(id), "enfant.corriger");
    }

    /** Another name the child is known by. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ajouterNom(UUID id, String nom, String prenoms, String genre) {
        Enfant enfant = enfants.findById(id).orElseThrow(Introuvable::new);
        if ((nom == null || nom.isBlank()) && (prenoms == null || prenoms.isBlank())) {
            throw Refus.champ("nom", "Indiquez un nom ou un prénom.");
        }
        garderNom(id, nom, prenoms, genre);
        reindexer(enfant);
        journal.modification(Sujet.enfant(id), "enfant.ajouter-nom");
    }

    /** The expected child is born: same file, an exact date from now on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void naissance(UUID id, LocalDate le, String prenoms, Sexe sexe) {
        Enfant enfant = enfants.findById(id).orElseThrow(Introuvable::new);
        enfant.naitre(le, prenoms, sexe, horloge.aujourdhui(), horloge.maintenant());
        enfants.saveAndFlush(enfant);
        reindexer(enfant);
        faits.ne(id, le);
        suites.forEach(x -> x.suivre(id));
        journal.modification(Sujet.enfant(id), "enfant.naissance");
    }

    /**
     * Several children with their holders and homes at once. Known children are opened to the unit and keep what is already written
     * of them; ties that exist are not doubled.
     *
     * @return id of each child by the key the form gave
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, UUID> enregistrer(SaisieFamille saisie, String unite) {
        return ecritures.grouper(() -> {
            Map<String, UUID> ids = new LinkedHashMap<>();
            int rang = 0;
            for (SaisieFamille.EnfantDe e : saisie.enfants()) {
                ids.put(e.cle(), enfantDe(e, unite, "enfants[" + rang++ + "]"));
            }
            Map<UUID, Set<UUID>> identites = identitesDesConnus(saisie, ids);
            Map<String, UUID> adultes = enregistrerTitulaires(saisie, ids, identites);
            enregistrerDeparts(saisie, ids, identites);
            enregistrerFoyers(saisie, ids, adultes, identites);
            return ids;
        });
    }

    private UUID enfantDe(SaisieFamille.EnfantDe e, String unite, String champ) {
        if (e.enfantId() != null) {
            UUID id = connu(e.enfantId(), champ);
            acces.rattacher(Sujet.enfant(id), unite, Acces.Titre.SUIVI);
            return id;
        }
        if (e.nouveau() == null) {
            throw Refus.champ(champ, "Choisissez un enfant connu ou décrivez un nouvel enfant.");
        }
        try {
            return creerEnfant(e.nouveau(), unite);
        } catch (Refus r) {
            throw new Refus(r.erreurs().stream().map(x -> new Refus.Erreur(champ + ".nouveau." + x.champ(), x.message())).toList());
        }
    }

    /**
     * The known children a form names, before anything of their files is used.
     *
     * @return their ids, after merges
     * @throws Refus at the line of each that does not exist or is not this person's to see, which is said alike
     */
    public List<UUID> connus(SaisieFamille saisie) {
        List<UUID> connus = new ArrayList<>();
        List<Refus.Erreur> erreurs = new ArrayList<>();
        for (int i = 0; i < saisie.enfants().size(); i++) {
            UUID id = saisie.enfants().get(i).enfantId();
            if (id != null) {
                try {
                    connus.add(connu(id, "enfants[" + i + "]"));
                } catch (Refus r) {
                    erreurs.addAll(r.erreurs());
                }
            }
        }
        if (!erreurs.isEmpty()) {
            throw new Refus(erreurs);
        }
        return connus;
    }

    private UUID connu(UUID id, String champ) {
        UUID tete = noms.canoniques(Set.of(id)).get(id);
        boolean lu = tete != null && droits.lit(tete);
        if (tete != null && !lu) {
            journal.refus(Sujet.enfant(tete), "enfant.rattacher");
        }
        if (!lu) {
            throw Refus.champ(champ + ".enfantId", "Cet enfant n’est pas dans les dossiers que vous pouvez ouvrir : cherchez-le à nouveau.");
        }
        return tete;
    }

    private Map<String, UUID> enregistrerTitulaires(SaisieFamille saisie, Map<String, UUID> ids, Map<UUID, Set<UUID>> identites) {
        Map<String, UUID> adultes = new HashMap<>();
        List<SaisieFamille.TitulaireDe> titulaires = saisie.titulaires() == null ? List.of() : saisie.titulaires();
        for (int i = 0; i < titulaires.size(); i++) {
            SaisieFamille.TitulaireDe t = titulaires.get(i);
            UUID adulte = t.adulteId() != null ? connu(EntourageAtteint.Genre.ADULTE, t.adulteId(), identites, "titulaires[" + i + "].adulteId")
                    : adultes.containsKey(t.cle()) ? adultes.get(t.cle()) : familles.creerAdulte(t.nouveau(), "titulaires[" + i + "]");
            adultes.put(t.cle(), adulte);
            for (UUID enfant : choisis(t.enfants(), ids, "titulaires[" + i + "].enfants")) {
                if (t.adulteId() == null) {
                    familles.lierTitulaire(enfant, adulte, t.qualite(), t.exercice(), t.precision(), t.du(), t.au());
                } else {
                    familles.lierTitulaireConnu(enfant, identites.getOrDefault(enfant, Set.of(enfant)), adulte, t.qualite(), t.exercice(),
                            t.precision(), t.du(), t.au());
                }
            }
        }
        return adultes;
    }

    private void enregistrerFoyers(SaisieFamille saisie, Map<String, UUID> ids, Map<String, UUID> adultes, Map<UUID, Set<UUID>> identites) {
        List<SaisieFamille.FoyerDe> foyers = saisie.foyers() == null ? List.of() : saisie.foyers();
        Set<UUID> nouveaux = new HashSet<>();
        saisie.enfants().stream().filter(e -> e.enfantId() == null).forEach(e -> nouveaux.add(ids.get(e.cle())));
        for (int i = 0; i < foyers.size(); i++) {
            SaisieFamille.FoyerDe f = foyers.get(i);
            if (f.foyerId() == null && f.nouveau() == null) {
                throw Refus.champ("foyers[" + i + "]", "Décrivez ce lieu de vie ou retirez-le.");
            }
            UUID foyer = f.foyerId() != null ? connu(EntourageAtteint.Genre.FOYER, f.foyerId(), identites, "foyers[" + i + "].foyerId") : familles.creerFoyer(f.nouveau());
            for (UUID enfant : choisis(f.enfants(), ids, "foyers[" + i + "].enfants")) {
                if (nouveaux.remove(enfant)) {
                    familles.logerPremier(enfant, foyer, f.principal(), f.du());
                } else {
                    familles.loger(enfant, identites.getOrDefault(enfant, Set.of(enfant)), foyer, f.principal(), f.du());
                }
            }
            for (String cle : f.adultes() == null ? List.<String>of() : f.adultes()) {
                if (!adultes.containsKey(cle)) {
                    throw Refus.champ("foyers[" + i + "].adultes", "Un adulte de ce lieu de vie n’est pas dans la liste.");
                }
                familles.logerAdulte(adultes.get(cle), foyer, f.du());
            }
        }
    }

    /** What the caller says has ended: a known child has left a home, or an adult has. */
    private void enregistrerDeparts(SaisieFamille saisie, Map<String, UUID> ids, Map<UUID, Set<UUID>> identites) {
        List<SaisieFamille.DepartDe> departs = saisie.departs() == null ? List.of() : saisie.departs();
        LocalDate aujourdhui = horloge.aujourdhui();
        for (int i = 0; i < departs.size(); i++) {
            SaisieFamille.DepartDe d = departs.get(i);
            if (d.le() != null && d.le().isAfter(aujourdhui)) {
                throw Refus.champ("departs[" + i + "].le", "Ce départ ne peut pas être dans l’avenir.");
            }
            LocalDate le = d.le() == null ? aujourdhui : d.le();
            for (UUID enfant : choisis(d.enfants(), ids, "departs[" + i + "].enfants")) {
                Set<UUID> siennes = identites.getOrDefault(enfant, Set.of(enfant));
                if (d.adulteId() == null) {
                    familles.quitter(siennes, d.foyerId(), le);
                } else {
                    familles.quitterAdulte(siennes, d.adulteId(), d.foyerId(), le);
                }
                faits.entourageChange(enfant, "FOYER", "FIN");
            }
        }
    }

    /** Each known child of the form with the files merged into it: what these say is already known. */
    private Map<UUID, Set<UUID>> identitesDesConnus(SaisieFamille saisie, Map<String, UUID> ids) {
        Set<UUID> connus = new HashSet<>();
        saisie.enfants().stream().filter(e -> e.enfantId() != null).forEach(e -> connus.add(ids.get(e.cle())));
        Map<UUID, Set<UUID>> identites = new HashMap<>();
        noms.identites(connus).forEach((id, tete) -> identites.computeIfAbsent(tete, t -> new HashSet<>()).add(id));
        return identites;
    }

    private static Collection<UUID> choisis(List<String> cles, Map<String, UUID> ids, String champ) {
        if (cles == null || cles.isEmpty()) {
            return ids.values();
        }
        if (!ids.keySet().containsAll(cles)) {
            throw Refus.champ(champ, "Un enfant désigné n’est pas dans la liste.");
        }
        return cles.stream().map(ids::get).toList();
    }

    /**
     * An adult or a home the form names by its id: known through a child of the form, or of another file this person reads.
     *
     * @throws Refus at its field otherwise, whether it exists or not
     */
    private UUID connu(EntourageAtteint.Genre genre, UUID id, Map<UUID, Set<UUID>> identites, String champ) {
        if (!atteint.autourDe(genre, id, identites.keySet()) && !atteint.enVue(genre, id)) {
            journal.refus(null, "enfant.entourage");
            throw Refus.champ(champ, genre == EntourageAtteint.Genre.ADULTE
                    ? "Cette personne n’est pas dans les dossiers que vous pouvez ouvrir : choisissez-la à nouveau."
                    : "Ce lieu de vie n’est pas dans les dossiers que vous pouvez ouvrir : choisissez-le à nouveau.");
        }
        return id;
    }

    /** The child died; files under way are told by whoever owns them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void deces(UUID id, LocalDate le) {
        Enfant enfant = enfants.findById(id).orElseThrow(Introuvable::new);
        enfant.deceder(le, horloge.aujourdhui());
        enfants.saveAndFlush(enfant);
        faits.decede(id, le);
        suites.forEach(x -> x.suivre(id));
        journal.modification(Sujet.enfant(id), "enfant.deces");
    }

    /** Brothers and sisters, or another fact between two children; said twice it is kept once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lier(UUID un, UUID autre, GenreLien genre) {
        if (un.equals(autre)) {
            throw Refus.champ("enfantId", "Un enfant ne peut pas être lié à lui-même.");
        }
        if (familles.lier(un, autre, genre.name(), horloge.maintenant())) {
            faits.lies(un, autre, genre);
        }
        journal.modification(Sujet.enfant(un), "enfant.lier");
    }

    private void garderNom(UUID id, String nom, String prenoms, String genre) {
        jdbc.sql("insert into nom_alternatif(id, enfant_id, nom, prenoms, genre, ajoute_le) values (?, ?, ?, ?, ?, ?)")
                .params(Ids.nouveau(), id, nom == null ? "" : nom.strip(), prenoms == null ? "" : prenoms.strip(), genre,
                        java.sql.Timestamp.from(horloge.maintenant())).update();
    }

    private void reindexer(Enfant enfant) {
        index.indexer(enfant, noms.autresNoms(enfant.id()));
        doublons.oublier(enfant.id());
        doublons.reperer(enfant);
    }

    /** @throws fr.jalon.commun.Introuvable when the person may not open this file: out of sight, or for named people only */
    public void exigerLecture(UUID enfant) {
        droits.exigerLecture(enfant);
    }

    /** Names of a page, by the ids asked. Unknown ids are absent. */
    public Map<UUID, NomEnfant> nomsDe(Collection<UUID> ids) {
        return noms.nomsDe(ids);
    }

    /** The child that stands for this one since merges; the same id when it was never merged. */
    public UUID canonique(UUID id) {
        return noms.canoniques(Set.of(id)).getOrDefault(id, id);
    }

    public Map<UUID, UUID> canoniques(Collection<UUID> ids) {
        return noms.canoniques(ids);
    }

    /** The canonical child and every child merged into it. */
    public Set<UUID> identites(UUID id) {
        return noms.identites(id);
    }

    public Enfant enfant(UUID id) {
        return enfants.findById(canonique(id)).orElseThrow(Introuvable::new);
    }

    /** Every dated tie of a child to an adult, current ones first; whoever acts filters on {@link Titulaire#titulaireLe}. */
    public List<Titulaire> titulaires(UUID enfant) {
        return familles.titulaires(identites(enfant));
    }

    public List<Titulaire> titulaires(Collection<UUID> enfants) {
        return familles.titulaires(enfants);
    }

    /** Homes of a child, current ones first, the main one before the other. */
    public List<FoyerEnfant> foyers(UUID enfant) {
        return familles.foyers(identites(enfant));
    }

    public List<FoyerEnfant> foyers(Collection<UUID> enfants) {
        return familles.foyers(enfants);
    }
}
