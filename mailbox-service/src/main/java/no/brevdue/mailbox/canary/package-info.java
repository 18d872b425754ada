/**
 * Letters of our own, sent every few minutes by every route there is. notification-service, which knows nothing of what happens
 * here, counts the minutes between those that arrive: a route that loses letters is noticed before anybody misses one. On paper
 * it is a test job, which the printing house destroys: no letter, in no table of letters.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.mailbox.canary;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
