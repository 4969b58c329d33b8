import Raster

/// What was drawn of a scene, for the truth to be told of.
struct DrawnLayers {
    /// Millimetres inside the treated outline.
    let depth: CoarseField
    let pigment: PigmentLayer
    let dots: [DrawnDot]
    let crusts: CrustLayer
}

extension PhantomRenderer {
    /// What is true of a photo.
    ///
    /// - Parameters:
    ///   - moment: How the scene looked.
    ///   - camera: Who looked.
    ///   - layers: What was drawn.
    ///   - redness: Median erythema index of treated less reference skin.
    ///   - isVisible: Whether a pixel shows skin that counts, by its index.
    ///   - absorbed: Share of a pixel's luminance that the pigment takes away, by its index.
    /// - Returns: The truth.
    func truth(
        moment: PhantomMoment, camera: PhantomCamera, layers: DrawnLayers, redness: Double?,
        isVisible: (Int) -> Bool, absorbed: (Int) -> Double
    ) -> PhotoTruth {
        let width = camera.width
        let height = camera.height
        let pigment = layers.pigment
        let crusts = layers.crusts
        var treatedPixels = 0
        var crusted = 0
        var total = 0.0
        var middleX = 0.0
        var middleY = 0.0
        var depths = [Float](repeating: 0, count: width)
        for y in 0..<height {
            layers.depth.write(row: y, into: &depths)
            var rowAbsorbed = 0.0
            for x in 0..<width where depths[x] > 0 && isVisible(y * width + x) {
                let index = y * width + x
                treatedPixels += 1
                middleX += Double(x)
                middleY += Double(y)
                if crusts.share[index] > 0.5 { crusted += 1 }
                if pigment.sum[index] > 0 { rowAbsorbed += absorbed(index) }
            }
            total += rowAbsorbed
        }
        let area = Double(max(1, treatedPixels))
        let middle =
            treatedPixels > 0
            ? camera.pose.scene(at: middleX / area, middleY / area) : ScenePoint(x: 0, y: 0)
        let scale = camera.pose.scale(at: middle)
        let squareCentimetres = area / (scale * scale * 100)
        let loads = loads(of: layers.dots, pigment: pigment, absorbed: absorbed)
        let dots = dots(
            layers.dots, loads: loads, moment: moment, camera: camera, crusts: crusts, isVisible: isVisible)
        let visible = dots.filter {
            $0.shareOfFreshLeft >= PhotoTruth.visibleShare && $0.isOnVisibleSkin
        }.count
        return PhotoTruth(
            width: width, height: height, pixelsPerMillimetre: scale, homography: camera.pose.elements,
            blurPixels: camera.pointSpread, redness: redness,
            coverage: total / area, density: Double(visible) / squareCentimetres,
            treatedAreaInSquareCentimetres: squareCentimetres, scabFraction: Double(crusted) / area,
            scabCount: crusts.middles.filter { isShown($0, width: width, height: height) }.count,
            treated: scene.outline.corners.map { camera.pose.pixel(of: $0) }
                .clipped(width: width, height: height),
            dots: dots)
    }

    private func isShown(_ point: PixelPoint, width: Int, height: Int) -> Bool {
        point.x >= -0.5 && point.y >= -0.5 && point.x < Double(width) - 0.5 && point.y < Double(height) - 0.5
    }

    private func dots(
        _ drawn: [DrawnDot], loads: [Double], moment: PhantomMoment, camera: PhantomCamera,
        crusts: CrustLayer, isVisible: (Int) -> Bool
    ) -> [PhotoTruth.Dot] {
        var out: [PhotoTruth.Dot] = []
        for (dot, load) in zip(drawn, loads)
        where isShown(dot.middle, width: camera.width, height: camera.height) {
            let x = Int((dot.middle.x + 0.5).rounded(.down))
            let y = Int((dot.middle.y + 0.5).rounded(.down))
            out.append(
                PhotoTruth.Dot(
                    centre: dot.middle, diameterInPixels: 2 * dot.radius, loadInSquarePixels: load,
                    shareOfFreshLeft: moment.shares[dot.index], session: scene.dots[dot.index].session,
                    isUnderScab: crusts.share[y * camera.width + x] > 0.5,
                    isOnVisibleSkin: isVisible(y * camera.width + x), number: dot.index))
        }
        return out
    }

    /// Median erythema index of treated minus reference skin, by the smooth skin: the relief's shade is
    /// common to red and green and cancels.
    func redness(_ smooth: SmoothSkin, width: Int, height: Int) -> Double? {
        var treated: [Float] = []
        var reference: [Float] = []
        let field = smooth.depth
        for row in 0..<(height - 1) / CoarseField.step + 1 {
            for column in 0..<(width - 1) / CoarseField.step + 1 {
                let index = row * field.columns + column
                let erythema = 100 * (smooth.green.values[index] - smooth.red.values[index])
                let depth = Double(field.values[index])
                if depth > 0 {
                    treated.append(erythema)
                } else if depth < -PhotoTruth.referenceDistance {
                    reference.append(erythema)
                }
            }
        }
        guard let inside = median(treated), let outside = median(reference) else { return nil }
        return inside - outside
    }

    func median(_ values: [Float]) -> Double? {
        if values.isEmpty { return nil }
        return Double(values.sorted()[values.count / 2])
    }
}

extension [PixelPoint] {
    /// A polygon cut at a photo's edge (Sutherland & Hodgman 1974); parts of a concave outline may stay joined
    /// along the edge.
    func clipped(width: Int, height: Int) -> [PixelPoint] {
        let right = Double(width) - 0.5
        let bottom = Double(height) - 0.5
        var out = clipped { $0.x + 0.5 }
        out = out.clipped { right - $0.x }
        out = out.clipped { $0.y + 0.5 }
        return out.clipped { bottom - $0.y }
    }

    private func clipped(by distance: (PixelPoint) -> Double) -> [PixelPoint] {
        guard var previous = last else { return [] }
        var before = distance(previous)
        var out: [PixelPoint] = []
        for point in self {
            let now = distance(point)
            if (before >= 0) != (now >= 0) {
                let t = before / (before - now)
                out.append(
                    PixelPoint(
                        x: previous.x + t * (point.x - previous.x), y: previous.y + t * (point.y - previous.y)
                    ))
            }
            if now >= 0 { out.append(point) }
            previous = point
            before = now
        }
        return out
    }
}
