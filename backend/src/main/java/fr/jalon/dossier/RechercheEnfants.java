package fr.jalon.dossier;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Cadence;
import fr.jalon.acces.Journal;
import fr.jalon.commun.temps.Horloge;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Search before create: is this child known, under whatever spelling? One journal line a search; a search that meets a restricted file
 * says nothing and tells the holders.
 */
@Service
public class RechercheEnfants {

    /** Answers, best first. {@code suite}: more children answer than are shown; say more of the name or of the birth. */
    public record ResultatRecherche(List<CarteEnfant> cartes, boolean suite) {
    }

    /** What the search of the header answers. */
    public record ResultatGlobal(List<CarteEnfant> enfants, boolean suite, List<EnCours.Element> dossiers) {
    }

    static final int LIMITE_AU_PLUS = 50;
    private static final Pattern DATE_ENTIERE = Pattern.compile("\\s*\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}\\s*");
    private static final int LIMITE_FILTRE = 500;
    private static final float EXACTE = 0.995f;
    /** A filter of a list keeps what looks like what was typed, not what merely sounds near. */
    private static final float NOTE_FILTRE = 0.8f;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Horloge horloge;
    private final DroitsDossier droits;
    private final CartesEnfants cartes;
    private final AlertesRestreints alertes;
    private final Cadence cadence;
    private final ObjectProvider<EnCours> enCours;

    RechercheEnfants(JdbcClient jdbc, Journal journal, Horloge horloge, DroitsDossier droits, CartesEnfants cartes, AlertesRestreints alertes,
            Cadence cadence, ObjectProvider<EnCours> enCours) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.horloge = horloge;
        this.droits = droits;
        this.cartes = cartes;
        this.alertes = alertes;
        this.cadence = cadence;
        this.enCours = enCours;
    }

    /**
     * @param texte name, given names, in any order and spelling, with or without a date
     * @param naissance date apart from the text (« 12/03/2016 », « 2016-03-12 », « 03/2016 », « 2016 », « vers 2016 »), or null
     * @param partiel the last word is being typed
     */
    @Transactional
    public ResultatRecherche rechercher(String texte, String naissance, boolean partiel, int limite) {
        droits.exigerRecherche();
        DemandeEnfant demande = DemandeEnfant.lire(texte, naissance);
        int bornee = Math.max(1, Math.min(limite, LIMITE_AU_PLUS));
        if (demande.vide()) {
            return new ResultatRecherche(List.of(), false);
        }
        cadence.exigerRecherche();
        List<Trouve> trouves = chercher(demande, partiel, bornee + 1, true);
        journal.recherche(Math.min(trouves.size(), bornee));
        alertes.prevenir();
        boolean suite = trouves.size() > bornee;
        return new ResultatRecherche(cartes.cartes(suite ? trouves.subList(0, bornee) : trouves), suite);
    }

    /** Files whose number holds what was typed, and children called so. A number alone is no search for a child. */
    @Transactional
    public ResultatGlobal partout(String texte, int limite) {
        boolean parNumeroSeul = DroitsDossier.chercheParNumeroSeul(IdentiteCourante.exiger());
        if (!parNumeroSeul) {
            droits.exigerRecherche();
        }
        String ligne = texte == null ? "" : texte.strip();
        int bornee = Math.max(1, Math.min(limite, LIMITE_AU_PLUS));
        if (ligne.length() < 2) {
            return new ResultatGlobal(List.of(), false, List.of());
        }
        cadence.exigerRecherche();
        List<EnCours.Element> dossiers = enCours.orderedStream().flatMap(s -> s.parReference(ligne, bornee).stream()).toList();
        boolean nom = ligne.chars().filter(Character::isLetter).count() > 1 || DATE_ENTIERE.matcher(ligne).matches();
        if (!nom || parNumeroSeul || !dossiers.isEmpty()) {
            journal.recherche(dossiers.size());
            return new ResultatGlobal(List.of(), false, dossiers);
        }
        ResultatRecherche enfants = rechercher(ligne, null, true, bornee);
        return new ResultatGlobal(enfants.cartes(), enfants.suite(), dossiers);
    }

    /** Children in sight whose name looks like the text, for the filter of a list already in sight: no journal line, nobody told. */
    @Transactional
    public Set<UUID> enVue(String texte) {
        DemandeEnfant demande = DemandeEnfant.lire(texte, null);
        if (demande.mots().isEmpty()) {
            return Set.of();
        }
        Set<UUID> ids = new LinkedHashSet<>();
        chercher(demande, true, LIMITE_FILTRE, false).stream().filter(t -> t.id() != null && t.note() >= NOTE_FILTRE).forEach(t -> ids.add(t.id()));
        return avecAbsorbes(ids);
    }

    /** A file may still name a child by the id it had before a merge. */
    private Set<UUID> avecAbsorbes(Set<UUID> ids) {
        if (ids.isEmpty()) {
            return ids;
        }
        return new HashSet<>(jdbc.sql("""
                with recursive sous(id) as (
                    select unnest(cast(:ids as uuid[])) union
                    select e.id from sous s join enfant e on e.fusionne_vers = s.id)
                select id from sous""").param("ids", Tableaux.uuids(ids)).query(UUID.class).list());
    }

    /** One row of the function: an id in sight, or the units to contact. */
    record Trouve(UUID id, float note, List<String> contacter) {

        boolean exacte() {
            return note >= EXACTE;
        }
    }

    List<Trouve> chercher(DemandeEnfant demande, boolean partiel, int limite, boolean prevenir) {
        Identite qui = IdentiteCourante.exiger();
        List<DemandeEnfant.Mot> mots = demande.mots();
        List<String> variantes = new ArrayList<>();
        List<Integer> variantesDe = new ArrayList<>();
        for (int k = 0; k < mots.size(); k++) {
            for (String variante : NomNormalise.variantes(mots.get(k).mot())) {
                variantes.add(variante);
                variantesDe.add(k + 1);
            }
        }
        boolean prevenirIci = prevenir && qui.utilisateurId() != null;
        Naissance naissance = demande.naissance();
        return jdbc.sql("select id, score, contacter from chercher_enfants(?, ?, ?, ?, ?, ?, ?, ?::date, ?::date, ?, ?::timestamptz, ?::date)")
                .params(Arrays.asList(mots.stream().map(DemandeEnfant.Mot::jeton).toArray(Integer[]::new),
                        mots.stream().map(DemandeEnfant.Mot::mot).toArray(String[]::new),
                        mots.stream().map(m -> PhonetiqueFrancaise.cle(m.mot())).toArray(String[]::new),
                        mots.stream().map(DemandeEnfant.Mot::poids).toArray(Float[]::new), variantes.toArray(String[]::new),
                        variantesDe.toArray(Integer[]::new), partiel, naissance == null ? null : naissance.auPlusTot(),
                        naissance == null ? null : naissance.auPlusTard(), limite,
                        prevenirIci ? Timestamp.from(horloge.maintenant()) : null, prevenirIci ? horloge.aujourdhui() : null))
                .query((rs, n) -> new Trouve(rs.getObject("id", UUID.class), rs.getFloat("score"), rs.getArray("contacter") == null ? List.of()
                        : List.of((String[]) rs.getArray("contacter").getArray()))).list();
    }
}
