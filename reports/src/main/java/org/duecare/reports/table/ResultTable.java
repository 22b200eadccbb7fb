package org.duecare.reports.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import org.duecare.assessment.Assessment;
import org.duecare.simulation.RunResult;

/** The tables of a run, by the names they have under {@code outputs.tables}. */
public enum ResultTable {
    /** Points of exceedance curves. */
    EXCEEDANCE {
        @Override
        public void write(RunResult run, Assessment assessment, Map<String, String> metadata, OutputStream out)
                throws IOException {
            new ExceedanceTable(assessment, run.scenario().currency()).write(metadata, out);
        }
    },
    /** Every year of every trial. */
    YEAR_LOSS {
        @Override
        public void write(RunResult run, Assessment assessment, Map<String, String> metadata, OutputStream out)
                throws IOException {
            new YearLossTable(run).write(metadata, out);
        }
    },
    /** Every incident; on request, since it is long. */
    EVENT_LOSS {
        @Override
        public void write(RunResult run, Assessment assessment, Map<String, String> metadata, OutputStream out)
                throws IOException {
            new EventLossTable(run).write(metadata, out);
        }
    },
    /** Every operation. */
    OPERATION {
        @Override
        public void write(RunResult run, Assessment assessment, Map<String, String> metadata, OutputStream out)
                throws IOException {
            new OperationTable(run).write(metadata, out);
        }
    },
    /** The funds, year by year. */
    FUND_PATH {
        @Override
        public void write(RunResult run, Assessment assessment, Map<String, String> metadata, OutputStream out)
                throws IOException {
            new FundPathTable(assessment, run.scenario().currency()).write(metadata, out);
        }
    },
    /** What cover costs operators by size and territory. */
    BURDEN {
        @Override
        public void write(RunResult run, Assessment assessment, Map<String, String> metadata, OutputStream out)
                throws IOException {
            new BurdenTable(assessment, run.scenario().currency()).write(metadata, out);
        }
    },
    /** The insurers, year by year. */
    INSURER_PATH {
        @Override
        public void write(RunResult run, Assessment assessment, Map<String, String> metadata, OutputStream out)
                throws IOException {
            new InsurerPathTable(assessment, run.scenario().currency()).write(metadata, out);
        }
    },
    /** Harm and payments by the territory of the victims; on request, since every incident is looked up again for it. */
    VICTIM {
        @Override
        public void write(RunResult run, Assessment assessment, Map<String, String> metadata, OutputStream out)
                throws IOException {
            new VictimTable(assessment, run.scenario().currency()).write(metadata, out);
        }
    },
    /** What each variant costs everybody together. */
    WELFARE {
        @Override
        public void write(RunResult run, Assessment assessment, Map<String, String> metadata, OutputStream out)
                throws IOException {
            new WelfareTable(assessment, run.scenario().currency()).write(metadata, out);
        }
    },
    /** The care that operators choose. */
    CARE {
        @Override
        public void write(RunResult run, Assessment assessment, Map<String, String> metadata, OutputStream out)
                throws IOException {
            new CareTable(run).write(metadata, out);
        }
    },
    /** The care held, year by year. */
    POSTURE {
        @Override
        public void write(RunResult run, Assessment assessment, Map<String, String> metadata, OutputStream out)
                throws IOException {
            new PostureTable(run).write(metadata, out);
        }
    },
    /** What each of the nine elements does; on request, since it takes runs of its own. */
    ELEMENT_EFFECT {
        @Override
        public void write(RunResult run, Assessment assessment, Map<String, String> metadata, OutputStream out)
                throws IOException {
            new ElementEffectTable(assessment, run.scenario().currency()).write(metadata, out);
        }
    };

    /** Whether a run leaves nothing to write in this table. */
    public boolean isEmpty(RunResult run, Assessment assessment) {
        return switch (this) {
            case FUND_PATH -> assessment.variants().stream().allMatch(variant -> variant.fund() == null);
            case INSURER_PATH ->
                assessment.variants().stream()
                        .allMatch(variant -> variant.cover().insurers() == null);
            case BURDEN -> assessment.variants().stream().allMatch(variant -> variant.burden() == null);
            case WELFARE -> assessment.welfare().isEmpty();
            case CARE -> run.scenario().policies().stream().allMatch(policy -> policy.care() == null);
            case EXCEEDANCE, YEAR_LOSS, EVENT_LOSS, OPERATION, VICTIM, POSTURE, ELEMENT_EFFECT -> false;
        };
    }

    /** The word for this table in scenario files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its file within the run folder. */
    public String fileName() {
        return "tables/" + key() + ".parquet";
    }

    /**
     * Writes the whole table; the stream stays open.
     *
     * @param metadata goes into the footer, beside the units of the columns
     */
    public abstract void write(RunResult run, Assessment assessment, Map<String, String> metadata, OutputStream out)
            throws IOException;
}
