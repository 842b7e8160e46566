package fr.jalon.ip.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.jalon.acces.Identite;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Territoire;
import fr.jalon.departement.Profil;
import org.junit.jupiter.api.Test;

class RegardTransmetteurTest {

    private static final UUID MOI = UUID.randomUUID();
    private static final Transmetteur PRIVE = new Transmetteur("nom", null, null, false, false, false);
    private static final Transmetteur PRO = new Transmetteur("nom", null, null, true, false, false);
    private static final Transmetteur PRO_CONFIDENTIEL = new Transmetteur("nom", null, null, true, false, true);
    private final Profil.Recueil deconcentre = new Profil.Recueil(false, "crip", false, true, true);
    private final Profil.Recueil centralise = new Profil.Recueil(true, "crip", false, false, true);

    @Test
    void the_unit_that_received_knows_everybody() {
        RegardTransmetteur regard = regard(deconcentre, false, Set.of("u1"), Mission.RECUEIL);
        assertThat(regard.voit(PRIVE, "u1", null, null, Set.of())).isTrue();
        assertThat(regard.voit(PRO_CONFIDENTIEL, "u1", null, null, Set.of())).isTrue();
    }

    @Test
    void another_unit_that_receives_or_the_whole_departement_does_not() {
        assertThat(regard(deconcentre, false, Set.of("u2"), Mission.RECUEIL).voit(PRIVE, "u1", null, null, Set.of())).isFalse();
        assertThat(regard(deconcentre, true, Set.of(), Mission.RECUEIL, Mission.SUPERVISION).voit(PRIVE, "u1", null, null, Set.of())).isFalse();
        assertThat(regard(deconcentre, false, Set.of("u1"), Mission.DECISION).voit(PRIVE, "u1", null, null, Set.of())).isFalse();
    }

    @Test
    void whoever_typed_it_knows_and_so_does_their_unit_when_another_one_receives() {
        assertThat(regard(deconcentre, true, Set.of(), Mission.RECUEIL).voit(PRIVE, "u1", null, MOI, Set.of())).isTrue();
        assertThat(regard(centralise, false, Set.of("crip"), Mission.RECUEIL).voit(PRIVE, "u1", "crip", null, Set.of())).isTrue();
    }

    @Test
    void where_the_crip_receives_the_people_of_the_whole_departement_who_receive_are_the_crip() {
        assertThat(regard(centralise, true, Set.of(), Mission.RECUEIL).voit(PRIVE, "crip", null, null, Set.of())).isTrue();
        assertThat(regard(centralise, true, Set.of(), Mission.SUPERVISION).voit(PRIVE, "crip", null, null, Set.of())).isFalse();
    }

    @Test
    void a_professional_is_known_to_the_evaluators_of_the_units_entrusted_unless_they_asked_not_to_be() {
        RegardTransmetteur evaluateur = regard(deconcentre, false, Set.of("u2"), Mission.EVALUATION);
        assertThat(evaluateur.voit(PRO, "u1", null, null, Set.of("u2"))).isTrue();
        assertThat(evaluateur.voit(PRO, "u1", null, null, Set.of())).isFalse();
        assertThat(evaluateur.voit(PRO_CONFIDENTIEL, "u1", null, null, Set.of("u2"))).isFalse();
        assertThat(evaluateur.voit(PRIVE, "u1", null, null, Set.of("u2"))).isFalse();
        assertThat(regard(deconcentre, false, Set.of("u2"), Mission.DECISION).voit(PRO, "u1", null, null, Set.of("u2"))).isFalse();
    }

    private static RegardTransmetteur regard(Profil.Recueil recueil, boolean departement, Set<String> unites, Mission... missions) {
        return new RegardTransmetteur(new Identite(MOI, "essai", "Essai", Set.of(),
                Stream.of(missions).collect(Collectors.toMap(m -> m, m -> new Territoire(unites, departement))), unites, departement, false), recueil);
    }
}
