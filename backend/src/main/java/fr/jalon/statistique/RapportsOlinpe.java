package fr.jalon.statistique;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Mission;
import fr.jalon.acces.Mur;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Ids;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.courrier.Courriels;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The report of a month: the events of its year up to its end, as they are known when it is made. Made once; a variable that passes under its threshold or
 * falls is told to whoever counts.
 */
@Component
class RapportsOlinpe {

    private static final java.time.format.DateTimeFormatter MOIS = java.time.format.DateTimeFormatter.ofPattern("MMMM yyyy", java.util.Locale.FRENCH);
    /** What a server stopped for longer does not make up for. */
    private static final int AU_PLUS = 24;

    private final LignesOlinpe lignes;
    private final DictionnaireOlinpe dictionnaire;
    private final Mur mur;
    private final Utilisateurs utilisateurs;
    private final Courriels courriels;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    RapportsOlinpe(LignesOlinpe lignes, DictionnaireOlinpe dictionnaire, Mur mur, Utilisateurs utilisateurs, Courriels courriels, Horloge horloge, JdbcClient jdbc) {
        this.lignes = lignes;
        this.dictionnaire = dictionnaire;
        this.mur = mur;
        this.utilisateurs = utilisateurs;
        this.courriels = courriels;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    /** Months that are over and have no report: since the last one, or the last month alone where there is none. */
    @Transactional(readOnly = true)
    public List<YearMonth> dus(YearMonth enCours) {
        YearMonth dernier = jdbc.sql("select annee, mois from olinpe_rapport where annee * 12 + mois < ? order by annee desc, mois desc limit 1")
                .param(enCours.getYear() * 12 + enCours.getMonthValue()).query((l, n) -> YearMonth.of(l.getInt("annee"), l.getInt("mois"))).optional().orElse(enCours.minusMonths(2));
        YearMonth premier = dernier.plusMonths(1).isBefore(enCours.minusMonths(AU_PLUS)) ? enCours.minusMonths(AU_PLUS) : dernier.plusMonths(1);
        List<YearMonth> dus = new ArrayList<>();
        for (YearMonth m = premier; m.isBefore(enCours); m = m.plusMonths(1)) {
            dus.add(m);
        }
        return dus;
    }

    /** @return false when the month has its report already: nothing is made twice */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean etablir(YearMonth mois) {
        List<LignesOlinpe.Ligne> lues = mur.parLaMaison(() -> lignes.de(mois.getYear())).stream().filter(l -> !l.mois().isAfter(mois)).toList();
        UUID id = Ids.nouveau();
        int faits = jdbc.sql("""
                insert into olinpe_rapport(id, annee, mois, dictionnaire, evenements, jeunes, etabli_le) values (?, ?, ?, ?, ?, ?, ?)
                on conflict (annee, mois) do nothing""").params(id, mois.getYear(), mois.getMonthValue(), dictionnaire.lire().annee(), lues.size(),
                lues.stream().map(LignesOlinpe.Ligne::enfant).distinct().count(), java.sql.Timestamp.from(horloge.maintenant())).update();
        if (faits == 0) {
            return false;
        }
        Map<String, Completude> avant = avant(mois);
        Map<String, List<LignesOlinpe.Ligne>> parUnite = lues.stream().filter(l -> l.unite() != null).collect(Collectors.groupingBy(LignesOlinpe.Ligne::unite, TreeMap::new, Collectors.toList()));
        List<Gardee> gardees = new ArrayList<>();
        for (DictionnaireOlinpe.Variable v : dictionnaire.lire().variables()) {
            if (v.tenue()) {
                Completude c = Completude.de(v, lues);
                gardees.add(new Gardee(v.code(), "", c, v.facultative() ? null : c.alerte(avant.get(v.code()), dictionnaire.lire().seuil(v), dictionnaire.lire().chute())));
                parUnite.forEach((unite, siennes) -> gardees.add(new Gardee(v.code(), unite, Completude.de(v, siennes), null)));
            }
        }
        garder(id, gardees.stream().filter(g -> g.completude().attendues() > 0 || g.unite().isEmpty()).toList());
        prevenir(mois, gardees.stream().filter(g -> g.alerte() != null).map(Gardee::variable).toList());
        return true;
    }

    private record Gardee(String variable, String unite, Completude completude, Completude.Alerte alerte) {
    }

    /** Of the report before, in the same year. */
    private Map<String, Completude> avant(YearMonth mois) {
        Map<String, Completude> lus = new HashMap<>();
        jdbc.sql("""
                select v.variable, v.attendues, v.remplies from olinpe_rapport_variable v where v.unite_id = '' and v.rapport_id =
                    (select r.id from olinpe_rapport r where r.annee = ? and r.mois < ? order by r.mois desc limit 1)""")
                .params(mois.getYear(), mois.getMonthValue())
                .query(l -> {
                    lus.put(l.getString("variable"), new Completude(l.getLong("attendues"), l.getLong("remplies"), 0));
                });
        return lus;
    }

    private void garder(UUID rapport, List<Gardee> lignes) {
        jdbc.sql("""
                insert into olinpe_rapport_variable(rapport_id, variable, unite_id, attendues, remplies, alerte)
                select :rapport, * from unnest(cast(:variables as text[]), cast(:unites as text[]), cast(:attendues as bigint[]), cast(:remplies as bigint[]), cast(:alertes as text[]))""")
                .param("rapport", rapport).param("variables", lignes.stream().map(Gardee::variable).toArray(String[]::new))
                .param("unites", lignes.stream().map(Gardee::unite).toArray(String[]::new))
                .param("attendues", lignes.stream().map(g -> g.completude().attendues()).toArray(Long[]::new))
                .param("remplies", lignes.stream().map(g -> g.completude().remplies()).toArray(Long[]::new))
                .param("alertes", lignes.stream().map(g -> g.alerte() == null ? null : g.alerte().name()).toArray(String[]::new)).update();
    }

    private void prevenir(YearMonth mois, List<String> variables) {
        if (!variables.isEmpty()) {
            utilisateurs.tenant(Mission.COMPTAGE).forEach(p -> courriels.deposer("olinpe-" + mois + "-" + p.id(), p.id(), "olinpe",
                    Map.of("mois", MOIS.format(mois), "nombre", variables.size() == 1 ? "une variable" : variables.size() + " variables",
                            "variables", String.join(", ", variables), "chemin", "/statistiques/olinpe?annee=" + mois.getYear())));
        }
    }

    record Rapport(UUID id, int mois, Instant etabliLe, long evenements, long jeunes, Map<String, Ligne> variables) {
    }

    record Ligne(Completude completude, Completude.Alerte alerte) {
    }

    /** Reports of a year, from its first month, all units together or one. */
    @Transactional(readOnly = true)
    public List<Rapport> de(int annee) {
        Map<UUID, Rapport> rapports = new LinkedHashMap<>();
        jdbc.sql("""
                select r.id, r.mois, r.etabli_le, r.evenements, r.jeunes, v.variable, v.attendues, v.remplies, v.alerte
                from olinpe_rapport r join olinpe_rapport_variable v on v.rapport_id = r.id and v.unite_id = '' where r.annee = ? order by r.mois""").param(annee)
                .query(l -> {
                    UUID id = l.getObject("id", UUID.class);
                    Rapport r = rapports.get(id);
                    if (r == null) {
                        r = new Rapport(id, l.getInt("mois"), l.getTimestamp("etabli_le").toInstant(), l.getLong("evenements"), l.getLong("jeunes"), new HashMap<>());
                        rapports.put(id, r);
                    }
                    r.variables().put(l.getString("variable"), new Ligne(new Completude(l.getLong("attendues"), l.getLong("remplies"), 0),
                            Optional.ofNullable(l.getString("alerte")).map(Completude.Alerte::valueOf).orElse(null)));
                });
        return List.copyOf(rapports.values());
    }

    /** A variable of one report, unit by unit. */
    @Transactional(readOnly = true)
    public Map<String, Completude> parUnite(UUID rapport, String variable) {
        Map<String, Completude> unites = new TreeMap<>();
        jdbc.sql("select unite_id, attendues, remplies from olinpe_rapport_variable where rapport_id = ? and variable = ? and unite_id <> ''").params(rapport, variable)
                .query(l -> {
                    unites.put(l.getString("unite_id"), new Completude(l.getLong("attendues"), l.getLong("remplies"), 0));
                });
        return unites;
    }
}
