package fr.jalon.acces.droits;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Role;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.chiffrement.Chiffrement;
import fr.jalon.essai.Gens;
import fr.jalon.processus.Chantier;
import fr.jalon.mesure.Atelier;
import fr.jalon.projet.AtelierProjet;

import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One file of each kind in one territory, and which kind an address is about. */
@Lazy
@Component
class DossiersDEssai {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    /** Beginning of an address → kind of file its first variable names. The longest that fits holds. */
    private static final Map<String, String> GENRES = new LinkedHashMap<>();
    static {
        GENRES.put("/api/ip/{", "IP");
        GENRES.put("/api/{dossier}/{", "IP");
        GENRES.put("/api/dessins/{type}/{", "IP");
        GENRES.put("/api/informations/{", "INFORMATION");
        GENRES.put("/api/navettes/{", "NAVETTE");
        GENRES.put("/api/mesures/{", "MESURE");
        GENRES.put("/api/attente/mesures/{", "MESURE");
        GENRES.put("/api/enfants/{", "ENFANT");
        GENRES.put("/api/projets/{", "PROJET");
        GENRES.put("/api/projets/de-l-enfant/{", "ENFANT");
        GENRES.put("/api/autonomies/{", "AUTONOMIE");
        GENRES.put("/api/autonomies/enfants/{", "ENFANT");
        GENRES.put("/api/droits/enfants/{", "ENFANT");
        GENRES.put("/api/taches/{", "TACHE");
        GENRES.put("/api/echeances/{", "ECHEANCE");
        GENRES.put("/api/documents/{", "DOCUMENT");
    }

    private final Chantier chantier;
    private final Atelier mesures;
    private final AtelierProjet projets;
    private final Gens gens;
    private final Chiffrement chiffrement;
    private final JdbcClient jdbc;
    private final String nom = "Kervihan" + UUID.randomUUID().toString().substring(0, 8);

    DossiersDEssai(Chantier chantier, Atelier mesures, AtelierProjet projets, Gens gens, Chiffrement chiffrement, JdbcClient jdbc) {
        this.chantier = chantier;
        this.mesures = mesures;
        this.projets = projets;
        this.gens = gens;
        this.chiffrement = chiffrement;
        this.jdbc = jdbc;
    }

    private static String sha256(String texte) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(texte.getBytes(StandardCharsets.UTF_8)));
    }

    String nomSecret() {
        return nom;
    }

    /** @return ids by kind; the child bears {@link #nomSecret} */
    Map<String, String> deRedon() throws Exception {
        Map<String, UUID> ids = new HashMap<>();
        IdentiteCourante.en(Identite.systeme("essai"), () -> {
            ids.put("IP", chantier.enEvaluation(Atelier.UNITE, Atelier.UNITE).id());
            ids.put("INFORMATION", chantier.information(Atelier.UNITE).id());
            return null;
        });
        jdbc.sql("update information_entrante set saisie_par = ? where id = ?").params(gens.de(Role.AGENT_CRIP, null), ids.get("INFORMATION")).update();
        UUID enfant = mesures.enfant();
        jdbc.sql("update enfant set nom = ? where id = ?").params(nom, enfant).update();
        ids.put("ENFANT", enfant);
        ids.put("MESURE", projets.mesure(20, enfant));
        ids.put("PROJET", projets.projet(enfant));
        jdbc.sql("insert into information_mineur(information_id, enfant_id, ordre) values (?, ?, 0)").params(ids.get("INFORMATION"), enfant).update();
        jdbc.sql("insert into mineur_concerne(id, ip_id, enfant_id, ordre) values (?, ?, ?, 0)").params(Ids.nouveau(), ids.get("IP"), enfant).update();
        ids.put("ECHEANCE", jdbc.sql("select id from echeance where sujet_id = ? limit 1").param(ids.get("MESURE")).query(UUID.class).single());
        UUID jeune = mesures.enfant(mesures.ilYA(5860));
        jdbc.sql("update enfant set nom = ? where id = ?").params(nom, jeune).update();
        projets.mesure(mesures.placement(40, jeune), 30);
        ids.put("AUTONOMIE", jdbc.sql("select id from autonomie where enfant_id = ?").param(jeune).query(UUID.class).single());
        UUID document = Ids.nouveau();
        jdbc.sql("""
                insert into document(id, sujet_type, sujet_id, genre, nom, type_mime, taille, sha256, depose_le)
                values (?, 'IP', ?, 'AUTRE', 'essai.txt', 'text/plain', 5, ?, now())""").params(document, ids.get("IP"), sha256("essai")).update();
        jdbc.sql("insert into document_contenu(document_id, contenu) values (?, ?)")
                .params(document, chiffrement.chiffrer("essai".getBytes(StandardCharsets.UTF_8), "document/" + document)).update();
        ids.put("DOCUMENT", document);
        UUID navette = Ids.nouveau();
        jdbc.sql("""
                insert into fiche_navette(id, information_id, service, question, posee_le) values (?, ?, 'PMI', 'Question d’essai', now())""")
                .params(navette, ids.get("INFORMATION")).update();
        ids.put("NAVETTE", navette);
        Map<String, String> textes = new HashMap<>();
        ids.forEach((genre, id) -> textes.put(genre, id.toString()));
        textes.put("TACHE", jdbc.sql("select id from tache where sujet_id = ? limit 1").param(ids.get("IP")).query(String.class).single());
        return textes;
    }

    static String genre(String chemin) {
        return GENRES.entrySet().stream().filter(e -> chemin.startsWith(e.getKey())).reduce((a, b) -> a.getKey().length() > b.getKey().length() ? a : b)
                .map(Map.Entry::getValue).orElse(null);
    }

    /** Variables of an address that are words, not ids. */
    static String valeur(String chemin, String variable) {
        return switch (variable) {
            case "dossier" -> "ip";
            case "type" -> chemin.startsWith("/api/contrat") ? "CIBLE" : "IP";
            case "formulaire" -> "essai";
            case "genre" -> "RECEPTION";
            case "axe" -> "PRODUIT";
            case "annee" -> "2025";
            case "mois" -> "1";
            case "cle" -> "mesure";
            case "nom" -> "taches";
            case "numero" -> "1";
            case "code" -> chemin.startsWith("/api/conservation") ? "IP_CLASSEMENT" : chemin.startsWith("/api/regles") ? "EVALUATION" : chemin.startsWith("/api/indicateurs") ? "35-F06-01"
                    : chemin.startsWith("/api/contrat") ? "35-F27-02" : chemin.startsWith("/api/statistiques") ? "SEXE" : "CONTEXTE";
            case "fiche" -> "27";
            case "decoupe" -> "UNITE";
            default -> null;
        };
    }

    /** The address of an operation on these files; what it names beside is nothing that exists. */
    static String adresse(String chemin, Map<String, String> ids) {
        String genre = genre(chemin);
        Matcher variables = VARIABLE.matcher(chemin);
        StringBuilder adresse = new StringBuilder();
        boolean premiere = true;
        while (variables.find()) {
            String valeur = valeur(chemin, variables.group(1));
            if (valeur == null) {
                valeur = premiere && genre != null ? ids.get(genre) : new UUID(0, 9).toString();
                premiere = false;
            }
            variables.appendReplacement(adresse, valeur);
        }
        return variables.appendTail(adresse).toString();
    }

    static long variables(String chemin) {
        return VARIABLE.matcher(chemin).results().count();
    }

    static String parametre(String point, String nom, String valeur, Map<String, String> ids) {
        return switch (nom) {
            case "sujetId" -> ids.get("IP");
            case "sujetType" -> "IP";
            default -> valeur;
        };
    }

    /** A body that does nothing big when it passes. */
    static String corps(PointEntree p) {
        return p.chemin().equals("/api/demo/avancer") ? "{\"jours\": 0}" : p.corps();
    }
}
