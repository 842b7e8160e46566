package fr.jalon.ip.analyse;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.NomEnfant;
import fr.jalon.ip.EtatIp;
import fr.jalon.ip.Numeros;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** IPs an information may be linked to although they are about other children (a cousin, the same home earlier): by number or by child. */
@Service
public class IpAnterieures {

    private static final int LIMITE = 20;

    /** @param joignable an evaluation is under way, that a complement may join */
    public record Anterieure(UUID id, String numero, String etat, String unite, LocalDate recueLe, boolean joignable, List<String> enfants) {
    }

    private record Ligne(UUID id, String numero, EtatIp etat, String unite, LocalDate recueLe, List<UUID> enfants) {
    }

    private final Acces acces;
    private final Journal journal;
    private final Dossiers dossiers;
    private final Departement departement;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    IpAnterieures(Acces acces, Journal journal, Dossiers dossiers, Departement departement, Horloge horloge, JdbcClient jdbc) {
        this.acces = acces;
        this.journal = journal;
        this.dossiers = dossiers;
        this.departement = departement;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    /**
     * Those in sight only, the last received first.
     *
     * @param numero as a hurried hand writes it (« 412 », « IP-2026-0412 »), or null with {@code enfant}
     */
    @Transactional
    public List<Anterieure> chercher(UUID informationId, String numero, UUID enfant) {
        acces.exiger(Mission.RECUEIL, Sujet.information(informationId));
        List<String> numeros = numero == null ? List.of() : Numeros.lus(numero, horloge.aujourdhui().getYear());
        Set<UUID> identites = enfant == null ? Set.of() : dossiers.identites(enfant);
        if (numeros.isEmpty() && identites.isEmpty()) {
            return List.of();
        }
        Acces.Filtre filtre = acces.filtre("'IP'", "p.id");
        List<Ligne> lignes = jdbc.sql("""
                select p.id, p.numero, p.etat, coalesce(p.unite_pilote, i.unite_id) as unite, p.recue_le,
                    array(select m.enfant_id from mineur_concerne m where m.ip_id = p.id and m.retire_le is null order by m.ordre) as enfants
                from information_preoccupante p join information_entrante i on i.id = p.information_initiale_id
                where p.etat <> 'ANNULEE' and (p.numero = any (:numeros) or p.id in (select m.ip_id from mineur_concerne m
                    where m.enfant_id = any (:enfants) and m.retire_le is null)) and """ + filtre.sql() + " order by p.recue_le desc, p.id limit " + LIMITE)
                .param("numeros", numeros.toArray(String[]::new)).param("enfants", identites.toArray(UUID[]::new)).params(filtre.parametres())
                .query((rs, n) -> new Ligne(rs.getObject("id", UUID.class), rs.getString("numero"), EtatIp.valueOf(rs.getString("etat")),
                        rs.getString("unite"), horloge.jour(rs.getTimestamp("recue_le").toInstant()), List.of((UUID[]) rs.getArray("enfants").getArray())))
                .list();
        journal.recherche(lignes.size());
        Set<UUID> tous = new HashSet<>();
        lignes.forEach(l -> tous.addAll(l.enfants()));
        Map<UUID, NomEnfant> noms = dossiers.nomsDe(tous);
        Map<String, String> unites = departement.noms();
        return lignes.stream().map(l -> new Anterieure(l.id(), l.numero(), l.etat().libelle(), unites.get(l.unite()), l.recueLe(),
                MineursAnalyses.EN_EVALUATION.contains(l.etat().name()),
                l.enfants().stream().map(noms::get).filter(Objects::nonNull).map(NomEnfant::affiche).toList())).toList();
    }
}
