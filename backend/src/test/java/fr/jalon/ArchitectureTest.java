package fr.jalon;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RestController;

/** The arrows of the house: what each package-info says is what the code does. */
class ArchitectureTest {

    private static final JavaClasses CODE = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("fr.jalon");

    @Test
    void capabilities_call_each_other_without_cycle_and_by_their_public_face() {
        ApplicationModules.of(Jalon.class).verify();
    }

    @Test
    void only_the_package_of_the_engine_imports_it() {
        noClasses().that().resideOutsideOfPackage("fr.jalon.processus..").should().dependOnClassesThat()
                .resideInAnyPackage("org.camunda..", "org.operaton..").check(CODE);
    }

    @Test
    void controllers_live_in_a_web_package_and_are_nobodys_business() {
        classes().that().areAnnotatedWith(RestController.class).should().resideInAPackage("..web..").andShould().bePackagePrivate().check(CODE);
    }

    @Test
    void business_dates_come_from_the_business_clock() {
        noClasses().that().resideOutsideOfPackages("fr.jalon.commun.temps..").should().callMethod(java.time.LocalDate.class, "now")
                .orShould().callMethod(java.time.LocalDateTime.class, "now").orShould().callMethod(java.time.ZonedDateTime.class, "now")
                .check(CODE);
    }

    @Test
    void indicators_read_events_and_periods_and_no_file() {
        noClasses().that().resideInAPackage("fr.jalon.indicateur..").should().dependOnClassesThat()
                .resideInAnyPackage("fr.jalon.ip..", "fr.jalon.tache..", "fr.jalon.echeance..").allowEmptyShould(true).check(CODE);
    }
}
