package fr.jalon.contrat;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The circuit of the annual execution report, as dated steps: who, when, with what remarks. Due on 30 September of the next year. A step
 * taken too soon is not rubbed out: the report is taken back to its draft, for a reason, and starts again.
 */
@Service
public class Rapports {

    public enum Etape {
        BROUILLON("Brouillon", "Commencer le rapport"),
        TRANSMIS("Transmis au Préfet et à l’ARS", "Transmettre au Préfet et à l’ARS"),
        AVIS_ODPE("Avis de l’ODPE rendu", "Noter l’avis de l’ODPE"),
        ADOPTE("Adopté par l’assemblée", "Noter l’adoption"),
        PUBLIE("Publié", "Publier"),
        REPRIS("Repris en brouillon", "Reprendre en brouillon");

        private final String libelle;
        private final String verbe;

        Etape(String libelle, String verbe) {
            this.libelle = libelle;
            this.verbe = verbe;
        }
    }

    /** @param verbe what the button that takes this step says */
    public record EtapePossible(Etape etape, String verbe) {
    }

    public record EtapeFaite(int rang, Etape etape, String libelle, LocalDate le, String remarques, String par, Instant ecriteLe) {
    }

    /**
     * @param echeance 30 September of the next year
     * @param rang of the last step, to send back with the next one
     */
    public record RapportExecution(int annee, LocalDate echeance, boolean transmis, Etape etat, String libelle, int rang, List<EtapeFaite> etapes, List<EtapePossible> possibles) {
    }

    private static final int REMARQUES = 4_000;
    private static final List<Etape> ORDRE = List.of(Etape.BROUILLON, Etape.TRANSMIS, Etape.AVIS_ODPE, Etape.ADOPTE, Etape.PUBLIE);

    private final JdbcClient jdbc;
    private final ArretesEnBase arretes;
    private final DroitsContrat droits;
    private final Utilisateurs utilisateurs;
    private final Journal journal;
    private final Horloge horloge;

    Rapports(JdbcClient jdbc, ArretesEnBase arretes, DroitsContrat droits, Utilisateurs utilisateurs, Journal journal, Horloge horloge) {
        this.jdbc = jdbc;
        this.arretes = arretes;
        this.droits = droits;
        this.utilisateurs = utilisateurs;
        this.journal = journal;
        this.horloge = horloge;
    }

    static LocalDate echeance(int annee) {
        return LocalDate.of(annee + 1, 9, 30);
    }

    @Transactional(readOnly = true)
    public RapportExecution lire(int annee) {
        droits.lisibles();
        return rapport(annee);
    }

    private RapportExecution rapport(int annee) {
        record Ecrite(int rang, Etape etape, LocalDate le, String remarques, UUID par, Instant ecriteLe) {
        }
        List<Ecrite> ecrites = jdbc.sql("select rang, etape, le, remarques, par, ecrite_le from rapport_etape where annee = ? order by rang").param(annee)
                .query((l, n) -> new Ecrite(l.getInt(1), Etape.valueOf(l.getString(2)), l.getObject(3, LocalDate.class), l.getString(4), l.getObject(5, UUID.class),
                        l.getTimestamp(6).toInstant())).list();
        Map<UUID, String> noms = utilisateurs.noms(ecrites.stream().map(Ecrite::par).filter(Objects::nonNull).collect(Collectors.toSet()));
        List<EtapeFaite> faites = ecrites.stream().map(e -> new EtapeFaite(e.rang(), e.etape(), e.etape().libelle, e.le(), e.remarques(),
                e.par() == null ? null : noms.get(e.par()), e.ecriteLe())).toList();
        Etape etat = ecrites.isEmpty() ? null : etat(ecrites.get(ecrites.size() - 1).etape());
        List<EtapePossible> possibles = new ArrayList<>();
        int place = etat == null ? -1 : ORDRE.indexOf(etat);
        if (place + 1 < ORDRE.size()) {
            Etape suivante = ORDRE.get(place + 1);
            possibles.add(new EtapePossible(suivante, suivante.verbe));
        }
        if (place > 0) {
            possibles.add(new EtapePossible(Etape.REPRIS, Etape.REPRIS.verbe));
        }
        return new RapportExecution(annee, echeance(annee), place >= ORDRE.indexOf(Etape.TRANSMIS), etat, etat == null ? "Pas encore commencé" : etat.libelle,
                ecrites.size(), faites, possibles);
    }

    private static Etape etat(Etape derniere) {
        return derniere == Etape.REPRIS ? Etape.BROUILLON : derniere;
    }

    /** @param rang of the last step read @throws Conflit when somebody took a step meanwhile */
    @Transactional
    public void franchir(int annee, Etape etape, LocalDate le, String remarques, int rang) {
        droits.exigerComptage();
        if (etape == null) {
            throw Refus.champ("etape", "Dites l’étape.");
        }
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 208))").param("rapport" + annee).query(l -> { });
        RapportExecution r = rapport(annee);
        if (rang != r.rang()) {
            EtapeFaite derniere = r.etapes().isEmpty() ? null : r.etapes().get(r.etapes().size() - 1);
            throw new Conflit(derniere == null ? null : derniere.par(), derniere == null ? null : derniere.ecriteLe(), "Le rapport est passé à l’étape « " + r.libelle() + " ».");
        }
        if (r.possibles().stream().noneMatch(p -> p.etape() == etape)) {
            throw Refus.champ("etape", "Le rapport est à l’étape « " + r.libelle() + " »\u00a0: cette étape n’est pas la suivante.");
        }
        LocalDate aujourdhui = horloge.aujourdhui();
        if (annee >= aujourdhui.getYear()) {
            throw Refus.champ("annee", "L’année " + annee + " n’est pas finie.");
        }
        if (le == null) {
            throw Refus.champ("le", "Écrivez la date.");
        }
        if (le.isAfter(aujourdhui)) {
            throw Refus.champ("le", "Cette date est dans le futur.");
        }
        if (!r.etapes().isEmpty() && le.isBefore(r.etapes().get(r.etapes().size() - 1).le())) {
            throw Refus.champ("le", "Cette date précède l’étape d’avant.");
        }
        if (le.getYear() <= annee) {
            throw Refus.champ("le", "Un rapport de " + annee + " se fait après la fin de l’année.");
        }
        if (remarques != null && remarques.length() > REMARQUES) {
            throw Refus.champ("remarques", "Écrivez au plus 4 000 caractères.");
        }
        boolean dit = remarques != null && !remarques.isBlank();
        if (etape == Etape.REPRIS && !dit) {
            throw Refus.champ("remarques", "Dites pourquoi le rapport est repris.");
        }
        if (etape == Etape.AVIS_ODPE && !dit) {
            throw Refus.champ("remarques", "Écrivez l’avis rendu par l’observatoire.");
        }
        if (etape == Etape.TRANSMIS && !arretes.arretee(annee)) {
            throw Refus.champ("etape", "L’année " + annee + " est provisoire\u00a0: arrêtez-la avant de transmettre son rapport.");
        }
        jdbc.sql("insert into rapport_etape(annee, rang, etape, le, remarques, par, ecrite_le) values (?, ?, ?, ?, ?, ?, ?)")
                .params(java.util.Arrays.asList(annee, r.rang() + 1, etape.name(), le, dit ? remarques.strip() : null, IdentiteCourante.exiger().utilisateurId(),
                        Timestamp.from(horloge.maintenant()))).update();
        journal.modification(null, "contrat.rapport");
    }
}
