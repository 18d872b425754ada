/**
 * Starting, watching and stopping everything: PostgreSQL, Kafka, the stand-ins and the five services.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.local.stack;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
