package fr.jalon.ip.analyse;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.echeance.Attendue;
import fr.jalon.echeance.Origine;
import fr.jalon.ip.Attentes;
import fr.jalon.ip.HorlogeInformation;
import fr.jalon.ip.HorlogeIp;
import fr.jalon.ip.InformationPreoccupante;
import jakarta.persistence.EntityManager;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * By when each service should have answered. The question belongs to the information until it becomes an IP; one still open then
 * follows the IP, whose watch goes on.
 */
@Component
class DelaisNavettes implements Attentes {

    private static final String REGLE = "FICHE_NAVETTE";

    private final JdbcClient jdbc;
    private final Horloge horloge;
    private final EntityManager entites;
    private final ObjectProvider<HorlogeInformation> horlogeInformation;
    private final ObjectProvider<HorlogeIp> horlogeIp;

    DelaisNavettes(JdbcClient jdbc, Horloge horloge, EntityManager entites, ObjectProvider<HorlogeInformation> horlogeInformation,
            ObjectProvider<HorlogeIp> horlogeIp) {
        this.jdbc = jdbc;
        this.horloge = horloge;
        this.entites = entites;
        this.horlogeInformation = horlogeInformation;
        this.horlogeIp = horlogeIp;
    }

    void suivre(UUID informationId, UUID ipId) {
        horlogeInformation.getObject().suivre(informationId);
        if (ipId != null) {
            horlogeIp.getObject().suivre(entites.find(InformationPreoccupante.class, ipId));
        }
    }

    @Override
    public List<Attendue> de(UUID ipId) {
        return lire("i.ip_id = ? and i.etat = 'QUALIFIEE' and (n.repondue_le is null or n.repondue_le > i.analysee_le)", ipId);
    }

    @Override
    public List<Attendue> deInformation(UUID informationId) {
        return lire("i.id = ? and (i.etat = 'A_ANALYSER' or n.repondue_le <= i.analysee_le)", informationId);
    }

    private List<Attendue> lire(String condition, UUID id) {
        return jdbc.sql("select n.id, n.posee_le, n.repondue_le from fiche_navette n join information_entrante i on i.id = n.information_id where "
                + condition + " order by n.posee_le, n.id").param(id)
                .query((rs, n) -> new Attendue(REGLE, new Sujet(TypeSujet.NAVETTE, rs.getObject(1, UUID.class)),
                        Origine.de(rs.getTimestamp(2).toInstant(), horloge.zone()), instant(rs.getTimestamp(3)))).list();
    }

    private static Instant instant(Timestamp t) {
        return t == null ? null : t.toInstant();
    }
}
