package fr.jalon.statistique;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Mur;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files in which a variable is missing, so that they are completed: those the person sees, and no other; how many are out of their sight is told to
 * whoever counts.
 */
@Service
public class ManquesOlinpe {

    /** @param ou ENFANT or MESURE: the page where it is completed */
    public record DossierACompleter(UUID mesureId, String numero, UUID enfantId, String unite, String ou) {
    }

    /** @param dossiers measures in sight where it is missing */
    public record ManqueOlinpe(String code, String libelle, int dossiers) {
    }

    /** @param horsDeVue measures where it is missing and that this person does not see; null for whoever does not count */
    public record ManquesVusOlinpe(int annee, String variable, List<ManqueOlinpe> variables, List<DossierACompleter> dossiers, int encore, Integer horsDeVue) {
    }

    private record Mesure(UUID id, String numero, String unite) {
    }

    private static final int AU_PLUS = 200;

    private final Acces acces;
    private final Journal journal;
    private final Mur mur;
    private final LignesOlinpe lignes;
    private final DictionnaireOlinpe dictionnaire;
    private final Departement departement;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    ManquesOlinpe(Acces acces, Journal journal, Mur mur, LignesOlinpe lignes, DictionnaireOlinpe dictionnaire, Departement departement, Horloge horloge, JdbcClient jdbc) {
        this.acces = acces;
        this.journal = journal;
        this.mur = mur;
        this.lignes = lignes;
        this.dictionnaire = dictionnaire;
        this.departement = departement;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    /** @param variable null: how many files miss each, without any list */
    @Transactional
    public ManquesVusOlinpe lire(int annee, String variable) {
        Identite moi = IdentiteCourante.exiger();
        if (!moi.a(Mission.COMPTAGE) && !moi.a(Mission.SUPERVISION) && !moi.a(Mission.MESURE)) {
            journal.refus(null, "olinpe.manques");
            throw new Interdit("Compléter les dossiers de l’extrait revient à qui suit des mesures, supervise ou compte.");
        }
        SuiviOlinpe.exiger(annee, horloge);
        if (variable != null && dictionnaire.lire().trouver(variable).filter(v -> v.ou() != null).isEmpty()) {
            throw new Introuvable();
        }
        List<LignesOlinpe.Ligne> lues = mur.parLaMaison(() -> lignes.de(annee));
        Map<String, Map<UUID, LignesOlinpe.Ligne>> manques = new LinkedHashMap<>();
        dictionnaire.lire().variables().stream().filter(v -> v.ou() != null && !v.facultative()).forEach(v -> manques.put(v.code(), manques(v, lues)));
        Set<UUID> ids = new LinkedHashSet<>();
        manques.values().forEach(m -> ids.addAll(m.keySet()));
        Map<UUID, Mesure> vues = vues(ids);
        List<ManqueOlinpe> variables = manques.entrySet().stream().map(e -> new ManqueOlinpe(e.getKey(), dictionnaire.lire().trouver(e.getKey()).orElseThrow().libelle(),
                (int) e.getValue().keySet().stream().filter(vues::containsKey).count())).toList();
        if (variable == null) {
            return new ManquesVusOlinpe(annee, null, variables, List.of(), 0, null);
        }
        Map<UUID, LignesOlinpe.Ligne> siens = manques.getOrDefault(variable, Map.of());
        List<DossierACompleter> dossiers = new ArrayList<>();
        String ou = dictionnaire.lire().trouver(variable).orElseThrow().ou().name();
        siens.forEach((id, l) -> {
            if (vues.containsKey(id)) {
                dossiers.add(new DossierACompleter(id, vues.get(id).numero(), l.enfant(), vues.get(id).unite(), ou));
            }
        });
        dossiers.sort(java.util.Comparator.comparing(DossierACompleter::unite, java.util.Comparator.nullsLast(String::compareTo)).thenComparing(DossierACompleter::numero));
        List<DossierACompleter> montres = dossiers.stream().limit(AU_PLUS).toList();
        journal.recherche(montres.size());
        boolean compte = moi.a(Mission.COMPTAGE) || moi.territoire(Mission.SUPERVISION).departement();
        return new ManquesVusOlinpe(annee, variable, variables, montres, dossiers.size() - montres.size(), compte ? siens.size() - dossiers.size() : null);
    }

    /** The measures one line of which should say it and does not, with the last such line. */
    private static Map<UUID, LignesOlinpe.Ligne> manques(DictionnaireOlinpe.Variable v, List<LignesOlinpe.Ligne> lues) {
        Map<UUID, LignesOlinpe.Ligne> manques = new HashMap<>();
        lues.stream().filter(l -> l.due(v.quand()) && l.champs().get(v.champ()) == null).forEach(l -> manques.put(l.mesure(), l));
        return manques;
    }

    private Map<UUID, Mesure> vues(Set<UUID> ids) {
        Map<UUID, Mesure> vues = new HashMap<>();
        if (ids.isEmpty()) {
            return vues;
        }
        Map<String, String> noms = departement.noms();
        Acces.Filtre sien = acces.filtre("'MESURE'", "m.id");
        jdbc.sql("select m.id, m.numero, m.unite_id from mesure m where m.id = any (:ids) and " + sien.sql()).param("ids", ids.toArray(UUID[]::new)).params(sien.parametres())
                .query(l -> {
                    UUID id = l.getObject("id", UUID.class);
                    vues.put(id, new Mesure(id, l.getString("numero"), noms.getOrDefault(l.getString("unite_id"), l.getString("unite_id"))));
                });
        return vues;
    }
}
