package fr.jalon.projet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.dossier.EnCours;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the search and a child's page say of the projet: where it stands, its next date. */
@Component
class EnCoursProjet implements EnCours {

    private static final String COLONNES = """
            p.id, p.numero, p.etat, p.unite_id, p.depuis,
                (select min(t.date_legale) from tache t where t.sujet_type = 'PROJET' and t.sujet_id = p.id) as echeance
            """;

    private final JdbcClient jdbc;
    private final Acces acces;
    private final LibellesProjet mots;
    private final NumerosProjet numeros;
    private final Horloge horloge;

    EnCoursProjet(JdbcClient jdbc, Acces acces, LibellesProjet mots, NumerosProjet numeros, Horloge horloge) {
        this.jdbc = jdbc;
        this.acces = acces;
        this.mots = mots;
        this.numeros = numeros;
        this.horloge = horloge;
    }

    @Override
    public List<Element> enCours(Set<UUID> enfants) {
        return tout(enfants).stream().filter(Element::ouvert).toList();
    }

    @Override
    public List<Element> tout(Set<UUID> enfants) {
        return jdbc.sql("select p.enfant_id, " + COLONNES + """
                 from projet p where p.enfant_id = any (cast(:enfants as uuid[])) and p.etat <> 'ANNULE' order by p.depuis desc, p.id""")
                .param("enfants", enfants.stream().map(UUID::toString).toArray(String[]::new)).query((l, n) -> element(l)).list();
    }

    @Override
    public List<Element> parReference(String texte, int limite) {
        List<String> references = numeros.lus(texte, horloge.aujourdhui().getYear());
        if (references.isEmpty()) {
            return List.of();
        }
        Acces.Filtre vue = acces.filtre("'PROJET'", "p.id");
        return jdbc.sql("select null::uuid as enfant_id, " + COLONNES + " from projet p where p.numero = any (:numeros) and p.etat <> 'ANNULE' and " + vue.sql()
                + " order by p.depuis desc limit :limite").param("numeros", references.toArray(String[]::new)).param("limite", limite)
                .params(vue.parametres()).query((l, n) -> element(l)).list();
    }

    private Element element(ResultSet l) throws SQLException {
        EtatProjet etat = EtatProjet.valueOf(l.getString("etat"));
        UUID id = l.getObject("id", UUID.class);
        return new Element(l.getObject("enfant_id", UUID.class), "PROJET", id, l.getString("numero"), mots.mot() + "\u00a0: "
                + etat.libelle().toLowerCase(Locale.FRENCH), "/projets/" + id, l.getString("unite_id"), l.getObject("depuis", LocalDate.class),
                l.getObject("echeance", LocalDate.class), etat.ouvert());
    }
}
