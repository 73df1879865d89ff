package io.github.syscallmaven;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.syscallmaven.host.HostFacts;
import io.github.syscallmaven.mojo.WriteInfoMojo;
import java.util.Set;

/** The arrows between the packages, and what may be used where. */
@AnalyzeClasses(packagesOf = ArchitectureTest.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String BASE = "io.github.syscallmaven.";

    /** All run before there is a stub to read and write with. */
    private static final DescribedPredicate<JavaClass> BEFORE_THE_STUB = belongToAnyOf(HostFacts.class)
            .or(nameMatching("io\\.github\\.syscallmaven\\.syscall\\.(TrustedFolder|PrivateFolder|JnaStart|Resource)")
                    .forSubtype());

    /** The seam to files over Java's own classes, for hosts without a stub. */
    private static final DescribedPredicate<JavaClass> PORTABLE = resideInAPackage(BASE + "io.portable..");

    /**
     * Ask Java for names without links, and open nothing by them: that of the project's own base directory, which is told to git,
     * and those by which a file of two names is known as one.
     */
    private static final Set<String> RESOLVE_LINKS = Set.of(WriteInfoMojo.class.getName(), BASE + "mojo.WrittenFiles");

    /** Classes that are of no use but to touch the disk. */
    private static final DescribedPredicate<JavaClass> FILE_ACCESS = nameMatching(
                    "java\\.io\\.(File(Input|Output)Stream|RandomAccessFile|File(Reader|Writer)|FileDescriptor)"
                            + "|java\\.nio\\.file\\.(Files|FileSystems?|FileStore|DirectoryStream|WatchService)"
                            + "|java\\.nio\\.channels\\.(Asynchronous)?FileChannel"
                            + "|java\\.util\\.(zip\\.ZipFile|jar\\.JarFile)")
            .<JavaClass>forSubtype()
            .as("classes for file access");

    /** The methods that only look at the name. */
    private static final Set<String> OF_FILE_NAMES = Set.of(
            "<init>",
            "compareTo",
            "equals",
            "getAbsoluteFile",
            "getAbsolutePath",
            "getName",
            "getParent",
            "getParentFile",
            "getPath",
            "hashCode",
            "isAbsolute",
            "toPath",
            "toString");

    @ArchTest
    static final ArchRule arrowsPointOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("mojo")
            .definedBy(BASE + "mojo..")
            .layer("info")
            .definedBy(BASE + "info..")
            .layer("checksum")
            .definedBy(BASE + "checksum..")
            .layer("trust")
            .definedBy(BASE + "trust..")
            .layer("host")
            .definedBy(BASE + "host..")
            .layer("io")
            .definedBy(BASE + "io..")
            .layer("syscall")
            .definedBy(BASE + "syscall..")
            .whereLayer("mojo")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("info")
            .mayOnlyBeAccessedByLayers("mojo")
            .whereLayer("checksum")
            .mayOnlyBeAccessedByLayers("mojo", "trust")
            .whereLayer("trust")
            .mayOnlyBeAccessedByLayers("mojo")
            .whereLayer("host")
            .mayOnlyBeAccessedByLayers("mojo")
            .whereLayer("io")
            .mayOnlyBeAccessedByLayers("mojo", "info", "checksum", "trust", "host")
            .whereLayer("syscall")
            .mayOnlyBeAccessedByLayers("mojo", "host", "io");

    @ArchTest
    static final ArchRule everyClassIsInOneOfThePackages = noClasses()
            .should()
            .resideOutsideOfPackages(
                    BASE + "mojo..",
                    BASE + "info..",
                    BASE + "checksum..",
                    BASE + "trust..",
                    BASE + "host..",
                    BASE + "io..",
                    BASE + "syscall..");

    @ArchTest
    static final ArchRule onlySyscallKnowsJna = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "syscall..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.sun.jna.."));

    @ArchTest
    static final ArchRule onlyMojoKnowsMaven = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "mojo..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.apache.maven..", "org.codehaus.plexus..", "org.eclipse.."));

    @ArchTest
    static final ArchRule filesAreNotTouchedByJavasOwnClasses = noClasses()
            .that(DescribedPredicate.not(BEFORE_THE_STUB.or(PORTABLE)))
            .should()
            .dependOnClassesThat(FILE_ACCESS)
            .because("files go through package io");

    @ArchTest
    static final ArchRule filesAreNotTouchedByTheirNames = noClasses()
            .that(DescribedPredicate.not(BEFORE_THE_STUB.or(PORTABLE)))
            .should(accessTargetWhere(describe("the disk is touched by way of a name", ArchitectureTest::touchesDisk)))
            .because("files go through package io");

    @ArchTest
    static final ArchRule portableFilesNeedNoKernel = noClasses()
            .that(PORTABLE)
            .should()
            .dependOnClassesThat(resideInAnyPackage(BASE + "syscall..", "com.sun.jna.."));

    @ArchTest
    static final ArchRule onlyMojoChoosesPortableFiles = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + "mojo..", BASE + "io.portable..")
            .should()
            .dependOnClassesThat(PORTABLE);

    private static boolean touchesDisk(JavaAccess<?> call) {
        String method = call.getTarget().getName();
        return switch (call.getTargetOwner().getName()) {
            case "java.io.File" -> !OF_FILE_NAMES.contains(method);
            case "java.nio.file.Path" ->
                method.equals("register")
                        || (method.equals("toRealPath")
                                && !RESOLVE_LINKS.contains(call.getOriginOwner().getName()));
            // Those that take a file or its name, not a stream or a writer.
            case "java.io.PrintStream", "java.io.PrintWriter", "java.util.Scanner", "java.util.Formatter" ->
                method.equals("<init>")
                        && call.getTarget()
                                .getFullName()
                                .matches(".*\\((java\\.io\\.File|java\\.lang\\.String|java\\.nio\\.file\\.Path)\\b.*");
            default -> false;
        };
    }
}
