package fr.jalon.mesure.attente;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Measures exercised now in a territory, by product and service, and the terms ahead. */
@Service
@Transactional(readOnly = true)
public class MesuresExercees {

    /**
     * @param termePasse exercised beyond the term, nobody having recorded what follows
     * @param termes30 term within thirty days, {@code termes90} within ninety (the first thirty included)
     */
    public record LigneExercees(String produit, String produitLibelle, String service, String serviceNom, int exercees, int suspendues,
            int termePasse, int termes30, int termes90) {
    }

    private final JdbcClient jdbc;
    private final Acces acces;
    private final Horloge horloge;
    private final Departement departement;
    private final MotsMesure mots;
    private final LectureAttente attente;

    MesuresExercees(JdbcClient jdbc, Acces acces, Horloge horloge, Departement departement, MotsMesure mots, LectureAttente attente) {
        this.jdbc = jdbc;
        this.acces = acces;
        this.horloge = horloge;
        this.departement = departement;
        this.mots = mots;
        this.attente = attente;
    }

    public List<LigneExercees> lire(String unite) {
        Identite qui = attente.exigerMission();
        LocalDate jour = horloge.aujourdhui();
        List<String> conditions = new ArrayList<>(List.of("m.etat in ('EXERCEE', 'SUSPENDUE')"));
        Map<String, Object> parametres = new HashMap<>(Map.of("jour", jour, "jour30", jour.plusDays(30), "jour90", jour.plusDays(90)));
        if (!qui.departement()) {
            conditions.add("m.unite_id = any(:territoire)");
            parametres.put("territoire", qui.unites().toArray(String[]::new));
            Acces.Filtre vue = acces.filtre("'MESURE'", "m.id");
            conditions.add(vue.sql());
            parametres.putAll(vue.parametres());
        }
        if (unite != null) {
            conditions.add("m.unite_id = :unite");
            parametres.put("unite", unite);
        }
        Map<String, String> noms = departement.noms();
        return jdbc.sql("""
                select m.produit, m.service_id, m.exercice, count(*) filter (where m.etat = 'EXERCEE') as exercees,
                       count(*) filter (where m.etat = 'SUSPENDUE') as suspendues, count(*) filter (where m.terme < :jour) as passe,
                       count(*) filter (where m.terme >= :jour and m.terme <= :jour30) as t30,
                       count(*) filter (where m.terme >= :jour and m.terme <= :jour90) as t90
                from mesure m where %s group by 1, 2, 3 order by 1, 4 desc, 2""".formatted(String.join(" and ", conditions))).params(parametres)
                .query((rs, n) -> {
                    String service = rs.getString("service_id");
                    return new LigneExercees(rs.getString("produit"), mots.produit(rs.getString("produit")), service,
                            service == null ? rs.getString("exercice").equals("UNITE") ? departement.profil().mot("unites") : "À affecter" : noms.getOrDefault(service, service), rs.getInt("exercees"),
                            rs.getInt("suspendues"), rs.getInt("passe"), rs.getInt("t30"), rs.getInt("t90"));
                }).list();
    }
}
