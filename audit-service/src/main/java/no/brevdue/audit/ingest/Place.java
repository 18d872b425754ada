package no.brevdue.audit.ingest;

import no.brevdue.audit.entry.Entry;

/** Where an entry stands in its stream. */
record Place(String stream, long position) {

    static Place of(Entry entry) {
        return new Place(entry.stream(), entry.position());
    }
}
