package fr.jalon.ip.evaluation;

import java.util.List;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.InformationsPreoccupantes;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All that an evaluation holds, read at once in a fixed number of queries. */
@Service
@Transactional
public class EspaceEvaluation {

    /** What the workspace and the draft of a referral are made of. */
    record Lu(InformationPreoccupante ip, FamilleEvaluee famille, List<Evaluateurs.Evaluateur> equipe, List<LectureEvaluation.ActeLu> actes,
            List<Ressources.Ressource> ressources, List<LectureEvaluation.AvisLu> avis, List<RapportEvaluation.SectionEcrite> sections,
            List<Conclusions.ConclusionMineur> conclusions, List<Signalements.Signalement> signalements, Bilan bilan) {
    }

    private final Acces acces;
    private final GardesEvaluation gardes;
    private final InformationsPreoccupantes ips;
    private final Familles familles;
    private final Evaluateurs evaluateurs;
    private final LectureEvaluation lecture;
    private final Ressources ressources;
    private final RapportEvaluation rapport;
    private final Conclusions conclusions;
    private final Signalements signalements;
    private final Bilans bilans;
    private final VuesEvaluation vues;

    EspaceEvaluation(Acces acces, GardesEvaluation gardes, InformationsPreoccupantes ips, Familles familles, Evaluateurs evaluateurs, LectureEvaluation lecture,
            Ressources ressources, RapportEvaluation rapport, Conclusions conclusions, Signalements signalements, Bilans bilans, VuesEvaluation vues) {
        this.acces = acces;
        this.gardes = gardes;
        this.ips = ips;
        this.familles = familles;
        this.evaluateurs = evaluateurs;
        this.lecture = lecture;
        this.ressources = ressources;
        this.rapport = rapport;
        this.conclusions = conclusions;
        this.signalements = signalements;
        this.bilans = bilans;
        this.vues = vues;
    }

    /** For the screen; the opening is journaled once a sitting. */
    public EvaluationVue ouvrir(UUID ipId) {
        acces.exigerVue(Sujet.ip(ipId));
        gardes.noterOuverture(ipId);
        return vues.de(lire(ipId));
    }

    /** The caller has checked the right to see. */
    Lu lire(UUID ipId) {
        InformationPreoccupante ip = ips.findById(ipId).orElseThrow(Introuvable::new);
        FamilleEvaluee famille = familles.de(ipId);
        List<Evaluateurs.Evaluateur> equipe = evaluateurs.de(ipId);
        List<LectureEvaluation.ActeLu> actes = lecture.actes(ipId);
        List<RapportEvaluation.SectionEcrite> sections = rapport.sections(ipId);
        List<Conclusions.ConclusionMineur> ecrites = conclusions.de(ipId);
        List<Signalements.Signalement> transmis = signalements.de(ipId);
        Bilan bilan = bilans.dresser(ipId, new Bilans.Matiere(famille, equipe, actes, sections, ecrites,
                transmis.stream().filter(Signalements.Signalement::vivant).map(Signalements.Signalement::mineurId)
                        .collect(java.util.stream.Collectors.toSet())));
        return new Lu(ip, famille, equipe, actes, ressources.de(ipId), lecture.avis(ipId), sections, ecrites, transmis, bilan);
    }
}
