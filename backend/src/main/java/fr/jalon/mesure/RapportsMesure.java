package fr.jalon.mesure;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Mission;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.EnFrancais;

import jakarta.validation.constraints.Size;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Situation reports (L223-5) and the evaluation before the term, which makes what follows to be decided. */
@Service
public class RapportsMesure {

    /**
     * A report handed in.
     *
     * @param nature {@code SITUATION} or {@code TERME}
     * @param proposition {@code RENOUVELER}, {@code REQUALIFIER}, {@code CADRE} or {@code FIN}; required at the term
     */
    public record DemandeRapport(Long version, String nature, LocalDate le, String proposition, @Size(max = 20_000) String texte) {
    }

    private static final Set<String> PROPOSITIONS = Set.of("RENOUVELER", "REQUALIFIER", "CADRE", "FIN");

    private final ActesMesure actes;
    private final Garde garde;
    private final JdbcClient jdbc;

    RapportsMesure(ActesMesure actes, Garde garde, JdbcClient jdbc) {
        this.actes = actes;
        this.garde = garde;
        this.jdbc = jdbc;
    }

    @Transactional
    public void rendre(UUID mesureId, DemandeRapport d) {
        Mesure m = actes.ouvrir(mesureId, d.version(), Mission.EXERCICE, Mission.PARCOURS);
        if (!m.etat().enExercice()) {
            throw m.pasMaintenant();
        }
        if (d.nature() == null || !Set.of("SITUATION", "TERME").contains(d.nature())) {
            throw Refus.champ("nature", "Dites s’il s’agit d’un rapport de situation ou de l’évaluation avant le terme.");
        }
        garde.fait("le", d.le(), m);
        Garde.pasAvant("le", d.le(), m.demarreeLe(), "la première intervention");
        LocalDate dernier = actes.de(m).stream().filter(a -> a.vivant() && a.genre() == GenreActe.RAPPORT).map(Acte::le)
                .max(LocalDate::compareTo).orElse(null);
        if (dernier != null && d.le().isBefore(dernier)) {
            throw Refus.champ("le", "Un rapport plus récent est déjà rendu, le " + EnFrancais.jour(dernier) + ".");
        }
        boolean terme = "TERME".equals(d.nature());
        if (terme && (d.proposition() == null || !PROPOSITIONS.contains(d.proposition())) || d.proposition() != null && !PROPOSITIONS.contains(d.proposition())) {
            throw Refus.champ("proposition", "Choisissez ce que l’évaluation propose.");
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("nature", d.nature());
        details.put("proposition", d.proposition());
        due(m).ifPresent(due -> {
            details.put("dateLegale", due);
            details.put("aTemps", d.le().isAfter(due) ? "NON" : "OUI");
        });
        String etape = m.etape();
        actes.noter(m, GenreActe.RAPPORT, d.le(), details, null, d.texte());
        actes.avancer(m, etape, "rapport");
    }

    /** By when the situation report was due: it moves once this one is in, so it is kept with it. */
    private Optional<LocalDate> due(Mesure m) {
        Sujet sujet = Sujet.mesure(m.id());
        return jdbc.sql("""
                select date_legale from echeance where sujet_type = ? and sujet_id = ? and genre = 'RAPPORT_SITUATION' and etat = 'OUVERTE'""")
                .params(List.of(sujet.type().name(), sujet.id())).query(LocalDate.class).optional();
    }
}
