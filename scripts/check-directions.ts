/**
 * Fails when an import goes against docs/architecture.md: npm run check:directions
 */
import { fileURLToPath } from 'node:url'
import { judgeDirections } from './directions/rules.js'

/** A reader that sees next to nothing would pass on everything. */
const fewestModules = 50

const { modules, imports, findings } = judgeDirections(fileURLToPath(new URL('../src', import.meta.url)))
for (const { place, rule, message } of findings) console.error(`${place} [${rule}] ${message}`)
const blind = modules < fewestModules || imports < modules
if (blind)
  console.error(`saw only ${modules} modules and ${imports} imports of src: the check itself is broken`)
console.log(`directions: ${modules} modules, ${imports} imports, ${findings.length} against the rules`)
if (findings.length || blind) process.exitCode = 1
