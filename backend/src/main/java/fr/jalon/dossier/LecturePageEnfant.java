package fr.jalon.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Journal;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the page of one child: a fixed number of queries, one journal line. A merged child's address opens the one that stands for it. */
@Service
public class LecturePageEnfant {

    private static final int PROCHAINES = 3;

    private final Enfants enfants;
    private final Familles familles;
    private final Noms noms;
    private final DroitsDossier droits;
    private final ActesVus actesVus;
    private final Acces acces;
    private final Departement departement;
    private final Journal journal;
    private final Horloge horloge;
    private final ObjectProvider<LieuxDAccueil> accueils;
    private final JdbcClient jdbc;

    LecturePageEnfant(Enfants enfants, Familles familles, Noms noms, DroitsDossier droits, ActesVus actesVus,
            Acces acces, Departement departement, Journal journal, Horloge horloge, ObjectProvider<LieuxDAccueil> accueils,
            JdbcClient jdbc) {
        this.enfants = enfants;
        this.familles = familles;
        this.noms = noms;
        this.droits = droits;
        this.actesVus = actesVus;
        this.acces = acces;
        this.departement = departement;
        this.journal = journal;
        this.horloge = horloge;
        this.accueils = accueils;
        this.jdbc = jdbc;
    }

    @Transactional
    public PageEnfant page(UUID demande) {
        UUID id = noms.canoniques(Set.of(demande)).getOrDefault(demande, demande);
        droits.exigerLecture(id);
        Enfant enfant = enfants.findById(id).orElseThrow(Introuvable::new);
        journal.ouverture(Sujet.enfant(id));
        LocalDate jour = horloge.aujourdhui();
        Set<UUID> identites = noms.identites(id);
        Map<String, String> unites = departement.noms();
        List<FoyerEnfant> foyers = familles.foyers(identites);
        List<PageEnfant.EnCoursVu> actes = actesVus.de(identites);
        return new PageEnfant(id, enfant.version(), identite(enfant, jour), autresNoms(id), alertes(enfant, id, identites, actes, jour), unites(id, unites),
                titulaires(identites, jour), foyersVus(foyers, id, unites, jour), foyersProches(id, foyers),
                accueils.orderedStream().flatMap(a -> a.actuels(identites).stream()).toList(), liens(id, identites), actes,
                prochaines(enfant, actes, jour), reunions(id), documents(identites),
                new PageEnfant.Droits(droits.peutEcrire(id), droits.peutSuperviser(id), droits.peutReunir()));
    }

    private static PageEnfant.Identite identite(Enfant e, LocalDate jour) {
        Naissance n = e.naissance();
        return new PageEnfant.Identite(NomEnfant.affiche(e.nom(), e.nomUsage(), e.prenoms(), e.nonNomme(), n), e.nom(), e.nomUsage(), e.prenoms(),
                e.nonNomme(), e.sexe(), n, n.age(jour), n.moinsDeDeuxAns(jour), e.communeNaissance(), e.decesLe(), e.personneSeDeclarantMineure(),
                e.restreint(), e.creeLe());
    }

    private List<PageEnfant.NomConnu> autresNoms(UUID id) {
        return jdbc.sql("""
                with recursive sous(id) as (
                    select cast(:id as uuid) union select e.id from sous s join enfant e on e.fusionne_vers = s.id)
                select a.nom, a.prenoms, a.genre from nom_alternatif a join sous s on s.id = a.enfant_id
                union all
                select concat_ws(' ', e.nom, e.nom_usage), e.prenoms, 'REUNI' from enfant e join sous s on s.id = e.id where e.id <> :id""")
                .param("id", id).query((rs, n) -> new PageEnfant.NomConnu(rs.getString(1), rs.getString(2), rs.getString(3))).list();
    }

    private List<PageEnfant.Alerte> alertes(Enfant e, UUID id, Set<UUID> identites, List<PageEnfant.EnCoursVu> actes,
            LocalDate jour) {
        List<PageEnfant.Alerte> alertes = new ArrayList<>();
        if (e.decesLe() != null) {
            alertes.add(new PageEnfant.Alerte("DECEDE", "Décédé"));
        }
        if (e.restreint()) {
            alertes.add(new PageEnfant.Alerte("RESTREINT", "Dossier restreint aux personnes désignées"));
        }
        if (consigneEnCours(identites, actes)) {
            alertes.add(new PageEnfant.Alerte("PARQUET", "Consigne du parquet en cours"));
        }
        if (e.naissance().aNaitre()) {
            alertes.add(new PageEnfant.Alerte("A_NAITRE", "À naître : n’entre dans aucun compte de mineurs"));
        } else if (e.naissance().moinsDeDeuxAns(jour)) {
            alertes.add(new PageEnfant.Alerte("MOINS_DE_DEUX_ANS", "Moins de deux ans"));
        }
        if (droits.peutReunir() && jdbc.sql("select exists (select 1 from doublon_probable where etat = 'A_VOIR' and (enfant_a = ? or enfant_b = ?))")
                .params(id, id).query(Boolean.class).single()) {
            alertes.add(new PageEnfant.Alerte("DOUBLON", "Un autre dossier pourrait être celui du même enfant"));
        }
        return alertes;
    }

    private boolean consigneEnCours(Set<UUID> identites, List<PageEnfant.EnCoursVu> actes) {
        Set<UUID> sujets = new HashSet<>(identites);
        actes.forEach(a -> sujets.add(a.id()));
        return jdbc.sql("""
                select exists (select 1 from periode where sujet_id = any (cast(:sujets as uuid[])) and genre = 'CONSIGNE_PARQUET' and connu_au is null
                    and fin is null and (enfant_id is null or enfant_id = any (cast(:enfants as uuid[]))))""")
                .param("sujets", Tableaux.uuids(sujets)).param("enfants", Tableaux.uuids(identites)).query(Boolean.class).single();
    }

    private List<PageEnfant.UniteSuivi> unites(UUID id, Map<String, String> noms) {
        return acces.unites(Sujet.enfant(id), Acces.Titre.SUIVI).stream().map(u -> new PageEnfant.UniteSuivi(u, noms.getOrDefault(u, u))).toList();
    }

    private List<PageEnfant.TitulaireVu> titulaires(Set<UUID> identites, LocalDate jour) {
        List<Titulaire> titulaires = familles.titulaires(identites);
        record Etat(String nomUsage, LocalDate naissanceLe, long version) {
        }
        Map<UUID, Etat> etats = new HashMap<>();
        jdbc.sql("select id, nom_usage, naissance_le, version from adulte where id = any (cast(? as uuid[]))")
                .param(Tableaux.uuids(titulaires.stream().map(Titulaire::adulteId).distinct().toList()))
                .query(rs -> {
                    etats.put(rs.getObject("id", UUID.class), new Etat(rs.getString("nom_usage"), rs.getObject("naissance_le", LocalDate.class), rs.getLong("version")));
                });
        return titulaires.stream().map(t -> {
            Etat e = etats.get(t.adulteId());
            boolean actuel = (t.du() == null || !t.du().isAfter(jour)) && (t.au() == null || !t.au().isBefore(jour));
            return new PageEnfant.TitulaireVu(t.id(), t.adulteId(), t.affiche(), t.nom(), e.nomUsage(), t.prenoms(), t.civilite(), e.naissanceLe(), t.qualite(),
                    t.qualite().libelle(), t.exercice(), t.exercice().libelle(), t.titulaireLe(jour), t.precision(), t.du(), t.au(), actuel, t.telephone(),
                    t.courriel(), t.decesLe(), e.version());
        }).toList();
    }

    private static List<PageEnfant.FoyerVu> foyersVus(List<FoyerEnfant> foyers, UUID id, Map<String, String> unites, LocalDate jour) {
        boolean principalAuDossier = foyers.stream().anyMatch(f -> f.enfantId().equals(id) && f.principal() && f.actuel(jour));
        return foyers.stream().map(f -> {
            boolean tu = f.adresseProtegee();
            // After a merge two homes may be the main one: the kept file's own is.
            boolean principal = f.principal() && (f.enfantId().equals(id) || !principalAuDossier);
            return new PageEnfant.FoyerVu(f.id(), f.foyerId(), f.libelle(), tu ? null : f.adresse(), tu ? null : f.codePostal(), tu ? null : f.commune(),
                    tu ? null : f.uniteId(), tu || f.uniteId() == null ? null : unites.getOrDefault(f.uniteId(), f.uniteId()), tu ? null : f.telephone(), tu,
                    principal, f.du(), f.au(), f.actuel(jour), f.habitants(), f.version());
        }).toList();
    }

    private List<PageEnfant.FoyerProche> foyersProches(UUID id, List<FoyerEnfant> siens) {
        Set<UUID> connus = new HashSet<>();
        siens.stream().filter(f -> f.au() == null).forEach(f -> connus.add(f.foyerId()));
        Acces.Filtre filtre = acces.filtre("'ENFANT'", "fe.enfant_id");
        return jdbc.sql("""
                select distinct f.id, case when f.adresse_protegee then coalesce(f.libelle, 'Adresse protégée')
                    else concat_ws(', ', f.libelle, f.adresse, f.commune) end as libelle
                from lien_enfants l join foyer_enfant fe on fe.enfant_id = case when l.enfant_a = :id then l.enfant_b else l.enfant_a end
                join foyer f on f.id = fe.foyer_id
                where (l.enfant_a = :id or l.enfant_b = :id) and l.annule_le is null and fe.annule_le is null and fe.au is null and """ + filtre.sql())
                .param("id", id).params(filtre.parametres())
                .query((rs, n) -> new PageEnfant.FoyerProche(rs.getObject(1, UUID.class), rs.getString(2))).list().stream()
                .filter(f -> !connus.contains(f.foyerId())).toList();
    }

    private List<PageEnfant.LienVu> liens(UUID id, Set<UUID> identites) {
        record Ligne(UUID id, UUID autre, GenreLien genre) {
        }
        List<Ligne> lignes = jdbc.sql("""
                select id, case when enfant_a = any (cast(:ids as uuid[])) then enfant_b else enfant_a end as autre, genre from lien_enfants
                where annule_le is null and (enfant_a = any (cast(:ids as uuid[])) or enfant_b = any (cast(:ids as uuid[]))) order by pose_le, id""")
                .param("ids", Tableaux.uuids(identites))
                .query((rs, n) -> new Ligne(rs.getObject("id", UUID.class), rs.getObject("autre", UUID.class), GenreLien.valueOf(rs.getString("genre")))).list();
        Map<UUID, NomEnfant> connus = noms.nomsDe(lignes.stream().map(Ligne::autre).toList());
        Set<UUID> vus = actesVus.vus("ENFANT", connus.values().stream().map(NomEnfant::canonique).toList());
        Map<UUID, Sexe> sexes = new HashMap<>();
        jdbc.sql("select id, sexe from enfant where id = any (cast(? as uuid[]))").param(Tableaux.uuids(vus))
                .query(rs -> {
                    sexes.put(rs.getObject(1, UUID.class), Sexe.valueOf(rs.getString(2)));
                });
        Map<UUID, List<PageEnfant.AdulteDuLien>> adultes = adultesDe(vus);
        Map<String, PageEnfant.LienVu> liens = new LinkedHashMap<>();
        for (Ligne l : lignes) {
            NomEnfant n = connus.get(l.autre());
            if (n == null || n.canonique().equals(id)) {
                continue;
            }
            boolean ouvrable = vus.contains(n.canonique()) && !(n.restreint() && n.age().isEmpty());
            liens.putIfAbsent(n.canonique() + "/" + l.genre(), new PageEnfant.LienVu(l.id(), n.canonique(), ouvrable ? n.affiche() : "Enfant connu hors de votre territoire",
                    ouvrable ? n.age() : "", ouvrable ? sexes.getOrDefault(n.canonique(), Sexe.INCONNU) : Sexe.INCONNU, ouvrable && n.naissance().aNaitre(),
                    l.genre(), l.genre().libelle(), ouvrable, ouvrable ? adultes.getOrDefault(n.canonique(), List.of()) : List.of()));
        }
        return List.copyOf(liens.values());
    }

    /** Adults tied today to these children. */
    private Map<UUID, List<PageEnfant.AdulteDuLien>> adultesDe(Set<UUID> enfants) {
        LocalDate jour = horloge.aujourdhui();
        Map<UUID, List<PageEnfant.AdulteDuLien>> adultes = new HashMap<>();
        familles.titulaires(enfants).stream().filter(t -> t.au() == null || !t.au().isBefore(jour)).forEach(t -> adultes
                .computeIfAbsent(t.enfantId(), x -> new ArrayList<>()).add(new PageEnfant.AdulteDuLien(t.adulteId(), t.affiche(), t.civilite(),
                        t.qualite().libelle(), t.exercice().libelle(), t.titulaireLe(jour))));
        return adultes;
    }

    private static List<PageEnfant.DateProche> prochaines(Enfant e, List<PageEnfant.EnCoursVu> actes, LocalDate jour) {
        List<PageEnfant.DateProche> dates = new ArrayList<>();
        actes.stream().filter(a -> a.ouvert() && a.prochaineEcheance() != null).forEach(a -> dates.add(new PageEnfant.DateProche(a.prochaineEcheance(),
                a.reference() + "\u00a0: " + a.libelle(), a.ouvrable() ? a.lien() : null)));
        Naissance n = e.naissance();
        if (n.aNaitre() && n.termePrevu() != null) {
            dates.add(new PageEnfant.DateProche(n.termePrevu(), "Naissance attendue", null));
        }
        if (n.exacte() && e.decesLe() == null && n.le().plusYears(18).isAfter(jour)) {
            dates.add(new PageEnfant.DateProche(n.le().plusYears(18), "Majorité", null));
        }
        return dates.stream().sorted(Comparator.comparing(PageEnfant.DateProche::le)).limit(PROCHAINES).toList();
    }

    private List<PageEnfant.ReunionVue> reunions(UUID id) {
        return jdbc.sql("""
                select f.id, f.absorbe, concat_ws(' ', nullif(a.prenoms, ''), a.nom) as affiche, f.faite_le, coalesce(concat_ws(' ', u.prenom, u.nom), '') as par, f.motif
                from fusion f join enfant a on a.id = f.absorbe left join utilisateur u on u.id = f.faite_par
                where f.conserve = ? and f.defaite_le is null order by f.faite_le desc""").param(id)
                .query((rs, n) -> new PageEnfant.ReunionVue(rs.getObject("id", UUID.class), rs.getObject("absorbe", UUID.class), rs.getString("affiche"),
                        rs.getTimestamp("faite_le").toInstant(), rs.getString("par"), rs.getString("motif"))).list();
    }

    private long documents(Set<UUID> identites) {
        return jdbc.sql("select count(*) from document where sujet_type = 'ENFANT' and sujet_id = any (cast(? as uuid[])) and retire_le is null")
                .param(Tableaux.uuids(identites)).query(Long.class).single();
    }
}
