package no.brevdue.mailbox.webhook;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Where a webhook may go: to the public internet, by a name that can be read in one way only. */
class TargetTest {

    private static final List<String> INSIDE =
            List.of("127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1");

    @ParameterizedTest
    @CsvSource({
        "https://ehr.example.no/brevdue, ehr.example.no, 443, /brevdue",
        "https://ehr.example.no, ehr.example.no, 443, /",
        "https://ehr.example.no:8443/a/b?c=d, ehr.example.no, 8443, /a/b?c=d",
        "https://xn--legesenter-5cb.example.no/, xn--legesenter-5cb.example.no, 443, /"
    })
    void anOrdinaryAddressIsRead(String url, String host, int port, String path) {
        assertThat(Target.parse(url)).contains(new Target(host, port, path));
    }

    @Test
    void noOtherSpellingIsRead() {
        List<String> spellings = spellings();

        assertThat(spellings).hasSizeGreaterThan(120).doesNotHaveDuplicates();
        assertThat(spellings)
                .allSatisfy(url -> assertThat(Target.parse(url)).as(url).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "10.1.2.3",
                "172.31.255.255",
                "192.168.4.4",
                "169.254.169.254",
                "0.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "192.88.99.1",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fdff::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "2002:7f00:1::",
                "2001::1",
                "2001:db8::1",
                "3fff::1",
                "100::1",
                "fec0::1"
            })
    void anAddressThatIsNotPublicIsNotUsed(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "192.169.0.1", "2a02:2121::1", "2606:4700::1111"})
    void anAddressOfTheInternetIs(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
    }

    /** What others have fallen for. */
    private static List<String> spellings() {
        List<String> urls = new ArrayList<>();
        for (String address : INSIDE) {
            String[] parts = address.split("\\.", -1);
            int[] octets = new int[4];
            long whole = 0;
            for (int i = 0; i < 4; i++) {
                octets[i] = Integer.parseInt(parts[i]);
                whole = whole << 8 | octets[i];
            }
            String hex = "%02x%02x%02x%02x".formatted(octets[0], octets[1], octets[2], octets[3]);
            for (String host : List.of(
                    address,
                    address + ".",
                    String.valueOf(whole),
                    "0x" + hex,
                    "0" + Long.toOctalString(whole) + "1",
                    "0x%x.0x%x.0x%x.0x%x".formatted(octets[0], octets[1], octets[2], octets[3]),
                    "0%o.0%o.0%o.0%o".formatted(octets[0], octets[1], octets[2], octets[3]),
                    "0000%o.%d.%d.%d".formatted(octets[0], octets[1], octets[2], octets[3]),
                    octets[0] + "." + (whole & 0xffffff),
                    octets[0] + "." + octets[1] + "." + (whole & 0xffff),
                    "[::ffff:" + address + "]",
                    "[::" + address + "]",
                    "[64:ff9b::" + address + "]",
                    "[::ffff:" + hex.substring(0, 4) + ":" + hex.substring(4) + "]",
                    "user@" + address,
                    "ehr.example.no@" + address,
                    "ehr.example.no#@" + address,
                    "ehr.example.no\\@" + address)) {
                urls.add("https://" + host + "/");
            }
        }
        for (String host : List.of(
                "localhost",
                "localhost.",
                "LOCALHOST",
                "a.localhost",
                "localhost.localdomain",
                "printer.local",
                "db.internal",
                "metadata.google.internal",
                "mailbox.brevdue.svc",
                "mailbox.brevdue.svc.cluster.local",
                "ehr",
                "ehr.",
                "[::1]",
                "[::]",
                "[fe80::1%25eth0]",
                "[fd00::1]",
                "1.0.0.127.in-addr.arpa",
                "ehr..example.no",
                ".example.no",
                "-a.example.no",
                "a-.example.no",
                "ehr_1.example.no",
                "ehr.example.no.",
                "ehr.example.123",
                "ehr.example.0x7f",
                "éhr.example.no",
                "ehr\u3002example.no",
                "\u2460\u2461\u2466.0.0.1",
                "ehr.example.no%00.evil.no",
                "ehr.example.no%2f@evil.no",
                "ehr.example.no\u0000",
                "ehr.example.no\t",
                " ehr.example.no",
                "ehr.example.no:80",
                "ehr.example.no:22",
                "ehr.example.no:443@10.0.0.1",
                "ehr.example.no:",
                "ehr.example.no:0443",
                "ehr.example.no:65536")) {
            urls.add("https://" + host + "/hook");
        }
        urls.addAll(List.of(
                "http://ehr.example.no/",
                "HTTPS://ehr.example.no/",
                "ftp://ehr.example.no/",
                "file:///etc/passwd",
                "gopher://ehr.example.no/",
                "jar:https://ehr.example.no/!/",
                "https:ehr.example.no",
                "https:/ehr.example.no",
                "https:///ehr.example.no",
                "https:\\\\ehr.example.no",
                "//ehr.example.no/",
                "ehr.example.no",
                "",
                "https://",
                "https://ehr.example.no/a\r\nHost: localhost",
                "https://ehr.example.no/a b",
                "https://ehr.example.no/\\..\\",
                "https://ehr.example.no//evil.no",
                "https://ehr.example.no/#a",
                "https://ehr.example.no\\.evil.no/",
                "https://ehr.example.no?\u00e6",
                "https://ehr.example.no/\u202e",
                "https://" + "a".repeat(64) + ".example.no/",
                "https://ehr.example.no/" + "a".repeat(500)));
        return urls;
    }
}
