/** What a person, or an organisation with a copy, is shown. Lists show neutral titles; only an opening releases content. */
@NullMarked
@CheckReturnValue
package no.brevdue.mailbox.inbox;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
