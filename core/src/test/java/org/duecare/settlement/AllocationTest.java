package org.duecare.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.management.ManagementFactory;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.simulation.CompiledScenario;
import org.duecare.simulation.RandomScenarios;
import org.duecare.simulation.Scenario;
import org.duecare.simulation.ScenarioCompiler;
import org.duecare.simulation.SpreadingWorld;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The hot rooms allocate nothing once their scratch has grown to the portfolio. */
class AllocationTest {
    private static final int SCHEMES = 40;
    private static final int BLOCKS = 5;
    private static final int BLOCKS_SLOW = 40;

    /** The question itself allocates a few objects. */
    private static final long ALLOWED_BYTES = 512;

    /** A class that a scheme never uses may be loaded at any moment by the compiler's doubts; that is not our allocation. */
    @BeforeAll
    static void loadTheHotRooms() {
        new ClassFileImporter()
                .importPackages("org.duecare.compiled", "org.duecare.history", "org.duecare.settlement")
                .forEach(JavaClass::reflect);
    }

    @Test
    void settlementOfABlockAllocatesNothing() {
        requireNoAllocation(BLOCKS);
    }

    @Test
    @Tag("slow")
    void settlementOfManyBlocksAllocatesNothing() {
        requireNoAllocation(BLOCKS_SLOW);
    }

    private static void requireNoAllocation(int blocks) {
        for (int number = 0; number < SCHEMES; number++) {
            Scenario scheme = RandomScenarios.scheme(4_000_000 + number);
            assertThat(bytesFor(ScenarioCompiler.compile(scheme), blocks))
                    .as("scheme " + number)
                    .isLessThanOrEqualTo(ALLOWED_BYTES);
        }
    }

    @Test
    void worldsThatSpreadFailAndLearnAllocateNothing() {
        assertThat(bytesFor(ScenarioCompiler.compile(SpreadingWorld.learning(CompiledWorld.BLOCK)), 4 * BLOCKS))
                .isLessThanOrEqualTo(ALLOWED_BYTES);
    }

    private static long bytesFor(CompiledScenario scenario, int blocks) {
        CompiledWorld world = scenario.world();
        CompiledVariant[] variants = scenario.variants().toArray(CompiledVariant[]::new);
        BlockSettlement settlement = new BlockSettlement(world, variants);
        LossColumns columns = new LossColumns(world, variants);
        OperationTotals totals = new OperationTotals(variants.length, world.operationCount());
        // Blocks differ in their largest lists: every block that is measured was seen before.
        settle(settlement, world, blocks, columns, totals);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        settle(settlement, world, blocks, columns, totals);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static void settle(
            BlockSettlement settlement, CompiledWorld world, int blocks, LossColumns columns, OperationTotals totals) {
        BlockSlice whole = new BlockSlice(0, world.operators.operatorCount(), 0, CompiledWorld.BLOCK);
        for (int block = 0; block < blocks; block++) {
            columns.clear();
            settlement.slice(block, whole, columns, totals);
            settlement.finish(block, CompiledWorld.BLOCK, columns, totals);
        }
    }
}
