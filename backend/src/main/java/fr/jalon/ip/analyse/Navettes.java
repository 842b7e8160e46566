package fr.jalon.ip.analyse;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Mur;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Fiches navettes: what ASE, service social and PMI know is asked, with a date, before the mandate; the answer is kept with the file. */
@Service
public class Navettes {

    /**
     * @param service code of {@code partenaires}
     * @param unite unit of the département that answers, or null when the service answers by other means
     */
    public record Question(UUID id, String service, String unite, String question) {
    }

    private record Posee(UUID id, UUID informationId, UUID ipId, String service, String uniteId, String etatIp, boolean repondue, long version) {
    }

    private final JdbcClient jdbc;
    private final Mur mur;
    private final Acces acces;
    private final Journal journal;
    private final Evenements evenements;
    private final Departement departement;
    private final DelaisNavettes delais;
    private final Horloge horloge;

    Navettes(JdbcClient jdbc, Mur mur, Acces acces, Journal journal, Evenements evenements, Departement departement,
            DelaisNavettes delais, Horloge horloge) {
        this.jdbc = jdbc;
        this.mur = mur;
        this.acces = acces;
        this.journal = journal;
        this.evenements = evenements;
        this.departement = departement;
        this.delais = delais;
        this.horloge = horloge;
    }

    /** @throws Refus an unknown service, an empty question, or a mandate already given */
    @Transactional
    public UUID poser(UUID informationId, Question q) {
        Sujet sujet = Sujet.information(informationId);
        acces.exigerVue(sujet);
        exigerUneMission(sujet, Mission.RECUEIL, Mission.MANDAT);
        UUID id = q.id() == null ? Ids.nouveau() : q.id();
        verifier(q);
        Avant avant = avant(informationId);
        int faites = jdbc.sql("""
                insert into fiche_navette(id, information_id, service, unite_id, question, posee_le, posee_par)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing""")
                .params(id, informationId, q.service(), q.unite(), q.question().strip(), Timestamp.from(horloge.maintenant()), auteur())
                .update();
        if (faites == 1) {
            if (q.unite() != null) {
                acces.rattacher(sujet, q.unite(), Acces.Titre.SUIVI);
            }
            evenements.ajouter(evenement("navette.posee", informationId, avant.ipId(), q.service(), avant.unite()));
            delais.suivre(informationId, avant.ipId());
            journal.modification(sujet, "navette.poser");
        }
        return id;
    }

    private record Avant(String unite, UUID ipId, boolean avantMandat) {
    }

    private Avant avant(UUID informationId) {
        Avant avant = jdbc.sql("""
                select i.unite_id, i.ip_id, i.etat = 'A_ANALYSER' or ip.etat = 'A_CONFIER' as avant_mandat
                from information_entrante i left join information_preoccupante ip on ip.id = i.ip_id where i.id = ?""").param(informationId)
                .query((rs, n) -> new Avant(rs.getString(1), rs.getObject(2, UUID.class), rs.getBoolean(3))).optional()
                .orElseThrow(Introuvable::new);
        if (!avant.avantMandat()) {
            throw Refus.global("La fiche navette précède le mandat. Après lui, les services sont interrogés par une demande d’avis.");
        }
        return avant;
    }

    private void verifier(Question q) {
        List<Refus.Erreur> erreurs = new java.util.ArrayList<>();
        if (departement.profil().liste("partenaires").stream().noneMatch(l -> l.code().equals(q.service()))) {
            erreurs.add(new Refus.Erreur("service", "Choisissez le service interrogé."));
        }
        if (q.unite() != null && departement.unite(q.unite()).filter(Navettes::interrogeable).isEmpty()) {
            erreurs.add(new Refus.Erreur("unite", "Choisissez une unité du département, ou aucune. Un service habilité s’interroge par écrit."));
        }
        if (q.question() == null || q.question().isBlank()) {
            erreurs.add(new Refus.Erreur("question", "Écrivez la question posée."));
        }
        if (!erreurs.isEmpty()) {
            throw new Refus(erreurs);
        }
    }

    /** The answer, given by the unit asked or noted by whoever asked it. */
    @Transactional
    public void repondre(UUID id, long version, String reponse, LocalDate recueLe) {
        Posee n = ouvrir(id, version);
        if (reponse == null || reponse.isBlank()) {
            throw Refus.champ("reponse", "Écrivez la réponse reçue.");
        }
        clore(n, reponse.strip(), null, "navette.repondue", recueLe);
    }

    /** No answer will come. */
    @Transactional
    public void renoncer(UUID id, long version, String motif) {
        Posee n = ouvrir(id, version);
        if (motif == null || motif.isBlank()) {
            throw Refus.champ("motif", "Écrivez pourquoi la réponse n’est plus attendue.");
        }
        clore(n, null, motif.strip(), "navette.sans-reponse", null);
    }

    private void clore(Posee n, String reponse, String motif, String type, LocalDate recueLe) {
        LocalDate jour = recueLe == null ? horloge.aujourdhui() : recueLe;
        if (jour.isAfter(horloge.aujourdhui())) {
            throw Refus.champ("recueLe", "La réponse ne peut pas être reçue dans l’avenir.");
        }
        Instant le = recueLe == null || recueLe.equals(horloge.aujourdhui()) ? horloge.maintenant()
                : recueLe.atTime(12, 0).atZone(horloge.zone()).toInstant();
        int posee = jdbc.sql("""
                update fiche_navette set reponse = ?, sans_objet_motif = ?, repondue_le = ?, repondue_par = ?, version = version + 1
                where id = ? and cast(posee_le at time zone ? as date) <= ?""")
                .params(reponse, motif, Timestamp.from(le), auteur(), n.id(), horloge.zone().getId(), jour).update();
        if (posee == 0) {
            throw Refus.champ("recueLe", "La réponse ne peut pas précéder la question.");
        }
        fermerLeRegard(n);
        evenements.ajouter(evenement(type, n.informationId(), n.ipId(), n.service(), n.uniteId()).survenu(le));
        delais.suivre(n.informationId(), n.ipId());
        journal.modification(Sujet.information(n.informationId()), type);
    }

    /** The unit asked saw the information in order to answer: it no longer does, unless another question waits for it. */
    private void fermerLeRegard(Posee n) {
        if (n.uniteId() != null && !jdbc.sql("""
                select exists (select 1 from fiche_navette where information_id = ? and unite_id = ? and repondue_le is null)""")
                .params(n.informationId(), n.uniteId()).query(Boolean.class).single()) {
            acces.detacher(Sujet.information(n.informationId()), n.uniteId(), Acces.Titre.SUIVI);
        }
    }

    @Transactional
    public void relancer(UUID id, long version) {
        Posee n = ouvrir(id, version);
        jdbc.sql("update fiche_navette set relancee_le = ?, relances = relances + 1, version = version + 1 where id = ?")
                .params(Timestamp.from(horloge.maintenant()), id).update();
        evenements.ajouter(evenement("navette.relancee", n.informationId(), n.ipId(), n.service(), n.uniteId()));
        journal.modification(Sujet.information(n.informationId()), "navette.relancer");
    }

    private Posee ouvrir(UUID id, long version) {
        // Which information it is about, for the rule to say: out of sight is refused with its line.
        Posee n = mur.parLaMaison(() -> jdbc.sql("""
                select n.id, n.information_id, i.ip_id, n.service, n.unite_id, ip.etat as etat_ip, n.repondue_le is not null as repondue, n.version
                from fiche_navette n join information_entrante i on i.id = n.information_id
                left join information_preoccupante ip on ip.id = i.ip_id where n.id = ? for update of n""").param(id)
                .query(Posee.class).optional()).orElseThrow(Introuvable::new);
        Sujet sujet = Sujet.information(n.informationId());
        acces.exigerVue(sujet);
        // The unit asked answers for itself, whatever the missions of its people.
        if (n.uniteId() == null || !IdentiteCourante.exiger().unites().contains(n.uniteId())) {
            exigerUneMission(sujet, Mission.RECUEIL, Mission.MANDAT);
        }
        if (n.repondue() || n.version() != version) {
            throw new Conflit(null, null, "Cette fiche navette a changé depuis que vous l’avez ouverte.");
        }
        return n;
    }

    private void exigerUneMission(Sujet sujet, Mission... missions) {
        Identite qui = IdentiteCourante.exiger();
        for (Mission m : missions) {
            if (qui.a(m)) {
                return;
            }
        }
        journal.refus(sujet, "mission " + missions[0].code());
        throw new Interdit("Cette action revient à ceux qui reçoivent l’information ou confient l’évaluation.");
    }

    /** A service of an association sees the measures it exercises and no information received. */
    public static boolean interrogeable(Departement.UniteActive unite) {
        return !"SERVICE".equals(unite.type());
    }

    private static NouvelEvenement evenement(String type, UUID informationId, UUID ipId, String service, String unite) {
        NouvelEvenement e = NouvelEvenement.de(type).unite(unite).sujet(Sujet.information(informationId)).dimension("service", service);
        return ipId == null ? e : e.sujet(Sujet.ip(ipId));
    }

    private static UUID auteur() {
        return IdentiteCourante.exiger().utilisateurId();
    }
}
