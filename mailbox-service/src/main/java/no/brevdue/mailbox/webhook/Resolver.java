package no.brevdue.mailbox.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks the name service; a bean of its own, so that a test can answer in its place. */
@ApplicationScoped
class Resolver {

    List<InetAddress> resolve(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }
}
