import Raster
import SteadyMath

extension PhantomRenderer {
    /// Half the width over which redness fades at the treated edge, in mm.
    static let rednessEdge = 1.5

    /// Share by which melanin varies at each of its wavelengths.
    private static let melaninVariation: [Double] = [0.018, 0.022, 0.03]
    /// Share by which haemoglobin varies at each of its wavelengths.
    private static let haemoglobinVariation: [Double] = [0.018, 0.035, 0.055]
    /// Share by which redness varies from place to place.
    private static let reddeningVariation = 0.12

    /// The skin's colour without fine texture, and how deep each place lies in the treated outline.
    func smoothSkin(moment: PhantomMoment, camera: PhantomCamera) -> SmoothSkin {
        let empty = CoarseField(width: camera.width, height: camera.height)
        var out = SmoothSkin(red: empty, green: empty, blue: empty, depth: empty)
        let tone = scene.options.skin
        let added = moment.redness / scene.optics.erythemaIndexOfHaemoglobin
        for row in 0..<empty.rows {
            for column in 0..<empty.columns {
                let place = camera.pose.scene(
                    at: Double(column * CoarseField.step), Double(row * CoarseField.step))
                let depth = scene.outline.depth(of: place)
                let (melanin, haemoglobin) = variation(at: place)
                let (edge, patchy) = reddening(at: place, depth: depth)
                let density = scene.optics.density(
                    melanin: tone.melanin * melanin,
                    haemoglobin: tone.haemoglobin * haemoglobin + added * edge * patchy)
                let index = row * empty.columns + column
                out.red.values[index] = Float(density.red)
                out.green.values[index] = Float(density.green)
                out.blue.values[index] = Float(density.blue)
                out.depth.values[index] = Float(depth)
            }
        }
        return out
    }

    /// Factors on the skin's melanin and haemoglobin at a place.
    @inline(__always)
    func variation(at place: ScenePoint) -> (melanin: Double, haemoglobin: Double) {
        var melanin = 1.0
        for (field, share) in zip(fields.melanin, Self.melaninVariation) {
            melanin += share * Double(field(place.x, place.y))
        }
        var haemoglobin = 1.0
        for (field, share) in zip(fields.haemoglobin, Self.haemoglobinVariation) {
            haemoglobin += share * Double(field(place.x, place.y))
        }
        return (melanin, haemoglobin)
    }

    /// Factors on the redness at a place: how far it lies inside the treated edge, and its blotches.
    @inline(__always)
    func reddening(at place: ScenePoint, depth: Double) -> (edge: Double, patchy: Double) {
        let t = min(1, max(0, 0.5 + 0.5 * depth / Self.rednessEdge))
        return (
            t * t * (3 - 2 * t), 1 + Self.reddeningVariation * Double(fields.reddening(place.x, place.y))
        )
    }

    /// The evenly lit skin at full size: smooth skin with texture, pores and freckles.
    func skin(_ smooth: SmoothSkin, camera: PhantomCamera) -> RGBImage {
        let width = camera.width
        let height = camera.height
        let marks = melaninOfMarks(camera: camera)
        let perUnit = scene.optics.melaninDensity
        let melaninRed = Float(perUnit.red)
        let melaninGreen = Float(perUnit.green)
        let melaninBlue = Float(perUnit.blue)
        let strength = Float(scene.options.texture)
        var red = Plane(width: width, height: height)
        var green = red
        var blue = red
        var rows = [[Float]](repeating: Array(repeating: 0, count: width), count: 3)
        for y in 0..<height {
            smooth.red.write(row: y, into: &rows[0])
            smooth.green.write(row: y, into: &rows[1])
            smooth.blue.write(row: y, into: &rows[2])
            for x in 0..<width {
                let place = camera.pose.scene(at: Double(x), Double(y))
                let texture = strength * texture(at: place)
                let index = y * width + x
                let mark = marks[index]
                red.samples[index] = transmittance(rows[0][x] + texture + mark * melaninRed)
                green.samples[index] = transmittance(rows[1][x] + texture + mark * melaninGreen)
                blue.samples[index] = transmittance(rows[2][x] + texture + mark * melaninBlue)
            }
        }
        return RGBImage(red: red, green: green, blue: blue)
    }

    /// Shade of the skin's relief at a place, as an optical density common to all channels.
    @inline(__always)
    func texture(at place: ScenePoint) -> Float {
        let line = fields.lines(place.x, place.y)
        let depth = 1 + 0.5 * fields.lineDepth(place.x, place.y)
        let crease = 1 / (1 + line * line * 60)
        return 0.010 * fields.grain(place.x, place.y) + 0.008 * fields.relief(place.x, place.y)
            + 0.020 * depth * (crease - 0.2)
    }

    /// Melanin of pores and freckles at each pixel.
    func melaninOfMarks(camera: PhantomCamera) -> [Float] {
        let width = camera.width
        let height = camera.height
        var out = [Float](repeating: 0, count: width * height)
        for mark in scene.marks {
            let middle = camera.pose.pixel(of: mark.centre)
            let scale = camera.pose.scale(at: mark.centre)
            let reach = 3 * max(mark.spread.length, mark.spread.width) * scale
            guard
                let box = PixelBox(
                    middle: middle, reach: reach, width: width, height: height)
            else { continue }
            let turn = mark.angle
            let c = Steady.cos(turn)
            let s = Steady.sin(turn)
            let across = 1 / (mark.spread.length * scale)
            let along = 1 / (mark.spread.width * scale)
            for y in box.rows {
                for x in box.columns {
                    let dx = Double(x) - middle.x
                    let dy = Double(y) - middle.y
                    let u = (c * dx + s * dy) * across
                    let v = (c * dy - s * dx) * along
                    let square = u * u + v * v
                    if square < 9 {
                        // A bump close to a Gaussian that ends at three standard deviations.
                        let rest = 1 - square / 9
                        out[y * width + x] += Float(mark.melanin * rest * rest * rest * rest)
                    }
                }
            }
        }
        return out
    }
}

/// The pixels within reach of a place, cut at the photo's edge.
struct PixelBox {
    let columns: ClosedRange<Int>
    let rows: ClosedRange<Int>

    /// Makes a box, or nil where the photo shows none of it.
    init?(middle: PixelPoint, reach: Double, width: Int, height: Int) {
        let left = max(0, Int((middle.x - reach).rounded(.down)))
        let right = min(width - 1, Int((middle.x + reach).rounded(.up)))
        let top = max(0, Int((middle.y - reach).rounded(.down)))
        let bottom = min(height - 1, Int((middle.y + reach).rounded(.up)))
        guard left <= right, top <= bottom else { return nil }
        columns = left...right
        rows = top...bottom
    }
}
