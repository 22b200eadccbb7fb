package org.duecare.reports;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.duecare.reports.table.ResultTable;

/**
 * What the results must tell beside the numbers: where they come from and how they were made. Handed over as text, since
 * neither the clock nor the scenario file is known here.
 *
 * @param version version of the program
 * @param modelVersion version of the model; results of one model version are comparable bit by bit
 * @param commit commit the program was built from; empty where unknown
 * @param command the command as given
 * @param resolvedScenario the scenario after all overlays, as text
 * @param scenarioSha256 hash of the resolved scenario
 * @param inputs data files that the scenario names
 * @param jdk vendor and version of the Java runtime
 * @param libraries version by library
 * @param timingsSeconds seconds by phase
 * @param peakMemoryBytes largest heap in use
 * @param warnings what the run warned of
 * @param tables tables to write
 * @param returnPeriods return periods of the headline numbers, in years
 */
public record RunContext(
        String version,
        String modelVersion,
        String commit,
        String command,
        String resolvedScenario,
        String scenarioSha256,
        List<Input> inputs,
        String jdk,
        SortedMap<String, String> libraries,
        SortedMap<String, Double> timingsSeconds,
        long peakMemoryBytes,
        List<String> warnings,
        List<ResultTable> tables,
        List<Double> returnPeriods) {

    /**
     * A data file.
     *
     * @param name as the scenario names it
     * @param sha256 hash of its bytes
     * @param size in bytes
     */
    public record Input(String name, String sha256, long size) {}

    /** Copies lists and maps; return periods in rising order. */
    public RunContext {
        inputs = List.copyOf(inputs);
        libraries = new TreeMap<>(libraries);
        timingsSeconds = new TreeMap<>(timingsSeconds);
        warnings = List.copyOf(warnings);
        tables = tables.stream().distinct().sorted().toList();
        returnPeriods = returnPeriods.stream().distinct().sorted().toList();
    }
}
