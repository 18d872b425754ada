/**
 * Files that go with a letter. A sender announces one, uploads its bytes, and names it in a letter; the bytes are checked
 * against the announcement, encrypted before they touch a disk, and shown to nobody until the malware scanner has found
 * them clean. What no letter names is deleted after a day.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.mailbox.attachment;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
