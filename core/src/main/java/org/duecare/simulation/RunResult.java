package org.duecare.simulation;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.IntFunction;
import org.duecare.operation.Operation;
import org.duecare.premium.Premium;
import org.duecare.settlement.EventRows;
import org.duecare.settlement.Measure;
import org.duecare.statistics.TrialColumn;
import org.duecare.statistics.TrialWeights;
import org.jspecify.annotations.Nullable;

/**
 * Everything a run leaves: per-trial columns by variant, year and measure, totals by operation, the path of the fund.
 * Money is in minor units.
 *
 * @param scenario what was run
 * @param operations the operations, in the engine's order (operator, then operation)
 * @param variants in the order of the file
 * @param saturatedEvents events cut at the largest amount the engine can hold
 * @param hash computes the hash of all results when first asked for, or on a thread that somebody gives it
 * @param expectedAttempts attempts expected in the whole run, before vulnerability
 * @param events looks single incidents up again, as long as the run's columns can be read
 * @param weights likelihood ratio of each trial; uniform where trials are drawn as the world has them
 */
public record RunResult(
        Scenario scenario,
        List<Operation> operations,
        List<VariantResult> variants,
        long saturatedEvents,
        FutureTask<String> hash,
        double expectedAttempts,
        EventSource events,
        TrialWeights weights) {

    /** Hash of all results, in the definition of the manifest, as lower-case hexadecimal digits. */
    public String resultSha256() {
        hash.run();
        try {
            return hash.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the results were hashed", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the results could not be hashed: " + e.getCause(), e.getCause());
        }
    }

    /** Looks single incidents up again. */
    @FunctionalInterface
    public interface EventSource {
        /**
         * The incidents of one variant, block of trials and year; valid until the next call.
         *
         * @param variant index in the order of the file
         * @param block number from 0
         * @param year from 1
         */
        EventRows read(int variant, int block, int year);
    }

    /** The results of one variant. */
    public interface VariantResult {
        /** Name of the variant. */
        String variant();

        /** Measures that are not zero by construction, in fixed order. */
        List<Measure> measures();

        /** Sum of a live measure over the year's events, by trial; year from 1. */
        TrialColumn sum(Measure measure, int year);

        /** Largest single event of a live measure in the year, by trial; null for levy and other measures without events. */
        @Nullable
        TrialColumn max(Measure measure, int year);

        /** The measure whose columns are the very same by construction; the measure itself where there is none before it. */
        default Measure sameAs(Measure measure) {
            return measure;
        }

        /** Number of incidents, by trial. */
        TrialColumn incidents(int year);

        /** Number of incidents for which the operator is liable, by trial. */
        TrialColumn breaches(int year);

        /** The layers that are reported on their own, in the order of the scheme. */
        default List<NamedLayer> layers() {
            return List.of();
        }

        /** Path of the fund; null without a fund. */
        @Nullable
        FundPath fund();

        /** Total of a live measure by operation over all trials and years, in the order of {@link RunResult#operations}. */
        long[] operationTotals(Measure measure);

        /** Number of incidents by operation over all trials and years. */
        long[] operationIncidents();

        /** Number of incidents with liability by operation over all trials and years. */
        long[] operationBreaches();

        /** Shortfall of an operation in a year, without what it learns from incidents of its own. */
        double shortfall(int year, int operation);

        /**
         * Mean of the nine levels an operation holds at the start of a year, as far as they reach where it runs; without
         * what it learns from incidents of its own.
         */
        double posture(int year, int operation);

        /**
         * Mean over the operations of each of the nine levels held at the start of a year, as far as they reach; without what
         * is learnt from incidents. Empty where it is not known.
         */
        default List<Double> elementMeans(int year) {
            return List.of();
        }

        /** Mean of the nine levels an operation declares at the start of a year. */
        double declaredPosture(int year, int operation);

        /** Whether an operation is insured. */
        boolean insured(int operation);

        /** Premium of an operation, known before the first trial; null where the variant states none. */
        default @Nullable Premium premium(int operation) {
            return null;
        }
    }

    /**
     * A layer that is reported on its own.
     *
     * @param payer word for its payer
     * @param byYear what it pays in a year, by trial; year from 1
     */
    public record NamedLayer(String name, String payer, IntFunction<TrialColumn> byYear) {}

    /** The path of a fund. */
    public interface FundPath {
        /** Balance at the end of the year, by trial, minor units. */
        TrialColumn balance(int year);

        /** Claims on the fund in the year, by trial, minor units. */
        TrialColumn claims(int year);

        /** 1 where claims were paid pro rata for lack of money, by trial. */
        TrialColumn proration(int year);

        /** What calls upon members did; null where the fund makes none. */
        default @Nullable CallPath calls() {
            return null;
        }
    }

    /** The path of a fund's calls upon its members, by trial, minor units; year from 1. */
    public interface CallPath {
        /** Established claims not yet paid at the end of the year. */
        TrialColumn carried(int year);

        /** What the fund paid out in the year, whatever year the claims are of. */
        TrialColumn cash(int year);

        /** What the fund can grant for the claims of the year: its means and all that may be called. */
        TrialColumn grant(int year);

        /** What of it comes in within the horizon. */
        TrialColumn means(int year);
    }
}
