extension PageStyle {
    /// The look of visits over one another and of the map of dots.
    ///
    /// A radio button and its label stand before each figure; the figure whose button is chosen is shown, above the
    /// buttons. Another row of buttons lays the first figure over a part of the chosen one.
    static let views = """
        h2.view{border-top:1px solid var(--rule);padding-top:1.6rem}
        h3.part{font-size:1.1rem;margin:1.6rem 0 .5rem}
        .series{position:relative;display:flex;flex-wrap:wrap;align-items:center;gap:.4rem}
        .series input{position:absolute;opacity:0;width:1px;height:1px;margin:0}
        .series>label,.visits>label{cursor:pointer;border:1px solid var(--rule);border-radius:8px;padding:.3rem .6rem;\
        font-size:.8rem;line-height:1.3;color:var(--muted);background:var(--surface);min-height:2.1rem;\
        display:inline-flex;flex-direction:column;justify-content:center}
        .visits>label b{color:var(--text);font-size:.875rem;white-space:nowrap}
        .series>input:checked+label,.visits>input:checked+label{border-color:var(--accent);color:var(--text);\
        background:var(--accent-soft);box-shadow:inset 0 0 0 1px var(--accent)}
        .series input:focus-visible+label{outline:3px solid var(--accent);outline-offset:2px}
        .visits{position:relative;display:flex;flex-wrap:wrap;gap:.4rem;width:100%;margin-top:.3rem}
        .visits figure{display:none;order:-1;width:100%}
        .visits>input:checked+label+figure{display:block}
        .visits img,.dotmap img{display:block;width:100%;height:auto;border-radius:8px;background:#e2e2e2;font-size:.875rem}
        .visits figcaption{margin:.45rem 0 .35rem;min-height:1.55em}
        .series>.c1:checked~.visits>input:not(:checked)+label+.first,\
        .series>.c2:checked~.visits>input:not(:checked)+label+.first,\
        .series>.c3:checked~.visits>input:not(:checked)+label+.first\
        {display:block;position:absolute;top:0;left:0;z-index:1;pointer-events:none}
        .c1:checked~.visits>input:not(:checked)+label+.first .frame{clip-path:inset(0 75% 0 0)}
        .c2:checked~.visits>input:not(:checked)+label+.first .frame{clip-path:inset(0 50% 0 0)}
        .c3:checked~.visits>input:not(:checked)+label+.first .frame{clip-path:inset(0 25% 0 0)}
        .visits>input:not(:checked)+label+.first figcaption,.visits>input:not(:checked)+label+.first .step{display:none}
        .visits>input:not(:checked)+label+.first .frame::after{content:"";position:absolute;top:0;bottom:0;width:3px;\
        margin-left:-3px;background:#fff;box-shadow:-1px 0 0 #222;left:50%}
        .c1:checked~.visits>input+label+.first .frame::after{left:25%}
        .c3:checked~.visits>input+label+.first .frame::after{left:75%}
        .visits>input:not(:checked)+label+.first .frame::before{content:attr(data-date);position:absolute;left:.5rem;\
        top:.5rem;padding:.1rem .45rem;border-radius:6px;background:#fff;color:#111;font-size:.75rem;font-weight:600}
        .left-out{margin-top:.6rem}
        .step{position:absolute;top:0;bottom:0;left:0;width:18%;min-width:3rem;display:flex;align-items:center;cursor:pointer;\
        z-index:2}
        .step.later{left:auto;right:0;justify-content:flex-end}
        .step span{display:block;width:2.1rem;height:2.1rem;margin:.4rem;border-radius:50%;background:#fffd;color:#111;\
        font-size:1.5rem;line-height:1.85rem;text-align:center;box-shadow:0 0 0 1px #0003}
        .dotmap figcaption{font-size:.8rem;color:var(--muted)}
        .dotmap .legend{margin:.7rem 0 .4rem}
        .marks{position:absolute;inset:0;width:100%;height:100%}
        .tag{position:absolute;transform:translate(-50%,.35rem);padding:.1rem .45rem;border-radius:6px;background:#fff;\
        color:#111;border:1px solid #111;font-size:.8rem;font-weight:600;line-height:1.35;white-space:nowrap}
        .tag.above{transform:translate(-50%,calc(-100% - .35rem))}
        @media print{
        .series>span,.series label{display:none!important}
        .visits{gap:2mm 3mm}
        .visits figure{display:none!important}
        .visits figure.key{display:block!important;position:static!important;width:calc(33.3% - 2mm);order:0}
        .visits figure.key .frame{clip-path:none!important}
        .visits figure.key .frame::before,.visits figure.key .frame::after{display:none!important}
        .visits figure.key figcaption{display:block!important;font-size:7.5pt;margin:1mm 0 0;line-height:1.3}
        .series{display:block;padding:3mm}
        .dotmap{break-inside:avoid}
        .dotmap .frame{max-width:14cm}
        h2.view,.dotmap>p{break-after:avoid}
        .tag{font-size:7.5pt}
        }
        """
}
