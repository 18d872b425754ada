package no.brevdue.identity.population;

import no.brevdue.identity.family.Relations;
import no.brevdue.identity.person.PersonName;
import no.brevdue.platform.identity.NationalIdentityNumber;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.stream.Collectors;

/** Tells whether two answers about somebody say the same, whatever the register counts meanwhile. */
public final class AnswerFingerprint {

    private AnswerFingerprint() {}

    /** Of what the register says, and of who that means here. */
    public static byte[] of(PopulationRecord record, Relations relations) {
        NationalIdentityNumber number = record.number();
        PersonName name = record.name();
        String all = String.join(
                "\n",
                String.valueOf(record.facts().birthDate()),
                String.valueOf(record.facts().deceased()),
                String.valueOf(record.facts().addressProtected()),
                number == null ? "" : number.value(),
                sorted(record.formerNumbers().stream()
                        .map(NationalIdentityNumber::value)
                        .toList()),
                name == null ? "" : name.inParts(),
                sorted(relations.parents().entrySet()),
                sorted(relations.guardianships()),
                sorted(relations.homes()));
        try {
            return MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String sorted(Collection<?> parts) {
        return parts.stream().map(String::valueOf).sorted().collect(Collectors.joining("|"));
    }
}
