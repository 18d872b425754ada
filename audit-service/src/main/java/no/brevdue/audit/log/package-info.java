/**
 * The Merkle tree over all entries, and what vouches for it. Appending gives each entry the next index and moves the
 * frontier in the same transaction; a checkpoint is a signed statement of size and root; the verifier needs the leaves, the
 * checkpoints and the public key, and nothing of ours.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.audit.log;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
