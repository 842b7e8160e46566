package fr.jalon.autonomie;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.EnFrancais;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;

import org.springframework.stereotype.Component;

/** What several acts refuse: days that are not yet or come before care, codes the profile does not have. */
@Component("gardeAutonomie")
class Garde {

    private final Horloge horloge;
    private final Departement departement;

    Garde(Horloge horloge, Departement departement) {
        this.horloge = horloge;
        this.departement = departement;
    }

    /** A fact: it has a day, and that day has come. */
    LocalDate fait(String champ, LocalDate le) {
        if (le == null) {
            throw Refus.champ(champ, "Indiquez la date.");
        }
        if (le.isAfter(horloge.aujourdhui())) {
            throw Refus.champ(champ, "Cette date est à venir\u00a0: notez l’acte le jour où il a lieu.");
        }
        return le;
    }

    /** A fact of the path, which cannot precede the first day in care. */
    LocalDate fait(String champ, LocalDate le, Situation s) {
        fait(champ, le);
        return s.chaines().isEmpty() ? le : pasAvant(champ, le, s.chaines().get(0).debut(), "l’entrée à l’aide sociale à l’enfance");
    }

    static LocalDate pasAvant(String champ, LocalDate le, LocalDate borne, String quoi) {
        if (le != null && borne != null && le.isBefore(borne)) {
            throw Refus.champ(champ, "Cette date précède " + quoi + ", le " + EnFrancais.jour(borne) + ".");
        }
        return le;
    }

    String code(String champ, String liste, String code, boolean requis) {
        if (code == null || code.isBlank()) {
            if (requis) {
                throw Refus.champ(champ, "Choisissez dans la liste.");
            }
            return null;
        }
        if (profil().liste(liste).stream().noneMatch(l -> l.code().equals(code))) {
            throw Refus.champ(champ, "Choisissez dans la liste.");
        }
        return code;
    }

    List<String> codes(String champ, String liste, List<String> codes) {
        if (codes != null) {
            for (int i = 0; i < codes.size(); i++) {
                code(champ + "[" + i + "]", liste, codes.get(i), true);
            }
        }
        return codes == null ? List.of() : codes;
    }

    static String parmi(String champ, String valeur, String message, String... admis) {
        if (valeur == null || !List.of(admis).contains(valeur)) {
            throw Refus.champ(champ, message);
        }
        return valeur;
    }

    static boolean dit(String champ, Boolean valeur) {
        if (valeur == null) {
            throw Refus.champ(champ, "Répondez par oui ou par non.");
        }
        return valeur;
    }

    static String ecrit(String champ, String texte, String message) {
        String net = ActesAutonomie.net(texte);
        if (net == null) {
            throw Refus.champ(champ, message);
        }
        return net;
    }

    /** The term written, or the one the duration gives, date to date. */
    static LocalDate terme(LocalDate depuis, LocalDate terme, String duree) {
        LocalDate lu = terme;
        if (terme == null && duree != null && !duree.isBlank()) {
            try {
                lu = depuis.plus(Period.parse(duree));
            } catch (DateTimeException e) {
                throw Refus.champ("duree", "Indiquez une durée en jours, mois ou années.");
            }
        }
        if (lu == null) {
            throw Refus.champ("terme", "Indiquez jusqu’à quand, ou pour combien de temps.");
        }
        return pasAvant("terme", lu, depuis, "le début");
    }

    Profil profil() {
        return departement.profil();
    }

    LocalDate aujourdhui() {
        return horloge.aujourdhui();
    }
}
