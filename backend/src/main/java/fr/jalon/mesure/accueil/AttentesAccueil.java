package fr.jalon.mesure.accueil;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import fr.jalon.commun.temps.Horloge;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Naissance;
import fr.jalon.dossier.NomEnfant;
import fr.jalon.echeance.Attendue;
import fr.jalon.echeance.Origine;
import fr.jalon.mesure.AttentesMesure;
import fr.jalon.mesure.Mesure;

import org.springframework.stereotype.Component;

/**
 * Due dates of an entrusted child besides those of the measure: the judge told a month before a change of place after two years with the same
 * carer (L223-3), the commission every six months for a child under two (L223-1), the examination of the status of a long placement (L227-2-1).
 */
@Component
class AttentesAccueil implements AttentesMesure {

    private final ChangementsEnBase changements;
    private final LieuxEnBase lieux;
    private final RevuesEnBase revues;
    private final Dossiers dossiers;
    private final Horloge horloge;

    AttentesAccueil(ChangementsEnBase changements, LieuxEnBase lieux, RevuesEnBase revues, Dossiers dossiers, Horloge horloge) {
        this.changements = changements;
        this.lieux = lieux;
        this.revues = revues;
        this.dossiers = dossiers;
        this.horloge = horloge;
    }

    @Override
    public List<Attendue> de(Mesure m) {
        List<Attendue> attendues = new ArrayList<>();
        if (m.etat().enExercice() && "JUDICIAIRE".equals(m.cadre())) {
            changements.prepare(m.id()).filter(p -> avisDu(m, p)).ifPresent(p -> attendues.add(new Attendue("JUGE_AVISE", null, Origine.de(p.prevuLe()),
                    p.jugeAviseLe() == null ? null : midi(p.jugeAviseLe()))));
        }
        if (m.etat().enExercice() && m.accueil()) {
            examens(m, attendues);
        }
        return attendues;
    }

    private boolean avisDu(Mesure m, ChangementsEnBase.Prevu p) {
        List<Lieu> principaux = lieux.principauxDeLEnfant(m.enfantId());
        return principaux.stream().filter(l -> l.mesureId().equals(m.id()) && l.au() == null).max(Comparator.comparing(Lieu::du))
                .filter(l -> ReglesLieu.avisDu(ReglesLieu.depuis(l, principaux), p.prevuLe())).isPresent();
    }

    /** Each examination is counted from the last one held, the first from the day the child was entrusted. */
    private void examens(Mesure m, List<Attendue> attendues) {
        NomEnfant enfant = dossiers.nomsDe(List.of(m.enfantId())).get(m.enfantId());
        Naissance naissance = enfant == null ? Naissance.inconnue() : enfant.naissance();
        List<RevuesEnBase.Revue> tenues = revues.de(m.enfantId()).stream().filter(r -> r.tenueLe() != null && !r.tenueLe().isBefore(m.demarreeLe())).toList();
        LocalDate cessec = derniere(tenues, GenreRevue.CESSEC);
        LocalDate depuis = cessec == null ? m.demarreeLe() : cessec;
        if (naissance.moinsDeDeuxAns(depuis)) {
            attendues.add(new Attendue("CESSEC_MOINS_DEUX_ANS", null, Origine.de(depuis), null));
        }
        LocalDate statut = derniere(tenues, GenreRevue.STATUT);
        if (statut != null) {
            attendues.add(new Attendue("EXAMEN_STATUT_SUIVANT", null, Origine.de(statut), null));
        } else {
            attendues.add(new Attendue(naissance.moinsDeDeuxAns(m.demarreeLe()) ? "EXAMEN_STATUT_MOINS_DEUX_ANS" : "EXAMEN_STATUT", null,
                    Origine.de(m.demarreeLe()), null));
        }
    }

    private static LocalDate derniere(List<RevuesEnBase.Revue> tenues, GenreRevue genre) {
        return tenues.stream().filter(r -> r.genre() == genre).map(RevuesEnBase.Revue::tenueLe).max(LocalDate::compareTo).orElse(null);
    }

    private Instant midi(LocalDate jour) {
        return jour.atTime(12, 0).atZone(horloge.zone()).toInstant();
    }
}
