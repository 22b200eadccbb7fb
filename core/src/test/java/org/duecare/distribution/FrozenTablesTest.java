package org.duecare.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Layout and fit of the tables are frozen per model version: the same bits on every machine and Java release. A change of
 * these hashes changes every result and needs a new model version.
 */
class FrozenTablesTest {
    private static String hash(double[] values) throws Exception {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES);
        for (double value : values) {
            bytes.putDouble(value);
        }
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.array());
        return HexFormat.of().formatHex(digest, 0, 8);
    }

    @Test
    void smoothLaws() throws Exception {
        assertThat(hash(QuantileTable.of(Lognormal.ofMedian(200_000, 3.59343339))
                        .rows()))
                .isEqualTo("ca3f208034352872");
        assertThat(hash(QuantileTable.of(new GammaLaw(3, 400)).rows())).isEqualTo("447176429c80a81f");
        assertThat(hash(QuantileTable.of(new Gpd(0.497, 6.98, 10)).rows())).isEqualTo("178052b0e95446e0");
        assertThat(hash(QuantileTable.of(new Pert(0, 10, 100, 4)).rows())).isEqualTo("c6d37c16fd70187a");
        assertThat(hash(QuantileTable.inverseNormal().rows())).isEqualTo("9cfc6b47103e1587");
    }

    @Test
    void lawsWithKinks() throws Exception {
        LossLaw splice = new Splice(new Lognormal(10, 1.5), new Gpd(0.7, 1e6, 0), 1e6, 0.01);
        LossLaw mixture = new Mixture(List.of(new Lognormal(10, 1), new Pareto(1.2, 1e5)), List.of(0.8, 0.2));

        assertThat(hash(QuantileTable.of(splice).rows())).isEqualTo("5b651b136ded57c0");
        assertThat(hash(NormalScoreTable.of(splice).rows())).isEqualTo("68b29c84a0f7fb4c");
        assertThat(hash(QuantileTable.of(mixture).rows())).isEqualTo("3cb04cc88c966eb0");
        assertThat(hash(QuantileTable.of(new RecordsCost(new GammaLaw(2, 1000), 7.68, 0.76, 1))
                        .rows()))
                .isEqualTo("e8a5e771a3f882f9");
    }

    @Test
    void counts() throws Exception {
        StepTable table = StepTable.of(new NegativeBinomial(5, 51));

        assertThat(hash(Arrays.stream(table.thresholds()).asDoubleStream().toArray()))
                .isEqualTo("d49ca08ecb891fef");
    }
}
