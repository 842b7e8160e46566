package fr.jalon.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Journal;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a file already says of the surroundings of a child: nothing is asked twice. Opening it is a line of the journal. */
@Service
public class LectureEntourage {

    private final Familles familles;
    private final Noms noms;
    private final DroitsDossier droits;
    private final Acces acces;
    private final Departement departement;
    private final Journal journal;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    LectureEntourage(Familles familles, Noms noms, DroitsDossier droits, Acces acces, Departement departement, Journal journal, Horloge horloge,
            JdbcClient jdbc) {
        this.familles = familles;
        this.noms = noms;
        this.droits = droits;
        this.acces = acces;
        this.departement = departement;
        this.journal = journal;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    @Transactional
    public EntourageConnu lire(UUID demande) {
        UUID id = noms.canoniques(Set.of(demande)).getOrDefault(demande, demande);
        droits.exigerLecture(id);
        NomEnfant nom = noms.nomsDe(Set.of(id)).get(id);
        if (nom == null) {
            throw new Introuvable();
        }
        journal.ouverture(Sujet.enfant(id));
        LocalDate jour = horloge.aujourdhui();
        Set<UUID> identites = noms.identites(id);
        List<FoyerEnfant> foyers = familles.foyers(identites).stream().filter(f -> f.actuel(jour)).toList();
        return new EntourageConnu(id, nom.affiche(), titulaires(identites, jour), foyers(foyers), proches(id, identites, foyers, jour));
    }

    private List<EntourageConnu.TitulaireConnu> titulaires(Set<UUID> identites, LocalDate jour) {
        Map<UUID, EntourageConnu.TitulaireConnu> uniques = new LinkedHashMap<>();
        familles.titulaires(identites).stream().filter(t -> t.decesLe() == null && (t.du() == null || !t.du().isAfter(jour))
                && (t.au() == null || !t.au().isBefore(jour))).forEach(t -> uniques.putIfAbsent(t.adulteId(), new EntourageConnu.TitulaireConnu(
                        t.adulteId(), t.affiche(), t.qualite(), t.qualite().libelle(), t.exercice(), t.exercice().libelle(), t.telephone(), t.du())));
        return List.copyOf(uniques.values());
    }

    private List<EntourageConnu.FoyerConnu> foyers(List<FoyerEnfant> foyers) {
        Map<String, String> unites = departement.noms();
        Map<UUID, EntourageConnu.FoyerConnu> uniques = new LinkedHashMap<>();
        for (FoyerEnfant f : foyers) {
            boolean tue = f.adresseProtegee();
            String adresse = tue ? null : Stream.of(f.adresse(), Stream.of(f.codePostal(), f.commune()).filter(Objects::nonNull)
                    .collect(Collectors.joining(" "))).filter(x -> x != null && !x.isBlank()).collect(Collectors.joining(", "));
            uniques.putIfAbsent(f.foyerId(), new EntourageConnu.FoyerConnu(f.foyerId(), f.libelle(), adresse,
                    tue || f.uniteId() == null ? null : unites.get(f.uniteId()), tue, f.principal(), f.du(),
                    f.habitants().stream().filter(FoyerEnfant.Habitant::adulte)
                            .map(h -> new EntourageConnu.AdulteAuFoyer(h.id(), h.affiche())).toList()));
        }
        return List.copyOf(uniques.values());
    }

    /** Brothers and sisters said to be, then the other children of the homes: minors whose file the person may open. */
    private List<EntourageConnu.MineurProche> proches(UUID id, Set<UUID> identites, List<FoyerEnfant> foyers, LocalDate jour) {
        Map<UUID, String> liens = new LinkedHashMap<>();
        jdbc.sql("""
                select case when enfant_a = any (cast(:ids as uuid[])) then enfant_b else enfant_a end as autre, genre from lien_enfants
                where annule_le is null and (enfant_a = any (cast(:ids as uuid[])) or enfant_b = any (cast(:ids as uuid[]))) order by pose_le, id""")
                .param("ids", Tableaux.uuids(identites))
                .query(rs -> {
                    liens.putIfAbsent(rs.getObject("autre", UUID.class), GenreLien.valueOf(rs.getString("genre")).libelle());
                });
        foyers.stream().flatMap(f -> f.habitants().stream()).filter(h -> !h.adulte())
                .forEach(h -> liens.putIfAbsent(h.id(), GenreLien.MEME_DOMICILE.libelle()));
        Map<UUID, NomEnfant> connus = noms.nomsDe(liens.keySet());
        Set<UUID> vus = vus(connus.values().stream().map(NomEnfant::canonique).toList());
        Set<UUID> dits = new HashSet<>(Set.of(id));
        List<EntourageConnu.MineurProche> proches = new ArrayList<>();
        liens.forEach((autre, lien) -> {
            NomEnfant n = connus.get(autre);
            if (n != null && vus.contains(n.canonique()) && !(n.restreint() && n.age().isEmpty()) && mineur(n.naissance(), jour) && dits.add(n.canonique())) {
                proches.add(new EntourageConnu.MineurProche(n.canonique(), n.affiche(), n.age(), n.naissance(), lien));
            }
        });
        return proches;
    }

    private static boolean mineur(Naissance n, LocalDate jour) {
        return n.auPlusTard() == null || n.auPlusTard().plusYears(18).isAfter(jour);
    }

    private Set<UUID> vus(List<UUID> ids) {
        Acces.Filtre filtre = acces.filtre("'ENFANT'", "x.id");
        return new HashSet<>(jdbc.sql("select x.id from unnest(cast(:ids as uuid[])) as x(id) where " + filtre.sql()).param("ids", Tableaux.uuids(ids))
                .params(filtre.parametres()).query(UUID.class).list());
    }
}
