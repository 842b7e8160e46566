package fr.jalon.projet;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

/** Rows of projets. */
public interface Projets extends JpaRepository<Projet, UUID> {

    List<Projet> findAllByIdIn(Collection<UUID> ids);

    List<Projet> findByEnfantIdInOrderBySaisiLe(Collection<UUID> enfants);
}
