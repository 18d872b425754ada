package no.brevdue.platform.identity;

import com.google.crypto.tink.HybridEncrypt;
import no.brevdue.platform.crypto.KeysetFile;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

/** Seals what somebody believes a person is called, so that identity-service alone can read it, for one question and one alias. */
@ApplicationScoped
public class SealedNames {

    private final HybridEncrypt toIdentityService;

    SealedNames(@ConfigProperty(name = "brevdue.keys.registration-public") KeysetFile publicKey) {
        this.toIdentityService = publicKey.primitive(HybridEncrypt.class);
    }

    public byte[] seal(String name, UUID questionId, UUID alias) {
        try {
            return toIdentityService.encrypt(
                    name.getBytes(StandardCharsets.UTF_8), SealContext.ofName(questionId, alias));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The registration key cannot be used.", e);
        }
    }
}
