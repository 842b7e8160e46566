/**
 * The writing of a projet and its papers: the form model ({@code projets/*.yaml}), parts written by several at once, objectives and actions,
 * what the file already knows, the frozen content of a version, versions side by side, and the PDF given to each. What is printed reads the
 * frozen content alone.
 */
package fr.jalon.projet.redaction;
