/** How the fairness report looks: print first, one page of A4. */
export const STYLE = `
@page { size: A4; margin: 8mm 9mm; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1e1b17; font: 8pt/1.3 system-ui, "Segoe UI", Helvetica, Arial, sans-serif; font-variant-numeric: tabular-nums; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
main { max-width: 192mm; margin: 0 auto; }
@media screen { main { padding: 12mm 0; } }
h1 { margin: 1mm 0 1.5mm; font: 500 14pt/1.25 Georgia, "Source Serif 4", serif; text-wrap: pretty; }
h2 { margin: 2.4mm 0 .8mm; font-size: 8.5pt; font-weight: 600; }
p, ul { margin: 0 0 1mm; }
ul { padding-left: 4mm; }
.kicker { margin: 0; color: #6f685f; font-size: 8pt; }
.facts, .key, footer, small { color: #554f47; font-size: 7pt; }
.key { margin-bottom: 1.5mm; }
.plots { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1.5mm 5mm; }
figure { margin: 0; min-width: 0; break-inside: avoid; }
figcaption { font-weight: 600; font-size: 7.5pt; margin-bottom: .5mm; }
svg { display: block; font-family: inherit; }
table { width: 100%; margin-top: 1.5mm; border-collapse: collapse; font-size: 7.2pt; }
th, td { padding: .35mm 2mm .35mm 0; border-top: .25pt solid #cfc8bd; text-align: left; vertical-align: baseline; font-weight: 400; }
thead th { border-top: 0; color: #6f685f; }
small { white-space: nowrap; }
footer { margin-top: 2mm; border-top: .5pt solid #cfc8bd; }
footer h2 { margin-top: 1.5mm; color: #1e1b17; }
footer p { text-wrap: pretty; }
`.trim()
