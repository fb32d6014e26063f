export { loadHolidays } from './load.js'
export { WorkingCalendar } from './model.js'
export { type Zone, zoneOf } from './zone.js'
