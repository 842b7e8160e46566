package fr.jalon.projet.redaction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.NomEnfant;
import fr.jalon.projet.redaction.PageRedaction.ActionRedigee;
import fr.jalon.projet.redaction.PageRedaction.ChoixRedaction;
import fr.jalon.projet.redaction.PageRedaction.DomaineRedige;
import fr.jalon.projet.redaction.PageRedaction.FaitConnu;
import fr.jalon.projet.redaction.PageRedaction.ObjectifRedige;
import fr.jalon.projet.redaction.PageRedaction.PartieRedigee;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The writing screen in a fixed number of queries; a service gets what is addressed to it and nothing else. */
@Service
public class LectureRedaction {

    private final Plumes plumes;
    private final VersionEcrite versions;
    private final ModelesProjet modeles;
    private final PartiesProjet parties;
    private final ConnusProjet connus;
    private final Dossiers dossiers;
    private final Departement departement;
    private final Utilisateurs utilisateurs;
    private final Journal journal;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    LectureRedaction(Plumes plumes, VersionEcrite versions, ModelesProjet modeles, PartiesProjet parties, ConnusProjet connus, Dossiers dossiers,
            Departement departement, Utilisateurs utilisateurs, Journal journal, Horloge horloge, JdbcClient jdbc) {
        this.plumes = plumes;
        this.versions = versions;
        this.modeles = modeles;
        this.parties = parties;
        this.connus = connus;
        this.dossiers = dossiers;
        this.departement = departement;
        this.utilisateurs = utilisateurs;
        this.journal = journal;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    @Transactional
    public PageRedaction lire(UUID projetId) {
        Plumes.Plume plume = plumes.de(projetId);
        journal.ouverture(Sujet.projet(projetId));
        record Ligne(String numero, UUID enfant, String unite) {
        }
        Ligne p = jdbc.sql("select numero, enfant_id, unite_id from projet where id = ?").param(projetId)
                .query((l, n) -> new Ligne(l.getString(1), l.getObject(2, UUID.class), l.getString(3))).optional().orElseThrow(Introuvable::new);
        VersionEcrite.Version v = versions.courante(projetId);
        ModeleProjet modele = modeles.exiger(v.modele());
        Map<String, String> unites = departement.noms();
        List<String> exercants = plumes.services(projetId);
        NomEnfant nom = dossiers.nomsDe(List.of(p.enfant())).get(p.enfant());
        List<FaitConnu> faits = plume.tout() && plume.parcours() && v.modifiable() ? connus.de(p.enfant()).stream()
                .map(c -> new FaitConnu(c.source(), c.titre(), c.texte(), c.provenance(), c.lien())).toList() : List.of();
        return new PageRedaction(projetId, p.numero(), departement.profil().mot("projet"), nom == null ? "Enfant non nommé" : nom.affiche(), v.id(), v.numero(), v.etat(),
                v.modifiable(), plume.parcours() && v.modifiable(), !plume.tout(), List.copyOf(plume.services()),
                parties(plume, v, modele, exercants, unites, unites.get(p.unite()), nom), plume.tout() ? modele.domaines().stream()
                        .map(d -> new DomaineRedige(d.code(), d.libelle(), d.aide(), d.prerempli())).toList() : modele.domaines().stream().map(d -> new DomaineRedige(d.code(), d.libelle(), d.aide(), List.of())).toList(),
                modele.aupres().stream().map(a -> new ChoixRedaction(a.code(), a.libelle())).toList(), objectifs(plume, v, unites), faits,
                plume.parcours() && v.modifiable() ? utilisateurs.tenant(Mission.PARCOURS, p.unite()).stream().map(u -> new ChoixRedaction(u.id().toString(), u.nomAffiche())).toList() : List.of(),
                plume.tout() ? exercants.stream().map(s -> new ChoixRedaction(s, unites.getOrDefault(s, s))).toList() : List.of(),
                plume.tout() && modele.actesUsuels() != null ? modele.actesUsuels() : List.of(), modele.aValider());
    }

    private List<PartieRedigee> parties(Plumes.Plume plume, VersionEcrite.Version v, ModeleProjet modele, List<String> exercants, Map<String, String> unites,
            String unite, NomEnfant nom) {
        List<PartiesProjet.PartieEcrite> ecrites = parties.de(v.id());
        Map<String, PartiesProjet.PartieEcrite> parCle = ecrites.stream().collect(Collectors.toMap(e -> e.code() + "/" + e.contributeur(), e -> e));
        Map<UUID, String> auteurs = utilisateurs.noms(ecrites.stream().map(PartiesProjet.PartieEcrite::auteurId).filter(Objects::nonNull).collect(Collectors.toSet()));
        LocalDate jour = horloge.aujourdhui();
        List<PartieRedigee> dites = new ArrayList<>();
        for (ModeleProjet.Partie m : modele.parties()) {
            Set<String> contributeurs = new TreeSet<>(Comparator.comparing((String c) -> !ModeleProjet.PARCOURS.equals(c)).thenComparing(c -> c));
            ecrites.stream().filter(e -> e.code().equals(m.code()) && !e.texte().isBlank()).map(PartiesProjet.PartieEcrite::contributeur).forEach(contributeurs::add);
            if (demandee(m, nom, jour)) {
                if (m.contributeurs().contains(ModeleProjet.PARCOURS)) {
                    contributeurs.add(ModeleProjet.PARCOURS);
                }
                if (m.duService()) {
                    contributeurs.addAll(exercants);
                }
            }
            for (String c : contributeurs) {
                if (!plume.lit(c)) {
                    continue;
                }
                PartiesProjet.PartieEcrite e = parCle.get(m.code() + "/" + c);
                dites.add(new PartieRedigee(m.code(), m.titre(), m.aide(), m.place().name(), m.sensible(), ModeleProjet.PARCOURS.equals(c) ? m.prerempli() : List.of(), c,
                        ModeleProjet.PARCOURS.equals(c) ? unite : unites.getOrDefault(c, c), e == null ? "" : e.texte(), e == null ? 0 : e.version(),
                        e == null || e.auteurId() == null ? null : auteurs.get(e.auteurId()), e == null ? null : e.modifieeLe(), v.modifiable() && plume.ecrit(m, c)));
            }
        }
        return dites;
    }

    /** Some parts are asked from an age only. */
    private static boolean demandee(ModeleProjet.Partie m, NomEnfant nom, LocalDate jour) {
        LocalDate plusTot = nom == null || nom.naissance() == null ? null : nom.naissance().auPlusTot();
        return m.des() == null || plusTot != null && !plusTot.plusYears(m.des()).isAfter(jour);
    }

    private List<ObjectifRedige> objectifs(Plumes.Plume plume, VersionEcrite.Version v, Map<String, String> unites) {
        Map<UUID, List<ActionRedigee>> actions = new HashMap<>();
        jdbc.sql("""
                select a.*, concat_ws(' ', u.prenom, u.nom) as personne from projet_action a left join utilisateur u on u.id = a.utilisateur_id
                where a.version_id = ? order by a.rang, a.id""").param(v.id()).query(l -> {
                    String service = l.getString("service_id");
                    if (!plume.tout() && (service == null || !plume.services().contains(service))) {
                        return;
                    }
                    String personne = l.getString("personne");
                    String dit = personne != null && !personne.isBlank() ? personne : service == null ? l.getString("qui")
                            : unites.getOrDefault(service, service) + (l.getString("qui") == null ? "" : " (" + l.getString("qui") + ")");
                    actions.computeIfAbsent(l.getObject("objectif_id", UUID.class), k -> new ArrayList<>()).add(new ActionRedigee(l.getObject("id", UUID.class),
                            l.getObject("lignee", UUID.class), l.getLong("version"), l.getString("aupres"), l.getString("libelle"), l.getObject("utilisateur_id", UUID.class),
                            service, l.getString("qui"), dit, l.getObject("debut", LocalDate.class), l.getObject("fin", LocalDate.class), l.getString("duree"),
                            l.getObject("echeance", LocalDate.class), l.getObject("faite_le", LocalDate.class)));
                });
        return jdbc.sql("""
                select o.*, exists (select 1 from projet_objectif x where x.lignee = o.lignee and x.version_id <> o.version_id) as reconduit
                from projet_objectif o where o.version_id = ? order by o.rang, o.id""").param(v.id())
                .query((l, n) -> new ObjectifRedige(l.getObject("id", UUID.class), l.getObject("lignee", UUID.class), l.getLong("version"), l.getString("domaine"),
                        plume.tout() ? l.getString("besoin") : null, l.getString("objectif"), l.getBoolean("reconduit"),
                        actions.getOrDefault(l.getObject("id", UUID.class), List.of()))).list().stream()
                .filter(o -> plume.tout() || !o.actions().isEmpty()).toList();
    }
}
