export { type DemoServices, fillWithDemo } from './fill.js'
export { loadDemo } from './load.js'
