package fr.jalon.ip.decision;

import java.util.List;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/** Decisions of each IP, cancelled ones included: what was decided stays readable. */
interface Decisions extends Repository<DecisionMineur, UUID> {

    DecisionMineur save(DecisionMineur decision);

    List<DecisionMineur> findByIpIdOrderByDecideeLeAscSaisieLeAsc(UUID ipId);
}
