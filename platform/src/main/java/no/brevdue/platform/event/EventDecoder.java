package no.brevdue.platform.event;

import no.brevdue.contracts.Event;
import no.brevdue.contracts.EventType;
import no.brevdue.contracts.Heartbeat;
import no.brevdue.contracts.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads records of one topic: CloudEvents 1.0, binary mode. Never throws for what a record contains. */
final class EventDecoder<E extends Event> {

    private static final String HEARTBEAT = EventType.of(Heartbeat.class);

    private final Topic topic;
    private final Map<String, Class<? extends E>> types;

    EventDecoder(Class<E> family) {
        topic = Topic.carrying(family);
        types = Arrays.stream(family.getPermittedSubclasses())
                .map(fact -> fact.asSubclass(family))
                .collect(Collectors.toMap(EventType::of, fact -> fact));
    }

    Topic topic() {
        return topic;
    }

    Decoded<E> decode(ConsumerRecord<String, byte[]> record) {
        try {
            String type = header(record, "ce_type");
            String source = header(record, "ce_source");
            if (!topic.mayCarry(source)) {
                return new Decoded.Malformed<>("source may not write to this topic");
            }
            if (type.equals(HEARTBEAT)) {
                return new Decoded.Beat<>(received(record, source, EventCodec.decode(Heartbeat.class, data(record))));
            }
            Class<? extends E> fact = types.get(type);
            if (fact == null) {
                return new Decoded.Unknown<>();
            }
            E event = EventCodec.decode(fact, data(record));
            if (!event.key().equals(record.key())) {
                return new Decoded.Malformed<>("record key is not the fact's key");
            }
            return new Decoded.Fact<>(received(record, source, event));
        } catch (MalformedEventException flaw) {
            return new Decoded.Malformed<>(String.valueOf(flaw.getMessage()));
        } catch (IllegalArgumentException | DateTimeException envelope) {
            return new Decoded.Malformed<>("unreadable envelope");
        }
    }

    private static <F extends Event> Received<F> received(
            ConsumerRecord<String, byte[]> record, String source, F event) {
        Header sequence = record.headers().lastHeader("ce_sequence");
        return new Received<>(
                UUID.fromString(header(record, "ce_id")),
                Instant.parse(header(record, "ce_time")),
                source,
                sequence == null ? 0 : Long.parseLong(text(sequence)),
                event);
    }

    private static byte[] data(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null || record.key() == null) {
            throw new MalformedEventException("no key or no data");
        }
        return record.value();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            throw new MalformedEventException("no " + name);
        }
        return text(header);
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
