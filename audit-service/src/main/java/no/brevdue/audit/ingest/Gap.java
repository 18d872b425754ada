package no.brevdue.audit.ingest;

/** Positions of a stream that were passed over, first and last included. */
record Gap(String stream, long from, long to) {

    long missing() {
        return to - from + 1;
    }
}
