package fr.jalon.contrat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import javax.crypto.Mac;

import fr.jalon.commun.chiffrement.Chiffrement;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Closings kept: the frozen text, its fingerprint (SHA-256) and its seal (HMAC with a key of the house, as the journal's). */
@Component
class ArretesEnBase {

    /** @param intact the text is the one that was fingerprinted and sealed */
    record Arrete(int annee, String nom, String qualite, String remarque, Instant le, String contenu, byte[] sha256, boolean intact) {
    }

    private final JdbcClient jdbc;
    private final Chiffrement chiffrement;

    ArretesEnBase(JdbcClient jdbc, Chiffrement chiffrement) {
        this.jdbc = jdbc;
        this.chiffrement = chiffrement;
    }

    /** Closed at that moment, by year. */
    Map<Integer, Arrete> connus(Instant le) {
        Mac mac = chiffrement.sceau("arrete");
        Map<Integer, Arrete> lus = new TreeMap<>();
        jdbc.sql("select annee, nom, qualite, remarque, arrete_le, contenu, sha256, sceau from contrat_arrete where arrete_le <= ?").param(Timestamp.from(le)).query(l -> {
            String contenu = l.getString("contenu");
            byte[] sha = l.getBytes("sha256");
            boolean intact = MessageDigest.isEqual(sha, Canon.empreinte(contenu)) && MessageDigest.isEqual(l.getBytes("sceau"), mac.doFinal(contenu.getBytes(StandardCharsets.UTF_8)));
            lus.put(l.getInt("annee"), new Arrete(l.getInt("annee"), l.getString("nom"), l.getString("qualite"), l.getString("remarque"),
                    l.getTimestamp("arrete_le").toInstant(), contenu, sha, intact));
        });
        return lus;
    }

    boolean arretee(int annee) {
        return jdbc.sql("select exists (select 1 from contrat_arrete where annee = ?)").param(annee).query(Boolean.class).single();
    }

    /** @return false when the year is closed already */
    boolean ajouter(int annee, UUID signataire, String nom, String qualite, String remarque, Instant le, String contenu) {
        return jdbc.sql("""
                insert into contrat_arrete(annee, signataire, nom, qualite, remarque, arrete_le, contenu, sha256, sceau)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(java.util.Arrays.asList(annee, signataire, nom, qualite, remarque, Timestamp.from(le), contenu, Canon.empreinte(contenu),
                        chiffrement.sceau("arrete").doFinal(contenu.getBytes(StandardCharsets.UTF_8)))).update() == 1;
    }
}
