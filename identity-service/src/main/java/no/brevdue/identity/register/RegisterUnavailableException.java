package no.brevdue.identity.register;

/** A register is away or does not answer as agreed. Nothing is known of whoever was asked for; the question may be repeated. */
public final class RegisterUnavailableException extends RuntimeException {

    public RegisterUnavailableException(String register, String flaw) {
        super(register + " " + flaw);
    }

    RegisterUnavailableException(String register, Exception cause) {
        super(register + " does not answer", cause);
    }
}
