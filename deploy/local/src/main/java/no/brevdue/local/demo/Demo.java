package no.brevdue.local.demo;

import no.brevdue.local.home.LocalProblem;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The stories a stack can play. */
public final class Demo {

    public static final String MAIN = "main";
    private static final Map<String, Supplier<Story>> STORIES = Map.of(
            MAIN,
            MainStory::new,
            "delivery",
            DeliveryStory::new,
            "people",
            PeopleStory::new,
            "life",
            LifeStory::new,
            "staff",
            StaffStory::new,
            "sudden-deaths",
            SuddenDeaths::new);

    private Demo() {}

    public static Set<String> stories() {
        return STORIES.keySet();
    }

    /** Whether every claim of the story held. */
    public static boolean play(String name) throws IOException, InterruptedException {
        Supplier<Story> story = STORIES.get(name);
        if (story == null) {
            throw new LocalProblem(
                    "There is no story " + name + ": choose one of " + String.join(", ", STORIES.keySet()) + ".");
        }
        return Narrator.onStandardOutput().tell(story.get());
    }
}
