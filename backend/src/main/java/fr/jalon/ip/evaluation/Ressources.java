package fr.jalon.ip.evaluation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import fr.jalon.acces.Journal;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People around the child who may help: wider family, possible third parties (D226-2-3). */
@Service
@Transactional
public class Ressources {

    /** @param id chosen by the form: sent twice, it is written once */
    public record RessourceSaisie(@NotNull UUID id, @Size(max = 200) String qui, @Size(max = 200) String lien, @Size(max = 2000) String apport,
            @Size(max = 300) String contact, long version) {
    }

    public record Ressource(UUID id, String qui, String lien, String apport, String contact, UUID auteurId, Instant saisieLe, long version) {
    }

    private final JdbcClient jdbc;
    private final GardesEvaluation gardes;
    private final Journal journal;
    private final Horloge horloge;

    Ressources(JdbcClient jdbc, GardesEvaluation gardes, Journal journal, Horloge horloge) {
        this.jdbc = jdbc;
        this.gardes = gardes;
        this.journal = journal;
        this.horloge = horloge;
    }

    /** Adds, or changes what the form had read. */
    public void ecrire(UUID ipId, RessourceSaisie r) {
        gardes.pourActe(ipId);
        if (Textes.net(r.qui()) == null) {
            throw Refus.champ("qui", "Dites de qui il s’agit.");
        }
        Timestamp maintenant = Timestamp.from(horloge.maintenant());
        int ajoutee = jdbc.sql("""
                insert into ressource_entourage(id, ip_id, qui, lien, apport, contact, auteur_id, saisie_le) values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do nothing""")
                .params(r.id(), ipId, Textes.net(r.qui()), Textes.net(r.lien()), Textes.net(r.apport()), Textes.net(r.contact()), GardesEvaluation.moi(), maintenant)
                .update();
        if (ajoutee == 0 && !memeEnvoi(ipId, r)) {
            int changee = jdbc.sql("""
                    update ressource_entourage set qui = ?, lien = ?, apport = ?, contact = ?, auteur_id = ?, saisie_le = ?, version = version + 1
                    where id = ? and ip_id = ? and version = ? and retiree_le is null""")
                    .params(Textes.net(r.qui()), Textes.net(r.lien()), Textes.net(r.apport()), Textes.net(r.contact()), GardesEvaluation.moi(), maintenant,
                            r.id(), ipId, r.version()).update();
            exiger(ipId, r.id(), changee);
        }
        journal.modification(Sujet.ip(ipId), "evaluation.ressource");
    }

    public void retirer(UUID ipId, UUID id, long version) {
        gardes.pourActe(ipId);
        exiger(ipId, id, jdbc.sql("update ressource_entourage set retiree_le = ?, version = version + 1 where id = ? and ip_id = ? and version = ? and retiree_le is null")
                .params(Timestamp.from(horloge.maintenant()), id, ipId, version).update());
        journal.modification(Sujet.ip(ipId), "evaluation.ressource-retirer");
    }

    @Transactional(readOnly = true)
    public List<Ressource> de(UUID ipId) {
        return jdbc.sql("""
                select id, qui, lien, apport, contact, auteur_id, saisie_le, version from ressource_entourage
                where ip_id = ? and retiree_le is null order by saisie_le, id""").param(ipId)
                .query((l, n) -> new Ressource(Lignes.id(l, "id"), l.getString("qui"), l.getString("lien"), l.getString("apport"),
                        l.getString("contact"), Lignes.id(l, "auteur_id"), Lignes.instant(l, "saisie_le"), l.getLong("version"))).list();
    }

    private boolean memeEnvoi(UUID ipId, RessourceSaisie r) {
        return jdbc.sql("""
                select exists (select 1 from ressource_entourage where id = ? and ip_id = ? and version = 0 and qui = ?
                and lien is not distinct from ? and apport is not distinct from ? and contact is not distinct from ?)""")
                .params(r.id(), ipId, Textes.net(r.qui()), Textes.net(r.lien()), Textes.net(r.apport()), Textes.net(r.contact()))
                .query(Boolean.class).single();
    }

    private void exiger(UUID ipId, UUID id, int lignes) {
        if (lignes > 0) {
            return;
        }
        if (!jdbc.sql("select exists (select 1 from ressource_entourage where id = ? and ip_id = ?)").params(id, ipId).query(Boolean.class).single()) {
            throw new Introuvable();
        }
        throw new Conflit(null, null, "Cette personne-ressource a été modifiée depuis que vous l’avez ouverte.");
    }
}
