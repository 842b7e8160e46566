package fr.jalon.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Draws the caseload so that its figures come out exactly: children are followed without a break from a first to a last day, which gives
 * those of each year; measures follow each other inside; and the day each begins to wait is drawn last, between bounds that make the list
 * of every printed date as long as it was.
 */
final class PlanMesures {

    /** Nobody waits from one printed date to the next, so that each list is settled apart. */
    static final int ATTENTE_MAX = 300;
    private static final int ANCIENNETE = 1_400;

    /** A child followed at home, from its first measure to its last. */
    private static final class Suivi {
        final int famille;
        final int enfant;
        final LocalDate entree;
        LocalDate sortie;

        Suivi(int famille, int enfant, LocalDate entree) {
            this.famille = famille;
            this.enfant = enfant;
            this.entree = entree;
        }
    }

    private final Semis.Graine graine;
    private final VolumesMesures volumes;
    private final LocalDate ancre;
    private final List<MesurePrevue> mesures = new ArrayList<>();
    private int familles;

    private PlanMesures(Semis.Graine graine, VolumesMesures volumes) {
        this.graine = graine;
        this.volumes = volumes;
        this.ancre = graine.ancre();
    }

    /** In the order of families. */
    static List<MesurePrevue> tirer(Semis.Graine graine, VolumesMesures volumes) {
        PlanMesures plan = new PlanMesures(graine, volumes);
        plan.suivis().forEach(plan::enchainer);
        plan.caducs();
        plan.attendre();
        plan.accueillir();
        return plan.mesures.stream().sorted(Comparator.comparing((MesurePrevue m) -> m.famille).thenComparing(m -> m.rang)).toList();
    }

    private Hasard hasard(String quoi, Object... rangs) {
        Object[] mots = new Object[rangs.length + 2];
        mots[0] = "mesures";
        mots[1] = quoi;
        System.arraycopy(rangs, 0, mots, 2, rangs.length);
        return Hasard.de(graine.graine(), mots);
    }

    private List<Suivi> suivis() {
        List<VolumesMesures.Annee> annees = volumes.annees(graine);
        List<Suivi> tous = new ArrayList<>();
        LocalDate veille = LocalDate.of(annees.get(0).annee() - 1, 12, 31);
        entrer(tous, annees.get(0).encours(), "ancien", h -> veille.minusDays((int) (ANCIENNETE * Math.pow(h.reel(), 1.4))));
        List<Suivi> presents = new ArrayList<>(tous);
        for (int n = 0; n + 1 < annees.size(); n++) {
            VolumesMesures.Annee a = annees.get(n);
            LocalDate premier = LocalDate.of(a.annee(), 1, 1);
            boolean enCours = a.annee() == ancre.getYear();
            int jours = enCours ? ancre.getDayOfYear() - 1 : 350;
            if (jours < 5) {
                break;
            }
            double part = enCours ? Math.min(1, jours / 350.0) : 1;
            List<Suivi> nouveaux = new ArrayList<>();
            entrer(nouveaux, (int) Math.round((a.touches() - presents.size()) * part), "entree-" + a.annee(),
                    h -> premier.plusDays(h.entre(1, jours)));
            tous.addAll(nouveaux);
            presents.addAll(nouveaux);
            int sorties = (int) Math.round((a.touches() - annees.get(n + 1).encours()) * part);
            sortir(presents, sorties, premier, jours);
            presents.removeIf(s -> s.sortie != null);
        }
        return tous;
    }

    /** Brothers and sisters come in together. */
    private void entrer(List<Suivi> liste, int combien, String quoi, java.util.function.Function<Hasard, LocalDate> jour) {
        for (int n = 0; n < combien;) {
            Hasard h = hasard(quoi, n);
            LocalDate entree = ouvre(jour.apply(h));
            int fratrie = Math.min(combien - n, h.pese(List.of(1, 2, 3, 4), 58, 27, 11, 4));
            for (int e = 0; e < fratrie; e++) {
                liste.add(new Suivi(familles, e, entree));
            }
            familles++;
            n += fratrie;
        }
    }

    /** The oldest mostly, none before ten weeks, none on the first day of a year: it would not touch it. */
    private void sortir(List<Suivi> presents, int combien, LocalDate premier, int jours) {
        List<Suivi> candidats = presents.stream().filter(s -> s.entree.plusDays(80).isBefore(premier.plusDays(jours)))
                .sorted(Comparator.comparing(s -> s.entree.toEpochDay() + 400 * hasard("reste", s.famille, s.enfant, premier.getYear()).gauss())).toList();
        if (candidats.size() < combien) {
            throw new IllegalStateException("Volumes de mesures impossibles en " + premier.getYear());
        }
        for (Suivi s : candidats.subList(0, combien)) {
            int plusTot = Math.max(2, (int) ChronoUnit.DAYS.between(premier, s.entree.plusDays(75)));
            s.sortie = ouvre(premier.plusDays(hasard("sortie", s.famille, s.enfant).entre(Math.min(plusTot, jours), jours)));
        }
    }

    /** A working day of the same year, before the anchor. */
    private LocalDate ouvre(LocalDate jour) {
        LocalDate ouvre = Agenda.ouvre(jour);
        return ouvre.isAfter(ancre) ? jour : ouvre;
    }

    private void enchainer(Suivi s) {
        Hasard h = hasard("chaine", s.famille);
        LocalDate jusqua = s.sortie == null ? ancre : s.sortie;
        long longueur = ChronoUnit.DAYS.between(s.entree, jusqua);
        double u = h.reel();
        boolean judiciaire = h.chance(0.62);
        boolean ensuite = h.chance(0.80);
        boolean requalifie = h.chance(0.5);
        if (u < 0.45) {
            LocalDate relais = ouvre(s.entree.plusDays(h.entre(380, 850)));
            vivre(s, MesurePrevue.Nature.UNITE, false, s.entree, relais, longueur > 130, MesurePrevue.Nature.MILIEU, ensuite);
        } else if (u < 0.88) {
            LocalDate relais = h.chance(0.45) ? ouvre(s.entree.plusDays(h.entre(700, 1_300))) : LocalDate.MAX;
            vivre(s, MesurePrevue.Nature.MILIEU, judiciaire, s.entree, relais, longueur > 130, MesurePrevue.Nature.MILIEU, ensuite);
        } else {
            LocalDate relais = ouvre(s.entree.plusDays(h.entre(400, 900)));
            if (requalifie) {
                MesurePrevue m = ajouter(s.famille, s.enfant, MesurePrevue.Nature.DOMICILE, MesurePrevue.Issue.VECUE, true, s.entree, s.sortie);
                m.requalifiee = relais.isBefore(jusqua.minusDays(60)) ? relais : null;
            } else {
                vivre(s, MesurePrevue.Nature.DOMICILE, true, s.entree, relais, longueur > 130, MesurePrevue.Nature.MILIEU, true);
            }
        }
    }

    /** One measure to the end, or a second that takes over where it pays. */
    private void vivre(Suivi s, MesurePrevue.Nature nature, boolean judiciaire, LocalDate debut, LocalDate relais, boolean assez,
            MesurePrevue.Nature suivante, boolean ensuite) {
        LocalDate jusqua = s.sortie == null ? ancre : s.sortie;
        if (!assez || !relais.isBefore(jusqua.minusDays(90))) {
            ajouter(s.famille, s.enfant, nature, MesurePrevue.Issue.VECUE, judiciaire, debut, s.sortie);
            return;
        }
        ajouter(s.famille, s.enfant, nature, MesurePrevue.Issue.VECUE, judiciaire, debut, relais).relayee = true;
        ajouter(s.famille, s.enfant, suivante, MesurePrevue.Issue.VECUE, ensuite, relais, s.sortie);
    }

    private MesurePrevue ajouter(int famille, int enfant, MesurePrevue.Nature nature, MesurePrevue.Issue issue, boolean judiciaire, LocalDate debut,
            LocalDate fin) {
        MesurePrevue m = new MesurePrevue(mesures.size(), famille, enfant, nature, issue, judiciaire, debut, fin);
        mesures.add(m);
        return m;
    }

    /** Ordered for a year and never begun; a few are past their term and nobody has recorded it. */
    private void caducs() {
        for (VolumesMesures.Annee a : volumes.annees(graine)) {
            for (int n = 0; n < a.caducs(); n++) {
                LocalDate attente = Agenda.ouvre(LocalDate.of(a.annee(), 1, 1).plusDays(hasard("caduque", a.annee(), n).entre(0, 355)));
                LocalDate terme = attente.plusYears(1);
                if (attente.isAfter(ancre.minusDays(3))) {
                    continue;
                }
                boolean constatee = terme.isBefore(ancre.minusDays(40));
                MesurePrevue m = ajouter(familles++, 0, MesurePrevue.Nature.MILIEU, constatee ? MesurePrevue.Issue.CADUQUE : MesurePrevue.Issue.ATTEND,
                        true, null, constatee ? terme : null);
                m.attente = attente;
            }
        }
    }

    private void attendre() {
        List<MesurePrevue> milieu = new ArrayList<>(mesures.stream().filter(m -> m.milieu() && m.debut != null).toList());
        long dejaLa = mesures.stream().filter(m -> m.milieu() && m.attendLe(ancre)).count();
        List<MesurePrevue> aVenir = new ArrayList<>();
        int aAttendre = (int) Math.max(0, volumes.attenteAujourdhui(graine) - dejaLa);
        for (int n = 0; n < aAttendre;) {
            Hasard h = hasard("attend", n);
            int fratrie = Math.min(aAttendre - n, h.pese(List.of(1, 2, 3), 64, 26, 10));
            LocalDate demarrerait = ancre.plusDays(1 + h.entre(0, 200));
            boolean judiciaire = h.chance(0.66);
            for (int e = 0; e < fratrie; e++, n++) {
                MesurePrevue m = ajouter(familles, e, MesurePrevue.Nature.MILIEU, MesurePrevue.Issue.ATTEND, judiciaire, null, null);
                m.bas = demarrerait.minusDays(ATTENTE_MAX);
                m.haut = ancre.minusDays(1);
                m.debut = demarrerait;
                aVenir.add(m);
            }
            familles++;
        }
        milieu.addAll(aVenir);
        milieu.sort(Comparator.comparing((MesurePrevue m) -> m.debut).thenComparing(m -> m.rang));
        for (VolumesMesures.Date d : volumes.attentes(graine)) {
            retenir(milieu, d);
        }
        milieu.forEach(this::situer);
        aVenir.forEach(m -> m.debut = null);
        mesures.stream().filter(m -> !m.milieu() && m.debut != null).forEach(m -> m.attente = ouvre(m.debut.minusDays(
                hasard("court", m.rang).entre(m.nature == MesurePrevue.Nature.UNITE ? 4 : 12, m.nature == MesurePrevue.Nature.UNITE ? 28 : 60))));
        attentesDivers();
    }

    /** On that day, the ones that will start first wait, as many as were printed; the others are not decided yet. */
    private void retenir(List<MesurePrevue> milieu, VolumesMesures.Date date) {
        long autres = mesures.stream().filter(m -> m.milieu() && m.debut == null && m.attendLe(date.le())).count();
        int reste = (int) (date.nombre() - autres);
        for (MesurePrevue m : milieu) {
            if (!m.debut.isAfter(date.le()) || ChronoUnit.DAYS.between(date.le(), m.debut) > ATTENTE_MAX) {
                continue;
            }
            if (reste > 0) {
                m.haut = m.haut == null || date.le().isBefore(m.haut) ? date.le() : m.haut;
                reste--;
            } else {
                m.bas = m.bas == null || date.le().isBefore(m.bas) ? date.le().plusDays(1) : m.bas;
            }
        }
        // Fewer starts than people who waited: the rest had moved or grown before anybody came.
        for (int n = 0; n < reste; n++) {
            Hasard h = hasard("sans-objet", date.le(), n);
            MesurePrevue m = ajouter(familles++, 0, MesurePrevue.Nature.MILIEU, MesurePrevue.Issue.SANS_OBJET, true, null, null);
            m.attente = date.le().minusDays(h.entre(5, 120));
            LocalDate fin = date.le().plusDays(h.entre(5, 90));
            m.fin = fin.isAfter(ancre) ? ancre : fin;
        }
    }

    private void situer(MesurePrevue m) {
        Hasard h = hasard("attente", m.rang);
        LocalDate bas = m.debut.minusDays(ATTENTE_MAX);
        bas = m.bas != null && m.bas.isAfter(bas) ? m.bas : bas;
        LocalDate haut = m.haut != null && m.haut.isBefore(m.debut) ? m.haut : m.debut;
        if (bas.isAfter(haut)) {
            bas = haut;
        }
        int moyenne = m.debut.getYear() <= 2020 ? 180 : m.debut.getYear() == 2021 ? 115 : m.debut.getYear() <= 2023 ? 95 : 130;
        LocalDate naturelle = m.debut.minusDays(Math.max(6, Math.round(moyenne + 40 * h.gauss())));
        int marge = (int) Math.min(20, ChronoUnit.DAYS.between(bas, haut));
        m.attente = naturelle.isAfter(haut) ? haut.minusDays(h.entre(0, marge)) : naturelle.isBefore(bas) ? bas.plusDays(h.entre(0, marge)) : naturelle;
    }

    /** Today's other waits: agreements, and what the units and the placements at home have not begun. */
    private void attentesDivers() {
        divers(14, MesurePrevue.Nature.UNITE, MesurePrevue.Issue.ATTEND, false, 20);
        divers(12, MesurePrevue.Nature.UNITE, MesurePrevue.Issue.ACCORD, false, 30);
        divers(16, MesurePrevue.Nature.MILIEU, MesurePrevue.Issue.ACCORD, false, 30);
        divers(12, MesurePrevue.Nature.DOMICILE, MesurePrevue.Issue.ATTEND, true, 70);
        divers(6, MesurePrevue.Nature.FAMILIAL, MesurePrevue.Issue.ATTEND, true, 25);
    }

    private void divers(int combien, MesurePrevue.Nature nature, MesurePrevue.Issue issue, boolean judiciaire, int jours) {
        for (int n = 0; n < graine.aLEchelle(combien); n++) {
            MesurePrevue m = ajouter(familles++, 0, nature, issue, judiciaire, null, null);
            m.attente = ancre.minusDays(hasard("divers", nature, issue, n).entre(1, jours));
        }
    }

    /** Foster families: the same number at each end of year; third parties: as many as printed. */
    private void accueillir() {
        VolumesMesures.Familial f = volumes.familial(graine);
        List<MesurePrevue> presents = new ArrayList<>();
        LocalDate origine = LocalDate.of(2019, 12, 31);
        if (!origine.isBefore(ancre)) {
            return;
        }
        confier(presents, f.nombre(), MesurePrevue.Nature.FAMILIAL, "familial", h -> origine.minusDays((int) (2_500 * Math.pow(h.reel(), 1.3))));
        for (LocalDate du = origine; du.isBefore(ancre); du = du.plusYears(1)) {
            LocalDate au = du.plusYears(1).isBefore(ancre) ? du.plusYears(1) : ancre;
            int jours = (int) ChronoUnit.DAYS.between(du, au);
            int combien = (int) Math.round(f.entrees() * jours / 365.0);
            tourner(presents, combien, combien, MesurePrevue.Nature.FAMILIAL, du, jours);
        }
        presents.clear();
        List<VolumesMesures.Date> tiers = volumes.tiers(graine);
        for (int n = 0; n < tiers.size(); n++) {
            LocalDate le = tiers.get(n).le();
            if (n == 0) {
                confier(presents, tiers.get(0).nombre(), MesurePrevue.Nature.TIERS, "tiers", h -> le.minusDays(h.entre(0, 1_500)));
            }
            LocalDate suivante = n + 1 < tiers.size() ? tiers.get(n + 1).le() : ancre;
            int jours = (int) ChronoUnit.DAYS.between(le, suivante);
            int ecart = n + 1 < tiers.size() ? tiers.get(n + 1).nombre() - tiers.get(n).nombre() : 0;
            int sorties = Math.max(Math.max(0, -ecart), (int) (presents.size() * Math.min(0.4, 0.22 * jours / 365.0)));
            tourner(presents, sorties, sorties + ecart, MesurePrevue.Nature.TIERS, le, jours);
        }
    }

    private void tourner(List<MesurePrevue> presents, int sorties, int entrees, MesurePrevue.Nature nature, LocalDate du, int jours) {
        if (jours < 10) {
            return;
        }
        presents.sort(Comparator.comparing(m -> m.debut.toEpochDay() + 500 * hasard("quitte", m.rang, du.getYear()).gauss()));
        List<MesurePrevue> partis = presents.subList(0, Math.min(sorties, presents.size()));
        partis.forEach(m -> m.fin = du.plusDays(hasard("depart", m.rang).entre(2, jours - 1)));
        partis.clear();
        confier(presents, entrees, nature, "entree-" + nature + du.getYear(), h -> du.plusDays(h.entre(1, jours - 1)));
    }

    private void confier(List<MesurePrevue> presents, int combien, MesurePrevue.Nature nature, String quoi,
            java.util.function.Function<Hasard, LocalDate> jour) {
        for (int n = 0; n < combien;) {
            Hasard h = hasard(quoi, n);
            LocalDate debut = jour.apply(h);
            int fratrie = Math.min(combien - n, h.pese(List.of(1, 2, 3), 62, 28, 10));
            for (int e = 0; e < fratrie; e++, n++) {
                MesurePrevue m = ajouter(familles, e, nature, MesurePrevue.Issue.VECUE, nature == MesurePrevue.Nature.TIERS || h.chance(0.85), debut, null);
                m.attente = debut.minusDays(hasard("execution", m.rang).entre(1, 25));
                presents.add(m);
            }
            familles++;
        }
    }
}
