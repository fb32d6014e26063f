/** The style sheet of the pages; fonts are the reader's own. */
export const styleSheet = `
:root { color-scheme: light dark; --ink: #1c2330; --quiet: #5a6475; --line: #d8dde6; --paper: #fff; --shade: #f4f6f9; --accent: #0b5cad }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e9ef; --quiet: #9aa5b8; --line: #363e4b; --paper: #14181f; --shade: #1d232d; --accent: #7db8f5 }
}
* { box-sizing: border-box }
body { margin: 0 auto; padding: 1rem; max-width: 54rem; color: var(--ink); background: var(--paper);
  font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
h1 { font-size: 1.7rem; line-height: 1.3 }
h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line) }
h3 { margin: 2rem 0 .25rem; font-size: 1.05rem; overflow-wrap: anywhere }
a { color: var(--accent) }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
.en { color: var(--quiet) }
.method { display: inline-block; padding: 0 .5em; border: 1px solid currentColor; border-radius: .3em; font-size: .85em; text-transform: uppercase }
code, pre { font: .875rem/1.5 ui-monospace, Menlo, Consolas, monospace }
pre { padding: .75rem; overflow-x: auto; background: var(--shade); border-radius: .4em }
table { width: 100%; border-collapse: collapse; font-size: .9375rem }
th, td { padding: .3rem .5rem .3rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); overflow-wrap: anywhere }
nav ul { columns: 16rem; padding-left: 1.2rem }
nav li { break-inside: avoid }
@media (max-width: 36rem) { thead { display: none } tr { display: block; padding: .4rem 0; border-bottom: 1px solid var(--line) } td { display: block; border: 0; padding: 0 } }
`.trimStart()
