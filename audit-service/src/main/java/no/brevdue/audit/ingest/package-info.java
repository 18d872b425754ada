/**
 * How entries get from the other services into the log: each once, every hole in a stream noticed, none refused because
 * another is missing.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.audit.ingest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
