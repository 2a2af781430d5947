package dev.greenlight.report;

import com.contrastsecurity.sarif.ArtifactContent;
import com.contrastsecurity.sarif.ArtifactLocation;
import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.PhysicalLocation;
import com.contrastsecurity.sarif.Region;
import dev.greenlight.source.Position;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;

/** Places in files as SARIF says them: by lines and columns, in files named from the repository's root. */
final class SarifPlaces {
    /** Of a text that is given with its place; a report is limited in size, and a function's body may be long. */
    private static final int MOST_CHARACTERS = 4000;

    private final String sourceRoot;

    SarifPlaces(String sourceRoot) {
        this.sourceRoot = sourceRoot;
    }

    Location place(SourceFile file, Span span) {
        SourceFile written = file.written();
        Span place = file.written(span);
        Position start = written.position(place.start());
        Position end = written.position(place.end());
        Region region = new Region()
                .withStartLine(start.line())
                .withStartColumn(start.column())
                .withEndLine(end.line())
                .withEndColumn(end.column());
        if (place.length() <= MOST_CHARACTERS) {
            region.setSnippet(new ArtifactContent().withText(written.text(place)));
        }
        return location(file.path(), region);
    }

    /** A whole line, of a file whose text is not known. */
    Location line(String path, int line) {
        return location(path, new Region().withStartLine(line));
    }

    private Location location(String path, Region region) {
        ArtifactLocation artifact = new ArtifactLocation().withUri(PathUri.of(sourceRoot, path));
        return new Location()
                .withPhysicalLocation(
                        new PhysicalLocation().withArtifactLocation(artifact).withRegion(region));
    }
}
