package no.brevdue.platform.identity;

import com.google.crypto.tink.HybridDecrypt;
import no.brevdue.contracts.identity.v1.RefusalReason;
import no.brevdue.platform.crypto.KeysetFile;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens sealed names. Needs the private registration key, which identity-service alone is given. */
@ApplicationScoped
public class NameOpener {

    private final HybridDecrypt names;

    NameOpener(@ConfigProperty(name = "brevdue.keys.registration-private") KeysetFile privateKey) {
        this.names = privateKey.primitive(HybridDecrypt.class);
    }

    /**
     * What was sealed for this question.
     *
     * @throws BrokenSealException if it was sealed for another question or alias, or is no name at all
     */
    public String open(byte[] sealed, UUID questionId, UUID alias) {
        try {
            return new String(names.decrypt(sealed, SealContext.ofName(questionId, alias)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new BrokenSealException(
                    RefusalReason.UNREADABLE, "The name was not sealed for this question and alias.", e);
        }
    }
}
