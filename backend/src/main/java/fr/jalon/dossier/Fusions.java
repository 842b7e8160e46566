package fr.jalon.dossier;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mur;
import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Two files that are one child. Both rows stay: one points to the other, and whatever is kept by id is read under every identity, so
 * that undoing the merge moves nothing back. What the merge adds beside the pointer (units, restriction) is remembered and taken off.
 */
@Service
public class Fusions {

    private final Enfants enfants;
    private final Noms noms;
    private final IndexNoms index;
    private final DroitsDossier droits;
    private final DerniereModification derniere;
    private final EffetsReunion effets;
    private final Acces acces;
    private final Journal journal;
    private final Faits faits;
    private final Horloge horloge;
    private final JdbcClient jdbc;
    private final Mur mur;

    Fusions(Enfants enfants, Noms noms, IndexNoms index, DroitsDossier droits, DerniereModification derniere, EffetsReunion effets, Acces acces,
            Journal journal, Faits faits, Horloge horloge, JdbcClient jdbc, Mur mur) {
        this.enfants = enfants;
        this.noms = noms;
        this.index = index;
        this.droits = droits;
        this.derniere = derniere;
        this.effets = effets;
        this.acces = acces;
        this.journal = journal;
        this.faits = faits;
        this.horloge = horloge;
        this.jdbc = jdbc;
        this.mur = mur;
    }

    /** What a merge would change, everywhere, before it is done. */
    @Transactional(readOnly = true)
    public List<EffetsFusion.Effet> effets(UUID conserve, UUID absorbe) {
        exigerDroit(conserve, absorbe);
        return effets.de(noms.identites(conserve), noms.identites(absorbe));
    }

    /** @return the id of the merge, by which it is undone */
    @Transactional
    public UUID reunir(UUID conserve, long versionConserve, UUID absorbe, long versionAbsorbe, String motif) {
        exigerDroit(conserve, absorbe);
        if (motif == null || motif.isBlank()) {
            throw Refus.champ("motif", "Écrivez ce qui montre que ces dossiers sont ceux d’un même enfant.");
        }
        List<Enfant> verrouilles = enfants.verrouiller(Set.of(conserve, absorbe));
        Enfant garde = trouver(verrouilles, conserve, versionConserve);
        Enfant joint = trouver(verrouilles, absorbe, versionAbsorbe);
        joint.fusionnerVers(garde);
        boolean restreindre = joint.restreint() && !garde.restreint();
        if (restreindre) {
            garde.restreindre(true);
        }
        enfants.saveAndFlush(joint);
        enfants.saveAndFlush(garde);
        List<UUID> designes = ouvrirAuxDesignes(conserve, absorbe);
        List<String> unites = ouvrirAuxUnites(conserve, absorbe);
        index.oublier(absorbe);
        index.indexer(garde, noms.autresNoms(conserve));
        UUID fusion = Ids.nouveau();
        jdbc.sql("""
                insert into fusion(id, conserve, absorbe, motif, unites, evenement_id, faite_par, faite_le, restreint_par_fusion, designes, doublon_avant)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as uuid[]), ?)""")
                .params(fusion, conserve, absorbe, motif.strip(), unites.toArray(String[]::new), faits.reunis(conserve, absorbe, motif),
                        IdentiteCourante.exiger().utilisateurId(), Timestamp.from(horloge.maintenant()), restreindre, Tableaux.uuids(designes),
                        paire(conserve, absorbe)).update();
        jdbc.sql("""
                insert into doublon_probable(enfant_a, enfant_b, note, etat, repere_le) values (least(cast(? as uuid), cast(? as uuid)), greatest(cast(? as uuid), cast(? as uuid)), 1, 'REUNI', ?)
                on conflict (enfant_a, enfant_b) do update set etat = 'REUNI'""")
                .params(conserve, absorbe, conserve, absorbe, Timestamp.from(horloge.maintenant())).update();
        journal.modification(Sujet.enfant(conserve), "enfants.reunir");
        journal.modification(Sujet.enfant(absorbe), "enfants.reunir");
        return fusion;
    }

    /**
     * Undoes a merge. While nobody acted on the child since, in one click; afterwards with a reason: what was written since stays with
     * the kept file.
     */
    @Transactional
    public void separer(UUID fusion, String motif, Map<String, String> motifs) {
        Reunion r = lire(fusion);
        exigerDroit(r.conserve(), r.absorbe());
        List<Enfant> verrouilles = enfants.verrouiller(Set.of(r.conserve(), r.absorbe()));
        Enfant garde = verrouilles.stream().filter(e -> e.id().equals(r.conserve())).findFirst().orElseThrow(Introuvable::new);
        Enfant joint = verrouilles.stream().filter(e -> e.id().equals(r.absorbe())).findFirst().orElseThrow(Introuvable::new);
        if (r.defaite() || garde.fusionneVers() != null) {
            throw new Conflit(null, null, r.defaite() ? "Cette réunion a déjà été annulée."
                    : "Le dossier conservé a été réuni depuis à un autre : annulez d’abord cette réunion-là.");
        }
        Map<String, String> retenus = new Avertissements.Controle(motifs).si(agiDepuis(r), "ACTES_DEPUIS",
                "Des actes ont été enregistrés depuis la réunion : ils resteront au dossier conservé. Dites pourquoi séparer quand même.").exiger();
        joint.defaireFusion(garde.id());
        if (r.restreint()) {
            garde.restreindre(false);
        }
        enfants.saveAndFlush(joint);
        enfants.saveAndFlush(garde);
        jdbc.sql("delete from enfant_restriction where enfant_id = ? and utilisateur_id = any (cast(? as uuid[]))")
                .params(garde.id(), Tableaux.uuids(r.designes())).update();
        r.unites().forEach(u -> acces.detacher(Sujet.enfant(garde.id()), u, Acces.Titre.SUIVI));
        index.indexer(garde, noms.autresNoms(garde.id()));
        index.indexer(joint, noms.autresNoms(joint.id()));
        if (r.doublonAvant() == null) {
            jdbc.sql("delete from doublon_probable where enfant_a = least(cast(? as uuid), cast(? as uuid)) and enfant_b = greatest(cast(? as uuid), cast(? as uuid))")
                    .params(garde.id(), joint.id(), garde.id(), joint.id()).update();
        } else {
            jdbc.sql("update doublon_probable set etat = ? where enfant_a = least(cast(? as uuid), cast(? as uuid)) and enfant_b = greatest(cast(? as uuid), cast(? as uuid))")
                    .params(r.doublonAvant(), garde.id(), joint.id(), garde.id(), joint.id()).update();
        }
        String pourquoi = retenus.getOrDefault("ACTES_DEPUIS", motif);
        faits.separes(r.evenement(), pourquoi);
        jdbc.sql("update fusion set defaite_par = ?, defaite_le = ?, defaite_motif = ? where id = ?")
                .params(IdentiteCourante.exiger().utilisateurId(), Timestamp.from(horloge.maintenant()), pourquoi, fusion).update();
        journal.modification(Sujet.enfant(garde.id()), "enfants.separer");
        journal.modification(Sujet.enfant(joint.id()), "enfants.separer");
    }

    private void exigerDroit(UUID conserve, UUID absorbe) {
        droits.exigerLecture(conserve);
        droits.exigerLecture(absorbe);
        droits.exigerReunion();
        if (conserve.equals(absorbe)) {
            throw Refus.champ("absorbe", "Choisissez deux dossiers différents.");
        }
    }

    private Enfant trouver(List<Enfant> verrouilles, UUID id, long version) {
        Enfant enfant = verrouilles.stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow(Introuvable::new);
        if (enfant.version() != version) {
            throw derniere.conflit(id);
        }
        return enfant;
    }

    /** Whoever was named on either file is named on the one that stands for both, as far as one of them is restricted. */
    private List<UUID> ouvrirAuxDesignes(UUID conserve, UUID absorbe) {
        return jdbc.sql("""
                insert into enfant_restriction(enfant_id, utilisateur_id, depuis)
                select ?, r.utilisateur_id, r.depuis from enfant_restriction r where r.enfant_id = ? on conflict do nothing returning utilisateur_id""")
                .params(conserve, absorbe).query(UUID.class).list();
    }

    private List<String> ouvrirAuxUnites(UUID conserve, UUID absorbe) {
        List<String> nouvelles = new ArrayList<>(acces.unites(Sujet.enfant(absorbe), Acces.Titre.SUIVI));
        nouvelles.removeAll(acces.unites(Sujet.enfant(conserve), Acces.Titre.SUIVI));
        nouvelles.forEach(u -> acces.rattacher(Sujet.enfant(conserve), u, Acces.Titre.SUIVI));
        return nouvelles;
    }

    private String paire(UUID un, UUID autre) {
        return jdbc.sql("select etat from doublon_probable where enfant_a = least(cast(? as uuid), cast(? as uuid)) and enfant_b = greatest(cast(? as uuid), cast(? as uuid))")
                .params(un, autre, un, autre).query(String.class).optional().orElse(null);
    }

    private record Reunion(UUID conserve, UUID absorbe, List<String> unites, UUID evenement, Instant faiteLe, boolean defaite, boolean restreint,
            List<UUID> designes, String doublonAvant) {
    }

    private Reunion lire(UUID fusion) {
        return mur.parLaMaison(() -> jdbc.sql("select * from fusion where id = ? for update").param(fusion).query((rs, n) -> new Reunion(
                rs.getObject("conserve", UUID.class), rs.getObject("absorbe", UUID.class), List.of((String[]) rs.getArray("unites").getArray()),
                rs.getObject("evenement_id", UUID.class), rs.getTimestamp("faite_le").toInstant(), rs.getTimestamp("defaite_le") != null,
                rs.getBoolean("restreint_par_fusion"), List.of((UUID[]) rs.getArray("designes").getArray()), rs.getString("doublon_avant")))
                .optional()).orElseThrow(Introuvable::new);
    }

    /** Reminders and due dates come by themselves; anything else was somebody's act. */
    private boolean agiDepuis(Reunion r) {
        Set<UUID> identites = noms.identites(r.conserve());
        return effets.agiDepuis(identites, r.faiteLe()) || jdbc.sql("""
                select exists (select 1 from evenement_sujet s join evenement e on e.id = s.evenement_id
                    where s.sujet_type = 'ENFANT' and s.sujet_id = any (cast(? as uuid[])) and e.id <> ?
                        and e.enregistre_le > ? and e.type not like 'echeance.%' and e.type <> 'rappel.emis')""")
                .params(Tableaux.uuids(identites), r.evenement(), Timestamp.from(r.faiteLe())).query(Boolean.class).single();
    }
}
