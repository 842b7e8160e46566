package fr.jalon.ip.suites;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.EnFrancais;
import fr.jalon.ip.MotifCloture;

/** What each ending that is not a decision must say of itself, and what it is asked a reason for. */
final class ReglesFin {

    /** What the form says. Only the fields of the chosen ending are read. */
    record Saisie(MotifCloture motif, LocalDate le, String departement, LocalDate parentsInformesLe, String parentsNonInformes,
            List<String> pieces, LocalDate envoyeeLe, LocalDate accuseRecuLe, LocalDate cafInterrogeeLe, String cafReponse,
            LocalDate cpamInterrogeeLe, String cpamReponse, UUID doublonDe, String precision) {
    }

    /**
     * @param mineurs exact birth of each minor, or null where it is not known to the day
     */
    record Contexte(UUID ipId, LocalDate recue, LocalDate aujourdhui, List<LocalDate> naissances) {
    }

    private ReglesFin() {
    }

    static Map<String, String> verifier(Saisie s, Contexte c, Map<String, String> motifs) {
        List<Refus.Erreur> erreurs = new ArrayList<>();
        if (s.motif() == null) {
            throw Refus.champ("motif", "Choisissez pourquoi ce dossier finit sans décision.");
        }
        passee(s.le(), "le", c.recue(), c.aujourdhui(), true, erreurs);
        switch (s.motif()) {
            case TRANSFEREE -> transferee(s, c, erreurs);
            case INTROUVABLE -> introuvable(s, c, erreurs);
            case DEVENU_MAJEUR -> majeur(s.le(), c.naissances(), "le", erreurs);
            case DOUBLON -> doublon(s, c, erreurs);
            case DECEDE -> {
            }
        }
        if (!erreurs.isEmpty()) {
            throw new Refus(erreurs);
        }
        return new Avertissements.Controle(motifs)
                .si(s.motif() == MotifCloture.TRANSFEREE && s.envoyeeLe() == null, "TRANSFERT_NON_ENVOYE",
                        "Le dossier n’est pas encore envoyé : pourquoi clore maintenant ?")
                .si(s.motif() == MotifCloture.INTROUVABLE && (s.cafInterrogeeLe() == null || s.cpamInterrogeeLe() == null),
                        "UN_SEUL_ORGANISME", "Un seul des deux organismes, CAF et CPAM, a été interrogé : pourquoi ?")
                .si(s.motif() == MotifCloture.INTROUVABLE && (sansReponse(s.cafInterrogeeLe(), s.cafReponse(), s.le())
                        || sansReponse(s.cpamInterrogeeLe(), s.cpamReponse(), s.le())),
                        "REPONSE_ATTENDUE", "Un organisme interrogé a dix jours pour répondre (L221-3) et n’a pas répondu : pourquoi clore maintenant ?")
                .exiger();
    }

    private static boolean sansReponse(LocalDate interroge, String reponse, LocalDate le) {
        return interroge != null && vide(reponse) && le.isBefore(interroge.plusDays(10));
    }

    private static void transferee(Saisie s, Contexte c, List<Refus.Erreur> erreurs) {
        if (vide(s.departement())) {
            erreurs.add(new Refus.Erreur("departement", "Indiquez le département qui reçoit le dossier."));
        }
        boolean informes = s.parentsInformesLe() != null;
        if (informes == !vide(s.parentsNonInformes())) {
            erreurs.add(new Refus.Erreur("parentsInformesLe",
                    "Indiquez quand les parents ont été informés du transfert, ou pourquoi ils ne l’ont pas été (R221-5)."));
        }
        passee(s.parentsInformesLe(), "parentsInformesLe", c.recue(), c.aujourdhui(), false, erreurs);
        if (s.pieces() == null || s.pieces().stream().allMatch(ReglesFin::vide)) {
            erreurs.add(new Refus.Erreur("pieces", "Nommez les pièces transmises."));
        }
        passee(s.envoyeeLe(), "envoyeeLe", c.recue(), c.aujourdhui(), false, erreurs);
        passee(s.accuseRecuLe(), "accuseRecuLe", s.envoyeeLe() == null ? c.recue() : s.envoyeeLe(), c.aujourdhui(), false, erreurs);
        if (s.accuseRecuLe() != null && s.envoyeeLe() == null) {
            erreurs.add(new Refus.Erreur("envoyeeLe", "Un accusé de réception suit un envoi : indiquez sa date."));
        }
    }

    private static void introuvable(Saisie s, Contexte c, List<Refus.Erreur> erreurs) {
        if (s.cafInterrogeeLe() == null && s.cpamInterrogeeLe() == null) {
            erreurs.add(new Refus.Erreur("cafInterrogeeLe", "La CAF ou la CPAM est interrogée avant de dire une famille introuvable (L221-3)."));
        }
        passee(s.cafInterrogeeLe(), "cafInterrogeeLe", c.recue(), c.aujourdhui(), false, erreurs);
        passee(s.cpamInterrogeeLe(), "cpamInterrogeeLe", c.recue(), c.aujourdhui(), false, erreurs);
    }

    private static void doublon(Saisie s, Contexte c, List<Refus.Erreur> erreurs) {
        if (s.doublonDe() == null) {
            erreurs.add(new Refus.Erreur("doublonDe", "Choisissez le dossier qui reste."));
        } else if (s.doublonDe().equals(c.ipId())) {
            erreurs.add(new Refus.Erreur("doublonDe", "Un dossier n’est pas le doublon de lui-même."));
        }
    }

    /** Eighteen years are counted in full: a minor is one until the eve of the birthday. */
    static void majeur(LocalDate le, List<LocalDate> naissances, String champ, List<Refus.Erreur> erreurs) {
        if (le == null) {
            return;
        }
        naissances.stream().filter(n -> n != null && le.isBefore(n.plusYears(18))).max(LocalDate::compareTo)
                .ifPresent(n -> erreurs.add(new Refus.Erreur(champ,
                        "Un mineur de ce dossier n’a dix-huit ans que le " + EnFrancais.jour(n.plusYears(18)) + ".")));
    }

    private static void passee(LocalDate date, String champ, LocalDate debut, LocalDate aujourdhui, boolean obligatoire,
            List<Refus.Erreur> erreurs) {
        if (date == null) {
            if (obligatoire) {
                erreurs.add(new Refus.Erreur(champ, "Indiquez la date."));
            }
        } else if (date.isAfter(aujourdhui)) {
            erreurs.add(new Refus.Erreur(champ, "Cette date ne peut pas être à venir."));
        } else if (date.isBefore(debut)) {
            erreurs.add(new Refus.Erreur(champ, "Cette date précède le " + EnFrancais.jour(debut) + "."));
        }
    }

    private static boolean vide(String texte) {
        return texte == null || texte.isBlank();
    }
}
