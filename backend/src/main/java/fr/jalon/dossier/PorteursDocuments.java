package fr.jalon.dossier;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.NatureDonnee;
import fr.jalon.acces.RegardDonnees;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a file may be attached to, and who reads it there: the right on a document is the right on what bears it. */
@Component
class PorteursDocuments {

    private static final Set<TypeSujet> ADMIS = Set.of(TypeSujet.ENFANT, TypeSujet.IP, TypeSujet.INFORMATION);

    private final Acces acces;
    private final DroitsDossier droits;
    private final Journal journal;
    private final Noms noms;
    private final ObjectProvider<EnCours> enCours;
    private final ObjectProvider<SujetsRattaches> rattaches;
    private final RegardDonnees regard;

    PorteursDocuments(Acces acces, DroitsDossier droits, Journal journal, Noms noms, ObjectProvider<EnCours> enCours,
            ObjectProvider<SujetsRattaches> rattaches, RegardDonnees regard) {
        this.regard = regard;
        this.acces = acces;
        this.droits = droits;
        this.journal = journal;
        this.noms = noms;
        this.enCours = enCours;
        this.rattaches = rattaches;
    }

    void exigerLecture(Sujet porteur) {
        if (!ADMIS.contains(porteur.type())) {
            throw Refus.champ("sujetType", "Un document se joint à un enfant, une information ou une information préoccupante.");
        }
        if (porteur.type() == TypeSujet.ENFANT) {
            droits.exigerLecture(porteur.id());
        } else if (!DroitsDossier.travailleSurDossiers(IdentiteCourante.exiger()) || !acces.voit(porteur) && !voitParSonIp(porteur)) {
            journal.refus(porteur, "document.lire");
            throw new Introuvable();
        }
    }

    void exigerEcriture(Sujet porteur) {
        exigerLecture(porteur);
        if (!droits.peutEcrire(porteur)) {
            journal.refus(porteur, "document.ajouter");
            throw new Interdit("Joindre ou retirer un document revient aux personnes qui recueillent, évaluent ou décident.");
        }
    }

    /** The kind is read on what bears the document, or on the IP through which it is seen. */
    boolean litNature(NatureDonnee nature, Sujet porteur) {
        return regard.lit(nature, porteur) || porteur.type() == TypeSujet.INFORMATION && rattaches.orderedStream()
                .anyMatch(r -> r.ipDe(porteur.id()).map(ip -> regard.lit(nature, Sujet.ip(ip))).orElse(false));
    }

    void exigerNature(NatureDonnee nature, Sujet porteur) {
        if (!litNature(nature, porteur)) {
            regard.exiger(nature, porteur);
        }
    }

    private boolean voitParSonIp(Sujet porteur) {
        return porteur.type() == TypeSujet.INFORMATION && rattaches.orderedStream()
                .anyMatch(r -> r.ipDe(porteur.id()).map(ip -> acces.voit(Sujet.ip(ip))).orElse(false));
    }

    /** Everything whose files are read together with those of this subject; each is in sight. */
    Set<Sujet> ensemble(Sujet sujet) {
        Set<Sujet> ensemble = new HashSet<>();
        ensemble.add(sujet);
        Set<UUID> ips = new HashSet<>();
        if (sujet.type() == TypeSujet.IP) {
            ips.add(sujet.id());
        } else if (sujet.type() == TypeSujet.ENFANT) {
            Set<UUID> identites = noms.identites(sujet.id());
            identites.forEach(id -> ensemble.add(Sujet.enfant(id)));
            enCours.orderedStream().flatMap(s -> s.tout(identites).stream())
                    .map(e -> new Sujet(TypeSujet.valueOf(e.genre()), e.id())).distinct().filter(acces::voit).forEach(s -> {
                        ensemble.add(s);
                        if (s.type() == TypeSujet.IP) {
                            ips.add(s.id());
                        }
                    });
        }
        informations(ips).forEach(i -> ensemble.add(Sujet.information(i)));
        return ensemble;
    }

    private Set<UUID> informations(Collection<UUID> ips) {
        Set<UUID> informations = new HashSet<>();
        if (!ips.isEmpty()) {
            rattaches.orderedStream().forEach(r -> informations.addAll(r.informationsDe(ips)));
        }
        return informations;
    }
}
