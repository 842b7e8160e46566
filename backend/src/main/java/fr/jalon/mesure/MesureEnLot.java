package fr.jalon.mesure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.evenement.Periodes;

/**
 * What the acts of a measure leave in the tables, for measures written many at a time: the row, the events, the periods and the step where
 * it waits, from the very code the acts themselves go through. Pure.
 */
public final class MesureEnLot {

    /** Columns of {@code mesure} that follow from the acts, in the order of {@link #valeurs}. */
    public static final String COLONNES = "etat, cadre, base_legale, produit, accueil, urgence, provisoire, unite_id, service_id, exercice, "
            + "autorite, juridiction, magistrat, reference, decidee_le, duree, terme, debut_prevu, intensite, lieu, attente_depuis, affectee_le, "
            + "demarree_le, demarree_a, finie_le, motif_fin, suite_fin, suite_attendue, relais_attendu";

    /** The event an act appends: its id is the act's to keep. */
    public record Fait(Acte acte, String element, String unite, Map<String, String> dimensions) {
    }

    private final List<Fait> faits = new ArrayList<>();
    private final List<Situation.Etape> etapes;
    private final Situation fin;

    private MesureEnLot(List<Acte> actes) {
        List<Acte> dits = new ArrayList<>();
        Situation avant = null;
        for (Acte a : actes) {
            dits.add(a);
            Situation apres = ActesMesure.derniere(dits);
            faits.add(new Fait(a, avant == null ? "decidee" : avant.etape(), apres.unite, dimensions(a, apres)));
            avant = apres;
        }
        this.etapes = Situation.toutes(dits);
        this.fin = avant;
    }

    /** @param actes in the order they were entered, the decision first */
    public static MesureEnLot de(List<Acte> actes) {
        return new MesureEnLot(actes);
    }

    private static Map<String, String> dimensions(Acte a, Situation s) {
        Map<String, String> d = new LinkedHashMap<>(s.dimensions());
        ActesMesure.DIMENSIONS_PROPRES.forEach(nom -> {
            if (a.d(nom) != null) {
                d.put(nom, a.d(nom));
            }
        });
        if (a.genre() == GenreActe.MODULATION && s.intensite != null) {
            d.put("intensite", s.intensite);
        }
        if (!a.avertissements().isEmpty()) {
            d.put("avertissements", String.join(",", a.avertissements().keySet()));
        }
        return d;
    }

    public List<Fait> faits() {
        return faits;
    }

    /** Periods by kind, each as its segments. */
    public Map<String, List<List<Periodes.Segment>>> periodes() {
        return Deroule.periodes(etapes);
    }

    /** Units in charge in turn, from the day each was. */
    public Map<LocalDate, String> unites() {
        Map<LocalDate, String> unites = new LinkedHashMap<>();
        String tenue = null;
        for (Situation.Etape e : etapes) {
            if (!e.situation().unite.equals(tenue)) {
                tenue = e.situation().unite;
                unites.put(e.du(), tenue);
            }
        }
        return unites;
    }

    public EtatMesure etat() {
        return fin.etat;
    }

    public String unite() {
        return fin.unite;
    }

    /** The service that sees it now: none once it is over. */
    public String service() {
        return fin.etat.ouverte() ? fin.service : null;
    }

    public List<Object> valeurs() {
        Mesure m = new Mesure();
        m.adopter(fin);
        return Arrays.asList(m.etat().name(), m.cadre(), m.baseLegale(), m.produit(), m.accueil(), m.urgence(), m.provisoire(),
                m.uniteId(), m.serviceId(), m.exercice(), m.autorite(), m.juridiction(), m.magistrat(), m.reference(), m.decideeLe(),
                m.duree(), m.terme(), m.debutPrevu(), m.intensite(), m.lieu(), m.attenteDepuis(), m.affecteeLe(), m.demarreeLe(),
                m.demarreeA(), m.finieLe(), m.motifFin(), m.suiteFin(), m.suiteAttendue(), m.relaisAttendu());
    }

    /** An act as it was entered, of nobody in particular. */
    public static Acte acte(UUID id, GenreActe genre, LocalDate le, Map<String, String> details, UUID evenement, java.time.Instant saisi, UUID par) {
        return new Acte(id, genre, le, details, Map.of(), null, evenement, saisi, par, null, null);
    }
}
