package no.brevdue.local;

import no.brevdue.local.chaos.Chaos;
import no.brevdue.local.demo.ConsentStory;
import no.brevdue.local.demo.DeliveryStory;
import no.brevdue.local.demo.LifeStory;
import no.brevdue.local.demo.MainStory;
import no.brevdue.local.demo.Narrator;
import no.brevdue.local.demo.PeopleStory;
import no.brevdue.local.demo.StaffStory;
import no.brevdue.local.demo.Story;
import no.brevdue.local.demo.SuddenDeaths;
import no.brevdue.local.home.LocalProblem;
import no.brevdue.local.stack.Stack;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The stories a stack can play, in the order in which they are best read. */
enum Stories {
    MAIN,
    DELIVERY,
    CONSENT,
    PEOPLE,
    LIFE,
    STAFF,
    SUDDEN_DEATHS,
    CHAOS;

    static Stories called(String name) {
        for (Stories story : values()) {
            if (story.toString().equals(name)) {
                return story;
            }
        }
        throw new LocalProblem("There is no story " + name + ": choose of " + List.of(values()) + ".");
    }

    /** Whether every claim of the story held. */
    boolean play(Stack stack) throws IOException, InterruptedException {
        return Narrator.onStandardOutput().tell(on(stack));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Story on(Stack stack) {
        return switch (this) {
            case MAIN -> new MainStory();
            case DELIVERY -> new DeliveryStory();
            case CONSENT -> new ConsentStory(stack);
            case PEOPLE -> new PeopleStory();
            case LIFE -> new LifeStory();
            case STAFF -> new StaffStory();
            case SUDDEN_DEATHS -> new SuddenDeaths();
            case CHAOS -> new Chaos(stack);
        };
    }
}
