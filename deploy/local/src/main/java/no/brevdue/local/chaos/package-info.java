/**
 * Stories in which processes die at the worst moment. They end those processes themselves, so they play in the process
 * that supervises the stack; what became of the letters they ask over the public APIs, the mail sink and the topics.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.local.chaos;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
