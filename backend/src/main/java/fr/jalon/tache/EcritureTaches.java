package fr.jalon.tache;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

import fr.jalon.acces.Mission;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;
import fr.jalon.commun.base.Ecritures;
import fr.jalon.departement.Departement;
import fr.jalon.processus.EcouteTaches;
import fr.jalon.processus.Modeles;
import fr.jalon.processus.TacheMoteur;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Follows the engine task by task, in its transaction. */
@Component
class EcritureTaches implements EcouteTaches {

    /** A subject whose first tasks are opening, and its card. */
    private record Nee(Sujet sujet, Fiche fiche) {
    }

    private final JdbcClient jdbc;
    private final Ecritures ecritures;
    private final Modeles modeles;
    private final Departement departement;
    private final Supplier<List<SujetsDesTaches>> sujets;
    private final Supplier<EcheancesDesTaches> echeances;
    private final ThreadLocal<Nee> naissante = new ThreadLocal<>();
    private final Map<String, String> typesDesUnites = new ConcurrentHashMap<>();

    EcritureTaches(JdbcClient jdbc, Ecritures ecritures, Modeles modeles, Departement departement, ObjectProvider<SujetsDesTaches> sujets,
            ObjectProvider<EcheancesDesTaches> echeances) {
        this.jdbc = jdbc;
        this.ecritures = ecritures;
        this.modeles = modeles;
        this.departement = departement;
        this.sujets = SingletonSupplier.of(() -> sujets.stream().toList());
        this.echeances = SingletonSupplier.of(echeances::getIfAvailable);
    }

    @Override
    public void creee(TacheMoteur tache) {
        Nee nee = naissante.get();
        ecrire(tache, nee != null && nee.sujet().equals(tache.sujet()) ? nee.fiche() : fiche(tache.sujet()));
    }

    /** The tasks {@code ouverture} opens for this subject are written from this card: its file may not be in the database yet. */
    void ouvrir(Sujet sujet, Fiche fiche, Runnable ouverture) {
        naissante.set(new Nee(sujet, fiche));
        try {
            ouverture.run();
        } finally {
            naissante.remove();
        }
    }

    @Override
    public void finie(String tacheId, boolean achevee) {
        jdbc.sql("delete from tache where id = ?").param(tacheId).update();
        jdbc.sql("delete from tache_lue where tache_id = ?").param(tacheId).update();
    }

    @Override
    public void rattachees(Sujet ancien, Sujet nouveau) {
        jdbc.sql("update tache set sujet_type = ?, sujet_id = ? where sujet_type = ? and sujet_id = ?")
                .params(nouveau.type().name(), nouveau.id(), ancien.type().name(), ancien.id()).update();
        suivre(nouveau);
    }

    /** Writes the rows of a subject again from its file and its due dates. */
    void suivre(Sujet sujet) {
        List<TacheMoteur> ouvertes = jdbc.sql("select id, cle, etape, mission, cree_le, objet_id from tache where sujet_type = ? and sujet_id = ?")
                .params(sujet.type().name(), sujet.id())
                .query((rs, n) -> new TacheMoteur(rs.getString("id"), sujet, rs.getString("cle"), rs.getString("etape"),
                        rs.getString("mission"), rs.getTimestamp("cree_le").toInstant(), rs.getObject("objet_id", UUID.class)))
                .list();
        if (!ouvertes.isEmpty()) {
            Fiche fiche = fiche(sujet);
            ouvertes.forEach(t -> ecrire(t, fiche));
        }
    }

    /** What the row of a step must hold, from the engine, the file and the legal clock. */
    LigneAttendue attendue(TacheMoteur t, Fiche fiche) {
        Optional<EcheancesDesTaches.EcheanceTache> echeance = Optional.ofNullable(echeances.get())
                .flatMap(e -> e.pour(t.sujet(), t.etape(), t.objet()));
        return new LigneAttendue(t.id(), t.sujet(), fiche.ipId(), t.cle(), t.etape(), modeles.rang(t.cle(), t.etape()), t.mission(),
                unite(t.mission(), fiche), fiche.reference(), t.creeLe(), fiche.urgence(),
                echeance.map(EcheancesDesTaches.EcheanceTache::id).orElse(null),
                echeance.map(EcheancesDesTaches.EcheanceTache::dateLegale).orElse(null),
                echeance.map(EcheancesDesTaches.EcheanceTache::enConsigne).orElse(false), t.objet());
    }

    void ecrire(TacheMoteur t, Fiche fiche) {
        LigneAttendue l = attendue(t, fiche);
        ecritures.ecrire("""
                insert into tache(id, sujet_type, sujet_id, ip_id, cle, etape, etape_rang, mission, unite_id, reference, cree_le, urgence,
                                  echeance_id, date_legale, en_consigne, objet_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set sujet_type = excluded.sujet_type, sujet_id = excluded.sujet_id, ip_id = excluded.ip_id,
                    cle = excluded.cle, etape = excluded.etape, etape_rang = excluded.etape_rang, mission = excluded.mission,
                    unite_id = excluded.unite_id, reference = excluded.reference, urgence = excluded.urgence,
                    echeance_id = excluded.echeance_id, date_legale = excluded.date_legale, en_consigne = excluded.en_consigne, objet_id = excluded.objet_id""",
                l.id(), l.sujet().type().name(), l.sujet().id(), l.ipId(), l.cle(), l.etape(), l.rang(), l.mission(), l.unite(), l.reference(),
                Timestamp.from(l.creeLe()), l.urgence(), l.echeanceId(), l.dateLegale(), l.enConsigne(), l.objet());
    }

    Fiche fiche(Sujet sujet) {
        return Optional.ofNullable(fiches(sujet.type(), Set.of(sujet.id())).get(sujet.id())).orElseThrow(Introuvable::new);
    }

    Map<UUID, Fiche> fiches(TypeSujet type, Set<UUID> ids) {
        return sujets.get().stream().filter(s -> s.type() == type).findFirst().map(s -> s.fiches(ids)).orElse(Map.of());
    }

    /**
     * The unit whose people find the task in their list: the one of the file whose type holds the mission in this département (49: the
     * CRIP decides on what an evaluation team reports). Failing that, the unit that leads.
     */
    private String unite(String mission, Fiche fiche) {
        List<String> candidates = Stream.of(fiche.unitePilote(), fiche.uniteRecueil(), departement.profil().recueil().uniteCentrale())
                .filter(Objects::nonNull).distinct().toList();
        List<String> types = departement.typesPour(Mission.deCode(mission).name());
        return candidates.stream().filter(u -> types.contains(typeDe(u))).findFirst().orElse(candidates.get(0));
    }

    /** The type of a unit never changes (another type is another unit): asked once. */
    private String typeDe(String unite) {
        return typesDesUnites.computeIfAbsent(unite, u -> departement.unite(u).map(Departement.UniteActive::type).orElse(""));
    }
}
