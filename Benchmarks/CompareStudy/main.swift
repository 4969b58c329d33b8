import SimulatedClients

let arguments = Array(CommandLine.arguments.dropFirst())
let practices = arguments.first.flatMap { Int($0) } ?? 4_000
print(try StudyPage.text(practices: max(1, practices)), terminator: "")
