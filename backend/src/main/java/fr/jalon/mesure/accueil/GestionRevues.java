package fr.jalon.mesure.accueil;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.mesure.ActesMesure;
import fr.jalon.mesure.GenreActe;
import fr.jalon.mesure.Mesure;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sittings that examine an entrusted child's situation and status (L223-1, L227-2-1): planned, then held with what they said. */
@Service
public class GestionRevues {

    private final ActesAccueil acces;
    private final ActesMesure actes;
    private final RevuesEnBase base;
    private final Horloge horloge;

    GestionRevues(ActesAccueil acces, ActesMesure actes, RevuesEnBase base, Horloge horloge) {
        this.acces = acces;
        this.actes = actes;
        this.base = base;
        this.horloge = horloge;
    }

    /** Planned, held, or both at once when it is entered afterwards. */
    @Transactional
    public UUID poser(UUID mesureId, long version, GenreRevue genre, LocalDate prevueLe, LocalDate tenueLe, AvisRevue avis, String texte) {
        Mesure m = acces.ouvrir(mesureId, version, ActesAccueil.DROITS);
        if (prevueLe == null && tenueLe == null) {
            throw Refus.champ("prevueLe", "Indiquez quand elle est prévue, ou quand elle s’est tenue.");
        }
        UUID id = Ids.nouveau();
        UUID acte = tenueLe == null ? null : noter(m, genre, tenueLe, avis, texte);
        base.inserer(new RevuesEnBase.Revue(id, mesureId, genre, prevueLe, tenueLe, tenueLe == null ? null : code(avis), tenueLe == null ? null : ActesAccueil.net(texte),
                acte), m.enfantId(), horloge.maintenant(), ActesAccueil.moi());
        actes.suivre(m, "revue");
        return id;
    }

    @Transactional
    public void tenir(UUID mesureId, UUID id, long version, LocalDate tenueLe, AvisRevue avis, String texte) {
        Mesure m = acces.ouvrir(mesureId, version, ActesAccueil.DROITS);
        RevuesEnBase.Revue r = trouver(m, id);
        if (r.tenueLe() != null) {
            throw new Conflit(null, null, "Cette séance est déjà notée comme tenue.");
        }
        base.tenir(id, tenueLe, code(avis), ActesAccueil.net(texte), noter(m, r.genre(), tenueLe, avis, texte));
        actes.suivre(m, "revue");
    }

    @Transactional
    public void annuler(UUID mesureId, UUID id, long version, String motif) {
        Mesure m = acces.ouvrir(mesureId, version, ActesAccueil.DROITS);
        RevuesEnBase.Revue r = trouver(m, id);
        base.annuler(id, motif.strip(), horloge.maintenant());
        if (r.acteId() != null && r.tenueLe() != null && mesureId.equals(r.mesureId())) {
            actes.retirer(m, r.acteId(), motif);
        }
        actes.suivre(m, "revue-annulee");
    }

    private RevuesEnBase.Revue trouver(Mesure m, UUID id) {
        return base.de(m.enfantId()).stream().filter(x -> x.id().equals(id) && m.id().equals(x.mesureId())).findFirst().orElseThrow(Introuvable::new);
    }

    private UUID noter(Mesure m, GenreRevue genre, LocalDate tenueLe, AvisRevue avis, String texte) {
        if (tenueLe.isAfter(horloge.aujourdhui())) {
            throw Refus.champ("tenueLe", "Cette date est dans le futur.");
        }
        if (tenueLe.isBefore(m.decideeLe())) {
            throw Refus.champ("tenueLe", "La mesure n’était pas décidée à cette date.");
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("genre", genre);
        details.put("avis", avis);
        return actes.noter(m, GenreActe.REVUE, tenueLe, details, null, texte);
    }

    private static String code(AvisRevue avis) {
        return avis == null ? null : avis.name();
    }
}
