package fr.jalon.mesure.attente;

import java.time.LocalDate;

import fr.jalon.mesure.ControleService;

import org.springframework.stereotype.Component;

/** Tells the acts on a measure how many places a service has left. */
@Component
class ControlePlaces implements ControleService {

    private final LecturePlaces places;

    ControlePlaces(LecturePlaces places) {
        this.places = places;
    }

    @Override
    public Place place(String service, String produit, String unite, LocalDate le) {
        Places lues = places.places(service, produit, le);
        int libres = lues.libresPour(unite);
        return new Place(lues.places() > 0, libres > 0 ? libres : Math.min(0, lues.libres()));
    }
}
