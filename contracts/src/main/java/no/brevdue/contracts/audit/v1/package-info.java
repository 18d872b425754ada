/** Who did what to whose data, and why. Topic {@code audit.entries.v1}, key stream. */
@NullMarked
package no.brevdue.contracts.audit.v1;

import org.jspecify.annotations.NullMarked;
