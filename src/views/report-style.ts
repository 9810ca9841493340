/** The style of the page: light and dark, on paper, and on a phone. */
export const reportStyle = `:root{color-scheme:light dark;--ink:#1d2327;--quiet:#57606a;--line:#d5dadf;--page:#fff;--open:#2f6fab;--good:#2e7d4f;--rest:#8a929a}
@media(prefers-color-scheme:dark){:root{--ink:#e4e7ea;--quiet:#a3abb3;--line:#3a4147;--page:#15191c;--open:#6ba7dd;--good:#6cc08b;--rest:#8d959d}}
body{margin:0 auto;max-width:60rem;padding:1.5rem 1rem 3rem;background:var(--page);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
h1{font-size:1.6rem;margin:0}h2{font-size:1.2rem;margin:2.2rem 0 .5rem}h3{font-size:1rem;margin:1.4rem 0 .3rem}
p{margin:.3rem 0}
table{border-collapse:collapse;table-layout:fixed;width:100%;margin:0 0 1rem}
caption{text-align:start;color:var(--quiet);padding:.2rem 0}
th,td{text-align:start;vertical-align:top;padding:.35rem .8rem .35rem 0;border-top:1px solid var(--line);overflow-wrap:anywhere}
th{font-weight:600}thead th{font-weight:400;color:var(--quiet);border-top:0}
th .quiet,.figures th{font-weight:400}.figures caption{color:inherit;font-weight:600}.figures td+td,.quiet{color:var(--quiet)}
svg{display:block;width:100%;max-width:44rem;height:auto;margin:.5rem 0 1rem}svg text{fill:currentColor;font:15px system-ui,sans-serif}
.ribbon{fill:var(--rest);fill-opacity:.35}.node{fill:var(--rest)}.ribbon.open{fill:var(--open)}.node.open{fill:var(--open)}.ribbon.hired{fill:var(--good)}.node.hired{fill:var(--good)}
ol{list-style:none;margin:0;padding:0}li{padding:.15rem 0 .15rem 7.5rem;text-indent:-7.5rem;overflow-wrap:anywhere}li time{display:inline-block;min-width:7.5rem;text-indent:0;color:var(--quiet)}
@media(max-width:34rem){li{padding-inline-start:1rem;text-indent:-1rem}li time{display:block;text-indent:-1rem}}
@media print{:root{--ink:#000;--quiet:#444;--line:#bbb;--page:#fff;--open:#2f6fab;--good:#2e7d4f;--rest:#8a929a}body{max-width:none;padding:0;font-size:10pt}section,tr,li,svg{break-inside:avoid}h2,h3{break-after:avoid}}`

/** Its SHA-256, by which the page allows this style and no other; a test works it out anew. */
export const reportStyleHash = 'PzfAYBjMclHneG7NTMei1DPP6qqM15g7XgkFRZ9l+TM='
