package no.brevdue.mailbox.preflight;

import no.brevdue.platform.problem.Kind;
import no.brevdue.platform.problem.ProblemType;

/** What can go wrong when somebody asks before sending. */
public enum PreflightProblem implements ProblemType {
    BUDGET_SPENT;

    @Override
    public Kind kind() {
        return Kind.TOO_MANY_REQUESTS;
    }

    @Override
    public int code() {
        return 1370;
    }

    @Override
    public String slug() {
        return "preflight-budget-spent";
    }

    @Override
    public String meaning() {
        return "The organisation has asked about as many people as it may in an hour. Ask again after the time in"
                + " Retry-After, or send the letter: sending needs no pre-flight.";
    }
}
