package org.duecare.simulation;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.duecare.compiled.CompiledWorld;
import org.duecare.premium.DiscreteLoss;
import org.duecare.premium.PremiumPrinciple;

/** Prices of a class from all blocks of a pilot but one, each left out in turn: their spread is the error of the price. */
final class PilotJackknife {
    private final Pilot pilot;
    private final int[] classOf;
    private final int[] policies;
    private final PremiumPrinciple principle;

    /**
     * For one variant.
     *
     * @param classOf risk class of each operation
     * @param policies number of policies of each class
     */
    PilotJackknife(Pilot pilot, int[] classOf, int[] policies, PremiumPrinciple principle) {
        this.pilot = pilot;
        this.classOf = classOf;
        this.policies = policies;
        this.principle = principle;
    }

    /**
     * A class with one block of the pilot left out at a time.
     *
     * @param mean expected claims of a policy a year, by block
     * @param load price over expected claims, by block
     */
    record LeftOut(double[] mean, double[] load) {}

    /** Leaves out one block after the other of what a class was paid. */
    LeftOut of(int riskClass) {
        double[][] byBlock = paidByBlock(riskClass);
        double[] all =
                Arrays.stream(byBlock).flatMapToDouble(Arrays::stream).sorted().toArray();
        double years = (double) policies[riskClass] * Pilot.trialYears() * (Pilot.BLOCKS - 1) / Pilot.BLOCKS;
        LeftOut without = new LeftOut(new double[Pilot.BLOCKS], new double[Pilot.BLOCKS]);
        for (int block = 0; block < Pilot.BLOCKS; block++) {
            DiscreteLoss law = ExAntePrices.law(less(all, byBlock[block]), years);
            without.mean[block] = law.mean();
            without.load[block] = law.mean() == 0 ? 1 : Math.max(1, principle.price(law) / law.mean());
        }
        return without;
    }

    /** What insurers paid the policies of a class in each block of the pilot, in rising order. */
    private double[][] paidByBlock(int riskClass) {
        int[] of = IntStream.range(0, pilot.size())
                .filter(e -> classOf[pilot.operation(e)] == riskClass)
                .toArray();
        double[][] paid = new double[Pilot.BLOCKS][];
        for (int b = 0; b < paid.length; b++) {
            int block = b;
            paid[b] = Arrays.stream(of)
                    .filter(e -> pilot.trial(e) / CompiledWorld.BLOCK == block)
                    .mapToDouble(pilot::paid)
                    .sorted()
                    .toArray();
        }
        return paid;
    }

    /** The amounts of a rising list without those of another that are all in it. */
    private static double[] less(double[] all, double[] some) {
        double[] left = new double[all.length - some.length];
        int taken = 0;
        for (int k = 0; k < all.length; k++) {
            if (taken < some.length && some[taken] == all[k]) {
                taken++;
            } else {
                left[k - taken] = all[k];
            }
        }
        return left;
    }
}
