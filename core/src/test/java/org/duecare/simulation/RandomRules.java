package org.duecare.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.duecare.compensation.NetAssets;
import org.duecare.compensation.Payer;
import org.duecare.compensation.TimeBar;
import org.duecare.fund.Contribution;
import org.duecare.fund.FundBuilder;
import org.duecare.fund.FundCall;
import org.duecare.fund.FundLevy;
import org.duecare.fund.LiabilityFund;
import org.duecare.insurance.Insurance;
import org.duecare.insurance.MinimumLimit;
import org.duecare.insurance.Voluntary;
import org.duecare.premium.PremiumRule;
import org.duecare.premium.PrincipleChoice;
import org.jspecify.annotations.Nullable;

/**
 * Rules of fund and cover that come on top of a random scheme, by a source of their own: provisional levels, classes of
 * claimants, members that default on draws, contributions, deferred levies and such measured by prices, net assets carried,
 * cover by choice, minimum limits. What needs a pilot run is drawn seldom, since it costs more than all the rest.
 */
final class RandomRules {
    private static final double SELDOM = 0.004;

    private final SplittableRandom random;

    RandomRules(long number) {
        this.random = new SplittableRandom(number ^ 0xF0_0DL);
    }

    Policy added(Policy plain) {
        LiabilityFund fund = plain.fund();
        boolean one = plain.compensation().stream()
                        .filter(layer -> layer.payer() == Payer.FUND)
                        .count()
                == 1;
        Policy ruled = plain.with(plain.variant(), fund == null ? null : ruled(fund, one), plain.adjust());
        Insurance insurance = plain.insurance();
        if (insurance != null) {
            ruled = ruled.with(chosen(insurance), null);
        }
        return chance(0.25) ? ruled.with(carried()) : ruled;
    }

    /** A time bar, or none. */
    @Nullable
    TimeBar timeBar() {
        double first = random.nextDouble();
        return chance(0.6) ? null : new TimeBar(1 + random.nextInt(3), List.of(first, first + (1 - first) * 0.5));
    }

    private NetAssets carried() {
        return new NetAssets(
                NetAssets.Rule.CARRIED,
                chance(0.5) ? NetAssets.AtZero.EXIT : NetAssets.AtZero.RECAPITALISE,
                chance(0.5) ? 0 : 1e-3 * random.nextDouble());
    }

    LiabilityFund ruled(LiabilityFund plain, boolean oneLayer) {
        FundBuilder fund = plain.but();
        FundLevy levy = plain.levy();
        if (levy != null) {
            fund.levy(levy(levy));
        }
        FundCall call = plain.call();
        if (call != null) {
            boolean contributes = chance(0.4);
            fund.call(Funds.called(
                    call,
                    contributes ? ScenarioBuilder.NONE : call.perOperator(),
                    chance(0.5) ? call.defaultShare() : random.nextDouble(),
                    chance(0.4) ? FundCall.Defaults.DRAWN : FundCall.Defaults.SHARE,
                    contributes ? contribution() : null));
        }
        double shortage = random.nextDouble();
        if (shortage < 0.25 && oneLayer) {
            Funds.provisional(fund, chance(0.3) ? 0 : 0.05, reckoned());
        } else if (shortage > 0.8) {
            double people = random.nextDouble();
            Funds.priority(fund, people, 1 - people);
        }
        return fund.build();
    }

    private List<Double> reckoned() {
        List<Double> multiples = new ArrayList<>();
        double above = 3 * random.nextDouble();
        int years = 1 + random.nextInt(3);
        for (int k = 0; k < years; k++) {
            multiples.add(1 + above);
            above *= random.nextDouble();
        }
        return multiples;
    }

    private FundLevy levy(FundLevy levy) {
        double deferred = chance(0.7) ? 0 : random.nextDouble();
        if (!chance(SELDOM)) {
            return Funds.measured(levy, levy.base(), levy.ratePerYear(), deferred);
        }
        List<FundLevy.Base> byPrices =
                List.of(FundLevy.Base.EXPECTED_LOSS, FundLevy.Base.CONDITIONAL_MEAN, FundLevy.Base.CO_TVAR);
        return Funds.measured(levy, byPrices.get(random.nextInt(3)), random.nextDouble(), deferred);
    }

    private Contribution contribution() {
        boolean keyed = chance(0.5);
        return new Contribution(
                "revenue",
                1e-3 * random.nextDouble(),
                keyed ? "users" : null,
                keyed ? random.nextDouble() : 0,
                0,
                ScenarioBuilder.NONE,
                List.of());
    }

    private @Nullable Insurance chosen(Insurance plain) {
        if (chance(SELDOM)) {
            return with(plain, Insurance.Obligation.VOLUNTARY, List.of());
        }
        boolean least = plain.obligation() == Insurance.Obligation.MANDATORY
                && plain.reinstatements().isEmpty()
                && chance(0.3);
        return least
                ? with(
                        plain,
                        plain.obligation(),
                        List.of(new MinimumLimit(2.5e6, 100), new MinimumLimit(ScenarioBuilder.NONE, 1e4)))
                : plain;
    }

    private static Insurance with(Insurance plain, Insurance.Obligation obligation, List<MinimumLimit> minimumLimit) {
        boolean chooses = obligation == Insurance.Obligation.VOLUNTARY;
        return new Insurance(
                obligation,
                plain.compliance(),
                plain.takeUp(),
                plain.deductible(),
                plain.limit(),
                plain.annualDeductible(),
                plain.annualLimit(),
                plain.coinsurance(),
                chooses ? PremiumRule.of(PrincipleChoice.of("expectedValue", Map.of("load", 0.2))) : plain.premium(),
                plain.waitingHours(),
                plain.reinstatements(),
                plain.exclusions(),
                plain.insurers(),
                plain.afterDefault(),
                plain.guarantee(),
                plain.reinsurance(),
                chooses ? new Voluntary(2, List.of(), 0.5, 0.3) : null,
                minimumLimit);
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }
}
