package org.duecare.premium;

import java.util.Arrays;
import org.duecare.distribution.StableMath;
import org.duecare.quantity.CompensatedSum;

/**
 * A compound law on a grid 0, h, 2h, ...: masses and, for laws with a density, the masses of the atoms alone. By fast Fourier
 * transform with exponential tilting: masses are multiplied by e^(-theta j) before and e^(theta j) after, which lowers what
 * wraps around by e^(-theta n) (R. Gruebel and R. Hermesmeier, ASTIN Bulletin 29, 1999).
 */
final class CompoundGrid {
    private static final double ON_GRID = 1e-7;
    private static final double ROUNDING = 1e-13;
    private static final double LITTLE_TILT = 8;

    private final double step;
    private final boolean lattice;
    private final double[] masses;
    private final double[] atoms;
    private final double[] below;
    private final double[] limited;
    private final double tilt;
    private final ExactMethod method;

    private CompoundGrid(
            double step, boolean lattice, double tilt, ExactMethod method, double[] masses, double[] atoms) {
        this.method = method;
        this.step = step;
        this.lattice = lattice;
        this.tilt = tilt;
        this.masses = masses;
        this.atoms = atoms;
        this.below = new double[masses.length];
        this.limited = new double[masses.length];
        CompensatedSum sum = new CompensatedSum();
        CompensatedSum area = new CompensatedSum();
        for (int j = 0; j < masses.length; j++) {
            limited[j] = step * area.value();
            sum.add(masses[j]);
            below[j] = sum.value();
            area.add(1 - below[j]);
        }
    }

    /**
     * Computes a grid.
     *
     * @param step h, above 0
     * @param buckets a power of two, at least 8
     * @param tilt theta times the length of the transform, at or above 0
     * @param lattice whether all sizes lie on the grid, so that all mass is in atoms
     */
    static CompoundGrid of(
            CompoundLaw law, double step, int buckets, double tilt, boolean lattice, ExactMethod method) {
        double[] masses = method.panjer()
                ? Panjer.compound(law, step, buckets, method)
                : transformed(law, step, buckets, tilt, method, false);
        if (lattice) {
            return new CompoundGrid(step, true, tilt, method, masses, masses);
        }
        boolean above = law.sources().stream()
                .anyMatch(source ->
                        !source.size().atoms().isEmpty() && source.count().mean() > 0);
        double[] atoms;
        if (above) {
            atoms = transformed(law, step, buckets, tilt, method, true);
        } else {
            atoms = new double[buckets];
            atoms[0] = atZero(law);
        }
        return new CompoundGrid(step, false, tilt, method, masses, atoms);
    }

    /** P(S = 0) where only claims paid in nothing leave the sum at 0. */
    static double atZero(CompoundLaw law) {
        double product = 1;
        for (CompoundLaw.Source source : law.sources()) {
            double[] re = {source.size().zero()};
            double[] im = {0};
            source.count().generate(re, im);
            product *= re[0];
        }
        return product;
    }

    /**
     * How many times longer than the grid the transform is. Tilting magnifies rounding errors by e^(theta j) for j on the grid
     * but lowers what wraps around over the whole length, so a longer one needs less of it.
     */
    private static int padding(double tilt) {
        return tilt <= LITTLE_TILT ? 1 : tilt <= 2 * LITTLE_TILT ? 2 : 4;
    }

    private static double[] transformed(
            CompoundLaw law, double step, int buckets, double tilt, ExactMethod method, boolean atoms) {
        int length = buckets * padding(tilt);
        RealTransform transform = new RealTransform(method.library(), length);
        double theta = tilt / length;
        double[][] product = null;
        for (CompoundLaw.Source source : law.sources()) {
            double[] severity = atoms
                    ? atomMasses(source.size(), step, buckets)
                    : method.discretisation().masses(source.size(), step, buckets);
            scale(severity, -theta);
            double[][] spectrum = transform.forward(Arrays.copyOf(severity, length));
            source.count().generate(spectrum[0], spectrum[1]);
            product = product == null ? spectrum : times(product, spectrum);
        }
        if (product == null) {
            throw new IllegalArgumentException("a compound law needs a source");
        }
        double[] masses = Arrays.copyOf(transform.inverse(product), buckets);
        scale(masses, theta);
        return masses;
    }

    /** The atoms of a size, each on the nearest grid point; atoms off the grid belong to what is spread. */
    static double[] atomMasses(ClaimSize size, double step, int buckets) {
        double[] masses = new double[buckets];
        masses[0] = size.zero();
        for (ClaimSize.Atom atom : size.atoms()) {
            double at = atom.value() / step;
            long nearest = Math.round(at);
            if (nearest < buckets && Math.abs(at - nearest) <= ON_GRID * Math.max(1, at)) {
                masses[(int) nearest] += atom.mass();
            }
        }
        return masses;
    }

    private static void scale(double[] values, double theta) {
        if (theta == 0) {
            return;
        }
        for (int j = 0; j < values.length; j++) {
            values[j] *= StableMath.exp(theta * j);
        }
    }

    private static double[][] times(double[][] a, double[][] b) {
        for (int k = 0; k < a[0].length; k++) {
            double re = a[0][k] * b[0][k] - a[1][k] * b[1][k];
            a[1][k] = a[0][k] * b[1][k] + a[1][k] * b[0][k];
            a[0][k] = re;
        }
        return a;
    }

    double step() {
        return step;
    }

    ExactMethod method() {
        return method;
    }

    /** E[S e^(-eta S)] on the grid. */
    double tiltedMean(double eta) {
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0; j < masses.length; j++) {
            double loss = j * step;
            sum.add(masses[j] * loss * (eta == 0 ? 1 : StableMath.exp(-eta * loss)));
        }
        return sum.value();
    }

    /** Standard deviation on the grid. */
    double sd() {
        double mean = tiltedMean(0);
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0; j < masses.length; j++) {
            sum.add(masses[j] * (j * step - mean) * (j * step - mean));
        }
        return Math.sqrt(sum.value());
    }

    int buckets() {
        return masses.length;
    }

    /** The last grid point. */
    double end() {
        return step * (masses.length - 1);
    }

    /** Mass at grid point j. */
    double mass(int j) {
        return masses[j];
    }

    /** Probability beyond the last grid point. */
    double tail() {
        return Math.max(0, 1 - below[below.length - 1]);
    }

    /** What wraps around at most, as a share of the probability beyond the grid. */
    double aliasing() {
        return StableMath.exp(-tilt) * tail();
    }

    /** P(S = loss). */
    double probability(double loss) {
        double at = loss / step;
        long nearest = Math.round(at);
        boolean on = Math.abs(at - nearest) <= ON_GRID * Math.max(1, at);
        double mass = on && nearest < masses.length ? atoms[(int) nearest] : 0;
        return mass > ROUNDING ? mass : lattice ? Math.max(0, mass) : 0;
    }

    /** P(S <= loss); above the last grid point its value there. */
    double cdf(double loss) {
        double at = loss / step;
        int last = masses.length - 1;
        long nearest = Math.round(at);
        boolean on = Math.abs(at - nearest) <= ON_GRID * Math.max(1, at);
        int j = (int) Math.min(last, on ? nearest : (long) Math.floor(at));
        if (lattice) {
            return below[j];
        }
        double smooth = on || j == last ? fromLeft(j) : between(at, j);
        return Math.min(1, atomsUpTo(j) + smooth);
    }

    private double atomsUpTo(int j) {
        return atomSums()[j];
    }

    private double[] atomSums = new double[0];

    private double[] atomSums() {
        if (atomSums.length == 0) {
            double[] sums = atoms.clone();
            CompensatedSum sum = new CompensatedSum();
            for (int j = 0; j < sums.length; j++) {
                sum.add(atoms[j]);
                sums[j] = sum.value();
            }
            atomSums = sums;
        }
        return atomSums;
    }

    /** The part with a density up to a grid point: half of the mass at the point lies below it. */
    private double smooth(int j) {
        if (j <= 0) {
            return 0;
        }
        double mass = masses[j] - atoms[j];
        return below[j] - atomSums()[j] - 0.5 * mass;
    }

    /** The same without the mass at the point itself, whose density may jump there: a cubic through the four points below. */
    private double fromLeft(int j) {
        if (j < 5) {
            return smooth(j);
        }
        return 4 * smooth(j - 1) - 6 * smooth(j - 2) + 4 * smooth(j - 3) - smooth(j - 4);
    }

    private double between(double at, int j) {
        int first = Math.max(0, Math.min(masses.length - 4, j - 1));
        return cubic(at - first, smooth(first), smooth(first + 1), smooth(first + 2), smooth(first + 3));
    }

    /** E[min(S, loss)]. */
    double limitedMean(double loss) {
        double at = loss / step;
        int last = masses.length - 1;
        long nearest = Math.round(at);
        if (Math.abs(at - nearest) <= ON_GRID * Math.max(1, at) && nearest <= last) {
            return limited[(int) nearest];
        }
        int j = (int) Math.min(last, (long) Math.floor(at));
        if (lattice || j == last) {
            return limited[j] + (loss - j * step) * (1 - below[j]);
        }
        int first = Math.max(0, Math.min(masses.length - 4, j - 1));
        return cubic(at - first, limited[first], limited[first + 1], limited[first + 2], limited[first + 3]);
    }

    /** E[(min(most, (S - from)+) - centre)^power]; {@code most} finite and the sum of both within the grid. */
    double layerMoment(double from, double most, double centre, int power) {
        CompensatedSum sum = new CompensatedSum();
        int last = (int) Math.min(masses.length - 1, (long) Math.floor((from + most) / step));
        for (int j = 0; j <= last; j++) {
            sum.add(masses[j] * power(Math.max(0, j * step - from) - centre, power));
        }
        sum.add(Math.max(0, 1 - below[last]) * power(most - centre, power));
        return sum.value();
    }

    /** What E[(S - from - centre)^power] holds below {@code from} more than if S were {@code from} there. */
    double shortfall(double from, double centre, int power) {
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0; j < masses.length && j * step < from; j++) {
            sum.add(masses[j] * (power(j * step - from - centre, power) - power(-centre, power)));
        }
        return sum.value();
    }

    private static double power(double value, int exponent) {
        return exponent == 2 ? value * value : value * value * value;
    }

    /** The smallest loss with P(S <= loss) at or above p; infinite beyond the grid. */
    double quantile(double p) {
        int j = firstAt(p);
        if (j < 0) {
            return Double.POSITIVE_INFINITY;
        }
        if (j == 0 || lattice) {
            return j * step;
        }
        double without = atomsUpTo(j - 1);
        if (without + fromLeft(j) < p) {
            return j * step;
        }
        double low = j - 1;
        double high = j;
        for (int i = 0; i < 60; i++) {
            double middle = 0.5 * (low + high);
            if (without + between(middle, j - 1) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high * step;
    }

    private int firstAt(double p) {
        int low = 0;
        int high = masses.length - 1;
        if (level(high) < p - 1e-12) {
            return -1;
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (level(middle) >= p - 1e-12) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private double level(int j) {
        return lattice ? below[j] : atomsUpTo(j) + smooth(j);
    }

    /** The cubic through four equally spaced values, at t in [0, 3]. */
    private static double cubic(double t, double a, double b, double c, double d) {
        double l0 = -(t - 1) * (t - 2) * (t - 3) / 6;
        double l1 = t * (t - 2) * (t - 3) / 2;
        double l2 = -t * (t - 1) * (t - 3) / 2;
        double l3 = t * (t - 1) * (t - 2) / 6;
        return a * l0 + b * l1 + c * l2 + d * l3;
    }

    /** A copy of the masses. */
    double[] masses() {
        return Arrays.copyOf(masses, masses.length);
    }
}
