package fr.jalon.dossier;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;

import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mur;
import fr.jalon.acces.NatureDonnee;
import fr.jalon.acces.RegardDonnees;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;
import fr.jalon.commun.chiffrement.Chiffrement;
import fr.jalon.commun.temps.Horloge;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files attached to a child, an information or an IP. Their bytes are encrypted and stand in the database: they come and go with the
 * act, its event and its journal line. A file is withdrawn with a reason, never erased by hand.
 */
@Service
public class Documents {

    /** A file to read: its name and its bytes, once the right was checked and the line written. */
    public record Contenu(String nom, String type, byte[] octets) {
    }

    public static final int TAILLE_AU_PLUS = 20 * 1024 * 1024;

    private final PorteursDocuments porteurs;
    private final Chiffrement chiffrement;
    private final Journal journal;
    private final Faits faits;
    private final Horloge horloge;
    private final JdbcClient jdbc;
    private final RegardDonnees regard;
    private final Mur mur;

    Documents(PorteursDocuments porteurs, Chiffrement chiffrement, Journal journal, Faits faits, Horloge horloge, JdbcClient jdbc, RegardDonnees regard,
            Mur mur) {
        this.regard = regard;
        this.porteurs = porteurs;
        this.chiffrement = chiffrement;
        this.journal = journal;
        this.faits = faits;
        this.horloge = horloge;
        this.jdbc = jdbc;
        this.mur = mur;
    }

    /**
     * Attaches a file. The same bytes sent twice to the same file are kept once.
     *
     * @param natureDite what it holds, or null: what its genre says by itself
     * @return the id of the document
     */
    @Transactional
    public UUID deposer(Sujet porteur, String nomDonne, GenreDocument genre, NatureDonnee natureDite, LocalDate datePiece, byte[] octets) {
        porteurs.exigerEcriture(porteur);
        if (octets.length > TAILLE_AU_PLUS) {
            throw Refus.champ("fichier", "Ce fichier dépasse 20 Mo. Réduisez-le ou scindez-le.");
        }
        if (datePiece != null && datePiece.isAfter(horloge.aujourdhui())) {
            throw Refus.champ("datePiece", "La date de la pièce est dans l’avenir.");
        }
        String nom = TypesAdmis.nomSain(nomDonne);
        if (TypesAdmis.programme(octets)) {
            journal.refus(porteur, "document.programme");
        }
        String type = TypesAdmis.exiger(nom, octets);
        String empreinte = empreinte(octets);
        UUID deja = jdbc.sql("select id from document where sujet_id = ? and sujet_type = ? and sha256 = ? and retire_le is null limit 1")
                .params(porteur.id(), porteur.type().name(), empreinte).query(UUID.class).optional().orElse(null);
        if (deja != null) {
            return deja;
        }
        UUID id = Ids.nouveau();
        jdbc.sql("""
                insert into document(id, sujet_type, sujet_id, genre, nom, type_mime, taille, sha256, date_piece, depose_par, depose_le, nature)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id, porteur.type().name(), porteur.id(), genre.name(), nom, type, octets.length, empreinte, datePiece,
                        IdentiteCourante.exiger().utilisateurId(), Timestamp.from(horloge.maintenant()),
                        (natureDite == null ? regard.duDocument(genre.name()) : natureDite).name()).update();
        jdbc.sql("insert into document_contenu(document_id, contenu) values (?, ?)").params(id, chiffrement.chiffrer(octets, contexte(id))).update();
        faits.documentAjoute(id, porteur, genre.name());
        journal.modification(new Sujet(TypeSujet.DOCUMENT, id), "document.ajouter");
        return id;
    }

    /** @throws IllegalStateException when the bytes are no longer those that were given */
    @Transactional
    public Contenu lire(UUID id) {
        return lire(id, false);
    }

    /** For whoever answers an access request: a file withdrawn since is held all the same. */
    @Transactional
    public Contenu lirePourRemise(UUID id) {
        return lire(id, true);
    }

    private Contenu lire(UUID id, boolean retireAussi) {
        record Ligne(Sujet porteur, String nom, String type, String sha256, boolean retire, NatureDonnee nature) {
        }
        // Whose it is, for the rule to say: out of sight is refused with its line, not passed over as unknown.
        Ligne d = mur.parLaMaison(() -> jdbc.sql("select sujet_type, sujet_id, nom, type_mime, sha256, retire_le is not null, nature from document where id = ?").param(id)
                .query((rs, n) -> new Ligne(new Sujet(TypeSujet.valueOf(rs.getString(1)), rs.getObject(2, UUID.class)), rs.getString(3), rs.getString(4),
                        rs.getString(5), rs.getBoolean(6), NatureDonnee.valueOf(rs.getString(7)))).optional()).orElseThrow(Introuvable::new);
        porteurs.exigerLecture(d.porteur());
        if (!retireAussi) {
            // A copy for the person themselves is whole: whoever prepares it reads what they will mask.
            porteurs.exigerNature(d.nature(), d.porteur());
        }
        if (d.retire() && !retireAussi) {
            throw new Introuvable();
        }
        journal.ouverture(new Sujet(TypeSujet.DOCUMENT, id));
        byte[] chiffre = jdbc.sql("select contenu from document_contenu where document_id = ?").param(id).query((rs, n) -> rs.getBytes(1)).single();
        byte[] octets = chiffrement.dechiffrer(chiffre, contexte(id));
        if (!empreinte(octets).equals(d.sha256())) {
            throw new IllegalStateException("Document altéré : " + id);
        }
        return new Contenu(d.nom(), d.type(), octets);
    }

    @Transactional
    public void retirer(UUID id, String motif) {
        Sujet porteur = mur.parLaMaison(() -> jdbc.sql("select sujet_type, sujet_id from document where id = ? and retire_le is null").param(id)
                .query((rs, n) -> new Sujet(TypeSujet.valueOf(rs.getString(1)), rs.getObject(2, UUID.class))).optional()).orElseThrow(Introuvable::new);
        porteurs.exigerEcriture(porteur);
        if (motif == null || motif.isBlank()) {
            throw Refus.champ("motif", "Écrivez pourquoi ce document est retiré.");
        }
        jdbc.sql("update document set retire_le = ?, retire_par = ?, retire_motif = ? where id = ?")
                .params(Timestamp.from(horloge.maintenant()), IdentiteCourante.exiger().utilisateurId(), motif.strip(), id).update();
        faits.documentRetire(id, porteur, motif);
        journal.modification(new Sujet(TypeSujet.DOCUMENT, id), "document.retirer");
    }

    /** Says what a document holds: whoever writes on the file and reads both kinds, so that nobody opens to themselves what was kept from them. */
    @Transactional
    public void classer(UUID id, NatureDonnee nature) {
        record Ligne(Sujet porteur, NatureDonnee nature) {
        }
        Ligne d = mur.parLaMaison(() -> jdbc.sql("select sujet_type, sujet_id, nature from document where id = ? and retire_le is null for update").param(id)
                .query((rs, n) -> new Ligne(new Sujet(TypeSujet.valueOf(rs.getString(1)), rs.getObject(2, UUID.class)), NatureDonnee.valueOf(rs.getString(3))))
                .optional()).orElseThrow(Introuvable::new);
        porteurs.exigerEcriture(d.porteur());
        porteurs.exigerNature(d.nature(), d.porteur());
        if (nature == null) {
            throw Refus.champ("nature", "Choisissez ce que contient ce document.");
        }
        if (nature != d.nature()) {
            jdbc.sql("update document set nature = ? where id = ?").params(nature.name(), id).update();
            journal.modification(new Sujet(TypeSujet.DOCUMENT, id), "document.classer");
        }
    }

    private static String contexte(UUID id) {
        return "document/" + id;
    }

    private static String empreinte(byte[] octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
