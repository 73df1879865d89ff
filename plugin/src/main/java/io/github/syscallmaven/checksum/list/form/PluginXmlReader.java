package io.github.syscallmaven.checksum.list.form;

import io.github.syscallmaven.checksum.list.entry.EntryForm;
import io.github.syscallmaven.checksum.list.entry.ListProblem.Kind;
import io.github.syscallmaven.checksum.list.parse.FieldEntry;
import io.github.syscallmaven.checksum.list.parse.ItemCollector;
import io.github.syscallmaven.checksum.list.parse.ListContext;
import io.github.syscallmaven.checksum.list.text.Shown;
import io.github.syscallmaven.io.BytePath;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the XML of checksum-maven-plugin 1.x, {@code <files><file name="…"><hashcode algorithm="SHA-1">…}, and no other
 * XML: no other element, no other attribute, no document type declaration, no instruction.
 */
public final class PluginXmlReader implements FormReader {
    private final ListContext context;
    private final ItemCollector findings;

    public PluginXmlReader(ListContext context, ItemCollector findings) {
        this.context = context;
        this.findings = findings;
    }

    @Override
    public void read(InputStream stream) throws IOException {
        XmlTags tags = new XmlTags(stream);
        try {
            files(tags);
        } catch (XmlTags.Unexpected unexpected) {
            String what = unexpected.getMessage() + "; the rest is not read";
            findings.problem(Kind.NOT_A_LIST, tags.line(), what);
        }
    }

    private void files(XmlTags tags) throws IOException, XmlTags.Unexpected {
        XmlTags.Tag files = expect(tags.next(), "files", "");
        while (!files.empty()) {
            XmlTags.Tag tag = tags.next();
            if (tag != null && tag.ends("files")) {
                break;
            }
            file(tags, expect(tag, "file", "name"));
        }
        if (tags.next() != null) {
            throw XmlTags.Unexpected.found("text after its end");
        }
    }

    private void file(XmlTags tags, XmlTags.Tag file) throws IOException, XmlTags.Unexpected {
        int digests = 0;
        while (!file.empty()) {
            XmlTags.Tag tag = tags.next();
            if (tag != null && tag.ends("file")) {
                break;
            }
            XmlTags.Tag hashcode = expect(tag, "hashcode", "algorithm");
            String digest = hashcode.empty() ? "" : tags.text().strip();
            XmlTags.Tag end = hashcode.empty() ? null : tags.next();
            if (++digests > FieldEntry.MAX_ALGORITHMS || (end != null && !end.ends("hashcode"))) {
                throw XmlTags.Unexpected.found("more than digests in 'file'");
            }
            FieldEntry entry = new FieldEntry(BytePath.of(file.value()), hashcode.value(), digest);
            findings.add(entry.check(context.algorithms(), EntryForm.PLUGIN_XML, hashcode.line()));
        }
    }

    private static XmlTags.Tag expect(XmlTags.@Nullable Tag tag, String name, String attribute)
            throws XmlTags.Unexpected {
        if (tag == null) {
            throw XmlTags.Unexpected.malformed();
        }
        if (tag.end() || !tag.name().equals(name)) {
            throw XmlTags.Unexpected.found("the element '" + Shown.algorithm(tag.name()) + "'");
        }
        if (!tag.attribute().equals(attribute)) {
            throw XmlTags.Unexpected.found("other attributes than '" + attribute + "' in '" + name + "'");
        }
        return tag;
    }
}
