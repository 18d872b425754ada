package no.brevdue.identity.life;

import no.brevdue.identity.family.Relations;
import no.brevdue.identity.population.PopulationRecord;
import no.brevdue.platform.identity.NationalIdentityNumber;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.stream.Collectors;

/** What the register says of somebody, with everybody it names known. */
record Answer(QuestionRepository.Question question, PopulationRecord record, Relations relations) {

    /** Equal for answers that say the same, whatever the register counts meanwhile. */
    byte[] fingerprint() {
        NationalIdentityNumber number = record.number();
        String all = String.join(
                "\n",
                String.valueOf(record.facts().birthDate()),
                String.valueOf(record.facts().deceased()),
                String.valueOf(record.facts().addressProtected()),
                number == null ? "" : number.value(),
                sorted(record.formerNumbers().stream()
                        .map(NationalIdentityNumber::value)
                        .toList()),
                String.valueOf(record.name()),
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

    @Override
    public String toString() {
        return "Answer[" + question.personId() + "]";
    }
}
