package fr.jalon.essai;

import fr.jalon.departement.Departement;
import fr.jalon.departement.DepartementDEssai;

import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * What counts and what reports, as another département has it, over the database of the running application: a second instance of a few
 * packages in a child context, where the application would take fifteen seconds to start again.
 */
public final class AutreDepartement {

    @Configuration
    @EnableTransactionManagement
    static class Transactions {
    }

    private AutreDepartement() {
    }

    /** To be closed by whoever opens it. */
    public static AnnotationConfigApplicationContext de(String code, ApplicationContext application) {
        AnnotationConfigApplicationContext ici = new AnnotationConfigApplicationContext();
        ici.setParent(application);
        ici.setEnvironment((ConfigurableEnvironment) application.getEnvironment());
        ici.registerBean("departement", Departement.class, () -> DepartementDEssai.de(code, application.getBean(JdbcClient.class)));
        ici.register(Transactions.class);
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(ici);
        scanner.addExcludeFilter(new RegexPatternTypeFilter(java.util.regex.Pattern.compile(".*\\.web\\..*|.*(IT|Test|Banc)(\\$.*)?")));
        scanner.scan("fr.jalon.indicateur", "fr.jalon.contrat", "fr.jalon.schema");
        ici.refresh();
        return ici;
    }
}
