package fr.jalon.projet;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.Ids;
import fr.jalon.commun.Sujet;
import fr.jalon.dossier.Naissance;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;
import fr.jalon.evenement.Periodes;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lives of children told by their measures and what was established, written to the log as the acts write them: the exercised periods of the
 * measures, then the events and periods that the code of the projet itself makes of them.
 */
@Component
public class CarnetProjets {

    /** A child being told: measures in the order they started, establishments by day. */
    public static final class Enfant {
        public final UUID id = UUID.randomUUID();
        public final UUID projet = UUID.randomUUID();
        public Naissance naissance = Naissance.inconnue();
        public final List<ProjetEnLot.Exercice> exercices = new ArrayList<>();
        public final List<ProjetEnLot.Geste> gestes = new ArrayList<>();

        public Enfant ne(LocalDate le) {
            naissance = Naissance.exacte(le);
            return this;
        }

        /** @param fin first day it was no longer exercised, or null */
        public Enfant mesure(String unite, String produit, LocalDate debut, LocalDate fin) {
            exercices.add(new ProjetEnLot.Exercice(UUID.randomUUID(), unite, produit, null, "PLACEMENT".equals(produit), debut, fin));
            return this;
        }

        /** The last measure goes on in another unit from that day. */
        public Enfant passe(String unite, LocalDate le) {
            ProjetEnLot.Exercice e = exercices.remove(exercices.size() - 1);
            exercices.add(new ProjetEnLot.Exercice(e.mesure(), e.unite(), e.produit(), null, e.accueil(), e.debut(), le));
            exercices.add(new ProjetEnLot.Exercice(e.mesure(), unite, e.produit(), null, e.accueil(), le, e.fin()));
            return this;
        }

        public Enfant etabli(LocalDate le) {
            gestes.add(new ProjetEnLot.Geste(GenreActeProjet.ETABLISSEMENT, le, Map.of()));
            return this;
        }

        public Enfant etabliAvecSante(LocalDate le) {
            gestes.add(new ProjetEnLot.Geste(GenreActeProjet.ETABLISSEMENT, le, Map.of("voletMedical", "OUI")));
            return this;
        }
    }

    private final Periodes periodes;
    private final Evenements evenements;
    private final JdbcClient jdbc;

    CarnetProjets(Periodes periodes, Evenements evenements, JdbcClient jdbc) {
        this.periodes = periodes;
        this.evenements = evenements;
        this.jdbc = jdbc;
    }

    /** The rules as the law has them: three months, a year, six months under two. */
    public static LocalDate terme(String regle, LocalDate origine) {
        return origine.plusMonths(switch (regle) {
            case "REVISION_PROJET" -> 12;
            case "REVISION_PROJET_MOINS_2_ANS" -> 6;
            default -> 3;
        });
    }

    @Transactional
    public void ecrire(Enfant e) {
        if (e.naissance.exacte()) {
            jdbc.sql("""
                    insert into enfant(id, nom, prenoms, sexe, naissance_precision, naissance_le, cree_le)
                    values (?, 'Essai', 'Enfant', 'INCONNU', 'EXACTE', ?, now())""").params(e.id, e.naissance.le()).update();
        }
        Map<UUID, List<List<Periodes.Segment>>> parMesure = new LinkedHashMap<>();
        e.exercices.forEach(x -> parMesure.computeIfAbsent(x.mesure(), k -> new ArrayList<>(List.of(new ArrayList<>()))).get(0).add(segment(x)));
        parMesure.forEach((mesure, segments) -> {
            for (String genre : List.of("MESURE", "EXERCEE")) {
                periodes.accorder(genre, Sujet.mesure(mesure), e.id, segments);
            }
        });
        ProjetEnLot p = ProjetEnLot.de(demandent(e), Map.of(), e.naissance, e.gestes, CarnetProjets::terme, Ids::nouveau,
                le -> le.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
        if (!p.ouvert()) {
            return;
        }
        for (ProjetEnLot.Fait f : p.faits()) {
            NouvelEvenement n = NouvelEvenement.de(f.acte().genre().evenement()).survenu(f.acte().le()).unite(f.unite()).element(f.element())
                    .sujet(Sujet.projet(e.projet)).sujet(Sujet.enfant(e.id));
            f.dimensions().forEach(n::dimension);
            evenements.ajouter(n);
        }
        p.periodes().forEach((genre, segments) -> periodes.accorder(genre, Sujet.projet(e.projet), e.id, segments));
    }

    private static List<ProjetEnLot.Exercice> demandent(Enfant e) {
        LocalDate majorite = e.naissance.exacte() ? e.naissance.le().plusYears(18) : null;
        return e.exercices.stream().filter(x -> !"MJAGBF".equals(x.produit()) && (majorite == null || e.exercices.stream()
                .filter(y -> y.mesure().equals(x.mesure())).map(ProjetEnLot.Exercice::debut).min(LocalDate::compareTo).orElseThrow().isBefore(majorite))).toList();
    }

    private static Periodes.Segment segment(ProjetEnLot.Exercice x) {
        Map<String, String> d = new LinkedHashMap<>(Map.of("produit", x.produit(), "base", switch (x.produit()) {
            case "PLACEMENT" -> "PLACEMENT_ASE";
            case "MJAGBF" -> "MJAGBF";
            default -> "AEMO";
        }, "cadre", "JUDICIAIRE"));
        if (x.accueil()) {
            d.put("accueil", "OUI");
        }
        return new Periodes.Segment(x.unite(), d, x.debut(), x.fin());
    }
}
