package no.brevdue.identity.life;

import io.smallrye.health.api.Wellness;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

import jakarta.enterprise.context.ApplicationScoped;

/** Not well while the feed is silent or has left something out. The service goes on: what it knows is still right for most. */
@Wellness
@ApplicationScoped
class FeedHealth implements HealthCheck {

    private final FeedService feed;

    FeedHealth(FeedService feed) {
        this.feed = feed;
    }

    @Override
    public HealthCheckResponse call() {
        FeedService.Condition condition = feed.condition();
        return HealthCheckResponse.named("population-feed")
                .status(condition.isWell())
                .withData("gaps", condition.gaps())
                .withData("silentSeconds", condition.silence().toSeconds())
                .build();
    }
}
