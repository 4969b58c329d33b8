import HealingCurve
import PhotoSeries
import ProgressReport
import ScalpMeasurement

extension ViewAnalysis {
    /// What a person should know of this view's photos.
    func findings() -> [Finding] {
        var findings: [Finding] = []
        for found in expectation.findings + toneFindings() where photos.indices.contains(found.visit) {
            findings.append(
                finding(
                    found.code.rawValue, photo: found.visit, needsAttention: found.needsAttention,
                    evidence: found.evidence))
        }
        for patch in series.lostPatches where withheldByQuality(patch.photo) == nil {
            var evidence: [String: Double] = [
                "known": Double(patch.dotsKnown), "lost": Double(patch.dotsLost),
                "falseAlarmProbability": patch.falseAlarmProbability,
            ]
            let scale = measurements[patch.photo].scale?.pixelsPerMillimetre
            // 100 mm² are a cm².
            let area = scale.map { patch.areaInSquarePixels / ($0 * $0) / 100 }
            evidence["areaSquareCentimetres"] = area
            if let scabs = patch.scabsBefore {
                evidence["scabShare"] = scabs.share
                if scabs.share > 0 { evidence["scabDay"] = places[scabs.photo]?.day }
            }
            var lost = finding("lost-patch", photo: patch.photo, needsAttention: true, evidence: evidence)
            lost.centre = patch.centre
            lost.areaSquareCentimetres = area
            findings.append(lost)
        }
        if let thinning = series.edgeThinning, withheldByQuality(thinning.photo) == nil {
            findings.append(
                finding(
                    "edge-thinning", photo: thinning.photo, needsAttention: false,
                    evidence: [
                        "lostAtEdge": thinning.shareLostAtEdge, "lostInside": thinning.shareLostInside,
                        "falseAlarmProbability": thinning.falseAlarmProbability,
                    ]))
        }
        for index in photos.indices {
            let problems = measurements[index].quality.problems
            guard !problems.isEmpty else { continue }
            findings.append(
                finding(
                    "photo-not-comparable", photo: index, needsAttention: false, evidence: [:],
                    reasons: problems))
        }
        return findings
    }

    /// Drifts of the ink's tone, by photo.
    private func toneFindings() -> [CurveFinding] {
        var tones: [CurveTone] = []
        var shownBy: [Int] = []
        for index in photos.indices {
            guard withheld[index] == nil, let place = places[index],
                let tone = measurements[index].darkness.tone.estimate
            else { continue }
            tones.append(
                CurveTone(
                    day: place.chartDay,
                    tone: CurveValue(value: tone.value, standardError: tone.standardError)))
            shownBy.append(index)
        }
        return CurveTone.findings(tones: tones, sessions: curveSessions).map { found in
            var found = found
            found.visit = shownBy[found.visit]
            return found
        }
    }

    private func withheldByQuality(_ photo: Int) -> Reason? { measurements[photo].quality.problems.first }

    private func finding(
        _ code: String, photo: Int, needsAttention: Bool, evidence: [String: Double], reasons: [Reason] = []
    ) -> Finding {
        let day = places[photo]?.day
        return Finding(
            code: code, photo: photos[photo].name.text, day: day,
            severity: needsAttention ? .attention : .note,
            message: Languages.english.findings.message(
                code: code, day: day, evidence: evidence, reasons: reasons),
            evidence: evidence, reasons: reasons)
    }
}
