package fr.jalon.acces;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.base.Ecritures;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one rule of sight and act. A subject is visible to whoever belongs to one of its units ({@code sujet_unite}) or has the whole
 * département, unless it is for named people only ({@link Reserve}); an act also needs the mission, held in one of these units. What cannot be seen is answered as if it did not exist.
 */
@Component
public class Acces {

    /** Why a unit sees a subject. */
    public enum Titre {
        RECUEIL, PILOTE, ASSOCIEE, SUIVI,
        /** The service that exercises a measure: it sees that measure, never the rest of the child's file. */
        EXERCICE
    }

    /** A condition for the WHERE of a list and its named parameters; always wrapped in parentheses. */
    public record Filtre(String sql, Map<String, Object> parametres) {
    }

    private static final UUID PERSONNE = new UUID(0, 0);
    private static final String EXCEPTION = "exists (select 1 from dossier_d_enfant acces_ex where acces_ex.enfant_id in (:accesEnfants)"
            + " and acces_ex.sujet_type = %s and acces_ex.sujet_id = %s)";
    private static final Filtre TOUT = new Filtre("(true)", Map.of());

    private final JdbcClient jdbc;
    private final Ecritures ecritures;
    private final Journal journal;
    private final Mur mur;
    private final List<Reserve> reserves;

    Acces(JdbcClient jdbc, Ecritures ecritures, Journal journal, Mur mur, ObjectProvider<Reserve> reserves) {
        this.jdbc = jdbc;
        this.mur = mur;
        this.ecritures = ecritures;
        this.journal = journal;
        this.reserves = reserves.stream().toList();
    }

    public boolean voit(Sujet sujet) {
        Identite qui = IdentiteCourante.exiger();
        return qui.departement() ? !reserve(sujet, qui) : ouvertA(sujet, qui.unites(), qui) || parException(sujet, qui);
    }

    /** For a day and a written reason, the file of a child outside the person's units: to read, never to act, never what is for named people only. */
    private boolean parException(Sujet sujet, Identite qui) {
        return !qui.exceptions().isEmpty() && jdbc.sql("select " + EXCEPTION.formatted(":type", "cast(:id as uuid)"))
                .param("type", sujet.type().name()).param("id", sujet.id()).param("accesEnfants", qui.exceptions()).query(Boolean.class).single()
                && !reserve(sujet, qui);
    }

    private boolean ouvertA(Sujet sujet, Set<String> unites, Identite qui) {
        Filtre nomme = nomme("'" + sujet.type().name() + "'", "acces_su.sujet_id", qui);
        return !unites.isEmpty() && jdbc.sql("select exists (select 1 from sujet_unite acces_su where acces_su.sujet_type = :type"
                + " and acces_su.sujet_id = :id and acces_su.unite_id in (:unites) and " + nomme.sql() + ")")
                .param("type", sujet.type().name()).param("id", sujet.id()).param("unites", unites).params(nomme.parametres())
                .query(Boolean.class).single();
    }

    private boolean reserve(Sujet sujet, Identite qui) {
        Filtre nomme = nomme("'" + sujet.type().name() + "'", "cast(:id as uuid)", qui);
        return !nomme.parametres().isEmpty() && !jdbc.sql("select " + nomme.sql()).param("id", sujet.id()).params(nomme.parametres())
                .query(Boolean.class).single();
    }

    /** What is for named people only is theirs; true, and without parameter, for types nobody reserves. */
    private Filtre nomme(String type, String id, Identite qui) {
        if (qui.systeme()) {
            return TOUT;
        }
        // A type that is not written in the query may be any of them: ids say enough.
        List<String> conditions = reserves.stream().filter(r -> type == null || !type.startsWith("'") || type.equals("'" + r.type().name() + "'"))
                .map(r -> id + " <> all (array(" + r.tus() + "))").toList();
        return conditions.isEmpty() ? TOUT : new Filtre("(" + String.join(" and ", conditions) + ")", Map.of("accesQui", Objects.requireNonNullElse(qui.utilisateurId(), PERSONNE)));
    }

    /** @throws Introuvable when the subject is out of sight; the refusal is journaled */
    public void exigerVue(Sujet sujet) {
        if (!voit(sujet)) {
            journal.refus(sujet, "vue");
            throw new Introuvable();
        }
        mur.ouvrirALaLecture(sujet);
    }

    /** Whether the person sees the subject and holds the mission in one of the units it is open to. */
    public boolean peut(Mission mission, Sujet sujet) {
        Identite qui = IdentiteCourante.exiger();
        Territoire territoire = qui.territoire(mission);
        return territoire.departement() ? voit(sujet)
                : ouvertA(sujet, territoire.unites().stream().filter(qui::voitUnite).collect(Collectors.toSet()), qui);
    }

    public boolean peutUne(Collection<Mission> missions, Sujet sujet) {
        return missions.stream().anyMatch(m -> peut(m, sujet));
    }

    /** For an act that several missions allow: the first the person holds on the subject, or the first of all, which is then refused. */
    public Mission tenue(List<Mission> missions, Sujet sujet) {
        return missions.stream().filter(m -> peut(m, sujet)).findFirst().orElse(missions.get(0));
    }

    /** @throws Interdit when the person has not the mission, {@link Introuvable} when the subject is out of sight */
    public void exiger(Mission mission, Sujet sujet) {
        // Sight and mission are one question when they are held in the same places, as they are for most.
        if (!peut(mission, sujet)) {
            exigerVue(sujet);
            journal.refus(sujet, "mission " + mission.code());
            throw new Interdit("Cette action revient à la mission « " + mission.libelle() + " », que vos habilitations ne comportent pas.");
        }
        mur.ouvrirALActe(sujet);
    }

    /** For an act on no subject yet (a new intake) in a unit. */
    public void exiger(Mission mission, String unite) {
        if (!IdentiteCourante.exiger().a(mission, unite)) {
            journal.refus(null, "mission " + mission.code());
            throw new Interdit("Cette action revient à la mission « " + mission.libelle() + " » de l’unité concernée.");
        }
    }

    public void exiger(Mission mission) {
        if (!IdentiteCourante.exiger().a(mission)) {
            journal.refus(null, "mission " + mission.code());
            throw new Interdit("Cette action revient à la mission « " + mission.libelle() + " », que vos habilitations ne comportent pas.");
        }
    }

    /**
     * The same rule for a list.
     *
     * @param type SQL expression of the subject type, e.g. {@code 'IP'} or {@code t.sujet_type}; null when ids alone say enough
     * @param id SQL expression of the subject id
     */
    public Filtre filtre(String type, String id) {
        Filtre territoire = filtreDuTerritoire(type, id);
        Filtre nomme = nomme(type, id, IdentiteCourante.exiger());
        if (nomme.parametres().isEmpty()) {
            return territoire;
        }
        Map<String, Object> parametres = new HashMap<>(territoire.parametres());
        parametres.putAll(nomme.parametres());
        return new Filtre("(" + territoire.sql() + " and " + nomme.sql() + ")", parametres);
    }

    /**
     * What the units see, those for named people only among them: to count, and to hold a place in a list that then names nobody and opens
     * nothing of what {@link #filtre} leaves out.
     */
    public Filtre filtreDuTerritoire(String type, String id) {
        Identite qui = IdentiteCourante.exiger();
        if (qui.departement()) {
            return TOUT;
        }
        if (qui.unites().isEmpty()) {
            return new Filtre("(false)", Map.of());
        }
        String parUnite = "exists (select 1 from sujet_unite acces_su where acces_su.sujet_type = " + (type == null ? "acces_su.sujet_type" : type)
                + " and acces_su.sujet_id = " + id + " and acces_su.unite_id in (:accesUnites))";
        return qui.exceptions().isEmpty() ? new Filtre("(" + parUnite + ")", Map.of("accesUnites", qui.unites()))
                : new Filtre("(" + parUnite + " or " + EXCEPTION.formatted(type == null ? "acces_ex.sujet_type" : type, id) + ")",
                        Map.of("accesUnites", qui.unites(), "accesEnfants", qui.exceptions()));
    }

    /** Opens a subject to a unit. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void rattacher(Sujet sujet, String unite, Titre titre) {
        ecritures.ecrire("insert into sujet_unite(sujet_type, sujet_id, unite_id, titre) values (?, ?, ?, ?) on conflict do nothing",
                sujet.type().name(), sujet.id(), unite, titre.name());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void detacher(Sujet sujet, Titre titre) {
        jdbc.sql("delete from sujet_unite where sujet_type = ? and sujet_id = ? and titre = ?")
                .params(sujet.type().name(), sujet.id(), titre.name()).update();
    }

    /** Closes a subject to one unit that an act had opened it to, when that act is undone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void detacher(Sujet sujet, String unite, Titre titre) {
        jdbc.sql("delete from sujet_unite where sujet_type = ? and sujet_id = ? and unite_id = ? and titre = ?")
                .params(sujet.type().name(), sujet.id(), unite, titre.name()).update();
    }

    public List<String> unites(Sujet sujet, Titre titre) {
        return jdbc.sql("select unite_id from sujet_unite where sujet_type = ? and sujet_id = ? and titre = ? order by unite_id")
                .params(sujet.type().name(), sujet.id(), titre.name()).query(String.class).list();
    }
}
