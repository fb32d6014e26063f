/** In this order: Edge and WeChat also call themselves Chrome, and Chrome calls itself Safari. */
const browsers: readonly [RegExp, string][] = [
  [/MicroMessenger|wxwork/i, '微信'],
  [/DingTalk/i, '钉钉'],
  [/Edg/, 'Edge'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
]
const systems: readonly [RegExp, string][] = [
  [/HarmonyOS/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux/, 'Linux'],
]

/**
 * Browser and system in words that the owner of a session knows it by, e.g. `Chrome, Windows`. Coarse on purpose: the
 * whole line of a user agent tells people apart and is kept nowhere.
 */
export function deviceOf(userAgent: string | undefined): string {
  const found = [browsers, systems].flatMap(
    (known) => known.find(([form]) => form.test(userAgent ?? ''))?.[1] ?? [],
  )
  return found.join(', ') || '?'
}
