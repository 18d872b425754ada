/** Who logged in as whom, when and how strongly, so that people can see logins that were not theirs. */
@NullMarked
@CheckReturnValue
package no.brevdue.identity.login;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
