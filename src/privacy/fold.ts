/**
 * The text in the form that finders read: full-width signs as half-width ones, invisible ones as spaces. Unit for unit,
 * so that a place in it is the same place in the original.
 */
export function fold(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000\u00a0\u200b-\u200f\u2060\ufeff\u2010-\u2015\u2212]/g, (sign) => {
    const unit = sign.charCodeAt(0)
    if (unit >= 0xff01 && unit <= 0xff5e) return String.fromCharCode(unit - 0xfee0)
    return (unit >= 0x2010 && unit <= 0x2015) || unit === 0x2212 ? '-' : ' '
  })
}

/** Chinese numerals as they are read out one by one, 幺 for one on the telephone; by value. */
const numerals = ['零〇○', '一幺壹', '二两贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖']
const values = new Map(numerals.flatMap((signs, value) => [...signs].map((sign) => [sign, String(value)])))

/** Inside the brackets of a pattern: any of the numerals. */
export const numeralClass = numerals.join('')

/** The digits of a run of digits and numerals. */
export function digitsOf(run: string): string {
  return run.replace(/[^0-9Xx]/g, (sign) => values.get(sign) ?? '')
}

/** A number in one way of writing, however it was written: its digits and capitals. */
export function canonical(number: string): string {
  return fold(number)
    .replace(new RegExp(`[${numeralClass}]`, 'g'), (sign) => values.get(sign) ?? '')
    .replace(/[^0-9A-Za-z]/g, '')
    .toUpperCase()
}
