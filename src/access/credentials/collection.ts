import { defineCollection } from '../../platform/store/index.js'
import type { Credentials } from './model.js'

export const credentialsCollection = defineCollection<Credentials>({
  name: 'credentials',
  shape: {
    passwordHash: 'string',
    secondFactor: { sealed: 'string', isOn: 'boolean', lastStep: 'number', recovery: ['string'] },
  },
})
