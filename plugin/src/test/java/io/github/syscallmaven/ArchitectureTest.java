package io.github.syscallmaven;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.syscallmaven.host.HostFacts;
import io.github.syscallmaven.mojo.info.WriteInfoMojo;
import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.syscall.stub.StubLoader;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The arrows between the packages, and what may be used where. */
@AnalyzeClasses(packagesOf = ArchitectureTest.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String BASE = "io.github.syscallmaven.";

    private static final String DIGEST = "digest";
    private static final String HASHING = "checksum.hashing";
    private static final String IO = "io";
    private static final String LIST_ENTRY = "checksum.list.entry";
    private static final String LIST_LINE = "checksum.list.line";
    private static final String LIST_NAME = "checksum.list.name";
    private static final String LIST_PARSE = "checksum.list.parse";
    private static final String LIST_TEXT = "checksum.list.text";
    private static final String TASK = "checksum.hashing.task";
    private static final String LIST_WRITE = "checksum.list.write";
    private static final String SYSCALL = "syscall";
    private static final String ARCH = "syscall.arch";
    private static final String VERDICT = "checksum.verify.verdict";
    private static final String KERNEL_CALL = "io.kernel.call";
    private static final String KERNEL_PATH = "io.kernel.path";

    /** All run before there is a stub to read and write with. */
    private static final DescribedPredicate<JavaClass> BEFORE_THE_STUB = belongToAnyOf(HostFacts.class)
            .or(nameMatching(
                            "io\\.github\\.syscallmaven\\.syscall\\.stub\\.(LibraryFolders|TrustedFolder|PrivateFolder)")
                    .forSubtype());

    /** The seam to files over Java's own classes, for hosts without a stub. */
    private static final DescribedPredicate<JavaClass> PORTABLE = resideInAPackage(BASE + "io.portable..");

    /**
     * Resolve symbolic links by Java, but open nothing by the result: the base directory, which git is given, and paths
     * that are compared, to find two names of one file.
     */
    private static final Set<String> RESOLVE_LINKS = Set.of(WriteInfoMojo.class.getName(), BASE + "mojo.WrittenFiles");

    private static final Set<String> NOT_WRITTEN = Set.of("package-info", "HelpMojo");

    /** Classes that are of no use but to touch the disk. */
    private static final DescribedPredicate<JavaClass> FILE_ACCESS = nameMatching(
                    "java\\.io\\.(File(Input|Output)Stream|RandomAccessFile|File(Reader|Writer)|FileDescriptor)"
                            + "|java\\.nio\\.file\\.(Files|FileSystems?|FileStore|DirectoryStream|WatchService)"
                            + "|java\\.nio\\.channels\\.(Asynchronous)?FileChannel"
                            + "|java\\.util\\.(zip\\.ZipFile|jar\\.JarFile)")
            .<JavaClass>forSubtype()
            .as("classes for file access");

    /** What only looks at the name. */
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
            "separatorChar",
            "toPath",
            "toString");

    /**
     * Which packages of ours each package may use: its row, its own classes, and nothing else. The packages of {@code
     * mojo} may use all of them.
     */
    static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("checksum.create", Set.of(HASHING, TASK, "checksum.list", LIST_NAME, LIST_WRITE, DIGEST, IO)),
            entry(HASHING, Set.of(TASK, DIGEST, IO)),
            entry(TASK, Set.of(DIGEST, IO)),
            entry(
                    "checksum.list",
                    Set.of(LIST_ENTRY, "checksum.list.form", LIST_NAME, LIST_PARSE, LIST_TEXT, LIST_WRITE, DIGEST, IO)),
            entry(LIST_ENTRY, Set.of(LIST_TEXT, DIGEST, IO)),
            entry(
                    "checksum.list.form",
                    Set.of(LIST_ENTRY, LIST_LINE, LIST_NAME, LIST_PARSE, LIST_TEXT, LIST_WRITE, DIGEST, IO)),
            entry(LIST_LINE, Set.of(LIST_ENTRY, LIST_NAME, LIST_PARSE, LIST_TEXT, DIGEST, IO)),
            entry(LIST_NAME, Set.of(LIST_ENTRY, DIGEST, IO)),
            entry(LIST_PARSE, Set.of(LIST_ENTRY, LIST_NAME, LIST_TEXT, DIGEST, IO)),
            entry(LIST_TEXT, Set.of(DIGEST, IO)),
            entry(LIST_WRITE, Set.of(LIST_LINE, LIST_NAME, DIGEST, IO)),
            entry("checksum.select", Set.of(IO)),
            entry(
                    "checksum.verify",
                    Set.of(
                            HASHING,
                            TASK,
                            "checksum.list",
                            LIST_ENTRY,
                            LIST_NAME,
                            LIST_TEXT,
                            "checksum.verify.plan",
                            VERDICT,
                            DIGEST,
                            IO)),
            entry("checksum.verify.plan", Set.of(TASK, LIST_ENTRY, LIST_NAME, VERDICT, DIGEST, IO)),
            entry("checksum.verify.report", Set.of(LIST_NAME, LIST_WRITE, VERDICT, DIGEST, IO)),
            entry(VERDICT, Set.of(HASHING, TASK, LIST_ENTRY, LIST_NAME, DIGEST, IO)),
            entry(DIGEST, Set.of(SYSCALL)),
            entry("host", Set.of(IO, SYSCALL, ARCH, "syscall.stub", "syscall.stub.image")),
            entry("info", Set.of(IO)),
            entry("info.ci", Set.of("info", IO)),
            entry("info.collect", Set.of("info", "info.ci", "info.git", "info.git.process", IO)),
            entry("info.git", Set.of("info", "info.git.process", IO)),
            entry("info.git.process", Set.of(IO)),
            entry(IO, Set.of()),
            entry("io.kernel", Set.of(IO, KERNEL_CALL, KERNEL_PATH, "io.kernel.read", "io.kernel.write", SYSCALL)),
            entry(KERNEL_CALL, Set.of(IO, SYSCALL, ARCH)),
            entry(KERNEL_PATH, Set.of(IO, KERNEL_CALL, SYSCALL)),
            entry("io.kernel.read", Set.of(IO, KERNEL_CALL, KERNEL_PATH, SYSCALL)),
            entry("io.kernel.write", Set.of(IO, KERNEL_CALL, SYSCALL, ARCH)),
            entry("io.portable", Set.of(IO, "io.portable.disk")),
            entry("io.portable.disk", Set.of(IO)),
            entry(SYSCALL, Set.of(ARCH)),
            entry(ARCH, Set.of()),
            entry("syscall.stub", Set.of(SYSCALL, ARCH, "syscall.stub.image")),
            entry("syscall.stub.image", Set.of(ARCH)),
            entry("syscall.trace", Set.of(SYSCALL, ARCH, "syscall.trace.call")),
            entry("syscall.trace.call", Set.of(SYSCALL, ARCH)),
            entry("trust", Set.of(DIGEST, IO)));

    /** What travels together is a record. */
    @ArchTest
    static final ArchRule constructorsTakeFewParameters = constructors()
            .that()
            .areDeclaredInClassesThat(not(assignableTo(Record.class)))
            .and()
            .areNotPrivate()
            .should(new ArchCondition<>("have at most five parameters") {
                @Override
                public void check(JavaConstructor constructor, ConditionEvents events) {
                    int count = constructor.getRawParameterTypes().size();
                    events.add(new SimpleConditionEvent(
                            constructor, count <= 5, constructor.getFullName() + " has " + count));
                }
            });

    @ArchTest
    static final ArchRule goalsShareOnlyWhatAllShare = slices().matching(BASE + "mojo.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAPackage(BASE + "mojo.parameter"))
            .because("what two goals need is in mojo, and parameters that they share in mojo.parameter");

    @ArchTest
    static final ArchRule sharedParametersBelongToNoGoal = noClasses()
            .that()
            .resideInAPackage(BASE + "mojo.parameter")
            .should()
            .dependOnClassesThat(
                    resideInAPackage(BASE + "mojo.*..").and(not(resideInAPackage(BASE + "mojo.parameter"))));

    @ArchTest
    static final ArchRule whatAllGoalsShareKnowsNoGoal = noClasses()
            .that()
            .resideInAPackage(BASE + "mojo")
            .should()
            .dependOnClassesThat(resideInAPackage(BASE + "mojo.*.."));

    @ArchTest
    static void arrowsPointOneWay(JavaClasses classes) {
        MAY_USE.forEach((room, others) -> noClasses()
                .that()
                .resideInAPackage(BASE + room)
                .should()
                .dependOnClassesThat(describe(
                        "are in other packages of ours than " + new TreeSet<>(others),
                        used -> used.getPackageName().startsWith(BASE)
                                && !used.getPackageName().equals(BASE + room)
                                && !others.contains(used.getPackageName().substring(BASE.length()))))
                .allowEmptyShould(true)
                .check(classes));
    }

    /** A reader sees a package at once: few classes, and few floors of classes that use those of the floor below. */
    @ArchTest
    static void packagesAreSmall(JavaClasses classes) {
        Map<String, List<JavaClass>> rooms = classes.stream()
                .filter(type -> type.isTopLevelClass() && !NOT_WRITTEN.contains(type.getSimpleName()))
                .collect(groupingBy(JavaClass::getPackageName));

        assertThat(rooms.values()).allSatisfy(room -> {
            assertThat(room).hasSizeLessThanOrEqualTo(25);
            assertThat(room).allSatisfy(type -> assertThat(floors(type)).hasSizeLessThanOrEqualTo(5));
        });
    }

    /** The longest way down from this class within its package; classes that use each other are on one floor. */
    private static List<String> floors(JavaClass type) {
        Stream<String> below = reached(type).stream()
                .filter(used -> !reached(used).contains(type))
                .map(ArchitectureTest::floors)
                .max(Comparator.comparing(List::size))
                .stream()
                .flatMap(List::stream);
        return Stream.concat(Stream.of(type.getSimpleName()), below).toList();
    }

    private static Set<JavaClass> reached(JavaClass type) {
        Set<JavaClass> reached = new HashSet<>();
        Deque<JavaClass> todo = new ArrayDeque<>(used(type));
        while (!todo.isEmpty()) {
            JavaClass next = todo.remove();
            if (reached.add(next)) {
                todo.addAll(used(next));
            }
        }
        return reached;
    }

    private static Set<JavaClass> used(JavaClass type) {
        return type.getPackage().getClasses().stream()
                .filter(part -> outermost(part).equals(type))
                .flatMap(part -> part.getDirectDependenciesFromSelf().stream())
                .map(dependency -> outermost(dependency.getTargetClass().getBaseComponentType()))
                .filter(used -> used.getPackageName().equals(type.getPackageName()) && !used.equals(type))
                .collect(toSet());
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    @ArchTest
    static final ArchRule everyClassIsInOneOfThePackages = classes()
            .should()
            .resideInAnyPackage(Stream.concat(Stream.of("mojo.."), MAY_USE.keySet().stream())
                    .map(BASE::concat)
                    .toArray(String[]::new));

    @ArchTest
    static final ArchRule onlyTheStubKnowsJna = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "syscall.stub")
            .and()
            .doNotBelongToAnyOf(NativeBuffer.class)
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.sun.jna.."))
            .because("JNA loads the stub, and gives NativeBuffer the address of a direct buffer");

    /** So that a further CPU is a table, a line and a {@code syscall.S}. */
    @ArchTest
    static final ArchRule noCpuIsTreatedByItself = noClasses()
            .that()
            .doNotBelongToAnyOf(Arch.class, StubLoader.class)
            .should(accessTargetWhere(describe(
                    "a CPU is named",
                    access -> access.getTargetOwner().isEquivalentTo(Arch.class)
                            && Stream.of(Arch.values()).map(Arch::name).anyMatch(access.getName()::equals))))
            .because("tables say what differs, except for the digest functions, which not every CPU has");

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
