import HealingCurve
import PhotoDecoding

/// The sheet that the client keeps.
extension PaperReport {
    /// Height of the pictures where there is room.
    private static let mostPictureHeight = 196.0
    /// Height of the pictures where there is little.
    private static let leastPictureHeight = 92.0
    /// What the sheet is made smaller by, in steps, where even small pictures don't fit.
    private static let step = 0.97

    /// The sheet.
    ///
    /// Where its words are long, first the pictures are made lower, then everything smaller, until it fits: nothing
    /// overlaps and nothing is cut.
    ///
    /// - Parameter height: Of what may stand on it, above the foot.
    /// - Returns: All of it in one piece.
    func firstSheet(height: Double) -> PaperSlab {
        func slab(_ pictureHeight: Double, scale: Double = 1) -> PaperSlab {
            .joined(layout.slabs(firstBlocks(pictureHeight), width: sheet.innerWidth / scale))
        }
        var pictureHeight = tallestPictures
        var result = slab(pictureHeight)
        while result.height > height, pictureHeight > Self.leastPictureHeight {
            // Captions below narrower pictures may take another line, so once may not do.
            pictureHeight = max(pictureHeight - max(result.height - height, 2), Self.leastPictureHeight)
            result = slab(pictureHeight)
        }
        var scale = 1.0
        while result.height * scale > height, scale > Self.leastScale {
            scale *= Self.step
            result = slab(pictureHeight, scale: scale)
        }
        return scale < 1 || result.height > height
            ? result.scaled(by: min(scale, height / result.height)) : result
    }

    /// Smaller than this no word can be read; what is still too high is scaled as it is.
    private static let leastScale = 0.4

    /// Height of the pictures where each takes half the width.
    private var tallestPictures: Double {
        let half = (sheet.innerWidth - Self.pictureGap) / 2
        return min(half * (firstAndNewest.map(\.picture.ratio).max() ?? 1), Self.mostPictureHeight)
    }

    /// Room between the two pictures.
    private static let pictureGap = 12.0

    private func firstBlocks(_ pictureHeight: Double) -> [PaperBlock] {
        var blocks = letterhead + nameBlocks + verdict
        blocks += beforeAndNow(height: pictureHeight) + whereYouAre + [.space(10)] + course
        return blocks
    }

    // MARK: Pictures

    /// A picture with what it shows.
    private struct Shown {
        var picture: PaperPicture
        var photo: ReportPhoto?
        var file: String
    }

    /// The first and the newest visit in one frame, else the first and the newest photo.
    private var firstAndNewest: [Shown] {
        if let view = report.views.first, view.visits.count > 1 {
            let ends = [view.visits.first, view.visits.last].compactMap { $0 }
            let shown = ends.compactMap { visit in
                pictures.visit(visit, of: view).map {
                    Shown(picture: $0, photo: page.photo(named: visit.photo), file: visit.photo)
                }
            }
            if shown.count > 1 { return shown }
        }
        let all = report.photos.compactMap { photo in
            pictures.thumbnail(photo).map { Shown(picture: $0, photo: photo, file: photo.file) }
        }
        guard let first = all.first, let last = all.last else { return [] }
        return all.count > 1 ? [first, last] : [first]
    }

    private func beforeAndNow(height: Double) -> [PaperBlock] {
        let shown = firstAndNewest
        if shown.isEmpty { return [] }
        let gap = Self.pictureGap
        let half = (sheet.innerWidth - gap) / 2
        // As wide as they may be high, side by side at the left edge.
        let tallest = shown.map(\.picture.ratio).max() ?? 1
        let width = min(half, height / tallest)
        var columns = shown.map { one in
            PaperBlock.Column(
                share: width,
                blocks: [
                    .picture(
                        one.picture, mostHeight: height, words: page.pictureWords(one.photo, one.file)),
                    .space(2), .text(PaperText(page.caption(one.photo, one.file), .small)),
                ])
        }
        let left = sheet.innerWidth - width * Double(columns.count)
        // A little room is better between the pictures than beside them.
        if columns.count == 2, left < Self.mostPictureGap {
            return [.columns(columns, gap: left), .space(8)]
        }
        columns.append(PaperBlock.Column(share: left - gap * Double(columns.count), blocks: []))
        return [.columns(columns, gap: gap), .space(8)]
    }

    /// Room between the two pictures where they nearly fill the width.
    private static let mostPictureGap = 48.0

    // MARK: Words

    private var whereYouAre: [PaperBlock] {
        guard let day = summary.day else { return [] }
        let advice = page.advice(day: day)
        var blocks = heading(language.text("guide.heading", ["stage": advice.title]))
        blocks.append(.text(PaperText(page.positionSentence(advice), PaperStyle(size: 9))))
        let steps = page.steps(day: day)
        if !steps.isEmpty { blocks += [.space(5), .columns(steps.map(column), gap: 6)] }
        func part(_ key: String, _ sentences: [String], _ remark: String? = nil) -> PaperBlock.Column {
            var inner = heading(language.text(key), .part)
            inner.append(.list(sentences.map { PaperText($0, PaperStyle(size: 8.5)) }))
            if let remark { inner += [.space(2), .text(PaperText(remark, .small.sized(7.5)))] }
            return PaperBlock.Column(share: 1, blocks: inner)
        }
        let columns = [
            part("guide.heading-expected", advice.expected),
            part("guide.heading-care", advice.care, language.text("guide.practitioner-first")),
            part("guide.heading-next", advice.next),
        ]
        return blocks + [.space(8), .columns(columns, gap: 14)]
    }

    private func column(_ step: ClientPage.Step) -> PaperBlock.Column {
        let line = PaperDrawing(
            width: 100, height: 2.4,
            shapes: [
                .rectangle(
                    x: 0, y: 0, width: 100, height: 2.4,
                    fill: step.isNow || step.isDone ? palette.accent : PaperPalette.rule)
            ])
        var words = PaperText("", .small.sized(7.5))
        words = words.adding(step.name, isBold: true).adding(" · " + PaperText.unbroken(step.days))
        if step.isNow { words.style.colour = PaperPalette.text }
        let inner: [PaperBlock] = [
            .text(words), .text(PaperText(step.dates, words.style)),
        ]
        let look = PaperBlock.Look(fill: step.isNow ? palette.accentSoft : nil, padding: 4)
        return PaperBlock.Column(share: 1, blocks: [.drawing(line), .card(inner, look)])
    }

    // MARK: Course

    /// The chart that tells most, and what is to come.
    private var course: [PaperBlock] {
        let telling = tellingFigure
        var next: [PaperBlock] = []
        let style = PaperStyle(size: 8.5)
        if let forecast = report.forecast {
            next += heading(language.text("forecast.heading"), .part)
            next += [
                .text(PaperText(page.keptSentence(forecast), style)), .space(4),
                .text(PaperText(page.touchUpSentence(forecast.touchUp), style)), .space(6),
            ]
        }
        if let photo = page.nextPhotoSentence {
            let look = PaperBlock.Look(fill: palette.accentSoft, bar: palette.accent, padding: 6)
            next += [.card([.text(PaperText(photo, PaperStyle(size: 9)))], look), .space(8)]
        }
        guard let telling else { return next }
        next += legend(of: telling)
        return [
            .columns(
                [
                    PaperBlock.Column(share: 1, blocks: [figure(telling)]),
                    PaperBlock.Column(share: 1, blocks: next),
                ], gap: 16)
        ]
    }

    /// The chart of a finding that holds, else of the redness in the first two weeks, else of what the pigment does.
    private var tellingFigure: ClientPage.Figure? {
        let figures = page.figures(of: report.views.first, isAlone: report.views.count < 2)
        func figure(_ measure: CurveMeasure) -> ClientPage.Figure? {
            figures.first { $0.measure == measure && $0.points > 1 }
        }
        let found = summary.current.flatMap { FindingWords.measures($0.code) }
        let isEarly = (summary.day ?? 0) < StageGuide.healingUntilDay
        let order = found + (isEarly ? [.redness] : []) + [.darkness, .coverage, .redness, .density]
        return order.lazy.compactMap(figure).first
    }
}
