import Raster
import SteadyMath

/// Crusts over a photo.
struct CrustLayer: Sendable {
    /// Share of each pixel that a crust covers.
    var share: [Float]
    /// How dark the crust is there: factor on a crust's optical density.
    var darkness: [Float]
    /// The crusts that are there, and where their middles appear.
    var middles: [PixelPoint] = []
}

extension PhantomRenderer {
    /// Optical density of a crust over that of the skin: dark red-brown.
    static let crustDensity = LinearColour(0.38, 0.66, 0.70)
    /// Half the width of a crust's edge in mm.
    private static let crustEdge = 0.09

    /// Draws the crusts of a moment.
    func crusts(moment: PhantomMoment, camera: PhantomCamera) -> CrustLayer {
        let count = camera.width * camera.height
        var layer = CrustLayer(
            share: Array(repeating: 0, count: count), darkness: Array(repeating: 0, count: count))
        var area = 0.0
        let wanted = moment.scabFraction * scene.treatedArea
        for scab in scene.scabs {
            area += scab.area
            // The crust that would pass the wanted area is there when it does so by less than half of itself.
            if area - scab.area / 2 > wanted { break }
            draw(scab, camera: camera, into: &layer)
        }
        return layer
    }

    private func draw(_ scab: PhantomScab, camera: PhantomCamera, into layer: inout CrustLayer) {
        let middle = camera.pose.pixel(of: scab.centre)
        let scale = camera.pose.scale(at: scab.centre)
        let most = scab.outline.max() ?? 1
        guard
            let box = PixelBox(
                middle: middle, reach: (scab.radius * most + 0.2) * scale, width: camera.width,
                height: camera.height)
        else { return }
        layer.middles.append(middle)
        for y in box.rows {
            for x in box.columns {
                let place = camera.pose.scene(at: Double(x), Double(y))
                let dx = place.x - scab.centre.x
                let dy = place.y - scab.centre.y
                let distance = (dx * dx + dy * dy).squareRoot()
                let turn = Steady.atan2(dy, dx) / (2 * .pi)
                let along = (turn < 0 ? turn + 1 : turn) * 24
                let index = Int(along) % 24
                let rest = along - along.rounded(.down)
                let reach =
                    scab.radius
                    * (scab.outline[index] + rest * (scab.outline[(index + 1) % 24] - scab.outline[index]))
                let t = min(1, max(0, 0.5 + (reach - distance) / (2 * Self.crustEdge)))
                if t <= 0 { continue }
                let at = y * camera.width + x
                let share = Float(t * t * (3 - 2 * t))
                if share > layer.share[at] {
                    layer.share[at] = share
                    // Thicker in the middle, with a rough surface.
                    let thickness = 0.75 + 0.35 * min(1, max(0, (reach - distance) / scab.radius))
                    let rough = 1 + 0.22 * Double(fields.crust(place.x, place.y))
                    layer.darkness[at] = Float(scab.darkness * thickness * rough)
                }
            }
        }
    }

    /// What shaved hairs let through.
    func hair(camera: PhantomCamera) -> [Float] {
        var out = [Float](repeating: 1, count: camera.width * camera.height)
        for hair in scene.hairs {
            let root = camera.pose.pixel(of: hair.root)
            let tip = camera.pose.pixel(of: hair.tip)
            let half = hair.thickness / 2 * camera.pose.scale(at: hair.root)
            let middle = PixelPoint(x: (root.x + tip.x) / 2, y: (root.y + tip.y) / 2)
            let ex = tip.x - root.x
            let ey = tip.y - root.y
            // A point has no length: any number above 0 leaves it one.
            let square = max(1e-12, ex * ex + ey * ey)
            guard
                let box = PixelBox(
                    middle: middle, reach: square.squareRoot() / 2 + half + 1, width: camera.width,
                    height: camera.height)
            else { continue }
            for y in box.rows {
                for x in box.columns {
                    var inside = 0
                    for i in 0..<4 {
                        for j in 0..<4 {
                            let px = Double(x) - 0.375 + 0.25 * Double(j) - root.x
                            let py = Double(y) - 0.375 + 0.25 * Double(i) - root.y
                            let along = min(1, max(0, (px * ex + py * ey) / square))
                            let dx = px - along * ex
                            let dy = py - along * ey
                            // A hair narrows towards its cut end.
                            let width = half * (1 - 0.35 * along)
                            if dx * dx + dy * dy <= width * width { inside += 1 }
                        }
                    }
                    if inside > 0 {
                        out[y * camera.width + x] *= Float(1 - hair.absorbance * Double(inside) / 16)
                    }
                }
            }
        }
        for hair in scene.longHairs { draw(hair, camera: camera, into: &out) }
        return out
    }

    /// Draws a long hair: the darkest of what its pieces cover, so that joints do not show.
    private func draw(_ hair: PhantomLongHair, camera: PhantomCamera, into out: inout [Float]) {
        for (start, end) in zip(hair.points, hair.points.dropFirst()) {
            let from = camera.pose.pixel(of: start)
            let to = camera.pose.pixel(of: end)
            let half = hair.thickness / 2 * camera.pose.scale(at: start)
            let ex = to.x - from.x
            let ey = to.y - from.y
            let square = ex * ex + ey * ey
            guard
                let box = PixelBox(
                    middle: PixelPoint(x: (from.x + to.x) / 2, y: (from.y + to.y) / 2),
                    reach: square.squareRoot() / 2 + half + 1, width: camera.width, height: camera.height)
            else { continue }
            for y in box.rows {
                for x in box.columns {
                    let px = Double(x) - from.x
                    let py = Double(y) - from.y
                    let along = min(1, max(0, (px * ex + py * ey) / square))
                    let dx = px - along * ex
                    let dy = py - along * ey
                    let away = (dx * dx + dy * dy).squareRoot()
                    // Share of a pixel between two straight edges, the pixel taken across.
                    let share = min(0.5, half - away) + min(0.5, half + away)
                    if share > 0 {
                        let at = y * camera.width + x
                        out[at] = min(out[at], Float(1 - hair.absorbance * min(1, share)))
                    }
                }
            }
        }
    }
}
