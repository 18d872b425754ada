package no.brevdue.local.stack;

import no.brevdue.local.home.Home;
import no.brevdue.local.home.Port;
import no.brevdue.local.home.Secrets;
import no.brevdue.local.people.SyntheticOrganization;
import no.brevdue.local.people.SyntheticPeople;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The environment variables of one service: the same names an operator sets. Each service is given only what it may hold. */
final class ServiceSettings {

    private static final String ISSUERS = "http://localhost:" + Port.ISSUERS.number();
    private static final String STAND_INS = "http://localhost:" + Port.STAND_INS.number();

    private final Home home;
    private final Secrets secrets;
    private final Map<String, String> variables = new LinkedHashMap<>();

    private ServiceSettings(Home home, Secrets secrets) {
        this.home = home;
        this.secrets = secrets;
    }

    static Map<String, String> of(Service service, Home home, Secrets secrets) {
        ServiceSettings settings = new ServiceSettings(home, secrets);
        settings.common(service);
        switch (service) {
            case IDENTITY -> settings.identity();
            case MAILBOX -> settings.mailbox();
            case NOTIFICATION -> settings.notification();
            case AUDIT -> settings.key("AUDIT_SIGNING", "audit-signing");
            case CONSENT -> settings.key("RECEIPT_SIGNING", "receipt-signing");
        }
        return settings.variables;
    }

    /** For the run that migrates the schema and ends. */
    static Map<String, String> migrating(Service service, Home home, Secrets secrets) {
        Map<String, String> variables = of(service, home, secrets);
        variables.put("BREVDUE_MIGRATE_ONLY", "true");
        return variables;
    }

    /** For the run after it, which serves. */
    static Map<String, String> serving(Service service, Home home, Secrets secrets) {
        Map<String, String> variables = of(service, home, secrets);
        variables.remove("BREVDUE_DATABASE_OWNER_PASSWORD");
        variables.put("QUARKUS_FLYWAY_MIGRATE_AT_START", "false");
        return variables;
    }

    private void common(Service service) {
        variables.put("BREVDUE_ENVIRONMENT", "test");
        variables.put("BREVDUE_CANARY_SENDER", SyntheticOrganization.BREVDUE.number());
        variables.put("BREVDUE_CANARY_PAPER_EVERY", "PT1H");
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_PORT", String.valueOf(service.port()));
        variables.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        variables.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(service.managementPort()));
        variables.put("BREVDUE_DATABASE_URL", PostgresServer.url(Port.POSTGRES.number()));
        for (String role : PostgresServer.ROLES) {
            variables.put(
                    "BREVDUE_DATABASE_" + role.toUpperCase(Locale.ROOT) + "_PASSWORD",
                    secrets.password(PostgresServer.secretName(service, role)));
        }
        KafkaLogin login = KafkaLogin.of(service.id(), secrets);
        login.settings(Port.KAFKA.number())
                .forEach((name, value) ->
                        variables.put("KAFKA_" + name.replace('.', '_').toUpperCase(Locale.ROOT), value));
        variables.put("BREVDUE_ISSUER_ID_PORTEN", ISSUERS + "/idporten");
        variables.put("BREVDUE_ISSUER_MASKINPORTEN", ISSUERS + "/maskinporten");
        variables.put("BREVDUE_ISSUER_HELSEID", ISSUERS + "/helseid");
        variables.put("BREVDUE_ISSUER_OPERATIONS", ISSUERS + "/operations");
        variables.put("BREVDUE_DEVELOPMENT_CLOCK_FILE", home.clock().toString());
        key("ALIAS", "alias");
    }

    private void identity() {
        key("SERVICE", "identity");
        key("REGISTRATION_PRIVATE", "registration-private");
        variables.put("BREVDUE_KRR_URL", STAND_INS);
        variables.put("BREVDUE_MASKINPORTEN_TOKEN_URL", ISSUERS + "/maskinporten/token");
        variables.put("BREVDUE_MASKINPORTEN_CLIENT_ID", "identity");
        key("MASKINPORTEN", "maskinporten");
        variables.put("BREVDUE_STEP_UP_CLIENT_ID", "brevdue-step-up");
        variables.put("BREVDUE_STEP_UP_CALLBACK_URL", Service.IDENTITY.url() + "/v1/step-up/callback");
        // There is no front end here: the handle is read in the address bar.
        variables.put("BREVDUE_STEP_UP_RETURN_URL", STAND_INS + "/stepped-up");
        key("ID_PORTEN", "id-porten");
        variables.put("BREVDUE_POPULATION_REGISTER_URL", STAND_INS);
        variables.put("BREVDUE_POPULATION_FEED_URL", STAND_INS);
        variables.put("BREVDUE_ADDRESS_REGISTER_URL", STAND_INS);
        // The register here does not mind being asked often.
        variables.put("BREVDUE_ADDRESS_REGISTER_PAUSE", "PT1S");
    }

    private void mailbox() {
        key("SERVICE", "mailbox");
        key("REGISTRATION_PUBLIC", "registration-public");
        variables.put("BREVDUE_CLAMD_HOST", "localhost");
        variables.put("BREVDUE_CLAMD_PORT", String.valueOf(Port.CLAMD.number()));
        key("PRINTER_PUBLIC", "printer-public");
        variables.put("BREVDUE_PRINT_URL", STAND_INS);
        variables.put("BREVDUE_PRINT_IDENTITY_URL", Service.IDENTITY.url());
        variables.put("BREVDUE_PRINT_TOKEN_URL", ISSUERS + "/operations/token");
        variables.put("BREVDUE_PRINT_CLIENT_SECRET", "local");
        variables.put("BREVDUE_CANARY_PERSON", SyntheticPeople.KNUT.number());
        variables.put("BREVDUE_CANARY_COPY_TO", SyntheticOrganization.EHR_VENDOR.number());
        // The printer here answers at once; nobody wants to wait for it.
        variables.put("BREVDUE_PRINT_FOLLOW_UP", "PT1S");
    }

    private void notification() {
        variables.put("BREVDUE_EMAIL_HOST", "localhost");
        variables.put("BREVDUE_EMAIL_PORT", String.valueOf(Port.SMTP.number()));
        // The sink is on this machine and has no certificate.
        variables.put("BREVDUE_EMAIL_START_TLS", "false");
        variables.put("BREVDUE_EMAIL_FROM", "ikke-svar@brevdue.example");
        variables.put("BREVDUE_NEWSLETTER_STOP_URL", Service.CONSENT.url() + "/v1/newsletter-stops");
        variables.put("BREVDUE_IDENTITY_URL", Service.IDENTITY.url());
        variables.put("BREVDUE_MAILBOX_URL", Service.MAILBOX.url());
        variables.put("BREVDUE_TOKEN_URL", ISSUERS + "/operations/token");
        variables.put("BREVDUE_TOKEN_CLIENT_SECRET", "local");
    }

    private void key(String name, String file) {
        variables.put(
                "BREVDUE_KEYS_" + name, home.keys().resolve(file + ".json").toString());
    }
}
