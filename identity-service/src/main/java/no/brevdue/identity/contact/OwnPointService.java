package no.brevdue.identity.contact;

import no.brevdue.contracts.identity.v1.Language;
import no.brevdue.identity.krr.Channel;
import no.brevdue.identity.person.PersonMerged;
import no.brevdue.platform.crypto.AssociatedData;
import no.brevdue.platform.crypto.ServiceKey;
import no.brevdue.platform.database.Transaction;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Keeps what people said themselves, addresses encrypted. A point that nobody has verified has no time of confirmation. */
@ApplicationScoped
class OwnPointService {

    private final OwnPointRepository points;
    private final ServiceKey serviceKey;
    private final Clock clock;

    OwnPointService(OwnPointRepository points, ServiceKey serviceKey, Clock clock) {
        this.points = points;
        this.serviceKey = serviceKey;
        this.clock = clock;
    }

    Map<Medium, Channel> of(Transaction tx, UUID person) {
        return of(tx, List.of(person)).getOrDefault(person, Map.of());
    }

    /** Of those who have said something. */
    Map<UUID, Map<Medium, Channel>> of(Transaction tx, Collection<UUID> people) {
        Map<UUID, Map<Medium, Channel>> own = new HashMap<>();
        points.of(tx, people).forEach(row -> {
            byte[] plain = serviceKey.decrypt(row.address(), place(row.medium(), row.personId()));
            own.computeIfAbsent(row.personId(), person -> new EnumMap<>(Medium.class))
                    .put(row.medium(), new Channel(new String(plain, StandardCharsets.UTF_8), row.verifiedAt()));
        });
        return own;
    }

    void set(Transaction tx, UUID person, Medium medium, String address, @Nullable Instant verifiedAt) {
        byte[] encrypted = serviceKey.encrypt(address.getBytes(StandardCharsets.UTF_8), place(medium, person));
        points.store(tx, new OwnPointRepository.Row(person, medium, encrypted, verifiedAt), clock.instant());
    }

    boolean remove(Transaction tx, UUID person, Medium medium) {
        return points.remove(tx, person, medium);
    }

    Optional<Language> language(Transaction tx, UUID person) {
        return points.language(tx, person);
    }

    void choose(Transaction tx, UUID person, Language language) {
        points.choose(tx, person, language);
    }

    /** What somebody said while they were taken for two, where they have said nothing else. */
    void onMerged(@Observes PersonMerged merged) {
        Map<Medium, Channel> own = of(merged.tx(), merged.person());
        of(merged.tx(), merged.duplicate()).forEach((medium, channel) -> {
            if (!own.containsKey(medium)) {
                set(merged.tx(), merged.person(), medium, channel.address(), channel.confirmedAt());
            }
        });
        if (language(merged.tx(), merged.person()).isEmpty()) {
            language(merged.tx(), merged.duplicate())
                    .ifPresent(language -> choose(merged.tx(), merged.person(), language));
        }
    }

    private static byte[] place(Medium medium, UUID person) {
        return switch (medium) {
            case EMAIL -> AssociatedData.of("own.email", person);
            case MOBILE -> AssociatedData.of("own.mobile", person);
        };
    }
}
