package fr.jalon.mesure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.dossier.EnCours;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the search and a child's page say of measures: the product in the département's words, where it stands, its term. */
@Component
class EnCoursMesure implements EnCours {

    private static final String COLONNES = """
            m.id, m.numero, m.produit, m.etat, m.unite_id, coalesce(m.demarree_le, m.decidee_le) as depuis,
                (select min(t.date_legale) from tache t where t.sujet_type = 'MESURE' and t.sujet_id = m.id) as echeance
            """;

    private final JdbcClient jdbc;
    private final Acces acces;
    private final Departement departement;
    private final Horloge horloge;

    EnCoursMesure(JdbcClient jdbc, Acces acces, Departement departement, Horloge horloge) {
        this.jdbc = jdbc;
        this.acces = acces;
        this.departement = departement;
        this.horloge = horloge;
    }

    @Override
    public List<Element> enCours(Set<UUID> enfants) {
        return tout(enfants).stream().filter(Element::ouvert).toList();
    }

    @Override
    public List<Element> tout(Set<UUID> enfants) {
        return jdbc.sql("select m.enfant_id, " + COLONNES + """
                 from mesure m where m.enfant_id = any (cast(:enfants as uuid[])) and m.etat <> 'ANNULEE' order by m.decidee_le desc, m.id""")
                .param("enfants", enfants.stream().map(UUID::toString).toArray(String[]::new)).query((l, n) -> element(l)).list();
    }

    @Override
    public List<Element> parReference(String texte, int limite) {
        List<String> numeros = NumerosMesure.lus(texte, horloge.aujourdhui().getYear());
        if (numeros.isEmpty()) {
            return List.of();
        }
        Acces.Filtre vue = acces.filtre("'MESURE'", "m.id");
        return jdbc.sql("select null::uuid as enfant_id, " + COLONNES + " from mesure m where m.numero = any (:numeros) and " + vue.sql()
                + " order by m.decidee_le desc limit :limite").param("numeros", numeros.toArray(String[]::new)).param("limite", limite)
                .params(vue.parametres()).query((l, n) -> element(l)).list();
    }

    private Element element(ResultSet l) throws SQLException {
        EtatMesure etat = EtatMesure.valueOf(l.getString("etat"));
        UUID id = l.getObject("id", UUID.class);
        String produit = departement.profil().produit(l.getString("produit")).map(Profil.Produit::sigle).orElse(l.getString("produit"));
        return new Element(l.getObject("enfant_id", UUID.class), "MESURE", id, l.getString("numero"), produit + "\u00a0: " + etat.libelle().toLowerCase(java.util.Locale.FRENCH),
                "/mesures/" + id, l.getString("unite_id"), l.getObject("depuis", LocalDate.class), l.getObject("echeance", LocalDate.class),
                etat.ouverte());
    }
}
