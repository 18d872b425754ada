package no.brevdue.mailbox.webhook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address on the internet, written in the one way that leaves no room for interpretation: https, a name of letters, digits
 * and hyphens that ends in letters, no user, no fragment. Every spelling of a numeric address, every bracket and every
 * character that two parsers could read differently is refused by not being named here.
 */
record Target(String host, int port, String path) {

    private static final int LONGEST = 500;
    private static final int HTTPS = 443;
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern URL = Pattern.compile("https://((?:" + LABEL + "\\.)+[a-z]{2,63})(?::(443|8443))?"
            + "((?:/(?!/)[A-Za-z0-9._~%=&+,@-]*)*(?:\\?[A-Za-z0-9._~%=&+,@/-]*)?)");

    /** Names that mean something within a network, or nothing at all. */
    private static final List<String> INSIDE = List.of(
            "localhost",
            "localdomain",
            "local",
            "internal",
            "intranet",
            "private",
            "corp",
            "home",
            "lan",
            "svc",
            "cluster",
            "arpa",
            "onion",
            "invalid");

    static Optional<Target> parse(String url) {
        Matcher parts = URL.matcher(url);
        if (url.length() > LONGEST || !parts.matches()) {
            return Optional.empty();
        }
        String host = parts.group(1).toLowerCase(Locale.ROOT);
        if (host.length() > 253 || INSIDE.contains(host.substring(host.lastIndexOf('.') + 1))) {
            return Optional.empty();
        }
        int port = parts.group(2) == null ? HTTPS : Integer.parseInt(parts.group(2));
        String path = parts.group(3).startsWith("/") ? parts.group(3) : "/" + parts.group(3);
        return Optional.of(new Target(host, port, path));
    }

    /** As it stands in the Host header. */
    String authority() {
        return port == HTTPS ? host : host + ":" + port;
    }
}
