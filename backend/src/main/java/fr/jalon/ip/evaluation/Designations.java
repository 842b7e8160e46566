package fr.jalon.ip.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.departement.Profil;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;
import fr.jalon.evenement.Periodes;
import fr.jalon.ip.ActesIp;
import fr.jalon.ip.EtatIp;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.RegardsEnfants;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Names the evaluators of an IP taken from the team's list, and replaces one who is absent: neither the work nor the date moves. */
@Service
@Transactional
public class Designations {

    /** Somebody named, with the profession they evaluate as. */
    public record EvaluateurNomme(UUID utilisateurId, String profession) {
    }

    /**
     * @param unitePilote unit that leads, null to keep the one mandated
     * @param uniteAssociee the other unit of a joint evaluation (two territories); null keeps what the mandate said, blank means none
     * @param le when they were named, null for now
     */
    public record Designation(long version, String unitePilote, String uniteAssociee, List<EvaluateurNomme> evaluateurs, Instant le,
            Map<String, String> motifs) {
    }

    /** @param sortant line of who leaves, or null to complete the team; {@code entrant}: who comes, or null */
    public record Remplacement(UUID sortant, EvaluateurNomme entrant, MotifRemplacement motif, String precision,
            Map<String, String> motifs) {
    }

    private final ActesIp actes;
    private final Evaluateurs evaluateurs;
    private final Utilisateurs utilisateurs;
    private final Departement departement;
    private final Acces acces;
    private final RegardsEnfants regards;
    private final Evenements evenements;
    private final Periodes periodes;
    private final Horloge horloge;

    Designations(ActesIp actes, Evaluateurs evaluateurs, Utilisateurs utilisateurs, Departement departement, Acces acces,
            RegardsEnfants regards, Evenements evenements, Periodes periodes, Horloge horloge) {
        this.actes = actes;
        this.evaluateurs = evaluateurs;
        this.utilisateurs = utilisateurs;
        this.departement = departement;
        this.acces = acces;
        this.regards = regards;
        this.evenements = evenements;
        this.periodes = periodes;
        this.horloge = horloge;
    }

    /** Completes the step {@code designer}. */
    public void designer(UUID ipId, Designation d) {
        InformationPreoccupante ip = actes.ouvrir(ipId, Mission.DESIGNATION, d.version());
        Instant le = d.le() == null ? horloge.maintenant() : d.le();
        verifierDate(ip, le);
        String pilote = d.unitePilote() == null ? actes.unite(ip) : unite(d.unitePilote(), "unitePilote");
        String associee = d.uniteAssociee() == null ? associee(ipId) : d.uniteAssociee().isBlank() ? null : unite(d.uniteAssociee(), "uniteAssociee");
        if (pilote.equals(associee)) {
            throw Refus.champ("uniteAssociee", "L’unité associée est une autre que celle qui pilote.");
        }
        Equipe equipe = new Equipe(d.evaluateurs() == null ? List.of() : d.evaluateurs().stream()
                .map(e -> new Equipe.Membre(e.utilisateurId(), e.profession())).toList());
        equipe.verifier(habilites(pilote, associee), codesProfessions());
        Map<String, String> passes = equipe.avertir(new Avertissements.Controle(d.motifs())).exiger();
        NouvelEvenement evenement = actes.evenement("ip.evaluateurs-designes", ip).survenu(le).unite(pilote)
                .dimension("evaluateurs", equipe.membres().size()).dimension("professions", equipe.professions().size())
                .dimension("associee", associee).dimension("avertissements", Motifs.codes(passes)).texte(Motifs.texte(passes));
        LocalDate jour = horloge.jour(le);
        placer(ip, pilote, associee, jour);
        ip.designer();
        evaluateurs.fixer(ipId, equipe, le);
        evenements.ajouter(evenement);
        Sujet sujet = Sujet.ip(ipId);
        Map<String, String> dimensions = periodes.ouverte("ATTENTE_EVALUATEURS", sujet).map(Periodes.Periode::dimensions).orElse(Map.of());
        periodes.fermer("ATTENTE_EVALUATEURS", sujet, jour);
        if (periodes.ouverte("EVALUATION", sujet).isEmpty()) {
            periodes.ouvrir("EVALUATION", sujet, null, pilote, dimensions, jour);
        }
        actes.conclure(ip, "designer", Map.of());
    }

    /** A team changes without losing work; the reason is counted. */
    public void remplacer(UUID ipId, Remplacement r) {
        InformationPreoccupante ip = actes.ouvrir(ipId, Mission.DESIGNATION, null);
        if (ip.etat() != EtatIp.EN_EVALUATION && ip.etat() != EtatIp.PRECISION_DEMANDEE) {
            throw new Conflit(null, null, "L’équipe ne change que pendant l’évaluation : le dossier est maintenant « "
                    + ip.etat().libelle() + " ».");
        }
        if (r.sortant() == null && r.entrant() == null) {
            throw Refus.champ("entrant", "Choisissez qui quitte l’évaluation, qui y entre, ou les deux.");
        }
        if (r.motif() == null) {
            throw Refus.champ("motif", "Choisissez le motif du changement.");
        }
        Instant maintenant = horloge.maintenant();
        List<Evaluateurs.Evaluateur> presents = new ArrayList<>(evaluateurs.presents(ipId));
        if (r.sortant() != null && !presents.removeIf(e -> e.id().equals(r.sortant()))) {
            throw new Conflit(null, null, "Cet évaluateur a déjà été remplacé.");
        }
        Equipe equipe = apres(presents, r.entrant());
        if (r.entrant() != null) {
            Set<UUID> habilites = habilites(actes.unite(ip), associee(ipId));
            if (presents.stream().anyMatch(e -> e.utilisateurId().equals(r.entrant().utilisateurId()))) {
                throw Refus.champ("entrant.utilisateurId", "Cette personne évalue déjà.");
            }
            if (!habilites.contains(r.entrant().utilisateurId())) {
                throw Refus.champ("entrant.utilisateurId", "Choisissez quelqu’un qui évalue dans les unités de cette évaluation.");
            }
            if (!codesProfessions().contains(r.entrant().profession())) {
                throw Refus.champ("entrant.profession", "Choisissez la profession.");
            }
        } else if (equipe.membres().isEmpty()) {
            throw Refus.champ("entrant", "Nommez quelqu’un : il ne resterait aucun évaluateur.");
        }
        Map<String, String> passes = equipe.avertir(new Avertissements.Controle(r.motifs())).exiger();
        if (r.sortant() != null) {
            evaluateurs.terminer(r.sortant(), r.motif().name(), maintenant);
        }
        if (r.entrant() != null) {
            evaluateurs.ajouter(ipId, new Equipe.Membre(r.entrant().utilisateurId(), r.entrant().profession()), maintenant);
        }
        String texte = java.util.stream.Stream.of(Textes.net(r.precision()), Motifs.texte(passes)).filter(x -> x != null)
                .collect(Collectors.joining("\n"));
        evenements.ajouter(actes.evenement("ip.evaluateur-remplace", ip).dimension("motif", r.motif())
                .dimension("evaluateurs", equipe.membres().size()).dimension("professions", equipe.professions().size())
                .dimension("avertissements", Motifs.codes(passes)).texte(texte));
        actes.suivre(ip, "remplacer-evaluateur");
    }

    private static Equipe apres(List<Evaluateurs.Evaluateur> restants, EvaluateurNomme entrant) {
        List<Equipe.Membre> membres = new ArrayList<>(restants.stream().map(e -> new Equipe.Membre(e.utilisateurId(), e.profession())).toList());
        if (entrant != null) {
            membres.add(new Equipe.Membre(entrant.utilisateurId(), entrant.profession()));
        }
        return new Equipe(membres);
    }

    private void verifierDate(InformationPreoccupante ip, Instant le) {
        if (le.isAfter(horloge.maintenant())) {
            throw Refus.champ("le", "La désignation ne peut pas être à venir.");
        }
        if (le.isBefore(ip.recueLe())) {
            throw Refus.champ("le", "La désignation ne peut pas précéder la réception de l’information.");
        }
    }

    /** The units in charge see the file, what was received and the children; one that no longer is does not see the file. */
    private void placer(InformationPreoccupante ip, String pilote, String associee, LocalDate jour) {
        List<Sujet> dossier = new ArrayList<>(List.of(Sujet.ip(ip.id())));
        evaluateurs.informations(ip.id()).forEach(i -> dossier.add(Sujet.information(i)));
        if (!pilote.equals(ip.unitePilote())) {
            ip.changerUnite(pilote);
            dossier.forEach(s -> acces.detacher(s, Acces.Titre.PILOTE));
            periodes.de(Sujet.ip(ip.id())).stream().filter(p -> p.fin() == null && !pilote.equals(p.uniteId()))
                    .forEach(p -> periodes.segmenter(p.periodeId(), jour, pilote, p.dimensions()));
        }
        for (Sujet sujet : dossier) {
            acces.rattacher(sujet, pilote, Acces.Titre.PILOTE);
            acces.detacher(sujet, Acces.Titre.ASSOCIEE);
            if (associee != null) {
                acces.rattacher(sujet, associee, Acces.Titre.ASSOCIEE);
            }
        }
        actes.mineurs(ip).forEach(m -> {
            acces.rattacher(Sujet.enfant(m.enfantId()), pilote, Acces.Titre.SUIVI);
            if (associee != null) {
                acces.rattacher(Sujet.enfant(m.enfantId()), associee, Acces.Titre.SUIVI);
            }
        });
        regards.fermer(ip.id());
    }

    private String associee(UUID ipId) {
        return acces.unites(Sujet.ip(ipId), Acces.Titre.ASSOCIEE).stream().findFirst().orElse(null);
    }

    private String unite(String id, String champ) {
        return departement.unitesDeType(departement.typesPour(Mission.EVALUATION.name())).stream()
                .map(Departement.UniteActive::id).filter(id::equals).findFirst()
                .orElseThrow(() -> Refus.champ(champ, "Choisissez une unité qui évalue."));
    }

    private Set<UUID> habilites(String pilote, String associee) {
        Set<UUID> ids = new LinkedHashSet<>();
        utilisateurs.tenant(Mission.EVALUATION, pilote).forEach(p -> ids.add(p.id()));
        if (associee != null) {
            utilisateurs.tenant(Mission.EVALUATION, associee).forEach(p -> ids.add(p.id()));
        }
        return ids;
    }

    private Set<String> codesProfessions() {
        return departement.profil().liste("professions").stream().map(Profil.Libelle::code).collect(Collectors.toSet());
    }
}
