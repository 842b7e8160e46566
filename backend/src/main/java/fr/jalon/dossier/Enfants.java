package fr.jalon.dossier;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Enfants extends Repository<Enfant, UUID> {

    Enfant saveAndFlush(Enfant enfant);

    Optional<Enfant> findById(UUID id);

    /** Locked until the end of the act, always in one order: two merges of the same children follow each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from Enfant e where e.id in :ids order by e.id")
    List<Enfant> verrouiller(Collection<UUID> ids);
}
