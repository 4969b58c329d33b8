import ClientRecords

/// Why photos or entries could not be taken in at all.
public enum IntakeError: Error, Equatable, Sendable {
    /// The folder of clients is not there, or no folder.
    case noClients(path: String, problem: String)
    /// The working folder does not look like a folder of clients, and none was named.
    case noClientsNamed
    /// There is no client of that id; `near` are ids that are alike.
    case unknownClient(id: String, folder: String, near: [String])
    /// A client of an id that differs in capitals alone.
    case almostKnownClient(id: String, known: String)
    /// No folder can bear such a name, or Scalpline would pass over it.
    case impossibleClient(id: String)
    /// There is no such folder of incoming photos.
    case noInbox(path: String, problem: String)
    /// Incoming photos would be the clients' own.
    case inboxIsClients(path: String)
    /// There is no such photo of the client.
    case unknownPhoto(photo: String, client: String)
    /// A client's file could not be changed.
    case edit(client: String, ClientFileEditProblem)
    /// A client's folder cannot be written.
    case notWritable(path: String, problem: String)
    /// Something lies where the result should be written.
    case outputTaken(path: String)
    /// The output would lie inside what is read, or the other way round.
    case outputInside(path: String)

    /// What happened and how to mend it.
    public var message: String {
        switch self {
        case .noClients(let path, let problem):
            "\(path): \(problem). Name the folder that holds a sub-folder for each client with --clients."
        case .noClientsNamed:
            "This folder does not look like a folder of clients. Name the folder that holds a sub-folder for each "
                + "client with --clients."
        case .unknownClient(let id, let folder, let near):
            "\(id): there is no such client in \(folder)."
                + (near.isEmpty ? "" : " Did you mean \(near.joined(separator: " or "))?")
                + " scalpline add makes a new client's folder."
        case .almostKnownClient(let id, let known):
            "\(id): there is a client \(known). Write the id as it is there, or choose another one for a new client."
        case .impossibleClient(let id):
            "\(id): cannot be a client's id. Take a name of at most 100 characters without / that does not begin "
                + "with a dot."
        case .noInbox(let path, let problem):
            "\(path): \(problem). Name the folder that the photos were copied to."
        case .inboxIsClients(let path):
            "\(path): the photos that come in and the clients' folders must be different folders."
        case .unknownPhoto(let photo, let client):
            "\(client): has no photo \(photo). Give its path under the client's folder."
        case .edit(let client, let problem): "\(client): \(problem.message)"
        case .notWritable(let path, let problem):
            "\(path): cannot be written (\(problem)). Check that you may write to it and that the disk has room."
        case .outputTaken(let path):
            "\(path): there is something already. Name a new place; nothing is overwritten."
        case .outputInside(let path):
            "\(path): lies inside the folder that is read, or holds it. Name a place apart from it."
        }
    }
}

/// Why a `client.yaml` could not be changed, in words.
public struct ClientFileEditProblem: Error, Equatable, Sendable {
    /// What happened and how to mend it.
    public let message: String

    init(_ error: ClientFileEditError) {
        message = error.message(file: ClientFile.name)
    }
}
