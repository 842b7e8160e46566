package fr.jalon.indicateur;

import java.time.LocalDate;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import fr.jalon.indicateur.Collecte.AxeCumul;
import fr.jalon.indicateur.Collecte.Cle;
import fr.jalon.indicateur.Collecte.Grain;

import org.springframework.stereotype.Component;

/** Figures out of cells, and out of one another; what does not add up is counted again below the same fence. */
@Component
class Calculs {

    private final Catalogue catalogue;
    private final Cumul cumul;
    private final Recompte recompte;
    private final LectureFaits lecture;
    private final LectureCiblee ciblee;

    Calculs(Catalogue catalogue, Cumul cumul, Recompte recompte, LectureFaits lecture, LectureCiblee ciblee) {
        this.catalogue = catalogue;
        this.cumul = cumul;
        this.recompte = recompte;
        this.lecture = lecture;
        this.ciblee = ciblee;
    }

    /** Everything those need, from one reading. */
    Calcul de(Collection<Indicateur> indicateurs, AxeCumul axe, Grain grain, Connu connu) {
        return de(indicateurs, axe, grain, connu, catalogue::siConnu);
    }

    /** @param connus by code, what an indicator may be made of: the catalogue, or more than it */
    Calcul de(Collection<Indicateur> indicateurs, AxeCumul axe, Grain grain, Connu connu, Function<String, Optional<Indicateur>> connus) {
        Set<Formule> voulues = formules(indicateurs, connus);
        Cumul.Lues lues = cumul.lire(List.copyOf(voulues), axe, grain, connu);
        // What says that a year is not known is told of the whole.
        Cumul.Lues temoins = axe == AxeCumul.TOTAL && grain == Grain.ANNEE ? lues
                : cumul.lire(voulues.stream().filter(f -> f instanceof Formule.Temoin).toList(), AxeCumul.TOTAL, Grain.ANNEE, connu);
        return new Calcul(lues, temoins, grain, connus);
    }

    Calcul mois(Indicateur i, AxeCumul axe, int annee) {
        Set<Formule> voulues = formules(List.of(i), catalogue::siConnu);
        return new Calcul(compareDesAnnees(i) ? cumul.lire(List.copyOf(voulues), axe, Grain.MOIS, Connu.maintenant()) : cumul.lireMois(List.copyOf(voulues), axe, annee),
                cumul.lire(voulues.stream().filter(f -> f instanceof Formule.Temoin).toList(), AxeCumul.TOTAL, Grain.ANNEE, Connu.maintenant()), Grain.MOIS, catalogue::siConnu);
    }

    private static Set<Formule> formules(Collection<Indicateur> indicateurs, Function<String, Optional<Indicateur>> connus) {
        Set<Formule> voulues = new java.util.LinkedHashSet<>();
        indicateurs.forEach(i -> ajouter(i, voulues, connus));
        return voulues;
    }

    private static void ajouter(Indicateur i, Set<Formule> voulues, Function<String, Optional<Indicateur>> connus) {
        if (i.mesure() instanceof FormuleComposee c) {
            c.operandes().forEach(code -> connus.apply(code).ifPresent(o -> ajouter(o, voulues, connus)));
        } else {
            if (Forme.de(i.mesure()) != Forme.AUCUNE) {
                voulues.add(i.mesure());
            }
            Formule temoin = Formule.Temoin.de(i.mesure());
            if (temoin != null) {
                voulues.add(temoin);
            }
        }
    }

    /**
     * Why a figure cannot be split so, or null: a part of it is typed by hand for the whole, or counts what bears no such word.
     *
     * @param mois by month rather than along the axis
     */
    String empeche(Indicateur i, AxeCumul axe, boolean mois) {
        if (i.mesure() instanceof FormuleComposee c) {
            for (String code : c.operandes()) {
                Indicateur o = catalogue.siConnu(code).orElse(null);
                String raison = o == null ? "«\u00a0" + code + "\u00a0» est saisi à la main, pour toute l’année et tout le département\u00a0: ce qui en est fait ne se détaille pas."
                        : empeche(o, axe, mois);
                if (raison != null) {
                    return raison;
                }
            }
            return null;
        }
        return mois || Detail.peut(i.mesure(), axe) ? null : "«\u00a0" + i.libelle() + "\u00a0» ne se détaille pas " + Detail.mots(axe) + ".";
    }

    /** It compares with another year: that of the same month is read too. */
    private boolean compareDesAnnees(Indicateur i) {
        return i.mesure() instanceof FormuleComposee c && (c instanceof FormuleComposee.Variation
                || c.operandes().stream().map(catalogue::siConnu).flatMap(java.util.Optional::stream).anyMatch(this::compareDesAnnees));
    }

    final class Calcul {

        private final Cumul.Lues lues;
        private final Cumul.Lues temoins;
        private final Grain grain;
        /** Looked for once: a figure by unit and month is twelve thousand readings of one formula. */
        private final Map<Indicateur, Lu> lus = new IdentityHashMap<>();
        private final Function<String, Optional<Indicateur>> connus;
        private Faits faits;
        private Faits legers;

        /** @param premier first day it is known from; {@code cellules} none when it is to be counted again */
        private record Lu(LocalDate premier, Cellules cellules) {
        }

        private Calcul(Cumul.Lues lues, Cumul.Lues temoins, Grain grain, Function<String, Optional<Indicateur>> connus) {
            this.lues = lues;
            this.temoins = temoins;
            this.grain = grain;
            this.connus = connus;
        }

        /** Fence below which everything here is known. */
        String cloture() {
            return lues.cloture();
        }

        Set<Cle> cles(AxeCumul axe) {
            Set<Cle> cles = new TreeSet<>(java.util.Comparator.comparing(Cle::valeur));
            lues.formules().values().forEach(c -> cles.addAll(c.cles(axe)));
            return cles;
        }

        /** Products something was ever counted of, or that have places. */
        Set<String> produits() {
            Set<String> produits = new TreeSet<>();
            cles(AxeCumul.PRODUIT).forEach(c -> produits.add(c.valeur()));
            lues.places().forEach(p -> produits.add(p.produit()));
            return produits;
        }

        Chiffre annee(Indicateur i, int annee, Cle cle) {
            if (i.mesure() instanceof FormuleComposee c) {
                if (annee > lues.aujourdhui().getYear()) {
                    return Chiffre.nonConnu("L’année n’a pas commencé.");
                }
                String empeche = cle.axe() == AxeCumul.TOTAL ? null : empeche(i, cle.axe(), false);
                return empeche != null ? Chiffre.nonConnu(empeche) : composer(c, annee, cle, (operande, an) -> annee(operande, an, cle));
            }
            if (!Detail.peut(i.mesure(), cle.axe())) {
                return Chiffre.nonConnu(empeche(i, cle.axe(), false));
            }
            Lu lu = lu(i);
            Resultat inconnu = Recompte.inconnu(i, lu.premier(), annee, lues.aujourdhui());
            if (inconnu != null) {
                return Chiffre.nonConnu(inconnu.nonConnu());
            }
            Portee portee = Recompte.portee(i, annee, lues.aujourdhui(), null);
            Cellules cellules = lu.cellules();
            boolean horsAnnee = !i.stock() && portee.jour().getYear() != annee;
            if (cellules == null || horsAnnee || cle.axe() != AxeCumul.TOTAL && i.mesure() instanceof FormuleMesure.Occupation) {
                return recompter(i, annee, cle);
            }
            return LectureCumul.lire(i.mesure(), cellules, cle, grain, portee, lues.places());
        }

        Chiffre mois(Indicateur i, int annee, int mois, Cle cle) {
            LocalDate du = LocalDate.of(annee, mois, 1);
            if (du.isAfter(lues.aujourdhui())) {
                return Chiffre.nonConnu("Le mois n’a pas commencé.");
            }
            if (i.mesure() instanceof FormuleComposee c) {
                String empeche = empeche(i, cle.axe(), true);
                return empeche != null ? Chiffre.nonConnu(empeche) : composer(c, annee, cle, (operande, an) -> mois(operande, an, mois, cle));
            }
            Lu lu = lu(i);
            Resultat inconnu = Recompte.inconnu(i, lu.premier(), annee, lues.aujourdhui());
            if (inconnu != null) {
                return Chiffre.nonConnu(inconnu.nonConnu());
            }
            Cellules cellules = lu.cellules();
            if (cellules == null || cle.axe() != AxeCumul.TOTAL && i.mesure() instanceof FormuleMesure.Occupation) {
                Set<String> unites = cle.axe() == AxeCumul.UNITE ? Set.of(cle.valeur()) : null;
                return Recompte.chiffre(i, ceQuIlFaut(i).calculer(i.mesure(), Recompte.porteeDuMois(du, lues.aujourdhui(), unites)));
            }
            return LectureCumul.lire(i.mesure(), cellules, cle, grain, Recompte.porteeDuMois(du, lues.aujourdhui(), null), lues.places());
        }

        /** Something of what it is made of is counted there. */
        boolean compteIci(Indicateur i, int annee, Cle cle) {
            if (i.mesure() instanceof FormuleComposee c) {
                return c.operandes().stream().map(catalogue::siConnu).flatMap(java.util.Optional::stream).anyMatch(o -> compteIci(o, annee, cle));
            }
            Chiffre chiffre = annee(i, annee, cle);
            return chiffre.valeur() != null && (chiffre.valeur().signum() != 0 || chiffre.base() != null);
        }

        private Chiffre composer(FormuleComposee c, int annee, Cle cle, java.util.function.BiFunction<Indicateur, Integer, Chiffre> lire) {
            long[] effectif = new long[1];
            FormuleComposee.Operande o = c.composer(annee, (code, an) -> {
                Indicateur operande = connus.apply(code).orElse(null);
                if (operande == null) {
                    return recompte.manuelle(code, an, cle.axe() == AxeCumul.TOTAL);
                }
                Chiffre chiffre = lire.apply(operande, an);
                if (an == annee && (effectif[0] == 0 || c instanceof FormuleComposee.Somme)) {
                    effectif[0] += chiffre.effectif();
                }
                return new FormuleComposee.Operande(chiffre.valeur(), chiffre.raison(), operande.libelle());
            });
            return o.valeur() == null ? Chiffre.nonConnu(o.raison()) : new Chiffre(o.valeur(), null, effectif[0], null);
        }

        private Lu lu(Indicateur i) {
            Lu lu = lus.get(i);
            if (lu == null) {
                lu = new Lu(premier(i.mesure()), lues.formules().get(FormulesCumulees.base(i.mesure())));
                lus.put(i, lu);
            }
            return lu;
        }

        private LocalDate premier(Formule f) {
            Formule temoin = Formule.Temoin.de(f);
            if (temoin == null) {
                return lues.places().stream().map(FaitsMesures.Places::du).min(LocalDate::compareTo).orElse(null);
            }
            Cellules cellules = temoins.formules().get(temoin);
            return cellules == null ? f.premierJour(faits()) : cellules.premier();
        }

        private Chiffre recompter(Indicateur i, int annee, Cle cle) {
            Faits lus = ceQuIlFaut(i);
            Portee portee = Recompte.portee(i, annee, lues.aujourdhui(), cle.axe() == AxeCumul.UNITE ? Set.of(cle.valeur()) : null);
            return switch (cle.axe()) {
                case TOTAL, UNITE -> Recompte.chiffre(i, lus.calculer(i.mesure(), portee));
                case PRODUIT -> Recompte.chiffre(i, lus.calculer(i.mesure(), portee.dont(Map.of("produit", cle.valeur()))));
                default -> Chiffre.nonConnu("Ne se détaille pas ainsi.");
            };
        }

        /** The least that has to be read to count it. */
        private Faits ceQuIlFaut(Indicateur i) {
            return i.mesure() instanceof FormuleMesure.PlacesOuvertes ? new Faits(List.of(), List.of(), new FaitsMesures(Map.of(), Map.of(), lues.places()))
                    : Forme.de(i.mesure()) == Forme.AUCUNE && i.mesure() instanceof FormuleSuivi ? legers() : faits();
        }

        private Faits legers() {
            if (legers == null) {
                legers = ciblee.legers(lues.cloture());
            }
            return legers;
        }

        private Faits faits() {
            if (faits == null) {
                faits = lecture.lire(lues.cloture());
            }
            return faits;
        }
    }
}
