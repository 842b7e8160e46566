package fr.jalon.contrat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.indicateur.Chiffre;
import fr.jalon.indicateur.Comptage;
import fr.jalon.indicateur.Connu;
import fr.jalon.indicateur.LigneDocument;
import fr.jalon.indicateur.LigneDocument.Nature;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cells typed by hand, one by one or from a file. What Jalon counts is not typed over: the difference is explained beside it. A closed year
 * may still be corrected, with its reason, and the table tells the revision.
 */
@Service
public class Saisies {

    private static final Set<Nature> CHIFFREES = Set.of(Nature.FLUX, Nature.STOCK, Nature.RATIO, Nature.DUREE, Nature.CAPACITE);
    private static final int TEXTE = 4_000;
    private static final int SOURCE = 500;

    /** @param version read before typing, 0 for a cell never typed */
    public record Saisie(SorteValeur sorte, BigDecimal valeur, String texte, Long base, String source, LocalDate arreteAu, String commentaire, String motif, int version) {
    }

    /** One version of a cell, for whoever asks what it was. */
    public record VersionSaisie(int version, SorteValeur sorte, BigDecimal valeur, String texte, Long base, String source, LocalDate arreteAu, String commentaire,
            String motif, String par, Instant le) {
    }

    private final LecturesContrat lectures;
    private final ValeursEnBase valeurs;
    private final ArretesEnBase arretes;
    private final Comptage comptage;
    private final DroitsContrat droits;
    private final Mots mots;
    private final Utilisateurs utilisateurs;
    private final Journal journal;
    private final Horloge horloge;

    Saisies(LecturesContrat lectures, ValeursEnBase valeurs, ArretesEnBase arretes, Comptage comptage, DroitsContrat droits, Mots mots, Utilisateurs utilisateurs,
            Journal journal, Horloge horloge) {
        this.lectures = lectures;
        this.valeurs = valeurs;
        this.arretes = arretes;
        this.comptage = comptage;
        this.droits = droits;
        this.mots = mots;
        this.utilisateurs = utilisateurs;
        this.journal = journal;
        this.horloge = horloge;
    }

    /** @return the version written */
    @Transactional
    public int saisir(String code, int annee, ValeurSaisie.Type type, Saisie s) {
        LigneDocument ligne = exiger(code);
        droits.exigerFiche(ligne.fiche());
        controler(ligne, annee, type, s).ifPresent(e -> {
            throw new Refus(List.of(e));
        });
        int version = ecrire(ligne, annee, type, s, null);
        journal.modification(null, "contrat.saisir");
        return version;
    }

    LigneDocument exiger(String code) {
        return lectures.lignes().stream().filter(l -> l.code().equals(code)).findFirst()
                .orElseThrow(() -> Refus.champ("code", "Aucune ligne du document n’a ce code."));
    }

    /** What makes a cell impossible, at its field; empty when it can be written. */
    Optional<Refus.Erreur> controler(LigneDocument ligne, int annee, ValeurSaisie.Type type, Saisie s) {
        boolean chiffree = CHIFFREES.contains(ligne.nature());
        if (annee < 2000 || annee > horloge.aujourdhui().getYear() + 10) {
            return erreur("annee", "Cette année n’est pas dans les documents.");
        }
        if (s.sorte() == null) {
            return erreur("sorte", "Dites ce que contient la cellule\u00a0: un chiffre, NR, ND, sans objet, un texte…");
        }
        if (type == ValeurSaisie.Type.REALISE && annee > horloge.aujourdhui().getYear()) {
            return erreur("annee", "L’année " + annee + " n’a pas commencé\u00a0: seule sa cible se saisit.");
        }
        if (type == ValeurSaisie.Type.CIBLE && chiffree && (s.sorte() == SorteValeur.TEXTE || s.sorte() == SorteValeur.OUI_NON || s.sorte() == SorteValeur.DOCUMENT)) {
            return erreur("valeur", "La cible de cet indicateur est un nombre (" + Objects.requireNonNullElse(ligne.unite(), "sans unité") + "), pas un texte.");
        }
        if (s.sorte() == SorteValeur.CHIFFRE) {
            if (s.valeur() == null) {
                return erreur("valeur", "Écrivez un nombre, par exemple 1 254 ou 12,5.");
            }
            if (s.valeur().signum() < 0) {
                return erreur("valeur", "Un niveau ne peut pas être négatif.");
            }
            if (s.valeur().precision() - s.valeur().scale() > 12 || s.valeur().scale() > 4) {
                return erreur("valeur", "Ce nombre est trop long\u00a0: au plus douze chiffres et quatre décimales.");
            }
        } else if (s.valeur() != null) {
            return erreur("valeur", "Une cellule « " + s.sorte().libelle() + " » ne porte pas de nombre.");
        }
        if ((s.sorte() == SorteValeur.TEXTE || s.sorte() == SorteValeur.DOCUMENT) && (s.texte() == null || s.texte().isBlank())) {
            return erreur("texte", "Écrivez le texte, ou le nom du document.");
        }
        if (s.sorte() == SorteValeur.OUI_NON && (s.texte() == null || !s.texte().strip().toLowerCase(java.util.Locale.FRENCH).matches("oui|non"))) {
            return erreur("texte", "Répondez oui ou non.");
        }
        if (trop(s.texte(), TEXTE) || trop(s.commentaire(), TEXTE)) {
            return erreur(trop(s.texte(), TEXTE) ? "texte" : "commentaire", "Écrivez au plus 4 000 caractères.");
        }
        if (trop(s.source(), SOURCE)) {
            return erreur("source", "Écrivez au plus 500 caractères.");
        }
        if (s.base() != null && s.base() < 0) {
            return erreur("base", "Une base ne peut pas être négative.");
        }
        if (type == ValeurSaisie.Type.REALISE) {
            Optional<Refus.Erreur> comptee = comptee(ligne, annee);
            if (comptee.isPresent()) {
                return comptee;
            }
            if (arretes.arretee(annee) && (s.motif() == null || s.motif().isBlank())) {
                return erreur("motif", "L’année " + annee + " est arrêtée\u00a0: dites pourquoi la valeur change. Elle paraîtra en révision.");
            }
        }
        return Optional.empty();
    }

    private Optional<Refus.Erreur> comptee(LigneDocument ligne, int annee) {
        for (String indicateur : comptage.indicateursDe(ligne.code()).stream().limit(1).toList()) {
            Chiffre c = comptage.compter(indicateur, annee, Connu.maintenant(), null);
            if (c.valeur() != null) {
                return erreur("valeur", "Jalon compte cet indicateur (" + Nombres.texte(c.valeur(), ligne.unite())
                        + " en " + annee + ")\u00a0: expliquez plutôt la différence, à côté du chiffre.");
            }
        }
        return Optional.empty();
    }

    /** @return the version written, or the one that stands when nothing changes */
    int ecrire(LigneDocument ligne, int annee, ValeurSaisie.Type type, Saisie s, UUID importId) {
        ValeursEnBase.Cle cle = new ValeursEnBase.Cle(ligne.code(), annee, type);
        valeurs.verrouiller(cle);
        ValeurSaisie avant = valeurs.histoire(cle).stream().findFirst().orElse(null);
        ValeurSaisie nouvelle = new ValeurSaisie(ligne.code(), annee, type, (avant == null ? 0 : avant.version()) + 1, s.sorte(), s.valeur(), propre(s.texte()), s.base(),
                propre(s.source()), s.arreteAu(), propre(s.commentaire()), propre(s.motif()), IdentiteCourante.exiger().utilisateurId(), horloge.maintenant());
        if (avant == null && nouvelle.retiree()) {
            return 0;
        }
        if (avant != null && pareille(avant, nouvelle)) {
            return avant.version();
        }
        if (importId == null && s.version() != (avant == null ? 0 : avant.version())) {
            throw new Conflit(avant == null || avant.par() == null ? null : utilisateurs.noms(Set.of(avant.par())).get(avant.par()), avant == null ? null : avant.saisieLe(),
                    "Cette cellule a été saisie entre-temps.");
        }
        valeurs.ajouter(nouvelle, importId);
        return nouvelle.version();
    }

    private static boolean pareille(ValeurSaisie a, ValeurSaisie b) {
        return a.sorte() == b.sorte() && (a.valeur() == null ? b.valeur() == null : b.valeur() != null && a.valeur().compareTo(b.valeur()) == 0)
                && Objects.equals(a.texte(), b.texte()) && Objects.equals(a.base(), b.base()) && Objects.equals(a.source(), b.source())
                && Objects.equals(a.arreteAu(), b.arreteAu()) && Objects.equals(a.commentaire(), b.commentaire());
    }

    @Transactional(readOnly = true)
    public List<VersionSaisie> histoire(String code, int annee, ValeurSaisie.Type type) {
        LigneDocument ligne = exiger(code);
        Set<String> lisibles = droits.lisibles();
        if (lisibles != null && !lisibles.contains(ligne.fiche())) {
            droits.exigerFiche(ligne.fiche());
        }
        List<ValeurSaisie> versions = valeurs.histoire(new ValeursEnBase.Cle(code, annee, type));
        Map<UUID, String> noms = new HashMap<>(utilisateurs.noms(versions.stream().map(ValeurSaisie::par).filter(Objects::nonNull).collect(Collectors.toSet())));
        return versions.stream().map(v -> new VersionSaisie(v.version(), v.sorte(), v.valeur(), v.texte(), v.base(), v.source(), v.arreteAu(), v.commentaire(), v.motif(),
                v.par() == null ? null : noms.get(v.par()), v.saisieLe())).toList();
    }

    /** Words about a cell. @param lue version read before writing */
    @Transactional
    public void dire(String code, int annee, String sorte, String texte, int lue) {
        LigneDocument ligne = exiger(code);
        droits.exigerFiche(ligne.fiche());
        if (trop(texte, TEXTE)) {
            throw Refus.champ("texte", "Écrivez au plus 4 000 caractères.");
        }
        Mots.Sorte laquelle = java.util.Arrays.stream(Mots.Sorte.values()).filter(x -> x.name().equals(sorte)).findFirst()
                .orElseThrow(() -> Refus.champ("sorte", "Dites s’il s’agit d’un commentaire, d’une différence ou d’une révision."));
        mots.ecrire(code, annee, laquelle, texte == null ? "" : texte.strip(), lue);
        journal.modification(null, "contrat.dire");
    }

    private static boolean trop(String texte, int longueur) {
        return texte != null && texte.length() > longueur;
    }

    private static String propre(String texte) {
        return texte == null || texte.isBlank() ? null : texte.strip();
    }

    private static Optional<Refus.Erreur> erreur(String champ, String message) {
        return Optional.of(new Refus.Erreur(champ, message));
    }
}
