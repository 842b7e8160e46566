package fr.jalon.autonomie;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.commun.Ids;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.departement.ReglagesAutonomie;
import fr.jalon.processus.Processus;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The landmarks of the profile that concern a young person, each on its day from birth; each becomes a task when that day comes. */
@Component
class CalendrierAutonomie {

    /** One landmark of one young person. */
    record Ligne(UUID id, String code, LocalDate le, String etat, LocalDate faitLe) {

        boolean vivante() {
            return !"RETIRE".equals(etat);
        }
    }

    static final String ETAPE = "faire-repere";

    private final JdbcClient jdbc;
    private final Processus processus;
    private final Departement departement;
    private final Horloge horloge;

    CalendrierAutonomie(JdbcClient jdbc, Processus processus, Departement departement, Horloge horloge) {
        this.jdbc = jdbc;
        this.processus = processus;
        this.departement = departement;
        this.horloge = horloge;
    }

    List<Ligne> de(UUID autonomieId) {
        return jdbc.sql("select id, code, le, etat, fait_le from autonomie_repere where autonomie_id = ? order by le, code").param(autonomieId)
                .query((l, n) -> new Ligne(l.getObject(1, UUID.class), l.getString(2), l.getObject(3, LocalDate.class), l.getString(4),
                        l.getObject(5, LocalDate.class))).list();
    }

    /** Rows equal to what the profile, the birth date and the acts say; called twice it writes nothing the second time. */
    void suivre(Autonomie a, Situation s) {
        Map<String, Ligne> connues = new LinkedHashMap<>();
        de(a.id()).forEach(l -> connues.put(l.code(), l));
        List<Ligne> nouvelles = new ArrayList<>();
        for (ReglagesAutonomie.Repere r : departement.profil().autonomie().reperes()) {
            Ligne connue = connues.remove(r.code());
            Ligne voulue = attendue(connue == null ? Ids.nouveau() : connue.id(), r, s, horloge.aujourdhui());
            if (connue == null && voulue.vivante()) {
                nouvelles.add(voulue);
            } else if (connue != null && !connue.equals(voulue)) {
                ecrire(voulue);
            }
        }
        inserer(a, nouvelles);
        // A landmark the profile no longer has stays readable when something was done of it.
        connues.values().stream().filter(l -> "A_VENIR".equals(l.etat()) || "A_FAIRE".equals(l.etat()))
                .forEach(l -> ecrire(new Ligne(l.id(), l.code(), l.le(), "RETIRE", null)));
    }

    /** The dozen a path begins with, in one statement. */
    private void inserer(Autonomie a, List<Ligne> lignes) {
        if (!lignes.isEmpty()) {
            jdbc.sql("""
                    insert into autonomie_repere(id, autonomie_id, code, le, etat, fait_le)
                    select l.id, :autonomie, l.code, cast(l.le as date), l.etat, cast(l.fait as date)
                    from unnest(:ids, :codes, :les, :etats, :faits) as l(id, code, le, etat, fait)""").param("autonomie", a.id())
                    .param("ids", lignes.stream().map(Ligne::id).toArray(UUID[]::new)).param("codes", colonne(lignes, Ligne::code))
                    .param("les", colonne(lignes, l -> l.le().toString())).param("etats", colonne(lignes, Ligne::etat))
                    .param("faits", colonne(lignes, l -> l.faitLe() == null ? null : l.faitLe().toString())).update();
        }
    }

    private static String[] colonne(List<Ligne> lignes, java.util.function.Function<Ligne, String> valeur) {
        return lignes.stream().map(valeur).toArray(String[]::new);
    }

    /** What {@link #suivre} would change nothing of; writes nothing. */
    boolean conforme(Autonomie a, Situation s) {
        Map<String, Ligne> connues = new LinkedHashMap<>();
        de(a.id()).forEach(l -> connues.put(l.code(), l));
        return departement.profil().autonomie().reperes().stream().allMatch(r -> {
            Ligne connue = connues.get(r.code());
            Ligne voulue = attendue(connue == null ? null : connue.id(), r, s, horloge.aujourdhui());
            return connue == null ? !voulue.vivante() : connue.equals(voulue);
        });
    }

    /** What one landmark is to be for these facts on that day. Pure. */
    static Ligne attendue(UUID id, ReglagesAutonomie.Repere r, Situation s, LocalDate jour) {
        LocalDate le = s.naissance.plus(r.periode());
        Acte dit = s.actes().stream().filter(x -> x.genre() == GenreActe.REPERE && r.code().equals(x.d("code"))).max(Acte.SAISIE).orElse(null);
        if (dit != null) {
            return new Ligne(id, r.code(), le, dit.d("etat"), dit.le());
        }
        boolean concerne = switch (r.concerne()) {
            case "MNA" -> s.mna;
            case "MDPH" -> s.mdph;
            default -> true;
        };
        // Out of care, or grown up without support, nobody is asked to do it any more.
        if (!concerne || !s.enCharge || !s.etat.ouvert()) {
            return new Ligne(id, r.code(), le, "RETIRE", null);
        }
        return new Ligne(id, r.code(), le, le.isAfter(jour) ? "A_VENIR" : "A_FAIRE", null);
    }

    private void ecrire(Ligne l) {
        jdbc.sql("update autonomie_repere set le = ?, etat = ?, fait_le = ? where id = ?").params(l.le(), l.etat(), l.faitLe(), l.id()).update();
    }

    /** The task of each landmark whose day came, and of none other: whatever was lost or left over is mended. */
    void lancer(Autonomie a, Sujet sujet) {
        if (!a.etat().ouvert()) {
            return;
        }
        Set<UUID> attendues = de(a.id()).stream().filter(l -> "A_FAIRE".equals(l.etat())).map(Ligne::id).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<UUID> ouvertes = processus.enAttente(sujet, ETAPE);
        ouvertes.stream().filter(id -> !attendues.contains(id)).forEach(id -> retirer(a, sujet, id));
        attendues.stream().filter(id -> !ouvertes.contains(id)).forEach(id -> processus.lancer(sujet, "repere-a-faire", ETAPE, id));
    }

    /** Done, its task is completed; without object or no longer asked, it is withdrawn. */
    private void retirer(Autonomie a, Sujet sujet, UUID id) {
        if (de(a.id()).stream().anyMatch(l -> l.id().equals(id) && "FAIT".equals(l.etat()))) {
            processus.terminer(sujet, ETAPE, id);
        } else {
            processus.retirer(sujet, ETAPE, id);
        }
    }

    String libelle(String code) {
        return departement.profil().autonomie().reperes().stream().filter(r -> r.code().equals(code)).map(ReglagesAutonomie.Repere::libelle).findFirst()
                .orElse(code);
    }
}
