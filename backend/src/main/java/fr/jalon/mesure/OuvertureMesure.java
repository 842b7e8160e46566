package fr.jalon.mesure;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.processus.Processus;

import jakarta.persistence.EntityManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens the measure of one child: row, acts, agreements, periods, due dates, process, sight. The caller has checked the rights, the form and
 * the warnings; whoever brings measures in (a decision, an order, the demonstration) comes through here.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OuvertureMesure {

    private final NumerosMesure numeros;
    private final ActesMesure actes;
    private final PeriodesMesure periodes;
    private final HorlogeMesure dates;
    private final Processus processus;
    private final Acces acces;
    private final Journal journal;
    private final Departement departement;
    private final Horloge horloge;
    private final EntityManager entites;
    private final JdbcClient jdbc;

    OuvertureMesure(NumerosMesure numeros, ActesMesure actes, PeriodesMesure periodes, HorlogeMesure dates, Processus processus, Acces acces,
            Journal journal, Departement departement, Horloge horloge, EntityManager entites, JdbcClient jdbc) {
        this.numeros = numeros;
        this.actes = actes;
        this.periodes = periodes;
        this.dates = dates;
        this.processus = processus;
        this.acces = acces;
        this.journal = journal;
        this.departement = departement;
        this.horloge = horloge;
        this.entites = entites;
        this.jdbc = jdbc;
    }

    public Mesure ouvrir(NouvelleMesure n) {
        Mesure m = new Mesure(numeros.suivant(n.decideeLe().getYear()), n, horloge.maintenant(),
                IdentiteCourante.siPresente().map(Identite::utilisateurId).orElse(null));
        List<NouvelleMesure.AccordSaisi> accords = n.accords() == null ? List.of() : n.accords();
        boolean accordAttendu = "ADMINISTRATIF".equals(n.cadre()) && !accords.isEmpty();
        actes.noter(m, GenreActe.DECISION, n.decideeLe(), details(n, accordAttendu), n.avertissements(), n.motivation());
        if (n.audienceLe() != null) {
            actes.noter(m, GenreActe.AUDIENCE, n.audienceLe(), Map.of(), null, null);
        }
        if ("JUDICIAIRE".equals(n.cadre())) {
            actes.noter(m, GenreActe.ORDONNANCE, n.decideeLe(), Map.of(), null, null);
        }
        if (n.ordonnanceRecueLe() != null) {
            actes.noter(m, GenreActe.ORDONNANCE_RECUE, n.ordonnanceRecueLe(), Map.of(), null, null);
        }
        if (accordAttendu) {
            recueillir(m, accords);
        }
        commencer(m);
        return m;
    }

    /** Each holder's answer; the last one that is given opens the wait for exercise. */
    private void recueillir(Mesure m, List<NouvelleMesure.AccordSaisi> accords) {
        boolean complets = accords.stream().allMatch(NouvelleMesure.AccordSaisi::acquis);
        List<NouvelleMesure.AccordSaisi> dans = accords.stream()
                .sorted(Comparator.comparing(a -> a.le() == null ? LocalDate.MIN : a.le())).toList();
        int restants = dans.size();
        for (NouvelleMesure.AccordSaisi a : dans) {
            restants--;
            jdbc.sql("insert into mesure_accord(mesure_id, adulte_id, statut, le, motif) values (?, ?, ?, ?, ?)")
                    .params(m.id(), a.adulteId(), a.statut(), a.le(), a.motif()).update();
            if (!"ATTENDU".equals(a.statut())) {
                Map<String, Object> d = new LinkedHashMap<>();
                d.put("adulte", a.adulteId());
                d.put("statut", a.statut());
                d.put("complet", complets && restants == 0 ? "OUI" : null);
                actes.noter(m, GenreActe.ACCORD, a.le() == null ? m.decideeLe() : a.le(), d, null, a.motif());
            }
        }
    }

    private void commencer(Mesure m) {
        Sujet sujet = Sujet.mesure(m.id());
        entites.flush();
        actes.ouvrirLeRegard(m, sujet);
        acces.rattacher(Sujet.enfant(m.enfantId()), m.uniteId(), Acces.Titre.SUIVI);
        periodes.suivre(m);
        dates.suivre(m);
        processus.ouvrir(sujet, ActesMesure.CLE, Map.of("accordAttendu", m.etat() == EtatMesure.ATTENTE_ACCORD ? "OUI" : "NON",
                "exercice", ActesMesure.exercice(m)));
        processus.replanifier(sujet);
        journal.modification(sujet, "mesure.decider");
    }

    private Map<String, Object> details(NouvelleMesure n, boolean accordAttendu) {
        Map<String, Object> d = new LinkedHashMap<>();
        d.put("origine", n.origine());
        d.put("cadre", n.cadre());
        d.put("base", n.baseLegale());
        d.put("produit", n.produit());
        d.put("accueil", ouiSi(departement.profil().baseLegale(n.baseLegale()).map(Profil.BaseLegale::accueil).orElse(false)));
        d.put("urgence", ouiSi(n.urgence()));
        d.put("provisoire", ouiSi(n.provisoire()));
        d.put("unite", n.uniteId());
        d.put("service", n.serviceId());
        d.put("exercice", n.exerceeParUnite() ? "UNITE" : "SERVICE");
        d.put("autorite", n.autorite());
        d.put("juridiction", n.juridiction());
        d.put("magistrat", n.magistrat());
        d.put("reference", n.reference());
        d.put("duree", n.duree());
        d.put("terme", Objects.toString(n.terme(), null));
        d.put("debutPrevu", Objects.toString(n.debutPrevu(), null));
        d.put("intensite", n.intensite());
        d.put("lieu", n.lieu());
        d.put("accordAttendu", ouiSi(accordAttendu));
        return d;
    }

    static String ouiSi(boolean vrai) {
        return vrai ? "OUI" : "NON";
    }
}
