package fr.jalon.autonomie;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import fr.jalon.dossier.EnCours;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the search and a child's page say of the path toward autonomy. */
@Component
class EnCoursAutonomie implements EnCours {

    private final JdbcClient jdbc;

    EnCoursAutonomie(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Element> enCours(Set<UUID> enfants) {
        return tout(enfants).stream().filter(Element::ouvert).toList();
    }

    @Override
    public List<Element> tout(Set<UUID> enfants) {
        return jdbc.sql("""
                select a.enfant_id, a.id, a.etat, a.unite_id, a.ouverte_le,
                    (select min(t.date_legale) from tache t where t.sujet_type = 'AUTONOMIE' and t.sujet_id = a.id) as echeance
                from autonomie a where a.enfant_id = any (cast(:enfants as uuid[])) order by a.ouverte_le desc, a.id""")
                .param("enfants", enfants.stream().map(UUID::toString).toArray(String[]::new)).query((l, n) -> {
                    EtatAutonomie etat = EtatAutonomie.valueOf(l.getString("etat"));
                    UUID id = l.getObject("id", UUID.class);
                    return new Element(l.getObject("enfant_id", UUID.class), "AUTONOMIE", id, "Vers la majorité",
                            etat.libelle().toLowerCase(Locale.FRENCH), "/autonomie/" + id, l.getString("unite_id"),
                            l.getObject("ouverte_le", LocalDate.class), l.getObject("echeance", LocalDate.class), etat.ouvert());
                }).list();
    }

    /** A path has no number of its own. */
    @Override
    public List<Element> parReference(String texte, int limite) {
        return List.of();
    }
}
