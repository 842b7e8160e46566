package fr.jalon.ip.suites;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import fr.jalon.acces.Acces;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Titulaire;
import fr.jalon.ip.EtatIp;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.MineurConcerne;
import fr.jalon.ip.MineursConcernes;
import fr.jalon.ip.reception.InformationEntrante;
import fr.jalon.ip.reception.InformationsEntrantes;
import fr.jalon.ip.reception.RegardTransmetteur;

import org.springframework.stereotype.Component;

/** Everybody the outcome of an IP is owed to, or may be: each holder for each minor, then whoever transmitted. */
@Component
class Destinataires {

    static final String RESERVEE = "Personne ayant transmis l’information (identité connue de ceux qui l’ont reçue)";

    private final MineursConcernes mineurs;
    private final InformationsEntrantes informations;
    private final Dossiers dossiers;
    private final Departement departement;
    private final Acces acces;
    private final Horloge horloge;

    Destinataires(MineursConcernes mineurs, InformationsEntrantes informations, Dossiers dossiers, Departement departement, Acces acces,
            Horloge horloge) {
        this.mineurs = mineurs;
        this.informations = informations;
        this.dossiers = dossiers;
        this.departement = departement;
        this.acces = acces;
        this.horloge = horloge;
    }

    List<Destinataire> de(InformationPreoccupante ip) {
        // Without a decision there is none to tell the holders; whoever transmitted is still owed that a follow-up was given.
        List<Destinataire> tous = new ArrayList<>(ip.etat() == EtatIp.CLOSE_SANS_DECISION ? List.of() : titulaires(ip));
        RegardTransmetteur regard = new RegardTransmetteur(IdentiteCourante.exiger(), departement.profil().recueil());
        Set<String> mandatees = new HashSet<>();
        Stream.of(Acces.Titre.PILOTE, Acces.Titre.ASSOCIEE).forEach(t -> mandatees.addAll(acces.unites(Sujet.ip(ip.id()), t)));
        for (InformationEntrante i : informations.findByIpIdOrderByRecueLe(ip.id())) {
            boolean connu = regard.voit(i, mandatees);
            Destinataire d = ReglesInformation.transmetteur(new ReglesInformation.Recue(i.id(), horloge.jour(i.recueLe()), i.nature(),
                    connu ? nom(i) : RESERVEE, connu ? i.transmetteur().qualite() : null, i.transmetteur().professionnel(),
                    i.transmetteur().anonyme(), i.retourDemandeLe()));
            if (d != null) {
                tous.add(d);
            }
        }
        return tous;
    }

    /** Holders at the day of the decision, or today while there is none. */
    private List<Destinataire> titulaires(InformationPreoccupante ip) {
        LocalDate jour = ip.decideeLe() == null ? horloge.aujourdhui() : horloge.jour(ip.decideeLe());
        List<MineurConcerne> presents = mineurs.findByIpIdOrderByOrdre(ip.id()).stream().filter(m -> !m.retire()).toList();
        List<UUID> enfants = presents.stream().map(MineurConcerne::enfantId).toList();
        Map<UUID, UUID> canoniques = enfants.isEmpty() ? Collections.emptyMap() : dossiers.canoniques(enfants);
        List<Destinataire> titulaires = new ArrayList<>();
        for (MineurConcerne m : presents) {
            Set<UUID> vus = new HashSet<>();
            for (Titulaire t : dossiers.titulaires(canoniques.getOrDefault(m.enfantId(), m.enfantId()))) {
                if (t.titulaireLe(jour) && vus.add(t.adulteId())) {
                    titulaires.add(new Destinataire(Destinataire.Genre.TITULAIRE, t.adulteId(), m.id(), t.affiche(), t.qualite().libelle(),
                            true, "Titulaire de l’autorité parentale (D226-2-6)."));
                }
            }
        }
        return titulaires;
    }

    private static String nom(InformationEntrante i) {
        String nom = i.transmetteur().nom();
        return nom == null || nom.isBlank() ? "Personne ayant transmis l’information " + i.numero() : nom;
    }
}
