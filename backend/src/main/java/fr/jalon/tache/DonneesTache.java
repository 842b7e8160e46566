package fr.jalon.tache;

import static fr.jalon.commun.donnees.TableDuDossier.de;

import java.util.List;

import fr.jalon.commun.donnees.DonneesDuDossier;
import fr.jalon.commun.donnees.TableDuDossier;

import org.springframework.stereotype.Component;

/** The task list goes with the file. */
@Component
class DonneesTache implements DonneesDuDossier {

    /** A saved search that holds a word of the names. */
    private static final String CITE = "exists (select 1 from unnest(:noms) as m(mot) where unaccent(lower(t.criteres ->> 'q')) like '%' || m.mot || '%')";

    @Override
    public List<TableDuDossier> tables() {
        return List.of(
                de("tache", "t.sujet_id = any(:tous)").technique("Étapes qui attendent quelqu’un."),
                de("tache_visible", "t.sujet_id = any(:tous)").technique("Copie de la liste, par unité."),
                de("tache_suivi", "t.tache_id in (select x.id from tache x where x.sujet_id = any(:tous))").technique("Qui tient une étape."),
                de("tache_lue", "t.tache_id in (select x.id from tache x where x.sujet_id = any(:tous))").technique("Étapes lues."),
                de("filtre_enregistre", CITE).technique("Un filtre gardé peut porter un nom cherché : le mot s’efface, le filtre reste.")
                        .videe("criteres = jsonb_set(t.criteres, '{q}', 'null')", "Le filtre de l’agent reste, sans le nom."));
    }
}
