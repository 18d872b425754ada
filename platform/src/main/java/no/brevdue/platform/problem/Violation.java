package no.brevdue.platform.problem;

/**
 * One fault in a request body.
 *
 * @param pointer JSON pointer (RFC 6901) to the value; empty for the body as a whole
 * @param detail what the value must be; never the value itself
 */
public record Violation(String pointer, String detail) {}
