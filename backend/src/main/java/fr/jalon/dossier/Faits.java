package fr.jalon.dossier;

import java.time.LocalDate;
import java.util.UUID;

import org.springframework.stereotype.Component;

/** The events of this capability, in one place: ids and codes, never a name. */
@Component
class Faits {

    void cree(Enfant enfant, String unite) {
    }

    void corrige(UUID enfant) {
    }

    void ne(UUID enfant, LocalDate le) {
    }
}
