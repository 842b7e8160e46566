package fr.jalon.droits;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.NomEnfant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files whose time is over, looked for when somebody asks, a stretch of the register at a time. Proposes nothing by itself. */
@Service
public class DossiersEchus {

    /** @param enfants names and ids of the children whose files go together; {@code obstacles} why they cannot be proposed yet */
    public record EnsembleEchu(List<EnfantEchu> enfants, LocalDate echueLe, String sortFinal, List<DossierEchu> dossiers, List<String> obstacles) {
    }

    public record EnfantEchu(UUID id, String affiche) {
    }

    public record DossierEchu(String reference, String regle, LocalDate finLe, LocalDate echueLe, boolean aValider, String raison) {
    }

    /** @param suite where to go on looking, or null at the end of the register */
    public record PageEchus(List<EnsembleEchu> ensembles, int examines, UUID suite) {
    }

    private static final int LOT = 200;
    private static final int LOTS_AU_PLUS = 10;
    private static final int MONTRES = 30;

    private final Ensembles ensembles;
    private final TableConservation table;
    private final Acces acces;
    private final Journal journal;
    private final Dossiers dossiers;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    DossiersEchus(Ensembles ensembles, TableConservation table, Acces acces, Journal journal, Dossiers dossiers, Horloge horloge, JdbcClient jdbc) {
        this.ensembles = ensembles;
        this.table = table;
        this.acces = acces;
        this.journal = journal;
        this.dossiers = dossiers;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    @Transactional
    public PageEchus chercher(UUID apres) {
        acces.exiger(Mission.CONSERVATION);
        List<EnsembleEchu> trouves = new ArrayList<>();
        Set<UUID> vus = new HashSet<>();
        UUID curseur = apres == null ? new UUID(0, 0) : apres;
        int examines = 0;
        for (int lot = 0; lot < LOTS_AU_PLUS && trouves.size() < MONTRES; lot++) {
            List<UUID> enfants = candidats(curseur);
            if (enfants.isEmpty()) {
                curseur = null;
                break;
            }
            examines += enfants.size();
            curseur = enfants.get(enfants.size() - 1);
            for (Ensembles.Ensemble e : ensembles.autourDe(enfants)) {
                if (vus.addAll(e.tetes()) && echu(e) && e.tetes().stream().allMatch(this::lisible)) {
                    trouves.add(vue(e));
                }
            }
            if (enfants.size() < LOT) {
                curseur = null;
                break;
            }
        }
        journal.recherche(trouves.size());
        return new PageEchus(trouves, examines, curseur);
    }

    /** Its time is over, whatever else holds it. */
    private boolean echu(Ensembles.Ensemble e) {
        return e.echueLe() != null && e.echueLe().isBefore(horloge.aujourdhui()) && e.dossiers().stream().allMatch(d -> d.echueLe() != null);
    }

    private boolean lisible(UUID enfant) {
        return jdbc.sql("""
                select not e.restreint or exists (select 1 from enfant_restriction r where r.enfant_id = e.id and r.utilisateur_id = :moi) from enfant_repere e where e.id = :e""")
                .param("e", enfant).param("moi", IdentiteCourante.exiger().utilisateurId(), java.sql.Types.OTHER).query(Boolean.class).single();
    }

    private List<UUID> candidats(UUID apres) {
        // No length is shorter than the shortest of the table: who was entered since cannot be over.
        LocalDate aujourdhui = horloge.aujourdhui();
        LocalDate avant = table.enVigueur().values().stream().map(r -> aujourdhui.minus(Period.parse(r.duree()))).max(LocalDate::compareTo).orElse(aujourdhui);
        Acces.Filtre vus = acces.filtre("'ENFANT'", "e.id");
        Map<String, Object> p = new HashMap<>(vus.parametres());
        p.put("apres", apres);
        p.put("avant", Timestamp.from(avant.atTime(LocalTime.MAX).atZone(horloge.zone()).toInstant()));
        p.put("lot", LOT);
        return jdbc.sql("""
                select e.id from enfant_repere e where e.id > :apres and e.fusionne_vers is null and e.efface_le is null
                and (e.cree_le <= :avant or e.naissance_le <= cast(:avant as date))
                and not exists (select 1 from dossier_d_enfant d join processus_instance p on p.sujet_type = d.sujet_type and p.sujet_id = d.sujet_id and p.actif
                    where d.enfant_id = e.id) and\s""" + vus.sql() + " order by e.id limit :lot").params(p).query(UUID.class).list();
    }

    private EnsembleEchu vue(Ensembles.Ensemble e) {
        Map<UUID, NomEnfant> noms = dossiers.nomsDe(e.tetes());
        return new EnsembleEchu(e.tetes().stream().map(t -> new EnfantEchu(t, noms.get(t).affiche())).toList(), e.echueLe(), e.sortFinal().libelle(),
                e.dossiers().stream().map(d -> new DossierEchu(d.dossier().reference(), d.regle().libelle(), d.dossier().finLe(), d.echueLe(), d.regle().aValider(),
                        d.regle().enMots())).toList(), e.obstacles());
    }
}
