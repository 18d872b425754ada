package no.brevdue.platform.crypto;

/** A ciphertext that was altered, belongs to another place, or was made with another key. The three look the same. */
public final class UndecipherableException extends RuntimeException {

    UndecipherableException(String message, Throwable cause) {
        super(message, cause);
    }
}
