package org.duecare.simulation;

import java.util.List;
import org.duecare.compiled.CompiledVariant;
import org.duecare.compiled.CompiledWorld;
import org.duecare.settlement.EventReader;
import org.duecare.settlement.EventRows;
import org.duecare.statistics.TrialColumn;

/** Single incidents of a finished run: regenerated, with the fund as it stood at the start of each trial's year. */
final class CollectedEvents implements RunResult.EventSource {
    private final CompiledScenario compiled;
    private final List<RunResult.VariantResult> results;
    private final EventReader reader;
    private final long[] openings = new long[CompiledWorld.BLOCK];
    private final long[] grants = new long[CompiledWorld.BLOCK];
    private final long[] means = new long[CompiledWorld.BLOCK];
    private final long[] capital = new long[CompiledWorld.BLOCK];
    private final long[] claims = new long[CompiledWorld.BLOCK];
    private final long[] paid = new long[CompiledWorld.BLOCK];

    CollectedEvents(CompiledScenario compiled, List<RunResult.VariantResult> results) {
        this.compiled = compiled;
        this.results = results;
        this.reader = new EventReader(compiled.world(), compiled.variants().toArray(CompiledVariant[]::new));
    }

    @Override
    public EventRows read(int variant, int block, int year) {
        int from = block * CompiledWorld.BLOCK;
        int count = Math.min(CompiledWorld.BLOCK, compiled.scenario().trials() - from);
        CompiledVariant policy = compiled.variants().get(variant);
        if (policy.assets != null) {
            return reader.readCarried(variant, block, year, count);
        }
        RunResult.FundPath fund = results.get(variant).fund();
        if (fund != null && policy.fund != null) {
            if (year == 1) {
                java.util.Arrays.fill(openings, policy.fund.initial);
            } else {
                TrialColumn balance = fund.balance(year - 1);
                balance.read(from, count, openings);
            }
            if (fund.calls() != null) {
                fund.calls().grant(year).read(from, count, grants);
                fund.calls().means(year).read(from, count, means);
            }
        }
        RunResult.InsurerPath insurers = results.get(variant).insurers();
        if (insurers != null) {
            insurers(insurers, variant, from, count, year);
        }
        return reader.read(variant, block, year, count, openings, grants, means);
    }

    /** What insurers had at the start of the year. */
    private void insurers(RunResult.InsurerPath path, int variant, int from, int count, int year) {
        for (int k = 0; k < path.insurers().size(); k++) {
            if (year == 1) {
                reader.open(variant, k, count, null, null, null);
            } else {
                path.capital(k, year - 1).read(from, count, capital);
                path.claims(k, year - 1).read(from, count, claims);
                path.paid(k, year - 1).read(from, count, paid);
                reader.open(variant, k, count, capital, claims, paid);
            }
        }
    }
}
