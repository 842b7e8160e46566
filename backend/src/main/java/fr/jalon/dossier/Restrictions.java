package fr.jalon.dossier;

import java.sql.Timestamp;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Journal;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A file for named people only (a colleague's child, a case in the papers): silent in every search and list for the others. */
@Service
public class Restrictions {

    /** Somebody who may be named. */
    public record Designable(UUID id, String nom, String fonction, List<String> unites, boolean designe) {
    }

    private final Enfants enfants;
    private final DroitsDossier droits;
    private final Faits faits;
    private final Journal journal;
    private final Horloge horloge;
    private final Noms noms;
    private final ObjectProvider<ServicesAupres> services;
    private final JdbcClient jdbc;

    Restrictions(Enfants enfants, DroitsDossier droits, Faits faits, Journal journal, Horloge horloge, Noms noms,
            ObjectProvider<ServicesAupres> services, JdbcClient jdbc) {
        this.enfants = enfants;
        this.droits = droits;
        this.faits = faits;
        this.journal = journal;
        this.horloge = horloge;
        this.noms = noms;
        this.services = services;
        this.jdbc = jdbc;
    }

    /**
     * Whoever sees the file by their units, or the whole département; and the people of the services that exercise a measure of this child,
     * who are named for that measure: they open no file.
     */
    @Transactional(readOnly = true)
    public List<Designable> designables(UUID enfant) {
        droits.exigerSupervision(enfant);
        Set<String> aupres = new HashSet<>();
        services.forEach(s -> aupres.addAll(s.services(noms.identites(enfant))));
        return jdbc.sql("""
                select u.id, concat_ws(' ', u.prenom, u.nom) as nom, coalesce(u.fonction, '') as fonction,
                    array(select distinct x.nom from utilisateur_role r join unite x on x.id = r.unite_id where r.utilisateur_id = u.id order by 1) as unites,
                    exists (select 1 from enfant_restriction er where er.enfant_id = :enfant and er.utilisateur_id = u.id) as designe
                from utilisateur u where u.actif and exists (select 1 from utilisateur_role r where r.utilisateur_id = u.id
                    and (r.role not in ('OBSERVATOIRE', 'ADMINISTRATEUR', 'DELEGUE', 'SERVICE_HABILITE')
                    and (r.unite_id is null or r.unite_id in (select su.unite_id from sujet_unite su where su.sujet_type = 'ENFANT' and su.sujet_id = :enfant))
                    or r.role = 'SERVICE_HABILITE' and r.unite_id = any(:services)))
                order by u.nom, u.prenom, u.id limit 500""").param("enfant", enfant)
                .param("services", aupres.toArray(String[]::new))
                .query((rs, n) -> new Designable(rs.getObject("id", UUID.class), rs.getString("nom"), rs.getString("fonction"),
                        List.of((String[]) rs.getArray("unites").getArray()), rs.getBoolean("designe"))).list();
    }

    @Transactional
    public void restreindre(UUID id, long version, List<UUID> designes, String motif) {
        droits.exigerSupervision(id);
        Enfant enfant = lire(id, version);
        exigerMotif(motif);
        if (designes == null || designes.isEmpty()) {
            throw Refus.champ("designes", "Désignez au moins une personne : sinon plus personne n’ouvrirait ce dossier.");
        }
        Set<UUID> possibles = new HashSet<>();
        designables(id).forEach(d -> possibles.add(d.id()));
        if (!possibles.containsAll(designes)) {
            throw Refus.champ("designes", "Une personne désignée n’a pas ce dossier dans son territoire.");
        }
        enfant.restreindre(true);
        enfants.saveAndFlush(enfant);
        jdbc.sql("delete from enfant_restriction where enfant_id = ?").param(id).update();
        jdbc.sql("insert into enfant_restriction(enfant_id, utilisateur_id, depuis) select ?, unnest(cast(? as uuid[])), ?")
                .params(id, Tableaux.uuids(new HashSet<>(designes)), Timestamp.from(horloge.maintenant())).update();
        faits.restreint(id, true, motif);
        journal.modification(Sujet.enfant(id), "enfant.restreindre");
    }

    @Transactional
    public void lever(UUID id, long version, String motif) {
        droits.exigerSupervision(id);
        Enfant enfant = lire(id, version);
        exigerMotif(motif);
        enfant.restreindre(false);
        enfants.saveAndFlush(enfant);
        jdbc.sql("delete from enfant_restriction where enfant_id = ?").param(id).update();
        faits.restreint(id, false, motif);
        journal.modification(Sujet.enfant(id), "enfant.lever-restriction");
    }

    private Enfant lire(UUID id, long version) {
        Enfant enfant = enfants.findById(id).orElseThrow(Introuvable::new);
        if (enfant.fusionneVers() != null) {
            throw new Conflit(null, null, "Ce dossier a été réuni à un autre : ouvrez le dossier conservé.");
        }
        enfant.exigerVersion(version);
        return enfant;
    }

    private static void exigerMotif(String motif) {
        if (motif == null || motif.isBlank()) {
            throw Refus.champ("motif", "Écrivez le motif.");
        }
    }
}
