package no.brevdue.identity.stepup;

import java.net.URI;
import java.time.Instant;

/**
 * A login that can begin.
 *
 * @param loginPage where to send the browser: ID-porten's authorization endpoint with prompt=login, nonce and PKCE
 * @param until when the login must be back
 */
record StepUp(Operation operation, URI loginPage, Instant until) {}
