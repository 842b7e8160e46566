package fr.jalon.bancs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import fr.jalon.courrier.ImprimeEssai;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.projet.AtelierProjet;
import fr.jalon.projet.LectureProjet;
import fr.jalon.projet.redaction.Destinataire;
import fr.jalon.projet.redaction.ImpressionsProjet;
import fr.jalon.projet.redaction.ImpressionsProjet.DemandeApercu;
import fr.jalon.projet.redaction.LectureRedaction;
import fr.jalon.projet.redaction.PartiesProjet;
import fr.jalon.projet.redaction.VersionsLues;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A projet of thirty pages with twelve versions: opened, written, compared, printed. */
@TestIntegration
class EcritureProjetBanc {

    private static final int VERSIONS = 12;
    private static final int FOIS = 21;
    private static final String PHRASE = "Une situation qui demande beaucoup de mots pour être dite avec justesse, sans rien oublier de ce que chacun a vécu. ";

    @Autowired
    private AtelierProjet atelier;
    @Autowired
    private Gens gens;
    @Autowired
    private PartiesProjet parties;
    @Autowired
    private LectureProjet pages;
    @Autowired
    private LectureRedaction redactions;
    @Autowired
    private VersionsLues versions;
    @Autowired
    private ImpressionsProjet impressions;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_projet_of_thirty_pages_with_twelve_versions() throws Exception {
        UUID enfant = atelier.mesures().enfant();
        UUID mere = atelier.mesures().titulaire(enfant);
        atelier.mesure(400, enfant);
        UUID projet = atelier.projet(enfant);
        UUID ref = atelier.mesures().ref();
        for (int i = 0; i < VERSIONS; i++) {
            int version = i;
            for (String code : List.of("situation", "lieu-de-vie", "appuis", "role-parents", "fratrie", "tiers", "actes-usuels", "sante", "bilan-medical")) {
                gens.en(ref, () -> parties.ecrire(projet, code, "PARCOURS", 0, ("Version " + version + ".\n" + (PHRASE.repeat(9) + "\n").repeat(14))));
            }
            if (i < VERSIONS - 1) {
                atelier.etabli(projet, 390 - 30 * i);
                atelier.fait(ref, projet, "revisions", "motif", "SITUATION", "le", atelier.ilYA(385 - 30 * i));
            }
        }
        DemandeApercu pour = new DemandeApercu(Destinataire.Genre.TITULAIRE, mere, null, null, List.of(), "COMPLET");
        int feuilles = ImprimeEssai.pages(gens.en(ref, () -> impressions.apercu(projet, VERSIONS - 1, pour)).octets());
        double page = Mesures.duree(FOIS, () -> gens.en(ref, () -> pages.ouvrir(projet)));
        double ecriture = Mesures.duree(FOIS, () -> gens.en(ref, () -> redactions.lire(projet)));
        double cote = Mesures.duree(FOIS, () -> gens.en(ref, () -> versions.comparer(projet, 3, VERSIONS)));
        double avant = Mesures.processeur(jdbc);
        double papier = Mesures.duree(FOIS, () -> gens.en(ref, () -> impressions.apercu(projet, VERSIONS - 1, pour)));
        double processeur = (Mesures.processeur(jdbc) - avant) / (FOIS + 3);
        double garde = Mesures.duree(FOIS, () -> gens.en(ref, () -> impressions.version(projet, VERSIONS - 1, "COMPLET")));
        Mesures.noter("projet de %d pages, %d versions : page %.1f ms, écriture %.1f ms, deux versions côte à côte %.1f ms, PDF %.0f ms (%.0f ms de processeur), PDF gardé %.1f ms (médianes de %d)",
                feuilles, VERSIONS, page, ecriture, cote, papier, processeur, garde, FOIS);
        assertThat(feuilles).isGreaterThanOrEqualTo(30);
        assertThat(page).isLessThan(100);
        assertThat(ecriture).isLessThan(100);
        assertThat(processeur).as("what a busy machine does not change").isLessThan(1000);
    }
}
