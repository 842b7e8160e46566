package fr.jalon.mesure;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

/** Rows of measures. */
public interface Mesures extends JpaRepository<Mesure, UUID> {

    List<Mesure> findAllByIdIn(Collection<UUID> ids);

    List<Mesure> findByDecisionIdOrderByNumero(UUID decisionId);
}
