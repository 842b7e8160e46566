package fr.jalon.ip;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/** The IP of this département. */
public interface InformationsPreoccupantes extends Repository<InformationPreoccupante, UUID> {

    InformationPreoccupante save(InformationPreoccupante ip);

    InformationPreoccupante saveAndFlush(InformationPreoccupante ip);

    Optional<InformationPreoccupante> findById(UUID id);

    List<InformationPreoccupante> findAllByIdIn(List<UUID> ids);
}
