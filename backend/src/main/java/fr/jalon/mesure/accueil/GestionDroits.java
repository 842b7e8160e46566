package fr.jalon.mesure.accueil;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.dossier.Dossiers;
import fr.jalon.mesure.ActesMesure;
import fr.jalon.mesure.GenreActe;
import fr.jalon.mesure.Mesure;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Visiting, lodging and correspondence rights as the court ordered them (C. civ. 375-7), each with its dates. A new order replaces the last. */
@Service
public class GestionDroits {

    public record DroitDemande(UUID adulteId, GenreDroit genre, ModaliteDroit modalite, LocalDate ordonneLe, LocalDate du, LocalDate au, String texte) {
    }

    private final ActesAccueil acces;
    private final ActesMesure actes;
    private final DroitsEnBase base;
    private final Dossiers dossiers;
    private final Horloge horloge;

    GestionDroits(ActesAccueil acces, ActesMesure actes, DroitsEnBase base, Dossiers dossiers, Horloge horloge) {
        this.acces = acces;
        this.actes = actes;
        this.base = base;
        this.dossiers = dossiers;
        this.horloge = horloge;
    }

    @Transactional
    public UUID poser(UUID mesureId, long version, DroitDemande d, Map<String, String> motifs) {
        Mesure m = acces.ouvrir(mesureId, version, ActesAccueil.DROITS);
        exigerDates(d, m);
        if (dossiers.titulaires(m.enfantId()).stream().noneMatch(t -> t.adulteId().equals(d.adulteId()))) {
            throw Refus.champ("adulteId", "Choisissez un adulte de l’entourage de l’enfant.");
        }
        Map<String, String> retenus = new Avertissements.Controle(motifs).si("ADMINISTRATIF".equals(m.cadre()), "DROIT_SANS_ORDONNANCE",
                "Dans le cadre administratif, les visites résultent de l’accord avec les titulaires. Pourquoi noter un droit ordonné\u00a0?").exiger();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("genre", d.genre());
        details.put("modalite", d.modalite());
        details.put("adulte", d.adulteId());
        details.put("du", d.du());
        details.put("au", d.au());
        UUID acte = actes.noter(m, GenreActe.DROIT, d.ordonneLe(), details, retenus, d.texte());
        // What the last order said of the same right ends where this one begins.
        base.droits(mesureId).stream().filter(x -> x.adulteId().equals(d.adulteId()) && x.genre() == d.genre() && !x.du().isAfter(d.du())
                && (x.au() == null || x.au().isAfter(d.du()))).forEach(x -> base.finirDroit(x.id(), d.du(), acte));
        UUID id = Ids.nouveau();
        base.inserer(mesureId, new DroitsEnBase.Droit(id, d.adulteId(), d.genre(), d.modalite(), d.ordonneLe(), d.du(), d.au(), ActesAccueil.net(d.texte()), acte),
                horloge.maintenant(), ActesAccueil.moi());
        actes.suivre(m, "droit");
        return id;
    }

    @Transactional
    public void annuler(UUID mesureId, UUID id, long version, String motif) {
        Mesure m = acces.ouvrir(mesureId, version, ActesAccueil.DROITS);
        DroitsEnBase.Droit d = base.droits(mesureId).stream().filter(x -> x.id().equals(id)).findFirst().orElseThrow(Introuvable::new);
        base.annulerDroit(id, motif.strip(), horloge.maintenant());
        if (d.acteId() != null) {
            actes.retirer(m, d.acteId(), motif);
        }
        actes.suivre(m, "droit-annule");
    }

    private void exigerDates(DroitDemande d, Mesure m) {
        List<Refus.Erreur> erreurs = new ArrayList<>();
        if (d.ordonneLe().isAfter(horloge.aujourdhui())) {
            erreurs.add(new Refus.Erreur("ordonneLe", "Cette date est dans le futur."));
        }
        if (d.du().isBefore(d.ordonneLe())) {
            erreurs.add(new Refus.Erreur("du", "Le droit ne peut pas commencer avant l’ordonnance qui le donne."));
        }
        if (d.au() != null && d.au().isBefore(d.du())) {
            erreurs.add(new Refus.Erreur("au", "La fin précède le début."));
        }
        if (!erreurs.isEmpty()) {
            throw new Refus(erreurs);
        }
        if (!m.etat().ouverte()) {
            throw new Conflit(null, null, "La mesure est finie\u00a0: plus aucun droit ne s’y exerce.");
        }
    }
}
