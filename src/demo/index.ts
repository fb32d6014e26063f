export { demoAccounts, demoPassword, hasOpenDemoAccounts, makeDemoAccounts } from './accounts.js'
export { demoLoads } from './collection.js'
export { type DemoDeps, fillWithDemo } from './fill.js'
export { loadDemo } from './load.js'
