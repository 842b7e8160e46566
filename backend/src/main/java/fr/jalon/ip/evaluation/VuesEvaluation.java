package fr.jalon.ip.evaluation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.jalon.acces.Acces;
import fr.jalon.acces.NatureDonnee;
import fr.jalon.acces.RegardDonnees;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.dossier.Titulaire;
import fr.jalon.ip.EtatIp;
import fr.jalon.ip.InformationPreoccupante;

import org.springframework.stereotype.Component;

/** Turns what was read into what is shown: names, labels of the profile, days. */
@Component
class VuesEvaluation {

    private final Utilisateurs utilisateurs;
    private final Departement departement;
    private final Acces acces;
    private final Retenue retenue;
    private final AvisAttendus avisAttendus;
    private final PrecisionsEvaluation precisions;
    private final Remises remises;
    private final Horloge horloge;
    private final RegardDonnees regard;

    VuesEvaluation(Utilisateurs utilisateurs, Departement departement, Acces acces, Retenue retenue, AvisAttendus avisAttendus,
            PrecisionsEvaluation precisions, Remises remises, Horloge horloge, RegardDonnees regard) {
        this.regard = regard;
        this.utilisateurs = utilisateurs;
        this.departement = departement;
        this.acces = acces;
        this.retenue = retenue;
        this.avisAttendus = avisAttendus;
        this.precisions = precisions;
        this.remises = remises;
        this.horloge = horloge;
    }

    EvaluationVue de(EspaceEvaluation.Lu lu) {
        InformationPreoccupante ip = lu.ip();
        PrecisionsEvaluation.Question question = precisions.ouverte(ip.id()).orElse(null);
        Remises.Remise remise = remises.vivante(ip.id()).orElse(null);
        Function<UUID, String> noms = noms(lu, question, remise);
        LocalDate fin = ip.rapportRenduLe() == null ? horloge.aujourdhui() : horloge.jour(ip.rapportRenduLe());
        LocalDate legale = lu.bilan().dateLegale();
        Map<String, String> unites = departement.noms();
        String associee = acces.unites(Sujet.ip(ip.id()), Acces.Titre.ASSOCIEE).stream().findFirst().orElse(null);
        boolean enCours = ip.etat() == EtatIp.EN_EVALUATION;
        boolean travail = enCours || ip.etat() == EtatIp.A_DESIGNER || ip.etat() == EtatIp.PRECISION_DEMANDEE;
        boolean evalue = acces.peut(Mission.EVALUATION, Sujet.ip(ip.id()));
        return new EvaluationVue(ip.id(), ip.numero(), ip.version(), ip.etat().name(), ip.etat().libelle(), enCours && evalue,
                travail && (evalue || acces.peut(Mission.DESIGNATION, Sujet.ip(ip.id()))), ip.unitePilote(), unites.get(ip.unitePilote()), associee,
                unites.get(associee), ip.recueLe(), ip.rapportRenduLe(), ChronoUnit.DAYS.between(horloge.jour(ip.recueLe()), fin),
                legale == null ? null : ChronoUnit.DAYS.between(fin, legale), lu.bilan(), lu.bilan().avertissements(fin),
                empechements(lu.bilan()),
                lu.equipe().stream().map(e -> new EvaluationVue.EvaluateurVue(e.id(), e.utilisateurId(), noms.apply(e.utilisateurId()),
                        e.profession(), libelle("professions", e.profession()), e.du(), e.au(), motifFin(e.motifFin()))).toList(),
                retenue.explications(ip.id()), mineurs(lu), adultes(lu),
                lu.famille().foyers().stream().map(f -> new EvaluationVue.FoyerEvalueVue(f.id(), f.nom(), f.adresseProtegee(),
                        List.copyOf(f.mineurs()))).toList(),
                lu.actes().stream().map(a -> acte(lu, a, noms)).toList(),
                lu.ressources().stream().map(r -> new EvaluationVue.RessourceVue(r.id(), r.qui(), r.lien(), r.apport(), r.contact(),
                        noms.apply(r.auteurId()), r.saisieLe(), r.version())).toList(),
                avis(lu, noms), sections(lu, noms), conclusions(lu, noms), signalements(lu, noms),
                question == null ? null : new EvaluationVue.QuestionVue(question.id(), question.question(), question.demandeeLe(),
                        noms.apply(question.demandeePar())),
                remise == null ? null : new EvaluationVue.RemiseVue(remise.renduLe(), noms.apply(remise.saisiePar()), remise.avertissements(),
                        remise.motifDepassement()));
    }

    private Function<UUID, String> noms(EspaceEvaluation.Lu lu, PrecisionsEvaluation.Question question, Remises.Remise remise) {
        Set<UUID> ids = new HashSet<>();
        lu.equipe().forEach(e -> ids.add(e.utilisateurId()));
        lu.actes().forEach(a -> ids.add(a.auteurId()));
        lu.ressources().forEach(r -> ids.add(r.auteurId()));
        lu.avis().forEach(a -> ids.add(a.auteurId()));
        lu.sections().forEach(s -> ids.add(s.auteurId()));
        lu.conclusions().forEach(c -> ids.add(c.auteurId()));
        lu.signalements().forEach(s -> ids.add(s.saisiePar()));
        ids.add(question == null ? null : question.demandeePar());
        ids.add(remise == null ? null : remise.saisiePar());
        ids.remove(null);
        Map<UUID, String> noms = utilisateurs.noms(ids);
        return id -> id == null ? null : noms.get(id);
    }

    /** Minor by minor, for those who see their names. */
    private static List<String> empechements(Bilan bilan) {
        return bilan.mineurs().stream().filter(m -> m.conclusion() == null || m.proposition() == null).map(m -> m.affiche() + "\u00a0: "
                + (m.conclusion() != null ? "proposition à écrire" : m.proposition() != null ? "conclusion à écrire" : "conclusion et proposition à écrire")
                + ".").toList();
    }

    private static String motifFin(String code) {
        return code == null ? null : MotifRemplacement.valueOf(code).libelle();
    }

    private static List<EvaluationVue.MineurEvalueVue> mineurs(EspaceEvaluation.Lu lu) {
        return lu.famille().mineurs().stream().map(m -> {
            var nom = lu.famille().nom(m);
            return new EvaluationVue.MineurEvalueVue(m.id(), m.enfantId(), lu.famille().affiche(m.id()), nom == null ? "" : nom.age(),
                    lu.famille().aNaitre(m), nom != null && nom.moinsDeDeuxAns(), m.origine());
        }).toList();
    }

    private static List<EvaluationVue.AdulteEvalueVue> adultes(EspaceEvaluation.Lu lu) {
        Set<UUID> titulaires = lu.famille().titulaires().stream().map(Titulaire::adulteId).collect(Collectors.toSet());
        return lu.famille().adultes().values().stream().map(t -> new EvaluationVue.AdulteEvalueVue(t.adulteId(), t.affiche(),
                titulaires.contains(t.adulteId()), t.qualite().libelle(), t.exercice().libelle(),
                lu.famille().mineurs().stream().filter(m -> lu.famille().liens().stream().anyMatch(l -> l.adulteId().equals(t.adulteId())
                        && (l.enfantId().equals(m.enfantId()) || lu.famille().nom(m) != null
                        && l.enfantId().equals(lu.famille().nom(m).canonique())))).map(m -> m.id()).toList())).toList();
    }

    private EvaluationVue.ActeVue acte(EspaceEvaluation.Lu lu, LectureEvaluation.ActeLu a, Function<UUID, String> noms) {
        Map<UUID, Titulaire> adultes = lu.famille().adultes();
        return new EvaluationVue.ActeVue(a.id(), a.genre(), a.genre().libelle(), a.le(), a.heure(), a.foyerId(),
                lu.famille().foyers().stream().filter(f -> f.id().equals(a.foyerId())).map(FamilleEvaluee.Foyer::nom).findFirst().orElse(null),
                a.lieu(), a.moyen(), libelle("moyens", a.moyen()), a.motif(), libelle("motifs-non-information", a.motif()), a.texte(),
                a.documentId(), a.personnes().stream().map(p -> new EvaluationVue.PersonneActeVue(p.mineurId(), p.adulteId(),
                        p.mineurId() != null ? lu.famille().affiche(p.mineurId())
                                : adultes.containsKey(p.adulteId()) ? adultes.get(p.adulteId()).affiche() : "Adulte",
                        p.present(), p.seul(), p.accord(), p.avis())).toList(),
                noms.apply(a.auteurId()), a.saisieLe(), !a.vivant(), a.annuleMotif(), a.version());
    }

    private List<EvaluationVue.AvisVue> avis(EspaceEvaluation.Lu lu, Function<UUID, String> noms) {
        Map<UUID, LocalDate> attendus = avisAttendus.dates(lu.ip().id());
        Map<NatureDonnee, Boolean> lues = new EnumMap<>(NatureDonnee.class);
        return lu.avis().stream().map(a -> avis(a, attendus, noms, !lues.computeIfAbsent(regard.duPartenaire(a.partenaire()),
                n -> regard.lit(n, Sujet.ip(lu.ip().id()))))).toList();
    }

    private EvaluationVue.AvisVue avis(LectureEvaluation.AvisLu a, Map<UUID, LocalDate> attendus, Function<UUID, String> noms, boolean reserve) {
        return new EvaluationVue.AvisVue(a.id(), a.partenaire(), libelle("partenaires", a.partenaire()),
                a.destinataire(), reserve ? null : a.question(), a.mineurId(), a.demandeLe(), libelle("moyens", a.moyen()),
                a.annuleLe() != null ? "ANNULE" : a.recuLe() != null ? "RECU" : a.sansReponseLe() != null ? "SANS_REPONSE" : "ATTENDU",
                attendus.get(a.id()), a.relances().stream().map(r -> new EvaluationVue.RelanceVue(r.le(), libelle("moyens", r.moyen()))).toList(),
                a.recuLe(), reserve ? null : a.reponse(), reserve ? null : a.documentId(), a.sansReponseLe(), noms.apply(a.auteurId()), a.version(), reserve);
    }

    private List<EvaluationVue.SectionVue> sections(EspaceEvaluation.Lu lu, Function<UUID, String> noms) {
        Map<String, Profil.SectionRapport> profil = departement.profil().sectionsRapport().stream()
                .collect(Collectors.toMap(Profil.SectionRapport::code, Function.identity()));
        return lu.sections().stream().map(s -> {
            Profil.SectionRapport p = profil.get(s.code());
            return new EvaluationVue.SectionVue(s.code(), p == null ? s.code() : p.libelle(), p == null ? null : p.aide(),
                    p != null && p.obligatoire(), s.texte(), s.version(), noms.apply(s.auteurId()), s.modifieeLe());
        }).toList();
    }

    private static List<EvaluationVue.ConclusionVue> conclusions(EspaceEvaluation.Lu lu, Function<UUID, String> noms) {
        Map<UUID, Conclusions.ConclusionMineur> ecrites = lu.conclusions().stream()
                .collect(Collectors.toMap(Conclusions.ConclusionMineur::mineurId, Function.identity()));
        return lu.famille().mineurs().stream().map(m -> ecrites.getOrDefault(m.id(), Conclusions.ConclusionMineur.vide(m.id())))
                .map(c -> vue(c, noms.apply(c.auteurId()))).toList();
    }

    static EvaluationVue.ConclusionVue vue(Conclusions.ConclusionMineur c, String auteur) {
        return new EvaluationVue.ConclusionVue(c.mineurId(), c.conclusion(), c.natures(), c.proposition(), c.natureAide(), c.motivation(),
                c.version(), auteur, c.modifieeLe());
    }

    private static List<EvaluationVue.SignalementVue> signalements(EspaceEvaluation.Lu lu, Function<UUID, String> noms) {
        return lu.signalements().stream().map(s -> vue(s, lu.famille().affiche(s.mineurId()), noms.apply(s.saisiePar()))).toList();
    }

    static EvaluationVue.SignalementVue vue(Signalements.Signalement s, String mineur, String auteur) {
        return new EvaluationVue.SignalementVue(s.id(), s.mineurId(), mineur, s.transmisLe(), s.destinataire(), s.destinataire().libelle(),
                s.juridiction(), s.critere().name(), s.critere().libelle(), s.actionsTentees(), s.expose(), s.reference(), s.etape(), auteur,
                s.saisieLe(), !s.vivant(), s.annuleMotif());
    }

    private String libelle(String liste, String code) {
        return code == null ? null : departement.profil().libelle(liste, code);
    }
}
