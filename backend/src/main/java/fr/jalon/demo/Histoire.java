package fr.jalon.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What happens to one information from its reception on, whole: the past of a closed file is written from it, and an open one is played
 * through the services until today. Instants after the anchor have not happened.
 *
 * @param numero rank in the year, as the readable numbers run
 * @param evaluation null when it was not evaluated
 * @param fin ending without a decision, or null
 * @param complement an information that joined the evaluation, or null
 */
record Histoire(UUID id, int annee, int numero, String unite, Reception reception, Famille famille, Analyse analyse, Evaluation evaluation,
        Fin fin, Complement complement) {

    /** @param cadre PROFESSIONNEL, PARTICULIER or ANONYME */
    record Reception(Instant le, String mode, String nature, String origine, String cadre, String nom, String qualite, boolean confidentiel,
            boolean retourDemande, boolean urgence, String faits, String astreinte, Personnel.Agent par) {

        boolean professionnel() {
            return "PROFESSIONNEL".equals(cadre);
        }

        boolean anonyme() {
            return "ANONYME".equals(cadre);
        }
    }

    /** @param orientation IP, NON_QUALIFIEE, TRANSMISE_SERVICE or TRANSMISE_JUGE; {@code vers}: a code, or the name of a service */
    record Analyse(Instant le, String orientation, String vers, Personnel.Agent par) {

        boolean qualifiee() {
            return "IP".equals(orientation);
        }
    }

    /** The path of an IP to its end. */
    record Evaluation(UUID ip, String equipe, Instant confiee, Personnel.Agent mandant, Instant designes,
            Personnel.Agent designe, List<Personnel.Agent> evaluateurs, List<Acte> actes, Consigne consigne, Instant rapport,
            String motifDepassement, List<Conclusion> conclusions, Instant decidee, Personnel.Agent signataire, Instant informees,
            Personnel.Agent informe, LocalDate suite) {
    }

    /** @param genre INFORMATION, VISITE or ENTRETIEN; {@code foyer}: rank of the home visited */
    record Acte(UUID id, String genre, LocalDate le, int foyer) {
    }

    record Consigne(LocalDate du, LocalDate au) {
    }

    /** One minor, in the order of the family. {@code issue}: the decision, the proposal being the same. */
    record Conclusion(String conclusion, List<String> natures, String issue, String aide, String critere, String suite) {

        boolean justice() {
            return "AUTORITE_JUDICIAIRE".equals(issue);
        }

        String proposition() {
            return justice() ? "SAISINE_JUDICIAIRE" : issue;
        }
    }

    /**
     * @param motif name of {@code MotifCloture}
     * @param repondue when whoever transmitted was answered: it stays owed after the end
     * @param accuse when the département that receives a transfer said so
     */
    record Fin(String motif, LocalDate le, LocalDate repondue, LocalDate accuse) {

        boolean transfert() {
            return motif.equals("TRANSFEREE");
        }
    }

    /** Whether whoever transmitted is owed an answer, which outlives an ending without decision. */
    boolean reponseDue() {
        return reception.professionnel() || reception.retourDemande() || reception.nature().equals("SNATED_119");
    }

    record Complement(UUID id, int numero, Instant le, Instant analyseeLe) {
    }

    /** The same events in another family. */
    Histoire avec(Famille autre) {
        return new Histoire(id, annee, numero, unite, reception, autre, analyse, evaluation, fin, complement);
    }

    /** The same, its complement bearing that number. */
    Histoire numerote(int complementNumero) {
        return new Histoire(id, annee, numero, unite, reception, famille, analyse, evaluation, fin,
                new Complement(complement.id(), complementNumero, complement.le(), complement.analyseeLe()));
    }

    boolean qualifiee() {
        return analyse.qualifiee();
    }

    boolean justice() {
        return evaluation != null && evaluation.conclusions().stream().anyMatch(Conclusion::justice);
    }

    /** When nothing more is waited for; null when that lies ahead of the anchor. */
    Instant terminee() {
        if (!qualifiee()) {
            return analyse.le();
        }
        if (fin != null) {
            return (fin.transfert() ? fin.accuse() : fin.repondue()).atTime(12, 0).atZone(java.time.ZoneOffset.UTC).toInstant();
        }
        return justice() ? evaluation.suite().atTime(12, 0).atZone(java.time.ZoneOffset.UTC).toInstant() : evaluation.informees();
    }
}
