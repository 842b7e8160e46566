package fr.jalon.mesure.accueil;

import java.util.Map;
import java.util.Optional;

import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.dossier.DessinFrise;

import org.springframework.stereotype.Component;

/** Measures, their waits and the places where an entrusted child lives, on the timeline of the child, in the département's words. */
@Component
class DessinFriseMesure implements DessinFrise {

    private final Departement departement;

    DessinFriseMesure(Departement departement) {
        this.departement = departement;
    }

    @Override
    public Optional<Trait> periode(String genre, Map<String, String> d) {
        return Optional.ofNullable(switch (genre) {
            case "MESURE" -> new Trait(Voie.AUCUNE, "");
            case "ATTENTE_ACCORD" -> new Trait(Voie.ATTENTE, "Accord attendu" + produit(d, " (", ")"));
            case "ATTENTE_EXERCICE" -> new Trait(Voie.ATTENTE, "Attente d’exercice" + produit(d, " (", ")"));
            case "EXERCEE" -> new Trait(Voie.MESURE, produit(d, "", "").isEmpty() ? "Mesure" : produit(d, "", ""));
            case "SUSPENDUE" -> new Trait(Voie.MESURE, "Suspendue");
            case "CONFIE" -> new Trait(Voie.ACCUEIL, "Confié");
            case "LIEU_ACCUEIL" -> new Trait(Voie.ACCUEIL, lieu(d));
            default -> null;
        });
    }

    @Override
    public Optional<Voie> fait(String type) {
        if (!type.startsWith("mesure.")) {
            return Optional.empty();
        }
        return Optional.of(switch (type) {
            case "mesure.lieu", "mesure.lieu-fini", "mesure.droit", "mesure.fratrie", "mesure.revue" -> Voie.ACCUEIL;
            case "mesure.audience", "mesure.ordonnance", "mesure.ordonnance-recue", "mesure.juge-avise", "mesure.juge-saisi" -> Voie.JUSTICE;
            case "mesure.accord", "mesure.accord-revoque", "mesure.affectee", "mesure.affectation-retiree", "mesure.rang-propose" -> Voie.ATTENTE;
            default -> Voie.MESURE;
        });
    }

    @Override
    public String precision(String type, Map<String, String> d) {
        return switch (type) {
            case "mesure.lieu", "mesure.lieu-fini" -> lieu(d);
            case "mesure.decidee", "mesure.demarree", "mesure.requalifiee", "mesure.renouvelee", "mesure.terminee", "mesure.caduque" -> produit(d, "", "");
            default -> "";
        };
    }

    /** « Famille d’accueil, relais »: the nature is told when it is not the main place. */
    private static String lieu(Map<String, String> d) {
        String type = TypeLieu.libelle(d.getOrDefault("type", ""));
        String nature = d.getOrDefault("nature", "");
        for (NatureLieu n : NatureLieu.values()) {
            if (n != NatureLieu.PRINCIPAL && n.name().equals(nature)) {
                return type + ", " + n.libelle().toLowerCase();
            }
        }
        return type;
    }

    private String produit(Map<String, String> d, String avant, String apres) {
        String code = d.get("produit");
        return code == null ? "" : avant + departement.profil().produit(code).map(Profil.Produit::sigle).orElse(code) + apres;
    }
}
