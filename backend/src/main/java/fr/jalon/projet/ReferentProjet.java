package fr.jalon.projet;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Mission;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Refus;

import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The person in charge of the coherence and continuity of the path (L223-1-1), named in the projet. */
@Service
public class ReferentProjet {

    /** @param nom when it is nobody of the house */
    public record DemandeReferentProjet(Long version, UUID utilisateurId, @Size(max = 200) String nom, LocalDate le) {
    }

    private final ActesProjet actes;
    private final GardeProjet garde;
    private final Utilisateurs utilisateurs;

    ReferentProjet(ActesProjet actes, GardeProjet garde, Utilisateurs utilisateurs) {
        this.actes = actes;
        this.garde = garde;
        this.utilisateurs = utilisateurs;
    }

    @Transactional
    public void nommer(UUID projetId, DemandeReferentProjet d) {
        Projet p = actes.ouvrir(projetId, d.version(), Mission.PARCOURS, Mission.MESURE);
        GardeProjet.ouvert(p);
        garde.fait("le", d.le(), p);
        String nom = ActesProjet.net(d.nom());
        if (d.utilisateurId() == null && nom == null || d.utilisateurId() != null && utilisateurs.parId(d.utilisateurId()).isEmpty()) {
            throw Refus.champ("utilisateurId", "Choisissez une personne, ou écrivez son nom.");
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("utilisateur", d.utilisateurId());
        details.put("nom", d.utilisateurId() == null ? nom : null);
        actes.noter(p, GenreActeProjet.REFERENT, d.le(), details, null, null);
        actes.suivre(p, "referent");
    }
}
