package fr.jalon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import fr.jalon.departement.Departement;
import fr.jalon.departement.DepartementDEssai;
import fr.jalon.departement.Profil;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo people of each département hold between them what its files ask of its units. */
class PersonnelTest {

    @ParameterizedTest
    @ValueSource(strings = {"35", "49", "17", "61", "22"})
    void each_mission_a_unit_holds_over_a_file_is_held_by_somebody_who_sits_there(String code) {
        Departement departement = DepartementDEssai.de(code, null);
        Profil profil = departement.profil();
        List<Personnel.Agent> agents = new Personnel(departement, null).composer();
        assertThat(agents).extracting(Personnel.Agent::identifiant).doesNotHaveDuplicates();
        for (Profil.Unite unite : profil.unites()) {
            if (!unite.type().equals("DIRECTION")) {
                Personnel.D_UN_DOSSIER.stream().filter(m -> departement.typesPour(m.name()).contains(unite.type())).forEach(m -> assertThat(agents)
                        .as(m + " en " + unite.id()).anyMatch(a -> unite.id().equals(a.unite()) && profil.roles().get(a.role().name()).contains(m.name())));
            }
        }
    }
}
