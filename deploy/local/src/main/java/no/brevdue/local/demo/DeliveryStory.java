package no.brevdue.local.demo;

import java.io.IOException;

/** What can become of a letter, each ending with the ladder that proves it. Plays on any stack, as often as one likes. */
public final class DeliveryStory implements Story {

    private final ReaderScenes readers = new ReaderScenes();
    private final UnreadScenes unread = new UnreadScenes();
    private final RecallScenes recalls = new RecallScenes();
    private final ObstacleScenes obstacles = new ObstacleScenes();
    private final NameScenes names = new NameScenes();
    private final OversightScenes oversight = new OversightScenes();

    @Override
    public void play(Narrator narrator) throws IOException, InterruptedException {
        readers.opened(new Scene(narrator, "1. Published and opened"));
        unread.unread(new Scene(narrator, "2. Never opened, posted, returned, and reached in the end"));
        recalls.recalledUnopened(new Scene(narrator, "3. Taken back before anybody opened it"));
        recalls.recalledOpened(new Scene(narrator, "4. Taken back after the wrong person had opened it"));
        readers.notMine(new Scene(narrator, "5. The reader says that it is somebody else's"));
        obstacles.reserved(new Scene(narrator, "6. To somebody who is reserved against digital post"));
        obstacles.copyRejected(new Scene(narrator, "7. The copy recipient rejects its copy"));
        obstacles.infected(new Scene(narrator, "8. With an infected attachment"));
        readers.deletedUnread(new Scene(narrator, "9. Deleted without having been opened"));
        obstacles.askedBefore(new Scene(narrator, "10. Asked about before it is sent"));
        unread.printed(new Scene(narrator, "11. Never opened, printed, and returned by the post"));
        unread.notPrinted(new Scene(narrator, "12. Never opened, and nowhere to post it to"));
        obstacles.dies(new Scene(narrator, "13. Reported dead, and alive after all"));
        oversight.batched(new Scene(narrator, "14. Many at once, one of which is wrong"));
        oversight.reconciled(new Scene(narrator, "15. What the clinic believes it has sent, and what is here"));
        obstacles.notTheirSupplier(new Scene(narrator, "16. Through a supplier that the clinic has not registered"));
        oversight.canaryIsLate(new Scene(narrator, "17. No canary comes through, by none of the routes"));
        names.mistaken(new Scene(narrator, "18. To the number of one, and the name of another"), narrator);
    }
}
