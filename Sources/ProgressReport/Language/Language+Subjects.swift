extension Language {
    /// Numbers with their marks and units.
    package var numbers: NumberWords { NumberWords(language: self) }
    /// Several words in a row.
    package var lists: ListWords { ListWords(language: self) }
    /// Dates and days.
    package var dates: DateWords { DateWords(language: self) }
    /// Measures, their values and verdicts.
    package var measures: MeasureWords { MeasureWords(language: self) }
    /// Why something is missing.
    package var reasons: ReasonWords { ReasonWords(language: self) }
    /// Findings as sentences.
    package var findings: FindingWords { FindingWords(language: self) }
    /// The verdict on a client.
    package var verdicts: VerdictWords { VerdictWords(language: self) }
    /// The answer to "is this normal?".
    package var answers: AnswerWords { AnswerWords(language: self) }
    /// Stages, and what belongs to a day.
    package var stages: StageWords { StageWords(language: self) }
    /// What is to come.
    package var forecasts: ForecastWords { ForecastWords(language: self) }
    /// Photos laid over one another, dots kept and lost.
    package var views: ViewWords { ViewWords(language: self) }
    /// Sessions, files and standing sentences.
    package var report: ReportWords { ReportWords(language: self) }
    /// What the page of all clients says.
    package var overview: OverviewWords { OverviewWords(language: self) }
}
