package fr.jalon.ip;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.commun.controle.TableDerivee;
import fr.jalon.echeance.Echeances;

import jakarta.persistence.EntityManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Due dates against the files that ask for them: every open IP, those over that still have a date running or should (a transfer awaits its
 * receipt, a professional is owed an answer), and what waits for its first analysis. A rebuild goes through the clock itself, so that each date it moves has its event.
 */
@Component
class ControleEcheances implements TableDerivee {

    private static final int LOT = 200;
    private static final String IPS = """
            select ip.id from information_preoccupante ip where ip.id > :apres and (ip.etat not in ('TRAITEE', 'CLOSE_SANS_DECISION', 'ANNULEE')
                or exists (select 1 from echeance e where e.sujet_id = ip.id and e.sujet_type = 'IP' and e.etat = 'OUVERTE')
                or ip.etat = 'CLOSE_SANS_DECISION' and (
                    exists (select 1 from fin_sans_decision f where f.ip_id = ip.id and f.motif = 'TRANSFEREE' and f.annulee_le is null)
                    or exists (select 1 from information_entrante i where i.ip_id = ip.id and i.transmetteur_professionnel)))
            order by ip.id limit :lot""";
    private static final String INFORMATIONS = """
            select i.id from information_entrante i where i.id > :apres and i.etat = 'A_ANALYSER' order by i.id limit :lot""";

    private final HorlogeIp horlogeIp;
    private final HorlogeInformation horlogeInformation;
    private final InformationsPreoccupantes ips;
    private final EntityManager entites;
    private final JdbcClient jdbc;

    ControleEcheances(HorlogeIp horlogeIp, HorlogeInformation horlogeInformation, InformationsPreoccupantes ips, EntityManager entites,
            JdbcClient jdbc) {
        this.horlogeIp = horlogeIp;
        this.horlogeInformation = horlogeInformation;
        this.ips = ips;
        this.entites = entites;
        this.jdbc = jdbc;
    }

    @Override
    public String nom() {
        return "echeances";
    }

    @Override
    public String libelle() {
        return "Échéances";
    }

    @Override
    public List<Ecart> ecarts() {
        List<Ecart> ecarts = new ArrayList<>();
        parLots(IPS, ids -> {
            for (InformationPreoccupante ip : ips.findAllByIdIn(ids)) {
                horlogeIp.verifier(ip).forEach(e -> ecarts.add(new Ecart("IP " + ip.id(), dire(e))));
            }
            entites.clear();
            return ecarts.size() < ECARTS_MAX;
        });
        parLots(INFORMATIONS, ids -> {
            // Nothing remains of the try: a check is rolled back.
            Map<UUID, String> avant = dates(ids);
            ids.forEach(horlogeInformation::suivre);
            Map<UUID, String> apres = dates(ids);
            ids.stream().filter(id -> !java.util.Objects.equals(avant.get(id), apres.get(id))).forEach(id -> ecarts.add(new Ecart("INFORMATION " + id,
                    "première analyse : écrit " + avant.getOrDefault(id, "rien") + ", attendu " + apres.getOrDefault(id, "rien"))));
            return ecarts.size() < ECARTS_MAX;
        });
        return List.copyOf(ecarts.subList(0, Math.min(ECARTS_MAX, ecarts.size())));
    }

    @Override
    public long reconstruire() {
        long[] changees = {0};
        parLots(IPS, ids -> {
            for (InformationPreoccupante ip : ips.findAllByIdIn(ids)) {
                changees[0] += horlogeIp.verifier(ip).size();
                horlogeIp.suivre(ip);
            }
            entites.flush();
            entites.clear();
            return true;
        });
        parLots(INFORMATIONS, ids -> {
            Map<UUID, String> avant = dates(ids);
            ids.forEach(horlogeInformation::suivre);
            Map<UUID, String> apres = dates(ids);
            changees[0] += ids.stream().filter(id -> !java.util.Objects.equals(avant.get(id), apres.get(id))).count();
            return true;
        });
        return changees[0];
    }

    private interface Lot {
        boolean lire(List<UUID> ids);
    }

    private void parLots(String sql, Lot travail) {
        UUID apres = new UUID(0, 0);
        while (true) {
            List<UUID> ids = jdbc.sql(sql).param("apres", apres).param("lot", LOT).query(UUID.class).list();
            if (ids.isEmpty() || !travail.lire(ids)) {
                return;
            }
            apres = ids.get(ids.size() - 1);
        }
    }

    private Map<UUID, String> dates(List<UUID> ids) {
        return jdbc.sql("""
                select sujet_id, string_agg(genre || ' ' || etat || ' ' || date_legale, ', ' order by genre, date_legale, id) as dates from echeance
                where sujet_type = 'INFORMATION' and sujet_id = any(:ids) and etat <> 'ANNULEE' group by sujet_id""")
                .param("ids", ids.toArray(UUID[]::new)).query((rs, n) -> Map.entry(rs.getObject(1, UUID.class), rs.getString(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String dire(Echeances.Ecart e) {
        return e.genre() + " : écrit " + date(e.ecrite()) + ", attendu " + date(e.attendue()) + " (" + e.quoi() + ")";
    }

    private static String date(LocalDate date) {
        return date == null ? "rien" : date.toString();
    }
}
