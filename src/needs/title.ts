const longest = 30
/** Shorter first clauses (老人。你好，) say too little. */
const shortest = 6
const clauseEnd = /[,，。.;；!！?？、:：\n]/g

/** A title for a need that was given none: the first clause of its text, at most 30 characters. */
export function titleFrom(text: string): string {
  const whole = text.trim()
  clauseEnd.lastIndex = shortest
  const end = clauseEnd.exec(whole)?.index ?? whole.length
  const clause = whole.slice(0, end).replace(/\s+/g, ' ')
  if (clause.length <= longest) return clause
  const characters = Array.from(clause)
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : clause
}
