package no.brevdue.platform.identity;

import com.google.crypto.tink.HybridDecrypt;
import no.brevdue.contracts.identity.v1.RefusalReason;
import no.brevdue.platform.crypto.KeysetFile;
import no.brevdue.platform.problem.ProblemException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens sealed numbers. Needs the private registration key, which identity-service alone is given. */
@ApplicationScoped
public class NumberOpener {

    private final HybridDecrypt registrations;
    private final NationalIdentityNumbers numbers;
    private final Aliases aliases;

    NumberOpener(
            @ConfigProperty(name = "brevdue.keys.registration-private") KeysetFile privateKey,
            NationalIdentityNumbers numbers,
            Aliases aliases) {
        this.registrations = privateKey.primitive(HybridDecrypt.class);
        this.numbers = numbers;
        this.aliases = aliases;
    }

    /**
     * The number, if it is the one that {@code alias} stands for. The alias is computed again rather than believed: a
     * sender's fault must not join one person's letters with another person's number.
     *
     * @throws BrokenSealException if it was sealed for something else or belongs to another alias
     */
    public NationalIdentityNumber open(byte[] sealed, UUID requestId, UUID alias) {
        NationalIdentityNumber number = number(decrypt(sealed, requestId, alias));
        if (!aliases.allAliases(number).contains(alias)) {
            throw new BrokenSealException(RefusalReason.ALIAS_MISMATCH, "The sealed number belongs to another alias.");
        }
        return number;
    }

    private byte[] decrypt(byte[] sealed, UUID requestId, UUID alias) {
        try {
            return registrations.decrypt(sealed, SealContext.ofNumber(requestId, alias));
        } catch (GeneralSecurityException e) {
            throw new BrokenSealException(
                    RefusalReason.UNREADABLE, "The number was not sealed for this request and alias.", e);
        }
    }

    private NationalIdentityNumber number(byte[] opened) {
        try {
            return numbers.parse(new String(opened, StandardCharsets.US_ASCII));
        } catch (ProblemException e) {
            throw new BrokenSealException(
                    RefusalReason.UNREADABLE, "What was sealed is no number of this environment.", e);
        }
    }
}
