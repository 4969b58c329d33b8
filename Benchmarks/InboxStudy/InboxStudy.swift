import ClientRecords
import Foundation
import PhotoSeries
import ScalplineApp

/// How surely photos find their clients: every photo of a folder of clients is held against every other.
///
/// Prints a line for each kind of marks and pair of photos that match, and what a foreign pair costs.
@main
struct InboxStudy {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 2 else {
            print(
                "inbox-study CLIENTS [quick|thorough]: a folder of clients, as scalpline phantom client renders them"
            )
            exit(64)
        }
        let isQuick = arguments.dropFirst(2).first != "thorough"
        let folders = try ClientFolders(of: BytePath(arguments[1]))
        let photos = folders.clients.enumerated().flatMap { client, folder in
            folder.photos.map { (client: client, photo: $0) }
        }
        let source = SurveyedMarks(limits: .ofSurvey)
        var marked: [(client: Int, name: String, photo: MarkedPhoto)] = []
        let begun = Date()
        OrderedWork.run(photos, jobs: Machine.processors) {
            source.marks(of: $0.photo.path, threads: 1)
        } deliver: {
            index, result in
            guard let photo = try? result.get() else { return }
            marked.append((photos[index].client, photos[index].photo.name.text, photo))
        }
        print("surveyed \(marked.count) photos in \(Date().timeIntervalSince(begun)) s")
        let all = marked
        for kind in ScalpMarks.Kind.allCases {
            let start = Date()
            var (own, ownMet, foreign, foreignMet) = (0, 0, 0, 0)
            OrderedWork.run(Array(all.indices), jobs: Machine.processors) { fixed -> [(Int, ScalpLink?)] in
                let recognition = ScalpRecognition(of: all[fixed].photo.marks, by: [kind])
                return all.indices.filter { $0 != fixed }.map { moving in
                    (moving, recognition.link(to: all[moving].photo.marks, by: kind, quickly: isQuick))
                }
            } deliver: { fixed, links in
                for (moving, link) in links {
                    let isOwn = all[fixed].client == all[moving].client
                    if isOwn { own += 1 } else { foreign += 1 }
                    guard let link else {
                        if isOwn {
                            print(
                                "MISS \(kind) \(all[fixed].client) \(all[fixed].name) \(all[moving].name) "
                                    + "\(all[fixed].photo.marks.field(kind).points.count) "
                                    + "\(all[moving].photo.marks.field(kind).points.count)")
                        }
                        continue
                    }
                    if isOwn { ownMet += 1 } else { foreignMet += 1 }
                    print(
                        "\(isOwn ? "OWN" : "FOREIGN") \(kind) \(all[fixed].client) \(all[moving].client) "
                            + "\(all[fixed].name) \(all[moving].name) pairs \(link.pairs) share \(link.share) "
                            + "spread \(link.spread) certain \(link.isCertain) evidence \(link.evidence) same \(link.isSameShot)"
                    )
                }
            }
            let seconds = Date().timeIntervalSince(start)
            print(
                "\(kind): own \(ownMet) of \(own), foreign \(foreignMet) of \(foreign), \(seconds) s, "
                    + "\(seconds * 1000 * Double(Machine.processors) / Double(max(1, own + foreign))) ms a pair"
            )
        }
    }
}
