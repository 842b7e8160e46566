package fr.jalon.mesure;

import java.time.LocalDate;
import java.util.ArrayList;
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
            + "demarree_le, demarree_a, finie_le, motif_fin, suite_fin, suite_attendue";

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
        List<Object> v = new ArrayList<>();
        v.add(fin.etat.name());
        v.add(fin.cadre);
        v.add(fin.base);
        v.add(fin.produit);
        v.add(fin.accueil);
        v.add(fin.urgence);
        v.add(fin.provisoire);
        v.add(fin.unite);
        v.add(fin.service);
        v.add(fin.exercice);
        v.add(fin.autorite);
        v.add(fin.juridiction);
        v.add(fin.magistrat);
        v.add(fin.reference);
        v.add(fin.decideeLe);
        v.add(fin.duree);
        v.add(fin.terme);
        v.add(fin.debutPrevu);
        v.add(fin.intensite);
        v.add(fin.lieu);
        v.add(fin.attenteDepuis);
        v.add(fin.affecteeLe);
        v.add(fin.demarreeLe);
        v.add(fin.demarreeA);
        v.add(fin.finieLe);
        v.add(fin.motifFin);
        v.add(fin.suiteFin);
        v.add(fin.suiteAttendue);
        return v;
    }

    /** An act as it was entered, of nobody in particular. */
    public static Acte acte(UUID id, GenreActe genre, LocalDate le, Map<String, String> details, UUID evenement, java.time.Instant saisi, UUID par) {
        return new Acte(id, genre, le, details, Map.of(), null, evenement, saisi, par, null, null);
    }
}
