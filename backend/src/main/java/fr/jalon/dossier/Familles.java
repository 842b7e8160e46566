package fr.jalon.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.commun.Ids;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.base.Ecritures;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adults, homes, holders of parental authority and links: dated rows. What ends gets a date; what was wrong is cancelled, not erased. */
@Component
class Familles {

    private static final String TITULAIRES = """
            select ap.id, ap.enfant_id, ap.adulte_id, a.nom, a.nom_usage, a.prenoms, a.civilite, ap.qualite, ap.exercice, ap.precision_,
                ap.du, ap.au, a.telephone, a.courriel, a.deces_le
            from autorite_parentale ap join adulte a on a.id = ap.adulte_id
            where ap.annule_le is null and ap.enfant_id = any (cast(:enfants as uuid[]))
            order by ap.enfant_id, ap.au nulls first, ap.id""";

    private static final String FOYERS = """
            select fe.id, fe.foyer_id, fe.enfant_id, f.libelle, f.adresse, f.code_postal, f.commune, f.unite_id, f.telephone,
                f.adresse_protegee, f.protection_motif, fe.principal, fe.du, fe.au, f.version
            from foyer_enfant fe join foyer f on f.id = fe.foyer_id
            where fe.annule_le is null and fe.enfant_id = any (cast(:enfants as uuid[]))
            order by fe.enfant_id, fe.au nulls first, fe.principal desc, fe.id""";

    private static final String HABITANTS = """
            select fa.foyer_id, a.id, true as adulte, a.nom, a.nom_usage, a.prenoms from foyer_adulte fa join adulte a on a.id = fa.adulte_id
            where fa.annule_le is null and fa.au is null and fa.foyer_id = any (cast(:foyers as uuid[]))
            union all
            select fe.foyer_id, e.id, false, e.nom, e.nom_usage, e.prenoms from foyer_enfant fe join enfant e on e.id = fe.enfant_id
            where fe.annule_le is null and fe.au is null and e.fusionne_vers is null and not e.restreint and fe.foyer_id = any (cast(:foyers as uuid[]))
            order by adulte desc, id""";

    private final JdbcClient jdbc;
    private final Ecritures ecritures;

    Familles(JdbcClient jdbc, Ecritures ecritures) {
        this.jdbc = jdbc;
        this.ecritures = ecritures;
    }

    UUID creerAdulte(AdulteSaisi saisi, String champ) {
        exigerNom(saisi, champ);
        UUID id = Ids.nouveau();
        ecritures.ecrire("insert into adulte(id, nom, nom_usage, prenoms, civilite, naissance_le, telephone, courriel) values (?, ?, ?, ?, ?, ?, ?, ?)",
                id, saisi.nom().strip(), vide(saisi.nomUsage()), ouVide(saisi.prenoms()), vide(saisi.civilite()), saisi.naissanceLe(),
                vide(saisi.telephone()), vide(saisi.courriel()));
        return id;
    }

    boolean corrigerAdulte(UUID id, long version, AdulteSaisi saisi) {
        exigerNom(saisi, "");
        return jdbc.sql("""
                update adulte set nom = ?, nom_usage = ?, prenoms = ?, civilite = ?, naissance_le = ?, telephone = ?, courriel = ?,
                    version = version + 1 where id = ? and version = ?""")
                .params(saisi.nom().strip(), vide(saisi.nomUsage()), ouVide(saisi.prenoms()), vide(saisi.civilite()), saisi.naissanceLe(),
                        vide(saisi.telephone()), vide(saisi.courriel()), id, version).update() == 1;
    }

    private static void exigerNom(AdulteSaisi saisi, String champ) {
        if (saisi == null || saisi.nom() == null || saisi.nom().isBlank()) {
            throw Refus.champ(champ.isEmpty() ? "nom" : champ + ".nouveau.nom", "Indiquez le nom de cet adulte.");
        }
        if (saisi.civilite() != null && !saisi.civilite().isBlank() && !List.of("MADAME", "MONSIEUR").contains(saisi.civilite())) {
            throw Refus.champ(champ.isEmpty() ? "civilite" : champ + ".nouveau.civilite", "Choisissez « Madame » ou « Monsieur ».");
        }
    }

    UUID creerFoyer(FoyerSaisi saisi) {
        UUID id = Ids.nouveau();
        ecritures.ecrire("""
                insert into foyer(id, libelle, adresse, code_postal, commune, unite_id, telephone, adresse_protegee, protection_motif)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id, vide(saisi.libelle()), vide(saisi.adresse()), vide(saisi.codePostal()), vide(saisi.commune()), vide(saisi.uniteId()),
                vide(saisi.telephone()), saisi.adresseProtegee(), vide(saisi.protectionMotif()));
        return id;
    }

    boolean corrigerFoyer(UUID id, long version, FoyerSaisi saisi) {
        return jdbc.sql("""
                update foyer set libelle = ?, adresse = ?, code_postal = ?, commune = ?, unite_id = ?, telephone = ?, adresse_protegee = ?,
                    protection_motif = ?, version = version + 1 where id = ? and version = ?""")
                .params(vide(saisi.libelle()), vide(saisi.adresse()), vide(saisi.codePostal()), vide(saisi.commune()), vide(saisi.uniteId()),
                        vide(saisi.telephone()), saisi.adresseProtegee(), vide(saisi.protectionMotif()), id, version).update() == 1;
    }

    /** One tie an adult and child at a time: the same adult again with another exercise closes nothing by itself. */
    void lierTitulaire(UUID enfant, UUID adulte, QualiteAdulte qualite, ExerciceAutorite exercice, String precision, LocalDate du, LocalDate au) {
        exigerDates(du, au);
        ecritures.ecrire("""
                insert into autorite_parentale(id, enfant_id, adulte_id, qualite, exercice, precision_, du, au) values (?, ?, ?, ?, ?, ?, ?, ?)""",
                Ids.nouveau(), enfant, adulte, qualite.name(), exercice.name(), vide(precision), du, au);
    }

    /**
     * A known adult: a tie in force is left as it is.
     *
     * @param identites the child and every file merged into it
     */
    void lierTitulaireConnu(UUID enfant, Collection<UUID> identites, UUID adulte, QualiteAdulte qualite, ExerciceAutorite exercice,
            String precision, LocalDate du, LocalDate au) {
        exigerDates(du, au);
        ecritures.ecrire("""
                insert into autorite_parentale(id, enfant_id, adulte_id, qualite, exercice, precision_, du, au)
                select ?, ?, ?, ?, ?, ?, ?, ? where not exists (select 1 from autorite_parentale
                    where enfant_id = any (cast(? as uuid[])) and adulte_id = ? and annule_le is null and au is null)""",
                Ids.nouveau(), enfant, adulte, qualite.name(), exercice.name(), vide(precision), du, au, Tableaux.uuids(identites), adulte);
    }

    private static void exigerDates(LocalDate du, LocalDate au) {
        if (du != null && au != null && au.isBefore(du)) {
            throw Refus.champ("au", "La fin précède le début.");
        }
    }

    boolean aDejaTitulaire(UUID enfant, UUID adulte) {
        return jdbc.sql("select exists (select 1 from autorite_parentale where enfant_id = ? and adulte_id = ? and annule_le is null and au is null)")
                .params(enfant, adulte).query(Boolean.class).single();
    }

    /** Ends ({@code au}) or cancels ({@code au} null) one dated tie of a child; the table is one of ours, never the caller's word. */
    void cesser(String table, UUID enfant, UUID id, LocalDate au, Instant maintenant) {
        int touchees = au == null
                ? jdbc.sql("update " + table + " set annule_le = ? where id = ? and enfant_id = ? and annule_le is null")
                        .params(java.sql.Timestamp.from(maintenant), id, enfant).update()
                : jdbc.sql("update " + table + " set au = ? where id = ? and enfant_id = ? and annule_le is null and (du is null or du <= ?)")
                        .params(au, id, enfant, au).update();
        if (touchees == 0) {
            if (au != null && jdbc.sql("select exists (select 1 from " + table + " where id = ? and enfant_id = ? and annule_le is null)")
                    .params(id, enfant).query(Boolean.class).single()) {
                throw Refus.champ("au", "La fin précède le début.");
            }
            throw new Introuvable();
        }
    }

    void loger(UUID enfant, UUID foyer, boolean principal, LocalDate du) {
        loger(enfant, List.of(enfant), foyer, principal, du);
    }

    /** The first home of a child whose file opens with this act, in a home described by it: nothing to end or to compare with. */
    void logerPremier(UUID enfant, UUID foyer, boolean principal, LocalDate du) {
        ecritures.ecrire("insert into foyer_enfant(id, foyer_id, enfant_id, principal, du) values (?, ?, ?, ?, ?)",
                Ids.nouveau(), foyer, enfant, principal, du);
    }

    /** A main home takes the place of the former main home, which stays as a second one; a home where the child lives is not doubled. */
    void loger(UUID enfant, Collection<UUID> identites, UUID foyer, boolean principal, LocalDate du) {
        String[] tous = Tableaux.uuids(identites);
        if (principal) {
            ecritures.ecrire("""
                    update foyer_enfant set principal = false
                    where principal and enfant_id = any (cast(? as uuid[])) and foyer_id <> ? and annule_le is null and au is null""", tous, foyer);
        }
        ecritures.ecrire("""
                update foyer_enfant set principal = ?
                where enfant_id = any (cast(? as uuid[])) and foyer_id = ? and annule_le is null and au is null""", principal, tous, foyer);
        ecritures.ecrire("""
                insert into foyer_enfant(id, foyer_id, enfant_id, principal, du) select ?, ?, ?, ?, ? where not exists (
                    select 1 from foyer_enfant where enfant_id = any (cast(? as uuid[])) and foyer_id = ? and annule_le is null and au is null)""",
                Ids.nouveau(), foyer, enfant, principal, du, tous, foyer);
    }

    void quitter(Collection<UUID> identites, UUID foyer, LocalDate le) {
        ecritures.ecrire("""
                update foyer_enfant set au = greatest(?, du) where enfant_id = any (cast(? as uuid[])) and foyer_id = ?
                    and annule_le is null and au is null""", le, Tableaux.uuids(identites), foyer);
    }

    /** @param identites of the children whose home it is: nobody is moved out of a home reached otherwise */
    void quitterAdulte(Collection<UUID> identites, UUID adulte, UUID foyer, LocalDate le) {
        ecritures.ecrire("""
                update foyer_adulte set au = greatest(?, du) where adulte_id = ? and foyer_id = ? and annule_le is null and au is null
                    and exists (select 1 from foyer_enfant fe where fe.foyer_id = foyer_adulte.foyer_id and fe.annule_le is null
                        and fe.enfant_id = any (cast(? as uuid[])))""", le, adulte, foyer, Tableaux.uuids(identites));
    }

    void logerAdulte(UUID adulte, UUID foyer, LocalDate du) {
        ecritures.ecrire("""
                insert into foyer_adulte(id, foyer_id, adulte_id, du) select ?, ?, ?, ? where not exists (
                    select 1 from foyer_adulte where foyer_id = ? and adulte_id = ? and annule_le is null and au is null)""",
                Ids.nouveau(), foyer, adulte, du, foyer, adulte);
    }

    /** @return false when the link was already known */
    boolean lier(UUID un, UUID autre, String genre, Instant maintenant) {
        UUID a = un.toString().compareTo(autre.toString()) < 0 ? un : autre;
        UUID b = a.equals(un) ? autre : un;
        return jdbc.sql("""
                insert into lien_enfants(id, enfant_a, enfant_b, genre, pose_le) values (?, ?, ?, ?, ?)
                on conflict (enfant_a, enfant_b, genre) where annule_le is null do nothing""")
                .params(Ids.nouveau(), a, b, genre, java.sql.Timestamp.from(maintenant)).update() == 1;
    }

    List<Titulaire> titulaires(Collection<UUID> enfants) {
        return jdbc.sql(TITULAIRES).param("enfants", Tableaux.uuids(enfants)).query((rs, n) -> new Titulaire(
                rs.getObject("id", UUID.class), rs.getObject("enfant_id", UUID.class), rs.getObject("adulte_id", UUID.class),
                afficheAdulte(rs.getString("nom"), rs.getString("nom_usage"), rs.getString("prenoms"), rs.getString("civilite")),
                rs.getString("nom"), rs.getString("prenoms"), rs.getString("civilite"), QualiteAdulte.valueOf(rs.getString("qualite")),
                ExerciceAutorite.valueOf(rs.getString("exercice")), rs.getString("precision_"), rs.getObject("du", LocalDate.class),
                rs.getObject("au", LocalDate.class), rs.getString("telephone"), rs.getString("courriel"),
                rs.getObject("deces_le", LocalDate.class))).list();
    }

    List<FoyerEnfant> foyers(Collection<UUID> enfants) {
        List<FoyerEnfant> foyers = jdbc.sql(FOYERS).param("enfants", Tableaux.uuids(enfants)).query((rs, n) -> new FoyerEnfant(
                rs.getObject("id", UUID.class), rs.getObject("foyer_id", UUID.class), rs.getObject("enfant_id", UUID.class),
                rs.getString("libelle"), rs.getString("adresse"), rs.getString("code_postal"), rs.getString("commune"), rs.getString("unite_id"),
                rs.getString("telephone"), rs.getBoolean("adresse_protegee"), rs.getString("protection_motif"), rs.getBoolean("principal"),
                rs.getObject("du", LocalDate.class), rs.getObject("au", LocalDate.class), List.of(), rs.getLong("version"))).list();
        if (foyers.isEmpty()) {
            return foyers;
        }
        Map<UUID, List<FoyerEnfant.Habitant>> habitants = jdbc.sql(HABITANTS)
                .param("foyers", Tableaux.uuids(foyers.stream().map(FoyerEnfant::foyerId).distinct().toList()))
                .query((rs, n) -> Map.entry(rs.getObject("foyer_id", UUID.class), new FoyerEnfant.Habitant(rs.getObject("id", UUID.class),
                        rs.getBoolean("adulte"), affiche(rs.getString("nom"), rs.getString("nom_usage"), rs.getString("prenoms")))))
                .list().stream().collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return foyers.stream().map(f -> new FoyerEnfant(f.id(), f.foyerId(), f.enfantId(), f.libelle(), f.adresse(), f.codePostal(),
                f.commune(), f.uniteId(), f.telephone(), f.adresseProtegee(), f.protectionMotif(), f.principal(), f.du(), f.au(),
                habitants.getOrDefault(f.foyerId(), List.of()), f.version())).toList();
    }

    static String affiche(String nom, String nomUsage, String prenoms) {
        String famille = nomUsage != null && !nomUsage.isBlank() ? nomUsage : nom;
        String premier = IndexNoms.premier(prenoms);
        return premier.isEmpty() ? famille : premier + " " + famille;
    }

    static String afficheAdulte(String nom, String nomUsage, String prenoms, String civilite) {
        String titre = civilite == null ? "" : "MADAME".equals(civilite) ? "Mme\u00a0" : "M.\u00a0";
        return titre + affiche(nom, nomUsage, prenoms);
    }

    private static String vide(String valeur) {
        return valeur == null || valeur.isBlank() ? null : valeur.strip();
    }

    private static String ouVide(String valeur) {
        return valeur == null ? "" : valeur.strip();
    }
}
