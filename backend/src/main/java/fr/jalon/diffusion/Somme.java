package fr.jalon.diffusion;

import java.util.List;

/**
 * A total a reader may subtract from. It need not add up exactly (a child of two units counts in both and once in the total): a reader who
 * supposes that it does must not be right by chance.
 */
public record Somme(String total, List<String> parties) {
}
