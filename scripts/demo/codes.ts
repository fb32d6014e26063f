/** GB 11714: the check character of the first eight of an organisation code. */
function organizationCheck(code: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, i) => total + weight * Number.parseInt(code.charAt(i), 36), 0)
  const rest = 11 - (sum % 11)
  if (rest === 10) return 'X'
  return rest === 11 ? '0' : String(rest)
}

const classes: Record<string, string> = { association: '51', 'service-institution': '52', foundation: '53' }

/** A code by GB 32100-2015 around an organisation code that no registry gives: DEM and a number. */
export function creditCode(type: string, number: number): string {
  const body = `DEM${String(number).padStart(5, '0')}`
  const code = `${classes[type] ?? '59'}440307${body}${organizationCheck(body)}`
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
  const sum = weights.reduce((total, weight, i) => total + weight * alphabet.indexOf(code.charAt(i)), 0)
  return code + alphabet.charAt((31 - (sum % 31)) % 31)
}

/** An id in the form of src/platform/ids.ts, so that it sorts by birth as real ones do. */
export function idOf(prefix: string, at: number, number: number): string {
  const digits = '0123456789abcdefghjkmnpqrstvwxyz'
  let time = ''
  for (let rest = at; time.length < 9; rest = Math.floor(rest / 32)) time = digits.charAt(rest % 32) + time
  return `${prefix}-${time}dem${String(number).padStart(8, '0')}`
}
