package fr.jalon.ip.suites;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.EnFrancais;

/** Who is owed the outcome (D226-2-6, D226-2-8, L226-5, L226-6), and what may be written of each. */
final class ReglesInformation {

    static final String CONSIGNE = "CONSIGNE_PARQUET";

    /** What was received, as far as the right to be told goes. */
    record Recue(java.util.UUID id, LocalDate le, String nature, String nom, String qualite, boolean professionnel, boolean anonyme,
            LocalDate retourDemandeLe) {
    }

    /** What the form says of one recipient: a means and a day, or a ground. */
    record Saisie(String moyen, LocalDate donneeLe, String motifRefus) {
    }

    /**
     * @param decidee day of the decision, or null when the file ended without one
     * @param recue day of reception, from which somebody may have been told of a file without decision; null when there is one
     * @param consigne sentence of the parquet's hold that stands, or null
     */
    record Contexte(LocalDate decidee, LocalDate recue, LocalDate aujourdhui, Set<String> moyens, String consigne) {
    }

    private ReglesInformation() {
    }

    /** The recipient an information gives right to; null for an anonymous sender, who cannot be told. */
    static Destinataire transmetteur(Recue i) {
        if ("SNATED_119".equals(i.nature())) {
            return new Destinataire(Destinataire.Genre.SNATED, i.id(), null, "119 – SNATED", "Information du " + EnFrancais.jour(i.le()), true,
                    "Le 119 attend en retour la suite donnée (L226-6).");
        }
        if ("AUTRE_DEPARTEMENT".equals(i.nature())) {
            return new Destinataire(Destinataire.Genre.AUTRE_DEPARTEMENT, i.id(), null, i.nom(), i.qualite(), true,
                    "Le département qui a saisi est informé de la suite (L221-3).");
        }
        if (i.anonyme()) {
            return null;
        }
        if (i.professionnel()) {
            return new Destinataire(Destinataire.Genre.TRANSMETTEUR, i.id(), null, i.nom(), i.qualite(), true,
                    "Professionnel : informé sans avoir à le demander (L226-5).");
        }
        boolean demande = i.retourDemandeLe() != null;
        return new Destinataire(Destinataire.Genre.TRANSMETTEUR, i.id(), null, i.nom(), i.qualite(), demande,
                demande ? "A demandé le " + EnFrancais.jour(i.retourDemandeLe()) + " à être informé (L226-5)."
                        : "N’a pas demandé à être informé : rien n’est dû (L226-5).");
    }

    /** What may be written, or the errors at the fields of this line. */
    static List<Refus.Erreur> verifier(Destinataire d, Saisie s, Contexte c, String champ) {
        List<Refus.Erreur> erreurs = new ArrayList<>();
        boolean dit = s.moyen() != null && !s.moyen().isBlank();
        boolean tu = s.motifRefus() != null && !s.motifRefus().isBlank();
        if (dit == tu) {
            erreurs.add(new Refus.Erreur(champ + ".moyen", dit
                    ? "Gardez le moyen ou le motif, pas les deux : la personne a été informée, ou non."
                    : "Indiquez par quel moyen cette personne a été informée, ou pourquoi elle ne l’a pas été."));
            return erreurs;
        }
        if (dit) {
            informee(s, c, champ, erreurs);
        } else if (CONSIGNE.equals(s.motifRefus())) {
            if (c.consigne() == null) {
                erreurs.add(new Refus.Erreur(champ + ".motifRefus", "Aucune consigne du parquet en cours n’interdit d’informer cette personne."));
            }
        } else if (!d.genre().motifs().contains(s.motifRefus())) {
            erreurs.add(new Refus.Erreur(champ + ".motifRefus", d.genre() == Destinataire.Genre.TRANSMETTEUR
                    ? "Trois motifs seulement permettent de ne pas informer la personne ayant transmis (D226-2-8)."
                    : "Ce motif ne vaut pas pour ce destinataire."));
        }
        return erreurs;
    }

    private static void informee(Saisie s, Contexte c, String champ, List<Refus.Erreur> erreurs) {
        if (c.consigne() != null) {
            erreurs.add(new Refus.Erreur(champ + ".moyen", c.consigne()));
        }
        if (!c.moyens().contains(s.moyen())) {
            erreurs.add(new Refus.Erreur(champ + ".moyen", "Choisissez un moyen de la liste."));
        }
        if (s.donneeLe() == null) {
            erreurs.add(new Refus.Erreur(champ + ".donneeLe", "Indiquez le jour où cette personne a été informée."));
        } else if (s.donneeLe().isAfter(c.aujourdhui())) {
            erreurs.add(new Refus.Erreur(champ + ".donneeLe", "Cette date ne peut pas être à venir."));
        } else if (c.decidee() != null && s.donneeLe().isBefore(c.decidee())) {
            erreurs.add(new Refus.Erreur(champ + ".donneeLe", "On n’informe pas d’une décision avant qu’elle soit prise, le "
                    + EnFrancais.jour(c.decidee()) + "."));
        } else if (c.recue() != null && s.donneeLe().isBefore(c.recue())) {
            erreurs.add(new Refus.Erreur(champ + ".donneeLe", "Cette personne n’a pas pu être informée avant la réception, le "
                    + EnFrancais.jour(c.recue()) + "."));
        }
    }
}
