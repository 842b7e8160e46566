package fr.jalon.contrat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import fr.jalon.contrat.TableauContrat.AnneeContrat;
import fr.jalon.contrat.TableauContrat.CelluleContrat;
import fr.jalon.contrat.TableauContrat.ChiffreContrat;
import fr.jalon.contrat.TableauContrat.CibleContrat;
import fr.jalon.contrat.TableauContrat.DifferenceContrat;
import fr.jalon.contrat.TableauContrat.EvolutionContrat;
import fr.jalon.contrat.TableauContrat.ImprimeContrat;
import fr.jalon.contrat.TableauContrat.LigneContrat;
import fr.jalon.contrat.TableauContrat.Origine;
import fr.jalon.contrat.TableauContrat.RevisionContrat;
import fr.jalon.contrat.TableauContrat.SaisieContrat;
import fr.jalon.indicateur.Chiffre;
import fr.jalon.indicateur.LigneDocument;
import fr.jalon.indicateur.ValeurImprimee;

/**
 * One row of the table out of what is counted, typed, printed and frozen. What is counted is shown first, then what was typed, then what
 * was printed; a closed year shows what was frozen, and what it would be today as a revision.
 */
final class Assemblage {

    /** What the row is read from. A function answers null where it knows nothing. */
    record Sources(Plan plan, Function<Integer, Chiffre> compte, String indicateur, ValeursConnues saisies, Mots.Connus mots, Map<Integer, ArretesLus> arretes,
            Map<UUID, String> noms, boolean saisissable) {
    }

    /** The frozen cells of a year. */
    record ArretesLus(Map<String, Canon.CelluleGelee> cellules) {
    }

    /** Typed cells of one row. */
    interface ValeursConnues {

        ValeurSaisie de(int annee, ValeurSaisie.Type type);
    }

    private final LigneDocument ligne;
    private final Imprimees imprimees;
    private final Sources s;
    private final boolean taux;

    private Assemblage(LigneDocument ligne, List<ValeurImprimee> valeurs, Sources s) {
        this.ligne = ligne;
        this.imprimees = new Imprimees(ligne, valeurs);
        this.s = s;
        this.taux = "%".equals(ligne.unite());
    }

    static LigneContrat ligne(LigneDocument ligne, List<ValeurImprimee> valeurs, Sources s) {
        return new Assemblage(ligne, valeurs, s).ligne();
    }

    /** One cell as it stands, whether its year is closed or not: what a closing freezes. */
    static CelluleContrat courante(LigneDocument ligne, List<ValeurImprimee> valeurs, Sources s, int annee) {
        return new Assemblage(ligne, valeurs, s).courante(annee);
    }

    private LigneContrat ligne() {
        Plan plan = s.plan();
        CelluleContrat niveau = cellule(plan.reference());
        List<CelluleContrat> realises = new ArrayList<>();
        for (int a = plan.du(); a <= plan.au(); a++) {
            realises.add(cellule(a));
        }
        Map<String, BigDecimal> evolutionsImprimees = imprimees.evolutions(plan.du(), plan.au());
        Map<Integer, BigDecimal> ecartsImprimes = imprimees.ecarts(plan.du(), plan.au());
        List<EvolutionContrat> evolutions = new ArrayList<>();
        for (int n = 1; n < realises.size(); n++) {
            evolutions.add(evolution(realises.get(n - 1), realises.get(n), evolutionsImprimees));
        }
        CelluleContrat premiere = realises.get(0);
        CelluleContrat derniere = realises.get(realises.size() - 1);
        EvolutionContrat periode = realises.size() < 2 ? null : evolution(premiere, derniere, evolutionsImprimees);
        List<AnneeContrat> annees = new ArrayList<>();
        String alerteImprimee = null;
        for (int n = 0; n < realises.size(); n++) {
            CelluleContrat c = realises.get(n);
            CelluleContrat avant = n == 0 ? niveau : realises.get(n - 1);
            Evolutions.Evolution change = Evolutions.entre(avant.annee(), grandeur(avant), c.annee(), grandeur(c), taux);
            CelluleContrat dite = Contradiction.relever(c.commentaire(), change, avant.annee(), c.annee()).map(a -> avecAlerte(c, a)).orElse(c);
            // A caption printed for the whole row is read beside its last change.
            if (n == realises.size() - 1) {
                alerteImprimee = Contradiction.relever(imprimees.commentaire(), change, avant.annee(), c.annee()).orElse(null);
            }
            CibleContrat cible = cible(c.annee());
            annees.add(new AnneeContrat(c.annee(), cible, dite, ecart(c, cible, ecartsImprimes.get(c.annee()))));
        }
        return new LigneContrat(ligne.code(), ligne.fiche(), ligne.intituleFiche(), ligne.libelle(), ligne.unite(), ligne.nature().name(), ligne.classe().name(),
                s.indicateur() != null, s.indicateur(), s.saisissable(), niveau, annees, evolutions, periode, evolution(niveau, derniere, Map.of()),
                ligne.remarque(), imprimees.commentaire(), alerteImprimee, imprimees.sansAnnee());
    }

    private CelluleContrat cellule(int annee) {
        CelluleContrat maintenant = courante(annee);
        ArretesLus arrete = s.arretes().get(annee);
        Canon.CelluleGelee gelee = arrete == null ? null : arrete.cellules().get(ligne.code());
        if (gelee == null) {
            return maintenant;
        }
        RevisionContrat revision = gelee.texte().equals(maintenant.texte()) ? null : new RevisionContrat(gelee.texte(), maintenant.texte(), pourquoi(maintenant, annee));
        return new CelluleContrat(annee, gelee.valeur(), gelee.texte(), gelee.raison(), gelee.origine(), maintenant.compte(), maintenant.saisie(),
                maintenant.imprime(), maintenant.difference(), maintenant.commentaire(), maintenant.versionCommentaire(), null, true, revision, false);
    }

    private String pourquoi(CelluleContrat maintenant, int annee) {
        Mots.Mot mot = s.mots().de(ligne.code(), annee, Mots.Sorte.REVISION);
        if (mot != null) {
            return mot.texte();
        }
        ValeurSaisie v = s.saisies().de(annee, ValeurSaisie.Type.REALISE);
        return maintenant.origine() == Origine.SAISI && v != null ? v.motif() : null;
    }

    /** As it stands, closed or not. */
    private CelluleContrat courante(int annee) {
        Chiffre compte = s.indicateur() == null ? null : s.compte().apply(annee);
        ValeurSaisie saisie = s.saisies().de(annee, ValeurSaisie.Type.REALISE);
        ValeurImprimee imprime = imprimees.de(annee, ValeurImprimee.TypeValeur.REALISE);
        Mots.Mot mot = s.mots().de(ligne.code(), annee, Mots.Sorte.COMMENTAIRE);
        String commentaire = mot != null ? mot.texte() : saisie == null || saisie.retiree() ? null : saisie.commentaire();
        Origine origine;
        BigDecimal valeur = null;
        String texte = "n.c.";
        String raison = null;
        if (compte != null && compte.valeur() != null) {
            origine = Origine.COMPTE;
            valeur = compte.valeur();
            texte = Nombres.texte(valeur, ligne.unite());
        } else if (saisie != null && !saisie.retiree()) {
            origine = Origine.SAISI;
            valeur = saisie.valeur();
            texte = valeur != null ? Nombres.texte(valeur, ligne.unite()) : court(saisie);
            raison = valeur == null ? "Valeur saisie\u00a0: " + saisie.sorte().absence(saisie.texte()) + "." : null;
        } else if (imprime != null) {
            origine = Origine.IMPRIME;
            Grandeur g = Imprimees.grandeur(imprime, ligne);
            valeur = g.valeur();
            texte = valeur != null ? Nombres.texte(valeur, ligne.unite()) : imprime.texte() == null ? imprime.statut().name() : imprime.texte();
            raison = valeur == null ? "Valeur imprimée\u00a0: " + g.absence() + "." : null;
        } else {
            origine = Origine.AUCUNE;
            raison = compte != null ? compte.raison() : "Pas encore saisie.";
        }
        ImprimeContrat imprimeVu = imprime == null ? null : vu(imprime, annee);
        return new CelluleContrat(annee, valeur, texte, raison, origine, compte == null ? null : vu(compte), saisie == null ? null : vue(saisie), imprimeVu,
                difference(annee, origine, valeur, compte, imprime), commentaire, mot == null ? 0 : mot.version(), null, false, null, false);
    }

    private static String court(ValeurSaisie v) {
        return switch (v.sorte()) {
            case NR, ND -> v.sorte().name();
            case SANS_OBJET -> "sans objet";
            default -> v.texte() == null ? v.sorte().libelle() : v.texte();
        };
    }

    private DifferenceContrat difference(int annee, Origine origine, BigDecimal valeur, Chiffre compte, ValeurImprimee imprime) {
        if (origine != Origine.COMPTE && origine != Origine.SAISI || valeur == null || imprime == null || imprime.valeur() == null
                || imprime.statut() != ValeurImprimee.Statut.CHIFFRE || imprime.valeur().compareTo(valeur) == 0) {
            return null;
        }
        List<String> connues = new ArrayList<>();
        if (imprime.dateArrete() != null) {
            connues.add("Le document lit la valeur à une autre date\u00a0: " + imprime.dateArrete() + ".");
        }
        if (imprime.perimetre() != null) {
            connues.add("Le document dit un périmètre\u00a0: " + imprime.perimetre() + ".");
        }
        Grandeur g = Imprimees.grandeur(imprime, ligne);
        if (g.unite() != null && ligne.unite() != null && !ligne.unite().equalsIgnoreCase(g.unite())) {
            connues.add("La cellule imprimée compte des " + g.unite() + ", l’indicateur des " + ligne.unite() + ".");
        }
        if (imprime.remarque() != null) {
            connues.add("À la lecture du document\u00a0: " + imprime.remarque() + ".");
        }
        BigDecimal ecart = valeur.subtract(imprime.valeur());
        Mots.Mot mot = s.mots().de(ligne.code(), annee, Mots.Sorte.DIFFERENCE);
        return new DifferenceContrat(ecart, (ecart.signum() > 0 ? "+" : "") + Nombres.texte(ecart), connues, mot == null ? null : mot.texte(), mot == null ? 0 : mot.version());
    }

    private CibleContrat cible(int annee) {
        ValeurSaisie saisie = s.saisies().de(annee, ValeurSaisie.Type.CIBLE);
        ValeurImprimee imprime = imprimees.de(annee, ValeurImprimee.TypeValeur.CIBLE);
        ImprimeContrat vu = imprime == null ? null : new ImprimeContrat(imprime.valeur(), imprime.texte(), imprime.perimetre(), imprime.dateArrete(), imprime.remarque(),
                imprimees.autres(annee, ValeurImprimee.TypeValeur.CIBLE));
        SaisieContrat vue = saisie == null ? null : vue(saisie);
        if (saisie != null && !saisie.retiree()) {
            return new CibleContrat(saisie.valeur(), saisie.valeur() != null ? Nombres.texte(saisie.valeur(), ligne.unite()) : court(saisie),
                    saisie.valeur() == null ? saisie.sorte().absence(saisie.texte()) : null, Origine.SAISI, vue, vu);
        }
        if (imprime != null) {
            Grandeur g = Imprimees.grandeur(imprime, ligne);
            return new CibleContrat(g.valeur(), g.valeur() != null ? Nombres.texte(g.valeur(), ligne.unite()) : imprime.texte() == null ? imprime.statut().name() : imprime.texte(),
                    g.absence(), Origine.IMPRIME, vue, vu);
        }
        return new CibleContrat(null, "", "aucune cible n’est fixée", Origine.AUCUNE, vue, vu);
    }

    private Grandeur grandeur(CelluleContrat c) {
        if (c.valeur() == null) {
            String raison = c.raison() == null ? c.texte() : c.raison().replaceFirst("^Valeur (saisie|imprimée)\u00a0: ", "").replaceFirst("\\.$", "");
            return Grandeur.absente(Character.toLowerCase(raison.charAt(0)) + raison.substring(1));
        }
        ValeurImprimee imprime = c.origine() == Origine.IMPRIME ? imprimees.de(c.annee(), ValeurImprimee.TypeValeur.REALISE) : null;
        return new Grandeur(c.valeur(), null, imprime == null ? null : Imprimees.grandeur(imprime, ligne).unite());
    }

    private EvolutionContrat evolution(CelluleContrat de, CelluleContrat a, Map<String, BigDecimal> imprimees) {
        Evolutions.Evolution e = Evolutions.entre(de.annee(), grandeur(de), a.annee(), grandeur(a), taux);
        return vue(de.annee(), a.annee(), e, imprimees.get(de.annee() + "-" + a.annee()));
    }

    private EvolutionContrat ecart(CelluleContrat c, CibleContrat cible, BigDecimal imprime) {
        Grandeur visee = cible.valeur() == null ? Grandeur.absente(cible.raison()) : Grandeur.de(cible.valeur());
        return vue(c.annee(), c.annee(), Evolutions.alaCible(c.annee(), visee, grandeur(c), taux), imprime);
    }

    private static EvolutionContrat vue(int de, int a, Evolutions.Evolution e, BigDecimal imprimee) {
        boolean fausse = imprimee != null && e.valeur() != null
                && e.valeur().setScale(0, RoundingMode.HALF_UP).subtract(imprimee).abs().compareTo(BigDecimal.ONE) > 0;
        return new EvolutionContrat(de, a, e.valeur(), e.mesure() == Evolutions.Mesure.POINTS, e.texte(), e.raison(), e.reserve(),
                imprimee == null ? null : (imprimee.signum() > 0 ? "+" : "") + Nombres.texte(imprimee) + "\u00a0%", fausse);
    }

    private ChiffreContrat vu(Chiffre c) {
        return new ChiffreContrat(c.valeur(), c.valeur() == null ? "n.c." : Nombres.texte(c.valeur(), ligne.unite()), c.raison(), c.effectif(), c.base());
    }

    private SaisieContrat vue(ValeurSaisie v) {
        return new SaisieContrat(v.version(), v.sorte(), v.valeur(), v.texte(), v.base(), v.source(), v.arreteAu(), v.commentaire(),
                v.par() == null ? null : s.noms().get(v.par()), v.saisieLe());
    }

    private ImprimeContrat vu(ValeurImprimee v, int annee) {
        return new ImprimeContrat(v.valeur(), v.texte() == null ? v.statut().name() : v.texte(), v.perimetre(), v.dateArrete(), v.remarque(),
                imprimees.autres(annee, ValeurImprimee.TypeValeur.REALISE));
    }

    private static CelluleContrat avecAlerte(CelluleContrat c, String alerte) {
        return new CelluleContrat(c.annee(), c.valeur(), c.texte(), c.raison(), c.origine(), c.compte(), c.saisie(), c.imprime(), c.difference(), c.commentaire(),
                c.versionCommentaire(), alerte, c.definitif(), c.revision(), c.masquee());
    }
}
