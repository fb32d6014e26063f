import type { Cell, Value } from './model.js'

function isList(value: Value): value is readonly string[] {
  return Array.isArray(value)
}

/** What a value is in a table that has only plain cells. */
export function flatCell(value: Value): Cell {
  if (typeof value !== 'object') return value
  return isList(value) ? value.join('；') : JSON.stringify(value)
}
