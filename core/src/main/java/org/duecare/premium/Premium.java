package org.duecare.premium;

import org.duecare.quantity.Money;

/**
 * A premium by component, in main units a year.
 *
 * @param expectedLoss pure premium
 * @param riskLoad what the principle adds
 * @param reinsurance net cost of reinsurance that is passed on; below 0 where treaties cost less than they are expected to pay
 * @param expenses of the insurer
 * @param commission of brokers
 * @param levy of the fund that is collected with the premium
 * @param tax on the premium
 */
public record Premium(
        double expectedLoss,
        double riskLoad,
        double reinsurance,
        double expenses,
        double commission,
        double levy,
        double tax) {
    /** No premium at all. */
    public static final Premium NONE = new Premium(0, 0, 0, 0, 0, 0, 0);

    /** What the insurer charges before tax and levy. */
    public double beforeTax() {
        return expectedLoss + riskLoad + reinsurance + expenses + commission;
    }

    /** What the operator pays. */
    public double total() {
        return beforeTax() + levy + tax;
    }

    /** Expected loss over the premium before tax and levy; NaN without a premium. */
    public double lossRatio() {
        return beforeTax() > 0 ? expectedLoss / beforeTax() : Double.NaN;
    }

    /** The sum of two premiums, component by component. */
    public Premium plus(Premium other) {
        return new Premium(
                expectedLoss + other.expectedLoss,
                riskLoad + other.riskLoad,
                reinsurance + other.reinsurance,
                expenses + other.expenses,
                commission + other.commission,
                levy + other.levy,
                tax + other.tax);
    }

    /** Every component rounded to minor units. */
    public Premium rounded() {
        return new Premium(
                toMinor(expectedLoss),
                toMinor(riskLoad),
                toMinor(reinsurance),
                toMinor(expenses),
                toMinor(commission),
                toMinor(levy),
                toMinor(tax));
    }

    private static double toMinor(double amount) {
        return amount < 0 ? -Money.main(Money.minor(-amount)) : Money.main(Money.minor(amount));
    }

    /** Every component times a factor. */
    public Premium times(double factor) {
        return new Premium(
                expectedLoss * factor,
                riskLoad * factor,
                reinsurance * factor,
                expenses * factor,
                commission * factor,
                levy * factor,
                tax * factor);
    }
}
