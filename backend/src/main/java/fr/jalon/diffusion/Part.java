package fr.jalon.diffusion;

/** A share printed under its own key: known with one of its two terms it gives the other, and both give those that are not counted. */
public record Part(String cle, String numerateur, String denominateur) {

    String reste() {
        return cle + "\u0000reste";
    }
}
