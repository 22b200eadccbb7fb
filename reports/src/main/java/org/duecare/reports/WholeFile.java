package org.duecare.reports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file written on its own, outside the folder of a run: under a temporary name, forced to the disk, then renamed. Under its
 * name it is always complete, and whatever fails leaves what was there before.
 */
public final class WholeFile {
    private final Path target;
    private final Path folder;

    private WholeFile(Path target, Path folder) {
        this.target = target;
        this.folder = folder;
    }

    /**
     * Makes the folder of a file ready, so that what cannot be written is known before the work is done.
     *
     * @throws IOException when the folder cannot be made or written to
     */
    public static WholeFile at(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new RunFolderException(RunFolderException.Reason.NOT_A_FILE, target, "Name a file in it");
        }
        Files.createDirectories(folder);
        if (!Files.isWritable(folder)) {
            throw new AccessDeniedException(folder.toString());
        }
        return new WholeFile(target, folder);
    }

    /** Writes the content, replacing what was there. */
    public void write(RunFolder.Content content) throws IOException {
        Path temporary = RunFolder.temporary(target);
        try {
            try (OutputStream out = new BufferedOutputStream(FileLayer.DISK.create(temporary))) {
                content.writeTo(out);
            }
            FileLayer.DISK.rename(temporary, target);
        } finally {
            FileLayer.DISK.delete(temporary);
        }
        FileLayer.DISK.syncFolder(folder);
    }
}
