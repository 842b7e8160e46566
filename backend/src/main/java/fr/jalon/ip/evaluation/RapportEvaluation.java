package fr.jalon.ip.evaluation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.commun.texte.TexteVersionne;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one report of an evaluation, saved as it is written. Two people in one section never overwrite each other: the second is told who
 * wrote what, keeps their words and chooses. The history gives back every text.
 */
@Service
@Transactional
public class RapportEvaluation {

    /** Two people in one section; {@code texte} and {@code version} are what stands, beside which the refused words are shown. */
    public static final class ConflitSection extends Conflit {

        private final transient SectionEcrite section;

        ConflitSection(String par, SectionEcrite section) {
            super(par, section.modifieeLe(), "Cette section a été modifiée pendant que vous l’écriviez. Vos mots ne sont pas perdus : comparez, puis "
                    + "gardez l’un des textes ou réunissez-les.");
            this.section = section;
        }

        public SectionEcrite section() {
            return section;
        }
    }

    /** A section as it stands; version 0 was never written. */
    public record SectionEcrite(String code, String texte, long version, UUID auteurId, Instant modifieeLe) {
    }

    private final JdbcClient jdbc;
    private final GardesEvaluation gardes;
    private final Acces acces;
    private final Departement departement;
    private final Utilisateurs utilisateurs;
    private final Journal journal;
    private final Horloge horloge;

    RapportEvaluation(JdbcClient jdbc, GardesEvaluation gardes, Acces acces, Departement departement, Utilisateurs utilisateurs, Journal journal, Horloge horloge) {
        this.jdbc = jdbc;
        this.gardes = gardes;
        this.acces = acces;
        this.departement = departement;
        this.utilisateurs = utilisateurs;
        this.journal = journal;
        this.horloge = horloge;
    }

    /**
     * @param version the one read before writing
     * @throws ConflitSection somebody wrote since
     */
    public SectionEcrite ecrire(UUID ipId, String code, long version, String texte) {
        gardes.pourRapport(ipId);
        if (departement.profil().sectionsRapport().stream().noneMatch(s -> s.code().equals(code))) {
            throw new Introuvable();
        }
        Instant maintenant = horloge.maintenant();
        // The row exists before it is locked, so that two people opening an empty section meet too.
        jdbc.sql("""
                insert into rapport_section(ip_id, code, texte, version, modifiee_le) values (?, ?, '', 0, ?) on conflict do nothing""")
                .params(ipId, code, Timestamp.from(maintenant)).update();
        TexteVersionne avant = jdbc.sql("select code, texte, version, auteur_id, modifiee_le from rapport_section where ip_id = ? and code = ? for update")
                .params(ipId, code).query((l, n) -> lire(l)).single();
        TexteVersionne.Ecriture ecriture = avant.ecrire(version, texte == null ? "" : texte, GardesEvaluation.moi(), maintenant);
        if (ecriture.conflit()) {
            throw new ConflitSection(avant.auteurId() == null ? null : utilisateurs.noms(Set.of(avant.auteurId())).get(avant.auteurId()),
                    ecrite(avant));
        }
        ecriture.garder().ifPresent(g -> garder(ipId, g));
        TexteVersionne apres = ecriture.texte();
        if (apres.version() != avant.version()) {
            jdbc.sql("update rapport_section set texte = ?, version = ?, auteur_id = ?, modifiee_le = ? where ip_id = ? and code = ?")
                    .params(apres.texte(), apres.version(), apres.auteurId(), Timestamp.from(maintenant), ipId, code).update();
            // One line a sitting, not one a pause.
            if (ecriture.garder().isPresent() || avant.version() == 0) {
                journal.modification(Sujet.ip(ipId), "evaluation.section");
            }
        }
        return ecrite(apres);
    }

    /** Every section of the profile in its order, then those an older profile knew and that hold words. */
    @Transactional(readOnly = true)
    public List<SectionEcrite> sections(UUID ipId) {
        Map<String, SectionEcrite> ecrites = jdbc.sql("select code, texte, version, auteur_id, modifiee_le from rapport_section where ip_id = ?")
                .param(ipId).query((l, n) -> ecrite(lire(l))).list().stream().collect(Collectors.toMap(SectionEcrite::code, Function.identity()));
        List<String> codes = departement.profil().sectionsRapport().stream().map(Profil.SectionRapport::code).toList();
        return java.util.stream.Stream.concat(codes.stream(), ecrites.keySet().stream().filter(c -> !codes.contains(c)
                && !ecrites.get(c).texte().isEmpty()).sorted()).map(c -> ecrites.getOrDefault(c, ecrite(TexteVersionne.vide(c)))).toList();
    }

    /** Former texts of a section, latest first. */
    @Transactional(readOnly = true)
    public List<SectionEcrite> versions(UUID ipId, String code) {
        acces.exigerVue(Sujet.ip(ipId));
        return jdbc.sql("""
                select code, texte, version, auteur_id, ecrite_le as modifiee_le from rapport_section_version
                where ip_id = ? and code = ? order by version desc""").params(ipId, code).query((l, n) -> ecrite(lire(l))).list();
    }

    private void garder(UUID ipId, TexteVersionne s) {
        jdbc.sql("""
                insert into rapport_section_version(ip_id, code, version, texte, auteur_id, ecrite_le) values (?, ?, ?, ?, ?, ?)
                on conflict do nothing""")
                .params(ipId, s.code(), s.version(), s.texte(), s.auteurId(), Timestamp.from(s.modifieeLe())).update();
    }

    private static TexteVersionne lire(java.sql.ResultSet l) throws java.sql.SQLException {
        return new TexteVersionne(l.getString("code"), l.getString("texte"), l.getLong("version"), Lignes.id(l, "auteur_id"),
                Lignes.instant(l, "modifiee_le"));
    }

    private static SectionEcrite ecrite(TexteVersionne s) {
        return new SectionEcrite(s.code(), s.texte(), s.version(), s.auteurId(), s.modifieeLe());
    }
}
