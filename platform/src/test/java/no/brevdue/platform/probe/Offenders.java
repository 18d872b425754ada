package no.brevdue.platform.probe;

import io.quarkus.security.Authenticated;
import no.brevdue.mailbox.one.One;
import no.brevdue.platform.caller.Callers;
import no.brevdue.platform.caller.Issuer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.logging.Logger;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;

/** One class against each rule of the house, so that the rules are known to bite. */
public final class Offenders {

    private Offenders() {}

    /** A platform class that knows a service. */
    public record MailboxAware(One one) {}

    /** A repository that anybody can use. */
    public static class LetterRepository {}

    /** An entry point that queries. */
    public record QueryingResource(LetterRepository letters) {}

    /** Code that asks the machine for the time. */
    public static class Impatient {

        Instant now() {
            return Instant.now();
        }
    }

    /** Code that makes its own clock. */
    public static class ClockMaker {

        LocalDate today() {
            return LocalDate.now(Clock.systemUTC());
        }
    }

    /** A class that hides what it needs. */
    public static class FieldInjected {

        @Inject
        Clock clock;
    }

    /** An address that does not say who may call. */
    public static class UndeclaredAddress {

        @GET
        public String get() {
            return "";
        }
    }

    /** An address that names an issuer and no scope. */
    public static class ScopelessAddress {

        @GET
        @Callers(issuer = Issuer.ID_PORTEN)
        public String get() {
            return "";
        }
    }

    /** An address for whoever has any token. */
    @Authenticated
    public static class MerelyAuthenticated {}

    /** A class that sends facts past the outbox. */
    public record Chatty(@Nullable KafkaProducer<String, byte[]> producer) {}

    /** A name that says nothing. */
    public static class LetterManager {}

    /** A class that prints. */
    public static class Printing {

        void print() {
            System.out.println("printed");
        }
    }

    /** A class with a logger of its own kind. */
    public static class OddlyLogging {

        static final Logger LOGGER = Logger.getLogger("odd");
    }
}
