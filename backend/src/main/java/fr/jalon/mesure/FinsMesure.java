package fr.jalon.mesure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Mission;
import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.EnFrancais;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.evenement.Evenements;

import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Endings, each said by somebody: ended with its reason and what follows, lapsed without having been exercised, entered by mistake. */
@Service
public class FinsMesure {

    /** @param a the hour, which counts for an « accueil 72 heures » */
    public record DemandeFinMesure(Long version, LocalDate le, LocalTime a, String motif, String suite, @Size(max = 4000) String texte,
            Map<String, String> motifs) {
    }

    /** @param le day it lapsed, which is its term when not said */
    public record DemandeCaducite(Long version, LocalDate le, @Size(max = 4000) String texte) {
    }

    public record DemandeAnnulation(Long version, @Size(max = 4000) String motif) {
    }

    private final ActesMesure actes;
    private final Garde garde;
    private final Evenements evenements;
    private final Horloge horloge;

    FinsMesure(ActesMesure actes, Garde garde, Evenements evenements, Horloge horloge) {
        this.actes = actes;
        this.garde = garde;
        this.evenements = evenements;
        this.horloge = horloge;
    }

    @Transactional
    public void terminer(UUID mesureId, DemandeFinMesure d) {
        Mesure m = ouverte(mesureId, d.version());
        garde.suite("le", d.le(), m, actes.de(m));
        if ("TRANSFERT".equals(d.motif())) {
            throw Refus.champ("motif", "Enregistrez le transfert à l’autre département\u00a0: il met fin à la mesure ici.");
        }
        String motif = garde.code("motif", "motifs-fin-mesure", d.motif(), true);
        String suite = garde.code("suite", "suites-mesure", d.suite(), true);
        if ("ACCORD_REFUSE".equals(motif) && (m.etat() != EtatMesure.ATTENTE_ACCORD)) {
            throw Refus.champ("motif", "L’accord n’est plus attendu\u00a0: s’il est retiré, notez-le comme tel.");
        }
        Map<String, String> passes = new Avertissements.Controle(d.motifs())
                .si("TERME".equals(motif) && m.terme() != null && d.le().isBefore(m.terme()), "AVANT_TERME",
                        "Le terme de la mesure n’est pas atteint à cette date" + (m.terme() == null ? "" : " (" + EnFrancais.jour(m.terme()) + ")") + ".")
                .exiger();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("motif", motif);
        details.put("suite", suite);
        details.put("a", d.a() == null ? null : heure(d));
        finir(m, GenreActe.FIN, d.le(), details, passes, d.texte(), "terminer");
    }

    private Instant heure(DemandeFinMesure d) {
        Instant instant = d.le().atTime(d.a()).atZone(horloge.zone()).toInstant();
        if (instant.isAfter(horloge.maintenant())) {
            throw Refus.champ("a", "Cette heure est à venir.");
        }
        return instant;
    }

    /** The term came before any intervention: somebody says so, the tool never does. */
    @Transactional
    public void constaterCaducite(UUID mesureId, DemandeCaducite d) {
        Mesure m = ouverte(mesureId, d.version());
        if (m.etat().enExercice()) {
            throw m.pasMaintenant();
        }
        if (m.terme() == null) {
            throw Refus.champ("le", "Cette mesure n’a pas de terme\u00a0: mettez-y fin avec un motif.");
        }
        LocalDate le = d.le() == null ? m.terme() : d.le();
        garde.fait("le", le, m);
        if (le.isBefore(m.terme())) {
            throw Refus.champ("le", "Le terme n’est atteint que le " + EnFrancais.jour(m.terme()) + ".");
        }
        finir(m, GenreActe.CADUCITE, le, Map.of(), null, d.texte(), "constater-caducite");
    }

    /** It should never have been written: its acts are cancelled with it and nothing counts it; the row stays readable. */
    @Transactional
    public void annuler(UUID mesureId, DemandeAnnulation d) {
        Mesure m = actes.ouvrir(mesureId, Mission.MESURE, d.version());
        if (m.etat() == EtatMesure.ANNULEE) {
            throw m.pasMaintenant();
        }
        if (ActesMesure.net(d.motif()) == null) {
            throw Refus.champ("motif", "Écrivez pourquoi cette mesure n’aurait pas dû être saisie.");
        }
        List<Acte> ecrits = actes.de(m).stream().filter(a -> a.vivant() && a.evenementId() != null).toList();
        ecrits.forEach(a -> evenements.annuler(a.evenementId(), "mesure.acte-annule", null));
        LocalDate le = m.finieLe() == null || m.finieLe().isBefore(horloge.aujourdhui()) ? horloge.aujourdhui() : m.finieLe();
        finir(m, GenreActe.ANNULATION, le, Map.of(), null, d.motif(), "annuler");
    }

    private Mesure ouverte(UUID mesureId, Long version) {
        Mesure m = actes.ouvrir(mesureId, Mission.MESURE, version);
        if (!m.etat().ouverte()) {
            throw m.pasMaintenant();
        }
        return m;
    }

    private void finir(Mesure m, GenreActe genre, LocalDate le, Map<String, ?> details, Map<String, String> passes, String texte, String quoi) {
        String etape = m.etape();
        actes.noter(m, genre, le, details, passes, texte);
        actes.avancer(m, etape, quoi);
    }
}
