import { systemActor } from '../platform/actor.js'

/** Who opens what a line is offered. */
export const usher = systemActor('waitlist')
