package fr.jalon.mesure.accueil;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Foster families by number, with the places of their agrément. Their names are their employer's and never stand here. */
@Service
public class FamillesAccueil {

    /** @param presents children living there today */
    public record FamilleVue(UUID id, String reference, String uniteId, String unite, int agrement, int presents, LocalDate du, LocalDate au) {
    }

    private static final int AU_PLUS = 200;

    private final FamillesEnBase base;
    private final Acces acces;
    private final Journal journal;
    private final Departement departement;
    private final Horloge horloge;

    FamillesAccueil(FamillesEnBase base, Acces acces, Journal journal, Departement departement, Horloge horloge) {
        this.base = base;
        this.acces = acces;
        this.journal = journal;
        this.departement = departement;
        this.horloge = horloge;
    }

    /** @param texte part of the number, or null */
    @Transactional(readOnly = true)
    public List<FamilleVue> liste(String texte, boolean ouvertes) {
        if (!ActesAccueil.peut(ActesAccueil.LIEUX) && !IdentiteCourante.exiger().a(Mission.SUPERVISION)) {
            journal.refus(null, "familles-accueil");
            throw new Interdit("La liste des familles d’accueil est réservée aux personnes qui conduisent ou exercent des mesures.");
        }
        Map<String, String> noms = departement.noms();
        return base.liste(ActesAccueil.net(texte), horloge.aujourdhui(), ouvertes, AU_PLUS).stream().map(f -> new FamilleVue(f.id(), f.reference(), f.uniteId(),
                noms.getOrDefault(f.uniteId(), f.uniteId()), f.agrement(), f.presents(), f.du(), f.au())).toList();
    }

    @Transactional
    public UUID ajouter(String reference, String uniteId, int agrement, LocalDate du) {
        acces.exiger(Mission.MESURE, uniteId);
        String nette = reference.strip();
        if (departement.unite(uniteId).isEmpty()) {
            throw Refus.champ("uniteId", "Choisissez une unité de la liste.");
        }
        if (base.referencePrise(nette, null)) {
            throw Refus.champ("reference", "Ce numéro est déjà celui d’une famille.");
        }
        UUID id = Ids.nouveau();
        base.inserer(new FamillesEnBase.Famille(id, nette, uniteId, agrement, du, null, 0));
        journal.modification(null, "famille-accueil.ajouter");
        return id;
    }

    /** The agrément changed, or the family stops: a day in the past or to come. */
    @Transactional
    public void modifier(UUID id, int agrement, LocalDate au) {
        FamillesEnBase.Famille f = base.parId(id, horloge.aujourdhui()).orElseThrow(Introuvable::new);
        acces.exiger(Mission.MESURE, f.uniteId());
        if (au != null && au.isBefore(f.du())) {
            throw Refus.champ("au", "La fin précède le début.");
        }
        base.modifier(id, agrement, au);
        journal.modification(null, "famille-accueil.modifier");
    }
}
