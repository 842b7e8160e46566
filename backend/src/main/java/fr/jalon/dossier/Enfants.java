package fr.jalon.dossier;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface Enfants extends Repository<Enfant, UUID> {

    Enfant saveAndFlush(Enfant enfant);

    Optional<Enfant> findById(UUID id);
}
