package no.brevdue.identity.family;

import no.brevdue.platform.crypto.AssociatedData;
import no.brevdue.platform.crypto.ServiceKey;
import no.brevdue.platform.database.Transaction;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Where people live, as fingerprints that tell whether two of them live at one place and nothing else. They are encrypted
 * because the addresses of a country can all be tried.
 */
@ApplicationScoped
class HomeService {

    private static final HexFormat HEX = HexFormat.of();

    private final FamilyRepository families;
    private final ServiceKey serviceKey;

    HomeService(FamilyRepository families, ServiceKey serviceKey) {
        this.families = families;
        this.serviceKey = serviceKey;
    }

    /** Whether two people have a place in common. */
    boolean together(Transaction tx, UUID one, UUID other) {
        return !Collections.disjoint(of(tx, one), of(tx, other));
    }

    /** True if that is new. */
    boolean keep(Transaction tx, UUID person, Set<String> homes) {
        Set<String> fingerprints = new TreeSet<>();
        homes.forEach(home -> fingerprints.add(fingerprint(home)));
        if (of(tx, person).equals(fingerprints)) {
            return false;
        }
        if (fingerprints.isEmpty()) {
            families.forgetHome(tx, person);
        } else {
            byte[] plain = String.join(",", fingerprints).getBytes(StandardCharsets.US_ASCII);
            families.keepHome(tx, person, serviceKey.encrypt(plain, homeOf(person)));
        }
        return true;
    }

    private Set<String> of(Transaction tx, UUID person) {
        return families.home(tx, person)
                .map(encrypted -> new String(serviceKey.decrypt(encrypted, homeOf(person)), StandardCharsets.US_ASCII))
                .<Set<String>>map(plain -> new HashSet<>(Arrays.asList(plain.split(","))))
                .orElseGet(Set::of);
    }

    private static String fingerprint(String home) {
        try {
            return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(home.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] homeOf(UUID person) {
        return AssociatedData.of("home.fingerprints", person);
    }
}
