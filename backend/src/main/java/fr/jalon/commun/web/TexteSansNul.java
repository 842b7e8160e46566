package fr.jalon.commun.web;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import org.springframework.boot.jackson.JsonComponent;

/** Words of a form without the one character the database does not hold: refused at its field, as what cannot be read. */
@JsonComponent
class TexteSansNul {

    static class Lecteur extends com.fasterxml.jackson.databind.JsonDeserializer<String> {

        @Override
        public String deserialize(JsonParser lu, DeserializationContext contexte) throws IOException {
            String texte = StringDeserializer.instance.deserialize(lu, contexte);
            if (texte != null && texte.indexOf('\0') >= 0) {
                throw contexte.weirdStringException("", String.class, "caractère nul");
            }
            return texte;
        }
    }
}
