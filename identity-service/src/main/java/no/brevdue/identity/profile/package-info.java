/** What a person sees of themselves. */
@NullMarked
@CheckReturnValue
package no.brevdue.identity.profile;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
