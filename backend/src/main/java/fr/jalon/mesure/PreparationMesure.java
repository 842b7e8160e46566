package fr.jalon.mesure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.NomEnfant;
import fr.jalon.dossier.Titulaire;
import fr.jalon.mesure.DecisionIp.AideDecidee;
import fr.jalon.mesure.PageMesure.MotVu;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of measures are filled from: the lists of the département, the children, their holders, the decision of an IP. */
@Service
@Transactional(readOnly = true)
public class PreparationMesure {

    public record BaseProposable(String code, String libelle, String article, String cadre, List<String> autorites, String termeUsuel,
            boolean accueil, boolean sansAccord, boolean heures, boolean aValider) {
    }

    public record ProduitProposable(String code, String sigle, String libelle, String domaine, List<String> bases, String exercice,
            List<MotVu> intensites, boolean tiersObligatoires, String termeUsuel, boolean aValider) {
    }

    /** Lists of the forms; {@code territoires} are those of whoever asks. */
    public record ChoixMesure(List<BaseProposable> bases, List<ProduitProposable> produits, List<MotVu> services, List<MotVu> territoires,
            List<MotVu> autorites, List<MotVu> lieux, List<MotVu> motifsSuspension, List<MotVu> motifsFin, List<MotVu> suites, List<MotVu> etats) {
    }

    public record TitulaireProposable(UUID adulteId, String nom) {
    }

    public record EnfantProposable(UUID id, String affiche, String age, List<TitulaireProposable> titulaires) {
    }

    /** @param aides aids decided for the minors of the IP, when the form comes from one */
    public record PreparationOuverture(List<EnfantProposable> enfants, List<AideDecidee> aides, LocalDate aujourdhui) {
    }

    public record PersonneNommable(UUID id, String nom, String fonction) {
    }

    private final Departement departement;
    private final DecisionIp decisionIp;
    private final Dossiers dossiers;
    private final Mesures mesures;
    private final Utilisateurs utilisateurs;
    private final Acces acces;
    private final Horloge horloge;

    PreparationMesure(Departement departement, DecisionIp decisionIp, Dossiers dossiers, Mesures mesures, Utilisateurs utilisateurs,
            Acces acces, Horloge horloge) {
        this.departement = departement;
        this.decisionIp = decisionIp;
        this.dossiers = dossiers;
        this.mesures = mesures;
        this.utilisateurs = utilisateurs;
        this.acces = acces;
        this.horloge = horloge;
    }

    public ChoixMesure choix() {
        Profil p = departement.profil();
        Identite qui = IdentiteCourante.exiger();
        List<MotVu> etats = new ArrayList<>();
        for (EtatMesure e : EtatMesure.values()) {
            etats.add(new MotVu(e.name(), e.libelle()));
        }
        return new ChoixMesure(
                p.basesLegales().stream().map(b -> new BaseProposable(b.code(), b.libelle(), b.article(), b.cadre(), b.autorites(), b.termeUsuel(),
                        b.accueil(), b.sansAccord(), b.heures(), b.aValider())).toList(),
                p.produits().stream().map(x -> new ProduitProposable(x.code(), x.sigle(), x.libelle(), x.domaine(), x.bases(), x.exercice(),
                        x.intensites() == null ? List.of() : x.intensites().stream().map(i -> new MotVu(i.code(), i.libelle())).toList(),
                        x.tiersObligatoires(), x.termeUsuel(), x.aValider())).toList(),
                departement.unitesDeType(List.of("SERVICE")).stream().map(u -> new MotVu(u.id(), u.nom())).toList(),
                departement.unitesDeType(departement.typesPour(Mission.MESURE.name())).stream().filter(u -> qui.voitUnite(u.id()))
                        .map(u -> new MotVu(u.id(), u.nom())).toList(),
                liste(p, "autorites"), liste(p, "lieux-intervention"), liste(p, "motifs-suspension"), liste(p, "motifs-fin-mesure"),
                liste(p, "suites-mesure"), etats);
    }

    private static List<MotVu> liste(Profil p, String nom) {
        return p.liste(nom).stream().map(l -> new MotVu(l.code(), l.libelle())).toList();
    }

    /** For a child and its brothers and sisters named beside it, or for the minors of an IP. */
    public PreparationOuverture ouverture(UUID ip, List<UUID> enfants) {
        acces.exiger(Mission.MESURE);
        List<AideDecidee> aides = ip == null ? List.of() : decisionIp.aides(ip);
        List<UUID> ids = new ArrayList<>(aides.stream().map(AideDecidee::enfantId).toList());
        for (UUID e : enfants == null ? List.<UUID>of() : enfants) {
            dossiers.exigerLecture(e);
            UUID canonique = dossiers.canonique(e);
            if (!ids.contains(canonique)) {
                ids.add(canonique);
            }
        }
        var noms = ids.isEmpty() ? java.util.Map.<UUID, NomEnfant>of() : dossiers.nomsDe(ids);
        return new PreparationOuverture(ids.stream().filter(noms::containsKey).map(id -> new EnfantProposable(id, noms.get(id).affiche(),
                noms.get(id).age(), titulaires(id))).toList(), aides, horloge.aujourdhui());
    }

    private List<TitulaireProposable> titulaires(UUID enfant) {
        return dossiers.titulaires(enfant).stream().filter(t -> t.titulaireLe(horloge.aujourdhui()))
                .map((Titulaire t) -> new TitulaireProposable(t.adulteId(), t.affiche())).distinct().toList();
    }

    /** Who may be named: in the service for the measure, in the territory for the path of the child. */
    public List<PersonneNommable> personnes(UUID mesureId, String genre) {
        acces.exigerVue(Sujet.mesure(mesureId));
        Mesure m = mesures.findById(mesureId).orElseThrow(Introuvable::new);
        boolean parcours = "PARCOURS".equals(genre);
        String unite = parcours || m.serviceId() == null ? m.uniteId() : m.serviceId();
        return utilisateurs.tenant(parcours ? Mission.PARCOURS : Mission.EXERCICE, unite).stream()
                .map(p -> new PersonneNommable(p.id(), p.nomAffiche(), p.fonction())).toList();
    }
}
