package fr.jalon.mesure.attente;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.NomEnfant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The waiting list as a REF reads it for a territory and a supervisor for the département. */
@Service
@Transactional(readOnly = true)
public class ListeAttente {

    static final int TAILLE_MAX = 200;
    private static final String RESTREINT = "Dossier restreint";

    private final LectureAttente lecture;
    private final Horloge horloge;
    private final Departement departement;
    private final MotsMesure mots;
    private final Dossiers dossiers;
    private final Utilisateurs utilisateurs;
    private final Acces acces;
    private final JdbcClient jdbc;

    ListeAttente(LectureAttente lecture, Horloge horloge, Departement departement, MotsMesure mots, Dossiers dossiers,
            Utilisateurs utilisateurs, Acces acces, JdbcClient jdbc) {
        this.lecture = lecture;
        this.horloge = horloge;
        this.departement = departement;
        this.mots = mots;
        this.dossiers = dossiers;
        this.utilisateurs = utilisateurs;
        this.acces = acces;
        this.jdbc = jdbc;
    }

    /** @param apres key of the page before, or null for the first */
    public TableauAttente tableau(CriteresAttente criteres, String apres, int taille) {
        List<MesureEnAttente> toutes = lecture.lire();
        List<MesureEnAttente> gardees = toutes.stream().filter(criteres::garde).sorted(FileAttente.comparateur(criteres.tri())).toList();
        List<MesureEnAttente> file = criteres.tri() == TriAttente.ORDRE ? gardees
                : gardees.stream().sorted(FileAttente.comparateur(TriAttente.ORDRE)).toList();
        FileAttente.Passees passees = FileAttente.passees(file);
        LocalDate jour = horloge.aujourdhui();
        int debut = apres == null || apres.isBlank() ? 0 : rangApres(gardees, criteres.tri(), apres);
        int fin = Math.min(gardees.size(), debut + Math.max(1, Math.min(taille, TAILLE_MAX)));
        Map<String, String> unites = departement.noms();
        int[] ages = gardees.stream().mapToInt(m -> jours(m.decideeLe(), jour)).sorted().toArray();
        return new TableauAttente(jour, gardees.size(),
                toutes.stream().filter(m -> m.accord() && (criteres.unite() == null || criteres.unite().equals(m.unite()))).count(),
                gardees.stream().filter(m -> m.service() == null && m.affectable()).count(),
                gardees.stream().filter(MesureEnAttente::moinsDeDeuxAns).count(), gardees.stream().filter(m -> m.freres() > 0).count(),
                passees.derriere(), passees.depassees(), mediane(ages), ages.length == 0 ? null : ages[ages.length - 1],
                bandes(toutes, criteres.sansBande()),
                parts(toutes, criteres.sansUnite(), MesureEnAttente::unite, u -> unites.getOrDefault(u, u)),
                parts(toutes, criteres.sansProduit(), MesureEnAttente::produit, mots::produit),
                parts(toutes, criteres.sansCadre(), MesureEnAttente::cadre, mots::cadre),
                parts(toutes, criteres.sansService(), m -> m.service() == null ? CriteresAttente.SANS_SERVICE : m.service(),
                        s -> s.equals(CriteresAttente.SANS_SERVICE) ? "Aucun service encore" : unites.getOrDefault(s, s)),
                habiller(gardees.subList(debut, fin), criteres.tri() == TriAttente.ORDRE ? debut : -1, jour, unites),
                fin < gardees.size() ? cle(gardees.get(fin - 1), criteres.tri()) : null);
    }

    private static List<TableauAttente.Part> bandes(List<MesureEnAttente> toutes, CriteresAttente criteres) {
        Map<Bande, Long> nombres = toutes.stream().filter(criteres::garde).collect(Collectors.groupingBy(MesureEnAttente::bande, Collectors.counting()));
        return Arrays.stream(Bande.values()).map(b -> new TableauAttente.Part(b.name(), b.libelle(), nombres.getOrDefault(b, 0L))).toList();
    }

    private static List<TableauAttente.Part> parts(List<MesureEnAttente> toutes, CriteresAttente criteres, Function<MesureEnAttente, String> par,
            Function<String, String> nom) {
        return toutes.stream().filter(criteres::garde).collect(Collectors.groupingBy(par, Collectors.counting())).entrySet().stream()
                .map(e -> new TableauAttente.Part(e.getKey(), nom.apply(e.getKey()), e.getValue()))
                .sorted(Comparator.comparing(TableauAttente.Part::nombre).reversed().thenComparing(TableauAttente.Part::libelle)).toList();
    }

    private List<TableauAttente.Ligne> habiller(List<MesureEnAttente> page, int debut, LocalDate jour, Map<String, String> unites) {
        Map<UUID, NomEnfant> noms = page.isEmpty() ? Map.of() : dossiers.nomsDe(page.stream().map(MesureEnAttente::enfant).collect(Collectors.toSet()));
        Map<UUID, String> motifs = motifs(page);
        Set<UUID> auteurs = page.stream().map(MesureEnAttente::proposePar).filter(Objects::nonNull).collect(Collectors.toCollection(HashSet::new));
        Map<UUID, String> nomsAuteurs = auteurs.isEmpty() ? Map.of() : utilisateurs.noms(auteurs);
        Set<UUID> ouvrables = ouvrables(page);
        List<TableauAttente.Ligne> lignes = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            MesureEnAttente m = page.get(i);
            NomEnfant nom = noms.get(m.enfant());
            boolean tue = !ouvrables.contains(m.id());
            lignes.add(new TableauAttente.Ligne(m.id(), m.numero(), debut < 0 ? null : debut + i + 1, tue ? null : m.enfant(),
                    tue ? RESTREINT : nom == null ? "Enfant non nommé" : nom.affiche(), tue || nom == null ? null : nom.age(),
                    !tue && m.moinsDeDeuxAns(), tue ? 0 : m.freres(), m.cadre(),
                    mots.base(m.base()), m.produit(), mots.produit(m.produit()), m.unite(), unites.getOrDefault(m.unite(), m.unite()), m.service(),
                    m.service() == null ? null : unites.getOrDefault(m.service(), m.service()), !tue && m.affectable(), m.decideeLe(),
                    jours(m.decideeLe(), jour), m.attenteDepuis(), jours(m.depuis(), jour), m.terme(),
                    m.terme() == null ? null : jours(jour, m.terme()), m.bande(), m.debutPrevu(), m.urgence(), m.version(),
                    m.rang() == null ? null : new TableauAttente.Proposition(m.proposePar() == null ? null : nomsAuteurs.get(m.proposePar()), m.proposeLe(),
                            tue ? null : motifs.get(m.id()))));
        }
        return lignes;
    }

    /** Those of the page that are not for named people only, or are for this one. */
    private Set<UUID> ouvrables(List<MesureEnAttente> page) {
        Acces.Filtre vue = acces.filtre("'MESURE'", "m.id");
        return page.isEmpty() ? Set.of() : new HashSet<>(jdbc.sql("select m.id from mesure m where m.id = any(:ids) and " + vue.sql())
                .param("ids", page.stream().map(MesureEnAttente::id).toArray(UUID[]::new)).params(vue.parametres()).query(UUID.class).list());
    }

    private Map<UUID, String> motifs(List<MesureEnAttente> page) {
        UUID[] ids = page.stream().filter(m -> m.rang() != null).map(MesureEnAttente::id).toArray(UUID[]::new);
        Map<UUID, String> motifs = new HashMap<>();
        if (ids.length > 0) {
            jdbc.sql("select mesure_id, motif from attente_rang where mesure_id = any(:ids)").param("ids", ids)
                    .query(rs -> {
                        motifs.put(rs.getObject(1, UUID.class), rs.getString(2));
                    });
        }
        return motifs;
    }

    private static String cle(MesureEnAttente m, TriAttente tri) {
        return m.cle(tri).toPlainString() + "_" + m.id();
    }

    /** Index of the first measure beyond the key; the one it was made of may have left the list since. */
    private static int rangApres(List<MesureEnAttente> triees, TriAttente tri, String texte) {
        try {
            String[] parts = texte.split("_", 2);
            BigDecimal cle = new BigDecimal(parts[0]);
            UUID id = UUID.fromString(parts[1]);
            int rang = 0;
            while (rang < triees.size() && depasse(triees.get(rang), tri, cle, id) <= 0) {
                rang++;
            }
            return rang;
        } catch (RuntimeException e) {
            throw Refus.champ("apres", "Cette page n’existe plus : reprenez la liste au début.");
        }
    }

    private static int depasse(MesureEnAttente m, TriAttente tri, BigDecimal cle, UUID id) {
        int c = m.cle(tri).compareTo(cle);
        return c != 0 ? c : m.id().compareTo(id);
    }

    private static int jours(LocalDate de, LocalDate a) {
        return (int) ChronoUnit.DAYS.between(de, a);
    }

    private static Integer mediane(int[] triees) {
        int n = triees.length;
        return n == 0 ? null : n % 2 == 1 ? triees[n / 2] : Math.round((triees[n / 2 - 1] + triees[n / 2]) / 2f);
    }
}
