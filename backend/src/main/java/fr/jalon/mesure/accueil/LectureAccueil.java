package fr.jalon.mesure.accueil;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Journal;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.NomEnfant;
import fr.jalon.dossier.Titulaire;
import fr.jalon.mesure.EtatMesure;
import fr.jalon.mesure.Mesure;

import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what is known of the reception of a child under one measure, for whoever sees the measure. */
@Service
public class LectureAccueil {

    public record Choix(String code, String libelle) {
    }

    /**
     * @param actuel whether the child lives there today
     * @param depuisDeuxAns the judge is told a month before any change
     */
    public record LieuVu(UUID id, NatureLieu nature, String natureLibelle, String type, String typeLibelle, String service, String famille, String libelle,
            LocalDate du, LocalDate au, boolean actuel, String motif, String finMotif, LocalDate jugeAviseLe, LocalDate chezLeMemeDepuis, boolean depuisDeuxAns) {
    }

    /** @param aviserAvant day the judge is to be told by, null when no notice is owed */
    public record ChangementVu(UUID id, LocalDate prevuLe, String motif, LocalDate jugeAviseLe, LocalDate aviserAvant) {
    }

    public record DroitVu(UUID id, UUID adulteId, String adulte, GenreDroit genre, String genreLibelle, ModaliteDroit modalite, String modaliteLibelle,
            LocalDate ordonneLe, LocalDate du, LocalDate au, boolean actuel, String texte) {
    }

    /** @param qui name when the person may open that child's file, first names alone otherwise */
    public record FratrieVue(UUID id, UUID frereId, String qui, boolean ouvrable, boolean ensemble, String motif, LocalDate jugeAviseLe, LocalDate du, LocalDate au,
            boolean actuel) {
    }

    /** @param modifiable recorded under this measure */
    public record RevueVue(UUID id, GenreRevue genre, String genreLibelle, LocalDate prevueLe, LocalDate tenueLe, String avis, String texte, boolean modifiable) {
    }

    /** What the forms offer; empty for whoever may not use them. */
    public record ListesAccueil(List<Choix> natures, List<Choix> types, List<Choix> motifsFin, List<Choix> genresDroit, List<Choix> modalites,
            List<Choix> genresRevue, List<Choix> avis, List<Choix> services, List<Choix> adultes, List<Choix> freres) {
    }

    public record AccueilDeMesure(UUID mesureId, long version, boolean accueil, boolean judiciaire, boolean commencee, boolean ouverte, boolean peutLieux,
            boolean peutDroits, List<LieuVu> lieux, ChangementVu changement, List<DroitVu> droits, List<FratrieVue> fratrie, List<RevueVue> revues,
            ListesAccueil listes) {
    }

    private final Acces acces;
    private final Journal journal;
    private final EntityManager entites;
    private final LieuxEnBase lieux;
    private final FamillesEnBase familles;
    private final ChangementsEnBase changements;
    private final DroitsEnBase droits;
    private final RevuesEnBase revues;
    private final FreresEtSoeurs freres;
    private final Dossiers dossiers;
    private final Departement departement;
    private final Horloge horloge;

    LectureAccueil(Acces acces, Journal journal, EntityManager entites, LieuxEnBase lieux, FamillesEnBase familles, ChangementsEnBase changements,
            DroitsEnBase droits, RevuesEnBase revues, FreresEtSoeurs freres, Dossiers dossiers, Departement departement, Horloge horloge) {
        this.acces = acces;
        this.journal = journal;
        this.entites = entites;
        this.lieux = lieux;
        this.familles = familles;
        this.changements = changements;
        this.droits = droits;
        this.revues = revues;
        this.freres = freres;
        this.dossiers = dossiers;
        this.departement = departement;
        this.horloge = horloge;
    }

    @Transactional
    public AccueilDeMesure lire(UUID mesureId) {
        acces.exigerVue(Sujet.mesure(mesureId));
        Mesure m = entites.find(Mesure.class, mesureId);
        if (m == null) {
            throw new Introuvable();
        }
        journal.ouverture(Sujet.mesure(mesureId));
        boolean vivante = m.etat() != EtatMesure.ANNULEE;
        boolean peutDroits = vivante && ActesAccueil.peut(ActesAccueil.DROITS);
        List<Titulaire> adultes = dossiers.titulaires(m.enfantId());
        List<Lieu> siens = lieux.de(mesureId);
        List<Lieu> principaux = lieux.principauxDeLEnfant(m.enfantId());
        List<DroitsEnBase.Fratrie> fratrie = droits.fratrie(mesureId);
        Set<UUID> connus = peutDroits ? freres.de(m.enfantId()) : Set.of();
        Set<UUID> tous = new HashSet<>(connus);
        fratrie.forEach(f -> tous.add(f.frereId()));
        Map<UUID, NomEnfant> noms = dossiers.nomsDe(tous);
        Set<UUID> vus = freres.vus(tous);
        return new AccueilDeMesure(mesureId, m.version(), m.accueil(), "JUDICIAIRE".equals(m.cadre()), m.demarreeLe() != null, m.etat().ouverte(),
                vivante && ActesAccueil.peut(ActesAccueil.LIEUX), peutDroits, lieuxVus(siens, principaux), changement(m, siens, principaux),
                droitsVus(mesureId, adultes), fratrieVue(fratrie, noms, vus), revuesVues(m), listes(peutDroits, adultes, connus, noms, vus));
    }

    private List<LieuVu> lieuxVus(List<Lieu> siens, List<Lieu> principaux) {
        LocalDate jour = horloge.aujourdhui();
        Map<String, String> unites = departement.noms();
        Map<UUID, String> references = familles.references(siens.stream().map(Lieu::familleId).filter(java.util.Objects::nonNull).toList());
        return siens.stream().map(l -> {
            boolean actuel = !l.du().isAfter(jour) && (l.au() == null || l.au().isAfter(jour));
            LocalDate depuis = l.nature() == NatureLieu.PRINCIPAL && actuel ? ReglesLieu.depuis(l, principaux) : null;
            return new LieuVu(l.id(), l.nature(), l.nature().libelle(), l.type(), TypeLieu.libelle(l.type()),
                    l.serviceId() == null ? null : unites.getOrDefault(l.serviceId(), l.serviceId()), references.get(l.familleId()), l.libelle(), l.du(), l.au(), actuel,
                    l.motif(), l.finMotif() == null ? null : libelle(l.finMotif()), l.jugeAviseLe(), depuis, depuis != null && ReglesLieu.avisDu(depuis, jour));
        }).toList();
    }

    private static String libelle(String finMotif) {
        for (MotifFinLieu f : MotifFinLieu.values()) {
            if (f.name().equals(finMotif)) {
                return f.libelle();
            }
        }
        return finMotif;
    }

    private ChangementVu changement(Mesure m, List<Lieu> siens, List<Lieu> principaux) {
        return changements.prepare(m.id()).map(p -> {
            boolean du = "JUDICIAIRE".equals(m.cadre()) && siens.stream().filter(l -> l.nature() == NatureLieu.PRINCIPAL && l.au() == null)
                    .anyMatch(l -> ReglesLieu.avisDu(ReglesLieu.depuis(l, principaux), p.prevuLe()));
            return new ChangementVu(p.id(), p.prevuLe(), p.motif(), p.jugeAviseLe(), du ? p.prevuLe().minusMonths(ReglesLieu.MOIS_AVANT) : null);
        }).orElse(null);
    }

    private List<DroitVu> droitsVus(UUID mesureId, List<Titulaire> adultes) {
        LocalDate jour = horloge.aujourdhui();
        Map<UUID, String> noms = new LinkedHashMap<>();
        adultes.forEach(t -> noms.putIfAbsent(t.adulteId(), dit(t)));
        return droits.droits(mesureId).stream().map(d -> new DroitVu(d.id(), d.adulteId(), noms.getOrDefault(d.adulteId(), "Adulte retiré de l’entourage"), d.genre(),
                d.genre().libelle(), d.modalite(), d.modalite().libelle(), d.ordonneLe(), d.du(), d.au(),
                !d.du().isAfter(jour) && (d.au() == null || d.au().isAfter(jour)), d.texte())).toList();
    }

    /** « Mme Anne Le Goff, mère » */
    private static String dit(Titulaire t) {
        return t.affiche() + ", " + t.qualite().libelle().toLowerCase();
    }

    private List<FratrieVue> fratrieVue(List<DroitsEnBase.Fratrie> fratrie, Map<UUID, NomEnfant> noms, Set<UUID> vus) {
        LocalDate jour = horloge.aujourdhui();
        return fratrie.stream().map(f -> new FratrieVue(f.id(), f.frereId(), qui(noms.get(f.frereId()), vus), vus.contains(f.frereId()), f.ensemble(), f.motif(),
                f.jugeAviseLe(), f.du(), f.au(), f.au() == null || f.au().isAfter(jour))).toList();
    }

    private static String qui(NomEnfant n, Set<UUID> vus) {
        if (n == null || n.restreint()) {
            return "Frère ou sœur";
        }
        return vus.contains(n.canonique()) || n.prenoms() == null || n.prenoms().isBlank() ? n.affiche() : n.prenoms();
    }

    private List<RevueVue> revuesVues(Mesure m) {
        return revues.de(m.enfantId()).stream().map(r -> {
            String avis = null;
            for (AvisRevue a : AvisRevue.values()) {
                avis = a.name().equals(r.avis()) ? a.libelle() : avis;
            }
            return new RevueVue(r.id(), r.genre(), r.genre().libelle(), r.prevueLe(), r.tenueLe(), avis, r.texte(), m.id().equals(r.mesureId()));
        }).toList();
    }

    private ListesAccueil listes(boolean peutDroits, List<Titulaire> adultes, Set<UUID> connus, Map<UUID, NomEnfant> noms, Set<UUID> vus) {
        List<Choix> lesAdultes = new ArrayList<>();
        if (peutDroits) {
            Map<UUID, Choix> uniques = new LinkedHashMap<>();
            adultes.stream().filter(t -> t.decesLe() == null).forEach(t -> uniques.putIfAbsent(t.adulteId(), new Choix(t.adulteId().toString(), dit(t))));
            lesAdultes.addAll(uniques.values());
        }
        return new ListesAccueil(options(NatureLieu.values(), NatureLieu::libelle), options(TypeLieu.values(), TypeLieu::libelle),
                options(MotifFinLieu.values(), MotifFinLieu::libelle), options(GenreDroit.values(), GenreDroit::libelle),
                options(ModaliteDroit.values(), ModaliteDroit::libelle), options(GenreRevue.values(), GenreRevue::libelle), options(AvisRevue.values(), AvisRevue::libelle),
                departement.unitesDeType(List.of("SERVICE")).stream().map(u -> new Choix(u.id(), u.nom())).toList(), lesAdultes,
                connus.stream().filter(vus::contains).map(f -> new Choix(f.toString(), qui(noms.get(f), vus))).toList());
    }

    private static <E extends Enum<E>> List<Choix> options(E[] valeurs, java.util.function.Function<E, String> libelle) {
        return java.util.Arrays.stream(valeurs).map(v -> new Choix(v.name(), libelle.apply(v))).toList();
    }
}
