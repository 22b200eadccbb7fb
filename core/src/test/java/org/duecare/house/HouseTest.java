package org.duecare.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The house stands as docs/house.md says: packages import what its table allows, and nothing of the outer world. */
class HouseTest {
    private static final String ROOT = "org.duecare.";
    private static final Path PAGE = Path.of("..", "docs", "house.md");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.duecare");

    /** Package to allowed packages, from the table under "Packages of core". */
    private static Map<String, Set<String>> table() throws IOException {
        Map<String, Set<String>> allowed = new LinkedHashMap<>();
        boolean inside = false;
        for (String line : Files.readAllLines(PAGE)) {
            inside = line.startsWith("## ") ? line.startsWith("## Packages of core") : inside;
            if (inside && line.startsWith("|")) {
                String[] cells = line.substring(1).split("\\|");
                String name = cells[1].strip().replace("`", "");
                if (!name.equals("package") && !name.startsWith("-") && !name.startsWith(":")) {
                    allowed.put(name, names(cells[cells.length - 1]));
                }
            }
        }
        return allowed;
    }

    private static Set<String> names(String cell) {
        return Arrays.stream(cell.replace("`", "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !name.equals("-"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String packageOf(JavaClass type) {
        return type.getPackageName().startsWith(ROOT)
                ? type.getPackageName().substring(ROOT.length()).split("\\.")[0]
                : "";
    }

    @Test
    void packagesImportWhatTheTableAllows() throws IOException {
        Map<String, Set<String>> allowed = table();
        Set<String> faults = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            String from = packageOf(type);
            assertThat(allowed)
                    .as("docs/house.md must have a row for each package")
                    .containsKey(from);
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String to = packageOf(dependency.getTargetClass().getBaseComponentType());
                if (!to.isEmpty() && !to.equals(from) && !allowed.get(from).contains(to)) {
                    faults.add(
                            type.getSimpleName() + " in " + from + " uses " + to + "; allowed: " + allowed.get(from));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void packagesFormNoCircle() {
        SlicesRuleDefinition.slices()
                .matching("org.duecare.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void coreKnowsNoFileClockNetworkOrPrinter() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.nio.file..", "java.net..", "java.time..", "org.slf4j..", "java.util.logging..")
                .check(CLASSES);
        noClasses().should().accessField(System.class, "out").check(CLASSES);
        noClasses().should().accessField(System.class, "err").check(CLASSES);
    }

    @Test
    void hotRoomsUseNoCollectionStreamOrLambda() {
        noClasses()
                .that()
                .resideInAnyPackage("org.duecare.compiled", "org.duecare.history", "org.duecare.settlement")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.stream..", "java.util.function..", "java.util.concurrent..")
                .check(CLASSES);
    }

    @Test
    void nobodyUsesFunctionsWhoseBitsDifferBetweenJavas() {
        for (String name :
                new String[] {"exp", "log", "log10", "log1p", "expm1", "pow", "sin", "cos", "tan", "tanh", "cbrt"}) {
            noClasses().should().callMethod(Math.class, name, double.class).check(CLASSES);
        }
        noClasses()
                .should()
                .callMethod(Math.class, "pow", double.class, double.class)
                .check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .check(CLASSES);
    }
}
