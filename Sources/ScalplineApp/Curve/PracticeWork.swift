import HealingCurve

/// Work on all series of a practice, on several threads.
enum PracticeWork {
    /// How learning and checking go through the series.
    ///
    /// - Parameter jobs: Series worked on at once; 1 means one thread in all.
    /// - Returns: The same results whatever the number of jobs.
    static func each(jobs: Int) -> CurveLearning.Each {
        { count, work in
            var lessons: [SeriesLesson] = []
            OrderedWork.run(Array(0..<count), jobs: jobs, work: work) { lessons.append($1) }
            return lessons
        }
    }
}
