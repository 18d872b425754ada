package no.brevdue.identity.login;

/**
 * A login, and by what it is recognised when its tokens come again.
 *
 * @param key the same for every token of one login
 */
public record SeenLogin(Login login, String key) {}
