package fr.jalon.dossier;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Journal;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;
import fr.jalon.commun.temps.Horloge;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holders of parental authority, homes and links of a child, as the screens change them. What ends gets a date, what was wrong is
 * cancelled; an act said for several brothers and sisters is entered once and needs the right on each.
 */
@Service
public class Entourage {

    private static final String AUTORITE = "autorite_parentale";
    private static final String FOYER = "foyer_enfant";

    /** A tie to write: a known adult or a new one. */
    public record TitulaireDonne(UUID adulteId, AdulteSaisi adulte, QualiteAdulte qualite, ExerciceAutorite exercice, String precision,
            LocalDate du, LocalDate au) {
    }

    /** A home to write: a known one or a new one, and the adults who live there. */
    public record FoyerDonne(UUID foyerId, FoyerSaisi foyer, boolean principal, LocalDate du, List<UUID> adultes) {
    }

    private final Familles familles;
    private final DroitsDossier droits;
    private final Faits faits;
    private final Journal journal;
    private final Horloge horloge;
    private final Dossiers dossiers;
    private final EntourageAtteint atteint;
    private final JdbcClient jdbc;

    Entourage(Familles familles, DroitsDossier droits, Faits faits, Journal journal, Horloge horloge, Dossiers dossiers,
            EntourageAtteint atteint, JdbcClient jdbc) {
        this.familles = familles;
        this.droits = droits;
        this.faits = faits;
        this.journal = journal;
        this.horloge = horloge;
        this.dossiers = dossiers;
        this.atteint = atteint;
        this.jdbc = jdbc;
    }

    @Transactional
    public void ajouterTitulaire(UUID enfant, List<UUID> aussi, TitulaireDonne t) {
        Set<UUID> enfants = tous(enfant, aussi);
        UUID adulte = t.adulteId() != null ? connu(EntourageAtteint.Genre.ADULTE, t.adulteId(), enfants) : Refus.sous("adulte", () -> familles.creerAdulte(t.adulte(), ""));
        for (UUID e : enfants) {
            if (familles.aDejaTitulaire(e, adulte)) {
                throw Refus.champ("adulteId", "Cet adulte figure déjà parmi les titulaires : mettez fin au lien en vigueur, ou corrigez-le.");
            }
            familles.lierTitulaire(e, adulte, t.qualite(), t.exercice(), t.precision(), t.du(), t.au());
            noter(e, "TITULAIRE", "AJOUT");
        }
    }

    /** The tie was written wrong: the former row is cancelled and stays. */
    @Transactional
    public void corrigerTitulaire(UUID enfant, UUID lien, TitulaireDonne t) {
        droits.exigerEcriture(enfant);
        Titulaire avant = familles.titulaires(dossiers.identites(enfant)).stream().filter(x -> x.id().equals(lien)).findFirst()
                .orElseThrow(Introuvable::new);
        familles.cesser(AUTORITE, avant.enfantId(), lien, null, horloge.maintenant());
        familles.lierTitulaire(enfant, avant.adulteId(), t.qualite(), t.exercice(), t.precision(), t.du(), t.au());
        noter(enfant, "TITULAIRE", "CORRECTION");
    }

    /** @param le last day of the tie, or null when it never was */
    @Transactional
    public void cesserTitulaire(UUID enfant, UUID lien, LocalDate le) {
        cesser(AUTORITE, "TITULAIRE", enfant, lien, le);
    }

    @Transactional
    public void corrigerAdulte(UUID enfant, UUID adulte, long version, AdulteSaisi saisi) {
        droits.exigerEcriture(enfant);
        connu(EntourageAtteint.Genre.ADULTE, adulte, Set.of(enfant));
        if (!Refus.sous("adulte", () -> familles.corrigerAdulte(adulte, version, saisi))) {
            throw new Conflit(null, null, "Cette personne a été corrigée par quelqu’un d’autre depuis que vous l’avez ouverte.");
        }
        journal.modification(new Sujet(TypeSujet.ADULTE, adulte), "adulte.corriger");
        noter(enfant, "TITULAIRE", "CORRECTION");
    }

    @Transactional
    public void ajouterFoyer(UUID enfant, List<UUID> aussi, FoyerDonne f) {
        Set<UUID> enfants = tous(enfant, aussi);
        if (f.foyerId() == null && f.foyer() == null) {
            throw Refus.champ("foyer", "Décrivez ce lieu de vie ou choisissez-en un connu.");
        }
        UUID foyer = f.foyerId() != null ? connu(EntourageAtteint.Genre.FOYER, f.foyerId(), enfants) : familles.creerFoyer(f.foyer());
        for (UUID e : enfants) {
            familles.loger(e, foyer, f.principal(), f.du());
            noter(e, "FOYER", "AJOUT");
        }
        for (UUID adulte : f.adultes() == null ? List.<UUID>of() : f.adultes()) {
            familles.logerAdulte(connu(EntourageAtteint.Genre.ADULTE, adulte, enfants), foyer, f.du());
        }
    }

    @Transactional
    public void corrigerFoyer(UUID enfant, UUID foyer, long version, FoyerSaisi saisi) {
        droits.exigerEcriture(enfant);
        connu(EntourageAtteint.Genre.FOYER, foyer, Set.of(enfant));
        if (!familles.corrigerFoyer(foyer, version, saisi)) {
            throw new Conflit(null, null, "Ce lieu de vie a été modifié par quelqu’un d’autre depuis que vous l’avez ouvert.");
        }
        journal.modification(new Sujet(TypeSujet.FOYER, foyer), "foyer.corriger");
        noter(enfant, "FOYER", "CORRECTION");
    }

    @Transactional
    public void quitterFoyer(UUID enfant, UUID lien, LocalDate le) {
        cesser(FOYER, "FOYER", enfant, lien, le);
    }

    /**
     * The withheld address, shown on purpose to whoever works on the file: one journal line each time.
     *
     * @throws Interdit for whoever only follows delays
     */
    @Transactional
    public FoyerEnfant adresseProtegee(UUID enfant, UUID foyer) {
        droits.exigerLecture(enfant);
        if (!droits.peutEcrire(enfant)) {
            journal.refus(Sujet.enfant(enfant), "foyer.adresse-protegee");
            throw new Interdit("L’adresse protégée n’est montrée qu’aux personnes qui travaillent sur ce dossier.");
        }
        FoyerEnfant f = familles.foyers(dossiers.identites(enfant)).stream().filter(x -> x.foyerId().equals(foyer)).findFirst()
                .orElseThrow(Introuvable::new);
        journal.ouverture(new Sujet(TypeSujet.FOYER, foyer));
        return f;
    }

    @Transactional
    public void lier(UUID enfant, UUID autre, GenreLien genre) {
        droits.exigerEcriture(enfant);
        droits.exigerLecture(autre);
        dossiers.lier(enfant, autre, genre);
    }

    @Transactional
    public void delier(UUID enfant, UUID lien) {
        droits.exigerEcriture(enfant);
        int delies = jdbc.sql("update lien_enfants set annule_le = ? where id = ? and ? in (enfant_a, enfant_b) and annule_le is null")
                .params(java.sql.Timestamp.from(horloge.maintenant()), lien, enfant).update();
        if (delies == 0) {
            throw new Introuvable();
        }
        noter(enfant, "LIEN", "ANNULATION");
    }

    private void cesser(String table, String quoi, UUID enfant, UUID lien, LocalDate le) {
        droits.exigerEcriture(enfant);
        if (le != null && le.isAfter(horloge.aujourdhui())) {
            throw Refus.champ("le", "La date de fin est dans l’avenir.");
        }
        UUID porteur = jdbc.sql("select enfant_id from " + table + " where id = ? and enfant_id = any (cast(? as uuid[]))")
                .params(lien, Tableaux.uuids(dossiers.identites(enfant))).query(UUID.class).optional().orElseThrow(Introuvable::new);
        try {
            familles.cesser(table, porteur, lien, le, horloge.maintenant());
        } catch (Refus r) {
            throw Refus.champ("le", r.erreurs().get(0).message());
        }
        noter(enfant, quoi, le == null ? "ANNULATION" : "FIN");
    }

    private Set<UUID> tous(UUID enfant, List<UUID> aussi) {
        Set<UUID> enfants = new LinkedHashSet<>();
        enfants.add(enfant);
        if (aussi != null) {
            enfants.addAll(aussi);
        }
        enfants.forEach(droits::exigerEcriture);
        return enfants;
    }

    /** @throws Introuvable when nothing ties it to a child this person may write */
    private UUID connu(EntourageAtteint.Genre genre, UUID id, Set<UUID> enfants) {
        if (!atteint.autourDe(genre, id, enfants)) {
            throw new Introuvable();
        }
        return id;
    }

    private void noter(UUID enfant, String quoi, String acte) {
        faits.entourageChange(enfant, quoi, acte);
        journal.modification(Sujet.enfant(enfant), "enfant.entourage");
    }
}
