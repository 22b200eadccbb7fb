package org.duecare.behaviour;

import java.util.function.DoubleUnaryOperator;

/**
 * A price that its own buyers justify: the premium of a class moves who buys and how much care they take, and their losses
 * move the premium. Found by repeated substitution from the price at which everybody buys, so that of several equilibria
 * the one with most buyers is found; a price that keeps rising means that nobody is left who buys (adverse selection).
 *
 * @param price the premium of the class, at least 0
 * @param residual distance between the price and the one that it leads to, relative to the price
 * @param iterations substitutions made
 * @param converged whether the residual is within the tolerance asked for
 */
public record Equilibrium(double price, double residual, int iterations, boolean converged) {
    /**
     * Solves {@code price = reply(price)}.
     *
     * @param reply the price that the buyers at a price would justify; not negative, finite
     * @param start where to begin
     * @param tolerance largest relative residual, above 0
     * @param most substitutions at most
     */
    public static Equilibrium of(DoubleUnaryOperator reply, double start, double tolerance, int most) {
        double price = start;
        double residual = Double.POSITIVE_INFINITY;
        int iterations = 0;
        while (iterations < most && residual > tolerance) {
            double next = reply.applyAsDouble(price);
            iterations++;
            residual = Math.abs(next - price) / Math.max(Math.abs(next), Double.MIN_NORMAL);
            price = next;
        }
        return new Equilibrium(price, price == 0 ? 0 : residual, iterations, price == 0 || residual <= tolerance);
    }
}
