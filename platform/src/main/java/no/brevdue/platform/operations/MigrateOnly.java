package no.brevdue.platform.operations;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/**
 * Ends a run that was only to migrate the schema. Flyway has migrated before any observer of the start is told; a schema
 * that cannot be migrated ends the run with a failure before this is reached.
 */
@ApplicationScoped
class MigrateOnly {

    private static final Logger LOGGER = Logger.getLogger(MigrateOnly.class);

    private final boolean migrateOnly;

    MigrateOnly(@ConfigProperty(name = "brevdue.migrate-only") boolean migrateOnly) {
        this.migrateOnly = migrateOnly;
    }

    void end(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent started) {
        if (migrateOnly) {
            LOGGER.info("The schema is migrated; this run was for nothing else");
            Quarkus.asyncExit(0);
        }
    }
}
