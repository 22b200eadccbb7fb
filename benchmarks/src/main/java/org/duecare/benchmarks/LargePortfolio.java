package org.duecare.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes a scenario of 50,000 operations in 12 sectors and 10 territories that rest on 1,000 providers, with 0.3 attempts an
 * operation and year (rates are those at posture 0), contagion within sectors, erosion and upkeep of posture, negligence, insurance and a fund: the size at
 * which loading and simulating are measured. Figures are assumptions of that size, not estimates.
 *
 * <pre>java -cp benchmarks.jar org.duecare.benchmarks.LargePortfolio large.yaml
 * ./duecare check large.yaml
 * ./duecare run large.yaml -o large</pre>
 */
public final class LargePortfolio {
    private static final String[] SECTORS = {
        "energy",
        "transport",
        "banking",
        "financial-market",
        "health",
        "drinking-water",
        "waste-water",
        "digital-infrastructure",
        "ict-services",
        "public-administration",
        "food",
        "digital-providers"
    };
    private static final String[] TERRITORIES = {"DE", "FR", "IT", "ES", "PL", "NL", "SE", "CZ", "AT", "EE"};

    /** Groups of operations that are alike; each rests on a cloud, a name service and a vendor of its own. */
    private static final int GROUPS = 500;

    private static final int OPERATIONS_OF_GROUP = 100;
    private static final int PROVIDERS = 1_000;
    private static final int CLOUDS = 400;
    private static final int NAME_SERVICES = 100;

    private LargePortfolio() {}

    /** Writes the scenario file. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args.length > 0 ? args[0] : "large.yaml");
        Files.writeString(file, scenario(), StandardCharsets.UTF_8);
        System.out.println(file);
    }

    private static String scenario() {
        StringBuilder text = new StringBuilder("""
                schemaVersion: 1
                scenario: large-portfolio
                title: 50,000 operations on 1,000 providers
                currency: EUR
                seed: 1
                portfolioSeed: 1
                trials: 1000
                years: 10
                operations:
                  synthesise:
                """);
        for (int group = 0; group < GROUPS; group++) {
            text.append(String.format(
                    Locale.ROOT,
                    "    - {sector: %s, territory: %s, count: %d, revenue: {law: lognormal, median: 1e8, sigma: 1},"
                            + " netAssets: {ofRevenue: 0.4}, potentialHarm: {ofRevenue: 5},"
                            + " posture: {mean: 0.55, sd: 0.15, correlation: 0.5}, providers: [p%d, p%d, p%d]}%n",
                    SECTORS[group % SECTORS.length],
                    TERRITORIES[group / SECTORS.length % TERRITORIES.length],
                    OPERATIONS_OF_GROUP,
                    group % CLOUDS,
                    CLOUDS + group % NAME_SERVICES,
                    CLOUDS + NAME_SERVICES + group));
        }
        text.append("providers:\n");
        for (int provider = 0; provider < PROVIDERS; provider++) {
            boolean cloud = provider < CLOUDS;
            String dependsOn = cloud ? ", dependsOn: [p" + (CLOUDS + provider % NAME_SERVICES) + "]" : "";
            text.append(String.format(
                    Locale.ROOT,
                    "  - {provider: p%d, eventsPerYear: 0.02, reach: 0.3,"
                            + " durationHours: {law: lognormal, median: 8, sigma: 1.2, cap: 720},"
                            + " lossPerHour: {ofRevenue: 5.7e-5}, harmPerHour: {ofRevenue: 5.7e-5}%s}%n",
                    provider,
                    dependsOn));
        }
        return text.append("""
                        threats:
                          - type: ransomware
                            incidentsPerYear: 0.1
                            referencePosture: 0
                            thirdPartyShare: 1
                            severity: {law: lognormal, median: 1.5e5, sigma: 2, cap: 4e9}
                            contagion: {offspring: 0.2, among: sector, delayDays: 10, exchangeEffect: 0.5}
                            mixing: {law: gamma, coefficientOfVariation: 0.6, scope: sector}
                            source: assumption
                          - type: fraud
                            incidentsPerYear: 0.1
                            referencePosture: 0
                            thirdPartyShare: 1
                            severity: {law: lognormal, median: 8e4, sigma: 2, cap: 7e8}
                            source: assumption
                          - type: data-breach
                            incidentsPerYear: 0.05
                            referencePosture: 0
                            thirdPartyShare: 1
                            severity: {law: lognormal, median: 9e4, sigma: 2, cap: 6e8}
                            source: assumption
                          - type: supply-chain
                            incidentsPerYear: 0.05
                            referencePosture: 0
                            thirdPartyShare: 1
                            severity: {law: lognormal, median: 1.5e5, sigma: 2, cap: 4e9}
                            mixing: {law: gamma, coefficientOfVariation: 1.5, scope: all}
                            source: assumption
                        diligence:
                          standard: {level: 0.6}
                          erosionPerYear: 0.08
                          driftPerYear: 0.03
                          upkeep: stationary
                        liability:
                          rule: negligence
                          courtNoise: {sd: 0.1, scope: event}
                          causation: but-for
                        insurance:
                          obligation: mandatory
                          deductible: 1e5
                          limit: 1e7
                          annualLimit: 2e7
                        compensation:
                          - {payer: operator, layer: deductible}
                          - {payer: insurer}
                          - {payer: operator, layer: netAssets}
                          - {payer: fund}
                        fund:
                          initial: 1e9
                          levy: {rule: exAnte, base: revenue, ratePerYear: 2e-4}
                          perEventLimit: 5e8
                          annualLimit: 1e9
                        outputs: {tables: [exceedance, fund_path]}
                        """).toString();
    }
}
