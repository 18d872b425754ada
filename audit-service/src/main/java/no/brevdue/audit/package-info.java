/**
 * The record of who did what to whose data, and why. Entries arrive from every service as facts, are sequenced (given a
 * dense index), integrated (hashed into a Merkle tree, RFC 6962) and vouched for (signed checkpoints, c2sp). A person
 * reads here who has been at their data; an auditor can prove, without trusting us, that nothing was changed since.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.audit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
