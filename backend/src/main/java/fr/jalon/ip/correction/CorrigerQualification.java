package fr.jalon.ip.correction;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.Sujet;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.Periodes;
import fr.jalon.evenement.Retours;
import fr.jalon.ip.EtatIp;
import fr.jalon.ip.HorlogeInformation;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.IpDessinee;
import fr.jalon.ip.consigne.SuiteConsignes;
import fr.jalon.ip.evaluation.Remises;
import fr.jalon.ip.reception.InformationEntrante;
import fr.jalon.ip.reception.InformationsEntrantes;
import fr.jalon.ip.suites.Suites;
import fr.jalon.processus.EtatProcessus;
import fr.jalon.processus.Processus;

import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Component;

/** It should not have been an IP: nothing counts it, and what was received waits for its first analysis again. */
@Component
class CorrigerQualification implements Correction {

    static final String ANALYSE = "premiere-analyse";

    private final RetourArriere retour;
    private final Retours retours;
    private final Evenements evenements;
    private final Periodes periodes;
    private final Processus processus;
    private final Suites suites;
    private final Remises remises;
    private final InformationsEntrantes informations;
    private final HorlogeInformation horlogeInformation;
    private final SuiteConsignes consignes;
    private final EntityManager entites;

    CorrigerQualification(RetourArriere retour, Retours retours, Evenements evenements, Periodes periodes, Processus processus,
            Suites suites, Remises remises, InformationsEntrantes informations, HorlogeInformation horlogeInformation,
            SuiteConsignes consignes, EntityManager entites) {
        this.retour = retour;
        this.retours = retours;
        this.evenements = evenements;
        this.periodes = periodes;
        this.processus = processus;
        this.suites = suites;
        this.remises = remises;
        this.informations = informations;
        this.horlogeInformation = horlogeInformation;
        this.consignes = consignes;
        this.entites = entites;
    }

    @Override
    public GenreCorrection genre() {
        return GenreCorrection.QUALIFICATION;
    }

    @Override
    public boolean possible(InformationPreoccupante ip) {
        return ip.etat() != EtatIp.ANNULEE;
    }

    @Override
    public Trace appliquer(InformationPreoccupante ip, DemandeCorrection d, String motif) {
        String avant = ip.etat().name();
        Sujet sujet = Sujet.ip(ip.id());
        retour.annulerDecisions(ip, null, motif);
        remises.annuler(ip.id(), motif);
        suites.annulerFin(ip.id(), motif);
        // What was received, sent to the parquet or asked by it did happen, whatever the qualification; its requests go back with it.
        retours.comptes(sujet).stream().filter(f -> f.type().startsWith("ip.") || f.type().startsWith("evaluation.")
                || f.type().equals("information.jointe")).forEach(f -> evenements.annuler(f.id(), "ip.acte-annule", motif));
        periodes.de(sujet).stream().filter(p -> !p.genre().equals("CONSIGNE_PARQUET")).map(Periodes.Periode::periodeId).distinct()
                .forEach(periodes::annuler);
        ip.annuler();
        retour.reprendreMandat(ip);
        rendreALAnalyse(ip);
        consignes.rendre(ip, motif);
        return new Trace(avant, ip.etat().name());
    }

    /** The instance of the IP carries the information that opened it again; those that had joined it wait on their own. */
    private void rendreALAnalyse(InformationPreoccupante ip) {
        Sujet sujet = Sujet.ip(ip.id());
        List<InformationEntrante> recues = informations.findByIpIdOrderByRecueLe(ip.id());
        recues.forEach(InformationEntrante::rouvrir);
        entites.flush();
        boolean active = processus.etat(sujet).filter(EtatProcessus::actif).isPresent();
        for (UUID id : recues.stream().map(InformationEntrante::id).toList()) {
            Sujet information = Sujet.information(id);
            horlogeInformation.suivre(id);
            if (active && id.equals(ip.informationInitialeId())) {
                processus.ramener(sujet, ANALYSE);
                processus.rattacher(sujet, information);
            } else {
                processus.ouvrirA(information, IpDessinee.CLE, ANALYSE, Map.of());
            }
            processus.replanifier(information);
        }
    }
}
