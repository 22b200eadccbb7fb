package org.duecare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.duecare.scenarios.tree.ScenarioException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged files are read or refused; nothing else ever comes out. */
class FuzzTest {
    private static final int DAMAGED_FILES = 200;
    private static final String JUNK = "{}[]:,-#&*!|>'\"%@`\n\t ~0.e_\u0000\u00e9";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"yaml", "json"})
    void damagedFilesAreReadOrRefused(String form) throws IOException {
        String sound = form.equals("yaml")
                ? Samples.SMALL
                : Samples.read(folder, Samples.SMALL).resolvedJson();
        SplittableRandom random = new SplittableRandom(20210309);
        Path file = folder.resolve("damaged." + form);
        int refused = 0;

        for (int i = 0; i < DAMAGED_FILES; i++) {
            Files.write(file, damaged(sound, random).getBytes(StandardCharsets.UTF_8));
            refused += isRefused(file) ? 1 : 0;
        }

        assertThat(refused).isBetween(DAMAGED_FILES / 4, DAMAGED_FILES);
    }

    private static boolean isRefused(Path file) {
        try {
            ScenarioFile.read(file, Overrides.NONE);
            return false;
        } catch (ScenarioException refused) {
            assertThat(refused.problems()).isNotEmpty();
            return true;
        }
    }

    private static String damaged(String sound, SplittableRandom random) {
        StringBuilder text = new StringBuilder(sound);
        for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, JUNK.charAt(random.nextInt(JUNK.length())));
                case 2 -> text.setCharAt(at, JUNK.charAt(random.nextInt(JUNK.length())));
                default -> text.delete(at, Math.min(text.length(), at + random.nextInt(40)));
            }
            if (text.isEmpty()) {
                text.append('x');
            }
        }
        return text.toString();
    }
}
