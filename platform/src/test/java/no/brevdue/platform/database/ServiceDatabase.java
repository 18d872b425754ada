package no.brevdue.platform.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import no.brevdue.platform.testing.PostgresResource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** A service's database without the service: its roles and the platform's tables, for tests of the mechanism itself. */
public final class ServiceDatabase implements AutoCloseable {

    private final PostgresResource postgres = new PostgresResource();
    private final AgroalDataSource request;
    private final AgroalDataSource worker;
    private final Jdbi owner;
    private final String url;

    public ServiceDatabase(String service, String... templates) {
        Map<String, String> settings = postgres.start(service);
        url = String.valueOf(settings.get("brevdue.database.url"));
        String password = String.valueOf(settings.get("brevdue.database.owner-password"));
        owner = Jdbi.create(url, service + "_owner", password).installPlugin(new PostgresPlugin());
        request = pool(url, service + "_request", password);
        worker = pool(url, service + "_worker", password);
        for (String template : templates) {
            owner.useHandle(handle -> handle.createScript(text(template).replace("{service}", service))
                    .execute());
        }
    }

    /** As the service has it; requests are nobody's. */
    public Database database() {
        return new Database(request, worker, () -> RowScope.NOBODY);
    }

    public String url() {
        return url;
    }

    public Jdbi owner() {
        return owner;
    }

    @Override
    public void close() {
        request.close();
        worker.close();
        postgres.stop();
    }

    private static AgroalDataSource pool(String url, String role, String password) {
        try {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(pool -> pool.maxSize(10)
                            .exceptionSorter(new PostgreSQLExceptionSorter())
                            .acquisitionTimeout(Duration.ofSeconds(5))
                            .connectionFactoryConfiguration(connection -> connection
                                    .jdbcUrl(url)
                                    .jdbcProperty("logServerErrorDetail", "false")
                                    .principal(new NamePrincipal(role))
                                    .credential(new SimplePassword(password)))));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String text(String template) {
        try (InputStream in = ServiceDatabase.class.getResourceAsStream("/no/brevdue/platform/" + template)) {
            if (in == null) {
                throw new IllegalStateException(template + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
