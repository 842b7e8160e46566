package fr.jalon.droits;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.donnees.Cles;
import fr.jalon.commun.donnees.Nature;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The file read part by part before anything comes out, and what somebody decides of each. */
@Service
public class RevueDuDossier {

    public record LigneVue(String libelle, String valeur, ChoixVu choix) {
    }

    /** @param sort null while nobody has decided */
    public record ChoixVu(String sort, String sortLibelle, String motif, String article, List<String> passages, UUID copieId, boolean perimee) {
    }

    /** @param propre decided for itself, not with its part */
    public record ElementVu(String cle, String nature, String empreinte, ChoixVu choix, boolean propre, UUID document, List<LigneVue> lignes) {
    }

    /** @param conseil what the house proposes for such a part, in words; never applied by itself */
    public record PieceVue(String cle, String chapitre, String titre, String empreinte, String nature, String conseil, ChoixVu choix, long aExaminer, List<ElementVu> elements) {
    }

    public record RevueVue(List<PieceVue> pieces, long aExaminer) {
    }

    /** @param element null or empty: the whole part; {@code ligne} likewise. {@code sort} null: takes the decision back */
    public record Decider(String piece, String element, String ligne, Marque.Sort sort, String motif, Marque.Article article, List<String> passages, UUID copieId,
            String empreinte) {
    }

    private final Demandes demandes;
    private final DemandesEnBase base;
    private final ClesDesDossiers cles;
    private final LectureDossier lecture;
    private final Marques marques;
    private final Acces acces;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final TransactionTemplate aPart;

    RevueDuDossier(Demandes demandes, DemandesEnBase base, ClesDesDossiers cles, LectureDossier lecture, Marques marques, Acces acces, Journal journal, JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.demandes = demandes;
        this.base = base;
        this.cles = cles;
        this.lecture = lecture;
        this.marques = marques;
        this.acces = acces;
        this.journal = journal;
        this.jdbc = jdbc;
        this.aPart = new TransactionTemplate(transactions);
        this.aPart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Transactional
    public RevueVue revue(UUID id) {
        Demande d = demandes.lire(id);
        exigerAcces(d);
        DossierDecide decide = decider(d);
        return new RevueVue(decide.pieces().stream().map(RevueDuDossier::vue).toList(), decide.aExaminer());
    }

    /** One decision. What was read must be what is there: {@code empreinte} comes from the page. */
    @Transactional
    public void decider(UUID id, Decider c) {
        acces.exiger(fr.jalon.acces.Mission.DROITS);
        Demande d = base.pourAgir(id).orElseThrow(Introuvable::new);
        demandes.pourAgir(id, d.version());
        exigerAcces(d);
        if (d.etat() != Demande.Etat.A_INSTRUIRE) {
            throw new Conflit(null, null, "La copie est arrêtée\u00a0: reprenez l’instruction pour changer ce qui est communiqué.");
        }
        String element = c.element() == null ? "" : c.element();
        String ligne = c.ligne() == null ? "" : c.ligne();
        if (c.sort() == null) {
            marques.retirer(id, c.piece(), element, ligne);
            return;
        }
        DossierLu.Piece piece = lu(d).pieces().stream().filter(p -> p.cle().equals(c.piece())).findFirst().orElseThrow(Introuvable::new);
        DossierLu.Element sien = element.isEmpty() ? null : piece.elements().stream().filter(e -> e.cle().equals(element)).findFirst().orElseThrow(Introuvable::new);
        if (!ligne.isEmpty() && (sien == null || sien.lignes().stream().noneMatch(l -> l.libelle().equals(ligne)))) {
            throw new Introuvable();
        }
        String empreinte = sien == null ? piece.empreinte() : sien.empreinte();
        if (!empreinte.equals(c.empreinte())) {
            throw new Conflit(null, null, "Cette partie du dossier a changé depuis que vous l’avez lue.");
        }
        verifier(c, d, piece, sien);
        marques.poser(id, new Marque(piece.cle(), element, ligne, c.sort(), Demandes.texte(c.motif()), c.article() == null ? null : c.article().name(),
                c.passages() == null ? List.of() : c.passages().stream().filter(p -> !Demandes.vide(p)).map(String::strip).distinct().toList(), c.copieId(), empreinte));
        journal.modification(Sujet.enfant(d.enfantId()), "droits.decider");
    }

    private void verifier(Decider c, Demande d, DossierLu.Piece piece, DossierLu.Element sien) {
        List<Refus.Erreur> erreurs = new ArrayList<>();
        boolean cache = c.sort() != Marque.Sort.COMMUNIQUE;
        Demandes.verifier(erreurs, cache && Demandes.vide(c.motif()), "motif", "Écrivez pourquoi\u00a0: la personne lira ce motif.");
        Demandes.verifier(erreurs, cache && c.article() == null, "article", "Choisissez le fondement.");
        List<DossierLu.Element> vises = sien == null ? piece.elements() : List.of(sien);
        boolean fichiers = vises.stream().anyMatch(e -> e.document() != null);
        if (fichiers && c.sort() == Marque.Sort.OCCULTE) {
            Demandes.verifier(erreurs, sien == null, "sort", "Un fichier s’occulte un par un, par sa copie occultée.");
            boolean sienne = c.copieId() != null && jdbc.sql("""
                    select exists (select 1 from document where id = :copie and id <> :document and retire_le is null and sujet_type = 'ENFANT' and sujet_id = any(:enfants))""")
                    .param("copie", c.copieId()).param("document", sien == null ? c.copieId() : sien.document())
                    .param("enfants", demandes.identites(d).toArray(UUID[]::new)).query(Boolean.class).single();
            Demandes.verifier(erreurs, !sienne, "copieId", "Joignez d’abord la copie occultée au dossier de l’enfant, puis choisissez-la.");
        }
        for (String passage : c.passages() == null ? List.<String>of() : c.passages()) {
            Passages p = new Passages(List.of(passage), "");
            Demandes.verifier(erreurs, !Demandes.vide(passage) && vises.stream().flatMap(e -> e.lignes().stream()).noneMatch(l -> p.dans(l.valeur())), "passages",
                    "Le passage « " + passage.strip() + " » n’est pas dans cette partie (trois lettres au moins).");
        }
        Demandes.refuser(erreurs);
    }

    DossierDecide decider(Demande d) {
        return DossierDecide.de(lu(d), marques.de(d.id()));
    }

    private DossierLu lu(Demande d) {
        return lecture.lire(clesVues(d));
    }

    /** The answer must be whole: whoever prepares it sees every file of the child. */
    private Cles clesVues(Demande d) {
        Set<UUID> identites = demandes.identites(d);
        // Listed by the house: what is out of this person's sight must be known to be missing.
        Cles siennes = IdentiteCourante.en(Identite.systeme("droits"), () -> aPart.execute(statut -> cles.dUnEnfant(identites)));
        Set<UUID> enfants = siennes.enfants();
        boolean tout = siennes.ips().stream().allMatch(x -> acces.voit(Sujet.ip(x))) && siennes.informations().stream().allMatch(x -> acces.voit(Sujet.information(x)))
                && siennes.mesures().stream().allMatch(x -> acces.voit(Sujet.mesure(x))) && siennes.projets().stream().allMatch(x -> acces.voit(Sujet.projet(x)))
                && siennes.autonomies().stream().allMatch(x -> acces.voit(Sujet.autonomie(x))) && !enfants.isEmpty();
        if (!tout) {
            throw new Interdit("Des pièces de ce dossier sont hors de votre territoire\u00a0: une réponse est entière ou n’est pas, elle revient à une personne qui voit tout le département.");
        }
        return siennes;
    }

    private static void exigerAcces(Demande d) {
        if (d.genre() != Demande.Genre.ACCES) {
            throw Refus.global("Cette demande ne porte pas sur l’accès au dossier.");
        }
    }

    private static PieceVue vue(DossierDecide.PieceDecidee p) {
        Nature nature = p.piece().elements().stream().map(DossierLu.Element::nature).max(java.util.Comparator.comparing(Nature::aExaminer).thenComparing(n -> n == Nature.JUSTICE))
                .orElse(Nature.ORDINAIRE);
        return new PieceVue(p.piece().cle(), p.piece().chapitre().libelle(), p.piece().titre(), p.piece().empreinte(), nature.name(), conseil(nature),
                p.choix() == null ? null : vue(p.choix()), p.aExaminer(), p.elements().stream().map(e -> new ElementVu(e.element().cle(), e.element().nature().name(),
                        e.element().empreinte(), vue(e.choix()), e.propre(), e.element().document(), e.element().lignes().stream()
                                .map(l -> new LigneVue(l.libelle(), l.valeur(), e.lignes().containsKey(l.libelle()) ? vue(e.lignes().get(l.libelle())) : null)).toList())).toList());
    }

    private static ChoixVu vue(DossierDecide.Choix c) {
        return new ChoixVu(c.sort() == null ? null : c.sort().name(), c.sort() == null ? c.perimee() ? "À revoir\u00a0: le dossier a changé" : "À examiner" : c.sort().libelle(),
                c.motif(), c.article() == null ? null : c.article().name(), c.passages(), c.copieId(), c.perimee());
    }

    private static String conseil(Nature nature) {
        return switch (nature) {
            case ORDINAIRE -> null;
            case INFORMATION -> "L’information ne se communique pas si elle fait connaître son auteur ou si la justice en est saisie. Qui a transmis n’est jamais écrit ici, mais les faits peuvent le laisser deviner.";
            case RAPPORT -> "À lire en entier\u00a0: occultez ce qui touche la vie privée d’autres personnes, les jugements sur elles et ce qui révélerait qui a parlé.";
            case TIERS -> "Parle d’autres personnes\u00a0: communiquez, occultez ou retirez après lecture.";
            case JUSTICE -> "Pièce de la procédure\u00a0: elle se demande à la juridiction (greffe du juge des enfants, parquet).";
            case DOCUMENT -> "Fichier joint\u00a0: donné entier, remplacé par une copie occultée, ou non communiqué.";
        };
    }
}
