import Foundation
import ProgressReport
import ScalplineApp
import Testing

@Suite("A studio's own look")
struct StudioPagesTests {
    private func page(_ studio: Studio, _ language: Language = english) -> String {
        ClientPage.html(
            for: SampleCourse(days: [-2.9, 0.1, 3.9]).report(client: "a", name: nil), language: language,
            studio: studio)
    }

    @Test("A studio that says nothing of itself leaves the page as it is")
    func nothing() {
        #expect(
            page(Studio())
                == ClientPage.html(for: SampleCourse(days: [-2.9, 0.1, 3.9]).report(client: "a", name: nil)))
        #expect(!page(Studio()).contains("class=\"studio\"") && page(Studio()).contains("@page{size:A4;"))
    }

    @Test("Name, contact and logo stand above the heading, as text and inside the page")
    func letterhead() {
        var studio = Studio()
        studio.name = "Ink & <Co>"
        studio.contact = ["Main Street 1", "استوديو"]
        studio.logo = Studio.Logo(bytes: [0xFF, 0xD8, 0xFF, 0xE0], width: 200, height: 80, isPNG: false)
        studio.paper = .letter
        let html = page(studio)
        #expect(html.contains("<p class=\"name\"><bdi>Ink &amp; &lt;Co&gt;</bdi></p>"))
        #expect(html.contains("<span><bdi>Main Street 1</bdi></span><span><bdi>استوديو</bdi></span>"))
        #expect(
            html.contains(
                "<img src=\"data:image/jpeg;base64,/9j/4A==\" alt=\"\" width=\"200\" height=\"80\">"))
        #expect(
            html.contains("<p class=\"brand\">Progress report</p>") && html.contains("@page{size:Letter;"))
        studio.name = nil
        #expect(page(studio).contains("alt=\"Logo\""))
        let overview = OverviewPage.html(clients: [], method: "m", language: english, studio: studio)
        #expect(overview.contains("class=\"studio\"") && !overview.contains("class=\"brand\""))
    }

    @Test("Whatever the accent is, text in it and on it can be read on light, dark and paper")
    func contrast() throws {
        func colour(_ text: String) throws -> Studio.Colour { try #require(Studio.Colour(hexadecimal: text)) }
        let grounds = (
            light: try [colour("#f7f6f3"), colour("#ffffff")],
            dark: try [colour("#14171a"), colour("#1d2125")]
        )
        let texts = (light: try colour("#22272b"), dark: try colour("#e9e7e3"))
        for step in stride(from: 0, through: 255, by: 51) {
            for (red, green, blue) in [
                (step, 255, 0), (255, step, 255), (step, step, step), (0, step, 255), (step, 0, 0),
            ] {
                let accent = Studio.Colour(red: UInt8(red), green: UInt8(green), blue: UInt8(blue))
                let (light, dark, paper) = (
                    AccentTones.light(accent), AccentTones.dark(accent), AccentTones.paper(accent)
                )
                for ground in grounds.light + [light.soft] {
                    #expect(light.strong.contrast(with: ground) >= 4.5)
                }
                for ground in grounds.dark + [dark.soft] {
                    #expect(dark.strong.contrast(with: ground) >= 4.5)
                }
                #expect(paper.strong.contrast(with: paper.soft) >= 4.5)
                #expect(
                    texts.light.contrast(with: light.soft) >= 4.5
                        && texts.dark.contrast(with: dark.soft) >= 4.5)
            }
        }
        // A colour that can be read already stays what it is.
        #expect(AccentTones.light(try colour("#14665e")).strong.hexadecimal == "#14665e")
        #expect(try colour("#000000").contrast(with: colour("#ffffff")) == 21)
        #expect(Studio.Colour(hexadecimal: "#12345") == nil && Studio.Colour(hexadecimal: "##12345") == nil)
        var studio = Studio()
        studio.accent = try colour("#ffe000")
        let html = page(studio)
        #expect(html.contains("--accent:\(AccentTones.light(try colour("#ffe000")).strong.hexadecimal);"))
    }

    @Test(
        "A language that runs right to left turns the page, and its words can't break out of the style sheet")
    func rightToLeft() throws {
        let phrases = try LanguageFile.read(
            """
            language: عربي
            tag: ar
            direction: rtl
            plurals: arabic
            months: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]
            shortMonths: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]
            phrases:
              about: {intended-use: '"</style><script>alert(1)</script>'}
            """, against: english)
        let html = page(Studio(), phrases.language)
        #expect(html.contains("<html lang=\"ar\" dir=\"rtl\">"))
        #expect(!html.contains("<script>alert"))
        #expect(html.components(separatedBy: "</style>").count == 2)
        #expect(html.contains("content:\"\\22 \\3c /style\\3e "))
    }
}
