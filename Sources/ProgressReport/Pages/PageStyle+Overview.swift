extension PageStyle {
    /// The look of the page of all clients.
    ///
    /// Rows are grids of their own, not a table's, so that a browser lays out only those that are in view: a thousand rows
    /// open and sort several times as fast. What a table is to a screen reader is told by roles.
    static let overview = """
        .page{max-width:80rem}
        main>p:first-child{margin-top:1.5rem}
        .controls{display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:end;margin:1.5rem 0 .6rem}
        .controls[hidden]{display:none}
        .controls label{display:grid;gap:.15rem;font-size:.8rem;color:var(--muted)}
        .controls label.tick{display:flex;gap:.45rem;align-items:center;min-height:2.4rem;font-size:.875rem;color:var(--text)}
        .controls input[type=search],.controls select,.controls button{font:inherit;font-size:.9rem;color:var(--text);\
        background:var(--surface);border:1px solid var(--muted);border-radius:8px;padding:.35rem .6rem;min-height:2.4rem;\
        max-width:100%}
        .controls input[type=search]{width:15rem}
        .controls ::placeholder{color:var(--muted);opacity:1}
        .controls input[type=checkbox]{width:1.15rem;height:1.15rem;margin:0;accent-color:var(--accent)}
        .controls button{cursor:pointer}
        .controls :focus-visible,.clients button:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
        .shown{margin:0 0 .6rem;min-height:1.55em;font-size:.875rem;color:var(--muted)}
        .clients.scroll{overflow:visible}
        .clients table,.clients thead,.clients tbody{display:block}
        .clients tr{display:grid;border-bottom:1px solid var(--rule);\
        grid-template-columns:1.6fr 2.4fr 1.2fr 1.2fr 1.7fr 1.4fr .9fr}
        .clients tr[hidden]{display:none}
        .clients tbody tr{content-visibility:auto;contain-intrinsic-size:auto 4.5rem}
        .clients tbody tr:last-child{border-bottom:0;border-radius:0 0 12px 12px}
        .clients tbody tr:hover{background:var(--accent-soft)}
        .clients th,.clients td{border:0;min-width:0;overflow-wrap:anywhere}
        .clients thead{position:sticky;top:0;z-index:1;background:var(--surface);border-radius:12px 12px 0 0}
        .clients .name{font-size:1rem;font-weight:600}
        .clients button{font:inherit;color:inherit;background:none;border:0;margin:-.3rem -.4rem;padding:.3rem .4rem;\
        text-align:left;cursor:pointer;border-radius:6px}
        .clients button::after{content:" \\2195";opacity:.55}
        .clients [aria-sort] button{color:var(--accent)}
        .clients [aria-sort] button::after{opacity:1;content:" \\2191"}
        .clients [aria-sort=descending] button::after{content:" \\2193"}
        .clients td .small,.due{display:block}
        .course{display:block;width:7.2rem;max-width:100%;height:auto;overflow:visible}
        .course .b{fill:var(--band)}
        .course .l{fill:none;stroke:var(--median);stroke-width:3.5;stroke-linejoin:round}
        .course .p{fill:var(--bar)}.course .q{fill:var(--signal);stroke:var(--text);stroke-width:2}
        @media (max-width:58rem){
        .clients thead{display:none}
        .clients tr{grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));padding:.6rem .4rem}
        .clients tbody tr{contain-intrinsic-size:auto 15rem}
        .clients tr>:nth-child(-n+2){grid-column:1/-1}
        .clients th,.clients td{padding:.2rem .6rem}
        .clients td[data-label]::before{content:attr(data-label);display:block;font-size:.8rem;color:var(--muted)}
        }
        @media (max-width:44rem){
        .controls{display:grid;grid-template-columns:1fr 1fr}
        .controls label:nth-of-type(1),.controls label:nth-of-type(4){grid-column:1/-1}
        .controls input[type=search],.controls select{width:100%}
        }
        @media print{
        .controls,.shown{display:none}.clients button::after{content:""}
        .clients thead{position:static}.clients tbody tr{content-visibility:visible}
        }
        """
}
