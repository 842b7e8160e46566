package fr.jalon.essai;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * The whole application on a real database, shared by the tests that use it as it is: keep it free of properties of your own. Whoever moves
 * the clock, changes the rules or lives for years takes a house apart ({@code @TestPropertySource(properties = "jalon.essai=…")}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = {"jalon.demonstration=true", "jalon.demo.peupler=false", "camunda.bpm.job-execution.enabled=false",
    "jalon.travaux=false"})
@AutoConfigureMockMvc
public @interface TestIntegration {
}
