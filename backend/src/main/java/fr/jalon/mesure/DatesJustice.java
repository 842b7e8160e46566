package fr.jalon.mesure;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Mission;
import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.EnFrancais;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The dates of a judicial measure, kept one by one: hearing, order, its receipt, the day it fixes, the judge's seizure after an OPP. */
@Service
public class DatesJustice {

    /** @param genre {@code AUDIENCE}, {@code ORDONNANCE_RECUE}, {@code DATE_FIXEE} or {@code SAISINE_JUGE} */
    public record DemandeDate(Long version, GenreActe genre, LocalDate le, Map<String, String> motifs) {
    }

    private static final Set<GenreActe> GENRES = Set.of(GenreActe.AUDIENCE, GenreActe.ORDONNANCE_RECUE, GenreActe.DATE_FIXEE, GenreActe.SAISINE_JUGE);

    private final ActesMesure actes;
    private final Garde garde;

    DatesJustice(ActesMesure actes, Garde garde) {
        this.actes = actes;
        this.garde = garde;
    }

    @Transactional
    public void noter(UUID mesureId, DemandeDate d) {
        Mesure m = actes.ouvrir(mesureId, Mission.MESURE, d.version());
        if (m.etat() == EtatMesure.ANNULEE) {
            throw m.pasMaintenant();
        }
        if (!"JUDICIAIRE".equals(m.cadre())) {
            throw new Conflit(null, null, "Une mesure administrative n’a pas de date de justice.");
        }
        if (d.genre() == null || !GENRES.contains(d.genre())) {
            throw Refus.champ("genre", "Choisissez la date à noter.");
        }
        actes.de(m).stream().filter(a -> a.vivant() && a.genre() == d.genre()).findFirst().ifPresent(a -> {
            throw Refus.champ("genre", "Cette date est déjà notée, le " + EnFrancais.jour(a.le()) + "\u00a0: annulez-la pour la corriger.");
        });
        Map<String, String> passes = verifier(m, d);
        Map<String, Object> details = new LinkedHashMap<>();
        // What the order fixes may be to come: it is a fact of the order, on the order's day.
        details.put("date", d.genre() == GenreActe.DATE_FIXEE ? d.le() : null);
        actes.noter(m, d.genre(), d.genre() == GenreActe.DATE_FIXEE ? m.decideeLe() : d.le(), details, passes, null);
        actes.suivre(m, "date-de-justice");
    }

    private Map<String, String> verifier(Mesure m, DemandeDate d) {
        if (d.le() == null) {
            throw Refus.champ("le", "Indiquez la date.");
        }
        switch (d.genre()) {
            case AUDIENCE -> {
                if (garde.fait("le", d.le()).isAfter(m.decideeLe())) {
                    throw Refus.champ("le", "L’audience précède l’ordonnance, rendue le " + EnFrancais.jour(m.decideeLe()) + ".");
                }
            }
            case DATE_FIXEE -> Garde.pasAvant("le", d.le(), m.decideeLe(), "l’ordonnance");
            case SAISINE_JUGE -> {
                garde.fait("le", d.le(), m);
                if (actes.de(m).stream().noneMatch(a -> a.vivant() && "OPP".equals(a.d("base")))) {
                    throw Refus.champ("genre", "La saisine du juge suit une ordonnance de placement provisoire.");
                }
            }
            default -> garde.fait("le", d.le(), m);
        }
        return new Avertissements.Controle(d.motifs())
                .si(d.genre() == GenreActe.ORDONNANCE_RECUE && d.le().isAfter(m.decideeLe().plusDays(OuvrirMesures.ORDONNANCE_TARDIVE_JOURS)),
                        "ORDONNANCE_TARDIVE", "L’ordonnance a été reçue plus de deux semaines après avoir été rendue.").exiger();
    }
}
