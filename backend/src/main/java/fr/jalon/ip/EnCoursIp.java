package fr.jalon.ip;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.dossier.EnCours;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the search and a child's page say of informations and IPs: where each stands and its next legal date. */
@Component
class EnCoursIp implements EnCours {

    /** The legal date is the one of the task that waits; an IP without task has none left. */
    private static final String SQL = """
            select m.enfant_id, 'IP' as genre, ip.id, ip.numero, ip.etat, ip.unite_pilote as unite, ip.recue_le,
                (select min(t.date_legale) from tache t where t.sujet_type = 'IP' and t.sujet_id = ip.id) as echeance, ip.close_le
            from mineur_concerne m join information_preoccupante ip on ip.id = m.ip_id
            where m.retire_le is null and m.enfant_id = any (cast(:enfants as uuid[]))
            union all
            select m.enfant_id, 'INFORMATION', i.id, i.numero, i.etat, i.unite_id, i.recue_le,
                (select min(t.date_legale) from tache t where t.sujet_type = 'INFORMATION' and t.sujet_id = i.id), null
            from information_mineur m join information_entrante i on i.id = m.information_id
            where i.ip_id is null and m.enfant_id = any (cast(:enfants as uuid[]))
            order by recue_le desc, id""";

    private final JdbcClient jdbc;
    private final Acces acces;
    private final Horloge horloge;

    EnCoursIp(JdbcClient jdbc, Acces acces, Horloge horloge) {
        this.jdbc = jdbc;
        this.acces = acces;
        this.horloge = horloge;
    }

    @Override
    public List<Element> enCours(Set<UUID> enfants) {
        return tout(enfants).stream().filter(Element::ouvert).toList();
    }

    @Override
    public List<Element> tout(Set<UUID> enfants) {
        return jdbc.sql(SQL).param("enfants", enfants.stream().map(UUID::toString).toArray(String[]::new)).query((l, n) -> element(l)).list();
    }

    @Override
    public List<Element> parReference(String texte, int limite) {
        List<String> numeros = Numeros.lus(texte, horloge.aujourdhui().getYear());
        Acces.Filtre ip = acces.filtre("'IP'", "ip.id");
        Acces.Filtre information = acces.filtre("'INFORMATION'", "i.id");
        return jdbc.sql("""
                select null::uuid as enfant_id, 'IP' as genre, ip.id, ip.numero, ip.etat, ip.unite_pilote as unite, ip.recue_le,
                    (select min(t.date_legale) from tache t where t.sujet_type = 'IP' and t.sujet_id = ip.id) as echeance
                from information_preoccupante ip where ip.numero = any (:numeros) and """ + ip.sql() + """
                 union all
                select null, 'INFORMATION', i.id, i.numero, i.etat, i.unite_id, i.recue_le, null
                from information_entrante i where i.numero = any (:numeros) and """ + information.sql() + """
                 order by recue_le desc limit :limite""")
                .param("numeros", numeros.toArray(String[]::new)).param("limite", limite).params(ip.parametres())
                .query((l, n) -> element(l)).list();
    }

    private Element element(ResultSet l) throws SQLException {
        boolean ip = "IP".equals(l.getString("genre"));
        EtatIp etat = ip ? EtatIp.valueOf(l.getString("etat")) : null;
        UUID id = l.getObject("id", UUID.class);
        return new Element(l.getObject("enfant_id", UUID.class), l.getString("genre"), id, l.getString("numero"),
                ip ? etat.libelle() : libelle(l.getString("etat")), (ip ? "/ip/" : "/informations/") + id, l.getString("unite"),
                horloge.jour(l.getTimestamp("recue_le").toInstant()), l.getObject("echeance", LocalDate.class),
                ip ? etat.ouverte() : "A_ANALYSER".equals(l.getString("etat")));
    }

    private static String libelle(String etat) {
        return switch (etat) {
            case "A_ANALYSER" -> "À analyser";
            case "NON_QUALIFIEE" -> "Non qualifiée, orientée";
            case "TRANSMISE" -> "Transmise";
            case "JOINTE" -> "Jointe à une évaluation en cours";
            default -> "Information reçue";
        };
    }
}
