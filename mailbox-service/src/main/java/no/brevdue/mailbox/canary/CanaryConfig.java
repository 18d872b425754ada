package no.brevdue.mailbox.canary;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.hibernate.validator.constraints.time.DurationMin;

import java.time.Duration;
import java.util.Optional;

/** Whom the canaries fly to. Only with the first three do letters fly: half of them would be missed for ever. */
@ConfigMapping(prefix = "brevdue.canary")
interface CanaryConfig {

    /** An organisation number that sends nothing else. */
    Optional<String> sender();

    /** The national identity number of somebody who has agreed to it, or of a synthetic person. */
    Optional<String> person();

    /** An organisation of our own that gets the copies. */
    Optional<String> copyTo();

    @WithDefault("PT5M")
    @DurationMin(minutes = 1)
    Duration every();

    /** How often a test job goes to the printing house, if there is one; never without. Who watches has the same. */
    Optional<@DurationMin(minutes = 1) Duration> paperEvery();
}
