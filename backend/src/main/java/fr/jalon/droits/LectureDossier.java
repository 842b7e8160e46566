package fr.jalon.droits;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.donnees.Cles;
import fr.jalon.commun.donnees.Colonne;
import fr.jalon.commun.donnees.Nature;
import fr.jalon.commun.donnees.TableDuDossier;
import fr.jalon.departement.Departement;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.NomEnfant;
import fr.jalon.evenement.LibellesEvenements;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads all the house holds about one child, from what the packages say of their tables: one query a table. */
@Component
class LectureDossier {

    /** In the place of what is never given. */
    static final String TU = "[non communiqué]";

    private final CatalogueDonnees catalogue;
    private final MotsDuDossier mots;
    private final LibellesEvenements evenements;
    private final Utilisateurs utilisateurs;
    private final Departement departement;
    private final Dossiers dossiers;
    private final JdbcClient jdbc;

    LectureDossier(CatalogueDonnees catalogue, MotsDuDossier mots, LibellesEvenements evenements, Utilisateurs utilisateurs, Departement departement,
            Dossiers dossiers, JdbcClient jdbc) {
        this.catalogue = catalogue;
        this.mots = mots;
        this.evenements = evenements;
        this.utilisateurs = utilisateurs;
        this.departement = departement;
        this.dossiers = dossiers;
        this.jdbc = jdbc;
    }

    private record Rangee(UUID dossier, String cle, boolean justice, List<Object> valeurs) {
    }

    DossierLu lire(Cles cles) {
        Map<TableDuDossier, List<Rangee>> lues = new LinkedHashMap<>();
        catalogue.exportees().forEach(t -> lues.put(t, rangees(t, cles)));
        Map<UUID, String> agents = utilisateurs.noms(ids(lues, Colonne.Genre.AGENT));
        Map<UUID, NomEnfant> enfants = dossiers.nomsDe(ids(lues, Colonne.Genre.ENFANT));
        Map<UUID, String> numeros = numeros(cles);
        Passages tus = new Passages(jamaisDits(cles), TU);
        List<DossierLu.Piece> pieces = new ArrayList<>();
        lues.forEach((t, rangees) -> rangees.stream().collect(Collectors.groupingBy(r -> java.util.Optional.ofNullable(r.dossier()), LinkedHashMap::new, Collectors.toList()))
                .forEach((dossier, siennes) -> {
                    List<DossierLu.Element> elements = siennes.stream().map(r -> element(t, r, agents, enfants, tus)).filter(e -> !e.lignes().isEmpty()).toList();
                    if (!elements.isEmpty()) {
                        String numero = dossier.map(numeros::get).orElse(null);
                        pieces.add(new DossierLu.Piece(t.nom() + dossier.map(d -> ":" + d).orElse(""), t.chapitre(), numero == null ? t.titre() : t.titre() + " – " + numero,
                                empreinte(elements.stream().map(DossierLu.Element::empreinte).collect(Collectors.joining("\n"))), elements));
                    }
                }));
        return new DossierLu(pieces);
    }

    private List<Rangee> rangees(TableDuDossier t, Cles cles) {
        return jdbc.sql(t.lecture()).params(cles.parametres()).query((l, n) -> {
            List<Object> valeurs = new ArrayList<>();
            for (int i = 0; i < t.lignes().size(); i++) {
                Object v = l.getObject("l" + i);
                valeurs.add(v instanceof java.sql.Array ? mots.valeur(v) : v);
            }
            return new Rangee(l.getObject("dossier__", UUID.class), l.getString("cle__"), l.getBoolean("justice__"), valeurs);
        }).list();
    }

    private DossierLu.Element element(TableDuDossier t, Rangee r, Map<UUID, String> agents, Map<UUID, NomEnfant> enfants, Passages tus) {
        List<DossierLu.Ligne> lignes = new ArrayList<>();
        for (int i = 0; i < t.lignes().size(); i++) {
            Colonne c = t.lignes().get(i);
            String dit = tus.cacher(dire(c, r.valeurs().get(i), agents, enfants));
            if (dit != null) {
                lignes.add(new DossierLu.Ligne(c.libelle(), dit));
            }
        }
        Nature nature = r.justice() ? Nature.JUSTICE : t.nature();
        return new DossierLu.Element(r.cle(), nature, empreinte(lignes.toString()), lignes, t.nature() == Nature.DOCUMENT ? UUID.fromString(r.cle()) : null);
    }

    private String dire(Colonne c, Object v, Map<UUID, String> agents, Map<UUID, NomEnfant> enfants) {
        if (v == null) {
            return null;
        }
        try {
            return switch (c.genre()) {
                case VALEUR -> mots.valeur(v);
                case CODE -> mots.code(v.toString(), c.liste());
                case EVENEMENT -> evenements.de(v.toString());
                case AGENT -> agents.get((UUID) v);
                case UNITE -> departement.noms().getOrDefault(v.toString(), v.toString());
                case ENFANT -> enfants.containsKey((UUID) v) ? enfants.get((UUID) v).affiche() : null;
                case DETAILS -> mots.details(v.toString());
                case MOTIFS -> mots.motifs(v.toString());
            };
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<UUID> ids(Map<TableDuDossier, List<Rangee>> lues, Colonne.Genre genre) {
        Set<UUID> ids = new LinkedHashSet<>();
        lues.forEach((t, rangees) -> {
            for (int i = 0; i < t.lignes().size(); i++) {
                if (t.lignes().get(i).genre() == genre) {
                    int colonne = i;
                    rangees.forEach(r -> {
                        if (r.valeurs().get(colonne) instanceof UUID id) {
                            ids.add(id);
                        }
                    });
                }
            }
        });
        return ids;
    }

    private Map<UUID, String> numeros(Cles cles) {
        Map<UUID, String> numeros = new HashMap<>();
        catalogue.dossiers(cles).forEach(d -> numeros.put(d.sujet().id(), d.reference()));
        jdbc.sql("select id, numero from information_entrante where id = any(:informations)").params(cles.parametres()).query(l -> {
            numeros.putIfAbsent(l.getObject(1, UUID.class), l.getString(2));
        });
        return numeros;
    }

    /** A withheld address and whoever transmitted: hidden wherever they were typed, whoever asks. */
    private List<String> jamaisDits(Cles cles) {
        List<String> dits = jdbc.sql("""
                select unnest(array[f.adresse, f.telephone]) from foyer f where f.id = any(:foyers) and f.adresse_protegee
                union select unnest(array[i.transmetteur_nom, i.transmetteur_contact]) from information_entrante i where i.id = any(:informations)""")
                .params(cles.parametres()).query(String.class).list();
        // A relative who transmitted may bear the child's own name: that word alone cannot be hidden everywhere.
        return dits.stream().filter(d -> d != null && !cles.noms().containsAll(List.of(java.text.Normalizer.normalize(d, java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "").toLowerCase(java.util.Locale.ROOT).strip().split("[^a-z0-9]+")))).toList();
    }

    static String empreinte(String texte) {
        return empreinte(texte.getBytes(StandardCharsets.UTF_8));
    }

    static String empreinte(byte[] octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
