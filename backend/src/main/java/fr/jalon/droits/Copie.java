package fr.jalon.droits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is given: the file without what is withheld, with words in the place of what is masked, and the list of both with its grounds. Pure,
 * so that what is printed, what is written as JSON and what is put in the archive say the same.
 */
public record Copie(List<ChapitreDit> chapitres, List<NonCommunique> nonCommuniques, List<Joint> joints) {

    public record ChapitreDit(String titre, List<PieceDite> pieces) {
    }

    public record PieceDite(String titre, List<ElementDit> elements) {
    }

    public record ElementDit(List<LigneDite> lignes) {
    }

    public record LigneDite(String libelle, String texte) {
    }

    /** @param sort as people read it: occulté, non communiqué, à demander à la juridiction */
    public record NonCommunique(String titre, String sort, String motif, String fondement) {
    }

    /** An attached file of the archive: the document whose bytes are given, which may be a masked copy. */
    public record Joint(UUID document, boolean occulte) {
    }

    static final String OCCULTE = "[occulté]";

    static Copie de(DossierDecide decide) {
        Map<String, List<PieceDite>> chapitres = new LinkedHashMap<>();
        List<NonCommunique> manquants = new ArrayList<>();
        List<Joint> joints = new ArrayList<>();
        for (DossierDecide.PieceDecidee p : decide.pieces()) {
            List<ElementDit> dits = new ArrayList<>();
            // One reason told once for a part, however many elements it masks.
            Map<NonCommunique, Boolean> siens = new LinkedHashMap<>();
            for (DossierDecide.ElementDecide e : p.elements()) {
                DossierDecide.Choix c = e.choix();
                if (c.sort() == null) {
                    throw new IllegalStateException("Rien ne sort avant que tout soit examiné");
                }
                if (c.sort() != Marque.Sort.COMMUNIQUE) {
                    siens.put(nonCommunique(p, c), true);
                }
                if (c.sort() == Marque.Sort.RETENU || c.sort() == Marque.Sort.JURIDICTION) {
                    continue;
                }
                dits.add(new ElementDit(lignes(p, e, siens)));
                if (e.element().document() != null) {
                    joints.add(c.sort() == Marque.Sort.OCCULTE ? new Joint(c.copieId(), true) : new Joint(e.element().document(), false));
                }
            }
            manquants.addAll(siens.keySet());
            if (!dits.isEmpty()) {
                chapitres.computeIfAbsent(p.piece().chapitre().libelle(), k -> new ArrayList<>()).add(new PieceDite(p.piece().titre(), dits));
            }
        }
        return new Copie(chapitres.entrySet().stream().map(c -> new ChapitreDit(c.getKey(), c.getValue())).toList(), manquants, joints);
    }

    private static List<LigneDite> lignes(DossierDecide.PieceDecidee p, DossierDecide.ElementDecide e, Map<NonCommunique, Boolean> manquants) {
        DossierDecide.Choix c = e.choix();
        boolean tout = c.sort() == Marque.Sort.OCCULTE && c.passages().isEmpty() && e.element().document() == null;
        Passages passages = c.sort() == Marque.Sort.OCCULTE ? new Passages(c.passages(), OCCULTE) : null;
        List<LigneDite> lignes = new ArrayList<>();
        for (DossierLu.Ligne l : e.element().lignes()) {
            DossierDecide.Choix deLaLigne = e.lignes().get(l.libelle());
            if (deLaLigne != null && deLaLigne.sort() != Marque.Sort.COMMUNIQUE) {
                manquants.put(nonCommunique(p, deLaLigne), true);
                lignes.add(new LigneDite(l.libelle(), deLaLigne.passages().isEmpty() ? OCCULTE : new Passages(deLaLigne.passages(), OCCULTE).cacher(l.valeur())));
            } else {
                lignes.add(new LigneDite(l.libelle(), tout ? OCCULTE : passages == null ? l.valeur() : passages.cacher(l.valeur())));
            }
        }
        return lignes;
    }

    private static NonCommunique nonCommunique(DossierDecide.PieceDecidee p, DossierDecide.Choix c) {
        return new NonCommunique(p.piece().titre(), c.sort().libelle(), c.motif(), c.article() == null ? "" : c.article().libelle());
    }

    int pieces() {
        return chapitres.stream().mapToInt(c -> c.pieces().size()).sum();
    }

    int occultees() {
        return (int) nonCommuniques.stream().filter(n -> n.sort().equals(Marque.Sort.OCCULTE.libelle())).count();
    }

    int retenues() {
        return nonCommuniques.size() - occultees();
    }
}
