package fr.jalon.processus;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * Creates the engine's tables from the scripts of the engine's own jar, as the owner, so that the engine itself runs without the right
 * to alter a table. Frozen at 7.24: a later engine brings its upgrade scripts in a migration of its own.
 */
@Component
class V2__Moteur extends BaseJavaMigration {

    private static final String DOSSIER = "org/camunda/bpm/engine/db/create/activiti.postgres.create.";
    private static final List<String> SCRIPTS =
            List.of("engine", "identity", "history", "decision.engine", "decision.history");

    @Override
    public void migrate(Context contexte) {
        for (String script : SCRIPTS) {
            ScriptUtils.executeSqlScript(contexte.getConnection(),
                    new EncodedResource(new ClassPathResource(DOSSIER + script + ".sql"), StandardCharsets.UTF_8));
        }
    }
}
