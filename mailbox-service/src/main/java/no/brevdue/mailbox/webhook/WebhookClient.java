package no.brevdue.mailbox.webhook;

import org.jboss.logging.Logger;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Named;

/**
 * Posts to an address somebody else has chosen. The name is resolved once and the connection goes to that very address, so a
 * name that answers differently the second time changes nothing; general HTTP clients resolve again by themselves. Of the
 * answer nothing but the status is read, and nothing is followed.
 */
@ApplicationScoped
class WebhookClient {

    private static final Logger LOGGER = Logger.getLogger(WebhookClient.class);
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_ANSWER = Duration.ofSeconds(15);
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})");
    private static final int STATUS_LENGTH = "HTTP/1.1 200".length();
    private static final int GONE = 410;

    private final Resolver resolver;
    private final Instance<Predicate<URI>> loopback;

    /** @param loopback says which literal loopback address may be used; only a development build has one */
    WebhookClient(Resolver resolver, @Named("loopback-webhook") Instance<Predicate<URI>> loopback) {
        this.resolver = resolver;
        this.loopback = loopback;
    }

    /** Whether an endpoint may have this address, as far as its spelling tells. */
    boolean allows(String url) {
        return isLoopback(url) || Target.parse(url).isPresent();
    }

    Outcome post(String url, Map<String, String> headers, String body) {
        try {
            if (isLoopback(url)) {
                URI here = URI.create(url);
                Target target = new Target(here.getHost(), here.getPort(), here.getPath());
                return exchange(connect(InetAddress.getLoopbackAddress(), here.getPort()), target, headers, body);
            }
            Optional<Target> target = Target.parse(url);
            List<InetAddress> addresses =
                    target.isEmpty() ? List.of() : resolver.resolve(target.get().host());
            if (addresses.isEmpty() || !addresses.stream().allMatch(PublicAddress::is)) {
                return Outcome.NOT_PUBLIC;
            }
            Socket plain = connect(addresses.getFirst(), target.get().port());
            return exchange(secured(plain, target.get()), target.get(), headers, body);
        } catch (IOException failure) {
            LOGGER.debugf(failure, "A webhook endpoint was not reached");
            return Outcome.UNREACHABLE;
        }
    }

    private boolean isLoopback(String url) {
        return loopback.isResolvable()
                && url.matches("http://127\\.0\\.0\\.1:[0-9]{4,5}/[a-z0-9/-]*")
                && loopback.get().test(URI.create(url));
    }

    private static Socket connect(InetAddress address, int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(address, port), Math.toIntExact(TO_CONNECT.toMillis()));
            socket.setSoTimeout(Math.toIntExact(TO_ANSWER.toMillis()));
            return socket;
        } catch (IOException failure) {
            socket.close();
            throw failure;
        }
    }

    /** The certificate must be for the name, whatever address it led to. */
    private static Socket secured(Socket plain, Target target) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket secured = (SSLSocket) factory.createSocket(plain, target.host(), target.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        return secured;
    }

    /** A peer that sends an octet now and then would keep every single read in time: the whole exchange has an end. */
    private static Outcome exchange(Socket socket, Target target, Map<String, String> headers, String body)
            throws IOException {
        Thread end = Thread.ofVirtual().start(() -> closeAfter(TO_ANSWER, socket));
        try (socket) {
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            StringBuilder head = new StringBuilder("POST " + target.path() + " HTTP/1.1\r\nHost: " + target.authority()
                    + "\r\nUser-Agent: Brevdue\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
                    + content.length + "\r\n");
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            socket.getOutputStream()
                    .write(head.append("\r\n").append(body).toString().getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return outcome(socket.getInputStream());
        } finally {
            end.interrupt();
        }
    }

    private static Outcome outcome(InputStream answer) throws IOException {
        Matcher line = STATUS.matcher(new String(answer.readNBytes(STATUS_LENGTH), StandardCharsets.ISO_8859_1));
        if (!line.matches()) {
            return Outcome.REFUSED;
        }
        int status = Integer.parseInt(line.group(1));
        if (status / 100 == 2) {
            return Outcome.DELIVERED;
        }
        return status == GONE ? Outcome.GONE : Outcome.REFUSED;
    }

    private static void closeAfter(Duration time, Socket socket) {
        try {
            Thread.sleep(time);
            socket.close();
        } catch (InterruptedException inTime) {
            // The exchange has ended.
        } catch (IOException alreadyClosed) {
            LOGGER.debugf(alreadyClosed, "A webhook connection was closed already");
        }
    }
}
