/// What the comparison's page adds to the look of all pages.
enum ComparisonStyle {
    /// Colours that are told apart with every kind of colour vision (after Okabe and Ito), on light and on dark ground;
    /// shapes tell the groups apart in grey.
    static let text = """
        :root{--g0:#0a6aa6;--g1:#b4500a;--g2:#00785a;--g3:#a0377d;--g4:#6b6100;--g5:#4a4f57}
        @media (prefers-color-scheme:dark){:root{--g0:#6cbcf0;--g1:#f2a35e;--g2:#4fd0a8;--g3:#e79bca;--g4:#e0d24a;--g5:#b9c0c8}}
        @media print{:root{--g0:#0a6aa6;--g1:#b4500a;--g2:#00785a;--g3:#a0377d;--g4:#6b6100;--g5:#4a4f57}}
        .finding{margin-top:1.5rem}.finding .sentence{font-size:1.1rem;line-height:1.45}
        .compare .line{fill:none;stroke-width:1.75}
        .compare .reach{stroke-width:1.75}
        .compare .one{stroke:none;opacity:.3}
        .difference{display:block;width:150px;height:18px}
        .difference .none{stroke:var(--muted);stroke-width:1}
        .difference .all{stroke:var(--bar);stroke-width:1}
        .difference .own{stroke:var(--bar);stroke-width:3}
        @media (max-width:44rem){.compare text{font-size:18px}.compare text.small{font-size:15px}}
        .plain td{font-variant-numeric:tabular-nums;white-space:nowrap}
        """
}
