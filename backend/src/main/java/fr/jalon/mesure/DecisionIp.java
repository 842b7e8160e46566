package fr.jalon.mesure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.dossier.Dossiers;
import fr.jalon.ip.decision.DecisionsIp;
import fr.jalon.ip.decision.Issue;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the decision on an IP proposes to put into effect as measures. */
@Component
public class DecisionIp {

    /**
     * An aid decided for a minor.
     *
     * @param produit product of the département it maps to, or null when none does
     * @param mesureId measure already opened for it, or null
     */
    public record AideDecidee(UUID mineurId, UUID enfantId, String nom, String aide, String aideLibelle, String produit, LocalDate decideeLe,
            UUID mesureId) {
    }

    private final DecisionsIp decisions;
    private final Acces acces;
    private final Dossiers dossiers;
    private final Departement departement;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    DecisionIp(DecisionsIp decisions, Acces acces, Dossiers dossiers, Departement departement, Horloge horloge, JdbcClient jdbc) {
        this.decisions = decisions;
        this.acces = acces;
        this.dossiers = dossiers;
        this.departement = departement;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    /** Aids decided for the minors of an IP somebody may see, in the order the minors were named. */
    @Transactional(readOnly = true)
    public List<AideDecidee> aides(UUID ipId) {
        acces.exigerVue(Sujet.ip(ipId));
        Map<UUID, UUID> enfants = new LinkedHashMap<>();
        jdbc.sql("select id, enfant_id from mineur_concerne where ip_id = ? and retire_le is null order by ordre").param(ipId).query(l -> {
            enfants.put(l.getObject(1, UUID.class), l.getObject(2, UUID.class));
        });
        Map<UUID, UUID> canoniques = dossiers.canoniques(enfants.values());
        var noms = dossiers.nomsDe(enfants.values());
        Map<UUID, UUID> ouvertes = new LinkedHashMap<>();
        jdbc.sql("select mineur_id, id from mesure where ip_id = ? and etat <> 'ANNULEE'").param(ipId).query(l -> {
            ouvertes.put(l.getObject(1, UUID.class), l.getObject(2, UUID.class));
        });
        Map<UUID, DecisionsIp.Vivante> vivantes = decisions.vivantes(ipId);
        List<AideDecidee> aides = new ArrayList<>();
        enfants.forEach((mineur, enfant) -> {
            DecisionsIp.Vivante v = vivantes.get(mineur);
            if (v != null && v.issue() == Issue.AIDE_ADMINISTRATIVE) {
                aides.add(new AideDecidee(mineur, canoniques.getOrDefault(enfant, enfant), noms.containsKey(enfant) ? noms.get(enfant).affiche() : null,
                        v.natureAide(), departement.profil().libelle("aides", v.natureAide()), produit(v.natureAide()),
                        horloge.jour(v.decideeLe()), ouvertes.get(mineur)));
            }
        });
        return aides;
    }

    /** Minors who get an aid, by child as merges leave them. */
    Map<UUID, UUID> mineursAides(UUID ipId) {
        Map<UUID, UUID> parEnfant = new LinkedHashMap<>();
        aides(ipId).forEach(a -> parEnfant.put(a.enfantId(), a.mineurId()));
        return parEnfant;
    }

    private String produit(String aide) {
        return departement.profil().produits().stream().filter(p -> aide.equals(p.aide())).map(Profil.Produit::code).findFirst().orElse(null);
    }
}
