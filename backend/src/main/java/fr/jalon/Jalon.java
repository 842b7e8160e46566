package fr.jalon;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Jalon: child protection, from what comes in to the decision for each minor. */
@SpringBootApplication
public class Jalon {

    public static void main(String[] args) {
        SpringApplication.run(Jalon.class, args);
    }
}
