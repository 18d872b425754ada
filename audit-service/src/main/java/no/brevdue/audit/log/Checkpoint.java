package no.brevdue.audit.log;

import java.util.Base64;
import java.util.List;

/**
 * What is said about the tree at one moment: at this size it has this root. As text it is a c2sp tlog-checkpoint, and signed
 * it is a c2sp signed note: the text, an empty line, and one line for each signature.
 */
public record Checkpoint(String origin, long size, byte[] root) {

    private static final String SIGNATURE = "— ";
    private static final String END_OF_TEXT = "\n\n";

    String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    String signedWith(VerifierKey key, byte[] signature) {
        return text() + "\n" + SIGNATURE + key.name() + " " + key.envelope(signature) + "\n";
    }

    /**
     * Reads a note, if one of its signatures is this key's. Signatures of others are left to those who know them.
     *
     * @throws UntrustedCheckpointException if the key did not sign this, or what it signed is no checkpoint of its log
     */
    public static Checkpoint open(String note, VerifierKey key) {
        int end = note.lastIndexOf(END_OF_TEXT);
        if (end < 0) {
            throw new UntrustedCheckpointException("there is no signature");
        }
        String text = note.substring(0, end + 1);
        String mine = SIGNATURE + key.name() + " ";
        boolean signed = note.substring(end + END_OF_TEXT.length())
                .lines()
                .filter(line -> line.startsWith(mine))
                .anyMatch(line -> key.vouchesFor(text, line.substring(mine.length())));
        if (!signed) {
            throw new UntrustedCheckpointException("no signature is by " + key.name());
        }
        return read(text, key.name());
    }

    private static Checkpoint read(String text, String origin) {
        List<String> lines = text.lines().toList();
        try {
            if (lines.size() >= 3 && lines.get(0).equals(origin)) {
                return new Checkpoint(
                        origin,
                        Long.parseLong(lines.get(1)),
                        Base64.getDecoder().decode(lines.get(2)));
            }
        } catch (IllegalArgumentException malformed) {
            throw new UntrustedCheckpointException("the note is no checkpoint");
        }
        throw new UntrustedCheckpointException("the note is no checkpoint of " + origin);
    }
}
