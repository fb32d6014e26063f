export { loadHolidays } from './load.js'
export { WorkingCalendar } from './model.js'
export { zoneOf } from './zone.js'
