package org.duecare.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void foldersAreMadeAndNothingElseIsLeft() throws IOException {
        Path target = folder.resolve("a/b/page.html");
        WholeFile.at(target).write(out -> out.write(bytes("one")));
        WholeFile.at(target).write(out -> out.write(bytes("two")));

        assertThat(target).hasContent("two");
        try (Stream<Path> files = Files.list(folder.resolve("a/b"))) {
            assertThat(files).containsExactly(target);
        }
    }

    @Test
    void whatFailsLeavesWhatWasThere() throws IOException {
        Path target = Files.writeString(folder.resolve("page.html"), "before");
        WholeFile file = WholeFile.at(target);

        assertThatThrownBy(() -> file.write(out -> {
                    out.write(bytes("half"));
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");

        assertThat(target).hasContent("before");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(target);
        }
    }

    @Test
    void aFolderIsNoFile() {
        assertThatThrownBy(() -> WholeFile.at(folder))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining("is a folder, not a file");
    }
}
