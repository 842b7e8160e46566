package fr.jalon.mesure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.jalon.commun.temps.EnFrancais;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;

import org.springframework.stereotype.Component;

/** Codes of measures in the words of the département. */
@Component
class LibellesMesure {

    /** A code and what people read. */
    record Mot(String code, String libelle) {
    }

    private static final Map<String, String> CADRES = Map.of("ADMINISTRATIF", "Administratif", "JUDICIAIRE", "Judiciaire");
    private static final Map<String, String> ACCORDS = Map.of("ATTENDU", "Attendu", "DONNE", "Donné", "REFUSE", "Refusé", "REVOQUE", "Retiré",
            "IMPOSSIBLE", "Impossible à demander");
    private static final Map<String, String> TIERS = Map.of("OUI", "Recherchés", "SANS_RESULTAT", "Recherchés sans résultat", "NON",
            "Non recherchés", "URGENCE", "Urgence");
    private static final Map<String, String> RAPPORTS = Map.of("SITUATION", "Rapport de situation", "TERME", "Évaluation avant le terme");
    private static final Map<String, String> PROPOSITIONS = Map.of("RENOUVELER", "Renouveler", "REQUALIFIER", "Requalifier", "CADRE",
            "Changer de cadre", "FIN", "Mettre fin");
    private static final Map<String, String> TRANSFERTS = Map.of("SERVICE", "À un autre service", "UNITE", "À un autre territoire",
            "DEPARTEMENT", "À un autre département");
    private static final Map<String, String> ORIGINES = Map.of("IP", "Décision sur une information préoccupante", "ORDONNANCE",
            "Décision de l’autorité judiciaire", "DIRECTE", "Demande ou décision directe", "REPRISE", "Reprise");
    private static final Map<String, String> AVERTISSEMENTS = Map.ofEntries(Map.entry("TERME_LONG", "Terme au-delà de la durée habituelle"),
            Map.entry("SANS_TERME", "Aucun terme indiqué"), Map.entry("PRODUIT_BASE", "Base légale inhabituelle pour ce produit"),
            Map.entry("ORDONNANCE_TARDIVE", "Ordonnance reçue tardivement"), Map.entry("TIERS_NON_RECHERCHES", "Tiers non recherchés"),
            Map.entry("TITULAIRES_INCONNUS", "Aucun titulaire connu"), Map.entry("MEME_PRODUIT", "Même produit déjà en cours"),
            Map.entry("APRES_MAJORITE", "Terme après la majorité"), Map.entry("ACCORD_MANQUANT", "Accord manquant"),
            Map.entry("TERME_PASSE", "Terme déjà passé"), Map.entry("AVANT_TERME", "Avant le terme"),
            Map.entry("PARENTS_NON_INFORMES", "Parents non informés"), Map.entry("SERVICE_SANS_PRODUIT", "Service sans ce produit"),
            Map.entry("SERVICE_COMPLET", "Service au complet"));

    private final Departement departement;

    LibellesMesure(Departement departement) {
        this.departement = departement;
    }

    Profil profil() {
        return departement.profil();
    }

    Mot cadre(String code) {
        return code == null ? null : new Mot(code, CADRES.getOrDefault(code, code));
    }

    Mot produit(String code) {
        return new Mot(code, profil().produit(code).map(Profil.Produit::sigle).orElse(code));
    }

    Mot unite(String id) {
        return id == null ? null : new Mot(id, departement.noms().getOrDefault(id, id));
    }

    Mot liste(String liste, String code) {
        return code == null ? null : new Mot(code, profil().libelle(liste, code));
    }

    Mot intensite(String produit, String code) {
        return code == null ? null : new Mot(code, Optional.ofNullable(profil().produit(produit).orElse(null)).map(Profil.Produit::intensites)
                .flatMap(l -> l.stream().filter(i -> i.code().equals(code)).map(Profil.Libelle::libelle).findFirst()).orElse(code));
    }

    String accord(String statut) {
        return ACCORDS.getOrDefault(statut, statut);
    }

    Mot tiers(String code) {
        return code == null ? null : new Mot(code, TIERS.getOrDefault(code, code));
    }

    Mot origine(String code) {
        return new Mot(code, ORIGINES.getOrDefault(code, code));
    }

    String avertissement(String code) {
        return AVERTISSEMENTS.getOrDefault(code, code);
    }

    /** What an act says, line by line: only what changed, in words. */
    List<Mot> details(Acte a, String produit, Map<String, String> adultes) {
        Map<String, String> lignes = new LinkedHashMap<>();
        a.details().forEach((nom, valeur) -> {
            String mots = valeur(a.genre(), nom, valeur, produit, adultes);
            if (mots != null) {
                lignes.put(titre(a.genre(), nom), mots);
            }
        });
        List<Mot> rendues = new ArrayList<>();
        lignes.forEach((nom, valeur) -> rendues.add(new Mot(nom, valeur)));
        return rendues;
    }

    private static String titre(GenreActe genre, String nom) {
        return switch (nom) {
            case "adulte" -> "Titulaire";
            case "statut" -> "Accord";
            case "service" -> "Service";
            case "unite" -> "Territoire";
            case "cadre" -> "Cadre";
            case "base" -> "Base légale";
            case "produit" -> "Produit";
            case "intensite" -> "Intensité";
            case "lieu" -> "Lieu d’intervention";
            case "terme" -> "Terme";
            case "autorite" -> "Autorité";
            case "reference" -> "Référence";
            case "audienceLe" -> "Audience";
            case "ordonnanceRecueLe" -> "Ordonnance reçue";
            case "date" -> "Date fixée";
            case "nature" -> "Nature";
            case "proposition" -> "Proposition";
            case "aTemps" -> "Dans le délai";
            case "motif" -> "Motif";
            case "suite" -> "Suite";
            case "genre" -> genre == GenreActe.TRANSFERT ? "Transfert" : "Référent";
            case "departement" -> "Département";
            case "parentsInformesLe" -> "Parents informés ou accord écrit";
            case "pieces" -> "Pièces transmises";
            case "juridiction" -> "Juridiction";
            default -> nom;
        };
    }

    private String valeur(GenreActe genre, String nom, String valeur, String produit, Map<String, String> adultes) {
        return switch (nom) {
            case "adulte" -> adultes.get(valeur);
            case "statut" -> accord(valeur);
            case "service", "unite" -> unite(valeur).libelle();
            case "cadre" -> cadre(valeur).libelle();
            case "base" -> profil().baseLegale(valeur).map(b -> b.libelle() + " (" + b.article() + ")").orElse(valeur);
            case "produit" -> produit(valeur).libelle();
            case "intensite" -> intensite(produit, valeur).libelle();
            case "lieu" -> profil().libelle("lieux-intervention", valeur);
            case "autorite" -> profil().libelle("autorites", valeur);
            case "terme", "audienceLe", "ordonnanceRecueLe", "date", "parentsInformesLe" -> EnFrancais.jour(LocalDate.parse(valeur));
            case "reference", "departement", "pieces", "juridiction" -> valeur;
            case "nature" -> RAPPORTS.getOrDefault(valeur, valeur);
            case "proposition" -> PROPOSITIONS.getOrDefault(valeur, valeur);
            case "aTemps" -> "OUI".equals(valeur) ? "Oui" : "Non";
            case "motif" -> profil().libelle(genre == GenreActe.SUSPENSION ? "motifs-suspension" : "motifs-fin-mesure", valeur);
            case "suite" -> profil().libelle("suites-mesure", valeur);
            case "genre" -> genre == GenreActe.TRANSFERT ? TRANSFERTS.getOrDefault(valeur, valeur)
                    : "PARCOURS".equals(valeur) ? "Référent de parcours" : "Référent de mesure";
            default -> null;
        };
    }
}
