package fr.jalon.tache;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The filters somebody keeps under a name of their own. Codes and ids only: what was searched by name is not kept. */
@Service
@Transactional
public class FiltresEnregistres {

    public record FiltreEnregistre(UUID id, String nom, CriteresEnregistres criteres) {
    }

    /** The criteria worth keeping, without what is typed in the search. */
    public record CriteresEnregistres(Criteres.Vue vue, String etape, String unite, Bande bande, UUID titulaire, boolean nonLues, Tri tri) {
    }

    static final int AU_PLUS = 30;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    FiltresEnregistres(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Transactional(readOnly = true)
    public List<FiltreEnregistre> miens() {
        return jdbc.sql("select id, nom, criteres from filtre_enregistre where utilisateur_id = ? order by nom").param(moi())
                .query((rs, n) -> new FiltreEnregistre(rs.getObject(1, UUID.class), rs.getString(2), lire(rs.getString(3)))).list();
    }

    public FiltreEnregistre creer(String nom, CriteresEnregistres criteres) {
        if (jdbc.sql("select count(*) from filtre_enregistre where utilisateur_id = ?").param(moi()).query(Long.class).single() >= AU_PLUS) {
            throw Refus.champ("nom", "Vous gardez déjà " + AU_PLUS + " filtres : supprimez-en un avant d’en ajouter.");
        }
        UUID id = Ids.nouveau();
        int cree = jdbc.sql("insert into filtre_enregistre(id, utilisateur_id, nom, criteres) values (?, ?, ?, ?::jsonb) on conflict do nothing")
                .params(id, moi(), nom.strip(), ecrire(criteres)).update();
        if (cree == 0) {
            throw dejaPris();
        }
        return new FiltreEnregistre(id, nom.strip(), criteres);
    }

    public FiltreEnregistre modifier(UUID id, String nom, CriteresEnregistres criteres) {
        try {
            int change = jdbc.sql("update filtre_enregistre set nom = ?, criteres = ?::jsonb where id = ? and utilisateur_id = ?")
                    .params(nom.strip(), ecrire(criteres), id, moi()).update();
            if (change == 0) {
                throw new Introuvable();
            }
        } catch (DuplicateKeyException e) {
            throw dejaPris();
        }
        return new FiltreEnregistre(id, nom.strip(), criteres);
    }

    public void supprimer(UUID id) {
        if (jdbc.sql("delete from filtre_enregistre where id = ? and utilisateur_id = ?").params(id, moi()).update() == 0) {
            throw new Introuvable();
        }
    }

    private static Refus dejaPris() {
        return Refus.champ("nom", "Vous avez déjà un filtre de ce nom.");
    }

    private static UUID moi() {
        return IdentiteCourante.exiger().utilisateurId();
    }

    private CriteresEnregistres lire(String texte) {
        try {
            return json.readValue(texte, CriteresEnregistres.class);
        } catch (JsonProcessingException e) {
            // A code that no longer exists: the filter opens on the view of the team rather than on an error.
            return new CriteresEnregistres(Criteres.Vue.EQUIPE, null, null, null, null, false, Tri.ECHEANCE);
        }
    }

    private String ecrire(CriteresEnregistres criteres) {
        try {
            return json.writeValueAsString(criteres);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
