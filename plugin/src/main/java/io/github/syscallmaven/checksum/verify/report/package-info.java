/** The verdicts as files: JSON, and the XML of JUnit that CI servers show. */
@NullMarked
package io.github.syscallmaven.checksum.verify.report;

import org.jspecify.annotations.NullMarked;
