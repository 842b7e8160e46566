package fr.jalon.indicateur;

import java.io.StringReader;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a text of indicators and tells all that is wrong with it, each with its line and column. */
final class ValidationCatalogue {

    private static final Set<String> OBLIGATOIRES = new LinkedHashSet<>(List.of("code", "libelle", "unite", "groupe", "mesure", "compte", "date"));
    private static final Set<String> CLES = new TreeSet<>(Arrays.stream(Indicateur.class.getRecordComponents()).map(RecordComponent::getName).toList());
    /** Settings a formula does without. */
    private static final Set<String> FACULTATIFS = Set.of("filtre", "sauf", "enfants", "issue", "moins-de", "du", "mna", "fois", "moins", "depuis", "sur", "diviseur",
            "releve", "genre");
    private static final Map<String, Class<?>> FORMULES = formules();

    private final Vocabulaire mots;
    private final DocumentsDuCatalogue documents;
    private final Map<String, Indicateur> livres;
    private final List<ErreurCatalogue> erreurs = new ArrayList<>();
    private final Map<String, Mark> codes = new LinkedHashMap<>();
    /** Operands of the composed ones of this text. */
    private final Map<String, List<ScalarNode>> operandes = new LinkedHashMap<>();

    ValidationCatalogue(Vocabulaire mots, DocumentsDuCatalogue documents, Map<String, Indicateur> livres) {
        this.mots = mots;
        this.documents = documents;
        this.livres = livres;
    }

    private static Map<String, Class<?>> formules() {
        Map<String, Class<?>> formules = new LinkedHashMap<>();
        for (JsonSubTypes.Type t : Formule.class.getAnnotation(JsonSubTypes.class).value()) {
            formules.put(t.name(), t.value());
        }
        return formules;
    }

    /** Each formula with its settings, the obliged first. */
    static Map<String, List<MotsDuCatalogue.ReglageConnu>> formulesConnues() {
        Map<String, List<MotsDuCatalogue.ReglageConnu>> connues = new LinkedHashMap<>();
        FORMULES.forEach((nom, type) -> connues.put(nom, reglages(type).entrySet().stream().map(e -> new MotsDuCatalogue.ReglageConnu(e.getKey(), facultatif(type, e.getKey(), e.getValue()),
                e.getValue().getType().isEnum() ? Arrays.stream(e.getValue().getType().getEnumConstants()).map(v -> ((Enum<?>) v).name()).toList() : List.of()))
                .sorted(java.util.Comparator.comparing(MotsDuCatalogue.ReglageConnu::facultatif)).toList()));
        return connues;
    }

    private static boolean facultatif(Class<?> type, String cle, RecordComponent r) {
        return r.getType().isPrimitive() || FACULTATIFS.contains(cle) && !(cle.equals("genre") && type != FormuleSuivi.Familles.class)
                && !(cle.equals("releve") && type == FormuleSuivi.Nombres.class);
    }

    List<ErreurCatalogue> valider(String texte) {
        Node racine;
        try {
            racine = new Yaml(new LoaderOptions()).compose(new StringReader(texte));
        } catch (MarkedYAMLException e) {
            Mark m = e.getProblemMark();
            return List.of(new ErreurCatalogue(m == null ? 1 : m.getLine() + 1, m == null ? 1 : m.getColumn() + 1, "Ce texte n’est pas du YAML : " + e.getProblem() + "."));
        }
        if (racine == null) {
            return List.of();
        }
        if (!(racine instanceof SequenceNode suite)) {
            dire(racine, "Une liste d’indicateurs est attendue, chacun précédé d’un tiret.");
            return erreurs;
        }
        suite.getValue().forEach(this::indicateur);
        composees();
        erreurs.sort(java.util.Comparator.comparingInt(ErreurCatalogue::ligne).thenComparingInt(ErreurCatalogue::colonne));
        return erreurs;
    }

    private void dire(Node n, String message) {
        dire(n.getStartMark(), message);
    }

    private void dire(Mark m, String message) {
        erreurs.add(new ErreurCatalogue(m.getLine() + 1, m.getColumn() + 1, message));
    }

    private Map<String, NodeTuple> cles(MappingNode n) {
        Map<String, NodeTuple> cles = new LinkedHashMap<>();
        for (NodeTuple t : n.getValue()) {
            String cle = t.getKeyNode() instanceof ScalarNode s ? s.getValue() : "";
            if (cles.put(cle, t) != null) {
                dire(t.getKeyNode(), "« " + cle + " » est écrit deux fois.");
            }
        }
        return cles;
    }

    private void indicateur(Node n) {
        if (!(n instanceof MappingNode m)) {
            dire(n, "Un indicateur est attendu, avec son code, son libellé et sa mesure.");
            return;
        }
        Map<String, NodeTuple> cles = cles(m);
        cles.forEach((cle, t) -> {
            if (!CLES.contains(cle)) {
                dire(t.getKeyNode(), "« " + cle + " » n’est pas connu ; attendu : " + String.join(", ", CLES) + ".");
            }
        });
        OBLIGATOIRES.stream().filter(c -> !cles.containsKey(c)).forEach(c -> dire(n, "« " + c + " » manque."));
        String code = texte(cles.get("code"));
        if (code != null) {
            Node lieu = cles.get("code").getValueNode();
            if (!code.matches("[A-Z][A-Z0-9_]{2,59}")) {
                dire(lieu, "Le code « " + code + " » n’est pas fait de capitales, de chiffres et de « _ » (3 à 60).");
            } else if (livres.containsKey(code)) {
                dire(lieu, "Le code « " + code + " » est déjà celui d’un indicateur livré : « " + livres.get(code).libelle() + " ».");
            } else if (codes.put(code, lieu.getStartMark()) != null) {
                dire(lieu, "Le code « " + code + " » est déjà pris plus haut.");
            }
        }
        for (String cle : List.of("libelle", "unite", "groupe", "compte", "date", "lecture", "source")) {
            if (cles.containsKey(cle) && texte(cles.get(cle)) == null) {
                dire(cles.get(cle).getValueNode(), "« " + cle + " » est un texte.");
            }
        }
        for (String cle : List.of("inclus", "exclus")) {
            if (cles.containsKey(cle)) {
                textes(cles.get(cle).getValueNode(), cle);
            }
        }
        if (cles.containsKey("reference")) {
            Node lieu = cles.get("reference").getValueNode();
            (lieu instanceof SequenceNode ? textes(lieu, "reference") : List.of(lieu)).stream().filter(ScalarNode.class::isInstance).map(ScalarNode.class::cast)
                    .filter(r -> documents.ligne(r.getValue()).isEmpty()).forEach(r -> dire(r, "Aucune ligne de document n’a le code « " + r.getValue() + " »."));
        }
        if (cles.containsKey("dates")) {
            dates(cles.get("dates").getValueNode());
        }
        if (cles.containsKey("mesure")) {
            mesure(cles.get("mesure").getValueNode(), code);
        }
    }

    private static String texte(NodeTuple t) {
        return t != null && t.getValueNode() instanceof ScalarNode s && !s.getValue().isBlank() ? s.getValue() : null;
    }

    private List<ScalarNode> textes(Node n, String cle) {
        if (!(n instanceof SequenceNode suite)) {
            dire(n, "« " + cle + " » est une liste.");
            return List.of();
        }
        List<ScalarNode> textes = new ArrayList<>();
        for (Node e : suite.getValue()) {
            if (e instanceof ScalarNode s) {
                textes.add(s);
            } else {
                dire(e, "« " + cle + " » est une liste de textes.");
            }
        }
        return textes;
    }

    private void dates(Node n) {
        if (!(n instanceof MappingNode m)) {
            dire(n, "« dates » donne un jour à chaque année : {2023: 2023-06-30}.");
            return;
        }
        cles(m).forEach((annee, t) -> {
            if (!annee.matches("(19|20)\\d\\d")) {
                dire(t.getKeyNode(), "« " + annee + " » n’est pas une année.");
            }
            try {
                LocalDate.parse(String.valueOf(texte(t)));
            } catch (DateTimeException e) {
                dire(t.getValueNode(), "« " + texte(t) + " » n’est pas un jour (AAAA-MM-JJ).");
            }
        });
    }

    private void mesure(Node n, String code) {
        if (!(n instanceof MappingNode m)) {
            dire(n, "« mesure » dit la formule et ses réglages : {formule: …}.");
            return;
        }
        Map<String, NodeTuple> cles = cles(m);
        String nom = texte(cles.get("formule"));
        Class<?> type = nom == null ? null : FORMULES.get(nom);
        if (type == null) {
            dire(cles.containsKey("formule") ? cles.get("formule").getValueNode() : n,
                    nom == null ? "« formule » manque." : "La formule « " + nom + " » n’est pas connue ; attendu : " + String.join(", ", FORMULES.keySet()) + ".");
            return;
        }
        Map<String, RecordComponent> reglages = reglages(type);
        cles.forEach((cle, t) -> {
            if (!cle.equals("formule")) {
                RecordComponent r = reglages.get(cle);
                if (r == null) {
                    dire(t.getKeyNode(), "La formule « " + nom + " » n’a pas de réglage « " + cle + " » ; attendu : " + String.join(", ", reglages.keySet()) + ".");
                } else {
                    reglage(type, cle, r.getGenericType(), t.getValueNode(), code);
                }
            }
        });
        reglages.forEach((cle, r) -> {
            if (!facultatif(type, cle, r) && !cles.containsKey(cle)) {
                dire(n, "La formule « " + nom + " » demande « " + cle + " ».");
            }
        });
    }

    /** By the name they are written under. */
    private static Map<String, RecordComponent> reglages(Class<?> type) {
        Map<String, RecordComponent> reglages = new LinkedHashMap<>();
        for (RecordComponent c : type.getRecordComponents()) {
            JsonProperty nomme = c.getAccessor().getAnnotation(JsonProperty.class);
            reglages.put(nomme != null && !nomme.value().isEmpty() ? nomme.value() : c.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT), c);
        }
        return reglages;
    }

    private void reglage(Class<?> formule, String cle, Type type, Node n, String code) {
        if (type instanceof ParameterizedType p && p.getRawType() == Map.class) {
            filtre(n);
        } else if (type instanceof ParameterizedType) {
            List<ScalarNode> textes = textes(n, cle);
            if (FormuleComposee.class.isAssignableFrom(formule)) {
                textes.forEach(t -> operande(code, t));
            } else {
                Set<String> connus = cle.equals("bases") ? mots.bases() : cle.equals("unites") ? mots.unites() : null;
                textes.stream().filter(t -> connus != null && !connus.contains(t.getValue())).forEach(t -> dire(t, inconnu(cle, t.getValue(), connus)));
            }
        } else if (type instanceof Class<?> c && c.isRecord()) {
            objet(n, c);
        } else if (!(n instanceof ScalarNode s)) {
            dire(n, "« " + cle + " » est une seule valeur.");
        } else if (type instanceof Class<?> c) {
            scalaire(formule, cle, c, s, code);
        }
    }

    private void scalaire(Class<?> formule, String cle, Class<?> type, ScalarNode s, String code) {
        String v = s.getValue();
        if (type.isEnum()) {
            List<String> connus = Arrays.stream(type.getEnumConstants()).map(e -> ((Enum<?>) e).name()).toList();
            if (!connus.contains(v)) {
                dire(s, inconnu(cle, v, connus));
            }
        } else if (type == int.class || type == Integer.class) {
            if (!v.matches("\\d{1,4}")) {
                dire(s, "« " + cle + " » est un nombre entier.");
            } else if (cle.equals("fois") && !Set.of("1", "100", "1000").contains(v)) {
                dire(s, "« fois » vaut 1, 100 ou 1000.");
            } else if (cle.equals("diviseur") && v.matches("0+")) {
                dire(s, "« diviseur » ne peut pas être zéro.");
            }
        } else if (type == boolean.class || type == Boolean.class) {
            if (!Set.of("true", "false").contains(v)) {
                dire(s, "« " + cle + " » vaut true ou false.");
            }
        } else if (FormuleComposee.class.isAssignableFrom(formule)) {
            operande(code, s);
        } else if (cle.equals("genre") || formule == FormuleMesure.Delai.class && Set.of("de", "a").contains(cle)) {
            parmi(s, "Le genre de période", mots.genres());
        } else if (cle.equals("type")) {
            parmi(s, "L’événement", mots.actes());
        } else if (cle.equals("releve")) {
            parmi(s, "Le repère", mots.releves());
        } else if (cle.equals("issue") && formule == Formule.Entrantes.class) {
            parmi(s, "L’issue", Set.of("IP", "TRANSMISE", "NON_QUALIFIEE", "JOINTE", "ATTENTE"));
        } else if (cle.equals("dimension") || cle.equals("champ")) {
            parmi(s, "La dimension", mots.dimensions());
        }
    }

    private void parmi(ScalarNode s, String quoi, Collection<String> connus) {
        if (!connus.contains(s.getValue())) {
            dire(s, quoi + " « " + s.getValue() + " » n’est pas connu" + (quoi.startsWith("La ") ? "e" : "") + proche(s.getValue(), connus));
        }
    }

    private static String inconnu(String cle, String valeur, Collection<String> connus) {
        return "« " + valeur + " » n’est pas connu pour « " + cle + " »" + proche(valeur, connus);
    }

    private static String proche(String valeur, Collection<String> connus) {
        return connus.isEmpty() ? "." : " ; attendu : " + String.join(", ", new TreeSet<>(connus)) + ".";
    }

    private void objet(Node n, Class<?> type) {
        if (!(n instanceof MappingNode m)) {
            dire(n, "Des réglages sont attendus entre accolades.");
            return;
        }
        Map<String, RecordComponent> reglages = reglages(type);
        Map<String, NodeTuple> cles = cles(m);
        cles.forEach((cle, t) -> {
            if (!reglages.containsKey(cle)) {
                dire(t.getKeyNode(), "« " + cle + " » n’est pas connu ici ; attendu : " + String.join(", ", reglages.keySet()) + ".");
            } else {
                reglage(type, cle, reglages.get(cle).getGenericType(), t.getValueNode(), null);
            }
        });
        if (type == FormuleCroisee.Condition.class && !cles.containsKey("genre")) {
            dire(n, "« genre » manque.");
        }
    }

    private void filtre(Node n) {
        if (!(n instanceof MappingNode m)) {
            dire(n, "Un filtre dit les valeurs de chaque dimension : {produit: [AED]}.");
            return;
        }
        cles(m).forEach((dimension, t) -> {
            if (!mots.dimensions().contains(dimension)) {
                dire(t.getKeyNode(), inconnu("filtre", dimension, mots.dimensions()));
            }
            Set<String> connues = mots.valeurs(dimension);
            textes(t.getValueNode(), dimension).stream().filter(v -> connues != null && !"ABSENT".equals(v.getValue()) && !connues.contains(v.getValue()))
                    .forEach(v -> dire(v, inconnu(dimension, v.getValue(), connues)));
        });
    }

    private void operande(String code, ScalarNode s) {
        operandes.computeIfAbsent(code == null ? "" : code, k -> new ArrayList<>()).add(s);
    }

    /** Once every code of the text is read. */
    private void composees() {
        Map<String, List<String>> graphe = new HashMap<>();
        livres.values().stream().filter(i -> i.mesure() instanceof FormuleComposee).forEach(i -> graphe.put(i.code(), ((FormuleComposee) i.mesure()).operandes()));
        operandes.forEach((code, siens) -> graphe.put(code, siens.stream().map(ScalarNode::getValue).toList()));
        operandes.forEach((code, siens) -> siens.forEach(s -> {
            String o = s.getValue();
            LigneDocument ligne = documents.ligne(o).orElse(null);
            if (ligne == null && !codes.containsKey(o) && !livres.containsKey(o)) {
                dire(s, "« " + o + " » n’est ni un indicateur du catalogue, ni une ligne de document.");
            } else if (ligne != null && Set.of(LigneDocument.Nature.TEXTE, LigneDocument.Nature.OUI_NON, LigneDocument.Nature.DOCUMENT).contains(ligne.nature())) {
                dire(s, "« " + o + " » n’est pas un nombre (" + ligne.nature().name().toLowerCase(Locale.ROOT).replace('_', '-') + ") : il n’entre dans aucun calcul.");
            } else if (revient(o, code, graphe, new HashSet<>())) {
                dire(s, "« " + code + " » se calcule à partir de lui-même, par « " + o + " ».");
            }
        }));
    }

    private static boolean revient(String de, String a, Map<String, List<String>> graphe, Set<String> vus) {
        return de.equals(a) || vus.add(de) && graphe.getOrDefault(de, List.of()).stream().anyMatch(x -> revient(x, a, graphe, vus));
    }
}
