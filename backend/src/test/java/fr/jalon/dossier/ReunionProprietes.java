package fr.jalon.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.Refus;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is tried, in whatever order, following who stands for a child ends, and ends where a naive book of groups says. */
class ReunionProprietes {

    private static final int ENFANTS = 7;

    record Geste(boolean reunir, int un, int autre) {
    }

    @Provide
    Arbitrary<List<Geste>> gestes() {
        return Combinators.combine(Arbitraries.frequency(net.jqwik.api.Tuple.of(3, true), net.jqwik.api.Tuple.of(1, false)), Arbitraries.integers().between(0, ENFANTS - 1),
                Arbitraries.integers().between(0, ENFANTS - 1)).as(Geste::new).list().ofMaxSize(40);
    }

    @Property(tries = 500)
    void the_child_that_stands_for_another_is_reached_without_a_ring(@ForAll("gestes") List<Geste> gestes) {
        List<Enfant> enfants = new ArrayList<>();
        Map<Integer, Set<Integer>> groupes = new HashMap<>();
        for (int i = 0; i < ENFANTS; i++) {
            enfants.add(new Enfant(EnfantSaisi.de("Nom" + i, "Prénom", Naissance.inconnue(), Sexe.INCONNU), LocalDate.of(2026, 3, 14), Instant.EPOCH));
            groupes.put(i, new HashSet<>(Set.of(i)));
        }
        for (Geste g : gestes) {
            jouer(g, enfants, groupes);
            for (int i = 0; i < ENFANTS; i++) {
                int tete = tete(enfants, i);
                int membre = i;
                assertThat(groupes.get(tete)).as("group of the head holds the child").contains(membre);
            }
        }
    }

    private void jouer(Geste g, List<Enfant> enfants, Map<Integer, Set<Integer>> groupes) {
        Enfant conserve = enfants.get(g.un());
        Enfant absorbe = enfants.get(g.autre());
        if (g.reunir()) {
            boolean possible = g.un() != g.autre() && groupes.containsKey(g.un()) && groupes.containsKey(g.autre());
            try {
                absorbe.fusionnerVers(conserve);
                assertThat(possible).isTrue();
                groupes.get(g.un()).addAll(groupes.remove(g.autre()));
            } catch (Conflit | Refus e) {
                assertThat(possible).isFalse();
            }
        } else if (conserve.fusionneVers() == null && conserve.id().equals(absorbe.fusionneVers())) {
            absorbe.defaireFusion(conserve.id());
            Set<Integer> detaches = new HashSet<>();
            for (int i = 0; i < ENFANTS; i++) {
                if (tete(enfants, i) == g.autre()) {
                    detaches.add(i);
                }
            }
            groupes.get(g.un()).removeAll(detaches);
            groupes.put(g.autre(), detaches);
        } else {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> absorbe.defaireFusion(UUID.randomUUID())).isInstanceOf(Conflit.class);
        }
    }

    private static int tete(List<Enfant> enfants, int depart) {
        int courant = depart;
        for (int pas = 0; pas <= ENFANTS; pas++) {
            UUID vers = enfants.get(courant).fusionneVers();
            if (vers == null) {
                return courant;
            }
            courant = enfants.stream().map(Enfant::id).toList().indexOf(vers);
        }
        throw new AssertionError("ring");
    }
}
