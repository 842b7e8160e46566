package fr.jalon.ip;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/** The minors of each IP, withdrawn ones included: callers that act filter on {@link MineurConcerne#retire()}. */
public interface MineursConcernes extends Repository<MineurConcerne, UUID> {

    MineurConcerne save(MineurConcerne mineur);

    Optional<MineurConcerne> findById(UUID id);

    List<MineurConcerne> findByIpIdOrderByOrdre(UUID ipId);

    List<MineurConcerne> findByEnfantId(UUID enfantId);
}
