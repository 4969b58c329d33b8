import ClientRecords
import ProgressReport

extension ClientSession {
    /// What is noted of the session, by name.
    var factors: [SessionFactor: String] {
        var factors: [SessionFactor: String] = [:]
        for factor in SessionFactor.allCases {
            factors[factor] =
                switch factor {
                case .technique: technique
                case .needle: needle
                case .pigment: pigment
                case .practitioner: practitioner
                }
        }
        return factors
    }
}
