package fr.jalon.mesure;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Acts of one measure written in a test, in the order they are entered. */
final class Histoire {

    private final List<Acte> actes = new ArrayList<>();

    Histoire(LocalDate decidee, String... details) {
        Map<String, String> d = new TreeMap<>(Map.of("cadre", "JUDICIAIRE", "base", "AEMO", "produit", "MEP", "unite", "cdas-redon"));
        completer(d, details);
        ajouter(GenreActe.DECISION, decidee, d);
    }

    Histoire puis(GenreActe genre, LocalDate le, String... details) {
        ajouter(genre, le, completer(new TreeMap<>(), details));
        return this;
    }

    private static Map<String, String> completer(Map<String, String> d, String... details) {
        for (int i = 0; i < details.length; i += 2) {
            d.put(details[i], details[i + 1]);
        }
        return d;
    }

    private void ajouter(GenreActe genre, LocalDate le, Map<String, String> d) {
        actes.add(new Acte(new UUID(0, actes.size() + 1), genre, le, d, Map.of(), null, null,
                LocalDate.of(2030, 1, 1).atStartOfDay().plusSeconds(actes.size()).toInstant(ZoneOffset.UTC), null, null, null));
    }

    List<Acte> actes() {
        return List.copyOf(actes);
    }

    Situation fin() {
        return ActesMesure.derniere(actes);
    }
}
