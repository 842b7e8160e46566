package fr.jalon.acces;

import fr.jalon.commun.TypeSujet;

/**
 * Subjects of a type that are for named people only. Whoever owns the type says which; {@link Acces} then keeps them from everybody else,
 * whatever their units, for one subject and in every list. Background work has no name and is kept from nothing.
 */
public interface Reserve {

    TypeSujet type();

    /** A query of the ids kept from the person called {@code :accesQui}, few whatever the table: it is read once a query. */
    String tus();
}
