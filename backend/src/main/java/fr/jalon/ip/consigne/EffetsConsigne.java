package fr.jalon.ip.consigne;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import fr.jalon.commun.Sujet;
import fr.jalon.echeance.Echeances;
import fr.jalon.evenement.Periodes;

import org.springframework.stereotype.Component;

/** What requests do to the file that carries them: holds on its steps, and one period as long as at least one of them lasts. */
@Component
class EffetsConsigne {

    private static final String MOTIF = "CONSIGNE_PARQUET";

    private final Echeances echeances;
    private final Periodes periodes;

    EffetsConsigne(Echeances echeances, Periodes periodes) {
        this.echeances = echeances;
        this.periodes = periodes;
    }

    /** Holds as the request now stands, written again whole: the first analysis until it was made, then the steps of the IP. */
    void retenir(Consigne c) {
        if (c.informationId() != null) {
            retenir(c, Sujet.information(c.informationId()), etapes(c, Portee::etapesInformation), c.du(),
                    premier(c.leveeLe(), c.reprise() == null ? null : c.reprise().le()));
        }
        if (c.ipId() != null) {
            retenir(c, Sujet.ip(c.ipId()), etapes(c, Portee::etapes), c.debut(), c.leveeLe());
        }
    }

    private void retenir(Consigne c, Sujet sujet, List<String> etapes, LocalDate du, LocalDate au) {
        echeances.oublierRetenue(c.id(), sujet);
        if (!c.annulee()) {
            echeances.retenir(c.id(), sujet, MOTIF, etapes, du);
            if (au != null) {
                echeances.lever(c.id(), sujet, au);
            }
        }
    }

    void oublier(UUID id, Sujet sujet) {
        echeances.oublierRetenue(id, sujet);
    }

    void accorderIp(UUID ipId, String unite, List<Consigne> consignes) {
        accorder(Sujet.ip(ipId), unite, consignes, c -> new Intervalles.Intervalle(c.debut(), c.leveeLe()));
    }

    /** Days the IP counts are not counted here: a request is one span, cut at most where it changed file. */
    void accorderInformation(UUID informationId, String unite, List<Consigne> consignes) {
        accorder(Sujet.information(informationId), unite, consignes, c -> new Intervalles.Intervalle(c.du(),
                premier(c.leveeLe(), c.reprise() == null ? null : c.reprise().du())));
    }

    private void accorder(Sujet sujet, String unite, List<Consigne> consignes, Function<Consigne, Intervalles.Intervalle> jours) {
        List<Intervalles.Intervalle> voulus = new ArrayList<>(Intervalles.union(consignes.stream().filter(c -> !c.annulee()).map(jours).toList()));
        for (Periodes.Periode p : periodes.de(sujet).stream().filter(p -> p.genre().equals(MOTIF)).toList()) {
            Intervalles.Intervalle meme = voulus.stream().filter(i -> i.debut().equals(p.debut())).findFirst().orElse(null);
            if (meme == null) {
                periodes.annuler(p.periodeId());
            } else {
                voulus.remove(meme);
                if (meme.fin() != null && !meme.fin().equals(p.fin())) {
                    periodes.fermer(p.periodeId(), meme.fin());
                } else if (p.fin() != null && meme.fin() == null) {
                    periodes.rouvrir(p.periodeId());
                }
            }
        }
        for (Intervalles.Intervalle i : voulus) {
            UUID periode = periodes.ouvrir(MOTIF, sujet, null, unite, Map.of(), i.debut());
            if (i.fin() != null) {
                periodes.fermer(periode, i.fin());
            }
        }
    }

    private static List<String> etapes(Consigne c, Function<Portee, List<String>> etapes) {
        return c.portees().stream().map(etapes).flatMap(Collection::stream).distinct().toList();
    }

    private static LocalDate premier(LocalDate a, LocalDate b) {
        return a == null ? b : b == null || a.isBefore(b) ? a : b;
    }
}
