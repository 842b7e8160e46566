package fr.jalon.releve;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.jalon.dossier.EffetsFusion;

import org.springframework.stereotype.Component;

/** What uniting two children changes for light records: each stays under its file and is read under both, so that a merge undone finds them as they were. */
@Component
class EffetsFusionReleve implements EffetsFusion {

    private final RelevesEnBase base;

    EffetsFusionReleve(RelevesEnBase base) {
        this.base = base;
    }

    @Override
    public List<Effet> effets(Set<UUID> conserve, Set<UUID> absorbe) {
        long siens = base.deLEnfant(absorbe).stream().filter(Releve::vivant).count();
        return siens == 0 ? List.of() : List.of(new Effet("RELEVES", siens + "\u00a0" + (siens > 1 ? "repères de suivi seront lus" : "repère de suivi sera lu")
                + " au dossier conservé.", siens));
    }
}
