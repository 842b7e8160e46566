package fr.jalon.indicateur;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The indicators a département adds to the shipped ones: a text, checked whole, kept version by version. */
@Service
public class CatalogueLocal {

    private static final int LONGUEUR_MAX = 400_000;

    /** @param version 0 while nothing was ever added */
    public record Version(int version, String yaml, String empreinte, Instant du, UUID par, String motif) {
    }

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Acces acces;
    private final Horloge horloge;

    CatalogueLocal(JdbcClient jdbc, Catalogue catalogue, Acces acces, Horloge horloge) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.acces = acces;
        this.horloge = horloge;
    }

    public Version enVigueur() {
        acces.exiger(Mission.COMPTAGE);
        return derniere();
    }

    private Version derniere() {
        return jdbc.sql("select * from indicateur_catalogue order by version desc limit 1").query(CatalogueLocal::version).optional()
                .orElse(new Version(0, "", empreinte(""), null, null, null));
    }

    /** One version with its text, as it was kept. */
    public Version version(int version) {
        acces.exiger(Mission.COMPTAGE);
        return jdbc.sql("select * from indicateur_catalogue where version = ?").param(version).query(CatalogueLocal::version).optional().orElseThrow(Introuvable::new);
    }

    /** The latest first, without their text. */
    public List<Version> versions() {
        acces.exiger(Mission.COMPTAGE);
        return jdbc.sql("select version, '' as yaml, empreinte, du, par, motif from indicateur_catalogue order by version desc").query(CatalogueLocal::version).list();
    }

    private static Version version(java.sql.ResultSet l, int n) throws java.sql.SQLException {
        return new Version(l.getInt("version"), l.getString("yaml"), l.getString("empreinte"), l.getTimestamp("du").toInstant(), l.getObject("par", UUID.class),
                l.getString("motif"));
    }

    /** Everything wrong with a text, nothing kept. */
    public List<ErreurCatalogue> essayer(String yaml) {
        acces.exiger(Mission.COMPTAGE);
        return catalogue.valider(yaml);
    }

    /**
     * @param lue version the text was made from
     * @return the version in force from now on
     * @throws Refus with a sentence an error, its line and column said: nothing is half-kept
     * @throws Conflit when another version was kept since
     */
    @Transactional
    public int enregistrer(String yaml, int lue, String motif) {
        acces.exiger(Mission.COMPTAGE);
        if (yaml == null || yaml.length() > LONGUEUR_MAX) {
            throw Refus.champ("yaml", "Ce texte est vide ou trop long.");
        }
        jdbc.sql("select pg_advisory_xact_lock(7061201)").query().listOfRows();
        Version derniere = derniere();
        if (derniere.version() != lue) {
            throw new Conflit(null, derniere.du(), "Une autre version des indicateurs ajoutés a été enregistrée.");
        }
        List<ErreurCatalogue> erreurs = catalogue.valider(yaml);
        if (!erreurs.isEmpty()) {
            throw new Refus(erreurs.stream().map(e -> new Refus.Erreur("yaml", e.phrase())).toList());
        }
        jdbc.sql("insert into indicateur_catalogue(version, yaml, empreinte, du, par, motif) values (?, ?, ?, ?, ?, ?)")
                .params(lue + 1, yaml, empreinte(yaml), Timestamp.from(horloge.maintenant()), IdentiteCourante.siPresente().map(Identite::utilisateurId).orElse(null),
                        motif == null || motif.isBlank() ? null : motif.strip()).update();
        catalogue.relire();
        return lue + 1;
    }

    static String empreinte(String texte) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(texte.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
