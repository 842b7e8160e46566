package fr.jalon.courrier;

import java.util.Locale;
import java.util.Map;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes the text of a mail from its template; the first line is its subject. */
@Component
class Redaction {

    record Texte(String objet, String corps) {
    }

    /** An engine of its own: mails are text, the pages of the house are not Thymeleaf's. */
    private final SpringTemplateEngine moteur = new SpringTemplateEngine();
    private final String adresse;

    Redaction(@Value("${jalon.adresse:http://localhost:8080}") String adresse) {
        this.adresse = adresse.replaceAll("/+$", "");
        ClassLoaderTemplateResolver modeles = new ClassLoaderTemplateResolver();
        modeles.setPrefix("courriels/");
        modeles.setSuffix(".txt");
        modeles.setTemplateMode(TemplateMode.TEXT);
        modeles.setCharacterEncoding("UTF-8");
        moteur.setTemplateResolver(modeles);
    }

    /** @param valeurs as they were left; {@code chemin} becomes {@code lien}, with the address of this installation */
    Texte rediger(String modele, Map<String, String> valeurs) {
        Context contexte = new Context(Locale.FRENCH);
        valeurs.forEach(contexte::setVariable);
        contexte.setVariable("lien", adresse + valeurs.getOrDefault("chemin", "/"));
        String texte = moteur.process(modele, contexte);
        int fin = texte.indexOf('\n');
        return new Texte(texte.substring(0, fin).strip(), texte.substring(fin).strip() + "\n");
    }
}
