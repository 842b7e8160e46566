package fr.jalon.droits;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.donnees.Nature;

/** The file and what is decided of each thing in it: the line, else the element, else the part, else what its nature says. Pure. */
record DossierDecide(List<PieceDecidee> pieces) {

    /** @param sort null: nobody has decided yet, nothing comes out; {@code perimee}: the file has changed since somebody had */
    record Choix(Marque.Sort sort, String motif, Marque.Article article, List<String> passages, UUID copieId, boolean perimee) {
    }

    record ElementDecide(DossierLu.Element element, Choix choix, boolean propre, Map<String, Choix> lignes) {
    }

    record PieceDecidee(DossierLu.Piece piece, Choix choix, List<ElementDecide> elements) {

        long aExaminer() {
            return elements.stream().filter(e -> e.choix().sort() == null).count();
        }
    }

    private record Cle(String piece, String element, String ligne) {
    }

    static DossierDecide de(DossierLu lu, List<Marque> marques) {
        Map<Cle, Marque> posees = new HashMap<>();
        marques.forEach(m -> posees.put(new Cle(m.piece(), m.element(), m.ligne()), m));
        List<PieceDecidee> pieces = new ArrayList<>();
        for (DossierLu.Piece p : lu.pieces()) {
            Marque surTout = posees.get(new Cle(p.cle(), "", ""));
            Choix deLaPiece = surTout == null ? null : surTout.empreinte().equals(p.empreinte()) ? choix(surTout) : new Choix(null, null, null, List.of(), null, true);
            List<ElementDecide> elements = new ArrayList<>();
            for (DossierLu.Element e : p.elements()) {
                Marque sienne = posees.get(new Cle(p.cle(), e.cle(), ""));
                Choix propre = sienne == null ? null : sienne.empreinte().equals(e.empreinte()) ? choix(sienne) : new Choix(null, null, null, List.of(), null, true);
                Choix retenu = propre != null ? propre : deLaPiece != null ? deLaPiece : parNature(e.nature());
                Map<String, Choix> lignes = new HashMap<>();
                e.lignes().forEach(l -> {
                    Marque m = posees.get(new Cle(p.cle(), e.cle(), l.libelle()));
                    if (m != null && m.empreinte().equals(e.empreinte())) {
                        lignes.put(l.libelle(), choix(m));
                    }
                });
                // A masked line of an element that changed: look again before it comes out.
                boolean lignePerimee = marques.stream().anyMatch(m -> m.piece().equals(p.cle()) && m.element().equals(e.cle()) && !m.ligne().isEmpty()
                        && !m.empreinte().equals(e.empreinte()));
                elements.add(new ElementDecide(e, lignePerimee && propre == null ? new Choix(null, null, null, List.of(), null, true) : retenu, propre != null, lignes));
            }
            pieces.add(new PieceDecidee(p, deLaPiece, elements));
        }
        return new DossierDecide(pieces);
    }

    private static Choix choix(Marque m) {
        return new Choix(m.sort(), m.motif(), m.article() == null ? null : Marque.Article.valueOf(m.article()), m.passages(), m.copieId(), false);
    }

    private static Choix parNature(Nature nature) {
        return new Choix(nature.aExaminer() ? null : Marque.Sort.COMMUNIQUE, null, null, List.of(), null, false);
    }

    long aExaminer() {
        return pieces.stream().mapToLong(PieceDecidee::aExaminer).sum();
    }
}
