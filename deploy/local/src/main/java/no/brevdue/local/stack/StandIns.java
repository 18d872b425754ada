package no.brevdue.local.stack;

import no.brevdue.local.home.Home;
import no.brevdue.local.home.Port;
import no.brevdue.local.standin.AddressRegister;
import no.brevdue.local.standin.BearerCheck;
import no.brevdue.local.standin.Clamd;
import no.brevdue.local.standin.ClockControl;
import no.brevdue.local.standin.Faults;
import no.brevdue.local.standin.Issuers;
import no.brevdue.local.standin.Krr;
import no.brevdue.local.standin.MailSink;
import no.brevdue.local.standin.Population;
import no.brevdue.local.standin.PopulationStandIn;
import no.brevdue.local.standin.Printer;
import no.brevdue.local.standin.StandInServer;

import java.io.IOException;
import java.time.Clock;

/** The world around the services, in the launcher's own process. */
final class StandIns implements AutoCloseable {

    private static final long LARGEST_SCANNED = 30L << 20;

    private final Issuers issuers;
    private final MailSink mail;
    private final Clamd clamd;
    private final StandInServer server;

    private StandIns(Issuers issuers, MailSink mail, Clamd clamd, StandInServer server) {
        this.issuers = issuers;
        this.mail = mail;
        this.clamd = clamd;
        this.server = server;
    }

    static StandIns start(Home home) throws IOException {
        Issuers issuers = Issuers.start(Port.ISSUERS.number());
        MailSink mail = MailSink.start(Port.SMTP.number());
        Clamd clamd = Clamd.start(Port.CLAMD.number(), LARGEST_SCANNED);
        Clock clock = Clock.systemUTC();
        BearerCheck krrReaders = new BearerCheck(issuers.issuer("maskinporten"), "krr:global/kontaktinformasjon.read");
        BearerCheck feedReaders =
                new BearerCheck(issuers.issuer("maskinporten"), "folkeregister:deling/offentligmedhjemmel");
        Faults krrFaults = new Faults();
        Population population = Population.of(home.population(), clock);
        ClockControl control = new ClockControl(home.clock(), clock);
        StandInServer server = StandInServer.start(
                Port.STAND_INS.number(),
                new Krr(krrReaders, population, krrFaults, control::businessTime),
                krrFaults,
                new PopulationStandIn(population, feedReaders),
                new AddressRegister(clock),
                clamd,
                mail,
                new Printer(
                        home.keys().resolve("printer-private.json"), home.path().resolve("print")),
                control);
        return new StandIns(issuers, mail, clamd, server);
    }

    @Override
    public void close() throws IOException {
        server.close();
        clamd.close();
        mail.close();
        issuers.close();
    }
}
