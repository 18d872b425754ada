/**
 * What a person is told about their own contact points: a code to prove an address with, and to the address that was in use
 * before, that something changed. Kafka carries the id of a notice only; notification-service asks for the address just in time.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.identity.notice;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
