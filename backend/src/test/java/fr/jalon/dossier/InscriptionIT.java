package fr.jalon.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.essai.TestIntegration;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.transaction.AfterTransaction;
import org.springframework.test.context.transaction.BeforeTransaction;
import org.springframework.transaction.annotation.Transactional;

@TestIntegration
@Transactional
class InscriptionIT {

    private static final Instant LE = Instant.parse("2026-03-02T09:30:00Z");
    private static final LocalDate JOUR = LocalDate.of(2026, 3, 2);

    @Autowired
    private Inscription inscription;
    @Autowired
    private EntityManager entites;

    @Test
    void the_row_of_a_new_child_is_the_child() {
        relue(new EnfantSaisi("Essai", "Usage", "Un Deux", false, Sexe.FILLE, new Naissance(Naissance.Precision.EXACTE, LocalDate.of(2016, 5, 4), null),
                "Redon", LocalDate.of(2026, 2, 1), true));
        relue(new EnfantSaisi("Essai", null, "", true, Sexe.INCONNU, new Naissance(Naissance.Precision.A_NAITRE, null, LocalDate.of(2026, 6, 1)),
                null, null, false));
    }

    @BeforeTransaction
    void la_maison() {
        IdentiteCourante.poser(Identite.systeme("essai"));
    }

    @AfterTransaction
    void personne() {
        IdentiteCourante.poser(null);
    }

    private void relue(EnfantSaisi saisi) {
        Enfant enfant = new Enfant(saisi, JOUR, LE);
        inscription.inscrire(enfant);
        entites.clear();
        assertThat(entites.find(Enfant.class, enfant.id())).usingRecursiveComparison().isEqualTo(enfant);
    }
}
