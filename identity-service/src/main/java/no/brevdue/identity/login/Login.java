package no.brevdue.identity.login;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A login, as its tokens tell.
 *
 * @param at when the person logged in; when the token was issued, if it does not say
 * @param level ID-porten's name of the level
 * @param issuer who vouched for the person
 * @param client the application the person logged in to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Login(
        Instant at, String level, String issuer, @Nullable String client) {}
