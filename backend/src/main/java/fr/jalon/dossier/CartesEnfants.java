package fr.jalon.dossier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Mur;
import fr.jalon.departement.Departement;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Turns scored ids into cards: a fixed number of reads, whatever the number of answers. */
@Component
class CartesEnfants {

    private record Ligne(String nomComplet, Sexe sexe, String commune, List<String> freres) {
    }

    private final JdbcClient jdbc;
    private final Mur mur;
    private final Noms noms;
    private final Departement departement;
    private final ObjectProvider<EnCours> enCours;

    CartesEnfants(JdbcClient jdbc, Mur mur, Noms noms, Departement departement, ObjectProvider<EnCours> enCours) {
        this.jdbc = jdbc;
        this.mur = mur;
        this.noms = noms;
        this.departement = departement;
        this.enCours = enCours;
    }

    List<CarteEnfant> cartes(List<RechercheEnfants.Trouve> trouves) {
        Set<UUID> vus = new HashSet<>();
        trouves.stream().filter(t -> t.id() != null).forEach(t -> vus.add(t.id()));
        Map<UUID, NomEnfant> nomsVus = noms.nomsDe(vus);
        Map<UUID, Ligne> lignes = lignes(vus);
        Map<UUID, List<EnCours.Element>> actes = enCours(vus);
        Map<String, String> unites = departement.noms();
        Map<Object, CarteEnfant> cartes = new LinkedHashMap<>();
        for (RechercheEnfants.Trouve t : trouves) {
            if (t.id() == null) {
                // Two children known to the same units are one answer: how many there are is not told either.
                cartes.putIfAbsent(t.contacter(), CarteEnfant.ailleurs(t.contacter().stream()
                        .map(u -> new CarteEnfant.Contact(u, unites.getOrDefault(u, u))).toList()));
            } else if (lignes.containsKey(t.id())) {
                Ligne l = lignes.get(t.id());
                cartes.put(t.id(), new CarteEnfant(t.id(), nomsVus.get(t.id()), l.nomComplet(), l.sexe(), l.commune(),
                        t.exacte() ? CarteEnfant.Correspondance.EXACTE : CarteEnfant.Correspondance.PROCHE, l.freres(),
                        actes.getOrDefault(t.id(), List.of()), List.of()));
            }
        }
        return new ArrayList<>(cartes.values());
    }

    /** Cards of children already known to be in sight. */
    Map<UUID, CarteEnfant> parId(Set<UUID> ids) {
        Map<UUID, CarteEnfant> parId = new HashMap<>();
        cartes(ids.stream().map(id -> new RechercheEnfants.Trouve(id, 1, List.of())).toList()).forEach(c -> parId.put(c.id(), c));
        return parId;
    }

    private Map<UUID, Ligne> lignes(Set<UUID> ids) {
        Map<UUID, Ligne> lignes = new HashMap<>();
        if (ids.isEmpty()) {
            return lignes;
        }
        jdbc.sql("""
                select e.id, concat_ws(' ', nullif(e.prenoms, ''), nullif(e.nom, ''), '(usage : ' || e.nom_usage || ')') as complet, e.sexe,
                    (select f.commune from foyer_enfant fe join foyer f on f.id = fe.foyer_id
                        where fe.enfant_id = e.id and fe.annule_le is null and fe.au is null and not f.adresse_protegee
                            order by fe.principal desc, fe.id desc limit 1) as commune,
                    array(select split_part(x.prenoms, ' ', 1) from lien_enfants l
                        join enfant x on x.id = case when l.enfant_a = e.id then l.enfant_b else l.enfant_a end
                        where (l.enfant_a = e.id or l.enfant_b = e.id) and l.annule_le is null and l.genre in ('FRATRIE', 'DEMI_FRATRIE')
                            and not x.restreint and x.fusionne_vers is null and x.prenoms <> '' order by x.naissance_le nulls last limit 6) as freres
                from enfant e where e.id = any (cast(:ids as uuid[]))""").param("ids", Tableaux.uuids(ids))
                .query(rs -> {
                    lignes.put(rs.getObject("id", UUID.class), new Ligne(rs.getString("complet"), Sexe.valueOf(rs.getString("sexe")),
                            rs.getString("commune"), List.of((String[]) rs.getArray("freres").getArray())));
                });
        return lignes;
    }

    /** Asked under every identity merged into each child, told under the child that stands for them. */
    Map<UUID, List<EnCours.Element>> enCours(Set<UUID> canoniques) {
        Map<UUID, UUID> identites = noms.identites(canoniques);
        Map<UUID, List<EnCours.Element>> actes = new HashMap<>();
        if (!identites.isEmpty()) {
            mur.approcher(identites.keySet());
            enCours.orderedStream().flatMap(s -> s.enCours(identites.keySet()).stream())
                    .forEach(e -> actes.computeIfAbsent(identites.get(e.enfantId()), x -> new ArrayList<>()).add(e));
        }
        return actes;
    }
}
