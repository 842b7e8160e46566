package fr.jalon.mesure.accueil;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.mesure.ActesMesure;
import fr.jalon.mesure.GenreActe;
import fr.jalon.mesure.Mesure;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Places where an entrusted child lives: recorded, left, withdrawn when entered by mistake. */
@Service
public class GestionLieux {

    /**
     * A place as the form says it.
     *
     * @param remplace place the child left for this one the same day, or null
     * @param finMotif why the child left the place replaced
     */
    public record LieuDemande(NatureLieu nature, TypeLieu type, String serviceId, UUID familleId, String libelle, LocalDate du, LocalDate au,
            String motif, UUID remplace, MotifFinLieu finMotif, LocalDate jugeAviseLe) {
    }

    private final ActesAccueil acces;
    private final ActesMesure actes;
    private final LieuxEnBase base;
    private final FamillesEnBase familles;
    private final ChangementsEnBase changements;
    private final Departement departement;
    private final Horloge horloge;

    GestionLieux(ActesAccueil acces, ActesMesure actes, LieuxEnBase base, FamillesEnBase familles, ChangementsEnBase changements,
            Departement departement, Horloge horloge) {
        this.acces = acces;
        this.actes = actes;
        this.base = base;
        this.familles = familles;
        this.changements = changements;
        this.departement = departement;
        this.horloge = horloge;
    }

    @Transactional
    public UUID poser(UUID mesureId, long version, LieuDemande d, Map<String, String> motifs) {
        Mesure m = acces.ouvrirCommencee(mesureId, version);
        ReglesLieu.exigerDates(d.du(), d.au(), d.jugeAviseLe(), m.demarreeLe(), m.finieLe(), horloge.aujourdhui());
        exigerConnus(d);
        List<Lieu> presents = base.de(mesureId);
        Lieu quitte = d.remplace() == null ? null : presents.stream().filter(l -> l.id().equals(d.remplace())).findFirst()
                .orElseThrow(() -> Refus.champ("remplace", "Ce lieu n’est plus enregistré sur cette mesure."));
        if (quitte != null && (quitte.au() != null || d.du().isBefore(quitte.du()))) {
            throw Refus.champ("remplace", quitte.au() != null ? "Ce lieu est déjà quitté." : "L’enfant n’y vivait pas encore à cette date.");
        }
        List<Lieu> autres = presents.stream().filter(l -> quitte == null || !l.id().equals(quitte.id())).toList();
        boolean pleine = d.familleId() != null && familles.pleine(d.familleId(), m.enfantId(), d.du(), d.au());
        LocalDate avise = d.jugeAviseLe() != null ? d.jugeAviseLe() : changements.aviseLe(mesureId);
        Map<String, String> retenus = new Avertissements.Controle(motifs)
                .si(ReglesLieu.deuxPrincipaux(autres, d.nature(), d.du(), d.au()), "DEUX_PRINCIPAUX",
                        "L’enfant a déjà un lieu principal à ces dates. Pourquoi deux à la fois\u00a0?")
                .si(!m.accueil() && d.nature() == NatureLieu.PRINCIPAL, "PAS_UN_ACCUEIL",
                        "Cette mesure ne confie pas l’enfant. Pourquoi un lieu principal\u00a0?")
                .si(pleine, "AGREMENT_DEPASSE", "Cette famille accueille déjà autant d’enfants que son agrément en prévoit.")
                .si(quitte != null && sansAvis(m, quitte, d.du(), avise), "JUGE_NON_AVISE", messageAvis(quitte == null ? d.type().name() : quitte.type()))
                .exiger();
        UUID id = Ids.nouveau();
        UUID acte = actes.noter(m, GenreActe.LIEU, d.du(), details(id, d), retenus, d.motif());
        base.inserer(new Lieu(id, mesureId, d.nature(), d.type().name(), d.serviceId(), d.familleId(), ActesAccueil.net(d.libelle()), d.du(), d.au(),
                ActesAccueil.net(d.motif()), d.au() == null ? null : code(d.finMotif()), d.jugeAviseLe(), acte, null), horloge.maintenant(), ActesAccueil.moi());
        if (quitte != null) {
            // The same act says both: cancelled, it gives back the place the child had left.
            base.terminer(quitte.id(), d.du(), code(d.finMotif() == null ? MotifFinLieu.CHANGEMENT : d.finMotif()), avise, acte);
            changements.fait(mesureId, d.du(), acte);
        }
        actes.suivre(m, "lieu");
        return id;
    }

    @Transactional
    public void terminer(UUID mesureId, UUID id, long version, LocalDate au, MotifFinLieu motif, LocalDate jugeAviseLe, String precisions,
            Map<String, String> motifs) {
        Mesure m = acces.ouvrirCommencee(mesureId, version);
        Lieu lieu = base.parId(mesureId, id).orElseThrow(Introuvable::new);
        if (lieu.au() != null) {
            throw new Conflit(null, null, "Ce lieu est déjà quitté depuis.");
        }
        exigerFin(lieu, au, jugeAviseLe, m);
        LocalDate avise = jugeAviseLe != null ? jugeAviseLe : changements.aviseLe(mesureId);
        boolean change = motif != MotifFinLieu.MAJORITE && motif != MotifFinLieu.URGENCE && lieu.nature() == NatureLieu.PRINCIPAL;
        Map<String, String> retenus = new Avertissements.Controle(motifs)
                .si(change && sansAvis(m, lieu, au, avise), "JUGE_NON_AVISE", messageAvis(lieu.type())).exiger();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("lieu", id);
        details.put("nature", lieu.nature());
        details.put("type", lieu.type());
        details.put("motif", motif);
        UUID acte = actes.noter(m, GenreActe.LIEU_FINI, au, details, retenus, precisions);
        base.terminer(id, au, code(motif), avise, acte);
        changements.fait(mesureId, au, acte);
        actes.suivre(m, "lieu-fini");
    }

    /** It was entered by mistake: the child never lived there, as far as anything is counted; the line stays readable with the reason. */
    @Transactional
    public void annuler(UUID mesureId, UUID id, long version, String motif) {
        Mesure m = acces.ouvrir(mesureId, version, ActesAccueil.LIEUX);
        Lieu lieu = base.parId(mesureId, id).orElseThrow(Introuvable::new);
        base.annuler(id, motif.strip(), horloge.maintenant());
        if (lieu.finActeId() != null && !Objects.equals(lieu.finActeId(), lieu.acteId()) && seulement(lieu.finActeId(), lieu.id())) {
            actes.retirer(m, lieu.finActeId(), motif);
        }
        if (lieu.acteId() != null) {
            actes.retirer(m, lieu.acteId(), motif);
        }
        actes.suivre(m, "lieu-annule");
    }

    /** An act that closed this place alone goes with it; one that opened the next place stays. */
    private boolean seulement(UUID acte, UUID lieu) {
        return base.ecritPar(acte).stream().allMatch(lieu::equals);
    }

    private void exigerFin(Lieu lieu, LocalDate au, LocalDate jugeAviseLe, Mesure m) {
        if (au.isBefore(lieu.du())) {
            throw Refus.champ("au", "L’enfant n’y vivait pas encore à cette date.");
        }
        if (au.isAfter(horloge.aujourdhui()) || m.finieLe() != null && au.isAfter(m.finieLe())) {
            throw Refus.champ("au", m.finieLe() != null ? "La mesure était finie à cette date." : "Cette date est dans le futur\u00a0: préparez plutôt un changement de lieu.");
        }
        if (jugeAviseLe != null && jugeAviseLe.isAfter(horloge.aujourdhui())) {
            throw Refus.champ("jugeAviseLe", "Cette date est dans le futur.");
        }
    }

    private void exigerConnus(LieuDemande d) {
        if (d.serviceId() != null && departement.unite(d.serviceId()).filter(u -> u.type().equals("SERVICE")).isEmpty()) {
            throw Refus.champ("serviceId", "Choisissez un service de la liste.");
        }
        if (d.familleId() != null && d.type() != TypeLieu.FAMILLE_ACCUEIL) {
            throw Refus.champ("familleId", "Une famille d’accueil ne va qu’avec le type «\u00a0famille d’accueil\u00a0».");
        }
        if (d.familleId() != null && !familles.existe(d.familleId())) {
            throw Refus.champ("familleId", "Choisissez une famille de la liste.");
        }
    }

    private boolean sansAvis(Mesure m, Lieu quitte, LocalDate changement, LocalDate avise) {
        return "JUDICIAIRE".equals(m.cadre()) && quitte.nature() == NatureLieu.PRINCIPAL
                && ReglesLieu.avisDu(ReglesLieu.depuis(quitte, base.principauxDeLEnfant(m.enfantId())), changement)
                && !ReglesLieu.aviseATemps(avise, changement);
    }

    private static String messageAvis(String type) {
        return "L’enfant vivait là depuis plus de deux ans (" + TypeLieu.libelle(type).toLowerCase()
                + ") et le juge n’a pas été avisé un mois avant (L223-3 du CASF). Pourquoi\u00a0?";
    }

    private static Map<String, Object> details(UUID id, LieuDemande d) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("lieu", id);
        details.put("nature", d.nature());
        details.put("type", d.type());
        details.put("lieuService", d.serviceId());
        details.put("famille", d.familleId());
        details.put("au", d.au());
        details.put("remplace", d.remplace());
        // Why the child left the former place: a break is counted from it.
        details.put("motif", d.remplace() == null && d.au() == null ? null : d.finMotif());
        return details;
    }

    private static String code(MotifFinLieu motif) {
        return motif == null ? null : motif.name();
    }
}
