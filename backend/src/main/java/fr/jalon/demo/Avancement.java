package fr.jalon.demo;

import java.util.Optional;

import org.springframework.stereotype.Component;

/** How far the writing of the demonstration is, as any node can tell it. */
@Component
public class Avancement {

    public record Etape(boolean complet, int pourcent, int dossiers, String phrase) {
    }

    private final Semis semis;

    private final Volumes volumes;

    Avancement(Semis semis, Volumes volumes) {
        this.semis = semis;
        this.volumes = volumes;
    }

    /** Years whose volumes no document gives: invented, and said to be. */
    public java.util.List<Integer> anneesFictives() {
        return semis.graine().map(volumes::jusqua).orElse(java.util.List.of()).stream().filter(Volumes.Annee::fictif).map(Volumes.Annee::annee).toList();
    }

    /** Empty when this database holds no demonstration. */
    public Optional<Etape> lire() {
        return semis.avance().map(a -> {
            int pourcent = a.complet() ? 100 : Math.min(99, a.lots() == 0 ? 0 : 100 * a.faits() / a.lots());
            String dossiers = String.format(java.util.Locale.FRENCH, "%,d", a.dossiers()).replace('\u202f', '\u00a0');
            return new Etape(a.complet(), pourcent, a.dossiers(), a.complet() ? "La démonstration est complète\u00a0: " + dossiers + " informations."
                    : "La démonstration se remplit\u00a0: " + dossiers + " informations écrites, " + pourcent
                            + "\u00a0%. Vous pouvez déjà travailler.");
        });
    }
}
