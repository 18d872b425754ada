package no.brevdue.platform.crypto;

import com.google.crypto.tink.Aead;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.security.GeneralSecurityException;
import jakarta.enterprise.context.ApplicationScoped;

/** The one key of a service that lives outside its database; everything stored encrypted hangs from it. */
@ApplicationScoped
public class ServiceKey {

    private final Aead key;

    ServiceKey(@ConfigProperty(name = "brevdue.keys.service") KeysetFile keys) {
        this.key = keys.primitive(Aead.class);
    }

    /** Encrypts what will be stored in the place that {@link AssociatedData} names. */
    public byte[] encrypt(byte[] plain, byte[] associatedData) {
        try {
            return key.encrypt(plain, associatedData);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The service key cannot be used.", e);
        }
    }

    /**
     * Opens what was stored in that place.
     *
     * @throws UndecipherableException if it was encrypted for another place or by another service
     */
    public byte[] decrypt(byte[] cipher, byte[] associatedData) {
        try {
            return key.decrypt(cipher, associatedData);
        } catch (GeneralSecurityException e) {
            throw new UndecipherableException("The service key does not open this ciphertext here.", e);
        }
    }
}
