package fr.jalon.ip.consigne;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The acts on the requests of the parquet a file carries, the same whether it is an information not yet qualified or an IP. */
public interface ActesConsigne {

    /**
     * Every request on the file, for whoever sees it.
     *
     * @param version of the file, for the forms
     * @param ouverte whether a request would still hold something
     * @param reference what the file was received under, offered to the form; null when there is none
     */
    record ConsignesDuDossier(long version, boolean ouverte, String reference, List<Consigne> consignes) {
    }

    ConsignesDuDossier consulter(UUID dossier);

    /** @return id of the request recorded */
    UUID poser(UUID dossier, long version, Demande demande);

    /** @param le first day the acts are allowed again */
    void lever(UUID dossier, UUID id, long version, LocalDate le, String reference);

    /** It was entered by mistake: as if it had never held anything, and it stays readable with the reason. */
    void annuler(UUID dossier, UUID id, long version, String motif);
}
