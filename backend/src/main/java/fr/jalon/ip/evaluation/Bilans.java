package fr.jalon.ip.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import fr.jalon.commun.Sujet;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.ip.MineurConcerne;
import fr.jalon.tache.EcheancesDesTaches;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Draws the table of what is done and missing from what was entered. */
@Component
class Bilans {

    private final Departement departement;
    private final ObjectProvider<EcheancesDesTaches> echeances;

    Bilans(Departement departement, ObjectProvider<EcheancesDesTaches> echeances) {
        this.departement = departement;
        this.echeances = echeances;
    }

    /** What an evaluation is made of, as read. */
    record Matiere(FamilleEvaluee famille, List<Evaluateurs.Evaluateur> equipe, List<LectureEvaluation.ActeLu> actes, List<RapportEvaluation.SectionEcrite> sections,
            List<Conclusions.ConclusionMineur> conclusions, Set<UUID> signales) {
    }

    Bilan dresser(UUID ipId, Matiere m) {
        List<LectureEvaluation.ActeLu> actes = m.actes().stream().filter(LectureEvaluation.ActeLu::vivant).toList();
        Map<UUID, Conclusions.ConclusionMineur> conclusions = m.conclusions().stream()
                .collect(Collectors.toMap(Conclusions.ConclusionMineur::mineurId, Function.identity()));
        Map<String, Profil.SectionRapport> profil = departement.profil().sectionsRapport().stream()
                .collect(Collectors.toMap(Profil.SectionRapport::code, Function.identity()));
        List<Evaluateurs.Evaluateur> presents = m.equipe().stream().filter(Evaluateurs.Evaluateur::present).toList();
        return new Bilan(presents.size(), (int) presents.stream().map(Evaluateurs.Evaluateur::profession).distinct().count(),
                m.famille().mineurs().stream().map(x -> mineur(x, m, actes, conclusions.get(x.id()))).toList(),
                m.famille().titulaires().stream().map(t -> titulaire(t.adulteId(), t.affiche(), actes)).toList(),
                m.famille().foyers().stream().map(f -> new Bilan.BilanFoyer(f.id(), f.nom(), (int) actes.stream()
                        .filter(a -> a.genre() == GenreActe.VISITE && f.id().equals(a.foyerId())).count())).toList(),
                m.sections().stream().map(s -> new Bilan.BilanSection(s.code(),
                        profil.containsKey(s.code()) ? profil.get(s.code()).libelle() : s.code(),
                        profil.containsKey(s.code()) && profil.get(s.code()).obligatoire(), s.texte().isBlank())).toList(),
                dateLegale(ipId), actes.stream().filter(a -> a.genre() != GenreActe.RENDEZ_VOUS).map(LectureEvaluation.ActeLu::le)
                        .max(LocalDate::compareTo).orElse(null));
    }

    private static Bilan.BilanMineur mineur(MineurConcerne mineur, Matiere m, List<LectureEvaluation.ActeLu> actes, Conclusions.ConclusionMineur c) {
        UUID id = mineur.id();
        Predicate<LectureEvaluation.PersonneLue> lui = p -> id.equals(p.mineurId());
        return new Bilan.BilanMineur(id, m.famille().affiche(id), m.famille().aNaitre(mineur),
                rencontre(actes, lui), rencontre(actes, lui.and(LectureEvaluation.PersonneLue::seul)),
                rencontre(actes.stream().filter(a -> a.genre() == GenreActe.VISITE).toList(), lui), avis(actes, lui),
                c == null ? null : c.conclusion(), c == null ? null : c.proposition(), c != null && !c.natures().isEmpty(),
                c != null && c.natureAide() != null, m.signales().contains(id));
    }

    private static Bilan.BilanTitulaire titulaire(UUID adulteId, String affiche, List<LectureEvaluation.ActeLu> actes) {
        Predicate<LectureEvaluation.PersonneLue> lui = p -> adulteId.equals(p.adulteId());
        List<LectureEvaluation.ActeLu> informations = actes.stream().filter(a -> a.genre() == GenreActe.INFORMATION
                && a.personnes().stream().anyMatch(lui)).toList();
        return new Bilan.BilanTitulaire(adulteId, affiche, informations.stream().anyMatch(a -> a.moyen() != null),
                informations.stream().anyMatch(a -> a.motif() != null), rencontre(actes, lui), avis(actes, lui),
                (int) actes.stream().filter(a -> a.genre() == GenreActe.OBSERVATIONS && a.personnes().stream().anyMatch(lui)).count());
    }

    private static boolean rencontre(List<LectureEvaluation.ActeLu> actes, Predicate<LectureEvaluation.PersonneLue> qui) {
        return actes.stream().filter(a -> a.genre().rencontre())
                .anyMatch(a -> a.personnes().stream().anyMatch(p -> p.present() && qui.test(p)));
    }

    private static boolean avis(List<LectureEvaluation.ActeLu> actes, Predicate<LectureEvaluation.PersonneLue> qui) {
        return actes.stream().anyMatch(a -> a.personnes().stream().anyMatch(p -> p.avis() != null && qui.test(p)));
    }

    private LocalDate dateLegale(UUID ipId) {
        EcheancesDesTaches horloge = echeances.getIfAvailable();
        return horloge == null ? null : horloge.pour(Sujet.ip(ipId), "evaluer").map(EcheancesDesTaches.EcheanceTache::dateLegale)
                .orElse(null);
    }
}
