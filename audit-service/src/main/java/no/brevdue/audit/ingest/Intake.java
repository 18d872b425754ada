package no.brevdue.audit.ingest;

import no.brevdue.audit.entry.Entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Sorts a batch: what is new and where the streams then stand, which positions were passed over, which of those came after
 * all. The next position is the last plus one; a higher one leaves a gap, and is taken all the same.
 */
final class Intake {

    private final Map<String, Long> heads;
    private final Map<Place, UUID> known;
    private final List<Entry> fresh = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Place> latecomers = new ArrayList<>();

    /**
     * Begins with what the log holds already.
     *
     * @param heads last position of each stream in the batch
     * @param known entries at those places of the batch that are not beyond the heads
     */
    Intake(Map<String, Long> heads, Map<Place, UUID> known) {
        this.heads = new HashMap<>(heads);
        this.known = new HashMap<>(known);
    }

    /** Takes an entry; one that was taken before is recognised and ignored. */
    void take(Entry entry) {
        Place place = Place.of(entry);
        UUID before = known.putIfAbsent(place, entry.entryId());
        if (before == null) {
            fresh.add(entry);
            move(place);
        } else if (!before.equals(entry.entryId())) {
            // Two histories of one stream, such as after a restored backup: neither may silently win.
            throw new RefusedEntryException("another entry stands at this position of the stream");
        }
    }

    private void move(Place place) {
        long next = heads.getOrDefault(place.stream(), 0L) + 1;
        if (place.position() < next) {
            latecomers.add(place);
            return;
        }
        if (place.position() > next) {
            gaps.add(new Gap(place.stream(), next, place.position() - 1));
        }
        heads.put(place.stream(), place.position());
    }

    List<Entry> fresh() {
        return fresh;
    }

    List<Gap> gaps() {
        return gaps;
    }

    List<Place> latecomers() {
        return latecomers;
    }

    Map<String, Long> heads() {
        return heads;
    }
}
