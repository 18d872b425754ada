package no.brevdue.mailbox.feed;

/** Somebody's feed has grown; told after the commit. */
public record NewsNumbered() {}
