package fr.jalon.autonomie;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

/** Rows of paths. */
interface Autonomies extends JpaRepository<Autonomie, UUID> {

    List<Autonomie> findAllByIdIn(Collection<UUID> ids);

    List<Autonomie> findAllByEnfantIdInOrderBySaisieLe(Collection<UUID> enfants);

    /** A child united with another may have had a path under each of its files: the first is read. */
    Optional<Autonomie> findFirstByEnfantIdInOrderBySaisieLe(Collection<UUID> enfants);
}
