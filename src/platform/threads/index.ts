export { answering } from './answering.js'
export { Threads } from './threads.js'
