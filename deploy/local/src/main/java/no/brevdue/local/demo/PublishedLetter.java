package no.brevdue.local.demo;

/** A letter that its reader can open, and its delivery to the person. */
record PublishedLetter(String messageId, String deliveryId) {}
