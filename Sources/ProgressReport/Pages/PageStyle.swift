/// The look of the pages: system fonts, one accent, light and dark, screen and paper.
///
/// Contrasts of text on its ground are at least 4.5, in both schemes.
enum PageStyle {
    /// The style sheet.
    ///
    /// - Parameters:
    ///   - intendedUse: What stands at the foot of every sheet.
    ///   - paper: The sheets.
    /// - Returns: CSS.
    static func text(intendedUse: String, paper: Studio.Paper = .a4) -> String {
        """
        :root{color-scheme:light dark;--ground:#f7f6f3;--surface:#fff;--text:#22272b;--muted:#565f66;\
        --rule:#dedbd4;--accent:#14665e;--accent-soft:#e3efed;--signal:#8a4608;--signal-soft:#fbefe2;\
        --band:#14665e2b;--median:#14665e;--stage0:#0000000f;--stage1:#00000008;--stage2:#00000004;--bar:#3a4248}
        @media (prefers-color-scheme:dark){:root{--ground:#14171a;--surface:#1d2125;--text:#e9e7e3;--muted:#a8b1b7;\
        --rule:#363c41;--accent:#79c9bd;--accent-soft:#1d3532;--signal:#f0b878;--signal-soft:#3a2b1b;\
        --band:#79c9bd33;--median:#79c9bd;--stage0:#ffffff14;--stage1:#ffffff0b;--stage2:#ffffff05;--bar:#d5d9dc}}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%}
        body{margin:0;background:var(--ground);color:var(--text);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",\
        Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
        .page{max-width:62rem;margin:0 auto;padding:2rem 1.25rem 3rem}
        h1{font-size:2rem;line-height:1.2;margin:.1rem 0 .4rem;font-weight:650;letter-spacing:-.01em}
        h2{font-size:1.25rem;line-height:1.3;margin:2.75rem 0 .9rem;font-weight:650}
        h3{font-size:1rem;line-height:1.35;margin:0 0 .35rem;font-weight:650}
        p{margin:0 0 .6rem}
        ul{margin:0 0 .6rem;padding-inline-start:1.15rem}
        li{margin:.2rem 0}
        a{color:var(--accent);text-underline-offset:.15em}
        a:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
        .brand{font-size:.8rem;letter-spacing:.08em;text-transform:uppercase;color:var(--accent);font-weight:650;margin:0}
        .meta,.muted{color:var(--muted)}
        .meta{margin:0}
        .small{font-size:.875rem;font-weight:400}
        .card{background:var(--surface);border:1px solid var(--rule);border-radius:12px;padding:1.1rem 1.25rem}
        .verdict{display:flex;gap:1rem;align-items:flex-start;margin-top:1.5rem;padding:1.35rem 1.5rem}
        .verdict p{margin:0}
        .verdict .label{font-size:.875rem;font-weight:650;color:var(--accent)}
        .verdict .sentence{font-size:1.2rem;line-height:1.45}
        .verdict svg{flex:none;width:2.2rem;height:2.2rem;margin-top:.1rem}
        .verdict.attention{border-color:var(--signal);background:var(--signal-soft)}
        .verdict.attention .label,.attention h3{color:var(--signal)}
        .icon{fill:none;stroke:var(--accent);stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
        .attention .icon{stroke:var(--signal)}
        .state{font-size:.875rem;color:var(--muted)}
        .range{white-space:nowrap}
        .state.off{color:var(--signal);font-weight:650}
        .stack{display:grid;gap:.75rem}
        .attention.card{border-inline-start:4px solid var(--signal)}
        .note.card{border-inline-start:4px solid var(--accent)}
        .steps{list-style:none;margin:0 0 1rem;padding:0;display:grid;grid-template-columns:repeat(4,1fr);gap:.5rem}
        .steps li{margin:0;padding:.6rem .75rem;border-top:4px solid var(--rule);font-size:.875rem;color:var(--muted)}
        .steps b{display:block;color:var(--text);font-weight:600}
        .steps .done{border-top-color:var(--accent)}
        .steps .now{border-top-color:var(--accent);background:var(--accent-soft);border-radius:0 0 8px 8px;color:var(--text)}
        .columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,16rem),1fr));gap:1rem}
        .columns ul{margin:0}
        .charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,25rem),1fr));gap:1rem}
        figure{margin:0}
        .charts figcaption{margin-bottom:.4rem}
        .chart{display:block;width:100%;height:auto;overflow:visible}
        svg,.frame{direction:ltr}
        .chart text{font-size:10px;fill:var(--text);font-family:inherit}
        .chart text.small{font-size:8.5px;fill:var(--muted)}
        .stage{fill:none}.s0{fill:var(--stage0)}.s1{fill:var(--stage1)}.s2{fill:var(--stage2)}
        .grid{stroke:var(--rule);stroke-width:.75}
        .tick{stroke:var(--muted);stroke-width:1}
        .session{stroke:var(--muted);stroke-width:1.25;stroke-dasharray:3 3}
        .band{fill:var(--band)}
        .rim{fill:none;stroke:var(--median);stroke-width:.75;opacity:.55}
        .median{fill:none;stroke:var(--median);stroke-width:1.75}
        .edge{fill:none;stroke:var(--median);stroke-width:1;stroke-dasharray:4 2.5}
        .error{stroke:var(--bar);stroke-width:1.5}
        .point{fill:var(--bar);stroke:var(--surface);stroke-width:1}
        .point.open{fill:var(--surface);stroke:var(--bar);stroke-width:1.5}
        .point.off{fill:var(--signal);stroke:var(--text)}
        .symptom{fill:none;stroke:var(--bar);stroke-width:1;opacity:.6}
        .symptom.tenderness{stroke-dasharray:4 3}
        .legend{list-style:none;margin:0 0 1rem;padding:0;display:flex;flex-wrap:wrap;gap:.35rem 1.25rem;\
        font-size:.875rem;color:var(--muted)}
        .legend li{margin:0;display:flex;gap:.45rem;align-items:center}
        .legend svg{flex:none;width:28px;height:16px}
        .photos{display:grid;gap:1rem}
        .photo{display:grid;grid-template-columns:minmax(0,1.1fr) minmax(0,1fr);gap:1.25rem}
        .pictures{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:.6rem;align-content:start}
        .pictures img{display:block;width:100%;height:auto;border-radius:8px;background:var(--rule);font-size:.875rem}
        article .small{margin-bottom:.35rem}
        .card>:last-child,.card>div>:last-child{margin-bottom:0}
        .pictures figcaption{font-size:.8rem;color:var(--muted);margin-top:.2rem}
        .frame{position:relative;display:block}
        .ring{position:absolute;aspect-ratio:1;border:3px solid #fff;outline:2px solid #8a4608;border-radius:50%;\
        transform:translate(-50%,-50%)}
        .values{list-style:none;margin:.3rem 0 .6rem;padding:0}
        .values li{display:grid;grid-template-columns:6.2rem minmax(9.9rem,auto) 1fr;gap:.1rem .5rem;padding:.3rem 0;margin:0;\
        border-top:1px solid var(--rule)}
        .values b{font-weight:600;font-variant-numeric:tabular-nums}
        .scroll{overflow-x:auto;border:1px solid var(--rule);border-radius:12px;background:var(--surface)}
        table{border-collapse:collapse;width:100%;font-size:.875rem;font-variant-numeric:tabular-nums}
        th,td{text-align:start;vertical-align:top;padding:.5rem .7rem;border-bottom:1px solid var(--rule);overflow-wrap:normal}
        tbody tr:last-child>*{border-bottom:0}
        thead th{font-weight:600;color:var(--muted);vertical-align:bottom}
        tbody th{font-weight:600}
        .measures td,.measures th{white-space:nowrap}
        .measures td.why{white-space:normal;min-width:6.5rem;color:var(--muted);font-size:.8rem}
        .measures th.file{white-space:normal;min-width:9rem;overflow-wrap:anywhere}
        .off{color:var(--signal);font-weight:650}
        .use{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--rule);font-size:.875rem;color:var(--muted)}
        .mark{display:inline-block;padding:.05rem .5rem;border-radius:99px;font-size:.8rem;font-weight:600;\
        border:1px solid currentColor;color:var(--accent);white-space:nowrap}
        .mark.attention{color:var(--signal)}
        .mark.plain{color:var(--muted)}
        @media (max-width:44rem){
        .chart text{font-size:11px}.chart text.small{font-size:9.5px}
        .page{padding:1.25rem 1rem 2rem}h1{font-size:1.6rem}h2{margin-top:2.1rem}
        .verdict{padding:1.1rem 1rem;gap:.75rem}.verdict .sentence{font-size:1.08rem}
        .card{padding:.95rem 1rem}
        .steps{grid-template-columns:1fr;gap:0}.steps li{border-top:0;border-inline-start:4px solid var(--rule)}
        .steps .done,.steps .now{border-inline-start-color:var(--accent)}.steps .now{border-radius:0 8px 8px 0}
        .photo{grid-template-columns:minmax(0,1fr)}
        .charts .card{padding:.8rem .6rem}.charts figcaption,.charts ul{padding-inline-start:.4rem}
        .values li{grid-template-columns:6.2rem 1fr}.values li>:last-child{grid-column:2}
        }
        @page{size:\(paper.rawValue);margin:14mm 14mm 18mm;\
        @bottom-left{content:"\(cssText(intendedUse))";font:6.5pt sans-serif;color:#444}}
        @media print{
        :root{color-scheme:light;--ground:#fff;--surface:#fff;--text:#111;--muted:#444;--rule:#bbb;--accent:#0d4f49;\
        --accent-soft:#eef4f3;--signal:#6e3705;--signal-soft:#fff;--band:#14665e2b;--median:#14665e;\
        --stage0:#0000000f;--stage1:#00000008;--stage2:#00000004;--bar:#222}
        body{font-size:10pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
        .page{max-width:none;padding:0}h1{font-size:20pt}h2{font-size:13pt;margin-top:7mm;break-after:avoid}
        h3{break-after:avoid}
        .card,figure,li,tr,.photo{break-inside:avoid}
        .legend{break-after:avoid;break-inside:avoid}
        .columns{grid-template-columns:repeat(3,1fr);gap:.5rem}
        .card{padding:.7rem .9rem}
        .charts{grid-template-columns:1fr 1fr}
        .photo{grid-template-columns:8.2cm 1fr;padding:.7rem .9rem}
        .values li{padding:.12rem 0}
        .scroll{overflow:visible;border:0}
        .measures table,.measures .small{font-size:7pt}.measures th,.measures td{padding:.15rem .25rem;white-space:normal}
        .measures th.file{min-width:0}.measures td.why{min-width:0;font-size:6.5pt}
        thead{display:table-header-group}
        a{color:inherit;text-decoration:none}
        .screen{display:none}
        }
        """
    }

    /// A text as it stands between the quotes of a style sheet inside a page.
    private static func cssText(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "\"", "\\", "<", ">", "&": result += "\\\(String(scalar.value, radix: 16)) "
            case _ where scalar.value < 0x20: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}
