package fr.jalon.droits;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.chiffrement.Chiffrement;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.courrier.Impression;
import fr.jalon.courrier.Imprime;
import fr.jalon.departement.Departement;
import fr.jalon.dossier.Documents;
import fr.jalon.dossier.Dossiers;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The copy that is given: frozen once everything was looked at, kept encrypted with the hashes of its PDF, of its JSON and of the archive
 * of both with the attached files. The archive is put together again from what is kept, the same bytes each time.
 */
@Service
public class Exemplaires {

    /** What a screen says of the copy. */
    public record ExemplaireVu(Instant arreteLe, String pdfSha256, String jsonSha256, String zipSha256, int pieces, int occultees, int retenues, int fichiers, boolean efface) {
    }

    private record Remise(Instant arreteeLe, byte[] pdf, byte[] json, List<Fichier> fichiers, String zipSha256) {
    }

    /** @param nom in the archive */
    private record Fichier(UUID document, String nom, String sha256) {
    }

    /** Fixed, so that the same contents are the same bytes. */
    private static final LocalDateTime DATE_DES_ENTREES = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final Demandes demandes;
    private final DemandesEnBase base;
    private final RevueDuDossier revue;
    private final Documents documents;
    private final Dossiers dossiers;
    private final Departement departement;
    private final Impression impression;
    private final Chiffrement chiffrement;
    private final Journal journal;
    private final Horloge horloge;
    private final ObjectMapper json;
    private final JdbcClient jdbc;

    Exemplaires(Demandes demandes, DemandesEnBase base, RevueDuDossier revue, Documents documents, Dossiers dossiers, Departement departement, Impression impression,
            Chiffrement chiffrement, Journal journal, Horloge horloge, ObjectMapper json, JdbcClient jdbc) {
        this.demandes = demandes;
        this.base = base;
        this.revue = revue;
        this.documents = documents;
        this.dossiers = dossiers;
        this.departement = departement;
        this.impression = impression;
        this.chiffrement = chiffrement;
        this.journal = journal;
        this.horloge = horloge;
        this.json = json;
        this.jdbc = jdbc;
    }

    /** Freezes what is given. Refused while a part was not looked at, or was and has changed since. */
    @Transactional
    public ExemplaireVu arreter(UUID id, long version) {
        Demande d = demandes.pourAgir(id, version);
        if (d.genre() != Demande.Genre.ACCES) {
            throw Refus.global("Cette demande ne porte pas sur l’accès au dossier.");
        }
        if (d.identiteLe() == null) {
            throw Refus.global("Vérifiez d’abord l’identité de la personne qui demande.");
        }
        DossierDecide decide = revue.decider(d);
        if (decide.aExaminer() > 0) {
            throw Refus.global("Il reste " + (decide.aExaminer() == 1 ? "un élément" : decide.aExaminer() + " éléments") + " à examiner\u00a0: rien ne sort avant.");
        }
        Copie copie = Copie.de(decide);
        Instant maintenant = horloge.maintenant();
        byte[] pdf = impression.imprimer(imprime(d, copie, maintenant));
        byte[] donnees = json(d, copie, maintenant);
        List<Fichier> fichiers = fichiers(copie);
        Remise remise = new Remise(maintenant, pdf, donnees, fichiers, null);
        String zip = empreinte(sortie -> archiver(remise, sortie));
        jdbc.sql("""
                insert into droits_remise(demande_id, arretee_le, arretee_par, pdf, json, documents, pdf_sha256, json_sha256, zip_sha256, pieces, occultees, retenues)
                values (?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?, ?, ?)
                on conflict (demande_id) do update set arretee_le = excluded.arretee_le, arretee_par = excluded.arretee_par, pdf = excluded.pdf, json = excluded.json,
                    documents = excluded.documents, pdf_sha256 = excluded.pdf_sha256, json_sha256 = excluded.json_sha256, zip_sha256 = excluded.zip_sha256,
                    pieces = excluded.pieces, occultees = excluded.occultees, retenues = excluded.retenues""")
                .params(id, Timestamp.from(maintenant), IdentiteCourante.exiger().utilisateurId(), chiffrement.chiffrer(pdf, "droits/pdf/" + id),
                        chiffrement.chiffrer(donnees, "droits/json/" + id), ecrire(fichiers), LectureDossier.empreinte(pdf), LectureDossier.empreinte(donnees), zip,
                        copie.pieces(), copie.occultees(), copie.retenues()).update();
        jdbc.sql("update droits_demande set etat = 'ARRETEE', version = version + 1 where id = ?").param(id).update();
        journal.modification(Sujet.enfant(d.enfantId()), "droits.arreter");
        return vu(id);
    }

    /** Back to the parts, as long as nothing was handed over. */
    @Transactional
    public void reprendre(UUID id, long version) {
        Demande d = demandes.pourAgir(id, version);
        if (d.etat() != Demande.Etat.ARRETEE) {
            throw new Conflit(null, null, "La copie n’est pas arrêtée.");
        }
        jdbc.sql("update droits_demande set etat = 'A_INSTRUIRE', version = version + 1 where id = ?").param(id).update();
        journal.modification(Sujet.enfant(d.enfantId()), "droits.reprendre");
    }

    /** Null while nothing is frozen. */
    @Transactional(readOnly = true)
    public ExemplaireVu vu(UUID id) {
        Demande d = base.de(id).orElseThrow(Introuvable::new);
        return d.etat() == Demande.Etat.A_INSTRUIRE ? null : jdbc.sql("""
                select arretee_le, pdf_sha256, json_sha256, zip_sha256, pieces, occultees, retenues, coalesce(jsonb_array_length(documents), 0) as fichiers, pdf is null as efface
                from droits_remise where demande_id = ?""").param(id).query((l, n) -> new ExemplaireVu(l.getTimestamp(1).toInstant(), l.getString(2), l.getString(3),
                l.getString(4), l.getInt(5), l.getInt(6), l.getInt(7), l.getInt(8), l.getBoolean(9))).optional().orElse(null);
    }

    @Transactional
    public byte[] pdf(UUID id) {
        return exiger(id, "droits.pdf").pdf();
    }

    @Transactional
    public byte[] json(UUID id) {
        return exiger(id, "droits.json").json();
    }

    /** The whole, written as it goes: attached files may be many. Nothing is written before the right and the copy were checked. */
    @Transactional
    public void archive(UUID id, java.util.function.Supplier<OutputStream> sortie) {
        Remise remise = exiger(id, "droits.archive");
        String ecrite = empreinte(flux -> archiver(remise, new Copieur(flux, sortie.get())));
        if (!ecrite.equals(remise.zipSha256())) {
            throw new IllegalStateException("Archive différente de celle qui fut arrêtée : " + id);
        }
    }

    private Remise exiger(UUID id, String quoi) {
        Demande d = demandes.lire(id);
        if (d.etat() == Demande.Etat.A_INSTRUIRE) {
            throw new Conflit(null, null, "La copie n’est pas arrêtée\u00a0: rien ne sort avant que tout soit examiné.");
        }
        journal.modification(Sujet.enfant(d.enfantId()), quoi);
        return jdbc.sql("select * from droits_remise where demande_id = ? and pdf is not null").param(id).query((l, n) -> new Remise(l.getTimestamp("arretee_le").toInstant(),
                chiffrement.dechiffrer(l.getBytes("pdf"), "droits/pdf/" + id), chiffrement.dechiffrer(l.getBytes("json"), "droits/json/" + id), lireFichiers(l.getString("documents")),
                l.getString("zip_sha256"))).optional().orElseThrow(Introuvable::new);
    }

    private Imprime imprime(Demande d, Copie copie, Instant le) {
        Map<String, Object> valeurs = new HashMap<>();
        valeurs.put("d", d);
        valeurs.put("c", copie);
        valeurs.put("le", le);
        valeurs.put("departement", departement.profil().nom());
        valeurs.put("enfant", dossiers.enfant(d.enfantId()).prenoms() + " " + dossiers.enfant(d.enfantId()).nom());
        return new Imprime("droits-dossier", "Copie d’un dossier de protection de l’enfance", "Réponse à une demande d’accès (CRPA L311-6, RGPD article 15)",
                "Département · " + departement.profil().nom() + " · " + d.numero(), le, Imprime.Corps.NORMAL, valeurs);
    }

    private byte[] json(Demande d, Copie copie, Instant le) {
        Map<String, Object> tout = new LinkedHashMap<>();
        tout.put("format", "jalon-dossier-1");
        tout.put("demande", d.numero());
        tout.put("recueLe", d.recueLe().toString());
        tout.put("arreteLe", le.toString());
        tout.put("departement", departement.profil().nom());
        tout.put("chapitres", copie.chapitres());
        tout.put("nonCommuniques", copie.nonCommuniques());
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(tout);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Fichier> fichiers(Copie copie) {
        List<Fichier> fichiers = new ArrayList<>();
        for (Copie.Joint j : copie.joints()) {
            Documents.Contenu c = documents.lirePourRemise(j.document());
            fichiers.add(new Fichier(j.document(), "%03d-%s%s".formatted(fichiers.size() + 1, j.occulte() ? "occulte-" : "", c.nom().replace('/', '-')),
                    LectureDossier.empreinte(c.octets())));
        }
        return fichiers;
    }

    private void archiver(Remise r, OutputStream sortie) {
        try (ZipOutputStream zip = new ZipOutputStream(sortie, StandardCharsets.UTF_8)) {
            zip.setMethod(ZipOutputStream.STORED);
            StringBuilder releve = new StringBuilder();
            entree(zip, "dossier.pdf", r.pdf(), releve);
            entree(zip, "dossier.json", r.json(), releve);
            for (Fichier f : r.fichiers()) {
                entree(zip, "documents/" + f.nom(), documents.lirePourRemise(f.document()).octets(), releve);
            }
            entree(zip, "empreintes-sha256.txt", releve.toString().getBytes(StandardCharsets.UTF_8), new StringBuilder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void entree(ZipOutputStream zip, String nom, byte[] octets, StringBuilder releve) throws IOException {
        ZipEntry entree = new ZipEntry(nom);
        CRC32 somme = new CRC32();
        somme.update(octets);
        entree.setTimeLocal(DATE_DES_ENTREES);
        entree.setSize(octets.length);
        entree.setCompressedSize(octets.length);
        entree.setCrc(somme.getValue());
        zip.putNextEntry(entree);
        zip.write(octets);
        zip.closeEntry();
        releve.append(LectureDossier.empreinte(octets)).append("  ").append(nom).append('\n');
    }

    private String ecrire(List<Fichier> fichiers) {
        try {
            return json.writeValueAsString(fichiers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Fichier> lireFichiers(String texte) {
        try {
            return List.of(json.readValue(texte, Fichier[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String empreinte(java.util.function.Consumer<OutputStream> ecriture) {
        try {
            DigestOutputStream somme = new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"));
            ecriture.accept(somme);
            return HexFormat.of().formatHex(somme.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes to two streams at once; closes the second without closing what the server owns. */
    private static final class Copieur extends OutputStream {

        private final OutputStream un;
        private final OutputStream autre;

        Copieur(OutputStream un, OutputStream autre) {
            this.un = un;
            this.autre = autre;
        }

        @Override
        public void write(int b) throws IOException {
            un.write(b);
            autre.write(b);
        }

        @Override
        public void write(byte[] b, int de, int n) throws IOException {
            un.write(b, de, n);
            autre.write(b, de, n);
        }

        @Override
        public void flush() throws IOException {
            autre.flush();
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
