package fr.jalon.demo.web;

import java.util.List;

import fr.jalon.demo.Avancement;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the synthetic département is written: the shell shows it until it is whole. */
@RestController
@RequestMapping("/api/demo")
class AvancementController {

    /**
     * @param actif whether there is something to show
     * @param phrase what the strip says
     * @param anneesFictives years whose volumes are invented
     */
    record AvancementDemo(boolean actif, int pourcent, int dossiers, String phrase, List<Integer> anneesFictives) {
    }

    private final Avancement avancement;

    AvancementController(Avancement avancement) {
        this.avancement = avancement;
    }

    @GetMapping("/avancement")
    AvancementDemo avancement() {
        return avancement.lire().map(a -> new AvancementDemo(!a.complet(), a.pourcent(), a.dossiers(), a.phrase(),
                        avancement.anneesFictives()))
                .orElseGet(() -> new AvancementDemo(false, 100, 0, "", List.of()));
    }
}
