package fr.jalon.ip.consigne;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What the parquet asked, as the form says it. */
public record Demande(LocalDate du, String auteur, String reference, Set<Portee> portees, String precisions) {

    /** Words trimmed, blanks left out. */
    Demande nette() {
        return new Demande(du, auteur.strip(), ReglesConsigne.vide(reference), portees, ReglesConsigne.vide(precisions));
    }

    /** The same request is already on the file, and neither lifted nor withdrawn. */
    boolean dejaDans(List<Consigne> consignes) {
        return consignes.stream().anyMatch(c -> !c.annulee() && c.leveeLe() == null && c.du().equals(du) && c.auteur().equalsIgnoreCase(auteur)
                && java.util.Objects.equals(c.reference(), reference) && c.portees().equals(portees));
    }
}
