package fr.jalon.contrat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each fiche did in a year, in words, for the annual execution report. Every version is kept. */
@Service
public class Recits {

    private static final int LONGUEUR = 20_000;

    public record RecitFiche(String fiche, int annee, String texte, int version, String par, Instant le) {
    }

    private final JdbcClient jdbc;
    private final DroitsContrat droits;
    private final Utilisateurs utilisateurs;
    private final Horloge horloge;

    Recits(JdbcClient jdbc, DroitsContrat droits, Utilisateurs utilisateurs, Horloge horloge) {
        this.jdbc = jdbc;
        this.droits = droits;
        this.utilisateurs = utilisateurs;
        this.horloge = horloge;
    }

    /** By fiche, those the person may read. */
    @Transactional(readOnly = true)
    public Map<String, RecitFiche> de(int annee) {
        Set<String> lisibles = droits.lisibles();
        Map<String, RecitFiche> recits = new TreeMap<>();
        record Ecrit(String fiche, String texte, int version, UUID par, Instant le) {
        }
        java.util.List<Ecrit> ecrits = jdbc.sql("select distinct on (fiche) fiche, texte, version, par, ecrit_le from fiche_recit where annee = ? order by fiche, version desc")
                .param(annee).query((l, n) -> new Ecrit(l.getString(1), l.getString(2), l.getInt(3), l.getObject(4, UUID.class), l.getTimestamp(5).toInstant())).list();
        Map<UUID, String> noms = utilisateurs.noms(ecrits.stream().map(Ecrit::par).filter(java.util.Objects::nonNull).collect(java.util.stream.Collectors.toSet()));
        ecrits.stream().filter(e -> lisibles == null || lisibles.contains(e.fiche()))
                .forEach(e -> recits.put(e.fiche(), new RecitFiche(e.fiche(), annee, e.texte(), e.version(), e.par() == null ? null : noms.get(e.par()), e.le())));
        return recits;
    }

    /** @param lue version read before writing, 0 for none */
    @Transactional
    public void ecrire(String fiche, int annee, String texte, int lue) {
        droits.exigerFiche(fiche);
        if (texte.length() > LONGUEUR) {
            throw Refus.champ("texte", "Écrivez au plus 20 000 caractères.");
        }
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 207))").param(fiche + annee).query(l -> { });
        RecitFiche dernier = de(annee).get(fiche);
        if (dernier != null && dernier.texte().equals(texte)) {
            return;
        }
        if (lue != (dernier == null ? 0 : dernier.version())) {
            throw new Conflit(dernier == null ? null : dernier.par(), dernier == null ? null : dernier.le(), "Le récit de la fiche " + fiche + " a été écrit entre-temps.");
        }
        jdbc.sql("insert into fiche_recit(fiche, annee, version, texte, par, ecrit_le) values (?, ?, ?, ?, ?, ?)")
                .params(java.util.Arrays.asList(fiche, annee, lue + 1, texte, IdentiteCourante.exiger().utilisateurId(), Timestamp.from(horloge.maintenant()))).update();
    }
}
