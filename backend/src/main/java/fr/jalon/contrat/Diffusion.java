package fr.jalon.contrat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.jalon.contrat.TableauContrat.AnneeContrat;
import fr.jalon.contrat.TableauContrat.CelluleContrat;
import fr.jalon.contrat.TableauContrat.EvolutionContrat;
import fr.jalon.contrat.TableauContrat.LigneContrat;
import fr.jalon.contrat.TableauContrat.Origine;
import fr.jalon.diffusion.Case;
import fr.jalon.diffusion.Part;
import fr.jalon.diffusion.Public;
import fr.jalon.diffusion.Secret;
import fr.jalon.diffusion.Somme;
import fr.jalon.indicateur.Connu;
import fr.jalon.indicateur.Derriere;

import org.springframework.stereotype.Component;

/**
 * The table as it may leave: small numbers of children and what would give them back hidden, with every change and gap that used them, and
 * without anything written for the inside (comments, explanations, what was typed and by whom).
 */
@Component
class Diffusion {

    static final String MASQUE = "s.";

    private final Derriere derriere;
    private final Plans plans;

    Diffusion(Derriere derriere, Plans plans) {
        this.derriere = derriere;
        this.plans = plans;
    }

    /** @param indicateurs code of the catalogue by row counted */
    TableauContrat pour(TableauContrat t, Public qui, Map<String, String> indicateurs, Connu connu) {
        Map<String, Map<Integer, Derriere.Enfants>> enfants = indicateurs.isEmpty() ? Map.of()
                : derriere.enfants(indicateurs.values().stream().distinct().toList(), t.reference(), t.au(), connu);
        List<Case> cases = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        Map<String, Boolean> sansBase = new HashMap<>();
        for (LigneContrat l : t.lignes()) {
            for (CelluleContrat c : cellules(l)) {
                peser(l, c, enfants.getOrDefault(l.indicateur(), Map.of()).get(c.annee()), cases, parts, sansBase);
            }
        }
        List<Somme> sommes = new ArrayList<>();
        for (Somme s : plans.sommes()) {
            for (int annee = t.reference(); annee <= t.au(); annee++) {
                int an = annee;
                sommes.add(new Somme(cle(s.total(), an), s.parties().stream().map(p -> cle(p, an)).toList()));
            }
        }
        Set<String> cachees = new java.util.HashSet<>(Secret.cachees(cases, sommes, parts, qui.seuil()));
        sansBase.keySet().forEach(cachees::add);
        List<LigneContrat> lignes = t.lignes().stream().map(l -> masquer(l, cachees, sansBase, qui)).toList();
        return new TableauContrat(t.plan(), t.titre(), t.sorte(), t.reference(), t.du(), t.au(), t.connuLe(), qui, t.annees(), lignes, 0);
    }

    private void peser(LigneContrat l, CelluleContrat c, Derriere.Enfants enfants, List<Case> cases, List<Part> parts, Map<String, Boolean> sansBase) {
        if (c.valeur() == null) {
            return;
        }
        String cle = cle(l.code(), c.annee());
        boolean taux = "%".equals(l.unite());
        boolean personnes = plans.comptePersonnes(l.unite());
        if (c.origine() == Origine.COMPTE && enfants != null) {
            if (taux) {
                cases.add(new Case(cle + "#n", enfants.comptes(), enfants.comptes(), false));
                cases.add(new Case(cle + "#d", enfants.base(), enfants.base(), false));
                parts.add(new Part(cle, cle + "#n", cle + "#d"));
            } else if (!personnes) {
                // A length or a number of places: hidden when it is that of a few children.
                if (enfants.comptes() > 0 && c.compte() != null && c.compte().effectif() > 0) {
                    cases.add(Case.de(cle, enfants.comptes(), enfants.comptes()));
                }
            } else {
                cases.add(Case.de(cle, c.valeur().abs().longValue(), enfants.comptes()));
            }
        } else if (taux) {
            Long base = c.saisie() == null ? null : c.saisie().base();
            if (c.origine() == Origine.SAISI && base == null) {
                sansBase.put(cle, true);
            } else if (base != null && personnes) {
                long n = Math.round(c.valeur().doubleValue() * base / 100);
                cases.add(new Case(cle + "#n", n, n, false));
                cases.add(new Case(cle + "#d", base, base, false));
                parts.add(new Part(cle, cle + "#n", cle + "#d"));
            }
        } else if (personnes) {
            long n = c.valeur().abs().longValue();
            cases.add(Case.de(cle, n, n));
        }
    }

    private static List<CelluleContrat> cellules(LigneContrat l) {
        List<CelluleContrat> cellules = new ArrayList<>();
        cellules.add(l.niveau());
        l.annees().forEach(a -> cellules.add(a.realise()));
        return cellules;
    }

    private static String cle(String code, int annee) {
        return code + "@" + annee;
    }

    private static LigneContrat masquer(LigneContrat l, Set<String> cachees, Map<String, Boolean> sansBase, Public qui) {
        List<AnneeContrat> annees = l.annees().stream().map(a -> new AnneeContrat(a.annee(),
                new TableauContrat.CibleContrat(a.cible().valeur(), a.cible().texte(), a.cible().raison(), a.cible().origine(), null, null),
                masquer(l, a.realise(), cachees, sansBase, qui), masquer(l, a.ecart(), cachees))).toList();
        return new LigneContrat(l.code(), l.fiche(), l.intituleFiche(), l.libelle(), l.unite(), l.nature(), l.classe(), l.compte(), l.indicateur(), false,
                masquer(l, l.niveau(), cachees, sansBase, qui), annees, l.evolutions().stream().map(e -> masquer(l, e, cachees)).toList(),
                l.periode() == null ? null : masquer(l, l.periode(), cachees), masquer(l, l.depuisReference(), cachees), null, null, null, List.of());
    }

    private static CelluleContrat masquer(LigneContrat l, CelluleContrat c, Set<String> cachees, Map<String, Boolean> sansBase, Public qui) {
        String cle = cle(l.code(), c.annee());
        boolean cachee = cachees.contains(cle);
        String raison = !cachee ? c.raison() : sansBase.containsKey(cle) ? "Taux dont la base n’est pas connue\u00a0: il n’est pas communiqué."
                : "Secret statistique\u00a0: moins de " + qui.seuil() + " enfants, ou permettrait de les retrouver.";
        return new CelluleContrat(c.annee(), cachee ? null : c.valeur(), cachee ? MASQUE : c.texte(), raison, c.origine(), null, null, null, null, null, 0, null,
                c.definitif(), null, cachee);
    }

    private static EvolutionContrat masquer(LigneContrat l, EvolutionContrat e, Set<String> cachees) {
        boolean cachee = cachees.contains(cle(l.code(), e.de())) || cachees.contains(cle(l.code(), e.a()));
        return cachee ? new EvolutionContrat(e.de(), e.a(), null, e.points(), MASQUE, "Secret statistique.", null, null, false)
                : new EvolutionContrat(e.de(), e.a(), e.valeur(), e.points(), e.texte(), e.raison(), e.reserve(), null, false);
    }
}
