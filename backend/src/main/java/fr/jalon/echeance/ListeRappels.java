package fr.jalon.echeance;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.TypeSujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.processus.Modeles;

import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminders still worth reading: of due dates that run and have not moved since. */
@Service
public class ListeRappels {

    /** MOI: steps I hold. EQUIPE: steps of my units and my duties. SUPERVISION: passed dates of the units I supervise. */
    public enum Portee {
        MOI, EQUIPE, SUPERVISION
    }

    /** A reminder. {@code jours}: days left today, negative when late. */
    public record RappelVu(UUID id, UUID echeanceId, TypeSujet sujetType, UUID sujetId, String reference, String etape, String etapeLibelle,
            String regle, LocalDate dateLegale, int jours, boolean depasse, Instant emisLe, boolean vu, boolean pourMoi) {
    }

    public record RappelsVus(List<RappelVu> rappels, int nonVus) {
    }

    private static final int MAXIMUM = 200;
    private static final String PROCESSUS = "information-preoccupante";

    private final JdbcClient jdbc;
    private final Regles regles;
    private final Modeles modeles;
    private final Horloge horloge;

    ListeRappels(JdbcClient jdbc, Regles regles, Modeles modeles, Horloge horloge) {
        this.jdbc = jdbc;
        this.regles = regles;
        this.modeles = modeles;
        this.horloge = horloge;
    }

    @Transactional(readOnly = true)
    public RappelsVus lire(Portee portee) {
        Identite qui = IdentiteCourante.exiger();
        LocalDate aujourdhui = horloge.aujourdhui();
        List<RappelVu> lus = new ArrayList<>();
        jdbc.sql("""
                select r.*, e.regle, v.vu_le from rappel r join echeance e on e.id = r.echeance_id
                left join rappel_vu v on v.rappel_id = r.id and v.utilisateur_id = :moi
                where r.dit and e.etat = 'OUVERTE' and e.date_legale = r.date_legale and\s""" + condition(portee, qui)
                + " order by (v.vu_le is not null), r.date_legale, r.emis_le desc, r.id limit :maximum")
                .params(parametres(qui)).param("maximum", MAXIMUM)
                .query(l -> {
                    String etape = l.getString("etape");
                    LocalDate date = l.getObject("date_legale", LocalDate.class);
                    UUID titulaire = l.getObject("titulaire_id", UUID.class);
                    lus.add(new RappelVu(l.getObject("id", UUID.class), l.getObject("echeance_id", UUID.class),
                            TypeSujet.valueOf(l.getString("sujet_type")), l.getObject("sujet_id", UUID.class), l.getString("reference"),
                            etape, etape == null ? null : modeles.libelle(PROCESSUS, etape), regles.enVigueur(l.getString("regle"), date).libelle(),
                            date, (int) ChronoUnit.DAYS.between(aujourdhui, date), date.isBefore(aujourdhui),
                            l.getTimestamp("emis_le").toInstant(), l.getTimestamp("vu_le") != null,
                            titulaire != null && titulaire.equals(qui.utilisateurId())));
                });
        return new RappelsVus(lus, (int) lus.stream().filter(r -> !r.vu()).count());
    }

    /** Parameters are bound whether the condition names them or not. */
    private static String condition(Portee portee, Identite qui) {
        return switch (portee) {
            case MOI -> "r.titulaire_id = :moi";
            case EQUIPE -> "((r.mission, r.unite_id) in (select * from unnest(:missions, :unites)) or r.mission = any(:partout))";
            case SUPERVISION -> qui.territoire(Mission.SUPERVISION).departement() ? "r.supervision"
                    : "(r.supervision and r.unite_id = any(:supervisees))";
        };
    }

    private static Map<String, Object> parametres(Identite qui) {
        Map<String, Object> p = new HashMap<>();
        p.put("moi", new SqlParameterValue(Types.OTHER, qui.utilisateurId()));
        List<String[]> paires = qui.territoires().entrySet().stream()
                .flatMap(e -> e.getValue().unites().stream().map(u -> new String[] {e.getKey().code(), u})).toList();
        p.put("missions", paires.stream().map(x -> x[0]).toArray(String[]::new));
        p.put("unites", paires.stream().map(x -> x[1]).toArray(String[]::new));
        p.put("partout", qui.missions().stream().filter(m -> qui.territoire(m).departement()).map(Mission::code).toArray(String[]::new));
        p.put("supervisees", qui.territoire(Mission.SUPERVISION).unites().toArray(String[]::new));
        return p;
    }

    /** Mine or my team's: marked for me alone, colleagues keep their own mark. */
    @Transactional
    public void marquerVu(UUID id) {
        Identite qui = IdentiteCourante.exiger();
        boolean voit = Arrays.stream(Portee.values()).anyMatch(p -> jdbc.sql(
                        "select exists (select 1 from rappel r where r.id = :id and r.dit and " + condition(p, qui) + ")")
                .params(parametres(qui)).param("id", id)
                .query(Boolean.class).single());
        if (!voit) {
            throw new Introuvable();
        }
        jdbc.sql("insert into rappel_vu(rappel_id, utilisateur_id, vu_le) values (?, ?, ?) on conflict do nothing")
                .params(id, qui.utilisateurId(), Timestamp.from(horloge.maintenant())).update();
    }
}
