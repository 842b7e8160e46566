package fr.jalon.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.NatureDonnee;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files read with a subject: a child's with those of its IPs in sight, an IP's with those of its informations. */
@Service
public class ListeDocuments {

    /**
     * @param retireMotif null while the document stands; a withdrawn one stays listed with its reason and is not opened
     * @param lisible false for health or justice that are not this person's to read: listed without its name, and not opened
     */
    public record DocumentVu(UUID id, TypeSujet sujetType, UUID sujetId, String nom, GenreDocument genre, String genreLibelle, String type, long taille,
            LocalDate datePiece, String deposePar, Instant deposeLe, Instant retireLe, String retirePar, String retireMotif,
            NatureDonnee nature, String natureLibelle, boolean lisible) {
    }

    private final PorteursDocuments porteurs;
    private final Noms noms;
    private final JdbcClient jdbc;

    ListeDocuments(PorteursDocuments porteurs, Noms noms, JdbcClient jdbc) {
        this.porteurs = porteurs;
        this.noms = noms;
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<DocumentVu> de(Sujet demande) {
        Sujet sujet = demande.type() == TypeSujet.ENFANT
                ? Sujet.enfant(noms.canoniques(Set.of(demande.id())).getOrDefault(demande.id(), demande.id())) : demande;
        porteurs.exigerLecture(sujet);
        List<Sujet> ensemble = List.copyOf(porteurs.ensemble(sujet));
        Map<String, Boolean> lisibles = new HashMap<>();
        return jdbc.sql("""
                select d.*, concat_ws(' ', p.prenom, p.nom) as depose_nom, concat_ws(' ', r.prenom, r.nom) as retire_nom
                from document d join unnest(?, cast(? as uuid[])) as s(type, id) on s.type = d.sujet_type and s.id = d.sujet_id
                left join utilisateur p on p.id = d.depose_par left join utilisateur r on r.id = d.retire_par
                order by d.depose_le desc, d.id desc""")
                .params(ensemble.stream().map(s -> s.type().name()).toArray(String[]::new), Tableaux.uuids(ensemble.stream().map(Sujet::id).toList()))
                .query((rs, n) -> {
                    GenreDocument genre = GenreDocument.valueOf(rs.getString("genre"));
                    NatureDonnee nature = NatureDonnee.valueOf(rs.getString("nature"));
                    Sujet porteur = new Sujet(TypeSujet.valueOf(rs.getString("sujet_type")), rs.getObject("sujet_id", UUID.class));
                    boolean lisible = lisibles.computeIfAbsent(nature + " " + porteur, k -> porteurs.litNature(nature, porteur));
                    return new DocumentVu(rs.getObject("id", UUID.class), porteur.type(), porteur.id(),
                            lisible ? rs.getString("nom") : "Document réservé", genre, genre.libelle(), rs.getString("type_mime"), rs.getLong("taille"),
                            rs.getObject("date_piece", LocalDate.class), rs.getString("depose_nom"), rs.getTimestamp("depose_le").toInstant(),
                            rs.getTimestamp("retire_le") == null ? null : rs.getTimestamp("retire_le").toInstant(), rs.getString("retire_nom"),
                            lisible ? rs.getString("retire_motif") : rs.getString("retire_motif") == null ? null : "Réservé", nature, nature.libelle(), lisible);
                }).list();
    }
}
