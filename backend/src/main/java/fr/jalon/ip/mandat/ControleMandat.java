package fr.jalon.ip.mandat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Refus;
import fr.jalon.departement.Profil;
import fr.jalon.ip.InformationPreoccupante;

/** What a mandate is refused for, each at its field, and what asks for a reason. */
final class ControleMandat {

    /**
     * What the mandate stands on.
     *
     * @param evaluatrices ids of the units that may evaluate
     * @param territoires units of the homes where the minors live now
     * @param navettes questions put to the services: how many were put, how many still wait
     */
    record Contexte(InformationPreoccupante ip, Instant faitLe, Instant maintenant, ZoneId zone, Set<String> evaluatrices,
            Set<String> territoires, Navettes navettes) {
    }

    record Navettes(int posees, int sansReponse) {
    }

    private final Profil profil;
    private final List<Refus.Erreur> erreurs = new ArrayList<>();

    private ControleMandat(Profil profil) {
        this.profil = profil;
    }

    /**
     * @return the warnings passed over, with their reason
     * @throws Refus the impossible; {@link Avertissements} a reason is missing
     */
    static Map<String, String> verifier(SaisieMandat saisie, Contexte c, Profil profil) {
        ControleMandat controle = new ControleMandat(profil);
        controle.unites(saisie.unite(), saisie.uniteAssociee(), c.evaluatrices());
        controle.voie(saisie);
        controle.si(c.faitLe().isAfter(c.maintenant()), "faitLe", "Le mandat ne peut pas être dans l’avenir.");
        controle.si(c.faitLe().isBefore(c.ip().qualifieeLe()), "faitLe", "Le mandat ne peut pas précéder la première analyse.");
        controle.refuser();
        LocalDate jour = c.faitLe().atZone(c.zone()).toLocalDate();
        boolean memeJour = jour.equals(c.ip().recueLe().atZone(c.zone()).toLocalDate());
        return new Avertissements.Controle(saisie.motifs())
                .si(autre(saisie.voie(), c.ip()), "AUTRE_VOIE", "Vous choisissez une autre voie que celle proposée. Pourquoi ?")
                .si(saisie.leveeDeDoutes() && !memeJour, "LEVEE_DE_DOUTES_TARDIVE",
                        "La levée de doutes s’engage d’ordinaire le jour de la réception. Pourquoi maintenant ?")
                .si(deuxTerritoires(saisie, c.territoires()), "DEUX_TERRITOIRES",
                        "Les lieux de vie sont sur deux territoires : l’évaluation est d’ordinaire conjointe. Pourquoi une seule équipe ?")
                .si(profil.recueil().navetteObligatoire() && c.navettes().posees() == 0, "NAVETTE_ABSENTE",
                        "La fiche navette précède d’ordinaire le mandat. Pourquoi s’en passer ?")
                .si(c.navettes().sansReponse() > 0, "NAVETTE_SANS_REPONSE",
                        "Une question posée aux services attend sa réponse. Pourquoi confier sans l’attendre ?")
                .exiger();
    }

    /** A change of track or of unit after the mandate: the same impossibilities. */
    static void verifierVoie(String voie, Profil profil) {
        ControleMandat controle = new ControleMandat(profil);
        controle.si(!controle.connue(voie), "voie", "Choisissez une des voies du département.");
        controle.refuser();
    }

    static void verifierUnites(String unite, String associee, Set<String> evaluatrices, Profil profil) {
        ControleMandat controle = new ControleMandat(profil);
        controle.unites(unite, associee, evaluatrices);
        controle.refuser();
    }

    private static boolean autre(String voie, InformationPreoccupante ip) {
        return voie != null && ip.voieProposee() != null && !voie.equals(ip.voieProposee());
    }

    private static boolean deuxTerritoires(SaisieMandat saisie, Collection<String> territoires) {
        return vide(saisie.uniteAssociee()) && territoires.size() > 1;
    }

    private void unites(String unite, String associee, Set<String> evaluatrices) {
        si(vide(unite) || !evaluatrices.contains(unite), "unite", "Choisissez une équipe qui évalue.");
        si(!vide(associee) && !evaluatrices.contains(associee), "uniteAssociee", "Choisissez une équipe qui évalue, ou aucune.");
        si(!vide(associee) && associee.equals(unite), "uniteAssociee", "L’équipe associée est une autre que celle qui pilote.");
    }

    private void voie(SaisieMandat saisie) {
        if (saisie.leveeDeDoutes()) {
            si(!profil.recueil().leveeDeDoutes(), "leveeDeDoutes", "Le département n’ouvre pas de levée de doutes : choisissez une voie.");
            si(!vide(saisie.voie()), "voie", "Pendant une levée de doutes la voie reste ouverte : effacez-la, ou décochez la levée de doutes.");
        } else {
            si(!connue(saisie.voie()), "voie", "Choisissez la voie d’évaluation, ou ouvrez une levée de doutes.");
        }
    }

    private boolean connue(String voie) {
        return profil.voies().stream().anyMatch(v -> v.code().equals(voie));
    }

    private void si(boolean condition, String champ, String message) {
        if (condition) {
            erreurs.add(new Refus.Erreur(champ, message));
        }
    }

    private void refuser() {
        if (!erreurs.isEmpty()) {
            throw new Refus(erreurs);
        }
    }

    private static boolean vide(String valeur) {
        return valeur == null || valeur.isBlank();
    }
}
