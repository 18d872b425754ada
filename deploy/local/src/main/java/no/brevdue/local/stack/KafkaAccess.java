package no.brevdue.local.stack;

import no.brevdue.contracts.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** The topics, and who may write and read them. What is not granted here is denied. */
final class KafkaAccess {

    private static final Duration REGISTRATIONS_KEPT = Duration.ofDays(7);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final String FOREVER = "-1";

    private final Admin admin;

    private KafkaAccess(Admin admin) {
        this.admin = admin;
    }

    /** Waits for the broker. Doing it again changes nothing. */
    static void establish(KafkaLogin superUser, int port) throws InterruptedException, ExecutionException {
        Map<String, Object> settings = new HashMap<>(superUser.settings(port));
        settings.put("reconnect.backoff.ms", "100");
        settings.put("reconnect.backoff.max.ms", "300");
        try (Admin admin = Admin.create(settings)) {
            KafkaAccess access = new KafkaAccess(admin);
            access.createMissingTopics();
            List<AclBinding> grants = access.grants();
            admin.createAcls(grants).all().get();
            // The controller has accepted them; the broker, which is asked here, follows a moment later.
            while (!admin.describeAcls(AclBindingFilter.ANY).values().get().containsAll(grants)) {
                Thread.sleep(PAUSE);
            }
        }
    }

    private void createMissingTopics() throws InterruptedException, ExecutionException {
        Set<String> existing = admin.listTopics().names().get();
        List<NewTopic> missing = Arrays.stream(Topic.values())
                .filter(topic -> !existing.contains(topic.address()))
                .map(KafkaAccess::create)
                .toList();
        admin.createTopics(missing).all().get();
    }

    private static NewTopic create(Topic topic) {
        String kept = topic == Topic.IDENTITY_REGISTRATIONS ? String.valueOf(REGISTRATIONS_KEPT.toMillis()) : FOREVER;
        return new NewTopic(topic.address(), Topic.PARTITIONS, (short) 1).configs(Map.of("retention.ms", kept));
    }

    private List<AclBinding> grants() {
        List<AclBinding> grants = new ArrayList<>();
        for (Service service : Service.values()) {
            for (Topic topic : Topic.values()) {
                if (topic.mayCarry(service.id())) {
                    grants.add(grant(service, topic(topic), AclOperation.WRITE));
                }
            }
            for (Topic topic : service.reads()) {
                grants.add(grant(service, topic(topic), AclOperation.READ));
            }
            ResourcePattern ownGroups =
                    new ResourcePattern(ResourceType.GROUP, service.id() + ".", PatternType.PREFIXED);
            grants.add(grant(service, ownGroups, AclOperation.READ));
        }
        return grants;
    }

    private static ResourcePattern topic(Topic topic) {
        return new ResourcePattern(ResourceType.TOPIC, topic.address(), PatternType.LITERAL);
    }

    private static AclBinding grant(Service service, ResourcePattern what, AclOperation operation) {
        return new AclBinding(
                what, new AccessControlEntry("User:" + service.id(), "*", operation, AclPermissionType.ALLOW));
    }
}
