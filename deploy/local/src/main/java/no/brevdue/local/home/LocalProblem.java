package no.brevdue.local.home;

/** Something the user can put right: the message is one sentence that names what to do next, and is all that is shown. */
public final class LocalProblem extends RuntimeException {

    public LocalProblem(String sentence) {
        super(sentence);
    }

    public LocalProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
