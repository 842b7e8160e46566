package fr.jalon.ip.analyse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Acces;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.dossier.Dossiers;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.Periodes;
import fr.jalon.ip.ActesIp;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.MineurConcerne;
import fr.jalon.ip.Numeros;
import fr.jalon.ip.evaluation.Signalements;
import fr.jalon.ip.reception.FaitsReception;
import fr.jalon.ip.reception.InformationEntrante;
import fr.jalon.ip.reception.Orientation;
import fr.jalon.processus.Processus;
import jakarta.persistence.EntityManager;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An information becomes an IP: its minors, the track the table proposes, the clock that has been running since reception. */
@Component
class Qualification {

    private final EntityManager entites;
    private final Numeros numeros;
    private final MineursAnalyses mineurs;
    private final Dossiers dossiers;
    private final Departement departement;
    private final Acces acces;
    private final ActesIp actes;
    private final Evenements evenements;
    private final Periodes periodes;
    private final Signalements signalements;
    private final Processus processus;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    Qualification(EntityManager entites, Numeros numeros, MineursAnalyses mineurs, Dossiers dossiers, Departement departement, Acces acces,
            ActesIp actes, Evenements evenements, Periodes periodes, Signalements signalements, Processus processus, Horloge horloge, JdbcClient jdbc) {
        this.entites = entites;
        this.numeros = numeros;
        this.mineurs = mineurs;
        this.dossiers = dossiers;
        this.departement = departement;
        this.acces = acces;
        this.actes = actes;
        this.evenements = evenements;
        this.periodes = periodes;
        this.signalements = signalements;
        this.processus = processus;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    InformationPreoccupante qualifier(InformationEntrante information, SaisieAnalyse saisie, List<UUID> recus, List<UUID> domicile,
            Instant faiteLe) {
        Map<String, Object> donnees = new LinkedHashMap<>(Map.of("jeuDeVoies", departement.profil().jeuDeVoies(), "urgence", saisie.urgence(),
                "moinsDeDeuxAns", moinsDeDeuxAns(recus, domicile)));
        Object voie = processus.evaluer("voie-evaluation", donnees).get("voie");
        LocalDate jour = horloge.jour(information.recueLe());
        InformationPreoccupante ip = new InformationPreoccupante(numeros.ip(jour.getYear()), information.id(), information.recueLe(), faiteLe,
                saisie.urgence(), voie == null ? null : voie.toString());
        entites.persist(ip);
        int ordre = 0;
        for (UUID enfant : recus) {
            entites.persist(new MineurConcerne(ip.id(), enfant, "INFORMATION", ordre++));
        }
        for (UUID enfant : domicile) {
            entites.persist(new MineurConcerne(ip.id(), enfant, "DOMICILE", ordre++));
        }
        information.signalerUrgence(saisie.urgence());
        information.analyser(Orientation.IP, null, saisie.motif(), ip.id(), faiteLe, IdentiteCourante.exiger().utilisateurId());
        entites.flush();

        Sujet sujet = Sujet.ip(ip.id());
        // Whoever received goes on seeing the file.
        acces.unites(Sujet.information(information.id()), Acces.Titre.RECUEIL).forEach(u -> acces.rattacher(sujet, u, Acces.Titre.RECUEIL));
        lier(ip, saisie.ipId(), recus);
        periodes.ouvrir("TRAITEMENT", sujet, null, information.uniteId(), dimensions(information, ip), jour);
        evenements.ajouter(FaitsReception.dimensions(actes.evenement("ip.qualifiee", ip).survenu(faiteLe).element(PremiereAnalyse.ETAPE)
                .sujet(Sujet.information(information.id())), information)
                .dimension("orientation", Orientation.IP)
                .dimension("voie", ip.voieProposee()).dimension("mineurs", recus.size() + domicile.size()).texte(saisie.motif()));
        signaler(ip, saisie);
        processus.rattacher(Sujet.information(information.id()), sujet);
        donnees.put("orientation", Orientation.IP.name());
        actes.conclure(ip, PremiereAnalyse.ETAPE, donnees);
        return ip;
    }

    /** Referred at once: the evaluation begins all the same. */
    private void signaler(InformationPreoccupante ip, SaisieAnalyse saisie) {
        List<SaisieAnalyse.SignalementImmediat> immediats = saisie.signalements() == null ? List.of() : saisie.signalements();
        Map<UUID, UUID> parEnfant = actes.mineurs(ip).stream().collect(Collectors.toMap(MineurConcerne::enfantId, MineurConcerne::id));
        for (int i = 0; i < immediats.size(); i++) {
            SaisieAnalyse.SignalementImmediat s = immediats.get(i);
            String champ = "signalements[" + i + "].";
            if (!parEnfant.containsKey(s.enfantId())) {
                throw Refus.champ(champ + "enfantId", "Choisissez un mineur de cette information préoccupante.");
            }
            try {
                signalements.transmettre(ip, new Signalements.NouveauSignalement(s.id(), parEnfant.get(s.enfantId()),
                        s.transmisLe() == null ? horloge.maintenant() : s.transmisLe().atZone(horloge.zone()).toInstant(), s.destinataire(),
                        s.juridiction(), s.critere(), s.actionsTentees(), s.expose(), s.reference()));
            } catch (Refus r) {
                throw new Refus(r.erreurs().stream().map(e -> new Refus.Erreur(champ + e.champ(), e.message())).toList());
            }
        }
    }

    /** Every earlier IP of these children is linked, and the one the form names even when it is about others. */
    private void lier(InformationPreoccupante ip, UUID nommee, Collection<UUID> enfants) {
        java.util.Set<UUID> precedentes = new java.util.LinkedHashSet<>(mineurs.anterieures(enfants, ip.id()));
        if (nommee != null) {
            acces.exigerVue(Sujet.ip(nommee));
            precedentes.add(nommee);
        }
        for (UUID precedente : precedentes) {
            jdbc.sql("insert into ip_liee(ip_id, suite_de, posee_le) values (?, ?, ?)")
                    .params(ip.id(), precedente, java.sql.Timestamp.from(horloge.maintenant())).update();
        }
    }

    private boolean moinsDeDeuxAns(Collection<UUID> recus, Collection<UUID> domicile) {
        List<UUID> tous = new java.util.ArrayList<>(recus);
        tous.addAll(domicile);
        return dossiers.nomsDe(tous).values().stream().anyMatch(n -> n.moinsDeDeuxAns());
    }

    static Map<String, String> dimensions(InformationEntrante information, InformationPreoccupante ip) {
        return Map.of("nature", information.nature(), "origine", information.origine(), "urgence", FaitsReception.oui(ip.urgence()),
                "comptee", FaitsReception.oui(information.comptee()));
    }
}
