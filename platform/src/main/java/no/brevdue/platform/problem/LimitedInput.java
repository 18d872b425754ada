package no.brevdue.platform.problem;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read, for bodies that do not say their length beforehand. */
final class LimitedInput extends FilterInputStream {

    private final long limit;
    private long count;

    LimitedInput(InputStream source, long limit) {
        super(source);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        return counted(super.read(), 1);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        return counted(read, read);
    }

    private int counted(int result, int read) {
        if (result >= 0) {
            count += read;
        }
        if (count > limit) {
            throw PlatformProblem.BODY_TOO_LARGE.because("The body is larger than " + limit + " octets.");
        }
        return result;
    }
}
