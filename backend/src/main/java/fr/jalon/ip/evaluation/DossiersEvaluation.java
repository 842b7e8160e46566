package fr.jalon.ip.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.dossier.FoyerEnfant;
import fr.jalon.dossier.GenreLien;
import fr.jalon.ip.InformationPreoccupante;
import fr.jalon.ip.InformationsPreoccupantes;
import fr.jalon.ip.MineurConcerne;
import fr.jalon.tache.EcheancesDesTaches;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Draws up the page of the mandate, in a fixed number of queries. */
@Service
@Transactional
public class DossiersEvaluation {

    private final Acces acces;
    private final GardesEvaluation gardes;
    private final InformationsPreoccupantes ips;
    private final Familles familles;
    private final Evaluateurs evaluateurs;
    private final Utilisateurs utilisateurs;
    private final Departement departement;
    private final Chronologie chronologie;
    private final Retenue retenue;
    private final ObjectProvider<EcheancesDesTaches> echeances;
    private final Horloge horloge;
    private final JdbcClient jdbc;

    DossiersEvaluation(Acces acces, GardesEvaluation gardes, InformationsPreoccupantes ips, Familles familles, Evaluateurs evaluateurs,
            Utilisateurs utilisateurs, Departement departement, Chronologie chronologie, Retenue retenue,
            ObjectProvider<EcheancesDesTaches> echeances, Horloge horloge, JdbcClient jdbc) {
        this.acces = acces;
        this.gardes = gardes;
        this.ips = ips;
        this.familles = familles;
        this.evaluateurs = evaluateurs;
        this.utilisateurs = utilisateurs;
        this.departement = departement;
        this.chronologie = chronologie;
        this.retenue = retenue;
        this.echeances = echeances;
        this.horloge = horloge;
        this.jdbc = jdbc;
    }

    public DossierEvaluation de(UUID ipId) {
        Sujet sujet = Sujet.ip(ipId);
        acces.exigerVue(sujet);
        gardes.noterOuverture(ipId);
        InformationPreoccupante ip = ips.findById(ipId).orElseThrow(Introuvable::new);
        FamilleEvaluee famille = familles.de(ipId);
        Map<String, String> unites = departement.noms();
        List<Evaluateurs.Evaluateur> equipe = evaluateurs.presents(ipId);
        Map<UUID, String> noms = utilisateurs.noms(equipe.stream().map(Evaluateurs.Evaluateur::utilisateurId).collect(Collectors.toSet()));
        EcheancesDesTaches dates = echeances.getIfAvailable();
        return new DossierEvaluation(ipId, ip.numero(), ip.etat().libelle(), ip.urgence(), ip.recueLe(), ip.qualifieeLe(),
                ip.voie() == null ? null : departement.profil().voies().stream().filter(v -> v.code().equals(ip.voie())).map(v -> v.libelle())
                        .findFirst().orElse(ip.voie()),
                dates == null ? null : dates.pour(sujet, "evaluer").map(EcheancesDesTaches.EcheanceTache::dateLegale).orElse(null),
                unites.get(ip.unitePilote()), acces.unites(sujet, Acces.Titre.ASSOCIEE).stream().map(unites::get).toList(), horloge.maintenant(),
                equipe.stream().map(e -> new DossierEvaluation.EvaluateurDossier(noms.get(e.utilisateurId()),
                        departement.profil().libelle("professions", e.profession()))).toList(),
                mineurs(famille), adultes(famille), liens(famille), foyers(famille), chronologie.informations(ip),
                chronologie.de(ip, famille), retenue.explications(ipId).stream().map(EvaluationVue.ConsigneEnVigueur::explication).toList());
    }

    private List<DossierEvaluation.MineurDossier> mineurs(FamilleEvaluee famille) {
        Map<UUID, String> sexes = new LinkedHashMap<>();
        jdbc.sql("select id, sexe from enfant where id = any (cast(? as uuid[]))")
                .param(famille.noms().values().stream().map(n -> n.canonique().toString()).toArray(String[]::new))
                .query(l -> {
                    sexes.put(Lignes.id(l, "id"), l.getString("sexe"));
                });
        return famille.mineurs().stream().map(m -> {
            var nom = famille.nom(m);
            return new DossierEvaluation.MineurDossier(m.id(), m.enfantId(), famille.affiche(m.id()), nom == null ? "" : nom.age(),
                    nom == null ? null : nom.naissance().le(), nom == null ? "INCONNUE" : nom.naissance().precision().name(),
                    nom == null ? "INCONNU" : sexes.getOrDefault(nom.canonique(), "INCONNU"), famille.aNaitre(m), m.origine());
        }).toList();
    }

    private static List<DossierEvaluation.AdulteDossier> adultes(FamilleEvaluee famille) {
        return famille.adultes().values().stream().map(a -> new DossierEvaluation.AdulteDossier(a.adulteId(), a.affiche(), a.civilite(),
                a.decesLe() != null, famille.liens().stream().filter(l -> l.adulteId().equals(a.adulteId()))
                        .map(l -> new DossierEvaluation.TieDossier(enfantDe(famille, l.enfantId()), l.qualite().name(), l.qualite().libelle(), l.exercice().name(),
                                l.exercice().libelle(), l.exercice().titulaire(), l.precision())).toList())).toList();
    }

    /** What is written on a merged child is shown on the child of the file. */
    private static UUID enfantDe(FamilleEvaluee famille, UUID identite) {
        return famille.mineurs().stream().map(MineurConcerne::enfantId).filter(e -> e.equals(identite)
                || famille.noms().containsKey(e) && famille.noms().get(e).canonique().equals(identite)).findFirst().orElse(identite);
    }

    private List<DossierEvaluation.LienDossier> liens(FamilleEvaluee famille) {
        String[] enfants = famille.mineurs().stream().map(m -> m.enfantId().toString()).toArray(String[]::new);
        return jdbc.sql("""
                select enfant_a, enfant_b, genre from lien_enfants where annule_le is null
                and enfant_a = any (cast(:e as uuid[])) and enfant_b = any (cast(:e as uuid[])) order by genre, enfant_a, enfant_b""")
                .param("e", enfants).query((l, n) -> new DossierEvaluation.LienDossier(Lignes.id(l, "enfant_a"), Lignes.id(l, "enfant_b"),
                        l.getString("genre"), GenreLien.valueOf(l.getString("genre")).libelle())).list();
    }

    private static List<DossierEvaluation.FoyerDossier> foyers(FamilleEvaluee famille) {
        Set<UUID> vus = new HashSet<>();
        List<DossierEvaluation.FoyerDossier> foyers = new ArrayList<>();
        for (FoyerEnfant f : famille.lieux()) {
            if (vus.add(f.foyerId())) {
                List<FoyerEnfant> memes = famille.lieux().stream().filter(x -> x.foyerId().equals(f.foyerId())).toList();
                FamilleEvaluee.Foyer nomme = famille.foyers().stream().filter(x -> x.id().equals(f.foyerId())).findFirst().orElseThrow();
                foyers.add(new DossierEvaluation.FoyerDossier(f.foyerId(), nomme.nom(), f.adresseProtegee() ? null : adresse(f), f.adresseProtegee(),
                        enfants(famille, memes), f.habitants().stream().filter(FoyerEnfant.Habitant::adulte).map(FoyerEnfant.Habitant::id).toList(),
                        enfants(famille, memes.stream().filter(FoyerEnfant::principal).toList())));
            }
        }
        return foyers;
    }

    private static List<UUID> enfants(FamilleEvaluee famille, List<FoyerEnfant> lieux) {
        return lieux.stream().map(l -> enfantDe(famille, l.enfantId())).distinct().toList();
    }

    private static String adresse(FoyerEnfant f) {
        return java.util.stream.Stream.of(f.adresse(), f.codePostal(), f.commune()).filter(x -> x != null && !x.isBlank())
                .collect(Collectors.joining(" "));
    }
}
