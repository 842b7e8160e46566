package fr.jalon.tache;

import java.util.ArrayList;
import java.util.List;

/** The sorts offered. Each is the key of an index and ends in the id, so that a page is found and never counted up to. */
public enum Tri {
    ECHEANCE("t.date_tri::date"),
    ANCIENNETE("t.cree_le::timestamptz"),
    UNITE("t.unite_id::text", "t.date_tri::date"),
    ETAPE("t.etape_rang::smallint", "t.date_tri::date"),
    REFERENCE("t.reference::text");

    /** A column of the key and the SQL type its value comes back as. */
    record Colonne(String nom, String type) {
    }

    private final List<Colonne> cle;

    Tri(String... colonnes) {
        List<Colonne> lues = new ArrayList<>();
        for (String colonne : colonnes) {
            String[] parts = colonne.split("::");
            lues.add(new Colonne(parts[0], parts[1]));
        }
        lues.add(new Colonne("t.id", "text"));
        this.cle = List.copyOf(lues);
    }

    List<Colonne> cle() {
        return cle;
    }

    String ordre(boolean descendant) {
        return String.join(", ", cle.stream().map(c -> c.nom() + (descendant ? " desc" : "")).toList());
    }

    /** {@code (a, b, id) > (:k0::x, :k1::y, :k2::text)}: one comparison of rows, which the index answers. */
    String apres(boolean avant) {
        StringBuilder valeurs = new StringBuilder();
        for (int i = 0; i < cle.size(); i++) {
            valeurs.append(i == 0 ? "" : ", ").append("cast(:k").append(i).append(" as ").append(cle.get(i).type()).append(')');
        }
        return "(" + String.join(", ", cle.stream().map(Colonne::nom).toList()) + ") " + (avant ? "<" : ">") + " (" + valeurs + ")";
    }
}
