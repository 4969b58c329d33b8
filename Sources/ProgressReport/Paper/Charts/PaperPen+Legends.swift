/// What marks mean: small drawings beside words.
extension PaperPen {
    /// An entry of a chart's legend, 28 by 16 units.
    func legend(_ kind: ChartLegend.Kind) -> PaperDrawing {
        let shapes: [PaperShape]
        switch kind {
        case .band:
            shapes = [
                .rectangle(x: 0, y: 1, width: 28, height: 14, fill: palette.band),
                line(0, 1, 28, 1, palette.accent, 0.75), line(0, 15, 28, 15, palette.accent, 0.75),
            ]
        case .course:
            shapes = [
                line(0, 2, 28, 2, palette.accent, 1, dash: 4, gap: 2.5),
                line(0, 14, 28, 14, palette.accent, 1, dash: 4, gap: 2.5),
                line(0, 8, 28, 8, palette.accent, 1.75),
            ]
        case .asExpected:
            shapes = [line(14, 1, 14, 15, PaperPalette.bar, 1.5), mark(.within, 14, 8)]
        case .notCompared: shapes = [mark(.open, 14, 8)]
        case .above: shapes = [mark(.above, 14, 8)]
        case .below: shapes = [mark(.below, 14, 8)]
        case .session: shapes = [line(14, 0, 14, 16, PaperPalette.muted, 1.25, dash: 3, gap: 3)]
        }
        return PaperDrawing(width: 28, height: 16, shapes: shapes)
    }

    /// A dot of the map of dots, 28 by 16 units.
    func dot(_ item: ClientPage.LegendItem) -> PaperDrawing {
        let (x, y) = (14.0, 8.0)
        let lost = item.kind == .lost
        let colour = lost ? Self.colour(DotMap.lostColour) : Self.colour(item.mark.colour)
        let fill = lost ? PaperPalette.white : colour
        let pen = PaperShape.Pen(colour: lost ? colour : PaperPalette.white, width: lost ? 2 : 1)
        func closed(_ places: [(Double, Double)]) -> PaperShape {
            .line(
                places.map { PaperShape.Place(x: x + $0.0, y: y + $0.1) }, isClosed: true, fill: fill,
                pen: pen)
        }
        let shape: PaperShape
        if item.kind == .unseen {
            shape = .circle(
                PaperShape.Place(x: x, y: y), radius: 2, fill: Self.colour(DotMap.unseenColour))
        } else {
            shape =
                switch item.mark {
                case .disc: .circle(PaperShape.Place(x: x, y: y), radius: 5, fill: fill, pen: pen)
                case .square: closed([(-4.5, -4.5), (4.5, -4.5), (4.5, 4.5), (-4.5, 4.5)])
                case .triangle: closed([(0, -5.5), (5.6, 4.3), (-5.6, 4.3)])
                case .diamond: closed([(0, -6), (6, 0), (0, 6), (-6, 0)])
                }
        }
        return PaperDrawing(width: 28, height: 16, shapes: [shape])
    }

    private static func colour(_ colour: (red: UInt8, green: UInt8, blue: UInt8)) -> Studio.Colour {
        Studio.Colour(red: colour.red, green: colour.green, blue: colour.blue)
    }

    /// The picture beside a verdict, 24 by 24 units, as ``VerdictIcon`` draws it.
    func icon(_ level: ReportSummary.Level, failed: Bool, _ colour: Studio.Colour) -> [PaperShape] {
        let pen = PaperShape.Pen(colour: colour, width: 2)
        func line(_ places: [(Double, Double)], isClosed: Bool = false) -> PaperShape {
            .line(places.map { PaperShape.Place(x: $0.0, y: $0.1) }, isClosed: isClosed, pen: pen)
        }
        func dot(_ y: Double) -> PaperShape {
            .circle(PaperShape.Place(x: 12, y: y), radius: 1.2, fill: colour)
        }
        let ring = PaperShape.circle(PaperShape.Place(x: 12, y: 12), radius: 9.5, pen: pen)
        if failed || level == .attention {
            return [
                line([(12, 4), (22, 20.5), (2, 20.5)], isClosed: true), line([(12, 10), (12, 15)]), dot(17.9),
            ]
        }
        return switch level {
        case .attention, .note: [ring, line([(12, 11), (12, 17)]), dot(7.4)]
        case .asExpected: [ring, line([(7.5, 12.3), (10.7, 15.5), (16.7, 9)])]
        case .noVerdict: [ring, line([(8, 12), (16, 12)])]
        }
    }
}
