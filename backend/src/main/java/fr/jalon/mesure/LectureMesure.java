package fr.jalon.mesure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Profil;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.NomEnfant;
import fr.jalon.dossier.Titulaire;
import fr.jalon.echeance.ConsultationEcheances;
import fr.jalon.mesure.PageMesure.AccordVu;
import fr.jalon.mesure.PageMesure.ActeVu;
import fr.jalon.mesure.PageMesure.EnfantMesure;
import fr.jalon.mesure.PageMesure.MesureSoeur;
import fr.jalon.mesure.PageMesure.MotVu;
import fr.jalon.mesure.PageMesure.ReferentVu;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The page of a measure, in a fixed number of queries; what the reader may not see of the child's file is left out. */
@Service
public class LectureMesure {

    private final Mesures mesures;
    private final ActesEnBase actes;
    private final ActesPossibles possibles;
    private final LibellesMesure mots;
    private final Dossiers dossiers;
    private final ConsultationEcheances echeances;
    private final Utilisateurs utilisateurs;
    private final Acces acces;
    private final Journal journal;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    LectureMesure(Mesures mesures, ActesEnBase actes, ActesPossibles possibles, LibellesMesure mots, Dossiers dossiers,
            ConsultationEcheances echeances, Utilisateurs utilisateurs, Acces acces, Journal journal, Horloge horloge, JdbcClient jdbc) {
        this.mesures = mesures;
        this.actes = actes;
        this.possibles = possibles;
        this.mots = mots;
        this.dossiers = dossiers;
        this.echeances = echeances;
        this.utilisateurs = utilisateurs;
        this.acces = acces;
        this.journal = journal;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    /** Opening is a line of the journal. */
    @Transactional
    public PageMesure ouvrir(UUID id) {
        PageMesure page = lire(id);
        journal.ouverture(Sujet.mesure(id));
        return page;
    }

    /** The page again after an act, which is journaled by itself. */
    @Transactional(readOnly = true)
    public PageMesure lire(UUID id) {
        acces.exigerVue(Sujet.mesure(id));
        Mesure m = mesures.findById(id).orElseThrow(Introuvable::new);
        List<Acte> sesActes = actes.de(id);
        Profil profil = mots.profil();
        Profil.BaseLegale base = profil.baseLegale(m.baseLegale()).orElse(null);
        Profil.Produit produit = profil.produit(m.produit()).orElse(null);
        NomEnfant enfant = dossiers.nomsDe(List.of(m.enfantId())).get(m.enfantId());
        List<String> aFaire = possibles.de(m);
        return new PageMesure(id, m.numero(), m.version(), enfant(m, enfant), m.decisionId(), soeurs(m), MotVu.de(mots.origine(m.origine())),
                m.ipId() != null && acces.voit(Sujet.ip(m.ipId())) ? m.ipId() : null, MotVu.de(mots.cadre(m.cadre())),
                new PageMesure.BaseMesure(m.baseLegale(), base == null ? m.baseLegale() : base.libelle(), base == null ? null : base.article(),
                        base != null && base.aValider()),
                new PageMesure.ProduitMesure(m.produit(), produit == null ? m.produit() : produit.sigle(),
                        produit == null ? m.produit() : produit.libelle(), produit != null && produit.aValider()),
                m.accueil(), m.urgence(), m.provisoire(), m.etat(), m.etat().libelle(), m.etape(), MotVu.de(mots.unite(m.uniteId())),
                MotVu.de(mots.unite(m.serviceId())), m.exercice(), MotVu.de(mots.liste("autorites", m.autorite())), m.juridiction(),
                m.magistrat(), m.reference(), m.decideeLe(), m.duree(), m.terme(), auDela(sesActes), m.debutPrevu(),
                MotVu.de(mots.intensite(m.produit(), m.intensite())), MotVu.de(mots.liste("lieux-intervention", m.lieu())), m.attenteDepuis(),
                m.affecteeLe(), m.demarreeLe(), m.demarreeA(), m.finieLe(), MotVu.de(mots.liste("motifs-fin-mesure", m.motifFin())),
                MotVu.de(mots.liste("suites-mesure", m.suiteFin())), MotVu.de(mots.tiers(m.tiersRecherches())), m.motivation(),
                alerte(m, horloge.aujourdhui()), AttenteEnParts.de(sesActes, horloge.aujourdhui()).stream()
                        .map(p -> new PageMesure.TrancheAttente(p.code(), p.libelle(), p.du(), p.au(), p.jours())).toList(),
                accords(m), referents(m), vus(m, sesActes), echeances.de(Sujet.mesure(id)), aFaire,
                aFaire.contains("ANNULER_ACTE") ? CorrectionMesure.dernier(sesActes).filter(CorrectionMesure::annulable).map(Acte::id).orElse(null)
                        : null);
    }

    /** The last decision that gave the term went beyond the usual maximum. */
    private static boolean auDela(List<Acte> actes) {
        return actes.stream().filter(a -> a.vivant() && a.details().containsKey("terme")).reduce((a, b) -> b)
                .map(a -> a.avertissements().containsKey("TERME_LONG")).orElse(false);
    }

    /** Shown, never decided: a measure lapses when somebody says so. */
    static String alerte(Mesure m, LocalDate aujourdhui) {
        if (!m.etat().enAttente() || m.terme() == null) {
            return null;
        }
        long jours = ChronoUnit.DAYS.between(aujourdhui, m.terme());
        return jours < 0 ? "Terme dépassé sans exercice" : jours == 0 ? "Sera caduque ce soir"
                : "Sera caduque dans " + jours + "\u00a0" + (jours > 1 ? "jours" : "jour");
    }

    private EnfantMesure enfant(Mesure m, NomEnfant n) {
        if (n == null) {
            return new EnfantMesure(m.enfantId(), "Enfant non nommé", "âge inconnu", null, false, false);
        }
        return new EnfantMesure(n.canonique(), n.affiche(), n.age(), n.naissance() != null && n.naissance().exacte() ? n.naissance().le() : null,
                n.moinsDeDeuxAns(), acces.voit(Sujet.enfant(n.canonique())));
    }

    private List<MesureSoeur> soeurs(Mesure m) {
        Acces.Filtre vue = acces.filtre("'MESURE'", "m.id");
        record Soeur(UUID id, String numero, UUID enfant, EtatMesure etat) {
        }
        List<Soeur> soeurs = jdbc.sql("select m.id, m.numero, m.enfant_id, m.etat from mesure m where m.decision_id = :decision and m.id <> :id and "
                + vue.sql() + " order by m.numero").param("decision", m.decisionId()).param("id", m.id()).params(vue.parametres())
                .query((l, n) -> new Soeur(l.getObject(1, UUID.class), l.getString(2), l.getObject(3, UUID.class), EtatMesure.valueOf(l.getString(4))))
                .list();
        Map<UUID, NomEnfant> noms = soeurs.isEmpty() ? Map.of() : dossiers.nomsDe(soeurs.stream().map(Soeur::enfant).toList());
        return soeurs.stream().map(s -> new MesureSoeur(s.id(), s.numero(),
                noms.containsKey(s.enfant()) ? noms.get(s.enfant()).affiche() : "Enfant non nommé", s.etat().libelle())).toList();
    }

    private Map<UUID, String> adultes(Mesure m) {
        Map<UUID, String> noms = new HashMap<>();
        dossiers.titulaires(m.enfantId()).forEach((Titulaire t) -> noms.putIfAbsent(t.adulteId(), t.affiche()));
        return noms;
    }

    /** Those who answered or are awaited; holders the child's file has learnt of since are awaited too. */
    private List<AccordVu> accords(Mesure m) {
        Map<UUID, String> noms = adultes(m);
        List<AccordVu> vus = new ArrayList<>(ecrits(m, noms));
        if (m.etat().ouverte() && "ADMINISTRATIF".equals(m.cadre())
                && !mots.profil().baseLegale(m.baseLegale()).map(Profil.BaseLegale::sansAccord).orElse(false)) {
            dossiers.titulaires(m.enfantId()).stream().filter(t -> t.titulaireLe(horloge.aujourdhui()))
                    .filter(t -> vus.stream().noneMatch(v -> v.adulteId().equals(t.adulteId())))
                    .forEach(t -> vus.add(new AccordVu(t.adulteId(), t.affiche(), "ATTENDU", mots.accord("ATTENDU"), null, null)));
        }
        return vus.stream().sorted(Comparator.comparing(AccordVu::nom)).toList();
    }

    private List<AccordVu> ecrits(Mesure m, Map<UUID, String> noms) {
        return jdbc.sql("select adulte_id, statut, le, motif from mesure_accord where mesure_id = ?").param(m.id())
                .query((l, n) -> new AccordVu(l.getObject(1, UUID.class), noms.getOrDefault(l.getObject(1, UUID.class), "Titulaire"), l.getString(2),
                        mots.accord(l.getString(2)), l.getObject(3, LocalDate.class), l.getString(4)))
                .list();
    }

    private List<ReferentVu> referents(Mesure m) {
        return jdbc.sql("""
                select r.id, r.genre, r.utilisateur_id, coalesce(r.nom, concat_ws(' ', u.prenom, u.nom)) as nom, r.du, r.au
                from mesure_referent r left join utilisateur u on u.id = r.utilisateur_id where r.mesure_id = ?
                order by r.au is not null, r.du desc, r.genre""").param(m.id())
                .query((l, n) -> new ReferentVu(l.getObject("id", UUID.class), l.getString("genre"), l.getObject("utilisateur_id", UUID.class),
                        l.getString("nom"), l.getObject("du", LocalDate.class), l.getObject("au", LocalDate.class))).list();
    }

    private List<ActeVu> vus(Mesure m, List<Acte> sesActes) {
        Map<UUID, String> auteurs = utilisateurs.noms(sesActes.stream().map(Acte::saisiPar).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<String, String> adultes = new HashMap<>();
        adultes(m).forEach((id, nom) -> adultes.put(id.toString(), nom));
        List<ActeVu> vus = new ArrayList<>(sesActes.stream().map(a -> new ActeVu(a.id(), a.genre(), a.genre().libelle(), a.le(),
                mots.details(a, m.produit(), adultes).stream().map(MotVu::de).toList(),
                a.avertissements().entrySet().stream().flatMap(e -> Stream.of(new MotVu(mots.avertissement(e.getKey()), e.getValue()))).toList(),
                a.texte(), Optional.ofNullable(a.saisiPar()).map(auteurs::get).orElse(null), a.saisiLe(), a.annuleLe(), a.annuleMotif())).toList());
        java.util.Collections.reverse(vus);
        return vus;
    }
}
