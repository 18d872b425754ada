package no.brevdue.platform.identity;

import com.google.crypto.tink.HybridEncrypt;
import no.brevdue.platform.crypto.KeysetFile;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Seals a number so that identity-service alone can read it, once, for one request and one alias. */
@ApplicationScoped
public class SealedNumbers {

    private final HybridEncrypt toIdentityService;

    SealedNumbers(@ConfigProperty(name = "brevdue.keys.registration-public") KeysetFile publicKey) {
        this.toIdentityService = publicKey.primitive(HybridEncrypt.class);
    }

    public byte[] seal(NationalIdentityNumber number, UUID requestId, UUID alias) {
        try {
            return toIdentityService.encrypt(
                    number.value().getBytes(StandardCharsets.US_ASCII), SealContext.ofNumber(requestId, alias));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The registration key cannot be used.", e);
        }
    }
}
