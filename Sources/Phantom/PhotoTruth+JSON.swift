import HealingCurve
import PhotoDecoding

extension PhotoTruth {
    /// The truth of a photo as JSON.
    ///
    /// - Parameters:
    ///   - file: Name of the photo.
    ///   - taken: When it was taken.
    ///   - day: Days since the first session.
    ///   - isBrief: Whether places and loads are rounded further, for truth kept in a repository.
    /// - Returns: One object of the schema `scalpline.truth/1`.
    public func json(file: String, taken: WallClock, day: Double, isBrief: Bool) -> [String: TruthJSON] {
        let fine = isBrief ? 1 : 3
        var out: [String: TruthJSON] = [
            "file": .text(file), "taken": .text(taken.text), "day": .number(day, decimals: 4),
            "width": .integer(width), "height": .integer(height),
            "pixelsPerMillimetre": .number(pixelsPerMillimetre, decimals: 4),
            "homography": .list(homography.map { .number($0, decimals: 9) }),
            "blurPixels": .number(blurPixels, decimals: 3),
            "redness": redness.map { .number($0, decimals: 3) } ?? .null,
            "coverage": .number(coverage, decimals: 6), "density": .number(density, decimals: 3),
            "treatedAreaSquareCentimetres": .number(treatedAreaInSquareCentimetres, decimals: 4),
            "scabs": .object([
                "areaFraction": .number(scabFraction, decimals: 6), "count": .integer(scabCount),
            ]),
            "treated": .list(
                treated.map { .list([.number($0.x, decimals: 1), .number($0.y, decimals: 1)]) }),
            "dots": .lines(
                dots.map { dot in
                    .list(
                        [
                            .number(dot.centre.x, decimals: fine), .number(dot.centre.y, decimals: fine),
                            .number(dot.diameterInPixels, decimals: isBrief ? 1 : 3),
                            .number(dot.loadInSquarePixels, decimals: isBrief ? 2 : 4),
                            .number(dot.shareOfFreshLeft, decimals: isBrief ? 2 : 4), .integer(dot.session),
                            .integer(dot.isUnderScab ? 1 : 0),
                        ] + (treatedErythema == nil ? [] : [.integer(dot.isOnVisibleSkin ? 1 : 0)]))
                }),
        ]
        if !isBrief {
            out["dotNumbers"] = .list(dots.map { .integer($0.number) })
        }
        if let treatedErythema {
            // Of spectral photos alone: plain ones show skin that faces the camera everywhere.
            out["treatedErythema"] = .number(treatedErythema, decimals: 3)
            out["rednessClearOfSunburn"] =
                rednessClearOfSunburn.map { .number($0, decimals: 3) } ?? .null
            out["visibleSkinShare"] = .number(visibleSkinShare, decimals: 5)
            out["facing"] = .list(
                facing.map { .list([.number($0.x, decimals: 1), .number($0.y, decimals: 1)]) })
        }
        return out
    }
}

extension PhantomCamera {
    /// What a spectral camera did, as JSON, or nil for a plain one.
    func captureJSON() -> TruthJSON? {
        guard let capture else { return nil }
        let lamp: (String, Double) =
            switch capture.lamp {
            case .daylight(let kelvin): ("daylight", kelvin)
            case .planckian(let kelvin): ("tungsten", kelvin)
            case .led(let kelvin): ("led", kelvin)
            case .fluorescent: ("fluorescent", 4_000)
            }
        let error = capture.whiteBalanceError
        return .object([
            "lamp": .text(lamp.0), "kelvin": .number(lamp.1, decimals: 0),
            "whiteBalanceError": .list(
                [error.red, error.green, error.blue].map { .number($0, decimals: 4) }),
            "exposure": .number(exposure, decimals: 3),
            "gradient": .number(lightGradient.share, decimals: 3),
            "veil": .number(capture.veil, decimals: 4),
            "glare": .number(capture.glare?.strength ?? 0, decimals: 3),
            "motion": .number(capture.motion.length, decimals: 2),
            "contrast": .number(capture.contrast, decimals: 3),
            "sharpening": .number(capture.sharpening, decimals: 3), "quality": .integer(quality),
        ])
    }
}

extension PhantomClient {
    /// What is true of the client as a whole: sessions, parameters of the curve, the lost patch.
    ///
    /// - Returns: Members of an object of the schema `scalpline.truth/1`.
    public func json() -> [String: TruthJSON] {
        let patch: TruthJSON =
            lostPatch.map {
                .object([
                    "centre": .list([.number($0.centre.x, decimals: 3), .number($0.centre.y, decimals: 3)]),
                    "radius": .number($0.radius, decimals: 3), "session": .integer($0.session),
                    "day": .number($0.day, decimals: 2),
                ])
            } ?? .null
        var out: [String: TruthJSON] = [
            "client": .text(id),
            "skin": .text(scene.options.skin.rawValue),
            "lostPatch": patch,
            "sessions": .lines(
                curve.sessions.map { session in
                    .object([
                        "date": .text(WallClock(secondsSince1970: Int(session.day * 86_400)).text),
                        "rednessAmplitude": .number(session.rednessAmplitude, decimals: 4),
                        "freshCoverage": .number(session.freshCoverage, decimals: 6),
                        "dotsMade": .number(session.dotsMade, decimals: 3),
                    ])
                }),
            "curve": .object([
                "rednessOffset": .number(curve.rednessOffset, decimals: 4),
                "rednessTimeConstant": .number(curve.rednessTimeConstant, decimals: 4),
                "darknessSettledShare": .number(curve.darkness.settledShare, decimals: 4),
                "darknessMidpoint": .number(curve.darkness.midpoint, decimals: 4),
                "darknessWidth": .number(curve.darkness.width, decimals: 4),
                "darknessDip": .number(curve.darkness.dip, decimals: 4),
                "darknessFading": .number(curve.darkness.fading, decimals: 4),
                "visibleSettledShare": .number(curve.visibleShare.settledShare, decimals: 4),
                "visibleMidpoint": .number(curve.visibleShare.midpoint, decimals: 4),
                "visibleWidth": .number(curve.visibleShare.width, decimals: 4),
                "scabsAreaFraction": .number(curve.scabs.areaFraction, decimals: 5),
                "scabsSheddingDay": .number(curve.scabs.sheddingDay, decimals: 4),
            ]),
        ]
        if faults.isAny { out["faults"] = faults.json() }
        return out
    }

    /// What is left of each session's dots at a visit, over all dots that it made, shown or not.
    ///
    /// - Parameter visit: Its number.
    /// - Returns: A list with one object a session done: `darkness`, load left over fresh load, and
    ///   `visibleShare`, the share of its dots that hold a fifth of theirs.
    func sharesJSON(visit: Int) -> TruthJSON {
        let shown = visits[visit]
        let moment = moment(day: shown.taken.days, sessionsDone: shown.sessionsDone, visit: visit)
        return .list(
            (0..<shown.sessionsDone).map { session in
                var (fresh, left, made, visible) = (0.0, 0.0, 0, 0)
                for (dot, share) in zip(scene.dots, moment.shares) where dot.session == session {
                    let load = dot.effectiveArea * dot.freshAbsorbance
                    fresh += load
                    left += load * share
                    made += 1
                    if share >= PhotoTruth.visibleShare { visible += 1 }
                }
                return .object([
                    "darkness": fresh > 0 ? .number(left / fresh, decimals: 5) : .null,
                    "visibleShare": made > 0 ? .number(Double(visible) / Double(made), decimals: 5) : .null,
                ])
            })
    }
}
