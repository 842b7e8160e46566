package fr.jalon.ip.analyse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Refus;
import fr.jalon.departement.Profil;
import fr.jalon.ip.reception.InformationEntrante;
import fr.jalon.ip.reception.Orientation;

/** What a first analysis is refused for, each at its field, and what asks for a reason. */
final class ControleAnalyse {

    /**
     * What the analysis stands on.
     *
     * @param mineurs number of minors the IP would be about
     * @param enCours an evaluation is under way for one of them
     * @param commun the IP to join is about one of the children of the information; true when none is joined
     */
    record Contexte(InformationEntrante information, Instant faiteLe, Instant maintenant, int mineurs, boolean enCours, boolean commun) {
    }

    private final List<Refus.Erreur> erreurs = new ArrayList<>();

    private ControleAnalyse() {
    }

    /**
     * @return the warnings passed over, with their reason
     * @throws Refus the impossible; {@link Avertissements} a reason is missing
     */
    static Map<String, String> verifier(SaisieAnalyse saisie, Contexte c, Profil profil) {
        ControleAnalyse controle = new ControleAnalyse();
        controle.dates(c);
        controle.orientation(saisie, c, profil);
        if (!controle.erreurs.isEmpty()) {
            throw new Refus(controle.erreurs);
        }
        boolean qualifiee = saisie.orientation() == Orientation.IP;
        boolean ecartee = saisie.orientation() == Orientation.NON_QUALIFIEE;
        return new Avertissements.Controle(saisie.motifs())
                .si(qualifiee && c.enCours(), "EVALUATION_EN_COURS",
                        "Une évaluation est en cours pour un de ces mineurs : une information nouvelle la rejoint d’ordinaire. Pourquoi une autre IP ?")
                .si(!c.commun(), "AUCUN_MINEUR_COMMUN", "Cette IP ne concerne aucun des mineurs de l’information. Pourquoi l’y joindre ?")
                .si(qualifiee && c.information().urgence() && !saisie.urgence(), "URGENCE_ECARTEE",
                        "L’urgence avait été notée à la réception. Pourquoi l’écarter ?")
                .si(ecartee && c.information().urgence(), "URGENCE_NON_QUALIFIEE",
                        "L’urgence avait été notée à la réception. Pourquoi ne pas qualifier ?")
                .si(ecartee && "SOIT_TRANSMIS".equals(c.information().nature()), "PARQUET_NON_QUALIFIEE",
                        "Le parquet demande une évaluation. Pourquoi ne pas qualifier ?")
                .exiger();
    }

    private void dates(Contexte c) {
        si(c.faiteLe().isAfter(c.maintenant()), "faiteLe", "L’analyse ne peut pas être dans l’avenir.");
        si(c.faiteLe().isBefore(c.information().recueLe()), "faiteLe", "L’analyse ne peut pas précéder la réception.");
    }

    private void orientation(SaisieAnalyse saisie, Contexte c, Profil profil) {
        si(saisie.orientation() != Orientation.IP && saisie.signalements() != null && !saisie.signalements().isEmpty(), "signalements",
                "Un signalement part d’une information préoccupante : qualifiez-la, l’évaluation se poursuit à côté.");
        switch (saisie.orientation()) {
            case NON_QUALIFIEE -> si(profil.liste("suites-non-qualifiees").stream().noneMatch(l -> l.code().equals(saisie.vers())), "vers",
                    "Dites vers qui la personne ou la famille est orientée.");
            case TRANSMISE_SERVICE -> si(vide(saisie.vers()), "vers", "Nommez le service en charge du mineur.");
            case TRANSMISE_JUGE -> si(vide(saisie.vers()), "vers", "Nommez le tribunal ou le cabinet du juge des enfants.");
            case COMPLEMENT -> si(saisie.ipId() == null, "ipId", "Choisissez l’évaluation que cette information complète.");
            case IP -> si(c.mineurs() == 0, "mineurs", "Une information préoccupante concerne au moins un mineur.");
        }
    }

    private void si(boolean condition, String champ, String message) {
        if (condition) {
            erreurs.add(new Refus.Erreur(champ, message));
        }
    }

    private static boolean vide(String valeur) {
        return valeur == null || valeur.isBlank();
    }
}
