package fr.jalon.ip.mandat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Acces;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.FoyerEnfant;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;
import fr.jalon.evenement.Periodes;
import fr.jalon.ip.ActesIp;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.MineurConcerne;
import fr.jalon.ip.RegardsEnfants;
import fr.jalon.ip.reception.FaitsReception;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Entrusting the evaluation, and changing later the track or the unit. Dates stay where reception put them. */
@Service
public class Mandats {

    public static final String ETAPE = "confier";

    private final ActesIp actes;
    private final LignesMandat lignes;
    private final Acces acces;
    private final RegardsEnfants regards;
    private final Dossiers dossiers;
    private final Departement departement;
    private final Evenements evenements;
    private final Periodes periodes;
    private final Horloge horloge;

    Mandats(ActesIp actes, LignesMandat lignes, Acces acces, RegardsEnfants regards, Dossiers dossiers, Departement departement, Evenements evenements,
            Periodes periodes, Horloge horloge) {
        this.actes = actes;
        this.lignes = lignes;
        this.acces = acces;
        this.regards = regards;
        this.dossiers = dossiers;
        this.departement = departement;
        this.evenements = evenements;
        this.periodes = periodes;
        this.horloge = horloge;
    }

    @Transactional
    public void confier(UUID ipId, SaisieMandat saisie) {
        InformationPreoccupante ip = actes.ouvrir(ipId, Mission.MANDAT, saisie.version());
        Instant maintenant = horloge.maintenant();
        Instant faitLe = saisie.faitLe() == null ? maintenant : saisie.faitLe().atZone(horloge.zone()).toInstant();
        Map<String, String> passes = ControleMandat.verifier(saisie, new ControleMandat.Contexte(ip, faitLe, maintenant, horloge.zone(),
                lignes.evaluatrices(), territoires(ip), lignes.navettes(ipId)), departement.profil());
        NouvelEvenement confiee = actes.evenement("ip.confiee", ip).survenu(faitLe).unite(saisie.unite());
        ip.confier(saisie.unite(), LignesMandat.vide(saisie.voie()), saisie.leveeDeDoutes());

        String associee = LignesMandat.vide(saisie.uniteAssociee());
        ouvrirA(ip, saisie.unite(), associee);
        lignes.ecrire(new LignesMandat.Ligne(ipId, "MANDAT", saisie.unite(), associee, saisie.voie(), saisie.leveeDeDoutes(), saisie.message(),
                null, passes, faitLe, maintenant, IdentiteCourante.exiger().utilisateurId()));
        evenements.ajouter(confiee.dimension("voie", ip.voie()).dimension("voieProposee", ip.voieProposee())
                .dimension("urgence", FaitsReception.oui(ip.urgence())).dimension("leveeDeDoutes", FaitsReception.oui(ip.leveeDeDoutes()))
                .dimension("conjointe", FaitsReception.oui(associee != null)).dimension("associee", associee)
                .dimension("motifs", passes.isEmpty() ? null : String.join(",", passes.keySet()))
                .texte(passes.isEmpty() ? null : String.join("\n", passes.values())));
        LocalDate jour = horloge.jour(faitLe);
        Sujet sujet = Sujet.ip(ipId);
        changerUniteDesPeriodes(sujet, saisie.unite(), jour);
        periodes.ouvrir("ATTENTE_EVALUATEURS", sujet, null, saisie.unite(), voie(ip), jour);
        actes.conclure(ip, ETAPE, voie(ip));
    }

    /** Another track, or the one chosen once the doubts are lifted. */
    @Transactional
    public void changerVoie(UUID ipId, long version, String voie, String motif) {
        InformationPreoccupante ip = actes.ouvrir(ipId, Mission.MANDAT, version);
        ControleMandat.verifierVoie(voie, departement.profil());
        exigerMotif(motif);
        if (voie.equals(ip.voie())) {
            throw Refus.champ("voie", "C’est déjà la voie suivie.");
        }
        String avant = ip.voie();
        boolean levee = ip.leveeDeDoutes();
        ip.choisirVoie(voie);
        ecrire(ip, "VOIE", ip.unitePilote(), associee(ipId), motif);
        evenements.ajouter(actes.evenement("ip.voie-changee", ip).dimension("voie", voie).dimension("avant", avant)
                .dimension("voieProposee", ip.voieProposee()).dimension("leveeDeDoutes", FaitsReception.oui(levee)).texte(motif));
        actes.suivre(ip, "changer-voie");
    }

    /** Another unit of the département leads, or a second one comes in: dates and mandate go along. */
    @Transactional
    public void changerUnite(UUID ipId, long version, String unite, String associee, String motif) {
        InformationPreoccupante ip = actes.ouvrir(ipId, Mission.MANDAT, version);
        if (ip.unitePilote() == null) {
            throw Refus.global("L’évaluation n’est confiée à personne : confiez-la d’abord.");
        }
        ControleMandat.verifierUnites(unite, associee, lignes.evaluatrices(), departement.profil());
        exigerMotif(motif);
        String seconde = LignesMandat.vide(associee);
        String avant = ip.unitePilote();
        if (unite.equals(avant) && Objects.equals(seconde, associee(ipId))) {
            throw Refus.champ("unite", "C’est déjà l’équipe en charge.");
        }
        ip.changerUnite(unite);
        fermerAux(ip);
        ouvrirA(ip, unite, seconde);
        // The children's files were opened to the former unit for this evaluation: they close with it.
        regards.fermer(ipId);
        ecrire(ip, "UNITE", unite, seconde, motif);
        evenements.ajouter(actes.evenement("ip.unite-changee", ip).dimension("avant", avant)
                .dimension("conjointe", FaitsReception.oui(seconde != null)).dimension("associee", seconde).texte(motif));
        if (!unite.equals(avant)) {
            changerUniteDesPeriodes(Sujet.ip(ipId), unite, horloge.aujourdhui());
        }
        actes.suivre(ip, "changer-unite");
    }

    private void ecrire(InformationPreoccupante ip, String genre, String unite, String associee, String motif) {
        Instant maintenant = horloge.maintenant();
        lignes.ecrire(new LignesMandat.Ligne(ip.id(), genre, unite, associee, ip.voie(), ip.leveeDeDoutes(), null, motif, Map.of(), maintenant,
                maintenant, IdentiteCourante.exiger().utilisateurId()));
    }

    private static void exigerMotif(String motif) {
        if (motif == null || motif.isBlank()) {
            throw Refus.champ("motif", "Écrivez pourquoi.");
        }
    }

    private String associee(UUID ipId) {
        return acces.unites(Sujet.ip(ipId), Acces.Titre.ASSOCIEE).stream().findFirst().orElse(null);
    }

    /** The units entrusted read the IP, what was received for it, and the children's files. */
    private void ouvrirA(InformationPreoccupante ip, String unite, String associee) {
        List<MineurConcerne> mineurs = actes.mineurs(ip);
        for (Sujet sujet : dossier(ip)) {
            acces.rattacher(sujet, unite, Acces.Titre.PILOTE);
            if (associee != null) {
                acces.rattacher(sujet, associee, Acces.Titre.ASSOCIEE);
            }
        }
        for (MineurConcerne m : mineurs) {
            acces.rattacher(Sujet.enfant(m.enfantId()), unite, Acces.Titre.SUIVI);
            if (associee != null) {
                acces.rattacher(Sujet.enfant(m.enfantId()), associee, Acces.Titre.SUIVI);
            }
        }
    }

    private void fermerAux(InformationPreoccupante ip) {
        for (Sujet sujet : dossier(ip)) {
            acces.detacher(sujet, Acces.Titre.PILOTE);
            acces.detacher(sujet, Acces.Titre.ASSOCIEE);
        }
    }

    private List<Sujet> dossier(InformationPreoccupante ip) {
        List<Sujet> sujets = new java.util.ArrayList<>(List.of(Sujet.ip(ip.id())));
        lignes.informations(ip.id()).forEach(i -> sujets.add(Sujet.information(i)));
        return sujets;
    }

    private void changerUniteDesPeriodes(Sujet sujet, String unite, LocalDate jour) {
        periodes.de(sujet).stream().filter(p -> p.fin() == null && !unite.equals(p.uniteId()))
                .forEach(p -> periodes.segmenter(p.periodeId(), jour, unite, p.dimensions()));
    }

    private Set<String> territoires(InformationPreoccupante ip) {
        LocalDate aujourdhui = horloge.aujourdhui();
        Set<String> evaluatrices = lignes.evaluatrices();
        return dossiers.foyers(actes.mineurs(ip).stream().map(MineurConcerne::enfantId).toList()).stream()
                .filter(f -> f.actuel(aujourdhui)).map(FoyerEnfant::uniteId).filter(Objects::nonNull).filter(evaluatrices::contains)
                .collect(Collectors.toSet());
    }

    private static Map<String, String> voie(InformationPreoccupante ip) {
        Map<String, String> voie = new LinkedHashMap<>();
        if (ip.voie() != null) {
            voie.put("voie", ip.voie());
        }
        return voie;
    }
}
