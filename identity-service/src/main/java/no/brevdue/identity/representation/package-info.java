/**
 * Who may act for whom. One pure function makes a plan of what is known of a person and of those around them; the plan is told
 * to the other services, which compute from it what a birthday changes. Powers of attorney, consents to a child's login,
 * objections, blocks and certificates are kept here.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.identity.representation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
