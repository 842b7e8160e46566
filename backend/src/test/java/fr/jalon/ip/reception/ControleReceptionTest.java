package fr.jalon.ip.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Refus;
import fr.jalon.departement.Profil;
import fr.jalon.dossier.SaisieFamille;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ControleReceptionTest {

    private static final Instant MAINTENANT = Instant.parse("2026-03-14T10:00:00Z");
    private static final Profil PROFIL = profil();

    @Property
    void a_reception_is_refused_when_it_is_later_than_now_and_asks_a_reason_beyond_a_month(@ForAll @LongRange(min = -90_000, max = 90_000) long minutes) {
        Instant recueLe = MAINTENANT.plus(Duration.ofMinutes(minutes));
        if (minutes > 0) {
            assertThatThrownBy(() -> verifier(saisie(false, null, null), recueLe)).isInstanceOfSatisfying(Refus.class,
                    r -> assertThat(r.erreurs()).extracting(Refus.Erreur::champ).containsExactly("recueLe"));
        } else if (minutes < -31 * 24 * 60) {
            assertThatThrownBy(() -> verifier(saisie(false, null, null), recueLe)).isInstanceOf(Avertissements.class);
            assertThat(verifier(saisie(false, null, Map.of("RECEPTION_ANCIENNE", " courrier égaré ")), recueLe))
                    .containsExactly(Map.entry("RECEPTION_ANCIENNE", "courrier égaré"));
        } else {
            assertThat(verifier(saisie(false, null, null), recueLe)).isEmpty();
        }
    }

    @Test
    void a_regularisation_says_which_officer_received_or_why_it_does_not() {
        assertThatThrownBy(() -> verifier(saisie(true, null, null), MAINTENANT)).isInstanceOf(Avertissements.class);
        assertThatCode(() -> verifier(saisie(true, "NUIT", null), MAINTENANT)).doesNotThrowAnyException();
        assertThatThrownBy(() -> verifier(saisie(true, "AUTRE", null), MAINTENANT)).isInstanceOfSatisfying(Refus.class,
                r -> assertThat(r.erreurs()).extracting(Refus.Erreur::champ).containsExactly("astreinte"));
    }

    @Test
    void a_year_typed_wrong_is_told_at_its_field() {
        assertThatThrownBy(() -> verifier(saisie(false, null, Map.of("RECEPTION_ANCIENNE", "m")), Instant.parse("0206-03-14T10:00:00Z")))
                .isInstanceOfSatisfying(Refus.class, r -> assertThat(r.erreurs()).extracting(Refus.Erreur::champ).containsExactly("recueLe"));
    }

    private static Map<String, String> verifier(SaisieInformation saisie, Instant recueLe) {
        return ControleReception.verifier(saisie, recueLe, MAINTENANT, PROFIL);
    }

    private static SaisieInformation saisie(boolean regularisation, String astreinte, Map<String, String> motifs) {
        return new SaisieInformation("INFORMATION", "TELEPHONE", "FAMILLE",
                new SaisieInformation.TransmetteurSaisi(SaisieInformation.Cadre.PARTICULIER, null, null, null, false, false), null, regularisation,
                astreinte, false, null, "Faits.", null, null, null, new SaisieFamille(List.of(), null, null), motifs);
    }

    private static Profil profil() {
        Map<String, List<Profil.Libelle>> listes = Map.of("natures", codes("INFORMATION"), "modes", codes("TELEPHONE"), "origines", codes("FAMILLE"),
                "astreintes", codes("NUIT"));
        return new Profil("00", "Essai", "essai", "Europe/Paris", "fr", Map.of(), List.of(), Map.of(), Map.of(), "TROIS_MOIS", List.of(),
                new Profil.Recueil(false, "crip", false, false, true), List.of(), listes, List.of(), List.of(), null, Map.of(), List.of(), null, Map.of());
    }

    private static List<Profil.Libelle> codes(String code) {
        return List.of(new Profil.Libelle(code, code, null, false));
    }
}
