package fr.jalon.indicateur;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.Sujet;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;
import fr.jalon.evenement.Periodes;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lives of young people told by their stays, their support and their acts, written to the log as the acts write them. */
@Component
class CarnetJeunes {

    /** @param fin first day out, or null */
    record Sejour(UUID mesure, String unite, String base, LocalDate debut, LocalDate fin) {

        /** Lasts some days. */
        boolean dure() {
            return fin == null || fin.isAfter(debut);
        }

        boolean le(LocalDate jour) {
            return !debut.isAfter(jour) && (fin == null || fin.isAfter(jour));
        }
    }

    record Geste(String type, LocalDate le, Map<String, String> dimensions) {
    }

    static final class Jeune {
        final UUID id = UUID.randomUUID();
        final UUID parcours = UUID.randomUUID();
        final LocalDate naissance;
        final List<Sejour> sejours = new ArrayList<>();
        final List<Geste> gestes = new ArrayList<>();
        boolean mna;
        boolean mdph;
        LocalDate ouvert;
        LocalDate clos;

        Jeune(LocalDate naissance) {
            this.naissance = naissance;
        }

        Jeune mna() {
            mna = true;
            return this;
        }

        Jeune mdph() {
            mdph = true;
            return this;
        }

        Jeune sejour(String unite, String base, LocalDate debut, LocalDate fin) {
            sejours.add(new Sejour(UUID.randomUUID(), unite, base, debut, fin));
            return this;
        }

        Jeune confie(String unite, LocalDate debut, LocalDate fin) {
            return sejour(unite, "PLACEMENT_ASE", debut, fin);
        }

        Jeune majeur(String unite, LocalDate debut, LocalDate fin) {
            return sejour(unite, "APJM", debut, fin);
        }

        Jeune geste(String type, LocalDate le, String... dimensions) {
            Map<String, String> d = new LinkedHashMap<>();
            for (int i = 0; i < dimensions.length; i += 2) {
                d.put(dimensions[i], dimensions[i + 1]);
            }
            gestes.add(new Geste(type, le, d));
            return this;
        }

        Jeune entretien(LocalDate le, String issue) {
            return geste("autonomie.entretien", le, "issue", issue, "genre", "ORDINAIRE");
        }

        /** The path, from a day to another or on. */
        Jeune suivi(LocalDate du, LocalDate au) {
            ouvert = du;
            clos = au;
            return this;
        }
    }

    private final Periodes periodes;
    private final Evenements evenements;
    private final JdbcClient jdbc;

    CarnetJeunes(Periodes periodes, Evenements evenements, JdbcClient jdbc) {
        this.periodes = periodes;
        this.evenements = evenements;
        this.jdbc = jdbc;
    }

    @Transactional
    void ecrire(Jeune j) {
        jdbc.sql("""
                insert into enfant(id, nom, prenoms, sexe, naissance_precision, naissance_le, cree_le)
                values (?, 'Essai', 'Jeune', 'INCONNU', 'EXACTE', ?, now())""").params(j.id, j.naissance).update();
        for (Sejour s : j.sejours) {
            boolean majeur = "APJM".equals(s.base());
            Map<String, String> d = new LinkedHashMap<>(Map.of("base", s.base(), "produit", majeur ? "APJM" : "PLACEMENT", "cadre",
                    majeur ? "ADMINISTRATIF" : "JUDICIAIRE", "accueil", "OUI"));
            for (String genre : List.of("MESURE", "EXERCEE", "CONFIE")) {
                periodes.accorder(genre, Sujet.mesure(s.mesure()), j.id, List.of(List.of(new Periodes.Segment(s.unite(), d, s.debut(), s.fin()))));
            }
        }
        String unite = j.sejours.get(0).unite();
        suivre(j, unite);
        for (Geste g : j.gestes) {
            NouvelEvenement e = NouvelEvenement.de(g.type()).survenu(g.le()).unite(unite).sujet(Sujet.autonomie(j.parcours)).sujet(Sujet.enfant(j.id));
            g.dimensions().forEach(e::dimension);
            e.dimension("mna", j.mna ? "OUI" : null);
            evenements.ajouter(e);
        }
    }

    private void suivre(Jeune j, String unite) {
        if (j.ouvert != null) {
            Map<String, String> d = new LinkedHashMap<>();
            if (j.mna) {
                d.put("mna", "OUI");
            }
            if (j.mdph) {
                d.put("mdph", "OUI");
            }
            periodes.accorder("AUTONOMIE", Sujet.autonomie(j.parcours), j.id, List.of(List.of(new Periodes.Segment(unite, d, j.ouvert, j.clos))));
        }
    }

    /** The end of a stay was written wrong: the first version is closed, another is written. */
    @Transactional
    void corrigerFin(Jeune j, int rang, LocalDate fin) {
        Sejour s = j.sejours.get(rang);
        Sejour corrige = new Sejour(s.mesure(), s.unite(), s.base(), s.debut(), fin);
        j.sejours.set(rang, corrige);
        for (String genre : List.of("MESURE", "EXERCEE", "CONFIE")) {
            List<Periodes.Segment> avant = periodes.de(Sujet.mesure(s.mesure())).stream().filter(p -> p.genre().equals(genre))
                    .map(p -> new Periodes.Segment(p.uniteId(), p.dimensions(), p.debut(), fin)).toList();
            periodes.accorder(genre, Sujet.mesure(s.mesure()), j.id, List.of(avant));
        }
    }

    /** The birth date was revised: every age follows, whatever was counted before. */
    @Transactional
    Jeune corrigerNaissance(Jeune j, LocalDate naissance) {
        jdbc.sql("update enfant set naissance_le = ? where id = ?").params(naissance, j.id).update();
        Jeune autre = new Jeune(naissance);
        autre.sejours.addAll(j.sejours);
        autre.gestes.addAll(j.gestes);
        autre.mna = j.mna;
        autre.mdph = j.mdph;
        autre.ouvert = j.ouvert;
        autre.clos = j.clos;
        return autre;
    }
}
