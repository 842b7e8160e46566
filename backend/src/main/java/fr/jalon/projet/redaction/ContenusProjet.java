package fr.jalon.projet.redaction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.FoyerEnfant;
import fr.jalon.dossier.NomEnfant;
import fr.jalon.dossier.Titulaire;
import fr.jalon.projet.ContenuDeVersion;
import fr.jalon.projet.Projet;
import fr.jalon.projet.redaction.ContenuProjet.EnfantDit;
import fr.jalon.projet.redaction.ContenuProjet.FoyerDit;
import fr.jalon.projet.redaction.ContenuProjet.PartieDite;
import fr.jalon.projet.redaction.ContenuProjet.Tete;
import fr.jalon.projet.redaction.ContenuProjet.TitulaireDit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The content of a version: composed from the tables while it is written, read as it was frozen afterwards. A fixed number of queries. */
@Component
class ContenusProjet implements ContenuDeVersion {

    /** Signed by whom, on which day. */
    private record Etabli(LocalDate le, String signataire, String fonction, String delegation, LocalDate revisionLe) {
    }

    private static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final ModelesProjet modeles;
    private final PartiesProjet parties;
    private final TablesProjet tables;
    private final MesuresDuProjet mesures;
    private final Dossiers dossiers;
    private final Departement departement;
    private final Utilisateurs utilisateurs;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    ContenusProjet(ModelesProjet modeles, PartiesProjet parties, TablesProjet tables, MesuresDuProjet mesures, Dossiers dossiers, Departement departement,
            Utilisateurs utilisateurs, Horloge horloge, JdbcClient jdbc) {
        this.modeles = modeles;
        this.parties = parties;
        this.tables = tables;
        this.mesures = mesures;
        this.dossiers = dossiers;
        this.departement = departement;
        this.utilisateurs = utilisateurs;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    @Override
    public String modele(LocalDate jour) {
        return modeles.courant(jour).code();
    }

    @Override
    public Map<String, String> domaines(String modele) {
        Map<String, String> domaines = new LinkedHashMap<>();
        modeles.exiger(modele).domaines().forEach(d -> domaines.put(d.code(), d.libelle()));
        return domaines;
    }

    @Override
    public String figer(Projet projet, UUID versionId, Etablissement e) {
        Etabli etabli = jdbc.sql("""
                select concat_ws(' ', u.prenom, u.nom) as signataire, u.fonction, d.reference from delegation_signature d
                join utilisateur u on u.id = ? where d.id = ?""").params(e.signataire(), e.delegation())
                .query((l, n) -> new Etabli(e.le(), l.getString(1), l.getString(2), l.getString(3), e.revisionLe())).single();
        try {
            return JSON.writeValueAsString(composer(projet.id(), versionId, etabli));
        } catch (JsonProcessingException x) {
            throw new IllegalStateException(x);
        }
    }

    /** What a version says: as frozen, or as it stands while it is being written. */
    ContenuProjet de(UUID projetId, UUID versionId) {
        record Fige(String contenu, boolean intacte) {
        }
        Fige fige = jdbc.sql("""
                select contenu::text as contenu, coalesce(encode(sha256(convert_to(contenu::text, 'UTF8')), 'hex') = empreinte, false) as intacte
                from projet_version where id = ? and projet_id = ?""").params(versionId, projetId).query(Fige.class).optional().orElseThrow(Introuvable::new);
        if (fige.contenu() == null) {
            return composer(projetId, versionId, null);
        }
        if (!fige.intacte()) {
            throw new IllegalStateException("Version altérée : " + versionId);
        }
        try {
            return JSON.readValue(fige.contenu(), ContenuProjet.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Version illisible : " + versionId, e);
        }
    }

    /** The same for a copy handed over today: with what the family said since it was frozen. */
    ContenuProjet pourRemise(UUID projetId, UUID versionId) {
        ContenuProjet c = de(projetId, versionId);
        Map<UUID, String> adultes = c.titulaires().stream().collect(Collectors.toMap(TitulaireDit::adulteId, TitulaireDit::affiche, (a, b) -> a));
        List<ContenuProjet.AvisDit> avis = Stream.concat(c.avis().stream(), tables.avisTardifs(versionId, adultes, c.enfant().affiche()).stream()).toList();
        return new ContenuProjet(c.format(), c.modele(), c.tete(), c.enfant(), c.titulaires(), c.foyers(), c.mesures(), c.rencontres(), avis, c.parties(), c.objectifs());
    }

    private ContenuProjet composer(UUID projetId, UUID versionId, Etabli etabli) {
        record Ligne(String numero, UUID enfant, String unite, UUID referent, String referentNom, LocalDate ouvertLe, int version, String modele, String motif) {
        }
        Ligne p = jdbc.sql("""
                select p.numero, p.enfant_id, p.unite_id, p.referent_id, p.referent_nom, p.ouvert_le, v.numero as version, v.modele, v.motif
                from projet p join projet_version v on v.projet_id = p.id where p.id = ? and v.id = ?""").params(projetId, versionId)
                .query((l, n) -> new Ligne(l.getString(1), l.getObject(2, UUID.class), l.getString(3), l.getObject(4, UUID.class), l.getString(5),
                        l.getObject(6, LocalDate.class), l.getInt(7), l.getString(8), l.getString(9))).optional().orElseThrow(Introuvable::new);
        LocalDate jour = etabli == null ? horloge.aujourdhui() : etabli.le();
        ModeleProjet modele = modeles.exiger(p.modele());
        Profil profil = departement.profil();
        UUID enfant = dossiers.canonique(p.enfant());
        Set<UUID> identites = dossiers.identites(enfant);
        List<Titulaire> titulaires = titulaires(enfant, jour);
        Map<UUID, String> adultes = new HashMap<>();
        dossiers.titulaires(enfant).forEach(t -> adultes.putIfAbsent(t.adulteId(), t.affiche()));
        Map<UUID, String> qualites = titulaires.stream().collect(Collectors.toMap(Titulaire::adulteId, t -> t.qualite().libelle().toLowerCase(java.util.Locale.FRENCH), (a, b) -> a));
        EnfantDit dit = enfant(enfant, jour);
        String referent = p.referent() == null ? p.referentNom() : utilisateurs.noms(Set.of(p.referent())).getOrDefault(p.referent(), p.referentNom());
        Tete tete = new Tete(profil.nom(), profil.mot("projet"), profil.mot("projet-long"), p.numero(), p.version(), departement.noms().get(p.unite()), referent,
                p.ouvertLe(), MotsProjet.motif(p.motif()), etabli == null ? null : etabli.le(), etabli == null ? null : etabli.signataire(),
                etabli == null ? null : etabli.fonction(), etabli == null ? null : etabli.delegation(), etabli == null ? null : etabli.revisionLe());
        return new ContenuProjet(ContenuProjet.FORMAT, p.modele(), tete, dit,
                titulaires.stream().map(t -> new TitulaireDit(t.adulteId(), t.affiche(), t.qualite().libelle().toLowerCase(java.util.Locale.FRENCH), t.exercice().libelle().toLowerCase(java.util.Locale.FRENCH))).toList(),
                foyers(enfant, jour), mesures.enCours(identites), tables.rencontres(projetId, p.version(), adultes, qualites, dit.affiche()), tables.avis(versionId, adultes, dit.affiche()),
                parties(modele, versionId, departement.noms(), departement.noms().get(p.unite())), tables.objectifs(versionId, modele));
    }

    private List<Titulaire> titulaires(UUID enfant, LocalDate jour) {
        Map<UUID, Titulaire> uniques = new LinkedHashMap<>();
        dossiers.titulaires(enfant).stream().filter(t -> t.titulaireLe(jour)).forEach(t -> uniques.putIfAbsent(t.adulteId(), t));
        return List.copyOf(uniques.values());
    }

    private EnfantDit enfant(UUID id, LocalDate jour) {
        NomEnfant n = dossiers.nomsDe(List.of(id)).get(id);
        if (n == null) {
            return new EnfantDit(id, "Enfant non nommé", null, null, "âge inconnu", false);
        }
        String prenom = n.prenoms() == null || n.prenoms().isBlank() ? null : n.prenoms().strip().split("\\s+")[0];
        return new EnfantDit(id, n.affiche(), prenom, n.naissance() != null && n.naissance().exacte() ? n.naissance().le() : null,
                n.naissance() == null ? "âge inconnu" : n.naissance().age(jour), n.naissance() != null && n.naissance().moinsDeDeuxAns(jour));
    }

    private List<FoyerDit> foyers(UUID enfant, LocalDate jour) {
        Map<UUID, FoyerDit> uniques = new LinkedHashMap<>();
        dossiers.foyers(enfant).stream().filter(f -> f.actuel(jour)).forEach(f -> uniques.putIfAbsent(f.foyerId(), new FoyerDit(f.foyerId(), f.libelle() == null || f.libelle().isBlank()
                ? "Domicile" : f.libelle(), f.adresse(), Stream.of(f.codePostal(), f.commune()).filter(x -> x != null && !x.isBlank()).collect(Collectors.joining(" ")),
                f.telephone(), f.adresseProtegee(), f.principal(), f.habitants().stream().filter(FoyerEnfant.Habitant::adulte).map(FoyerEnfant.Habitant::id).toList())));
        return List.copyOf(uniques.values());
    }

    /** In the order of the form; the département's text before those of services. */
    private List<PartieDite> parties(ModeleProjet modele, UUID versionId, Map<String, String> unites, String unite) {
        Map<String, List<PartiesProjet.PartieEcrite>> ecrites = parties.de(versionId).stream().collect(Collectors.groupingBy(PartiesProjet.PartieEcrite::code));
        List<PartieDite> dites = new ArrayList<>();
        for (ModeleProjet.Partie m : modele.parties()) {
            ecrites.getOrDefault(m.code(), List.of()).stream().filter(e -> !e.texte().isBlank())
                    .sorted(java.util.Comparator.comparing((PartiesProjet.PartieEcrite e) -> !ModeleProjet.PARCOURS.equals(e.contributeur())).thenComparing(PartiesProjet.PartieEcrite::contributeur))
                    .forEach(e -> dites.add(new PartieDite(m.code(), m.titre(), m.place().name(), e.contributeur(),
                            ModeleProjet.PARCOURS.equals(e.contributeur()) ? unite : unites.getOrDefault(e.contributeur(), e.contributeur()), e.texte())));
        }
        return dites;
    }
}
