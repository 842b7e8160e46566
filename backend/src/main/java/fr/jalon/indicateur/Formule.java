package fr.jalon.indicateur;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import fr.jalon.commun.TypeSujet;

/**
 * How an indicator is computed; the catalogue names one of these and its settings. Pure: facts in, figure and files out. The unit of a
 * line is that of the fact that places the file, so that a file that changed unit is counted once.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "formule")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Formule.Entrantes.class, name = "entrantes"),
    @JsonSubTypes.Type(value = Formule.Flux.class, name = "flux"),
    @JsonSubTypes.Type(value = Formule.PartATerme.class, name = "part-a-terme"),
    @JsonSubTypes.Type(value = Formule.Duree.class, name = "duree"),
    @JsonSubTypes.Type(value = Formule.Ouvertes.class, name = "ouvertes"),
    @JsonSubTypes.Type(value = Formule.Tenues.class, name = "tenues"),
    @JsonSubTypes.Type(value = Formule.Cohorte.class, name = "cohorte"),
    @JsonSubTypes.Type(value = Formule.Mineurs.class, name = "mineurs"),
    @JsonSubTypes.Type(value = FormuleMesure.EnCours.class, name = "en-cours"),
    @JsonSubTypes.Type(value = FormuleMesure.Touches.class, name = "touches"),
    @JsonSubTypes.Type(value = FormuleMesure.Mouvements.class, name = "mouvements"),
    @JsonSubTypes.Type(value = FormuleMesure.Actes.class, name = "actes"),
    @JsonSubTypes.Type(value = FormuleMesure.Delai.class, name = "delai"),
    @JsonSubTypes.Type(value = FormuleMesure.Longueur.class, name = "longueur"),
    @JsonSubTypes.Type(value = FormuleMesure.PlacesOuvertes.class, name = "places-ouvertes"),
    @JsonSubTypes.Type(value = FormuleMesure.Occupation.class, name = "occupation"),
    @JsonSubTypes.Type(value = FormuleProjet.PartEnCours.class, name = "part-en-cours"),
    @JsonSubTypes.Type(value = FormuleProjet.Couverture.class, name = "couverture"),
    @JsonSubTypes.Type(value = FormuleProjet.EtablisATemps.class, name = "etablis-a-temps"),
    @JsonSubTypes.Type(value = FormuleProjet.ActesAvant.class, name = "actes-avant"),
    @JsonSubTypes.Type(value = FormuleAutonomie.Anniversaires.class, name = "anniversaires"),
    @JsonSubTypes.Type(value = FormuleAutonomie.EntretiensATemps.class, name = "entretiens-a-temps"),
    @JsonSubTypes.Type(value = FormuleAutonomie.EntretiensEntresTard.class, name = "entretiens-entres-tard"),
    @JsonSubTypes.Type(value = FormuleAutonomie.Majeurs.class, name = "majeurs"),
    @JsonSubTypes.Type(value = FormuleAutonomie.PartDesMajeurs.class, name = "part-des-majeurs"),
    @JsonSubTypes.Type(value = FormuleAutonomie.Suivis.class, name = "suivis-autonomie"),
    @JsonSubTypes.Type(value = FormuleCroisee.Ensemble.class, name = "ensemble"),
    @JsonSubTypes.Type(value = FormuleCroisee.Succession.class, name = "succession"),
    @JsonSubTypes.Type(value = FormuleCroisee.Journees.class, name = "journees"),
    @JsonSubTypes.Type(value = FormuleSuivi.Familles.class, name = "familles"),
    @JsonSubTypes.Type(value = FormuleSuivi.Nombres.class, name = "nombres"),
    @JsonSubTypes.Type(value = FormuleSuivi.DureeMois.class, name = "duree-mois"),
    @JsonSubTypes.Type(value = FormuleSuivi.Sans.class, name = "sans"),
    @JsonSubTypes.Type(value = FormuleSuivi.Courtes.class, name = "courtes"),
    @JsonSubTypes.Type(value = FormuleSuivi.ActesSuivis.class, name = "actes-suivis"),
    @JsonSubTypes.Type(value = FormuleSuivi.RecuesPar.class, name = "recues-par"),
    @JsonSubTypes.Type(value = FormuleComposee.Ratio.class, name = "ratio"),
    @JsonSubTypes.Type(value = FormuleComposee.Somme.class, name = "somme"),
    @JsonSubTypes.Type(value = FormuleComposee.Variation.class, name = "variation"),
})
sealed interface Formule permits Formule.Entrantes, Formule.Flux, Formule.PartATerme, Formule.Duree, Formule.Ouvertes, Formule.Tenues,
        Formule.Cohorte, Formule.Mineurs, Formule.Temoin, FormuleMesure, FormuleProjet, FormuleAutonomie, FormuleCroisee, FormuleSuivi, FormuleComposee {

    Resultat calculer(Faits faits, Portee portee);

    /** Before it nothing was recorded of what this counts; null when nothing ever was. */
    default LocalDate premierJour(Faits faits) {
        return faits.premierJour();
    }

    /** It is read on one day rather than over a span. */
    default boolean stock() {
        return false;
    }

    /** What {@link #premierJour} misses, for the sentence that says why a figure is not known. */
    default String objet() {
        return "information";
    }

    /** Why a share or a length has no figure when nothing is in it. */
    default String vide() {
        return "Rien n’est compté sur cette période.";
    }

    /** A step of an IP that happened on one day. */
    enum Etape {
        RAPPORT(Faits.Ip::rapport), INFORMEES(Faits.Ip::informees), SANS_DECISION(Faits.Ip::sansDecision),
        QUALIFIEE(ip -> new Faits.Fait(ip.recue(), ip.uniteLe(ip.recue())));

        private final Function<Faits.Ip, Faits.Fait> fait;

        Etape(Function<Faits.Ip, Faits.Fait> fait) {
            this.fait = fait;
        }

        Faits.Fait de(Faits.Ip ip) {
            return fait.apply(ip);
        }
    }

    private static List<UUID> ips(Faits faits, Predicate<Faits.Ip> condition) {
        return faits.ips().stream().filter(condition).map(Faits.Ip::id).toList();
    }

    /**
     * Informations received in the span.
     *
     * @param issue only those the first analysis oriented so ({@code IP}, {@code TRANSMISE}, {@code NON_QUALIFIEE}, {@code JOINTE},
     *        {@code ATTENTE}); null: all but the joined ones
     */
    record Entrantes(String issue) implements Formule {
        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            return Resultat.nombre(TypeSujet.INFORMATION, faits.informations().stream()
                    .filter(i -> i.comptee() && voulue(i) && portee.contient(i.recue())).map(Faits.Information::id).toList());
        }

        boolean voulue(Faits.Information i) {
            return issue == null ? i.entrante() : issue.equals(i.issue() == null ? "ATTENTE" : i.issue());
        }
    }

    /** IP that passed a step in the span. */
    record Flux(Etape etape) implements Formule {
        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            return Resultat.nombre(TypeSujet.IP, ips(faits, ip -> portee.contient(etape.de(ip))));
        }
    }

    /**
     * Reports delivered by the legal date among all IP whose legal date falls in the span, late open ones included.
     *
     * @param reduite the reduced delays, counted apart; otherwise those of three months
     * @param horsConsigne leaves out the IP held by the parquet before their term
     */
    record PartATerme(boolean reduite, boolean horsConsigne) implements Formule {

        @Override
        public String vide() {
            return "Aucune date légale n’est échue sur cette période.";
        }

        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            List<UUID> denominateur = new ArrayList<>();
            List<UUID> numerateur = new ArrayList<>();
            for (Faits.Ip ip : faits.ips()) {
                if (ip.legale() == null || ip.reduite() != reduite || !portee.contient(ip.legale())
                        || !portee.compte(ip.uniteLe(ip.legale())) || horsConsigne && ip.tenueAvantTerme()) {
                    continue;
                }
                denominateur.add(ip.id());
                if (ip.rapport() != null && !ip.rapport().jour().isAfter(ip.legale())) {
                    numerateur.add(ip.id());
                }
            }
            return Resultat.part(TypeSujet.IP, numerateur, denominateur, vide());
        }
    }

    /** Days from reception to a step passed in the span. */
    record Duree(Etape etape, Statistique statistique) implements Formule {

        @Override
        public String vide() {
            return etape == Etape.RAPPORT ? "Aucun rapport rendu sur cette période." : "Aucun traitement achevé sur cette période.";
        }

        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            List<Faits.Ip> ips = faits.ips().stream().filter(ip -> portee.contient(etape.de(ip))).toList();
            List<Long> jours = ips.stream().map(ip -> ChronoUnit.DAYS.between(ip.recue(), etape.de(ip).jour())).toList();
            return Resultat.mesure(statistique.calculer(jours), TypeSujet.IP, ips.stream().map(Faits.Ip::id).toList(),
                    vide());
        }
    }

    /** IP open on the day of the stock, received at least {@code mois} months before, and less than {@code moinsDe} (null: no limit). */
    record Ouvertes(int mois, Integer moinsDe) implements Formule {
        @Override
        public boolean stock() {
            return true;
        }

        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            LocalDate jour = portee.jour();
            return Resultat.nombre(TypeSujet.IP, ips(faits, ip -> ip.ouverteLe(jour) && portee.compte(ip.uniteLe(jour))
                    && !ip.recue().plusMonths(mois).isAfter(jour) && (moinsDe == null || ip.recue().plusMonths(moinsDe).isAfter(jour))));
        }
    }

    /** IP open and held by a request of the parquet on the day of the stock. */
    record Tenues() implements Formule {
        @Override
        public boolean stock() {
            return true;
        }

        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            LocalDate jour = portee.jour();
            return Resultat.nombre(TypeSujet.IP, ips(faits, ip -> ip.ouverteLe(jour) && portee.compte(ip.uniteLe(jour))
                    && ip.consignes().stream().anyMatch(c -> c.ouvertLe(jour))));
        }
    }

    /** Of those received in the span, how many were evaluated since: the only « évaluées / reçues » that is a rate. */
    record Cohorte() implements Formule {

        @Override
        public String vide() {
            return "Aucune information reçue sur cette période.";
        }

        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            Map<UUID, Faits.Ip> parId = new HashMap<>();
            faits.ips().forEach(ip -> parId.put(ip.id(), ip));
            List<Faits.Information> recues = faits.informations().stream().filter(i -> i.entrante() && portee.contient(i.recue())).toList();
            List<UUID> evaluees = recues.stream().filter(i -> i.ip() != null && parId.containsKey(i.ip())
                    && parId.get(i.ip()).rapport() != null).map(Faits.Information::id).toList();
            return Resultat.part(TypeSujet.INFORMATION, evaluees, recues.stream().map(Faits.Information::id).toList(),
                    vide());
        }
    }

    /** Different minors of the IP received in the span: a child in two IP, or merged since, counts once. */
    record Mineurs() implements Formule {
        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            Set<UUID> mineurs = new HashSet<>();
            List<UUID> ips = new ArrayList<>();
            for (Faits.Ip ip : faits.ips()) {
                if (portee.contient(Etape.QUALIFIEE.de(ip))) {
                    ips.add(ip.id());
                    ip.mineurs().stream().filter(m -> m.comptable(portee.jour())).forEach(m -> mineurs.add(m.enfant()));
                }
            }
            return Resultat.nombre(mineurs.size(), TypeSujet.IP, ips);
        }
    }

    /** First days from which something is told of a sort of file: no indicator, but what says that a year is not known. */
    record Temoin(TypeSujet type, String releve, List<String> codes) implements Formule {

        @Override
        public Resultat calculer(Faits faits, Portee portee) {
            throw new IllegalStateException("Ne se compte pas");
        }

        private static Temoin de(TypeSujet type, String source, Map<String, List<String>> filtre) {
            return switch (type) {
                case IP, INFORMATION -> new Temoin(TypeSujet.IP, null, null);
                case RELEVE -> new Temoin(type, source, filtre == null || source.startsWith("RELEVE_") ? null : filtre.get("code"));
                default -> new Temoin(type, null, null);
            };
        }

        /** What tells that something was recorded of what a formula counts; null for places. */
        static Temoin de(Formule f) {
            if (f instanceof FormuleMesure.PlacesOuvertes) {
                return null;
            } else if (f instanceof FormuleMesure m) {
                return de(m.type(), m.releves(), m instanceof FormuleMesure.Actes a ? a.filtre() : null);
            } else if (f instanceof FormuleProjet) {
                return de(f instanceof FormuleProjet.Couverture ? TypeSujet.MESURE : TypeSujet.PROJET, null, null);
            } else if (f instanceof FormuleAutonomie) {
                return de(f instanceof FormuleAutonomie.Majeurs ? TypeSujet.MESURE : TypeSujet.AUTONOMIE, null, null);
            } else if (f instanceof FormuleCroisee c) {
                return de(c.type(), c.genre(), null);
            } else if (f instanceof FormuleSuivi s) {
                return de(s instanceof FormuleSuivi.RecuesPar ? TypeSujet.IP : s.type(), s.source(), s.filtre());
            }
            return de(TypeSujet.IP, null, null);
        }
    }
}
