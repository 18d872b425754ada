package no.brevdue.platform.database;

/** Whose rows the current request may see; whoever admits callers knows it. */
public interface CurrentScope {

    RowScope scope();
}
