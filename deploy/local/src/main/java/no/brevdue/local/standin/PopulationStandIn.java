package no.brevdue.local.standin;

/** The population register with its feed, and what one can do to both. */
public final class PopulationStandIn {

    private final Population population;
    private final BearerCheck feedReaders;
    private final Faults faults = new Faults();

    /** Serves {@code population}; the feed to whoever {@code feedReaders} lets in. */
    public PopulationStandIn(Population population, BearerCheck feedReaders) {
        this.population = population;
        this.feedReaders = feedReaders;
    }

    StandInServer.Endpoint register() {
        return new PopulationRegister(population, faults);
    }

    StandInServer.Endpoint feed() {
        return new PopulationFeed(feedReaders, population, faults);
    }

    StandInServer.Endpoint control() {
        return new PopulationControl(population);
    }

    StandInServer.Endpoint faults() {
        return faults;
    }
}
