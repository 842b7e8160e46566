package fr.jalon.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import fr.jalon.mesure.Acte;
import fr.jalon.mesure.GenreActe;
import fr.jalon.mesure.MesureEnLot;

/** Tells a synthetic measure: the acts people would have written, up to the anchor. */
final class RecitMesure {

    /** What a measure needs of the département and of its family. */
    record Decor(PaletteMesures palette, String unite, String ailleurs, List<String> services, List<UUID> adultes, LocalDate neLe, UUID famille,
            LocalDate ancre, UUID auteur, java.time.ZoneId zone) {
    }

    private record Fait(GenreActe genre, LocalDate le, Map<String, String> details) {
    }

    private static final Period COURT = Period.ofMonths(12);
    private static final Period LONG = Period.ofMonths(24);

    private final MesurePrevue m;
    private final Decor decor;
    private final Hasard hasard;
    private final PaletteMesures.Teinte teinte;
    private final List<Fait> faits = new ArrayList<>();
    private final LocalDate fin;
    private LocalDate terme;

    private RecitMesure(MesurePrevue m, Decor decor, Hasard hasard, PaletteMesures.Teinte teinte) {
        this.m = m;
        this.decor = decor;
        this.hasard = hasard;
        this.teinte = teinte;
        this.fin = m.fin == null ? decor.ancre() : m.fin;
    }

    /** Empty when the département has nothing of the kind. */
    static Optional<RecitMesure> de(MesurePrevue m, Decor decor, long graine) {
        Hasard hasard = Hasard.de(graine, "recit", m.rang);
        return decor.palette().de(m.nature, m.judiciaire, hasard.chance(0.12)).map(t -> new RecitMesure(m, decor, hasard, t));
    }

    private boolean judiciaire() {
        return teinte.base().cadre().equals("JUDICIAIRE");
    }

    LocalDate decidee() {
        return judiciaire() || m.issue == MesurePrevue.Issue.ACCORD ? m.attente
                : m.attente.minusDays(Hasard.de(0, "accord", m.famille, m.attente).entre(2, 30));
    }

    /** In the order they were entered, the decision first. */
    List<Acte> actes() {
        decider();
        if (m.debut != null) {
            vivre();
        } else {
            attendre();
        }
        List<Fait> dits = new ArrayList<>(faits.stream().filter(f -> !f.le().isAfter(decor.ancre())).toList());
        dits.sort(Comparator.comparing((Fait f) -> f.genre() != GenreActe.DECISION).thenComparing(Fait::le));
        List<Acte> actes = new ArrayList<>();
        LocalDate decidee = decidee();
        for (int n = 0; n < dits.size(); n++) {
            Fait f = dits.get(n);
            LocalDate jour = f.le().isBefore(decidee) ? decidee : f.le();
            Instant saisi = jour.atTime(9, 10).atZone(decor.zone()).toInstant().plusSeconds(240L * n % 25_000);
            actes.add(MesureEnLot.acte(hasard.id(saisi.toEpochMilli()), f.genre(), f.le(), f.details(), hasard.id(saisi.toEpochMilli()), saisi,
                    decor.auteur()));
        }
        return actes;
    }

    private void dire(GenreActe genre, LocalDate le, String... details) {
        Map<String, String> d = new LinkedHashMap<>();
        for (int i = 0; i < details.length; i += 2) {
            if (details[i + 1] != null) {
                d.put(details[i], details[i + 1]);
            }
        }
        faits.add(new Fait(genre, le, d));
    }

    private void decider() {
        LocalDate le = decidee();
        // What lapses was ordered for a year.
        Period duree = m.debut == null ? COURT : duree();
        terme = le.plus(duree);
        boolean accord = !judiciaire();
        dire(GenreActe.DECISION, le, "origine", judiciaire() ? "ORDONNANCE" : "DIRECTE", "cadre", teinte.base().cadre(), "base", teinte.base().code(),
                "produit", teinte.produit().code(), "accueil", teinte.base().accueil() ? "OUI" : "NON", "urgence", "NON", "provisoire", "NON",
                "unite", decor.unite(), "exercice", teinte.parUnite() ? "UNITE" : "SERVICE", "autorite", judiciaire() ? "JUGE_ENFANTS" : "PRESIDENT",
                "juridiction", judiciaire() ? "Tribunal judiciaire fictif" : null, "duree", duree.toString(), "terme", terme.toString(),
                "intensite", m.milieu() && teinte.produit().intensites() != null && !teinte.produit().intensites().isEmpty()
                        ? teinte.produit().intensites().get(0).code() : null, "accordAttendu", accord ? "OUI" : "NON");
        if (judiciaire()) {
            dire(GenreActe.AUDIENCE, le.minusDays(hasard.entre(0, 15)));
            dire(GenreActe.ORDONNANCE, le);
            dire(GenreActe.ORDONNANCE_RECUE, dansLAttente(le.plusDays(hasard.entre(3, 18))));
        } else if (m.issue != MesurePrevue.Issue.ACCORD) {
            dire(GenreActe.ACCORD, m.attente, "adulte", decor.adultes().get(0).toString(), "statut", "DONNE", "complet", "OUI");
        }
    }

    private Period duree() {
        return switch (m.nature) {
            case FAMILIAL, TIERS -> judiciaire() ? LONG : COURT;
            case MILIEU -> judiciaire() && teinte.base().code().equals("AEMO") && hasard.chance(0.4) ? LONG : COURT;
            default -> COURT;
        };
    }

    private LocalDate dansLAttente(LocalDate jour) {
        LocalDate jusqua = m.debut != null ? m.debut : m.fin != null ? m.fin : decor.ancre();
        return jour.isAfter(jusqua) ? jusqua : jour;
    }

    private void attendre() {
        if (m.issue == MesurePrevue.Issue.ATTEND && !teinte.parUnite() && m.attente.isBefore(decor.ancre().minusDays(45)) && hasard.chance(0.22)) {
            dire(GenreActe.AFFECTATION, decor.ancre().minusDays(hasard.entre(1, 25)), "service", service());
        } else if (m.issue == MesurePrevue.Issue.CADUQUE) {
            dire(GenreActe.CADUCITE, m.fin);
        } else if (m.issue == MesurePrevue.Issue.SANS_OBJET) {
            dire(GenreActe.FIN, m.fin, "motif", "MAINLEVEE", "suite", "AUCUNE");
        }
    }

    private String service() {
        return decor.services().get(Hasard.de(0, "service", m.famille, m.nature).entre(0, decor.services().size() - 1));
    }

    private void vivre() {
        if (!teinte.parUnite()) {
            LocalDate affectee = m.debut.minusDays(hasard.entre(6, 40));
            dire(GenreActe.AFFECTATION, affectee.isBefore(m.attente) ? m.attente : affectee, "service", service());
        }
        dire(GenreActe.DEMARRAGE, m.debut);
        if (m.nature == MesurePrevue.Nature.FAMILIAL || m.nature == MesurePrevue.Nature.TIERS) {
            boolean familial = m.nature == MesurePrevue.Nature.FAMILIAL;
            dire(GenreActe.LIEU, m.debut, "lieu", lieu().toString(), "nature", "PRINCIPAL", "type", familial ? "FAMILLE_ACCUEIL" : "TIERS",
                    "lieuService", familial ? service() : null, "famille", familial ? decor.famille().toString() : null);
        }
        List<LocalDate> aTerme = poursuivre();
        rapports(aTerme);
        incidents();
        if (m.fin != null) {
            dire(GenreActe.FIN, m.fin, "motif", m.relayee ? "AUTRE_MESURE" : m.fin.isBefore(terme.minusDays(20)) ? judiciaire() ? "MAINLEVEE"
                    : "OBJECTIFS_ATTEINTS" : "TERME", "suite", m.relayee ? "MESURE_JUDICIAIRE" : hasard.chance(0.5) ? "DROIT_COMMUN" : "AUCUNE");
        }
    }

    UUID lieu() {
        return Hasard.de(0, "lieu", m.rang, m.famille, m.debut).id(m.debut.toEpochDay() * 86_400_000L);
    }

    /** Renewals term after term, with the report that comes before each. */
    private List<LocalDate> poursuivre() {
        List<LocalDate> aTerme = new ArrayList<>();
        boolean passe = m.milieu() && !judiciaire() && hasard.chance(0.08);
        Period duree = Period.between(decidee(), terme).toTotalMonths() >= 23 ? LONG : COURT;
        if (m.requalifiee != null && decor.palette().hebergement().isPresent()) {
            PaletteMesures.Teinte t = decor.palette().hebergement().get();
            if (m.requalifiee.isBefore(terme)) {
                requalifier(t);
            }
        }
        while (true) {
            LocalDate rapport = terme.minusDays(hasard.entre(28, 55));
            LocalDate renouvelee = terme.minusDays(hasard.entre(0, 12));
            boolean ouverte = m.fin == null;
            if (ouverte && terme.isAfter(decor.ancre())) {
                if (!rapport.isAfter(decor.ancre()) && rapport.isAfter(m.debut) && hasard.chance(0.6)) {
                    aTerme.add(rapport);
                    dire(GenreActe.RAPPORT, rapport, "nature", "TERME");
                }
                return aTerme;
            }
            if (!ouverte && terme.isAfter(m.fin.minusDays(20)) || ouverte && renouvelee.isAfter(decor.ancre().minusDays(25)) && hasard.chance(0.3)) {
                return aTerme;
            }
            if (rapport.isAfter(m.debut)) {
                aTerme.add(rapport);
                dire(GenreActe.RAPPORT, rapport, "nature", "TERME");
            }
            LocalDate ancien = terme;
            terme = terme.plus(duree);
            renouvelee = renouvelee.isBefore(m.debut) ? m.debut : renouvelee;
            if (passe) {
                passe = false;
                dire(GenreActe.CADRE, renouvelee, "cadre", "JUDICIAIRE", "base", "AEMO", "produit", teinte.produit().bases().contains("AEMO")
                        ? teinte.produit().code() : null, "autorite", "JUGE_ENFANTS", "duree", duree.toString(), "terme", terme.toString());
            } else {
                dire(GenreActe.RENOUVELLEMENT, renouvelee, "duree", duree.toString(), "terme", terme.toString());
            }
            if (m.requalifiee != null && decor.palette().hebergement().isPresent() && !m.requalifiee.isBefore(ancien) && m.requalifiee.isBefore(terme)) {
                requalifier(decor.palette().hebergement().get());
            }
        }
    }

    private void requalifier(PaletteMesures.Teinte t) {
        terme = m.requalifiee.plus(COURT);
        dire(GenreActe.REQUALIFICATION, m.requalifiee, "cadre", "JUDICIAIRE", "base", t.base().code(), "produit", t.produit().code(), "accueil", "NON",
                "autorite", "JUGE_ENFANTS", "duree", COURT.toString(), "terme", terme.toString());
    }

    /** A situation report whenever no term report came within the year, or the half-year of the little ones; a few are late. */
    private void rapports(List<LocalDate> aTerme) {
        LocalDate dernier = m.debut;
        while (true) {
            LocalDate repere = dernier;
            LocalDate du = repere.plusDays(decor.neLe().plusYears(2).isAfter(repere) ? hasard.entre(150, 178) : hasard.entre(320, 360));
            Optional<LocalDate> prochain = aTerme.stream().filter(r -> r.isAfter(repere) && !r.isAfter(du)).findFirst();
            if (prochain.isPresent()) {
                dernier = prochain.get();
                continue;
            }
            boolean oublie = m.fin == null && du.isAfter(decor.ancre().minusDays(70)) && hasard.chance(0.15);
            if (oublie || du.isAfter(fin.minusDays(2))) {
                return;
            }
            dire(GenreActe.RAPPORT, du, "nature", "SITUATION");
            dernier = du;
        }
    }

    private void incidents() {
        long jours = ChronoUnit.DAYS.between(m.debut, fin);
        if (jours < 120) {
            return;
        }
        if (m.milieu() && teinte.produit().intensites() != null && teinte.produit().intensites().size() > 1 && hasard.chance(0.2)) {
            dire(GenreActe.MODULATION, m.debut.plusDays(hasard.entre(40, (int) jours - 30)), "intensite", teinte.produit().intensites().get(1).code());
        }
        if (m.nature != MesurePrevue.Nature.FAMILIAL && hasard.chance(0.04)) {
            LocalDate du = m.debut.plusDays(hasard.entre(30, (int) jours - 60));
            dire(GenreActe.SUSPENSION, du, "motif", hasard.un(List.of("ABSENCE_FAMILLE", "HOSPITALISATION")));
            dire(GenreActe.REPRISE, du.plusDays(hasard.entre(15, 55)));
        } else if (m.fin == null && m.milieu() && hasard.chance(0.012)) {
            dire(GenreActe.SUSPENSION, decor.ancre().minusDays(hasard.entre(2, 50)), "motif", "ABSENCE_FAMILLE");
        }
        if (hasard.chance(0.03)) {
            dire(GenreActe.TRANSFERT, m.debut.plusDays(hasard.entre(60, (int) jours - 10)), "genre", "UNITE", "unite", decor.ailleurs());
        }
        if (m.milieu() && hasard.chance(0.015) && decor.services().stream().distinct().count() > 1) {
            String ici = service();
            dire(GenreActe.TRANSFERT, m.debut.plusDays(hasard.entre(60, (int) jours - 10)), "genre", "SERVICE", "service",
                    decor.services().stream().filter(s -> !s.equals(ici)).findFirst().orElse(ici));
        }
    }
}
