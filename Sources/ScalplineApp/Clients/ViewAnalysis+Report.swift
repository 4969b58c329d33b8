import ProgressReport

extension ViewAnalysis {
    /// What each photo foretold, in order of time; photos that foretell nothing are left out.
    var forecastHistory: [ForecastStep] {
        zip(photos, expectation.forecasts).compactMap { photo, forecast in
            forecast.map { ForecastStep(photo: photo.name.text, forecast: $0) }
        }
    }

    /// A photo's overlay as JPEG bytes: its dots ringed, its regions outlined.
    func overlay(of index: Int) -> [UInt8]? {
        let photo = photos[index]
        let regions = series.regions[index] ?? photo.surveyed.survey.regions
        return photo.preview?.overlay(photoWidth: photo.surveyed.width) { drawing in
            if let treated = regions.treated { drawing.outline(treated, on: regions.grid, .treated) }
            if let reference = regions.reference {
                drawing.outline(reference, on: regions.grid, .reference, isDashed: true)
            }
            drawing.ring(measurements[index].dots)
            for patch in series.lostPatches where patch.photo == index {
                drawing.markLostPatch(at: patch.centre, area: patch.areaInSquarePixels)
            }
        }
    }
}
