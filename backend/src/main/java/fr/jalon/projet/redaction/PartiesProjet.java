package fr.jalon.projet.redaction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.commun.texte.TexteVersionne;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The parts of a version, saved as they are written. Each contributor has their own text; two people in one text never overwrite each other:
 * the second is told who wrote what, keeps their words and chooses.
 */
@Service
@Transactional
public class PartiesProjet {

    /** Two people in one part; what stands comes with it, beside which the refused words are shown. */
    public static final class ConflitPartie extends Conflit {

        private final transient PartieEcrite partie;

        ConflitPartie(String par, PartieEcrite partie) {
            super(par, partie.modifieeLe(), "Cette partie a été modifiée pendant que vous l’écriviez. Vos mots ne sont pas perdus\u00a0: comparez, puis gardez "
                    + "l’un des textes ou réunissez-les.");
            this.partie = partie;
        }

        public PartieEcrite partie() {
            return partie;
        }
    }

    /** A part as it stands; version 0 was never written in this version of the projet. */
    public record PartieEcrite(String code, String contributeur, String texte, long version, UUID auteurId, Instant modifieeLe) {
    }

    /** A former text. */
    public record AnciennePartie(long version, String texte, String auteur, Instant ecriteLe) {
    }

    private final Plumes plumes;
    private final VersionEcrite versions;
    private final ModelesProjet modeles;
    private final Utilisateurs utilisateurs;
    private final Journal journal;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    PartiesProjet(Plumes plumes, VersionEcrite versions, ModelesProjet modeles, Utilisateurs utilisateurs, Journal journal, Horloge horloge,
            JdbcClient jdbc) {
        this.plumes = plumes;
        this.versions = versions;
        this.modeles = modeles;
        this.utilisateurs = utilisateurs;
        this.journal = journal;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    /**
     * @param contributeur {@code PARCOURS} or the service for which one writes
     * @param version the one read before writing
     * @throws ConflitPartie somebody wrote since
     * @throws Conflit the version is established
     * @throws Interdit for a part that is not theirs
     */
    public PartieEcrite ecrire(UUID projetId, String code, String contributeur, long version, String texte) {
        Plumes.Plume plume = plumes.de(projetId);
        if (!plume.parcours() && plume.services().isEmpty()) {
            throw refuser(projetId);
        }
        ModeleProjet.Partie partie = modeles.exiger(versions.courante(projetId).modele()).partie(code).orElseThrow(Introuvable::new);
        if (!plume.ecrit(partie, contributeur)) {
            throw refuser(projetId);
        }
        VersionEcrite.Version v = versions.tenir(projetId);
        Instant maintenant = horloge.maintenant();
        // The row exists before it is locked, so that two people opening an empty part meet too.
        jdbc.sql("""
                insert into projet_partie(id, version_id, code, contributeur) values (?, ?, ?, ?) on conflict (version_id, code, contributeur) do nothing""")
                .params(Ids.nouveau(), v.id(), code, contributeur).update();
        record Ligne(UUID id, TexteVersionne texte) {
        }
        Ligne avant = jdbc.sql("""
                select id, code, texte, version, modifie_par, modifie_le from projet_partie
                where version_id = ? and code = ? and contributeur = ? for update""").params(v.id(), code, contributeur)
                .query((l, n) -> new Ligne(l.getObject("id", UUID.class), texte(l))).single();
        TexteVersionne.Ecriture ecriture = avant.texte().ecrire(version, texte == null ? "" : texte, IdentiteCourante.exiger().utilisateurId(), maintenant);
        if (ecriture.conflit()) {
            UUID auteur = avant.texte().auteurId();
            throw new ConflitPartie(auteur == null ? null : utilisateurs.noms(Set.of(auteur)).get(auteur), ecrite(contributeur, avant.texte()));
        }
        ecriture.garder().ifPresent(g -> jdbc.sql("""
                insert into projet_partie_ancienne(partie_id, version, texte, modifie_le, modifie_par) values (?, ?, ?, ?, ?) on conflict do nothing""")
                .params(avant.id(), g.version(), g.texte(), g.modifieeLe() == null ? null : Timestamp.from(g.modifieeLe()), g.auteurId()).update());
        TexteVersionne apres = ecriture.texte();
        if (apres.version() != avant.texte().version()) {
            jdbc.sql("update projet_partie set texte = ?, version = ?, modifie_par = ?, modifie_le = ? where id = ?")
                    .params(apres.texte(), apres.version(), apres.auteurId(), Timestamp.from(maintenant), avant.id()).update();
            // One line a sitting, not one a pause.
            if (ecriture.garder().isPresent() || avant.texte().version() == 0) {
                journal.modification(Sujet.projet(projetId), "projet.partie");
            }
        }
        return ecrite(contributeur, apres);
    }

    private Interdit refuser(UUID projetId) {
        journal.refus(Sujet.projet(projetId), "projet.partie");
        return new Interdit("Cette partie est écrite par d’autres\u00a0: vous écrivez celles qui vous sont adressées.");
    }

    /** Former texts of a part in the version under writing, latest first. */
    @Transactional(readOnly = true)
    public List<AnciennePartie> anciennes(UUID projetId, String code, String contributeur) {
        if (!plumes.de(projetId).lit(contributeur)) {
            throw new Introuvable();
        }
        record Ligne(long version, String texte, UUID auteur, Instant le) {
        }
        List<Ligne> lignes = jdbc.sql("""
                select a.version, a.texte, a.modifie_par, a.modifie_le from projet_partie_ancienne a join projet_partie p on p.id = a.partie_id
                where p.version_id = ? and p.code = ? and p.contributeur = ? order by a.version desc""")
                .params(versions.courante(projetId).id(), code, contributeur)
                .query((l, n) -> new Ligne(l.getLong(1), l.getString(2), l.getObject(3, UUID.class), instant(l, "modifie_le"))).list();
        var noms = utilisateurs.noms(lignes.stream().map(Ligne::auteur).filter(Objects::nonNull).collect(Collectors.toSet()));
        return lignes.stream().map(l -> new AnciennePartie(l.version(), l.texte(), l.auteur() == null ? null : noms.get(l.auteur()), l.le())).toList();
    }

    /** Every part written in a version. */
    List<PartieEcrite> de(UUID versionId) {
        return jdbc.sql("select code, contributeur, texte, version, modifie_par, modifie_le from projet_partie where version_id = ? order by code, contributeur")
                .param(versionId).query((l, n) -> ecrite(l.getString("contributeur"), texte(l))).list();
    }

    private static PartieEcrite ecrite(String contributeur, TexteVersionne t) {
        return new PartieEcrite(t.code(), contributeur, t.texte(), t.version(), t.auteurId(), t.modifieeLe());
    }

    private static TexteVersionne texte(ResultSet l) throws SQLException {
        return new TexteVersionne(l.getString("code"), l.getString("texte"), l.getLong("version"), l.getObject("modifie_par", UUID.class),
                instant(l, "modifie_le"));
    }

    private static Instant instant(ResultSet l, String colonne) throws SQLException {
        Timestamp t = l.getTimestamp(colonne);
        return t == null ? null : t.toInstant();
    }
}
