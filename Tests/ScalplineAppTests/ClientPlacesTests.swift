import ClientRecords
import ScalplineApp
import Testing

@Suite("Names of the clients' folders in the output")
struct ClientPlacesTests {
    @Test("an id that a folder can bear stays as it is")
    func plain() {
        let names = ["Anna", "anna", "-x", "<b>", "é", "e\u{301}", String(repeating: "L", count: 255)]
        #expect(
            ClientPlaces.names(of: names.map { BytePath($0) }).map { Array($0.utf8) }
                == names.map { Array($0.utf8) })
    }

    @Test("an id that is not UTF-8 never takes the place of one that is")
    func notText() {
        let ids = [BytePath(bytes: [0xFF]), BytePath("%FF")]
        #expect(ClientPlaces.names(of: ids) == ["%FF (2)", "%FF"])
        #expect(ClientPlaces.names(of: ids.reversed()) == ["%FF", "%FF (2)"])
    }

    @Test("the output's own files keep their names")
    func reserved() {
        let ids = ["Index.html", "Index.html (client)", "measurements.csv"].map { BytePath($0) }
        #expect(
            ClientPlaces.names(of: ids)
                == ["Index.html (client) (2)", "Index.html (client)", "measurements.csv (client)"])
    }

    @Test("what becomes too long for a file system is cut, and two such stay two")
    func long() {
        let ids = [0xFE, 0xFF].map { last in BytePath(bytes: [UInt8](repeating: 0xFF, count: 120) + [last]) }
        let names = ClientPlaces.names(of: ids)
        #expect(names[0] != names[1])
        #expect(names.allSatisfy { $0.utf8.count <= 230 && $0.hasPrefix("%FF%FF") })
    }
}
