package io.github.syscallmaven.checksum.verify.report;

import io.github.syscallmaven.checksum.list.name.TextName;
import io.github.syscallmaven.checksum.list.write.JsonWriter;
import io.github.syscallmaven.checksum.verify.verdict.Status;
import io.github.syscallmaven.checksum.verify.verdict.Verdict;
import io.github.syscallmaven.checksum.verify.verdict.VerdictSink;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Content;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A verification as JSON: {@code
 * {"module":"org.example:app","failures":1,"verdicts":[{"status":"mismatch","failure":true,
 * "list":"SUMS","line":7,"name":"a.jar","algorithm":"SHA-256","expected":"…","actual":"…","what":"…"},…]}}, one verdict
 * a line, those that are well included. What does not apply is left out, and {@code actual} where it is as expected. A
 * path that is not UTF-8 stands in {@code nameBytes} or {@code listBytes} as hexadecimal digits; one that is longer
 * than any that the kernel takes is cut, and {@code nameLength} says how many bytes it has. A run that was not finished
 * has an {@code error}.
 *
 * <p>Takes some tens of bytes of memory for each verdict until it is written.
 */
public final class JsonReport implements VerdictSink {
    private final @Nullable String module;
    private final Spool verdicts = new Spool();
    private String separator = "\n";
    private long failures;
    private @Nullable String error;

    /** {@code module} is null without a project. */
    public JsonReport(@Nullable String module) {
        this.module = module;
    }

    @Override
    public void accept(Verdict verdict) throws IOException {
        failures += verdict.isFailure() ? 1 : 0;
        StringBuilder json = new StringBuilder(separator)
                .append("{\"status\":")
                .append(JsonWriter.quoted(verdict.status().name().toLowerCase(Locale.ROOT)))
                .append(",\"failure\":")
                .append(verdict.isFailure());
        path(json, "list", verdict.list());
        if (verdict.line() > 0) {
            json.append(",\"line\":").append(verdict.line());
        }
        path(json, "name", verdict.name());
        if (verdict.expected() != null) {
            text(json, "algorithm", verdict.expected().algorithm().name());
            text(json, "expected", verdict.expected().digest().toString());
        }
        if (verdict.actual() != null && verdict.status() != Status.OK) {
            text(json, "actual", verdict.actual().toString());
        }
        if (!verdict.what().isEmpty()) {
            text(json, "what", verdict.what());
        }
        verdicts.write(json.append('}').toString());
        separator = ",\n";
    }

    @Override
    public void aborted(String reason) {
        error = reason;
    }

    private static void path(StringBuilder json, String key, @Nullable BytePath path) {
        if (path == null) {
            return;
        }
        boolean whole = path.length() <= BytePath.MAX_LENGTH;
        TextName name = TextName.of(whole ? path : path.slice(0, BytePath.MAX_LENGTH));
        text(json, name.hex().isEmpty() ? key : key + "Bytes", name.hex().isEmpty() ? name.text() : name.hex());
        if (!whole) {
            json.append(",\"").append(key).append("Length\":").append(path.length());
        }
    }

    private static void text(StringBuilder json, String key, String value) {
        json.append(",\"").append(key).append("\":").append(JsonWriter.quoted(value));
    }

    /** The document, once there are no more verdicts. */
    public Content content() {
        return out -> {
            write(out, "{");
            if (module != null) {
                write(out, "\"module\":" + JsonWriter.quoted(module) + ",");
            }
            if (error != null) {
                write(out, "\"error\":" + JsonWriter.quoted(error) + ",");
            }
            write(out, "\"failures\":" + failures + ",\"verdicts\":[");
            verdicts.writeTo(out);
            write(out, "\n]}\n");
        };
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
