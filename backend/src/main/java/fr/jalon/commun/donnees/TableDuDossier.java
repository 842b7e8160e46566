package fr.jalon.commun.donnees;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One table, and what the house does with its rows about a child. Conditions are SQL on the row {@code t}, with the parameters of
 * {@link Cles}. Built once, read only.
 */
public final class TableDuDossier {

    /** What becomes of the rows at the purge. */
    public enum Sort {
        /** The rows go. */
        EFFACEE,
        /** The rows stay, their words go: {@link #remplacement} says how. */
        VIDEE,
        /** The rows stay as they are: they name nobody. */
        GARDEE,
        /** No row is about a child. */
        HORS_DOSSIER
    }

    private final String nom;
    private final String condition;
    private Sort sort = Sort.EFFACEE;
    private String raison;
    private String remplacement;
    private String exportSi = "true";
    private String effaceSi = "true";
    private boolean enDernier;
    private boolean exportee;
    private Chapitre chapitre;
    private String titre;
    private String dossier = "null";
    private String depuis;
    private String ordre = "1";
    private String cle = "cast(t.id as text)";
    private Nature nature = Nature.ORDINAIRE;
    private String natureSi;
    private final List<Colonne> lignes = new ArrayList<>();
    private final Set<String> autres = new LinkedHashSet<>();

    private TableDuDossier(String nom, String condition) {
        this.nom = nom;
        this.condition = condition;
    }

    /** Rows about the children of the keys. */
    public static TableDuDossier de(String nom, String condition) {
        return new TableDuDossier(nom, condition);
    }

    public static TableDuDossier horsDossier(String nom, String raison) {
        TableDuDossier t = new TableDuDossier(nom, "false");
        t.sort = Sort.HORS_DOSSIER;
        t.raison = raison;
        return t;
    }

    /** Says nothing a person could read (an index, a link of the engine): it is erased and never given. */
    public TableDuDossier technique(String pourquoi) {
        this.raison = pourquoi;
        return this;
    }

    /** Kept at the purge; says why that names nobody. */
    public TableDuDossier gardee(String pourquoi) {
        this.sort = Sort.GARDEE;
        this.raison = pourquoi;
        return this;
    }

    /** Kept at the purge without its words. {@code remplacement}: what stands after SET, or a whole statement that begins by « select ». */
    public TableDuDossier videe(String remplacement, String pourquoi) {
        this.sort = Sort.VIDEE;
        this.remplacement = remplacement;
        this.raison = pourquoi;
        return this;
    }

    /** A part of what is given: its chapter, its title, and the id of the file whose number follows the title (or null). */
    public TableDuDossier piece(Chapitre chapitre, String titre, String dossier) {
        this.exportee = true;
        this.chapitre = chapitre;
        this.titre = titre;
        this.dossier = dossier == null ? "null" : dossier;
        return this;
    }

    public TableDuDossier nature(Nature nature) {
        this.nature = nature;
        return this;
    }

    /** A condition on the row that makes its part one of justice. */
    public TableDuDossier justiceSi(String condition) {
        this.natureSi = condition;
        return this;
    }

    public TableDuDossier depuis(String source) {
        this.depuis = source;
        return this;
    }

    public TableDuDossier ordre(String colonnes) {
        this.ordre = colonnes;
        return this;
    }

    /** What tells a row from the others of its table, as text, when it is not {@code id}. */
    public TableDuDossier cle(String expression) {
        this.cle = expression;
        return this;
    }

    /** Narrower than the condition: rows of brothers and sisters in the same file are erased with it and not given. */
    public TableDuDossier exportSi(String condition) {
        this.exportSi = condition;
        return this;
    }

    /** Narrower than the condition: somebody else's file still needs the row. */
    public TableDuDossier effaceSi(String condition) {
        this.effaceSi = condition;
        this.enDernier = true;
        return this;
    }

    public TableDuDossier dit(String libelle, String colonne) {
        return ajouter(libelle, "t." + colonne, Colonne.Genre.VALEUR, null, colonne);
    }

    /** @param sql expression; {@code colonnes} are those it answers for */
    public TableDuDossier ditAutrement(String libelle, String sql, String... colonnes) {
        return ajouter(libelle, sql, Colonne.Genre.VALEUR, null, colonnes);
    }

    public TableDuDossier code(String libelle, String colonne) {
        return ajouter(libelle, "t." + colonne, Colonne.Genre.CODE, null, colonne);
    }

    public TableDuDossier code(String libelle, String colonne, String liste) {
        return ajouter(libelle, "t." + colonne, Colonne.Genre.CODE, liste, colonne);
    }

    public TableDuDossier genre(Colonne.Genre genre, String libelle, String colonne) {
        return ajouter(libelle, "t." + colonne, genre, null, colonne);
    }

    public TableDuDossier agent(String libelle, String colonne) {
        return genre(Colonne.Genre.AGENT, libelle, colonne);
    }

    public TableDuDossier unite(String libelle, String colonne) {
        return genre(Colonne.Genre.UNITE, libelle, colonne);
    }

    /** Columns never given, whoever asks: who transmitted, a withheld address, encrypted bytes. */
    public TableDuDossier tait(String... colonnes) {
        return interne(colonnes);
    }

    /** Ids, versions, links: they say nothing to a reader. */
    public TableDuDossier interne(String... colonnes) {
        autres.addAll(List.of(colonnes));
        return this;
    }

    private TableDuDossier ajouter(String libelle, String sql, Colonne.Genre genre, String liste, String... colonnes) {
        lignes.add(new Colonne(libelle, sql, genre, liste, List.of(colonnes)));
        return this;
    }

    public String nom() {
        return nom;
    }

    public String condition() {
        return condition;
    }

    public Sort sort() {
        return sort;
    }

    public String raison() {
        return raison;
    }

    public String remplacement() {
        return remplacement;
    }

    public String effaceSi() {
        return effaceSi;
    }

    public boolean enDernier() {
        return enDernier;
    }

    public boolean exportee() {
        return exportee;
    }

    public Chapitre chapitre() {
        return chapitre;
    }

    public String titre() {
        return titre;
    }

    public Nature nature() {
        return nature;
    }

    public List<Colonne> lignes() {
        return List.copyOf(lignes);
    }

    /** Every column somebody answered for. */
    public Set<String> colonnes() {
        Set<String> toutes = new LinkedHashSet<>(autres);
        lignes.forEach(l -> toutes.addAll(l.colonnes()));
        return toutes;
    }

    /** Reads the rows that are given: {@code dossier__}, {@code cle__}, {@code justice__}, then one column a line, in order. */
    public String lecture() {
        StringBuilder sql = new StringBuilder("select ").append(dossier).append(" as dossier__, ").append(cle).append(" as cle__, (")
                .append(natureSi == null ? "false" : natureSi).append(") as justice__");
        for (int i = 0; i < lignes.size(); i++) {
            sql.append(", ").append(lignes.get(i).sql()).append(" as l").append(i);
        }
        return sql.append(" from ").append(depuis == null ? nom + " t" : depuis).append(" where (").append(condition).append(") and (")
                .append(exportSi).append(") order by 1, ").append(ordre).toString();
    }
}
