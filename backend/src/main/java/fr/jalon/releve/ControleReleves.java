package fr.jalon.releve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import fr.jalon.commun.controle.TableDerivee;
import fr.jalon.evenement.Periodes;

import org.springframework.stereotype.Component;

/** Periods of light records against their lines. */
@Component
class ControleReleves implements TableDerivee {

    private static final int TAILLE = 500;

    private final RelevesEnBase base;
    private final GenresReleves genres;
    private final Periodes periodes;
    private final PeriodesReleve ecriture;

    ControleReleves(RelevesEnBase base, GenresReleves genres, Periodes periodes, PeriodesReleve ecriture) {
        this.base = base;
        this.genres = genres;
        this.periodes = periodes;
        this.ecriture = ecriture;
    }

    @Override
    public String nom() {
        return "periodes-releves";
    }

    @Override
    public String libelle() {
        return "Périodes des repères de suivi";
    }

    @Override
    public List<Ecart> ecarts() {
        List<Ecart> ecarts = new ArrayList<>();
        parcourir((r, connues) -> {
            if (ecarts.size() < ECARTS_MAX && !conforme(r, connues)) {
                ecarts.add(new Ecart("RELEVE " + r.id(), r.code() + "\u00a0: les périodes écrites ne sont pas celles du repère"));
            }
        });
        return ecarts;
    }

    @Override
    public long reconstruire() {
        long[] ecrites = {0};
        parcourir((r, connues) -> {
            if (!conforme(r, connues)) {
                genres.connu(r.code()).ifPresent(g -> ecrites[0] += ecriture.suivre(g, r));
            }
        });
        return ecrites[0];
    }

    private boolean conforme(Releve r, List<Periodes.Periode> connues) {
        GenreReleve g = genres.connu(r.code()).orElse(null);
        if (g == null) {
            return true;
        }
        Map<UUID, List<Periodes.Segment>> ecrites = new LinkedHashMap<>();
        connues.forEach(p -> ecrites.computeIfAbsent(p.periodeId(), k -> new ArrayList<>())
                .add(new Periodes.Segment(p.uniteId(), p.dimensions(), p.debut(), p.fin())));
        return List.copyOf(ecrites.values()).equals(PeriodesReleve.attendues(g, r));
    }

    private void parcourir(BiConsumer<Releve, List<Periodes.Periode>> travail) {
        UUID apres = new UUID(0, 0);
        while (true) {
            List<Releve> page = base.suite(apres, TAILLE);
            if (page.isEmpty()) {
                return;
            }
            Map<UUID, List<Periodes.Periode>> connues = periodes.de(page.stream().map(Releve::id).toList()).stream()
                    .collect(Collectors.groupingBy(p -> p.sujet().id()));
            page.forEach(r -> travail.accept(r, connues.getOrDefault(r.id(), List.of())));
            apres = page.get(page.size() - 1).id();
        }
    }
}
