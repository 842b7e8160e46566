package fr.jalon.mesure.attente;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of measures as acts would have left them, for tests of reads: {@code mesures.attend(unite).terme(40).ecrire()}. */
final class MesuresEcrites {

    private final JdbcClient jdbc;
    private final LocalDate jour;

    MesuresEcrites(JdbcClient jdbc, LocalDate jour) {
        this.jdbc = jdbc;
        this.jour = jour;
    }

    final class Une {
        private final String unite;
        private String etat = "ATTENTE_EXERCICE";
        private String cadre = "ADMINISTRATIF";
        private String produit = "MEP";
        private String exercice = "SERVICE";
        private String service;
        private LocalDate decideeLe = jour;
        private LocalDate terme;
        private LocalDate naissance = jour.minusYears(9);
        private UUID decision = UUID.randomUUID();

        private Une(String unite) {
            this.unite = unite;
        }

        Une etat(String e) {
            etat = e;
            return this;
        }

        Une cadre(String c) {
            cadre = c;
            return this;
        }

        Une produit(String p) {
            produit = p;
            return this;
        }

        Une exercice(String e) {
            exercice = e;
            return this;
        }

        Une service(String s) {
            service = s;
            return this;
        }

        Une depuis(int jours) {
            decideeLe = jour.minusDays(jours);
            return this;
        }

        Une terme(Integer jours) {
            terme = jours == null ? null : jour.plusDays(jours);
            return this;
        }

        Une ne(LocalDate le) {
            naissance = le;
            return this;
        }

        Une decision(UUID d) {
            decision = d;
            return this;
        }

        UUID ecrire() {
            UUID id = UUID.randomUUID();
            UUID enfant = UUID.randomUUID();
            jdbc.sql("""
                    insert into enfant(id, nom, prenoms, sexe, naissance_precision, naissance_le, cree_le)
                    values (?, 'Essai', 'Attente', 'INCONNU', 'EXACTE', ?, ?)""").params(enfant, naissance, Timestamp.from(Instant.now())).update();
            jdbc.sql("""
                    insert into mesure(id, numero, enfant_id, decision_id, origine, cadre, base_legale, produit, etat, unite_id, service_id, exercice,
                        autorite, decidee_le, terme, attente_depuis, affectee_le, demarree_le, saisie_le)
                    values (:id, :numero, :enfant, :decision, 'DIRECTE', :cadre, :base, :produit, :etat, :unite, :service, :exercice, 'PRESIDENT',
                        :decidee, :terme, :depuis, :affectee, :demarree, :saisie)""")
                    .param("id", id).param("numero", "ESSAI-" + id).param("enfant", enfant).param("decision", decision).param("cadre", cadre)
                    .param("base", cadre.equals("JUDICIAIRE") ? "AEMO" : "AED").param("produit", produit).param("etat", etat)
                    .param("unite", unite).param("service", service).param("exercice", exercice).param("decidee", decideeLe).param("terme", terme)
                    .param("depuis", etat.equals("ATTENTE_ACCORD") ? null : decideeLe).param("affectee", service == null ? null : decideeLe)
                    .param("demarree", etat.equals("EXERCEE") || etat.equals("SUSPENDUE") ? decideeLe : null)
                    .param("saisie", Timestamp.from(Instant.now())).update();
            jdbc.sql("insert into sujet_unite(sujet_type, sujet_id, unite_id, titre) values ('MESURE', ?, ?, 'PILOTE')").params(id, unite).update();
            return id;
        }
    }

    Une attend(String unite) {
        return new Une(unite);
    }

    void fratrie(UUID mesureA, UUID mesureB, boolean rompue) {
        UUID a = enfant(mesureA);
        UUID b = enfant(mesureB);
        boolean dans = a.toString().compareTo(b.toString()) < 0;
        jdbc.sql("insert into lien_enfants(id, enfant_a, enfant_b, genre, pose_le, annule_le) values (?, ?, ?, 'FRATRIE', ?, ?)")
                .params(UUID.randomUUID(), dans ? a : b, dans ? b : a, Timestamp.from(Instant.now()), rompue ? Timestamp.from(Instant.now()) : null).update();
    }

    private UUID enfant(UUID mesure) {
        return jdbc.sql("select enfant_id from mesure where id = ?").param(mesure).query(UUID.class).single();
    }

    /** What the tests left waiting or exercised in these units no longer is. */
    void effacer(String... unites) {
        jdbc.sql("update mesure set etat = 'ANNULEE' where unite_id = any(:unites)").param("unites", unites).update();
    }
}
