package fr.jalon.ip.reception;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Refus;
import fr.jalon.departement.Profil;

/** What an intake is refused for (only the impossible, each at its field) and what asks for a reason. */
final class ControleReception {

    static final Set<String> PARENTS_INFORMES = Set.of("OUI", "NON", "INCONNU");
    /** Older than a month: perhaps a wrong year; the legal date is near or past. */
    private static final Duration ANCIENNE = Duration.ofDays(31);

    /** Numbers run by year from then on; nothing older is still to be entered. */
    private static final Instant PREMIERE = Instant.parse("2010-01-02T00:00:00Z");

    private final Profil profil;
    private final List<Refus.Erreur> erreurs = new ArrayList<>();

    private ControleReception(Profil profil) {
        this.profil = profil;
    }

    /**
     * @return the warnings passed over, with their reason
     * @throws Refus the impossible; {@link Avertissements} a reason is missing
     */
    static Map<String, String> verifier(SaisieInformation saisie, Instant recueLe, Instant maintenant, Profil profil) {
        ControleReception controle = new ControleReception(profil);
        controle.code("natures", "nature", saisie.nature());
        controle.code("modes", "mode", saisie.mode());
        controle.code("origines", "origine", saisie.origine());
        if (saisie.regularisation() && pleine(saisie.astreinte())) {
            controle.code("astreintes", "astreinte", saisie.astreinte());
        }
        controle.si(recueLe.isAfter(maintenant), "recueLe", "La réception ne peut pas être dans l’avenir : corrigez la date ou l’heure.");
        controle.si(recueLe.isBefore(PREMIERE), "recueLe", "Vérifiez l’année de réception.");
        controle.si(pleine(saisie.parentsInformes()) && !PARENTS_INFORMES.contains(saisie.parentsInformes()), "parentsInformes",
                "Choisissez une des réponses proposées.");
        controle.transmetteur(saisie.transmetteur());
        if (!controle.erreurs.isEmpty()) {
            throw new Refus(controle.erreurs);
        }
        return new Avertissements.Controle(saisie.motifs())
                .si(recueLe.isBefore(maintenant.minus(ANCIENNE)), "RECEPTION_ANCIENNE",
                        "La réception date de plus d’un mois. Les trois mois courent depuis ce jour : pourquoi cette saisie tardive ?")
                .si(saisie.regularisation() && !pleine(saisie.astreinte()), "ASTREINTE_NON_PRECISEE",
                        "Cette saisie régularise une réception de nuit ou de week-end sans dire quel cadre d’astreinte a reçu.")
                .exiger();
    }

    private void transmetteur(SaisieInformation.TransmetteurSaisi t) {
        boolean anonyme = t.cadre() == SaisieInformation.Cadre.ANONYME;
        si(anonyme && pleine(t.nom()), "transmetteur.nom",
                "Une personne anonyme n’a pas de nom : effacez-le, ou choisissez « Particulier » et cochez « Confidentiel ».");
        si(anonyme && t.retourDemande(), "transmetteur.retourDemande",
                "Un retour suppose de savoir à qui répondre : décochez-le, ou indiquez qui transmet.");
    }

    private void code(String liste, String champ, String code) {
        si(profil.liste(liste).stream().noneMatch(l -> l.code().equals(code)), champ, "Choisissez une des réponses proposées.");
    }

    private void si(boolean condition, String champ, String message) {
        if (condition) {
            erreurs.add(new Refus.Erreur(champ, message));
        }
    }

    private static boolean pleine(String valeur) {
        return valeur != null && !valeur.isBlank();
    }
}
