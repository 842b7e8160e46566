package fr.jalon.projet.redaction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Journal;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.EnFrancais;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.courrier.Impression;
import fr.jalon.departement.Departement;
import fr.jalon.projet.PapierDeRemise;
import fr.jalon.projet.redaction.ContenuProjet.TitulaireDit;
import fr.jalon.projet.redaction.Masques.Masquable;
import fr.jalon.projet.redaction.PapierProjet.Signature;
import fr.jalon.projet.redaction.PapierProjet.Variante;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Papers of a version: printed once when it is established or handed over, kept, and given again as they were. */
@Service
@Transactional
public class ImpressionsProjet implements PapierDeRemise {

    /** @param nom of the file: a reference, never a name of a child */
    public record Papier(String nom, byte[] octets) {
    }

    /**
     * What is decided before a copy is handed over.
     *
     * @param aRelire titles of what still names the commune of a hidden address
     */
    public record ChoixMasques(List<Masquable> possibles, List<String> aRelire) {
    }

    /** Who a copy is for, as a form says it. {@code masques}: what the person chose to hide. */
    public record DemandeApercu(Destinataire.Genre destinataire, UUID adulteId, String serviceId, String nom, List<String> masques, String variante) {
    }

    private final Plumes plumes;
    private final VersionEcrite versions;
    private final ContenusProjet contenus;
    private final ModelesProjet modeles;
    private final Impression impression;
    private final PapiersGardes papiers;
    private final Departement departement;
    private final Journal journal;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    ImpressionsProjet(Plumes plumes, VersionEcrite versions, ContenusProjet contenus, ModelesProjet modeles, Impression impression, PapiersGardes papiers,
            Departement departement, Journal journal, Horloge horloge, JdbcClient jdbc) {
        this.plumes = plumes;
        this.versions = versions;
        this.contenus = contenus;
        this.modeles = modeles;
        this.impression = impression;
        this.papiers = papiers;
        this.departement = departement;
        this.journal = journal;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    /** The paper of a version, nothing hidden; a draft is printed as such and is not kept. */
    public Papier version(UUID projetId, int numero, String variante) {
        exiger(projetId);
        VersionEcrite.Version v = versions.numero(projetId, numero);
        Variante voulue = lue(variante);
        ContenuProjet c = contenus.de(projetId, v.id());
        journal.ouverture(Sujet.projet(projetId));
        if (v.modifiable()) {
            return new Papier(nom(c, voulue, true), imprimer(c, voulue, signatures(c, Map.of()), null, List.of(), horloge.maintenant()));
        }
        return new Papier(nom(c, voulue, false), papiers.lire(v.id(), null, voulue.name())
                .orElseGet(() -> papiers.garder(v.id(), null, voulue.name(), imprimer(c, voulue, signatures(c, Map.of()), null, List.of(), debut(c.tete().etabliLe())))));
    }

    /** What can be hidden from somebody, before their copy is made. */
    @Transactional(readOnly = true)
    public ChoixMasques masques(UUID projetId, int numero, DemandeApercu d) {
        exiger(projetId);
        ContenuProjet c = contenus.pourRemise(projetId, versions.numero(projetId, numero).id());
        ModeleProjet modele = modeles.exiger(c.modele());
        Destinataire pour = pour(d);
        return new ChoixMasques(Masques.possibles(c, modele, pour), Masques.aRelire(c, Masques.retenus(c, modele, pour, d.masques())));
    }

    /** The copy as it would be handed over; not kept. */
    public Papier apercu(UUID projetId, int numero, DemandeApercu d) {
        exiger(projetId);
        VersionEcrite.Version v = versions.numero(projetId, numero);
        ContenuProjet c = contenus.pourRemise(projetId, v.id());
        Destinataire pour = pour(d);
        Variante voulue = lue(d.variante());
        journal.ouverture(Sujet.projet(projetId));
        return new Papier(nom(c, voulue, v.modifiable()), imprimer(c, voulue, signatures(c, etats(v.id())), copie(pour, c), Masques.retenus(c, modeles.exiger(c.modele()), pour, d.masques()),
                horloge.maintenant()));
    }

    /** A copy as it was handed over: the very bytes. */
    public Papier remise(UUID projetId, UUID remiseId, String variante) {
        exiger(projetId);
        Variante voulue = lue(variante);
        Remise r = remise(remiseId);
        if (!r.projet().equals(projetId)) {
            throw new Introuvable();
        }
        journal.ouverture(Sujet.projet(projetId));
        ContenuProjet c = contenus.pourRemise(projetId, r.version());
        return new Papier(nom(c, voulue, false), papiers.lire(r.version(), remiseId, voulue.name()).orElseGet(() -> papiers.garder(r.version(), remiseId, voulue.name(), imprimer(r, c, voulue))));
    }

    @Override
    public List<String> masques(UUID projetId, UUID versionId, String destinataire, UUID adulteId, List<String> choisis) {
        ContenuProjet c = contenus.pourRemise(projetId, versionId);
        return Masques.retenus(c, modeles.exiger(c.modele()), new Destinataire(Destinataire.Genre.valueOf(destinataire), adulteId, null, null), choisis);
    }

    @Override
    public void garder(UUID projetId, UUID remiseId) {
        Remise r = remise(remiseId);
        ContenuProjet c = contenus.pourRemise(projetId, r.version());
        // Every variant that may be asked later says what was known that day.
        List<Variante> donnees = r.pour().genre() == Destinataire.Genre.ENFANT ? List.of(Variante.values()) : List.of(Variante.COMPLET, Variante.GRAND);
        donnees.forEach(v -> papiers.garder(r.version(), remiseId, v.name(), imprimer(r, c, v)));
    }

    private record Remise(UUID projet, UUID version, Destinataire pour, List<String> masques, LocalDate le) {
    }

    private Remise remise(UUID id) {
        return jdbc.sql("""
                select v.projet_id, r.version_id, r.destinataire, r.adulte_id, r.service_id, r.nom, r.masques, r.le from projet_remise r
                join projet_version v on v.id = r.version_id where r.id = ?""").param(id)
                .query((l, n) -> new Remise(l.getObject(1, UUID.class), l.getObject(2, UUID.class), new Destinataire(Destinataire.Genre.valueOf(l.getString(3)),
                        l.getObject(4, UUID.class), l.getString(5), l.getString(6)), Arrays.asList((String[]) l.getArray(7).getArray()),
                        l.getObject(8, LocalDate.class))).optional().orElseThrow(Introuvable::new);
    }

    private byte[] imprimer(Remise r, ContenuProjet c, Variante variante) {
        return imprimer(c, variante, signatures(c, etats(r.version())), copie(r.pour(), c), r.masques(), debut(r.le()));
    }

    private byte[] imprimer(ContenuProjet c, Variante variante, List<Signature> signatures, String copie, List<String> masques, Instant le) {
        return impression.imprimer(PapierProjet.de(c, modeles.exiger(c.modele()), variante, signatures, copie, masques, le));
    }

    /** Each holder and the child, with what is known of their signature. */
    private List<Signature> signatures(ContenuProjet c, Map<String, String> etats) {
        List<Signature> signatures = new ArrayList<>();
        for (TitulaireDit t : c.titulaires()) {
            signatures.add(new Signature(t.affiche(), t.qualite(), etats.get("TITULAIRE/" + t.adulteId())));
        }
        signatures.add(new Signature(c.enfant().affiche(), "l’enfant", etats.get("ENFANT/null")));
        etats.forEach((cle, etat) -> {
            if (cle.startsWith("SERVICE/") || cle.startsWith("TUTEUR/")) {
                signatures.add(new Signature(cle.startsWith("TUTEUR/") ? "Tuteur" : departement.noms().getOrDefault(cle.substring(8), "Service"),
                        cle.startsWith("TUTEUR/") ? "tuteur" : "service", etat));
            }
        });
        return signatures;
    }

    private Map<String, String> etats(UUID versionId) {
        Map<String, String> etats = new java.util.TreeMap<>();
        jdbc.sql("select qualite, adulte_id, service_id, statut, le from projet_signature where version_id = ? and annulee_le is null").param(versionId).query(l -> {
            String qui = l.getString("service_id") != null ? l.getString("service_id") : l.getString("adulte_id");
            LocalDate le = l.getObject("le", LocalDate.class);
            etats.put(l.getString("qualite") + "/" + qui, MotsProjet.statut(l.getString("statut"))
                    + (le == null || "SANS_OBJET".equals(l.getString("statut")) ? "" : " le " + EnFrancais.jour(le)));
        });
        return etats;
    }

    private String copie(Destinataire pour, ContenuProjet c) {
        return "exemplaire pour " + switch (pour.genre()) {
            case TITULAIRE -> c.titulaires().stream().filter(t -> t.adulteId().equals(pour.adulteId())).map(TitulaireDit::affiche).findFirst()
                    .orElse(pour.nom() == null ? pour.genre().libelle() : pour.nom());
            case SERVICE -> pour.serviceId() == null ? pour.genre().libelle() : departement.noms().getOrDefault(pour.serviceId(), pour.genre().libelle());
            case TIERS -> pour.nom() == null ? pour.genre().libelle() : pour.nom();
            default -> pour.genre().libelle();
        };
    }

    private static Destinataire pour(DemandeApercu d) {
        if (d.destinataire() == null) {
            throw Refus.champ("destinataire", "Choisissez à qui le projet est remis.");
        }
        return new Destinataire(d.destinataire(), d.adulteId(), d.serviceId(), d.nom());
    }

    private void exiger(UUID projetId) {
        if (!plumes.de(projetId).tout()) {
            journal.refus(Sujet.projet(projetId), "projet.papier");
            throw new Introuvable();
        }
    }

    private Instant debut(LocalDate jour) {
        return jour.atStartOfDay(horloge.zone()).toInstant();
    }

    private static Variante lue(String variante) {
        try {
            return variante == null ? Variante.COMPLET : Variante.valueOf(variante);
        } catch (IllegalArgumentException e) {
            throw new Introuvable();
        }
    }

    private static String nom(ContenuProjet c, Variante variante, boolean brouillon) {
        return c.tete().numero() + "-version-" + c.tete().version() + switch (variante) {
            case COMPLET -> "";
            case GRAND -> "-grands-caracteres";
            case ENFANT -> "-page-enfant";
        } + (brouillon ? "-brouillon" : "") + ".pdf";
    }
}
