package fr.jalon.acces.droits;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.validation.Validator;
import org.springframework.web.bind.support.ConfigurableWebBindingInitializer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** Forms are not checked meanwhile, so that the right is asked before anything else. */
@Lazy
@Component
class SansControle {

    interface Travail {
        void faire() throws Exception;
    }

    private final RequestMappingHandlerAdapter adaptateur;

    SansControle(RequestMappingHandlerAdapter adaptateur) {
        this.adaptateur = adaptateur;
    }

    void faire(Travail travail) throws Exception {
        ConfigurableWebBindingInitializer liaison = (ConfigurableWebBindingInitializer) adaptateur.getWebBindingInitializer();
        Validator validateur = liaison.getValidator();
        liaison.setValidator(null);
        try {
            travail.faire();
        } finally {
            liaison.setValidator(validateur);
        }
    }
}
