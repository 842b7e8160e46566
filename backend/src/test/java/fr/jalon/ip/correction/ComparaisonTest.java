package fr.jalon.ip.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.evenement.Retours;
import org.junit.jupiter.api.Test;

class ComparaisonTest {

    private static final UUID PERIODE = UUID.randomUUID();
    private static final LocalDate MARS = LocalDate.of(2026, 3, 2);

    private static Photo photo(String etat, LocalDate due, boolean satisfaite, String tache, LocalDate fin, int decisions) {
        List<Retours.Fait> faits = java.util.stream.IntStream.range(0, decisions)
                .mapToObj(i -> new Retours.Fait(UUID.randomUUID(), "ip.decidee", MARS, "cdas-redon", Map.of())).toList();
        return new Photo(etat, due == null ? List.of() : List.of(new Photo.Due("TRAITEMENT/null", "Traitement", due, satisfaite)),
                tache == null ? List.of() : List.of(new Photo.Attente("x", tache, "CDAS Redon")),
                List.of(new Photo.Duree(PERIODE, "TRAITEMENT", "CDAS Redon", MARS, fin)), faits);
    }

    private static List<String> effets(Photo avant, Photo apres) {
        return new Comparaison(t -> "Décision").effets(avant, apres).stream().map(e -> e.genre() + " " + e.libelle().replace('\u00a0', ' ')).toList();
    }

    @Test
    void two_equal_pictures_have_no_effect() {
        Photo photo = photo("À décider", MARS, false, "Décider", null, 1);
        assertThat(effets(photo, photo("À décider", MARS, false, "Décider", null, 1))).isEmpty();
    }

    @Test
    void each_change_is_one_sentence_of_its_kind() {
        assertThat(effets(photo("Traitée", MARS, true, null, LocalDate.of(2026, 4, 1), 2),
                photo("À décider", LocalDate.of(2026, 5, 1), false, "Décider", null, 1)))
                .containsExactly("ETAT Le dossier passe de « Traitée » à « À décider ».",
                        "ECHEANCE Traitement : 1er mai 2026 au lieu du 2 mars 2026.",
                        "ECHEANCE Traitement : l’échéance court de nouveau, jusqu’au 1er mai 2026.",
                        "TACHE La tâche « Décider » s’ouvre (CDAS Redon).",
                        "PERIODE Traitement de l’IP : depuis le 2 mars 2026, au lieu de la période du 2 mars 2026 au 1er avril 2026.",
                        "COMPTE « Décision » : 1 de moins en 2026 (cdas-redon).");
    }

    @Test
    void what_disappears_is_said_too() {
        Photo vide = new Photo("Traitée", List.of(), List.of(), List.of(), List.of());
        assertThat(effets(photo("Traitée", MARS, false, "Décider", null, 0), vide))
                .containsExactly("ECHEANCE Traitement : l’échéance du 2 mars 2026 est annulée.", "TACHE La tâche « Décider » (CDAS Redon) se ferme.",
                        "PERIODE Traitement de l’IP : la durée depuis le 2 mars 2026 n’est plus comptée.");
    }
}
