package no.brevdue.local.demo;

import java.io.IOException;

/** Something that happens to letters, told and proven step by step. */
public interface Story {

    void play(Narrator narrator) throws IOException, InterruptedException;
}
