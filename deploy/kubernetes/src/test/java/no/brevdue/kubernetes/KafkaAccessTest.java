package no.brevdue.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserAuthorizationSimple;
import io.strimzi.api.kafka.model.user.KafkaUserScramSha512ClientAuthentication;
import io.strimzi.api.kafka.model.user.acl.AclResourcePatternType;
import io.strimzi.api.kafka.model.user.acl.AclRule;
import io.strimzi.api.kafka.model.user.acl.AclRuleGroupResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTopicResource;
import io.strimzi.api.kafka.model.user.acl.StrimziAclOperation;
import no.brevdue.contracts.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

class KafkaAccessTest {

    private static final List<KafkaTopic> TOPICS = Manifests.EXAMPLE.all(KafkaTopic.class);
    private static final List<KafkaUser> USERS = Manifests.EXAMPLE.all(KafkaUser.class);

    @Test
    void topicsAreTheOnesTheServicesSpeakOf() {
        assertThat(names(TOPICS))
                .isEqualTo(Arrays.stream(Topic.values()).map(Topic::address).collect(toSet()));
        assertThat(TOPICS)
                .allSatisfy(topic -> assertThat(topic.getSpec().getPartitions()).isEqualTo(Topic.PARTITIONS));
    }

    @Test
    void everyTopicSurvivesTheLossOfABroker() {
        assertThat(TOPICS).allSatisfy(topic -> {
            assertThat(topic.getSpec().getReplicas()).isEqualTo(3);
            assertThat(topic.getSpec().getConfig())
                    .containsEntry("min.insync.replicas", 2)
                    .containsEntry("unclean.leader.election.enable", false);
        });
    }

    @Test
    void sealedNumbersAreKeptForSevenDays() {
        assertThat(Manifests.EXAMPLE.named(KafkaTopic.class, "identity.registrations.v1"))
                .hasValueSatisfying(topic -> assertThat(retention(topic)).isEqualTo(Duration.ofDays(7)));
    }

    @Test
    void factsAreKeptForThirtyDays() {
        assertThat(TOPICS)
                .filteredOn(topic -> !topic.getMetadata().getName().equals("identity.registrations.v1"))
                .allSatisfy(topic -> assertThat(retention(topic)).isEqualTo(Duration.ofDays(30)));
    }

    private static Duration retention(KafkaTopic topic) {
        return Duration.ofMillis(
                Long.parseLong(String.valueOf(topic.getSpec().getConfig().get("retention.ms"))));
    }

    @ParameterizedTest
    @EnumSource
    void whoeverIsBelievedMayWriteAndNobodyElse(Topic topic) {
        assertThat(who(topic, StrimziAclOperation.WRITE))
                .isEqualTo(names(USERS).stream().filter(topic::mayCarry).collect(toSet()));
    }

    @ParameterizedTest
    @CsvSource({
        "IDENTITY_EVENTS, consent mailbox notification audit",
        "IDENTITY_REGISTRATIONS, identity",
        "CONSENT_EVENTS, mailbox notification audit",
        "MAILBOX_EVENTS, consent notification",
        "NOTIFICATION_EVENTS, consent mailbox",
        "AUDIT_EVENTS, consent",
        "AUDIT_ENTRIES, audit",
    })
    void onlyProjectionsRead(Topic topic, String readers) {
        assertThat(who(topic, StrimziAclOperation.READ)).containsExactlyInAnyOrder(readers.split(" "));
    }

    private static Set<String> who(Topic topic, StrimziAclOperation operation) {
        return USERS.stream()
                .filter(user -> rules(user).stream()
                        .anyMatch(rule -> rule.getResource() instanceof AclRuleTopicResource resource
                                && resource.getName().equals(topic.address())
                                && rule.getOperations().contains(operation)))
                .map(user -> user.getMetadata().getName())
                .collect(toSet());
    }

    @Test
    void aUserIsAServiceAndMayDoNothingBesides() {
        Set<String> topics = names(TOPICS);

        assertThat(names(USERS))
                .isEqualTo(Manifests.EXAMPLE.workloads().stream()
                        .map(Workload::service)
                        .collect(toSet()));
        assertThat(USERS).allSatisfy(user -> {
            assertThat(user.getSpec().getAuthentication()).isInstanceOf(KafkaUserScramSha512ClientAuthentication.class);
            assertThat(rules(user))
                    .allSatisfy(rule -> assertThat(isModest(user, rule, topics)).isTrue());
        });
    }

    private static boolean isModest(KafkaUser user, AclRule rule, Set<String> topics) {
        boolean known = switch (rule.getResource()) {
            case AclRuleTopicResource topic ->
                topic.getPatternType() == AclResourcePatternType.LITERAL && topics.contains(topic.getName());
            case AclRuleGroupResource group ->
                group.getName().equals(user.getMetadata().getName() + ".");
            default -> false;
        };
        return known
                && Set.of(StrimziAclOperation.DESCRIBE, StrimziAclOperation.READ, StrimziAclOperation.WRITE)
                        .containsAll(rule.getOperations());
    }

    private static List<AclRule> rules(KafkaUser user) {
        return ((KafkaUserAuthorizationSimple) user.getSpec().getAuthorization()).getAcls();
    }

    private static Set<String> names(List<? extends HasMetadata> objects) {
        return objects.stream().map(object -> object.getMetadata().getName()).collect(toSet());
    }
}
