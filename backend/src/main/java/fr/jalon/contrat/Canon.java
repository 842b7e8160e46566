package fr.jalon.contrat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fr.jalon.contrat.TableauContrat.Origine;

/**
 * The text of a closing: one line a cell, in the printed order, the same on any machine, so that its fingerprint is worth something. A tab
 * between fields; tabs and returns of the fields themselves are written {@code \t} and {@code \n}.
 */
final class Canon {

    private static final String ENTETE = "jalon-arrete-1";

    /** @param texte as shown; {@code raison} why there is no number */
    record CelluleGelee(String code, BigDecimal valeur, String texte, String raison, Origine origine) {
    }

    private Canon() {
    }

    static String ecrire(String departement, int annee, Instant le, String nom, String qualite, String remarque, List<CelluleGelee> cellules) {
        StringBuilder texte = new StringBuilder();
        ligne(texte, ENTETE, departement, String.valueOf(annee), le.toString(), nom, qualite, remarque);
        cellules.forEach(c -> ligne(texte, c.code(), c.valeur() == null ? null : c.valeur().stripTrailingZeros().toPlainString(), c.texte(), c.raison(), c.origine().name()));
        return texte.toString();
    }

    static Map<String, CelluleGelee> lire(String contenu) {
        Map<String, CelluleGelee> cellules = new LinkedHashMap<>();
        contenu.lines().skip(1).forEach(l -> {
            String[] c = l.split("\t", -1);
            cellules.put(champ(c[0]), new CelluleGelee(champ(c[0]), c[1].isEmpty() ? null : new BigDecimal(c[1]), champ(c[2]), c[3].isEmpty() ? null : champ(c[3]), Origine.valueOf(c[4])));
        });
        return cellules;
    }

    static byte[] empreinte(String contenu) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(contenu.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void ligne(StringBuilder texte, String... champs) {
        for (int n = 0; n < champs.length; n++) {
            String c = champs[n] == null ? "" : champs[n];
            texte.append(n == 0 ? "" : "\t").append(c.replace("\\", "\\\\").replace("\t", "\\t").replace("\r", "").replace("\n", "\\n"));
        }
        texte.append('\n');
    }

    private static String champ(String ecrit) {
        StringBuilder lu = new StringBuilder();
        for (int i = 0; i < ecrit.length(); i++) {
            char c = ecrit.charAt(i);
            if (c == '\\' && i + 1 < ecrit.length()) {
                char suite = ecrit.charAt(++i);
                lu.append(suite == 't' ? '\t' : suite == 'n' ? '\n' : suite);
            } else {
                lu.append(c);
            }
        }
        return lu.toString();
    }
}
