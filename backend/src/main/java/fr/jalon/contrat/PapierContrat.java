package fr.jalon.contrat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import fr.jalon.contrat.TableauContrat.ExerciceContrat;
import fr.jalon.contrat.TableauContrat.LigneContrat;
import fr.jalon.courrier.Imprime;

/** The annual execution report as a paper: fiche by fiche, what was done in words, then the figures, then the changes and gaps. */
final class PapierContrat {

    /** One fiche of the paper. */
    public record FicheImprimee(String fiche, String intitule, String recit, List<LigneImprimee> lignes) {
    }

    /** @param valeurs level, then target and result of each year @param evolutions in the order of {@code titresEvolutions} */
    public record LigneImprimee(String libelle, String unite, List<String> valeurs, List<String> evolutions) {
    }

    private PapierContrat() {
    }

    static Imprime de(TableauContrat t, Map<String, Recits.RecitFiche> recits, int annee, String departement, Rapports.RapportExecution rapport, ZoneIci zone) {
        Map<String, List<LigneContrat>> parFiche = t.lignes().stream().collect(Collectors.groupingBy(LigneContrat::fiche, LinkedHashMap::new, Collectors.toList()));
        List<FicheImprimee> fiches = new ArrayList<>();
        parFiche.forEach((fiche, lignes) -> fiches.add(new FicheImprimee(fiche, lignes.get(0).intituleFiche(), recits.containsKey(fiche) ? recits.get(fiche).texte() : null,
                lignes.stream().map(l -> ligne(l, t)).toList())));
        List<String> valeurs = new ArrayList<>(List.of("Niveau " + t.reference()));
        IntStream.rangeClosed(t.du(), t.au()).forEach(a -> valeurs.addAll(List.of("Cible " + a, "Réalisé " + a)));
        List<String> evolutions = Colonnes.de(t).stream().filter(c -> c.genre() == Colonnes.Genre.EVOLUTION || c.genre() == Colonnes.Genre.ECART).map(Colonnes.Colonne::titre).toList();
        String titre = (t.sorte() == Plan.Sorte.CONTRAT ? "Rapport annuel d’exécution " : "Suivi annuel du schéma ") + annee;
        List<String> etats = t.annees().stream().map(e -> etat(e, zone)).toList();
        Map<String, Object> v = new LinkedHashMap<>();
        v.put("departement", departement);
        v.put("document", t.titre());
        v.put("diffusion", t.diffusion().libelle());
        v.put("interne", t.diffusion() == fr.jalon.diffusion.Public.INTERNE);
        v.put("etats", etats);
        v.put("etapes", rapport.etapes());
        v.put("fiches", fiches);
        v.put("titresValeurs", valeurs);
        v.put("titresEvolutions", evolutions);
        return new Imprime("rapport-contrat", titre, titre + ", " + t.titre() + ", " + departement + ".", t.titre() + ", " + annee + (t.diffusion() == fr.jalon.diffusion.Public.INTERNE ? " (usage interne)" : ""),
                fixe(t, rapport, zone), Imprime.Corps.NORMAL, v);
    }

    /** How the paper tells a moment: the business zone. */
    interface ZoneIci {

        LocalDate jour(Instant instant);
    }

    /** When its content was fixed: its last step or closing; a report in the making has the first day it could be written. */
    private static Instant fixe(TableauContrat t, Rapports.RapportExecution rapport, ZoneIci zone) {
        return java.util.stream.Stream.concat(t.annees().stream().map(ExerciceContrat::arreteLe).filter(java.util.Objects::nonNull), rapport.etapes().stream().map(Rapports.EtapeFaite::ecriteLe))
                .max(Comparator.naturalOrder()).orElse(LocalDate.of(rapport.annee() + 1, 1, 1).atStartOfDay(java.time.ZoneOffset.UTC).toInstant());
    }

    private static String etat(ExerciceContrat e, ZoneIci zone) {
        return e.annee() + "\u00a0: " + (e.definitif() ? "valeurs définitives, arrêtées le " + fr.jalon.commun.temps.EnFrancais.jour(zone.jour(e.arreteLe())) + " par " + e.nom()
                + (e.qualite() == null ? "" : ", " + e.qualite()) + (e.revisions() == 0 ? "" : "\u00a0; " + e.revisions() + (e.revisions() == 1 ? " cellule révisée depuis" : " cellules révisées depuis"))
                : "valeurs provisoires") + ".";
    }

    private static LigneImprimee ligne(LigneContrat l, TableauContrat t) {
        List<String> valeurs = new ArrayList<>(List.of(court(l.niveau().texte())));
        l.annees().forEach(a -> valeurs.addAll(List.of(court(a.cible().texte()), court(a.realise().texte()))));
        List<String> evolutions = Colonnes.de(t).stream().filter(c -> c.genre() == Colonnes.Genre.EVOLUTION || c.genre() == Colonnes.Genre.ECART)
                .map(c -> Colonnes.evolution(l, t, c).texte()).toList();
        return new LigneImprimee(l.libelle(), l.unite(), valeurs, evolutions);
    }

    /** A cell of words is told in full in the workbook; here a narrow column holds its beginning. */
    private static String court(String texte) {
        return texte == null || texte.isEmpty() ? "–" : texte.length() > 60 ? texte.substring(0, 58).strip() + "…" : texte;
    }
}
