package fr.jalon.droits;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.StringJoiner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.commun.temps.EnFrancais;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Turns what a row holds into the words somebody who asks for their file can read. */
@Component
class MotsDuDossier {

    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private final Departement departement;
    private final Horloge horloge;
    private final ObjectMapper json;
    private final Properties codes = new Properties();

    MotsDuDossier(Departement departement, Horloge horloge, ObjectMapper json) {
        this.departement = departement;
        this.horloge = horloge;
        this.json = json;
        try (Reader flux = new InputStreamReader(new ClassPathResource("droits/codes.properties").getInputStream(), StandardCharsets.UTF_8)) {
            codes.load(flux);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By its type; null and empty say nothing. */
    String valeur(Object v) throws java.sql.SQLException {
        if (v == null) {
            return null;
        }
        if (v instanceof java.sql.Date d) {
            return jour(d.toLocalDate());
        }
        if (v instanceof LocalDate d) {
            return jour(d);
        }
        if (v instanceof Timestamp t) {
            return instant(t.toInstant());
        }
        if (v instanceof java.sql.Time h) {
            return heure(h.toLocalTime());
        }
        if (v instanceof Boolean b) {
            return b ? "oui" : null;
        }
        if (v instanceof java.sql.Array tableau) {
            StringJoiner mots = new StringJoiner(", ");
            for (Object o : (Object[]) tableau.getArray()) {
                mots.add(code(String.valueOf(o), null));
            }
            return mots.length() == 0 ? null : mots.toString();
        }
        String texte = v.toString().strip();
        return texte.isEmpty() ? null : texte;
    }

    private String jour(LocalDate d) {
        return EnFrancais.jour(d);
    }

    private String instant(Instant i) {
        LocalTime heure = i.atZone(horloge.zone()).toLocalTime();
        return jour(horloge.jour(i)) + (heure.equals(LocalTime.MIDNIGHT) || heure.equals(LocalTime.NOON) ? "" : " à " + heure(heure));
    }

    private static String heure(LocalTime h) {
        return h.getHour() + "\u00a0h" + (h.getMinute() == 0 ? "" : "\u00a0%02d".formatted(h.getMinute()));
    }

    /** The words of a code: of the list it belongs to, of the house, of any list that has it, or the code said plainly. */
    String code(String code, String liste) {
        if (code == null || code.isBlank()) {
            return null;
        }
        Profil profil = departement.profil();
        if (liste != null) {
            for (Profil.Libelle l : profil.listes().getOrDefault(liste, java.util.List.of())) {
                if (l.code().equals(code)) {
                    return l.libelle();
                }
            }
        }
        String connu = codes.getProperty(code);
        return connu != null ? connu : duProfil().getOrDefault(code, dire(code));
    }

    private Map<String, String> duProfil() {
        Profil profil = departement.profil();
        Map<String, String> mots = new HashMap<>();
        profil.produits().forEach(p -> mots.putIfAbsent(p.code(), p.libelle()));
        profil.basesLegales().forEach(b -> mots.putIfAbsent(b.code(), b.libelle()));
        profil.sectionsRapport().forEach(s -> mots.putIfAbsent(s.code(), s.libelle()));
        profil.voies().forEach(v -> mots.putIfAbsent(v.code(), v.libelle()));
        // A code two lists say differently is said by neither.
        Set<String> ambigus = new HashSet<>();
        Map<String, String> desListes = new HashMap<>();
        profil.listes().values().forEach(l -> l.forEach(x -> {
            String avant = desListes.putIfAbsent(x.code(), x.libelle());
            if (avant != null && !avant.equals(x.libelle())) {
                ambigus.add(x.code());
            }
        }));
        ambigus.forEach(desListes::remove);
        desListes.forEach(mots::putIfAbsent);
        return mots;
    }

    private static String dire(String code) {
        if (!code.equals(code.toUpperCase(Locale.ROOT)) || code.matches("[0-9].*")) {
            return code;
        }
        String mots = code.toLowerCase(Locale.FRENCH).replace('_', ' ');
        return mots.isEmpty() ? mots : mots.substring(0, 1).toUpperCase(Locale.FRENCH) + mots.substring(1);
    }

    /** « motif de fin : Objectifs atteints ; terme : 3 mars 2026 »; ids lead nowhere and are left out. */
    String details(String objet) {
        StringJoiner mots = new StringJoiner("\u00a0; ");
        for (Iterator<Map.Entry<String, JsonNode>> i = lire(objet).fields(); i.hasNext();) {
            Map.Entry<String, JsonNode> champ = i.next();
            String dit = detail(champ.getValue());
            if (dit != null) {
                mots.add(cle(champ.getKey()) + "\u00a0: " + dit);
            }
        }
        return mots.length() == 0 ? null : mots.toString();
    }

    private String detail(JsonNode v) {
        if (v.isNull() || v.isContainerNode()) {
            return null;
        }
        String texte = v.asText().strip();
        if (texte.isEmpty() || texte.matches(UUID + "(," + UUID + ")*") || "false".equals(texte) || "NON".equals(texte)) {
            return null;
        }
        if ("true".equals(texte) || "OUI".equals(texte)) {
            return "oui";
        }
        try {
            return jour(LocalDate.parse(texte));
        } catch (DateTimeParseException e) {
            String unite = departement.noms().get(texte);
            return unite != null ? unite : code(texte, null);
        }
    }

    private static String cle(String nom) {
        return nom.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.FRENCH);
    }

    /** What agents wrote to pass a warning. */
    String motifs(String objet) {
        StringJoiner mots = new StringJoiner("\u00a0; ");
        lire(objet).fields().forEachRemaining(champ -> mots.add(champ.getValue().asText()));
        return mots.length() == 0 ? null : mots.toString();
    }

    private JsonNode lire(String objet) {
        try {
            return json.readTree(objet == null ? "{}" : objet);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
