package org.duecare.operation;

import java.util.List;
import org.duecare.diligence.ElementValues;
import org.duecare.distribution.LossLaw;
import org.duecare.quantity.Key;
import org.duecare.quantity.Require;
import org.jspecify.annotations.Nullable;

/**
 * A service on which many operations depend: a cloud region, a name service, an exchange point, a vendor of software. Its
 * events reach the operations that depend on it, directly or through other providers.
 */
public record Provider(
        @Key(doc = "Identifier, unique in the scenario.") String provider,

        @Key(
                doc = "Kind of service, for example cloud, dns, registry, exchange, software, certificates.",
                fallback = "")
        String kind,

        @Key(
                doc = "Events a year. Of a provider that is an operation: as they would come at posture 0.",
                unit = "1/year",
                min = 0,
                max = 1000)
        double eventsPerYear,

        @Key(
                doc =
                        "Share of the dependants that an event reaches where posture does not help: a hit happens iff its mark is below reach x v(d).",
                unit = "share",
                min = 0,
                max = 1)
        double reach,

        @Key(doc = "Law of the duration of an event in hours.", unit = "hours")
        LossLaw durationHours,

        @Key(doc = "Own loss of a dependant for each hour.", fallback = "{}")
        Hourly lossPerHour,

        @Key(doc = "Harm to third parties through a dependant for each hour.", fallback = "{}")
        Hourly harmPerHour,

        @Key(
                doc = "Hours of an event before loss and harm begin.",
                unit = "hours",
                min = 0,
                max = 100_000,
                fallback = "0")
        double waitingHours,

        @Key(
                doc =
                        "The operation that runs this provider: its events then happen iff their mark is below v(d) of it.",
                fallback = "none")
        @Nullable
        String operation,

        @Key(
                doc =
                        "Share of the dependants' harm that becomes third-party harm of the operation that runs this provider; the rest stays with each dependant.",
                unit = "share",
                min = 0,
                max = 1,
                fallback = "0",
                source = "assumption")
        double recourseShare,

        @Key(doc = "Providers on which this one depends.", fallback = "[]")
        List<String> dependsOn,

        @Key(
                doc = "Type of threat as which its hits are counted: a rate with counts all includes them.",
                fallback = "none")
        @Nullable
        String type,

        @Key(
                doc =
                        "Effect of each element of a dependant against hits by this provider, and of the operation that runs it against its events.",
                fallback = "{necessaryMeasures: 0.5, stateOfTheArt: 1.8}",
                source = "assumption")
        ElementValues effect) {

    /** Money for each hour: a fixed amount, a share of yearly revenue, an amount for each user; they add up. */
    public record Hourly(
            @Key(doc = "Amount for each hour.", unit = "money", min = 0, fallback = "0")
            double amount,

            @Key(doc = "Share of yearly revenue for each hour.", min = 0, max = 1000, fallback = "0")
            double ofRevenue,

            @Key(doc = "Amount for each user and hour.", unit = "money", min = 0, fallback = "0")
            double perUser) {
        /** Nothing. */
        public static final Hourly NOTHING = new Hourly(0, 0, 0);

        /** Checks the amounts. */
        public Hourly {
            Require.notNegative(amount, "amount");
            Require.between(ofRevenue, 0, 1000, "ofRevenue");
            Require.notNegative(perUser, "perUser");
        }

        /** Main units for each hour at an operation. */
        public double at(Operation operation) {
            return operation.sized(amount, ofRevenue, perUser);
        }
    }

    /** Checks ranges and that recourse has an operation to go to. */
    public Provider {
        Require.name(provider, "provider");
        Require.between(eventsPerYear, 0, 1000, "eventsPerYear");
        Require.share(reach, "reach");
        Require.between(waitingHours, 0, 100_000, "waitingHours");
        Require.share(recourseShare, "recourseShare");
        Require.that(
                recourseShare == 0 || operation != null,
                "recourseShare",
                "= " + recourseShare + " needs an operation that answers for it",
                "Name the operation that runs " + provider + ", or leave recourseShare out");
        dependsOn = List.copyOf(dependsOn);
        for (double beta : effect.toArray()) {
            Require.that(
                    beta >= 0 && beta <= 50,
                    "effect",
                    "= " + beta + " must be between 0 and 50",
                    "A negative effect would make better posture raise hits");
        }
    }
}
