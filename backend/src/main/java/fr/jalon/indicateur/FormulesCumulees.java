package fr.jalon.indicateur;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The formulas that are added up, under the hash of their text: what is stored under one never means something else. */
final class FormulesCumulees {

    /** To be raised when what a formula adds changes without its text. */
    private static final String VERSION = "1";

    /** @param dates days of documents its indicators are read on */
    record Cumulee(Formule formule, NavigableSet<LocalDate> dates, String texte, String empreinte) {
    }

    private final Map<Formule, Cumulee> cumulees = new LinkedHashMap<>();

    FormulesCumulees(Iterable<Indicateur> indicateurs) {
        Map<Formule, NavigableSet<LocalDate>> dates = new LinkedHashMap<>();
        for (Indicateur i : indicateurs) {
            if (Forme.de(i.mesure()) != Forme.AUCUNE) {
                NavigableSet<LocalDate> siennes = dates.computeIfAbsent(base(i.mesure()), k -> new TreeSet<>());
                if (i.dates() != null) {
                    siennes.addAll(i.dates().values());
                }
            }
            Formule temoin = i.mesure() instanceof FormuleComposee ? null : Formule.Temoin.de(i.mesure());
            if (temoin != null) {
                dates.computeIfAbsent(temoin, k -> new TreeSet<>());
            }
        }
        dates.forEach((formule, siennes) -> {
            String texte = formule + " " + siennes;
            cumulees.put(formule, new Cumulee(formule, siennes, texte, empreinte(VERSION + texte)));
        });
    }

    /** Statistics of the same lengths share their cells. */
    static Formule base(Formule f) {
        return f instanceof Formule.Duree d ? new Formule.Duree(d.etape(), Statistique.MOYENNE)
                : f instanceof FormuleMesure.Delai d ? new FormuleMesure.Delai(d.de(), d.a(), d.filtre(), Statistique.MOYENNE)
                : f instanceof FormuleMesure.Longueur l ? new FormuleMesure.Longueur(l.genre(), l.filtre(), Statistique.MOYENNE) : f;
    }

    /** Null for one that is not added up. */
    Cumulee de(Formule f) {
        return cumulees.get(base(f));
    }

    Iterable<Cumulee> toutes() {
        return cumulees.values();
    }

    int nombre() {
        return cumulees.size();
    }

    private static String empreinte(String texte) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(texte.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
