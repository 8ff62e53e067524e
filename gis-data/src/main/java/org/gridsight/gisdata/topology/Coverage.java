package org.gridsight.gisdata.topology;

import java.util.List;
import org.gridsight.gisdata.topology.CoverageFinding.Kind;

/**
 * The answer of a check.
 *
 * @param complete false when the check stopped at its limit of findings
 */
public record Coverage(List<CoverageFinding> findings, boolean complete) {

    public Coverage {
        findings = List.copyOf(findings);
    }

    public boolean isClean() {
        return findings.isEmpty();
    }

    /** All gaps, thin ones too. */
    public List<CoverageFinding> gaps() {
        return of(Kind.GAP);
    }

    /** All overlaps, thin ones too. */
    public List<CoverageFinding> overlaps() {
        return of(Kind.OVERLAP);
    }

    /** The thin ones of the gaps and overlaps, and polygons that are thin themselves. */
    public List<CoverageFinding> slivers() {
        return findings.stream().filter(CoverageFinding::thin).toList();
    }

    public List<CoverageFinding> duplicateCodes() {
        return of(Kind.DUPLICATE_CODE);
    }

    public List<CoverageFinding> outside() {
        return of(Kind.OUTSIDE);
    }

    private List<CoverageFinding> of(Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).toList();
    }
}
