package org.duecare.behaviour;

/**
 * What care costs an operator, and what it leaves to pay: expected amounts a year, in main units.
 *
 * @param care cost of care itself
 * @param premium of liability insurance, as the insurer would charge for this care
 * @param levy of the fund
 * @param retained damages that the operator pays itself, up to what it owns
 * @param ownLoss own loss that the operator counts, up to what it owns
 * @param sanctions after audits
 */
public record CareBill(double care, double premium, double levy, double retained, double ownLoss, double sanctions) {
    /** Nothing to pay. */
    public static final CareBill NONE = new CareBill(0, 0, 0, 0, 0, 0);

    /** The sum of two bills, item by item. */
    public CareBill plus(CareBill other) {
        return new CareBill(
                care + other.care,
                premium + other.premium,
                levy + other.levy,
                retained + other.retained,
                ownLoss + other.ownLoss,
                sanctions + other.sanctions);
    }

    /** Everything together. */
    public double total() {
        return total(1, 0);
    }

    /**
     * Everything together where only a share of the premium follows the own care.
     *
     * @param grading that share
     * @param classPremium what the others of the class make the rest of
     */
    public double total(double grading, double classPremium) {
        return care + grading * premium + (1 - grading) * classPremium + levy + retained + ownLoss + sanctions;
    }
}
