package org.duecare.underwriting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.duecare.underwriting.BuhlmannStraub.Between;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Credibility against published examples. */
class CredibilityTest {
    private static final double PUBLISHED_REL = 1e-6;

    /**
     * C. Hachemeister, Credibility for regression models with application to trend (1975): average bodily injury claims of
     * five states in twelve quarters, and their numbers.
     */
    private static final class Hachemeister {
        static final double[][] RATIOS = {
            {1738, 1642, 1794, 2051, 2079, 2234, 2032, 2035, 2115, 2262, 2267, 2517},
            {1364, 1408, 1597, 1444, 1342, 1675, 1470, 1448, 1464, 1831, 1612, 1471},
            {1759, 1685, 1479, 1763, 1674, 2103, 1502, 1622, 1828, 2155, 2233, 2059},
            {1223, 1146, 1010, 1257, 1426, 1532, 1953, 1123, 1343, 1243, 1762, 1306},
            {1456, 1499, 1609, 1741, 1482, 1572, 1606, 1735, 1607, 1573, 1613, 1690}
        };
        static final double[][] WEIGHTS = {
            {7861, 9251, 8706, 8575, 7917, 8263, 9456, 8003, 7365, 7832, 7849, 9077},
            {1622, 1742, 1523, 1515, 1622, 1602, 1964, 1515, 1527, 1748, 1654, 1861},
            {1147, 1357, 1329, 1204, 998, 1077, 1277, 1218, 896, 1003, 1108, 1121},
            {407, 396, 348, 341, 315, 328, 352, 331, 287, 384, 321, 342},
            {2902, 3172, 3046, 3068, 2693, 2910, 3275, 2697, 2663, 3017, 3242, 3425}
        };

        static double[] quarters() {
            double[] quarters = new double[12];
            Arrays.setAll(quarters, j -> j + 1.0);
            return quarters;
        }
    }

    private static Offset<Double> published(double value) {
        return within(PUBLISHED_REL * Math.max(1, Math.abs(value)));
    }

    private static void assertPublished(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, published(expected));
    }

    private static void assertPremiums(Credibility fit, double... premiums) {
        for (int i = 0; i < premiums.length; i++) {
            assertPublished(fit.premium(i), premiums[i]);
        }
    }

    @Nested
    class HachemeistersData {
        /** Case 63: actuar, credibility vignette. */
        @Test
        void buhlmann() {
            Credibility fit = BuhlmannStraub.fit(Hachemeister.RATIOS);
            assertPublished(fit.collective(), 1671.016667);
            assertPublished(fit.between(), 72310.02462);
            assertPublished(fit.within(), 46040.47121);
            assertPublished(fit.factor(0), 0.9496143);
            assertPremiums(fit, 2044.040993, 1518.587744, 1814.234331, 1375.987329, 1602.232937);
        }

        /** RC-49. */
        @Test
        void buhlmannStraubUnbiased() {
            Credibility fit = BuhlmannStraub.fit(Hachemeister.RATIOS, Hachemeister.WEIGHTS, Between.UNBIASED);
            double[] weights = {100155, 19895, 13735, 4152, 36110};
            double[] means = {2060.921, 1511.224, 1805.843, 1352.976, 1599.829};
            double[] factors = {0.984740, 0.927635, 0.898475, 0.727909, 0.958791};
            for (int i = 0; i < weights.length; i++) {
                assertThat(fit.weight(i)).isEqualTo(weights[i]);
                assertPublished(fit.mean(i), means[i]);
                assertPublished(fit.factor(i), factors[i]);
            }
            assertPublished(fit.within(), 139120025.9);
            assertPublished(fit.between(), 89638.726);
            assertPublished(fit.collective(), 1683.7134);
            assertPremiums(fit, 2055.165, 1523.706, 1793.444, 1442.967, 1603.285);
        }

        /** Case 65. */
        @Test
        void buhlmannStraubIterative() {
            Credibility fit = BuhlmannStraub.fit(Hachemeister.RATIOS, Hachemeister.WEIGHTS, Between.ITERATIVE);
            assertPublished(fit.collective(), 1688.894970);
            assertPublished(fit.between(), 64366.50716);
            assertPremiums(fit, 2053.062553, 1528.634648, 1789.941768, 1467.977256, 1604.858623);
        }

        /** Case 67. */
        @Test
        void regressionOnTime() {
            RegressionCredibility origin =
                    RegressionCredibility.atOrigin(Hachemeister.RATIOS, Hachemeister.WEIGHTS, Hachemeister.quarters());
            RegressionCredibility barycentre = RegressionCredibility.atBarycentre(
                    Hachemeister.RATIOS, Hachemeister.WEIGHTS, Hachemeister.quarters());
            double[] atOrigin = {2436.752214, 1650.532915, 2073.296095, 1507.070105, 1759.403032};
            double[] atBarycentre = {2456.519163, 1651.005246, 2071.252396, 1596.987076, 1697.871206};
            for (int i = 0; i < atOrigin.length; i++) {
                assertPublished(origin.premium(i, 13), atOrigin[i]);
                assertPublished(barycentre.premium(i, 13), atBarycentre[i]);
            }
        }

        /** States 1 and 3 against 2, 4 and 5, iterative estimators: actuar, credibility vignette, to the digits printed. */
        @Test
        void hierarchical() {
            HierarchicalCredibility fit =
                    HierarchicalCredibility.fit(Hachemeister.RATIOS, Hachemeister.WEIGHTS, new int[] {0, 1, 0, 1, 1});
            assertThat(fit.collective()).isCloseTo(1746, within(0.5));
            assertThat(fit.betweenGroups()).isCloseTo(88981, within(0.5));
            assertThat(fit.betweenRisks()).isCloseTo(10952, within(0.5));
            assertThat(fit.within()).isCloseTo(139120026, within(0.5));
            double[] premiums = {2048, 1524, 1875, 1497, 1585};
            double[] factors = {0.8874, 0.6103, 0.5195, 0.2463, 0.7398};
            for (int i = 0; i < premiums.length; i++) {
                assertThat(fit.premium(i)).isCloseTo(premiums[i], within(0.5));
                assertThat(fit.factor(i)).isCloseTo(factors[i], within(5e-5));
            }
            assertThat(fit.groupPremium(0)).isCloseTo(1949, within(0.5));
            assertThat(fit.groupPremium(1)).isCloseTo(1543, within(0.5));
        }
    }

    @Nested
    class SmallExamples {
        /**
         * Case 69: Loss Data Analytics, examples 9.6.3 and 9.6.6; a quarter without vehicles is no observation. The book
         * goes on from the rounded variances .3667 and .1757: their factors are checked as printed.
         */
        @Test
        void twoFleets() {
            double[][] vehicles = {{1, 2, 2, 2}, {0, 2, 3, 4}};
            double[][] claims = {{0, 2, 2, 3}, {0, 0, 1, 2}};
            double[][] ratios = new double[2][4];
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 4; j++) {
                    ratios[i][j] = claims[i][j] / vehicles[i][j];
                }
            }
            Credibility fit = BuhlmannStraub.fit(ratios, vehicles, Between.UNBIASED);
            double printed = 5.001e-5;
            assertThat(fit.within()).isCloseTo(.3667, within(printed));
            assertThat(fit.between()).isCloseTo(.1757, within(printed));
            assertThat(Credibility.factor(7, .3667, .1757)).isCloseTo(.7703, within(printed));
            assertThat(Credibility.factor(9, .3667, .1757)).isCloseTo(.8118, within(printed));
            double overall = 10.0 / 16;
            assertThat(fit.premium(0, overall)).isCloseTo(.9139, within(printed));
            assertThat(fit.premium(1, overall)).isCloseTo(.3882, within(printed));
            assertThat(fit.collective()).isCloseTo(.6579, within(printed));
            assertThat(fit.premium(0)).isCloseTo(.9214, within(printed));
            assertThat(fit.premium(1)).isCloseTo(.3944, within(printed));
        }

        /** Case 71: Loss Data Analytics, example 9.4.2; a Poisson rate with density 6 x (1 - x). */
        @Test
        void knownStructure() {
            double z = Credibility.factor(36, 0.5, 0.05);
            assertPublished(z, 18.0 / 23);
            assertPublished(18 * (z * 13.0 / 36 + (1 - z) * 0.5), 162.0 / 23);
        }

        /** RC-52. */
        @Test
        void poissonGammaIsExact() {
            PoissonGamma prior = new PoissonGamma(2, 4);
            assertThat(prior.mean()).isEqualTo(0.5);
            assertThat(prior.after(7, 5).mean()).isEqualTo(1);
            assertThat(prior.factor(5)).isCloseTo(5.0 / 9, within(1e-15));
            double linear = prior.factor(5) * 7 / 5 + (1 - prior.factor(5)) * prior.mean();
            assertThat(linear).isCloseTo(prior.after(7, 5).mean(), within(1e-15));
        }

        @Test
        void risksThatDoNotDifferAllPayTheCollectivePremium() {
            double[][] same = {{1, 3}, {3, 1}, {2, 2}};
            Credibility fit = BuhlmannStraub.fit(same);
            assertThat(fit.between()).isEqualTo(0);
            assertThat(fit.premium(1)).isEqualTo(2);
        }
    }
}
