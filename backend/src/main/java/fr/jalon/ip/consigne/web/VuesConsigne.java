package fr.jalon.ip.consigne.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.ip.consigne.ActesConsigne;
import fr.jalon.ip.consigne.Consigne;
import fr.jalon.ip.consigne.Demande;
import fr.jalon.ip.consigne.Portee;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.stereotype.Component;

/** What the forms send and the screens read, the same on an information and on an IP. */
@Component
class VuesConsigne {

    /** Request, as the form sends it. */
    record ConsigneSaisie(@NotNull Long version, @NotNull(message = "Indiquez la date de la consigne.") LocalDate du,
            @NotBlank(message = "Indiquez qui a donné la consigne.") @Size(max = 200) String auteur, @Size(max = 100) String reference,
            @NotEmpty(message = "Indiquez ce que la consigne interdit.") Set<@NotNull Portee> portees, @Size(max = 2000) String precisions) {

        Demande demande() {
            return new Demande(du, auteur, reference, portees, precisions);
        }
    }

    record LeveeSaisie(@NotNull Long version, @NotNull(message = "Indiquez la date de la levée.") LocalDate le,
            @Size(max = 100) String reference) {
    }

    record AnnulationConsigne(@NotNull Long version, @NotBlank(message = "Écrivez le motif du retrait.") @Size(max = 2000) String motif) {
    }

    /**
     * @param leveeMotif why it ended otherwise than by the parquet, in words
     * @param repriseLe day it came from its information to an IP
     */
    record ConsigneVue(UUID id, LocalDate du, String auteur, String reference, List<PorteeVue> portees, String precisions, Instant saisieLe,
            String saisiePar, LocalDate leveeLe, String leveeReference, String leveeMotif, LocalDate repriseLe, UUID ipId, boolean enVigueur,
            boolean annulee, String annuleeMotif) {
    }

    record PorteeVue(Portee code, String libelle) {
    }

    record ConsignesVues(long version, boolean ouverte, String reference, List<ConsigneVue> consignes, List<PorteeVue> portees) {
    }

    record ConsigneCreee(UUID id) {
    }

    private final Utilisateurs utilisateurs;
    private final Horloge horloge;

    VuesConsigne(Utilisateurs utilisateurs, Horloge horloge) {
        this.utilisateurs = utilisateurs;
        this.horloge = horloge;
    }

    ConsignesVues vues(ActesConsigne.ConsignesDuDossier lues) {
        List<Consigne> consignes = lues.consignes();
        Map<UUID, String> noms = utilisateurs.noms(consignes.stream().map(Consigne::saisiePar).filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        LocalDate jour = horloge.aujourdhui();
        return new ConsignesVues(lues.version(), lues.ouverte(), lues.reference(), consignes.stream().map(c -> vue(c, noms, jour)).toList(),
                Arrays.stream(Portee.values()).map(p -> new PorteeVue(p, p.libelle())).toList());
    }

    private static ConsigneVue vue(Consigne c, Map<UUID, String> noms, LocalDate jour) {
        return new ConsigneVue(c.id(), c.du(), c.auteur(), c.reference(),
                new TreeSet<>(c.portees()).stream().map(p -> new PorteeVue(p, p.libelle())).toList(), c.precisions(), c.saisieLe(),
                c.saisiePar() == null ? null : noms.get(c.saisiePar()), c.leveeLe(), c.leveeReference(),
                c.leveeMotif() == null ? null : c.leveeMotif().libelle(), c.reprise() == null ? null : c.reprise().le(), c.ipId(),
                c.enVigueur(jour), c.annuleeLe() != null, c.annuleeMotif());
    }
}
