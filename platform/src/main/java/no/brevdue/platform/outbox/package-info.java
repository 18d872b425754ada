/** Facts to other services: stored in the transaction of the change they describe, published after its commit, in order, at least once. One shard is one partition of Kafka. */
@NullMarked
@CheckReturnValue
package no.brevdue.platform.outbox;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
