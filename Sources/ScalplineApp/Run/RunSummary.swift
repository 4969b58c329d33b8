import HealingCurve
import ProgressReport

/// What a run over clients has done, for the person at the screen.
public struct RunSummary: Sendable {
    /// A photo that could not be measured.
    public struct FailedPhoto: Sendable, Codable, Equatable {
        /// Its path under the client's folder.
        public var file: String
        /// Why.
        public var failure: PhotoFailure
    }

    /// One client's line.
    public struct Client: Sendable, Codable, Equatable {
        /// The folder's name.
        public var id: String
        /// Photos that were to be measured.
        public var photos = 0
        /// Photos that could be.
        public var measured = 0
        /// Stage of the latest photo, or nil.
        public var stage: HealingStage?
        /// Day since the last session of the latest photo, or nil.
        public var day: Double?
        /// What a person should know of now.
        public var findings: [Finding] = []
        /// What was told of earlier photos and has passed.
        public var earlierFindings: [Finding] = []
        /// Verdicts on earlier photos that new photos have changed since the run before.
        public var revised: [RevisedVerdict] = []
        /// What is wrong with the client's file, or nil.
        public var failure: PhotoFailure?
        /// Photos that could not be measured, and why.
        public var failedPhotos: [FailedPhoto] = []
        /// Files that are no photos.
        public var skipped: [String] = []
        /// Photos that `client.yaml` leaves out.
        public var excluded: [String] = []
        /// Whether nothing of it is new, so that its results stand as they were.
        public var isUnchanged = false
    }

    /// Those that the run was asked for, in the order of their names.
    public var clients: [Client] = []
    /// Ids of clients that have records and no folder in the input any more.
    public var withoutFolder: [String] = []
    /// Photos beside the clients' folders.
    public var strayPhotos: [String] = []
    /// Files beside the clients' folders that are no photos.
    public var skipped: [String] = []

    /// Whether every photo of every client could be measured.
    public var isComplete: Bool {
        strayPhotos.isEmpty && clients.allSatisfy { $0.failure == nil && $0.failedPhotos.isEmpty }
    }

    /// How sure a finding is.
    ///
    /// - Parameter finding: A client's finding.
    /// - Returns: As `very likely (97 in 100)`; nil where it is a plain fact.
    public static func sureness(of finding: Finding) -> String? {
        Languages.english.findings.sureness(code: finding.code, evidence: finding.evidence)
    }
}

extension RunSummary.Client {
    /// A client's line.
    ///
    /// - Parameters:
    ///   - report: All that is told of the client.
    ///   - plan: Its folder.
    init(_ report: ClientReport, plan: ClientPlan) {
        self.init(id: report.client)
        photos = report.photos.count
        for photo in report.photos {
            switch photo.outcome {
            case .success: measured += 1
            case .failure(let failure):
                failedPhotos.append(RunSummary.FailedPhoto(file: photo.file, failure: failure))
            }
        }
        stage = report.photos.last { $0.visit?.stage != nil }?.visit?.stage
        let told = ReportSummary(report)
        day = told.day
        findings = told.current
        earlierFindings = told.earlier
        revised = report.revised
        failure = report.failure
        skipped = plan.skipped
        excluded = plan.excluded
    }
}
