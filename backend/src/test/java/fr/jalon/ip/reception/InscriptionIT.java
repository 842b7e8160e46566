package fr.jalon.ip.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.dossier.SaisieFamille;
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

    @Autowired
    private InscriptionInformation inscription;
    @Autowired
    private EntityManager entites;

    @Test
    void the_row_of_a_new_information_is_the_information() {
        relue(new SaisieInformation.TransmetteurSaisi(SaisieInformation.Cadre.PROFESSIONNEL, "Essai", "Directrice", "02 99 00 00 00", true, true), true);
        relue(new SaisieInformation.TransmetteurSaisi(SaisieInformation.Cadre.ANONYME, null, null, null, false, false), false);
    }

    @BeforeTransaction
    void la_maison() {
        IdentiteCourante.poser(Identite.systeme("essai"));
    }

    @AfterTransaction
    void personne() {
        IdentiteCourante.poser(null);
    }

    private void relue(SaisieInformation.TransmetteurSaisi transmetteur, boolean tout) {
        SaisieInformation saisie = new SaisieInformation("INFORMATION", "TELEPHONE", "EDUCATION_NATIONALE", transmetteur, null, tout,
                tout ? "astreinte" : null, tout, tout ? "REF-" + UUID.randomUUID() : null, "Faits.", "NON", tout ? "Précision." : null, null,
                new SaisieFamille(List.of(), List.of(), List.of(), null), Map.of());
        InformationEntrante information = new InformationEntrante(UUID.randomUUID(), "ESSAI-" + UUID.randomUUID(), saisie,
                new InformationEntrante.Recueil("cdas-redon", tout ? "cdas-rennes-centre" : null, LE, LocalDate.of(2026, 3, 2), LE.plusSeconds(60),
                        UUID.randomUUID(), tout));
        inscription.inscrire(information);
        entites.clear();
        assertThat(entites.find(InformationEntrante.class, information.id())).usingRecursiveComparison().isEqualTo(information);
    }
}
