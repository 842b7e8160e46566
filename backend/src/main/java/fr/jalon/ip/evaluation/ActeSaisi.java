package fr.jalon.ip.evaluation;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Refus;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * An act of the evaluation, entered once for the whole fratrie.
 *
 * @param id chosen by the form: sent twice, it is written once
 * @param foyerId the home visited; each home has its own visits
 * @param motif why a holder was not told of the evaluation, by code
 * @param motifs reasons given to warnings, by code
 */
public record ActeSaisi(@NotNull UUID id, @NotNull(message = "Choisissez de quel acte il s’agit.") GenreActe genre,
        @NotNull(message = "Indiquez la date.") LocalDate le, LocalTime heure, UUID foyerId, @Size(max = 200) String lieu, String moyen,
        String motif, @Size(max = 8000) String texte, UUID documentId, List<@Valid PersonneActe> personnes, Map<String, String> motifs) {

    /**
     * @param seul a minor met without the holders
     * @param accord the holders agreed to it
     * @param avis what the person thinks of the situation, in their words
     */
    public record PersonneActe(UUID mineurId, UUID adulteId, boolean present, boolean seul, boolean accord, @Size(max = 8000) String avis) {
    }

    /** What the rules look at besides what was typed. */
    record Cadre(LocalDate recueLe, LocalDate aujourdhui, Set<UUID> mineurs, Set<UUID> adultes, Set<UUID> foyers, Set<String> moyens,
            Set<String> motifsNonInformation) {
    }

    public List<PersonneActe> gens() {
        return personnes == null ? List.of() : personnes;
    }

    void verifier(Cadre cadre) {
        List<Refus.Erreur> erreurs = new ArrayList<>();
        if (le.isBefore(cadre.recueLe())) {
            erreurs.add(new Refus.Erreur("le", "Cet acte précède la réception de l’information."));
        } else if (le.isAfter(cadre.aujourdhui()) && genre != GenreActe.RENDEZ_VOUS) {
            erreurs.add(new Refus.Erreur("le", "Seul un rendez-vous peut être à venir."));
        }
        if (genre == GenreActe.VISITE && (foyerId == null || !cadre.foyers().contains(foyerId))) {
            erreurs.add(new Refus.Erreur("foyerId", "Choisissez le domicile visité."));
        } else if (foyerId != null && !cadre.foyers().contains(foyerId)) {
            erreurs.add(new Refus.Erreur("foyerId", "Ce domicile n’est pas l’un de ceux des mineurs."));
        }
        if (moyen != null && !cadre.moyens().contains(moyen)) {
            erreurs.add(new Refus.Erreur("moyen", "Choisissez le moyen dans la liste."));
        }
        verifierContenu(cadre, erreurs);
        verifierPersonnes(cadre, erreurs);
        if (!erreurs.isEmpty()) {
            throw new Refus(erreurs);
        }
    }

    private void verifierContenu(Cadre cadre, List<Refus.Erreur> erreurs) {
        boolean vide = Textes.net(texte) == null && documentId == null;
        switch (genre) {
            case ENTRETIEN -> {
                if (gens().isEmpty() && vide) {
                    erreurs.add(new Refus.Erreur("personnes", "Dites avec qui a eu lieu l’entretien."));
                }
            }
            case ABSENCE -> {
                if (gens().isEmpty()) {
                    erreurs.add(new Refus.Erreur("personnes", "Dites qui était absent."));
                }
            }
            case INFORMATION -> {
                if (gens().stream().noneMatch(p -> p.adulteId() != null)) {
                    erreurs.add(new Refus.Erreur("personnes", "Dites quel titulaire est concerné."));
                }
                if ((moyen == null) == (motif == null)) {
                    erreurs.add(new Refus.Erreur("moyen", "Indiquez par quel moyen la personne a été informée, ou pourquoi elle ne l’a pas été."));
                } else if (motif != null && !cadre.motifsNonInformation().contains(motif)) {
                    erreurs.add(new Refus.Erreur("motif", "Choisissez le motif dans la liste."));
                }
            }
            case OBSERVATIONS -> {
                if (gens().isEmpty()) {
                    erreurs.add(new Refus.Erreur("personnes", "Dites de qui sont ces observations."));
                }
                if (vide) {
                    erreurs.add(new Refus.Erreur("texte", "Joignez les observations telles que reçues, ou recopiez-les."));
                }
            }
            default -> {
            }
        }
    }

    private void verifierPersonnes(Cadre cadre, List<Refus.Erreur> erreurs) {
        for (int i = 0; i < gens().size(); i++) {
            PersonneActe p = gens().get(i);
            boolean connue = p.mineurId() != null ? p.adulteId() == null && cadre.mineurs().contains(p.mineurId())
                    : p.adulteId() != null && cadre.adultes().contains(p.adulteId());
            if (!connue) {
                erreurs.add(new Refus.Erreur("personnes[" + i + "]", "Cette personne n’est pas de celles de ce dossier."));
            } else if (p.seul() && (p.mineurId() == null || !p.present() || !genre.rencontre())) {
                erreurs.add(new Refus.Erreur("personnes[" + i + "].seul", "Seul un mineur rencontré peut l’avoir été sans les titulaires."));
            }
        }
    }

    /** A minor met alone is met so with the holders' agreement (D226-2-6 II): without it, a reason is asked. */
    Map<String, String> avertissements() {
        return new Avertissements.Controle(motifs)
                .si(gens().stream().anyMatch(p -> p.seul() && !p.accord()), "SEUL_SANS_ACCORD",
                        "Un mineur a été rencontré seul sans que l’accord des titulaires soit noté.")
                .exiger();
    }
}
