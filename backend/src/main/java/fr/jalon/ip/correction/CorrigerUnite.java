package fr.jalon.ip.correction;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.evenement.Periodes;
import fr.jalon.evenement.Retours;
import fr.jalon.ip.EtatIp;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.MineurConcerne;
import fr.jalon.ip.MineursConcernes;
import fr.jalon.ip.RegardsEnfants;
import fr.jalon.ip.reception.InformationEntrante;
import fr.jalon.ip.reception.InformationsEntrantes;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The mandate named the wrong unit: the right one leads since that day, in every count. A move from one unit to another is not a mistake
 * and is done from the mandate.
 */
@Component
class CorrigerUnite implements Correction {

    private final RetourArriere retour;
    private final Retours retours;
    private final Periodes periodes;
    private final Acces acces;
    private final RegardsEnfants regards;
    private final MineursConcernes mineurs;
    private final InformationsEntrantes informations;
    private final Departement departement;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    CorrigerUnite(RetourArriere retour, Retours retours, Periodes periodes, Acces acces, RegardsEnfants regards,
            MineursConcernes mineurs, InformationsEntrantes informations, Departement departement, Horloge horloge, JdbcClient jdbc) {
        this.retour = retour;
        this.retours = retours;
        this.periodes = periodes;
        this.acces = acces;
        this.regards = regards;
        this.mineurs = mineurs;
        this.informations = informations;
        this.departement = departement;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    @Override
    public GenreCorrection genre() {
        return GenreCorrection.UNITE;
    }

    @Override
    public boolean possible(InformationPreoccupante ip) {
        return ip.unitePilote() != null && ip.etat().ouverte() && ip.etat() != EtatIp.A_CONFIER;
    }

    @Override
    public Trace appliquer(InformationPreoccupante ip, DemandeCorrection d, String motif) {
        if (departement.unitesDeType(departement.typesPour(Mission.EVALUATION.name())).stream().noneMatch(u -> u.id().equals(d.unite()))) {
            throw Refus.champ("unite", "Choisissez l’unité à qui l’évaluation revenait.");
        }
        String fausse = ip.unitePilote();
        if (d.unite().equals(fausse)) {
            throw Refus.champ("unite", "C’est déjà l’unité en charge.");
        }
        if (ip.etat() == EtatIp.EN_EVALUATION) {
            // Evaluators of a unit that never had the mandate evaluate nothing; what they wrote stays.
            retour.ramener(ip, EtatIp.A_DESIGNER, null, motif);
        }
        for (Retours.Fait f : retours.comptes(Sujet.ip(ip.id()))) {
            if (fausse.equals(f.uniteId()) && (f.type().startsWith("ip.") || f.type().startsWith("evaluation.")) && !f.type().equals("ip.qualifiee")) {
                retours.rectifier(f.id(), null, d.unite(), Map.of(), motif);
            }
        }
        periodes.de(Sujet.ip(ip.id())).stream().filter(p -> fausse.equals(p.uniteId())).map(Periodes.Periode::periodeId).distinct()
                .forEach(p -> retours.corrigerPeriode(p, d.unite(), Map.of()));
        ouvrirALaBonne(ip, fausse, d.unite());
        reecrireMandat(ip, fausse, d.unite());
        ip.changerUnite(d.unite());
        return new Trace(fausse, d.unite());
    }

    private void ouvrirALaBonne(InformationPreoccupante ip, String fausse, String bonne) {
        List<Sujet> dossier = new ArrayList<>(List.of(Sujet.ip(ip.id())));
        informations.findByIpIdOrderByRecueLe(ip.id()).stream().map(InformationEntrante::id).map(Sujet::information).forEach(dossier::add);
        for (Sujet s : dossier) {
            acces.detacher(s, Acces.Titre.PILOTE);
            acces.rattacher(s, bonne, Acces.Titre.PILOTE);
        }
        mineurs.findByIpIdOrderByOrdre(ip.id()).stream().map(MineurConcerne::enfantId)
                .forEach(e -> acces.rattacher(Sujet.enfant(e), bonne, Acces.Titre.SUIVI));
        regards.fermer(ip.id());
    }

    /** The line of the wrong unit stays, struck through; the same mandate is written for the right one. */
    private void reecrireMandat(InformationPreoccupante ip, String fausse, String bonne) {
        Timestamp maintenant = Timestamp.from(horloge.maintenant());
        jdbc.sql("""
                insert into mandat(id, ip_id, genre, unite_id, unite_associee_id, voie, levee_de_doutes, message, motif, avertissements, fait_le,
                    saisi_le, saisi_par)
                select :id, ip_id, genre, :bonne, nullif(unite_associee_id, :bonne), voie, levee_de_doutes, message, motif, avertissements,
                    fait_le, :maintenant, saisi_par
                from mandat where ip_id = :ip and unite_id = :fausse and annule_le is null order by saisi_le desc limit 1""")
                .param("id", Ids.nouveau()).param("bonne", bonne).param("fausse", fausse).param("ip", ip.id()).param("maintenant", maintenant)
                .update();
        jdbc.sql("update mandat set annule_le = ? where ip_id = ? and unite_id = ? and annule_le is null").params(maintenant, ip.id(), fausse)
                .update();
    }
}
