extension PageStyle {
    /// The look of the answers, the findings' facts and the forecast by photo.
    static let answers = """
        .answers{list-style:none;margin:0;padding:0}
        .answers li{display:grid;grid-template-columns:minmax(12rem,17rem) 9.5rem 1fr;gap:.15rem 1rem;align-items:center;\
        margin:0;padding:.55rem 0;border-top:1px solid var(--rule)}
        .answers li:first-child{border-top:0;padding-top:0}
        .answers b{font-weight:600;font-variant-numeric:tabular-nums}
        .answers b span{white-space:nowrap}
        .answers .state{grid-column:3;text-wrap:pretty}
        .gauge{grid-column:2;display:block;width:9.5rem;height:auto}
        .track{fill:none;stroke:var(--rule);stroke-width:1.5}
        .pale{margin:.5rem 0 0;padding:.6rem .8rem;border-inline-start:4px solid var(--accent);background:var(--accent-soft)}
        .facts{margin:.2rem 0 0;font-size:.875rem;color:var(--muted)}
        .facts div{display:grid;grid-template-columns:6rem 1fr;gap:.5rem}
        .facts dd{margin:0;color:var(--text)}
        .part{margin-top:1.2rem}
        .narrowing th,.narrowing td{padding:.35rem .7rem .35rem 0}
        .narrowing tbody th{white-space:nowrap}
        .narrowing .muted{font-weight:400}
        .narrowing td{width:44%}
        .bar{display:block;width:100%;max-width:15rem;height:auto;margin-bottom:.1rem}
        .bar .band{stroke:var(--median);stroke-width:.75}
        .bar .tick{stroke:var(--median);stroke-width:1.75}
        @media (max-width:44rem){
        .answers li{grid-template-columns:minmax(0,1fr) 7.5rem}
        .answers .state{grid-column:1/-1}
        .gauge{width:7.5rem}
        .narrowing{font-size:.8rem}.narrowing td{width:36%}
        .narrowing th,.narrowing td{padding-right:.45rem}
        .facts div{grid-template-columns:5.2rem 1fr}
        }
        @media print{
        .answers li{padding:.25rem 0;grid-template-columns:5.2cm 3.2cm 1fr}
        .answers .state{grid-column:3}
        .gauge{width:3.2cm}
        .narrowing{font-size:8pt}
        }
        """
}
