package fr.jalon.droits;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import fr.jalon.acces.Identite;
import fr.jalon.acces.Utilisateurs;
import fr.jalon.courrier.Impression;
import fr.jalon.courrier.Imprime;
import fr.jalon.departement.Departement;

import org.springframework.stereotype.Component;

/** What is printed of an elimination: the list sent for the visa, the certificate, and the lines its hash is computed from. */
@Component
class PapiersElimination {

    private final EliminationsEnBase base;
    private final Utilisateurs utilisateurs;
    private final Departement departement;
    private final Impression impression;

    PapiersElimination(EliminationsEnBase base, Utilisateurs utilisateurs, Departement departement, Impression impression) {
        this.base = base;
        this.utilisateurs = utilisateurs;
        this.departement = departement;
        this.impression = impression;
    }

    /** Files by number, rule and dates; no name. */
    byte[] bordereau(Elimination l) {
        return impression.imprimer(papier(l, "Bordereau d’élimination", l.proposeeLe(), null, null, null));
    }

    byte[] certificat(Elimination l, Instant le, Identite par, Map<String, Long> comptes, String sha) {
        return impression.imprimer(papier(l, "Certificat d’élimination", le, par, comptes, sha));
    }

    private Imprime papier(Elimination l, String titre, Instant le, Identite par, Map<String, Long> comptes, String sha) {
        Map<String, Object> valeurs = new HashMap<>();
        valeurs.put("titreDuPapier", titre);
        valeurs.put("numero", l.numero());
        valeurs.put("departement", departement.profil().nom());
        valeurs.put("proposeePar", utilisateurs.parId(l.proposeePar()).map(Utilisateurs.Personne::nomAffiche).orElse(""));
        valeurs.put("proposeeLe", l.proposeeLe());
        valeurs.put("visaPar", l.visaPar());
        valeurs.put("visaLe", l.visaLe());
        valeurs.put("visaReference", l.visaReference());
        valeurs.put("versementLe", l.versementLe());
        valeurs.put("versementReference", l.versementReference());
        valeurs.put("executeePar", par == null ? null : par.nomAffiche());
        valeurs.put("executeeLe", par == null ? null : le);
        valeurs.put("enfants", base.enfants(l.id()).size());
        valeurs.put("dossiers", base.dossiers(l.id()));
        valeurs.put("comptes", comptes);
        valeurs.put("empreinte", sha);
        return new Imprime("elimination", titre, titre + " de dossiers de protection de l’enfance", "Département · " + departement.profil().nom() + " · " + l.numero(), le,
                Imprime.Corps.NORMAL, valeurs);
    }

    /** Canonical: what the hash of the certificate is computed from, one fact a line. */
    String releve(Elimination l, Map<String, Long> comptes) {
        StringBuilder releve = new StringBuilder(l.numero()).append('\n').append(l.visaReference()).append('\n');
        base.dossiers(l.id()).forEach(d -> releve.append(d.reference()).append(' ').append(d.genre()).append(' ').append(d.finLe()).append(' ').append(d.echueLe()).append('\n'));
        new TreeMap<>(comptes).forEach((table, n) -> releve.append(table).append(' ').append(n).append('\n'));
        return releve.toString();
    }
}
