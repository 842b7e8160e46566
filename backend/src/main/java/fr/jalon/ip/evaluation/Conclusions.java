package fr.jalon.ip.evaluation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Journal;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.ip.ActesIp;
import fr.jalon.ip.InformationPreoccupante;
import jakarta.validation.constraints.Size;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** For each minor, one conclusion shared by the evaluators and one proposal; written over days, complete when the report is handed in. */
@Service
@Transactional
public class Conclusions {

    /** What is written for a minor; everything may still be missing. */
    public record ConclusionSaisie(long version, ConclusionEvaluation conclusion, List<String> natures, PropositionEvaluation proposition,
            String natureAide, @Size(max = 20_000) String motivation) {
    }

    /** @param version 0 while nothing was written */
    public record ConclusionMineur(UUID mineurId, ConclusionEvaluation conclusion, List<String> natures, PropositionEvaluation proposition,
            String natureAide, String motivation, long version, UUID auteurId, Instant modifieeLe) {

        static ConclusionMineur vide(UUID mineurId) {
            return new ConclusionMineur(mineurId, null, List.of(), null, null, null, 0, null, null);
        }
    }

    private final JdbcClient jdbc;
    private final GardesEvaluation gardes;
    private final ActesIp actes;
    private final Departement departement;
    private final Utilisateurs utilisateurs;
    private final Journal journal;
    private final Horloge horloge;

    Conclusions(JdbcClient jdbc, GardesEvaluation gardes, ActesIp actes, Departement departement, Utilisateurs utilisateurs, Journal journal, Horloge horloge) {
        this.jdbc = jdbc;
        this.gardes = gardes;
        this.actes = actes;
        this.departement = departement;
        this.utilisateurs = utilisateurs;
        this.journal = journal;
        this.horloge = horloge;
    }

    public ConclusionMineur ecrire(UUID ipId, UUID mineurId, ConclusionSaisie c) {
        InformationPreoccupante ip = gardes.pourRapport(ipId);
        if (actes.mineurs(ip).stream().noneMatch(m -> m.id().equals(mineurId))) {
            throw new Introuvable();
        }
        verifier(c);
        String aide = c.proposition() == PropositionEvaluation.AIDE_ADMINISTRATIVE ? c.natureAide() : null;
        String[] natures = c.natures() == null ? new String[0] : c.natures().stream().distinct().toArray(String[]::new);
        int ecrit = jdbc.sql("""
                insert into conclusion_mineur as c (mineur_id, ip_id, conclusion, natures, proposition, nature_aide, motivation, version, auteur_id, modifiee_le)
                values (:mineur, :ip, :conclusion, :natures, :proposition, :aide, :motivation, 1, :auteur, :le)
                on conflict (mineur_id) do update set conclusion = excluded.conclusion, natures = excluded.natures, proposition = excluded.proposition,
                    nature_aide = excluded.nature_aide, motivation = excluded.motivation, version = c.version + 1, auteur_id = excluded.auteur_id,
                    modifiee_le = excluded.modifiee_le
                where c.version = :version""")
                .param("mineur", mineurId).param("ip", ipId).param("conclusion", c.conclusion() == null ? null : c.conclusion().name())
                .param("natures", natures).param("proposition", c.proposition() == null ? null : c.proposition().name()).param("aide", aide)
                .param("motivation", Textes.net(c.motivation())).param("auteur", GardesEvaluation.moi())
                .param("le", Timestamp.from(horloge.maintenant())).param("version", c.version()).update();
        ConclusionMineur presente = de(ipId).stream().filter(x -> x.mineurId().equals(mineurId)).findFirst().orElse(ConclusionMineur.vide(mineurId));
        if (ecrit == 0 && !memeEnvoi(presente, c, aide)) {
            throw new Conflit(presente.auteurId() == null ? null : utilisateurs.noms(Set.of(presente.auteurId())).get(presente.auteurId()),
                    presente.modifieeLe(), "La conclusion pour ce mineur a été modifiée depuis que vous l’avez ouverte.");
        }
        journal.modification(Sujet.ip(ipId), "evaluation.conclusion");
        return presente;
    }

    /** The same form sent twice is answered twice and written once. */
    private static boolean memeEnvoi(ConclusionMineur p, ConclusionSaisie c, String aide) {
        return java.util.Objects.equals(p.auteurId(), GardesEvaluation.moi()) && p.conclusion() == c.conclusion() && p.proposition() == c.proposition()
                && Set.copyOf(p.natures()).equals(c.natures() == null ? Set.of() : Set.copyOf(c.natures()))
                && java.util.Objects.equals(p.natureAide(), aide) && java.util.Objects.equals(p.motivation(), Textes.net(c.motivation()));
    }

    private void verifier(ConclusionSaisie c) {
        Profil profil = departement.profil();
        Set<String> natures = profil.liste("natures-danger").stream().map(Profil.Libelle::code).collect(Collectors.toSet());
        if (c.natures() != null && !natures.containsAll(c.natures())) {
            throw Refus.champ("natures", "Choisissez la nature du danger dans la liste.");
        }
        if (c.proposition() == PropositionEvaluation.AIDE_ADMINISTRATIVE && c.natureAide() != null
                && profil.liste("aides").stream().noneMatch(a -> a.code().equals(c.natureAide()))) {
            throw Refus.champ("natureAide", "Choisissez l’aide dans la liste.");
        }
    }

    /** Those written; a minor nobody wrote for is absent. */
    @Transactional(readOnly = true)
    public List<ConclusionMineur> de(UUID ipId) {
        return jdbc.sql("select * from conclusion_mineur where ip_id = ?").param(ipId).query((l, n) -> new ConclusionMineur(
                Lignes.id(l, "mineur_id"), l.getString("conclusion") == null ? null : ConclusionEvaluation.valueOf(l.getString("conclusion")),
                List.of((String[]) l.getArray("natures").getArray()),
                l.getString("proposition") == null ? null : PropositionEvaluation.valueOf(l.getString("proposition")), l.getString("nature_aide"),
                l.getString("motivation"), l.getLong("version"), Lignes.id(l, "auteur_id"), Lignes.instant(l, "modifiee_le"))).list();
    }
}
