package org.duecare.simulation;

import java.util.List;
import org.duecare.compiled.AuditColumns;
import org.duecare.compiled.VictimColumns;
import org.duecare.diligence.Diligence;
import org.duecare.diligence.DiligenceElement;
import org.duecare.diligence.Posture;
import org.duecare.diligence.StandardOfCare;
import org.duecare.fund.LiabilityFund;
import org.duecare.liability.Liability;
import org.duecare.liability.LiabilityLimit;
import org.duecare.operation.Operation;
import org.duecare.operation.Territory;
import org.duecare.quantity.InvalidValueException;
import org.duecare.quantity.Money;
import org.duecare.random.DrawAddress;
import org.jspecify.annotations.Nullable;

/** What territories and limits of liability make of one phase of a policy: victims, claims, limits, audits. */
final class StateCompiler {
    private static final int NEIGHBOURLINESS = DiligenceElement.GOOD_NEIGHBOURLINESS.ordinal();
    private static final int CONTROL = DiligenceElement.TERRITORIAL_CONTROL.ordinal();
    private static final int EXCHANGE = DiligenceElement.INFORMATION_EXCHANGE.ordinal();
    private static final int NON_DISCRIMINATION = DiligenceElement.NON_DISCRIMINATION.ordinal();

    private final Policy policy;
    private final double[] homeShare;
    private final double[] foreignLeft;
    private final double[] careForeignLeft;
    private final long[] homeBelow;
    private final long[] foreignBelow;
    private final long[] limit;
    private final double[] fundWithholds;
    private final double[] sanctions;
    private final long[] sanction;
    private boolean victims;
    private boolean audits;

    StateCompiler(Policy policy, int operations) {
        this.policy = policy;
        this.homeShare = new double[operations];
        this.foreignLeft = new double[operations];
        this.careForeignLeft = new double[operations];
        this.homeBelow = new long[operations];
        this.foreignBelow = new long[operations];
        this.limit = new long[operations];
        this.fundWithholds = new double[operations];
        this.sanctions = new double[operations];
        this.sanction = new long[operations];
        // A limit that gross fault breaks may hold again for who has learnt: both postures then carry the columns.
        this.victims =
                policy.diligence().hardening() != null && policy.liability().limit() != LiabilityLimit.NONE;
    }

    /**
     * What an operation's posture can do where it runs: information exchange and equal treatment reach no further than the
     * state's own, and the other elements no further than the state's territorial control lets them. The array itself where the
     * state does not hold it back.
     *
     * @param levels levels as far as the operation's own control reaches
     */
    static double[] acting(double[] levels, Territory territory, Diligence diligence) {
        double exchange = territory.posture().informationExchange();
        double equal = territory.posture().nonDiscrimination();
        double control = territory.posture().territorialControl();
        boolean reaches = diligence.territorialFactor() == 0 || control >= levels[CONTROL];
        if (reaches && exchange >= levels[EXCHANGE] && equal >= levels[NON_DISCRIMINATION]) {
            return levels;
        }
        double[] acting = reaches
                ? levels.clone()
                : Posture.effective(levels, diligence.reach(control) / diligence.reach(levels[CONTROL]));
        acting[EXCHANGE] = Math.min(acting[EXCHANGE], exchange);
        acting[NON_DISCRIMINATION] = Math.min(acting[NON_DISCRIMINATION], equal);
        return acting;
    }

    /** Sets the row of an operation. */
    void set(int i, Operation operation, double[] acting, double[] mended, double shortfall) {
        Territory territory = policy.states().of(operation.territory());
        double factor = policy.diligence().neighbourlinessFactor();
        homeShare[i] = territory.victimsIn(operation.territory(), operation.territory());
        foreignLeft[i] = Diligence.foreignLeft(acting[NEIGHBOURLINESS], factor);
        careForeignLeft[i] = Diligence.foreignLeft(mended[NEIGHBOURLINESS], factor);
        Territory.ClaimProbability claim = territory.claimProbability();
        homeBelow[i] = DrawAddress.threshold(claim.home());
        foreignBelow[i] = DrawAddress.threshold(claim.abroad(acting[NON_DISCRIMINATION]));
        LiabilityFund fund = policy.fund();
        fundWithholds[i] = fund == null ? 0 : 1 - fund.admits(acting[NON_DISCRIMINATION]);
        limit[i] = shortfall > policy.liability().breakLimitAbove()
                ? Money.UNLIMITED
                : limitOf(policy.liability(), operation);
        victims |= homeShare[i] < 1 || homeBelow[i] < DrawAddress.CELLS || limit[i] != Money.UNLIMITED;
        sanction[i] = Money.minor(territory.sanction().amount(operation.revenue()));
        boolean falls = shortfall > policy.liability().tolerance();
        sanctions[i] = falls && sanction[i] > 0 ? territory.sanctionsPerYear() : 0;
        audits |= sanctions[i] > 0;
    }

    /** Most that an operation owes for an incident, minor units. */
    static long limitOf(Liability liability, Operation operation) {
        LiabilityLimit terms = liability.limit();
        double size = 0;
        if (terms.bySize()) {
            size = operation.size(terms.unit());
            if (size < 0) {
                throw new InvalidValueException(
                        "liability.limit.unit",
                        "= " + terms.unit() + ", but the operation " + operation.operation() + " has no such unit",
                        "Give it units: {" + terms.unit() + ": ...}, or measure by users");
            }
        }
        return Money.minor(terms.at(operation.revenue(), size));
    }

    /** Victims and claims; null where nothing departs from the plain case. */
    @Nullable
    VictimColumns victims() {
        return victims
                ? new VictimColumns(
                        homeShare, foreignLeft, careForeignLeft, homeBelow, foreignBelow, limit, fundWithholds)
                : null;
    }

    /** Sanctions; null where there are none. */
    @Nullable
    AuditColumns audits() {
        return audits ? new AuditColumns(sanctions, sanction) : null;
    }

    /** Which operations' states answer for what is left of the damages; null where none does. */
    static boolean @Nullable [] answering(Policy policy, List<Operation> operations) {
        boolean[] answering = new boolean[operations.size()];
        boolean any = false;
        for (int i = 0; i < answering.length; i++) {
            Territory territory = policy.states().of(operations.get(i).territory());
            double tolerance = policy.liability().tolerance();
            answering[i] = policy.states().liability().answers(shortfall(policy, territory), tolerance);
            any |= answering[i];
        }
        return any ? answering : null;
    }

    /** How far a state falls short of the standard of care. */
    private static double shortfall(Policy policy, Territory territory) {
        StandardOfCare standard = policy.diligence().standard();
        double[] held = territory.posture().toArray();
        return standard.shortfall() == StandardOfCare.ShortfallMeasure.WORST
                ? StandardOfCare.worstShortfall(held, standard.absolute(), standard.elementWeights())
                : StandardOfCare.weightedShortfall(held, standard.absolute(), standard.elementWeights());
    }
}
