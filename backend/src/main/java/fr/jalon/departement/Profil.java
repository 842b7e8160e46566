package fr.jalon.departement;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;

/**
 * What differs from one département to the next, read from {@code profils/<code>.yaml} and validated at start. Texts are shown as they
 * stand; codes are stable and counted.
 *
 * @param zone IANA zone of every business date
 * @param joursFeries holiday calendar, as the legal clock understands it
 * @param mots what the département calls things (unite, unites, projet, crip…)
 * @param roles missions of each role, by name of {@code acces.Role} and {@code acces.Mission}
 * @param missions types of unit that hold a mission: whoever has the mission in another type of unit sees and does not act
 * @param jeuDeVoies name under which the DMN {@code voie-evaluation} knows this département's tracks
 * @param capacites places of the services, which seed the dated rows of an empty database; null when the document prints none
 * @param listes reference lists by name (modes, origines, natures de danger…)
 * @param autonomie the way to majority, from 16
 * @param donnees kinds of data apart inside a file in sight, by name of {@code acces.NatureDonnee}: who reads them
 */
public record Profil(
        @NotBlank String code,
        @NotBlank String nom,
        @NotBlank String source,
        @NotBlank String zone,
        @NotBlank String joursFeries,
        @NotEmpty Map<String, String> mots,
        @NotEmpty List<@Valid Unite> unites,
        @NotEmpty Map<String, List<String>> roles,
        @NotEmpty Map<String, List<String>> missions,
        @NotBlank String jeuDeVoies,
        @NotEmpty List<@Valid Voie> voies,
        @NotNull @Valid Recueil recueil,
        @NotEmpty List<@Valid SectionRapport> sectionsRapport,
        @NotEmpty Map<String, List<@Valid Libelle>> listes,
        @NotEmpty List<@Valid BaseLegale> basesLegales,
        @NotEmpty List<@Valid Produit> produits,
        List<@Valid Capacite> capacites,
        Map<String, @Valid DelaiReduit> delaisReduits,
        List<@Valid RegleLocale> regles,
        @NotNull @Valid ReglagesAutonomie autonomie,
        Map<String, @Valid Donnee> donnees) {

    /** A unit of the département; {@code parent} is its agence, pôle or direction. */
    public record Unite(@NotBlank String id, @NotBlank String nom, @NotBlank String type, String parent, String commune) {
    }

    /** An evaluation track and the code of the rule that gives its length: lengths stand in {@code echeance} alone. */
    public record Voie(@NotBlank String code, @NotBlank String libelle, @NotBlank String regle, boolean aValider) {
    }

    /**
     * Who receives.
     *
     * @param uniteCentrale id of the unit that receives when {@code centralise} is true
     * @param navetteObligatoire the fiche navette always precedes the mandate (17)
     * @param suiviMandateParUnite a family already followed is entrusted by its own unit (17)
     */
    public record Recueil(boolean centralise, String uniteCentrale, boolean navetteObligatoire, boolean suiviMandateParUnite,
            boolean leveeDeDoutes) {
    }

    public record SectionRapport(@NotBlank String code, @NotBlank String libelle, String aide, boolean obligatoire) {
    }

    public record Libelle(@NotBlank String code, @NotBlank String libelle, String aide, boolean aValider) {
    }

    /**
     * What the law calls a measure; terms and national statistics follow it, never the product.
     *
     * @param cadre {@code ADMINISTRATIF} or {@code JUDICIAIRE}
     * @param autorites who may decide it, by code of the list {@code autorites}
     * @param termeUsuel ISO period of the usual maximum term, or null when none is set; beyond it the tool warns
     * @param accueil the child is entrusted: a place to live, one at a time
     * @param confieAse the child is in care in the sense of L222-5 1° to 3°: the autonomy path opens at 16, the 17-year interview is due
     * @param sansAccord administrative, yet decided without the holders' agreement (an emergency, a young adult)
     * @param heures counted in hours ({@code PT72H}) instead of days
     * @param aideFinanciere a financial help: it asks for no projet pour l'enfant (L223-1-1)
     */
    public record BaseLegale(@NotBlank String code, @NotBlank String libelle, @NotBlank String article, @NotBlank String cadre,
            @NotEmpty List<String> autorites, String termeUsuel, boolean accueil, boolean sansAccord, boolean heures,
            boolean confieAse, boolean aideFinanciere, boolean aValider) {
    }

    /**
     * What the département calls a measure.
     *
     * @param libelle words of a list or a form; {@code sigle} is what people say
     * @param domaine {@code DOMICILE}, {@code ACCUEIL}, {@code TIERS} or {@code MAJEUR}
     * @param bases legal bases it can rest on, by code
     * @param exercice {@code UNITE} (the CDAS itself), {@code SERVICE} (a service habilité) or {@code MIXTE}
     * @param intensites degrees it can be modulated between without a new decision, or none
     * @param tiersObligatoires third parties are sought first, except in an emergency
     * @param termeUsuel the département's own usual maximum, when it writes another one than its legal basis; or null
     * @param aide code of the list {@code aides} this product puts into effect after the decision on an IP, or null
     */
    public record Produit(@NotBlank String code, @NotBlank String sigle, @NotBlank String libelle, @NotBlank String domaine,
            @NotEmpty List<String> bases, @NotBlank String exercice, List<@Valid Libelle> intensites, boolean tiersObligatoires,
            String termeUsuel, String aide, boolean aValider) {

        /** Whether a service is to be found for it, unless the decision says that the unit itself exercises a {@code MIXTE} one. */
        public boolean parUnServiceDOffice() {
            return !"UNITE".equals(exercice);
        }
    }

    /**
     * Places a service has for a product, from a day.
     *
     * @param service id of a unit of type SERVICE, or of the direction when the units themselves exercise
     * @param unite territory they are kept for, or null
     * @param du ISO date; the first of January when only the year is printed
     */
    public record Capacite(@NotBlank String service, @NotBlank String produit, String unite, int places, @NotBlank String du, String au,
            @NotBlank String source, boolean aValider) {
    }

    /** Reduced evaluation delay (D226-2-4 II gives no figure): ISO period, by situation code. */
    public record DelaiReduit(@NotBlank String periode, @NotBlank String libelle, boolean aValider) {
    }

    /** A rule of the legal clock that the département adds or changes; fields as {@code echeance} defines them. */
    public record RegleLocale(@NotBlank String code, @NotBlank String libelle, String article, String periode,
            List<String> rappels, List<String> destinataires, boolean aValider) {
    }

    /**
     * A kind of data apart.
     *
     * @param missions whoever holds one of them on the file reads it
     * @param exception an exceptional opening of twenty-four hours shows it too
     * @param documents kinds of attached files that hold it by themselves
     * @param partenaires whose opinions are of this kind
     * @param rubriques headings of the way to majority that are of this kind
     */
    public record Donnee(@NotEmpty List<String> missions, boolean exception, List<String> documents, List<String> partenaires, List<String> rubriques,
            boolean aValider) {

        public Donnee {
            documents = documents == null ? List.of() : List.copyOf(documents);
            partenaires = partenaires == null ? List.of() : List.copyOf(partenaires);
            rubriques = rubriques == null ? List.of() : List.copyOf(rubriques);
        }
    }

    public List<Libelle> liste(String nom) {
        return listes.getOrDefault(nom, List.of());
    }

    /** The French label of a code, or the code itself when an older profile knew it and this one does not. */
    public String libelle(String liste, String code) {
        return liste(liste).stream().filter(l -> l.code().equals(code)).map(Libelle::libelle).findFirst().orElse(code);
    }

    public Optional<BaseLegale> baseLegale(String code) {
        return basesLegales.stream().filter(b -> b.code().equals(code)).findFirst();
    }

    public Optional<Produit> produit(String code) {
        return produits.stream().filter(p -> p.code().equals(code)).findFirst();
    }

    public String mot(String cle) {
        return mots.getOrDefault(cle, cle);
    }
}
