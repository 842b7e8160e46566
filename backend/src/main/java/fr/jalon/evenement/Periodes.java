package fr.jalon.evenement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import fr.jalon.commun.Ids;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Spans of a subject's life ({@code EVALUATION}, {@code CONSIGNE_PARQUET}…), start and end days both included in reading as
 * [debut, fin). Versions are never changed but closed: any past table can be computed again as it was known.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Periodes {

    /** The last known segment of a period. */
    public record Periode(UUID periodeId, int segment, String genre, Sujet sujet, UUID enfantId, String uniteId,
            Map<String, String> dimensions, LocalDate debut, LocalDate fin) {
    }

    private final JdbcClient jdbc;
    private final Evenements evenements;

    Periodes(JdbcClient jdbc, Evenements evenements) {
        this.jdbc = jdbc;
        this.evenements = evenements;
    }

    /** @param enfantId may be null when the period is not one child's */
    public UUID ouvrir(String genre, Sujet sujet, UUID enfantId, String unite, Map<String, String> dimensions, LocalDate debut) {
        UUID periode = Ids.nouveau();
        inserer(new Periode(periode, 0, genre, sujet, enfantId, unite, dimensions, debut, null));
        return periode;
    }

    public Optional<Periode> ouverte(String genre, Sujet sujet) {
        return segments("p.genre = :a and p.sujet_type = :t and p.sujet_id = :b and p.fin is null", genre, sujet.type().name(), sujet.id())
                .stream().findFirst();
    }

    /** Closes the open period of this kind, if there is one; a day before its start closes it on its start. */
    public void fermer(String genre, Sujet sujet, LocalDate fin) {
        ouverte(genre, sujet).ifPresent(p -> fermer(p.periodeId(), fin));
    }

    public void fermer(UUID periodeId, LocalDate fin) {
        Periode p = dernier(periodeId);
        oublier(p);
        inserer(new Periode(p.periodeId(), p.segment(), p.genre(), p.sujet(), p.enfantId(), p.uniteId(), p.dimensions(), p.debut(),
                fin.isBefore(p.debut()) ? p.debut() : fin));
    }

    /** Opens a period again that was closed by mistake. */
    public void rouvrir(UUID periodeId) {
        Periode p = dernier(periodeId);
        oublier(p);
        inserer(new Periode(p.periodeId(), p.segment(), p.genre(), p.sujet(), p.enfantId(), p.uniteId(), p.dimensions(), p.debut(), null));
    }

    /** From {@code du} on, the same period goes on in another unit or with other dimensions. */
    public void segmenter(UUID periodeId, LocalDate du, String unite, Map<String, String> dimensions) {
        Periode p = dernier(periodeId);
        LocalDate jour = du.isBefore(p.debut()) ? p.debut() : du;
        oublier(p);
        inserer(new Periode(p.periodeId(), p.segment(), p.genre(), p.sujet(), p.enfantId(), p.uniteId(), p.dimensions(), p.debut(), jour));
        inserer(new Periode(p.periodeId(), p.segment() + 1, p.genre(), p.sujet(), p.enfantId(), unite, dimensions, jour, p.fin()));
    }

    /** The start was entered wrong; applies to the first segment. */
    public void corrigerDebut(UUID periodeId, LocalDate debut) {
        Periode premier = segments("p.periode_id = :a", periodeId).get(0);
        oublier(premier);
        inserer(new Periode(premier.periodeId(), premier.segment(), premier.genre(), premier.sujet(), premier.enfantId(), premier.uniteId(),
                premier.dimensions(), debut, premier.fin() != null && premier.fin().isBefore(debut) ? debut : premier.fin()));
    }

    /** The period never was. */
    public void annuler(UUID periodeId) {
        segments("p.periode_id = :a", periodeId).forEach(this::oublier);
    }

    /** A stretch of a period in one unit with the same dimensions. */
    public record Segment(String uniteId, Map<String, String> dimensions, LocalDate debut, LocalDate fin) {
    }

    /**
     * Makes the periods of a kind equal to {@code attendues}, oldest first: what is right already keeps its version, so that called twice it
     * writes nothing the second time.
     *
     * @return how many versions were closed or written
     */
    public int accorder(String genre, Sujet sujet, UUID enfantId, List<List<Segment>> attendues) {
        java.util.LinkedHashMap<UUID, List<Periode>> connues = new java.util.LinkedHashMap<>();
        de(sujet).stream().filter(p -> p.genre().equals(genre)).forEach(p -> connues.computeIfAbsent(p.periodeId(), k -> new java.util.ArrayList<>()).add(p));
        List<UUID> ids = List.copyOf(connues.keySet());
        int ecrites = 0;
        for (int i = 0; i < Math.max(ids.size(), attendues.size()); i++) {
            UUID id = i < ids.size() ? ids.get(i) : Ids.nouveau();
            List<Periode> avant = connues.getOrDefault(id, List.of());
            List<Segment> apres = i < attendues.size() ? attendues.get(i) : List.of();
            for (int n = 0; n < Math.max(avant.size(), apres.size()); n++) {
                Periode voulue = n >= apres.size() ? null : new Periode(id, n, genre, sujet, enfantId, apres.get(n).uniteId(),
                        apres.get(n).dimensions(), apres.get(n).debut(), apres.get(n).fin());
                if (n < avant.size() && !avant.get(n).equals(voulue)) {
                    oublier(avant.get(n));
                    ecrites++;
                }
                if (voulue != null && (n >= avant.size() || !avant.get(n).equals(voulue))) {
                    inserer(voulue);
                    ecrites++;
                }
            }
        }
        return ecrites;
    }

    public List<Periode> de(Sujet sujet) {
        return segments("p.sujet_type = :a and p.sujet_id = :b", sujet.type().name(), sujet.id());
    }

    /** Known segments of children and of other subjects that are theirs ({@code autres}), oldest first; another child's part of those is left out. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Periode> dEnfants(java.util.Collection<UUID> enfants, java.util.Collection<UUID> autres) {
        String[] siens = enfants.stream().map(UUID::toString).toArray(String[]::new);
        String[] tous = java.util.stream.Stream.concat(enfants.stream(), autres.stream()).map(UUID::toString).toArray(String[]::new);
        return segments("""
                (p.enfant_id = any (cast(:b as uuid[])) or p.enfant_id is null and p.sujet_id = any (cast(:a as uuid[])))""", tous, siens);
    }

    /** Known segments of several subjects, oldest first. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Periode> de(java.util.Collection<UUID> sujets) {
        return segments("p.sujet_id = any (cast(:a as uuid[]))", (Object) sujets.stream().map(UUID::toString).toArray(String[]::new));
    }

    private Periode dernier(UUID periodeId) {
        List<Periode> segments = segments("p.periode_id = :a", periodeId);
        return segments.get(segments.size() - 1);
    }

    private List<Periode> segments(String condition, Object... valeurs) {
        var requete = jdbc.sql("select p.* from periode p where p.connu_au is null and " + condition + " order by p.debut, p.segment, p.periode_id");
        String[] noms = valeurs.length == 3 ? new String[] {"a", "t", "b"} : new String[] {"a", "b"};
        for (int i = 0; i < valeurs.length; i++) {
            requete = requete.param(noms[i], valeurs[i]);
        }
        return requete.query((l, n) -> new Periode(l.getObject("periode_id", UUID.class), l.getInt("segment"), l.getString("genre"),
                new Sujet(TypeSujet.valueOf(l.getString("sujet_type")), l.getObject("sujet_id", UUID.class)),
                l.getObject("enfant_id", UUID.class), l.getString("unite_id"), evenements.lireDimensions(l.getString("dimensions")),
                l.getObject("debut", LocalDate.class), l.getObject("fin", LocalDate.class))).list();
    }

    private void oublier(Periode p) {
        jdbc.sql("""
                update periode set connu_au = clock_timestamp(), connu_fin_tx = pg_current_xact_id()
                where periode_id = ? and segment = ? and connu_au is null""")
                .params(p.periodeId(), p.segment()).update();
    }

    private void inserer(Periode p) {
        jdbc.sql("""
                insert into periode(version_id, periode_id, segment, genre, sujet_type, sujet_id, enfant_id, unite_id, dimensions, debut, fin)
                values (:v, :p, :s, :g, :t, :i, :e, :u, cast(:d as jsonb), :debut, :fin)""")
                .param("v", Ids.nouveau()).param("p", p.periodeId()).param("s", p.segment()).param("g", p.genre())
                .param("t", p.sujet().type().name()).param("i", p.sujet().id()).param("e", p.enfantId()).param("u", p.uniteId())
                .param("d", evenements.ecrire(p.dimensions())).param("debut", p.debut()).param("fin", p.fin()).update();
    }
}
