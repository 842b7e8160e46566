package fr.jalon.ip.reception;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What came in. Acts take the row with its lock, so that two analyses of one information follow each other. */
public interface InformationsEntrantes extends Repository<InformationEntrante, UUID> {

    Optional<InformationEntrante> findById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from InformationEntrante i where i.id = :id")
    Optional<InformationEntrante> verrouiller(UUID id);

    /** Everything that was joined to an IP, the initial one included, oldest first. */
    List<InformationEntrante> findByIpIdOrderByRecueLe(UUID ipId);
}
