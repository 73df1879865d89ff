package io.github.syscallmaven.syscall.stub;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.syscall.stub.image.StubImage;
import io.github.syscallmaven.testing.Prerequisite;
import io.github.syscallmaven.testing.Run;
import io.github.syscallmaven.testing.kernel.TestArch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the instructions of the stubs show to whoever reads them: how many they are, and what they can reach. */
class StubCodeTest {
    private static final Path DESCRIPTION = Path.of("../stub-src/README.md");
    private static final Pattern FUNCTION = Pattern.compile("[0-9a-f]+ <(\\w+)>:");
    private static final Pattern INSTRUCTION = Pattern.compile("\\s+[0-9a-f]+:\\s+(\\S.*)");

    /** A row of the description: function, and a count for each CPU, of which those with a dash do not have it. */
    private static final Pattern ROW = Pattern.compile(
            "\\| `(\\w+)` \\| *(?<x8664>[0-9-]+) \\| *(?<aarch64>[0-9-]+)" + " \\| *(?<riscv64>[0-9-]+) \\|.*");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void instructionsAreAsManyAsTheDescriptionSays(Arch arch) throws Exception {
        Map<String, Integer> described = new TreeMap<>();
        for (String line : Files.readAllLines(DESCRIPTION)) {
            Matcher row = ROW.matcher(line);
            String count = row.matches() ? row.group(arch.machine().replace("_", "")) : "-";
            if (!count.equals("-")) {
                described.put(row.group(1), Integer.valueOf(count));
            }
        }
        Map<String, Integer> counted = new TreeMap<>();
        functions(arch).forEach((name, instructions) -> counted.put(name, instructions.size()));

        assertThat(counted).isEqualTo(described);
    }

    /**
     * What a block function may do: branches on a comparison of addresses alone, and memory by these registers alone.
     */
    @ParameterizedTest
    @CsvSource({
        "X86_64, 'jmp|jne', 'cmp +%rdx,%rsi|cmp +%r15,%rbp', '-?(0x)?[0-9a-f]*\\((%rdi|%rsi|%rip|%rbp)\\)'",
        "AARCH64, 'b|b\\.ne', 'cmp\\s+x1, x2', '\\[(x0|x1|x3)(, #[0-9]+)?\\]'"
    })
    void blockFunctionsReachNothingButTheirArgumentsAndBranchOnTheirNumberAlone(
            Arch arch, String branches, String comparison, String memory) throws Exception {
        functions(arch).forEach((name, instructions) -> {
            if (name.endsWith("_blocks")) {
                assertBranches(name, instructions, branches, comparison);
                assertMemory(name, instructions, memory);
            }
        });
    }

    private static void assertBranches(String name, List<String> instructions, String branches, String comparison) {
        int conditional = 0;
        for (int i = 0; i < instructions.size(); i++) {
            String code = instructions.get(i);
            String operation = code.split("\\s+", 2)[0];
            assertThat(operation)
                    .as(name)
                    .doesNotMatch("call|syscall|sysenter|int|ud2|bl|blr|br|svc|loop.*|cbn?z|tbn?z");
            if (operation.matches("j.*|b|b\\..*")) {
                assertThat(operation).as(name).matches(branches);
                assertThat(code).as(name).contains("<" + name + "+");
                if (operation.endsWith("ne")) {
                    assertThat(instructions.get(i - 1)).as(name).matches("(" + comparison + ")(\\s.*)?");
                    conditional++;
                }
            }
        }
        assertThat(conditional).as(name).isBetween(1, 2);
    }

    private static void assertMemory(String name, List<String> instructions, String memory) {
        Pattern any = Pattern.compile("[^ ,\\s]*\\([^)]*\\)|\\[[^]]*\\]");
        for (String code : instructions) {
            // Of the comment behind it, and of padding, nothing is read.
            Matcher operand = any.matcher(code.replaceFirst("\\s+(#|//).*", ""));
            while (operand.find() && !code.contains("nop")) {
                assertThat(operand.group()).as(name + ": " + code).matches(memory);
            }
        }
        assertThat(instructions.stream().filter(code -> code.startsWith("push")).toList())
                .as(name)
                .allMatch(code -> code.matches("push +%(rbx|rbp|r1[2-5])"));
    }

    /** Each function's instructions, without what fills the room between two. */
    private Map<String, List<String>> functions(Arch arch) throws Exception {
        String objdump = arch == TestArch.THIS ? "objdump" : arch.machine().replace('_', '-') + "-linux-gnu-objdump";
        Prerequisite.tool(objdump);
        byte[] stub = StubImage.shipped(arch).bytes();
        Path file = Files.write(folder.resolve("libsyscall.so"), stub);
        Run run = Run.of(objdump, "-d", "--no-show-raw-insn", file.toString()).successful();
        Map<String, List<String>> functions = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : run.lines().toList()) {
            Matcher function = FUNCTION.matcher(line);
            Matcher instruction = INSTRUCTION.matcher(line);
            if (function.matches()) {
                current = functions.computeIfAbsent(function.group(1), name -> new ArrayList<>());
            } else if (instruction.matches()) {
                current.add(instruction.group(1));
            }
        }
        functions.values().forEach(StubCodeTest::dropPadding);
        return functions;
    }

    private static void dropPadding(List<String> instructions) {
        while (!instructions.get(instructions.size() - 1).startsWith("ret")) {
            instructions.remove(instructions.size() - 1);
        }
    }
}
