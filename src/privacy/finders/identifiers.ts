const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkSigns = '10X98765432'

/** Whether 18 signs end in the check digit of GB 11643; residence permits (81, 82, 83, 9) use the same one. */
export function hasIdCheckDigit(number: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(number)) return false
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
  return checkSigns[sum % 11] === number[17]?.toUpperCase()
}

/** Whether 18 signs begin like a resident's number or permit: an area, a foreigner's 9, and a day of birth. */
export function looksLikeIdNumber(number: string): boolean {
  return /^(?:[1-6]\d|8[123]|9\d)\d{4}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/.test(
    number,
  )
}

/** Whether the last digit is that of Luhn's formula (ISO/IEC 7812-1). */
export function hasLuhnDigit(number: string): boolean {
  let sum = 0
  for (let at = number.length - 1, isDoubled = false; at >= 0; at--, isDoubled = !isDoubled) {
    const digit = Number(number[at]) * (isDoubled ? 2 : 1)
    sum += digit > 9 ? digit - 9 : digit
  }
  return sum % 10 === 0
}
