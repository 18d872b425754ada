/**
 * One act: who, to whose data, what, why, when and how it ended. An entry never changes, and it has one canonical form,
 * which is what is hashed. People are aliases here; what an alias stands for is known elsewhere.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.audit.entry;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
