package fr.jalon.autonomie;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stays in care of children, from the periods of their measures: what a measure says today of its past is what is read. */
@Component
class SejoursEnBase {

    static final String DOMAINE_MAJEUR = "MAJEUR";

    private final JdbcClient jdbc;
    private final Departement departement;

    SejoursEnBase(JdbcClient jdbc, Departement departement) {
        this.jdbc = jdbc;
        this.departement = departement;
    }

    /** Bases of L222-5 1° to 3°, by code. */
    String[] basesMineur() {
        return departement.profil().basesLegales().stream().filter(Profil.BaseLegale::confieAse).map(Profil.BaseLegale::code).toArray(String[]::new);
    }

    /** Bases of a placement that is not in care at the ASE (direct « tiers digne de confiance »…): shown apart. */
    String[] basesDirectes() {
        return departement.profil().basesLegales().stream().filter(b -> b.accueil() && !b.confieAse() && !majeure(b.code()))
                .map(Profil.BaseLegale::code).toArray(String[]::new);
    }

    String[] produitsMajeur() {
        return departement.profil().produits().stream().filter(p -> DOMAINE_MAJEUR.equals(p.domaine())).map(Profil.Produit::code)
                .toArray(String[]::new);
    }

    private boolean majeure(String base) {
        return departement.profil().produits().stream().anyMatch(p -> DOMAINE_MAJEUR.equals(p.domaine()) && p.bases().contains(base));
    }

    List<Sejour> de(Collection<UUID> identites) {
        List<Sejour> sejours = new ArrayList<>();
        parEnfant(identites).values().forEach(sejours::addAll);
        return sejours;
    }

    /** In care from the first day to the last; support of a young adult from the decision, so that nobody is out while it waits for its start. */
    Map<UUID, List<Sejour>> parEnfant(Collection<UUID> enfants) {
        Map<UUID, List<Sejour>> parEnfant = new HashMap<>();
        jdbc.sql("""
                select p.enfant_id, p.debut, p.fin, p.genre, p.unite_id, p.sujet_id, m.terme from periode p left join mesure m on m.id = p.sujet_id
                where p.enfant_id = any(:enfants) and p.connu_au is null and p.sujet_type = 'MESURE'
                and (p.genre = 'CONFIE' and p.dimensions ->> 'base' = any(:bases) or p.genre = 'MESURE' and p.dimensions ->> 'produit' = any(:majeurs))
                order by p.debut, p.segment""").param("enfants", enfants.toArray(UUID[]::new)).param("bases", basesMineur())
                .param("majeurs", produitsMajeur()).query(l -> {
                    parEnfant.computeIfAbsent(l.getObject("enfant_id", UUID.class), k -> new ArrayList<>())
                            .add(new Sejour(l.getObject("debut", LocalDate.class), l.getObject("fin", LocalDate.class),
                                    "CONFIE".equals(l.getString("genre")) ? Sejour.Mode.MINEUR : Sejour.Mode.MAJEUR, l.getString("unite_id"),
                                    l.getObject("sujet_id", UUID.class), l.getObject("terme", LocalDate.class)));
                });
        return parEnfant;
    }
}
