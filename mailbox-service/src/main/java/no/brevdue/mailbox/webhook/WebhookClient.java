package no.brevdue.mailbox.webhook;

import no.brevdue.mailbox.webhook.WebhookLine.Peer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Named;

/**
 * Dials an address somebody else has chosen. The name is resolved once and the connection goes to that very address, so a
 * name that answers differently the second time changes nothing; general HTTP clients resolve again by themselves.
 */
@ApplicationScoped
class WebhookClient {

    private static final Duration TO_CONNECT = Duration.ofSeconds(5);

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

    /** Nothing is sent before something is posted. Whoever takes the line hangs up. */
    WebhookLine lineTo(String url) {
        return new WebhookLine(() -> dial(url));
    }

    /** Empty if the address leads into some network. */
    private Optional<Peer> dial(String url) throws IOException {
        if (isLoopback(url)) {
            URI here = URI.create(url);
            return Optional.of(new Peer(
                    connect(InetAddress.getLoopbackAddress(), here.getPort()),
                    new Target(here.getHost(), here.getPort(), here.getPath())));
        }
        Optional<Target> target = Target.parse(url);
        List<InetAddress> addresses =
                target.isEmpty() ? List.of() : resolver.resolve(target.get().host());
        if (addresses.isEmpty() || !addresses.stream().allMatch(PublicAddress::is)) {
            return Optional.empty();
        }
        Socket plain = connect(addresses.getFirst(), target.get().port());
        return Optional.of(new Peer(secured(plain, target.get()), target.get()));
    }

    private boolean isLoopback(String url) {
        return loopback.isResolvable()
                && url.matches("http://127\\.0\\.0\\.1:[0-9]{4,5}/[a-z0-9/-]*")
                && loopback.get().test(URI.create(url));
    }

    /** To be overridden by a test, which may call nobody. */
    Socket connect(InetAddress address, int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(address, port), Math.toIntExact(TO_CONNECT.toMillis()));
            socket.setSoTimeout(Math.toIntExact(WebhookLine.TO_ANSWER.toMillis()));
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
}
