package fr.jalon.autonomie;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Mission;
import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.EnFrancais;

import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The interview at seventeen: invitation, interview, conditions notified, projet d’accès à l’autonomie (L222-5-1). */
@Service
public class EntretienAutonomie {

    /**
     * An invitation.
     *
     * @param lieuCode code of {@code lieux-entretien}; {@code lieu} the place, in words
     * @param personneConfiance the one the young person chose (L223-1-3), in words
     * @param professionnels codes of {@code professionnels-entretien}; {@code noms} the people, in words
     */
    public record DemandeInvitation(Long version, LocalDate le, LocalDate rendezVousLe, LocalTime heure, String lieuCode, @Size(max = 300) String lieu,
            @Size(max = 200) String personneConfiance, @Size(max = 100) String lienPersonneConfiance, List<String> professionnels, List<@Size(max = 200) String> noms,
            @Size(max = 4000) String texte, Map<String, String> motifs) {
    }

    /**
     * An interview.
     *
     * @param genre {@code ORDINAIRE} or {@code EXCEPTIONNEL} (« exceptionnellement renouvelé »)
     * @param issue {@code TENU}, {@code DECLINE} (by the young person) or {@code NON_TENU}
     * @param motif code of {@code motifs-non-tenu}, or of {@code motifs-second-entretien} for an exceptional one
     * @param situations ticked answers, « RUBRIQUE.SITUATION »
     * @param sections words by code of the profile's {@code sections-entretien}
     */
    public record DemandeEntretien(Long version, String genre, String issue, LocalDate le, String motif, boolean personneConfiancePresente,
            List<String> professionnels, List<String> situations, Map<String, @Size(max = 8000) String> sections, @Size(max = 4000) String texte,
            Map<String, String> motifs) {
    }

    /** @param moyen code of {@code moyens-notification}; {@code conditions} what is foreseen, by code of the profile's {@code demarches} */
    public record DemandeNotification(Long version, LocalDate le, String moyen, Map<String, @Size(max = 8000) String> conditions,
            @Size(max = 4000) String texte) {
    }

    /** @param domaines words by code of {@code sections-entretien}; {@code institutions} codes of {@code professionnels-entretien} */
    public record DemandeProjetAcces(Long version, LocalDate le, Boolean jeunePresent, Map<String, @Size(max = 8000) String> domaines,
            List<String> institutions, @Size(max = 4000) String texte, Map<String, String> motifs) {
    }

    private final ActesAutonomie actes;
    private final Garde garde;

    EntretienAutonomie(ActesAutonomie actes, Garde garde) {
        this.actes = actes;
        this.garde = garde;
    }

    @Transactional
    public void inviter(UUID id, DemandeInvitation d) {
        Autonomie a = actes.ouvrir(id, d.version(), Mission.PARCOURS, Mission.MESURE);
        Situation s = actes.situation(a);
        if (!s.enCharge || s.jeuneMajeur || !s.minoriteEnCours()) {
            throw a.pasMaintenant();
        }
        garde.fait("le", d.le(), s);
        if (d.rendezVousLe() == null) {
            throw Refus.champ("rendezVousLe", "Indiquez le jour du rendez-vous.");
        }
        Garde.pasAvant("rendezVousLe", d.rendezVousLe(), d.le(), "l’invitation");
        Map<String, String> passes = new Avertissements.Controle(d.motifs())
                .si(!s.tardive && s.entretienOrigine != null && d.rendezVousLe().isAfter(s.dixSept) && !d.le().isAfter(s.dixSept),
                        "RENDEZ_VOUS_TARDIF", "Ce rendez-vous vient après les 17 ans, le " + EnFrancais.jour(s.dixSept) + ".")
                .exiger();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("rendezVousLe", d.rendezVousLe());
        details.put("heure", d.heure());
        details.put("lieu", garde.code("lieuCode", "lieux-entretien", d.lieuCode(), false));
        details.put("professionnels", liste(garde.codes("professionnels", "professionnels-entretien", d.professionnels())));
        faire(a, GenreActe.INVITATION, d.le(), details, passes, d.texte(), ActesAutonomie.mots("lieu", d.lieu(), "personneConfiance",
                d.personneConfiance(), "lienPersonneConfiance", d.lienPersonneConfiance(), "nom", d.noms()), "inviter");
    }

    @Transactional
    public void tenir(UUID id, DemandeEntretien d) {
        Autonomie a = actes.ouvrir(id, d.version(), Mission.PARCOURS, Mission.MESURE);
        Situation s = actes.situation(a);
        String genre = Garde.parmi("genre", d.genre() == null ? "ORDINAIRE" : d.genre(), "Dites s’il s’agit de l’entretien ou d’un second, exceptionnel.",
                "ORDINAIRE", "EXCEPTIONNEL");
        String issue = Garde.parmi("issue", d.issue(), "Dites si l’entretien a été tenu, décliné par le jeune, ou n’a pas eu lieu.", "TENU", "DECLINE",
                "NON_TENU");
        garde.fait("le", d.le(), s);
        if (!d.le().isBefore(s.dixHuit)) {
            throw Refus.champ("le", "Le jeune était majeur à cette date, le " + EnFrancais.jour(s.dixHuit) + "\u00a0: cet entretien est celui d’un mineur.");
        }
        boolean exceptionnel = "EXCEPTIONNEL".equals(genre);
        boolean fait = s.entretienIssue != null && !"NON_TENU".equals(s.entretienIssue);
        if (exceptionnel) {
            if (!fait) {
                throw Refus.champ("genre", "Le premier entretien n’a pas encore été tenu ni décliné.");
            }
            Garde.pasAvant("le", d.le(), s.entretienLe, "le premier entretien");
            Garde.ecrit("texte", d.texte(), "Écrivez quels besoins ont changé depuis le premier entretien.");
        } else if (fait) {
            throw new Conflit(null, null, "L’entretien est déjà noté, le " + EnFrancais.jour(s.entretienLe)
                    + "\u00a0: un second entretien est exceptionnel.");
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("genre", genre);
        details.put("issue", issue);
        details.put("motif", "NON_TENU".equals(issue) ? garde.code("motif", "motifs-non-tenu", d.motif(), true)
                : exceptionnel ? garde.code("motif", "motifs-second-entretien", d.motif(), true) : null);
        details.put("situations", liste(situations(d.situations())));
        details.put("tardif", tardif(s, d.le(), issue));
        details.put("personneConfiance", d.personneConfiancePresente() ? "OUI" : null);
        List<String> professionnels = garde.codes("professionnels", "professionnels-entretien", d.professionnels());
        details.put("professionnels", liste(professionnels));
        details.put("insertion", professionnels.contains("CONSEILLER_INSERTION") ? "OUI" : null);
        faire(a, GenreActe.ENTRETIEN, d.le(), details, new Avertissements.Controle(d.motifs())
                .si("TENU".equals(issue) && d.le().isBefore(s.naissance.plusYears(16)), "AVANT_SEIZE_ANS", "Le jeune n’avait pas 16 ans à cette date.")
                .exiger(), d.texte(), ActesAutonomie.mots("section", sections("sections", d.sections())), "entretien");
    }

    /** Kept with the event, as it was known that day: after the birthday, or of a young person who entered late. */
    private static String tardif(Situation s, LocalDate le, String issue) {
        return "NON_TENU".equals(issue) ? null : s.tardive ? "ENTREE" : le.isAfter(s.dixSept) ? "OUI" : "NON";
    }

    @Transactional
    public void notifier(UUID id, DemandeNotification d) {
        Autonomie a = actes.ouvrir(id, d.version(), Mission.MESURE);
        Situation s = actes.situation(a);
        if (s.entretienIssue == null || "NON_TENU".equals(s.entretienIssue)) {
            throw Refus.global("L’entretien n’a été ni tenu ni décliné\u00a0: il n’y a encore rien à notifier.");
        }
        garde.fait("le", d.le(), s);
        Garde.pasAvant("le", d.le(), s.entretienLe, "l’entretien");
        garde.code("moyen", "moyens-notification", d.moyen(), true);
        Map<String, String> conditions = d.conditions() == null ? Map.of() : d.conditions();
        conditions.keySet().stream().filter(code -> garde.profil().autonomie().demarches().stream().noneMatch(x -> x.code().equals(code))).findFirst()
                .ifPresent(code -> {
                    throw Refus.champ("conditions." + code, "Ce domaine n’existe pas.");
                });
        if (conditions.values().stream().allMatch(t -> ActesAutonomie.net(t) == null)) {
            throw Refus.champ("conditions", "Écrivez au moins une des conditions d’accompagnement notifiées au jeune.");
        }
        faire(a, GenreActe.NOTIFICATION, d.le(), Map.of("moyen", d.moyen()), null, d.texte(), ActesAutonomie.mots("condition", conditions), "notifier");
    }

    @Transactional
    public void projeter(UUID id, DemandeProjetAcces d) {
        Autonomie a = actes.ouvrir(id, d.version(), Mission.PARCOURS, Mission.MESURE);
        Situation s = actes.situation(a);
        garde.fait("le", d.le(), s);
        boolean present = Garde.dit("jeunePresent", d.jeunePresent());
        Map<String, String> domaines = sections("domaines", d.domaines());
        if (domaines.values().stream().allMatch(t -> ActesAutonomie.net(t) == null)) {
            throw Refus.champ("domaines", "Écrivez au moins un domaine du projet.");
        }
        Map<String, String> passes = new Avertissements.Controle(d.motifs()).si(!present, "SANS_LE_JEUNE",
                "Le projet d’accès à l’autonomie s’élabore avec le jeune (L222-5-1).").exiger();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("jeunePresent", ActesAutonomie.ouiSi(present));
        details.put("professionnels", liste(garde.codes("institutions", "professionnels-entretien", d.institutions())));
        details.put("nature", s.projetLe == null ? "CREATION" : "REVISION");
        faire(a, GenreActe.PROJET_ACCES, d.le(), details, passes, d.texte(), ActesAutonomie.mots("domaine", domaines), "projet-acces");
    }

    private List<String> situations(List<String> codes) {
        if (codes == null) {
            return List.of();
        }
        codes.forEach(code -> {
            String[] parts = code.split("\\.", 2);
            if (parts.length < 2 || garde.profil().autonomie().rubrique(parts[0]).stream().flatMap(r -> r.choix().stream())
                    .noneMatch(x -> x.code().equals(parts[1]))) {
                throw Refus.champ("situations", "Cette réponse n’existe pas\u00a0: choisissez dans la liste.");
            }
        });
        return codes;
    }

    private Map<String, String> sections(String champ, Map<String, String> sections) {
        if (sections == null) {
            return Map.of();
        }
        sections.keySet().forEach(code -> {
            if (garde.profil().autonomie().sectionsEntretien().stream().noneMatch(x -> x.code().equals(code))) {
                throw Refus.champ(champ + "." + code, "Cette rubrique n’existe pas.");
            }
        });
        return sections;
    }

    private void faire(Autonomie a, GenreActe genre, LocalDate le, Map<String, ?> details, Map<String, String> passes, String texte,
            Map<String, List<String>> mots, String quoi) {
        String avant = a.etape();
        actes.noter(a, genre, le, details, passes, texte, mots);
        actes.conclure(a, avant, quoi);
    }

    static String liste(List<String> codes) {
        return codes.isEmpty() ? null : String.join(",", codes);
    }
}
