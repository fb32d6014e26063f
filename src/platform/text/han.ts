/** Whether a UTF-16 unit is a common Chinese character (CJK Unified Ideographs, without its extensions). */
export const isHanUnit = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff

/** Whether all of a text is; false for an empty one. */
export function isHan(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isHanUnit(text.charCodeAt(i))) return false
  return text.length > 0
}
