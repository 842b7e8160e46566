package fr.jalon.mesure;

import java.util.List;

import fr.jalon.echeance.Attendue;

/** Due dates a part of the life of a measure asks for besides its own (notice to the judge before a change of place): the part implements it. */
public interface AttentesMesure {

    List<Attendue> de(Mesure mesure);
}
