import HealingCurve

/// Every photo with what was measured in it.
extension PaperReport {
    /// From this many photos on their cards stand in two columns.
    private static let manyPhotos = 7

    /// The photos in order.
    var photos: [PaperBlock] {
        if report.photos.isEmpty { return [] }
        let isDense = report.photos.count >= Self.manyPhotos
        let cells = report.photos.map { [photoCard($0, isDense: isDense)] }
        return heading(language.text("photos.heading"))
            + grid(cells, inRow: isDense ? 2 : 1, gap: 14)
    }

    private func photoCard(_ photo: ReportPhoto, isDense: Bool) -> PaperBlock {
        let style = PaperStyle(size: isDense ? 7.5 : 8.5)
        let remark = style.coloured(PaperPalette.muted)
        var words: [PaperBlock] = [
            .text(PaperText(page.heading(photo), .part.sized(isDense ? 8.5 : 9.5)), .part),
            .text(PaperText(page.placeLine(photo), remark.cut(after: 2))), .space(2),
        ]
        if case .failure(let failure) = photo.outcome {
            words.append(
                .text(
                    PaperText("", style).adding(language.text("photos.not-read"), isBold: true)
                        .adding(" " + language.reasons.failure(failure))))
        }
        words += page.readings(photo).map { reading in
            var text = PaperText("", style).adding(reading.name + " ").adding(reading.value, isBold: true)
            let state = PaperText(reading.state).words
            if !state.isEmpty { text = text.adding(" " + state) }
            if reading.isOff { text.style.colour = PaperPalette.signal }
            return .text(text)
        }
        let remarks =
            page.missingSentences(photo) + page.qualitySentences(photo) + page.warningSentences(photo)
        words += remarks.map { .text(PaperText($0, remark)) }
        guard let picture = pictures.thumbnail(photo) else { return .together(words) }
        let shown = PaperBlock.picture(
            picture, mostHeight: isDense ? 120 : 170, words: page.pictureName(photo), marks: rings(photo))
        return .columns(
            [
                PaperBlock.Column(share: isDense ? 4 : 3.4, blocks: [shown]),
                PaperBlock.Column(share: 5.4, blocks: words),
            ], gap: 8)
    }

    /// Rings around the places that lost their dots, in shares of the picture's width.
    private func rings(_ photo: ReportPhoto) -> [PaperShape] {
        let ratio = Double(photo.height) / Double(max(photo.width, 1))
        return page.ringPlaces(photo).flatMap { ring -> [PaperShape] in
            let place = PaperShape.Place(x: ring.left, y: ring.top * ratio)
            return [
                .circle(
                    place, radius: ring.width / 2,
                    pen: PaperShape.Pen(colour: PaperPalette.white, width: 0.016)),
                .circle(
                    place, radius: ring.width / 2,
                    pen: PaperShape.Pen(colour: PaperPalette.signal, width: 0.009)),
            ]
        }
    }
}
