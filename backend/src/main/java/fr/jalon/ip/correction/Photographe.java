package fr.jalon.ip.correction;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.Sujet;
import fr.jalon.departement.Departement;
import fr.jalon.evenement.Periodes;
import fr.jalon.evenement.Retours;
import fr.jalon.ip.EtatIp;

import jakarta.persistence.EntityManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes the picture of a file in the transaction that runs: what it has already changed is in it. */
@Component
class Photographe {

    private final JdbcClient jdbc;
    private final EntityManager entites;
    private final Periodes periodes;
    private final Retours retours;
    private final Departement departement;

    Photographe(JdbcClient jdbc, EntityManager entites, Periodes periodes, Retours retours, Departement departement) {
        this.jdbc = jdbc;
        this.entites = entites;
        this.periodes = periodes;
        this.retours = retours;
        this.departement = departement;
    }

    /** @param etat words of the state the file is in */
    Photo prendre(Sujet sujet, String etat) {
        entites.flush();
        Map<String, String> unites = departement.noms();
        return new Photo(etat, dues(sujet), jdbc.sql("select etape, unite_id from tache where sujet_type = ? and sujet_id = ? order by etape")
                .params(sujet.type().name(), sujet.id()).query((l, n) -> new Photo.Attente(l.getString(1), etape(l.getString(1)),
                        unites.getOrDefault(l.getString(2), l.getString(2)))).list(),
                periodes.de(sujet).stream().map(p -> new Photo.Duree(p.periodeId(), p.genre(), unites.getOrDefault(p.uniteId(), p.uniteId()),
                        p.debut(), p.fin())).toList(),
                retours.comptes(sujet));
    }

    private List<Photo.Due> dues(Sujet sujet) {
        return jdbc.sql("""
                select e.genre, e.objet_id, e.date_legale, e.etat, r.libelle,
                    (select m.ordre + 1 from mineur_concerne m where m.id = e.objet_id) as rang
                from echeance e join echeance_regle r on r.id = e.regle_id
                where e.sujet_type = ? and e.sujet_id = ? and e.etat <> 'ANNULEE' order by e.date_legale, e.genre, e.objet_id""")
                .params(sujet.type().name(), sujet.id())
                .query((l, n) -> new Photo.Due(l.getString("genre") + "/" + l.getObject("objet_id", UUID.class),
                        l.getString("libelle") + (l.getObject("rang") == null ? "" : " (mineur " + l.getInt("rang") + ")"),
                        l.getObject("date_legale", LocalDate.class), l.getString("etat").equals("SATISFAITE"))).list();
    }

    static String etape(String etape) {
        return etape.equals("premiere-analyse") ? "Première analyse"
                : Arrays.stream(EtatIp.values()).filter(e -> etape.equals(e.etape())).map(EtatIp::libelle).findFirst().orElse(etape);
    }
}
