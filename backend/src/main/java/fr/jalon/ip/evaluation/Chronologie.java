package fr.jalon.ip.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mur;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.dossier.Dossiers;
import fr.jalon.ip.CritereL2264;
import fr.jalon.ip.EtatIp;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.MineurConcerne;
import fr.jalon.ip.reception.RegardTransmetteur;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All that is known of the children of an IP before it and beside it. Files of units the reader is not in are told as dated facts with
 * the unit to ask; their words stay there.
 */
@Component
class Chronologie {

    /** One known fact; several children of the IP may share it. */
    private record Ligne(UUID id, UUID enfantId, LocalDate le, String genre, String titre, String detail, String unite, boolean visible) {
    }

    private final JdbcClient jdbc;
    private final Mur mur;
    private final Dossiers dossiers;
    private final Acces acces;
    private final Departement departement;
    private final Horloge horloge;

    Chronologie(JdbcClient jdbc, Mur mur, Dossiers dossiers, Acces acces, Departement departement, Horloge horloge) {
        this.jdbc = jdbc;
        this.mur = mur;
        this.dossiers = dossiers;
        this.acces = acces;
        this.departement = departement;
        this.horloge = horloge;
    }

    /** What was received about this IP, the first and its complements; a professional sender is named to whom {@link RegardTransmetteur} says. */
    List<DossierEvaluation.InformationDossier> informations(InformationPreoccupante ip) {
        RegardTransmetteur regard = new RegardTransmetteur(IdentiteCourante.exiger(), departement.profil().recueil());
        Set<String> mandatees = new HashSet<>(acces.unites(Sujet.ip(ip.id()), Acces.Titre.PILOTE));
        mandatees.addAll(acces.unites(Sujet.ip(ip.id()), Acces.Titre.ASSOCIEE));
        return jdbc.sql("select * from information_entrante where ip_id = :ip or id = :initiale order by recue_le, id")
                .param("ip", ip.id()).param("initiale", ip.informationInitialeId())
                .query((l, n) -> {
                    boolean nomme = l.getBoolean("transmetteur_professionnel") && !l.getBoolean("transmetteur_anonyme")
                            && !l.getBoolean("transmetteur_confidentiel")
                            && regard.voit(true, l.getString("unite_id"), l.getString("unite_saisie"), Lignes.id(l, "saisie_par"), mandatees);
                    String qualite = l.getString("transmetteur_qualite");
                    return new DossierEvaluation.InformationDossier(Lignes.id(l, "id"), l.getString("numero"), Lignes.instant(l, "recue_le"),
                            libelle("natures", l.getString("nature")), libelle("origines", l.getString("origine")),
                            nomme ? joindre(l.getString("transmetteur_nom"), qualite) : null, !nomme, l.getString("faits"),
                            l.getString("parents_informes"), Lignes.id(l, "id").equals(ip.informationInitialeId()));
                }).list();
    }

    List<DossierEvaluation.FaitDossier> de(InformationPreoccupante ip, FamilleEvaluee famille) {
        Map<UUID, UUID> mineurDe = enfants(famille);
        String[] enfants = mineurDe.keySet().stream().map(UUID::toString).toArray(String[]::new);
        // What stands elsewhere is told as a dated fact: each line says whether the rule lets its words be read, and loses them here otherwise.
        List<Ligne> lignes = mur.parLaMaison(() -> {
            List<Ligne> toutes = new ArrayList<>();
            toutes.addAll(informationsAnterieures(ip, enfants));
            toutes.addAll(autresIp(ip, enfants));
            toutes.addAll(decisions(ip, enfants));
            toutes.addAll(signalements(enfants));
            return toutes;
        });
        Map<String, String> unites = departement.noms();
        Map<UUID, Ligne> parFait = new LinkedHashMap<>();
        Map<UUID, Set<UUID>> concernes = new HashMap<>();
        lignes.stream().sorted(Comparator.comparing(Ligne::le).thenComparing(Ligne::genre).thenComparing(Ligne::id)).forEach(l -> {
            parFait.putIfAbsent(l.id(), l);
            concernes.computeIfAbsent(l.id(), k -> new LinkedHashSet<>()).add(mineurDe.get(l.enfantId()));
        });
        return parFait.values().stream().map(l -> new DossierEvaluation.FaitDossier(l.le(), l.genre(), l.titre(), l.visible() ? l.detail() : null,
                unites.get(l.unite()), List.copyOf(concernes.get(l.id())), !l.visible())).toList();
    }

    /** Every identity a child was known by leads to the child of the file. */
    private Map<UUID, UUID> enfants(FamilleEvaluee famille) {
        Map<UUID, UUID> mineurDe = new LinkedHashMap<>();
        for (MineurConcerne m : famille.mineurs()) {
            dossiers.identites(m.enfantId()).forEach(e -> mineurDe.put(e, m.enfantId()));
            mineurDe.put(m.enfantId(), m.enfantId());
        }
        return mineurDe;
    }

    private List<Ligne> informationsAnterieures(InformationPreoccupante ip, String[] enfants) {
        Acces.Filtre vue = acces.filtre("'INFORMATION'", "i.id");
        return jdbc.sql("select i.*, m.enfant_id, " + vue.sql() + " as visible from information_mineur m join information_entrante i on i.id = m.information_id"
                        + " where m.enfant_id = any (cast(:enfants as uuid[])) and i.ip_id is distinct from :ip and i.id <> :initiale")
                .param("enfants", enfants).param("ip", ip.id()).param("initiale", ip.informationInitialeId()).params(vue.parametres())
                .query((l, n) -> ligne(l, "information", "recue_le", "Information reçue, " + libelle("natures", l.getString("nature")), l.getString("faits"),
                        l.getString("unite_id"))).list();
    }

    private List<Ligne> autresIp(InformationPreoccupante ip, String[] enfants) {
        Acces.Filtre vue = acces.filtre("'IP'", "p.id");
        return jdbc.sql("select p.*, m.enfant_id, " + vue.sql() + " as visible from mineur_concerne m join information_preoccupante p on p.id = m.ip_id"
                        + " where m.enfant_id = any (cast(:enfants as uuid[])) and m.retire_le is null and p.id <> :ip")
                .param("enfants", enfants).param("ip", ip.id()).params(vue.parametres())
                .query((l, n) -> ligne(l, "ip", "recue_le", "Information préoccupante " + l.getString("numero"), EtatIp.valueOf(l.getString("etat")).libelle(),
                        l.getString("unite_pilote"))).list();
    }

    private List<Ligne> decisions(InformationPreoccupante ip, String[] enfants) {
        Acces.Filtre vue = acces.filtre("'IP'", "d.ip_id");
        List<Ligne> decidees = jdbc.sql("select d.*, m.enfant_id, p.numero, p.unite_pilote, " + vue.sql() + " as visible from decision_mineur d join mineur_concerne m"
                        + " on m.id = d.mineur_id join information_preoccupante p on p.id = d.ip_id"
                        + " where m.enfant_id = any (cast(:enfants as uuid[])) and d.annulee_le is null and d.ip_id <> :ip")
                .param("enfants", enfants).param("ip", ip.id()).params(vue.parametres())
                .query((l, n) -> ligne(l, "decision", "decidee_le", "Décision, " + l.getString("numero"), issue(l), l.getString("unite_pilote"))).list();
        Acces.Filtre rapport = acces.filtre("'IP'", "c.ip_id");
        List<Ligne> evaluees = jdbc.sql("select c.mineur_id as id, c.conclusion, m.enfant_id, p.numero, p.unite_pilote, p.rapport_rendu_le, " + rapport.sql()
                        + " as visible from conclusion_mineur c join mineur_concerne m on m.id = c.mineur_id join information_preoccupante p on p.id = c.ip_id"
                        + " where m.enfant_id = any (cast(:enfants as uuid[])) and p.rapport_rendu_le is not null and c.conclusion is not null and c.ip_id <> :ip")
                .param("enfants", enfants).param("ip", ip.id()).params(rapport.parametres())
                .query((l, n) -> ligne(l, "evaluation", "rapport_rendu_le", "Évaluation, " + l.getString("numero"),
                        "Conclusion\u00a0: " + ConclusionEvaluation.valueOf(l.getString("conclusion")).libelle().toLowerCase(java.util.Locale.FRENCH),
                        l.getString("unite_pilote"))).list();
        List<Ligne> toutes = new ArrayList<>(decidees);
        toutes.addAll(evaluees);
        return toutes;
    }

    private List<Ligne> signalements(String[] enfants) {
        Acces.Filtre vue = acces.filtre("'IP'", "s.ip_id");
        return jdbc.sql("select s.*, m.enfant_id, p.numero, p.unite_pilote, " + vue.sql() + " as visible from signalement s join mineur_concerne m on m.id = s.mineur_id"
                        + " join information_preoccupante p on p.id = s.ip_id"
                        + " where m.enfant_id = any (cast(:enfants as uuid[])) and s.annule_le is null")
                .param("enfants", enfants).params(vue.parametres())
                .query((l, n) -> ligne(l, "signalement", "transmis_le", "Signalement, " + l.getString("numero"),
                        CritereL2264.valueOf(l.getString("critere")).libelle(), l.getString("unite_pilote"))).list();
    }

    private Ligne ligne(ResultSet l, String genre, String date, String titre, String detail, String unite) throws SQLException {
        return new Ligne(Lignes.id(l, "id"), Lignes.id(l, "enfant_id"), horloge.jour(Lignes.instant(l, date)), genre, titre, detail, unite,
                l.getBoolean("visible"));
    }

    private String issue(ResultSet l) throws SQLException {
        String aide = l.getString("nature_aide");
        String issue = switch (l.getString("issue")) {
            case "CLASSEMENT" -> "Classement";
            case "DROIT_COMMUN" -> "Accompagnement de droit commun";
            case "AIDE_ADMINISTRATIVE" -> "Aide ou mesure administrative";
            default -> "Saisine de l’autorité judiciaire";
        };
        return aide == null ? issue : issue + "\u00a0: " + libelle("aides", aide);
    }

    private String libelle(String liste, String code) {
        return code == null ? null : departement.profil().libelle(liste, code);
    }

    private static String joindre(String nom, String qualite) {
        return nom == null ? qualite : qualite == null ? nom : nom + ", " + qualite;
    }
}
