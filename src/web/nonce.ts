/** The nonce of the page, which Vite puts onto its script; browsers hide it from style sheets, not from scripts. */
export const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce

/**
 * Gives every style element that a script makes the nonce of the page. AntD does so for its own, save where it measures
 * scroll bars (tables, dialogs), and the Content-Security-Policy would refuse those.
 */
export function markStyles(): void {
  if (!nonce) return
  const create = document.createElement
  document.createElement = function createMarked(this: Document, ...given: Parameters<typeof create>) {
    const element = create.apply(this, given)
    if (element instanceof HTMLStyleElement) element.nonce = nonce
    return element
  } as typeof create
}
