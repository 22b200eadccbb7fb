package org.duecare.reports;

import java.util.ArrayList;
import java.util.List;
import org.duecare.diligence.DiligenceElement;
import org.duecare.simulation.RunResult;
import org.duecare.simulation.RunResult.VariantResult;

/**
 * The care held from year to year under one variant: means over the operations at the start of each year, as far as levels
 * reach, without what is learnt from incidents. Known before the first trial, so that it has no interval.
 *
 * @param years one entry for each year; empty where it is not known
 */
public record PosturePath(String variant, List<Year> years) {

    /**
     * One year.
     *
     * @param elements mean level of each of the nine elements
     * @param shortfall mean shortfall
     */
    public record Year(int year, List<Double> elements, double shortfall) {
        /** Mean of the nine means. */
        public double mean() {
            return elements.stream().mapToDouble(Double::doubleValue).sum() / DiligenceElement.COUNT;
        }
    }

    /** The paths of a run, one for each variant whose path is known, in the order of the file. */
    public static List<PosturePath> of(RunResult run) {
        List<PosturePath> paths = new ArrayList<>();
        for (VariantResult variant : run.variants()) {
            List<Year> years = new ArrayList<>();
            for (int year = 1; year <= run.scenario().years(); year++) {
                List<Double> elements = variant.elementMeans(year);
                if (!elements.isEmpty()) {
                    years.add(new Year(year, elements, shortfall(run, variant, year)));
                }
            }
            if (!years.isEmpty()) {
                paths.add(new PosturePath(variant.variant(), List.copyOf(years)));
            }
        }
        return paths;
    }

    private static double shortfall(RunResult run, VariantResult variant, int year) {
        double sum = 0;
        int count = run.operations().size();
        for (int operation = 0; operation < count; operation++) {
            sum += variant.shortfall(year, operation);
        }
        return sum / count;
    }
}
