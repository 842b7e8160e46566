package fr.jalon.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** The acts of one open file in their order: who, when, what. Those that lie ahead of today are left to people. */
final class Recit {

    /** @param geste given the information, does the act through the services; gives back the information it is about */
    record Acte(String nom, Instant le, Personnel.Agent par, java.util.function.UnaryOperator<UUID> geste) {
    }

    private final Histoire h;
    private final Particularite particularite;
    private final Gestes gestes;
    private final ZoneId zone;
    private final List<Acte> actes = new ArrayList<>();

    Recit(Histoire h, Particularite particularite, Gestes gestes, ZoneId zone) {
        this.h = h;
        this.particularite = particularite;
        this.gestes = gestes;
        this.zone = zone;
    }

    List<Acte> jusqua(Instant maintenant) {
        actes.clear();
        raconter();
        return actes.stream().filter(a -> a.le().isBefore(maintenant)).toList();
    }

    private void ajouter(String nom, Instant le, Personnel.Agent par, Consumer<UUID> geste) {
        actes.add(new Acte(nom, le, par, id -> {
            geste.accept(id);
            return id;
        }));
    }

    private void raconter() {
        actes.add(new Acte("recevoir", h.reception().le(), h.reception().par(), id -> gestes.recevoir(h, particularite)));
        boolean signaler = particularite == Particularite.SIGNALEMENT_IMMEDIAT && h.qualifiee();
        ajouter("analyser", h.analyse().le(), h.analyse().par(), id -> gestes.analyser(id, h, signaler));
        if (!h.qualifiee()) {
            return;
        }
        Histoire.Evaluation e = h.evaluation();
        ajouter("confier", e.confiee(), e.mandant(), id -> gestes.confier(id, h, particularite == Particularite.CONJOINTE));
        ajouter("designer", e.designes(), e.designe(), id -> gestes.designer(id, h));
        evaluer(e);
        if (h.fin() != null) {
            actes.removeIf(a -> !a.le().isBefore(midi(h.fin().le())));
            ajouter("clore", midi(h.fin().le()), e.signataire(), id -> gestes.clore(id, h));
            if (h.reponseDue()) {
                ajouter("repondre", midi(h.fin().repondue()), e.informe(), gestes::repondre);
            }
            if (h.fin().transfert()) {
                ajouter("accuser", midi(h.fin().accuse()), e.signataire(), id -> gestes.accuser(id, h.fin().accuse()));
            }
            return;
        }
        suites(e);
    }

    private void evaluer(Histoire.Evaluation e) {
        Personnel.Agent premier = e.evaluateurs().get(0);
        Map<String, Instant> dates = new LinkedHashMap<>();
        if (particularite == Particularite.TENUE || e.consigne() != null) {
            LocalDate du = jour(e.designes()).plusDays(1);
            ajouter("tenir", midi(du), e.designe(), id -> gestes.tenir(id, du));
            if (particularite != Particularite.TENUE) {
                ajouter("lever", midi(e.consigne().au()), e.designe(), id -> gestes.lever(id, e.consigne().au()));
            }
        }
        if (particularite == Particularite.TENUE) {
            // Nobody may be met: what was planned waits, and the report with it.
            return;
        }
        if (particularite == Particularite.AVIS_ATTENDUS) {
            ajouter("demander-avis", e.designes().plusSeconds(7_200), premier, id -> gestes.demanderAvis(id));
        }
        if (h.complement() != null) {
            ajouter("completer", h.complement().le(), h.reception().par(), id -> gestes.completer(id, h));
        }
        e.actes().forEach(a -> dates.put(a.id().toString(), midi(a.le())));
        e.actes().forEach(a -> ajouter("acte", dates.get(a.id().toString()).isAfter(e.designes()) ? dates.get(a.id().toString())
                : e.designes().plusSeconds(3_600), premier, id -> gestes.noter(id, a)));
        if (particularite == Particularite.SIGNALEMENT_EN_COURS) {
            ajouter("signaler", avantRapport(e, 3), premier, id -> gestes.signaler(id));
        }
        if (particularite == Particularite.EVALUATEUR_REMPLACE) {
            ajouter("remplacer", avantRapport(e, 6), e.designe(), id -> gestes.remplacer(id, h));
        }
        ajouter("ecrire", e.rapport().minusSeconds(5 * 86_400).isAfter(e.designes()) ? e.rapport().minusSeconds(5 * 86_400)
                : e.designes().plusSeconds(5_400), premier, id -> gestes.ecrire(id, h));
        actes.sort(java.util.Comparator.comparing(Acte::le));
    }

    private void suites(Histoire.Evaluation e) {
        if (particularite == Particularite.TENUE) {
            return;
        }
        ajouter("rendre", e.rapport(), e.evaluateurs().get(0), id -> gestes.rendre(id, h));
        if (particularite == Particularite.PRECISION) {
            ajouter("demander-precision", e.rapport().plusSeconds(86_400), e.signataire(), id -> gestes.demanderPrecision(id));
            return;
        }
        ajouter("decider", e.decidee(), e.signataire(), id -> gestes.decider(id, h));
        ajouter("informer", e.informees(), e.informe(), id -> gestes.informer(id));
        if (h.justice()) {
            ajouter("suivre", midi(e.suite()), e.signataire(), id -> gestes.suivre(id, e.suite(), h));
        }
    }

    private static Instant avantRapport(Histoire.Evaluation e, int jours) {
        Instant voulu = e.designes().plusSeconds(jours * 86_400L);
        return voulu.isBefore(e.rapport()) ? voulu : e.rapport().minusSeconds(600);
    }

    private LocalDate jour(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    private Instant midi(LocalDate jour) {
        return jour.atTime(12, 0).atZone(zone).toInstant();
    }
}
