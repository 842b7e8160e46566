package fr.jalon.ip.reception.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Sujet;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.dossier.FoyerEnfant;
import fr.jalon.dossier.NomEnfant;
import fr.jalon.dossier.Titulaire;
import fr.jalon.ip.EtatIp;
import fr.jalon.ip.reception.EtatInformation;
import fr.jalon.ip.reception.FileAttente;
import fr.jalon.ip.reception.InformationEntrante;
import fr.jalon.ip.reception.LectureInformation;

import org.springframework.stereotype.Component;

/** What the screens read: codes with the words of the département. */
@Component
class Vues {

    record ChoixInformation(String code, String libelle, String aide) {
    }

    record UniteInformation(String id, String nom) {
    }

    record EnfantRecu(UUID id, String affiche, String age, boolean moinsDeDeuxAns, boolean aNaitre) {
    }

    record LigneInformation(UUID id, String numero, Instant recueLe, String nature, String origine, boolean urgence, boolean parquet,
            boolean doublon, boolean enEvaluation, boolean consigne, int navettes, String unite, EtatInformation etat, String etatLibelle, UUID ipId, long version,
            List<EnfantRecu> enfants) {
    }

    record FileInformations(List<LigneInformation> lignes, String suite) {
    }

    /**
     * @param unites where the person may receive; empty when the profile alone decides
     * @param territoires units a home may depend on
     */
    record FormulaireInformation(List<ChoixInformation> natures, List<ChoixInformation> modes, List<ChoixInformation> origines,
            List<ChoixInformation> astreintes, List<UniteInformation> unites, String uniteParDefaut, List<UniteInformation> territoires) {
    }

    record TransmetteurInformation(boolean reserve, String nom, String qualite, String contact, boolean professionnel, boolean anonyme,
            boolean confidentiel) {
    }

    record TitulaireRecu(UUID enfantId, UUID adulteId, String affiche, String qualite, String exercice, boolean titulaire, String telephone) {
    }

    record FoyerRecu(UUID enfantId, UUID foyerId, String libelle, String adresse, String codePostal, String commune, String telephone,
            boolean adresseProtegee, boolean principal, List<String> habitants) {
    }

    record ProcheInformation(String genre, UUID id, String reference, String etatLibelle, String uniteNom, LocalDate recueLe, boolean joignable,
            List<UUID> enfants) {
    }

    record NavetteInformation(UUID id, String service, String uniteNom, String question, Instant poseeLe, String poseePar, LocalDate attendueLe,
            int relances, Instant relanceeLe, String reponse, Instant repondueLe, String reponduePar, String sansObjetMotif, long version,
            boolean repondable) {
    }

    record OrientationFaite(String code, String libelle, String vers, String motif, Instant le, String par, UUID ipId, String ipNumero,
            String ipEtat) {
    }

    record InformationVue(UUID id, String numero, long version, EtatInformation etat, String etatLibelle, Instant recueLe, Instant saisieLe,
            String saisiePar, boolean regularisation, String astreinte, String mode, String nature, String natureLibelle, String origine,
            boolean urgence, String reference, String faits, String parentsInformes, String parentsInformesPrecision, String unite, String uniteNom,
            boolean comptee, TransmetteurInformation transmetteur, LocalDate retourDemandeLe, List<EnfantRecu> enfants,
            List<TitulaireRecu> titulaires, List<FoyerRecu> foyers, List<ProcheInformation> proches,
            List<NavetteInformation> navettes, OrientationFaite orientation, boolean analysable, boolean interrogeable) {
    }

    private final Departement departement;
    private final Acces acces;

    Vues(Departement departement, Acces acces) {
        this.departement = departement;
        this.acces = acces;
    }

    FileInformations file(FileAttente.Page page) {
        Map<String, String> noms = departement.noms();
        return new FileInformations(page.lignes().stream().map(l -> new LigneInformation(l.id(), l.numero(), l.recueLe(),
                libelle("natures", l.nature()), libelle("origines", l.origine()), l.urgence(), l.parquet(), l.doublon(), l.enEvaluation(),
                l.consigne(), l.navettes(), noms.get(l.unite()), l.etat(), l.etat().libelle(), l.ipId(), l.version(),
                l.enfants().stream().map(Vues::enfant).toList())).toList(), page.suite());
    }

    FormulaireInformation formulaire() {
        Identite qui = IdentiteCourante.exiger();
        Profil profil = departement.profil();
        List<UniteInformation> unites = profil.recueil().centralise() ? List.of()
                : departement.unitesDeType(departement.typesPour(Mission.RECUEIL.name())).stream()
                        .filter(u -> qui.a(Mission.RECUEIL, u.id())).map(u -> new UniteInformation(u.id(), u.nom())).toList();
        return new FormulaireInformation(choix("natures"), choix("modes"), choix("origines"), choix("astreintes"), unites,
                unites.size() == 1 ? unites.get(0).id() : null,
                departement.unitesDeType(departement.typesPour(Mission.EVALUATION.name())).stream()
                        .map(u -> new UniteInformation(u.id(), u.nom())).toList());
    }

    InformationVue information(LectureInformation.Lue l) {
        InformationEntrante i = l.information();
        Map<String, String> noms = departement.noms();
        LectureInformation.TransmetteurVu t = l.transmetteur();
        Sujet sujet = Sujet.information(i.id());
        return new InformationVue(i.id(), i.numero(), i.version(), i.etat(), i.etat().libelle(), i.recueLe(), i.saisieLe(),
                l.personnes().get(i.saisiePar()), i.regularisation(), i.astreinte() == null ? null : libelle("astreintes", i.astreinte()),
                libelle("modes", i.mode()), i.nature(), libelle("natures", i.nature()), libelle("origines", i.origine()), i.urgence(),
                i.referenceExterne(), i.faits(), i.parentsInformes(), i.parentsInformesPrecision(), i.uniteId(), noms.get(i.uniteId()),
                i.comptee(), new TransmetteurInformation(t.reserve(), t.nom(), t.qualite(), t.contact(), t.professionnel(), t.anonyme(), t.confidentiel()),
                i.retourDemandeLe(), l.enfants().stream().map(Vues::enfant).toList(), l.titulaires().stream().map(Vues::titulaire).toList(),
                l.foyers().stream().map(Vues::foyer).toList(),
                l.proches().stream().map(p -> proche(p, noms)).toList(), l.navettes().stream().map(n -> navette(n, noms)).toList(),
                orientation(l), i.etat() == EtatInformation.A_ANALYSER && acces.peut(Mission.RECUEIL, sujet),
                l.avantMandat() && acces.peutUne(List.of(Mission.RECUEIL, Mission.MANDAT), sujet));
    }

    private OrientationFaite orientation(LectureInformation.Lue l) {
        InformationEntrante i = l.information();
        if (i.orientation() == null) {
            return null;
        }
        String vers = i.orienteeVers() == null ? null : libelle("suites-non-qualifiees", i.orienteeVers());
        return new OrientationFaite(i.orientation().name(), i.orientation().libelle(), vers, i.orientationMotif(), i.analyseeLe(),
                l.personnes().get(i.analyseePar()), i.ipId(), l.ipNumero(), l.ipEtat() == null ? null : EtatIp.valueOf(l.ipEtat()).libelle());
    }

    private ProcheInformation proche(LectureInformation.Proche p, Map<String, String> noms) {
        String etat = p.etat() == null ? null : "IP".equals(p.genre()) ? EtatIp.valueOf(p.etat()).libelle() : EtatInformation.valueOf(p.etat()).libelle();
        return new ProcheInformation(p.genre(), p.id(), p.reference(), etat, noms.get(p.unite()), p.recueLe(), p.joignable(), p.enfants());
    }

    private NavetteInformation navette(LectureInformation.NavetteLue n, Map<String, String> noms) {
        return new NavetteInformation(n.id(), libelle("partenaires", n.service()), n.unite() == null ? null : noms.get(n.unite()), n.question(),
                n.poseeLe(), n.poseePar(), n.attendueLe(), n.relances(), n.relanceeLe(), n.reponse(), n.repondueLe(), n.reponduePar(),
                n.sansObjetMotif(), n.version(), n.repondable());
    }

    private static EnfantRecu enfant(NomEnfant n) {
        return new EnfantRecu(n.id(), n.affiche(), n.age(), n.moinsDeDeuxAns(), n.naissance().aNaitre());
    }

    private static TitulaireRecu titulaire(Titulaire t) {
        return new TitulaireRecu(t.enfantId(), t.adulteId(), t.affiche(), t.qualite().libelle(), t.exercice().libelle(),
                t.exercice().titulaire(), t.telephone());
    }

    /** A withheld address is read on the child's page alone, where each reading leaves a line. */
    private static FoyerRecu foyer(FoyerEnfant f) {
        boolean tu = f.adresseProtegee();
        return new FoyerRecu(f.enfantId(), f.foyerId(), f.libelle(), tu ? null : f.adresse(), tu ? null : f.codePostal(), tu ? null : f.commune(),
                tu ? null : f.telephone(), tu,
                f.principal(), f.habitants().stream().map(FoyerEnfant.Habitant::affiche).toList());
    }

    private String libelle(String liste, String code) {
        return departement.profil().libelle(liste, code);
    }

    private List<ChoixInformation> choix(String liste) {
        return departement.profil().liste(liste).stream().map(x -> new ChoixInformation(x.code(), x.libelle(), x.aide())).toList();
    }
}
